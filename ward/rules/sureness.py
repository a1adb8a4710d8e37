"""How sure a rule is on a day: its own mark, its instruments' later marks, and whose rule it is."""

from __future__ import annotations

from dataclasses import dataclass

from ward.rules.pack import CONFS, Conf, Pack, Sourced


@dataclass(frozen=True)
class Sureness:
    """A mark, and in Vietnamese why it is not the rule's own (or "")."""

    conf: Conf
    why: str = ""

    @property
    def sure(self) -> bool:
        """Whether the rule may ask for a written reason; all others only warn."""
        return self.conf == "L"


WORDS: dict[Conf, str] = {
    "L": "đã thấy văn bản",
    "S": "nguồn thứ cấp",
    "L-expired": "văn bản đã hết hiệu lực",
    "M": "chưa kiểm chứng",
}
"""How the screen calls a mark."""


def sureness(pack: Pack, rule: Sourced, on: str) -> Sureness:
    """How sure the rule is on a day (ISO): the weakest of all that bears on it.

    A value of the office's own (`rule.local`) is the office's to answer for: it is sure.
    """
    if rule.local:
        return Sureness("L")
    worst = Sureness(rule.conf)
    if rule.province:
        worst = _weaker(worst, Sureness("S", _EXAMPLE.format(rule.province)))
    for key in rule.instruments:
        instrument = pack.instruments[key]
        if instrument.since and on < instrument.since:
            worst = _weaker(worst, Sureness("M", f"{instrument.short} chưa có hiệu lực vào ngày này."))
        if instrument.until and on > instrument.until:
            worst = _weaker(worst, Sureness("L-expired", f"{instrument.short} đã hết hiệu lực."))
        for mark in instrument.later:
            if mark.since <= on:
                worst = _weaker(worst, Sureness(mark.conf, mark.why))
    return worst


_EXAMPLE = "Đây là quy định của {}, nêu làm ví dụ; hãy thay bằng quy định của tỉnh, thành phố mình."


def _weaker(one: Sureness, other: Sureness) -> Sureness:
    """The less sure of two; of two equal ones the first that says why."""
    if CONFS.index(one.conf) == CONFS.index(other.conf):
        return one if one.why else other
    return max(one, other, key=lambda mark: CONFS.index(mark.conf))
