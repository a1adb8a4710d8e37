"""Where a rule stands, and how sure that is: articles, marks, instruments, sources, what is known to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Conf = Literal["L", "S", "L-expired", "M"]
"""L: seen in the legal text. S: seen in a secondary source. L-expired: text of an instrument that is no longer
in force. M: from memory or inferred, unverified. Only L may ask for a written reason; the others only warn."""

CONFS: tuple[Conf, ...] = ("L", "S", "L-expired", "M")
"""From the surest to the least sure."""


@dataclass(frozen=True, kw_only=True)
class Sourced:
    """Where a rule stands and how sure that is.

    `instruments` are ids of `Pack.instruments`: their dated marks (`Instrument.later`) bind the rule as well.
    `province` is set where the rule is one province's, given as an example only. `local` is the instrument (or
    "Quy định của địa phương") where a value of the office stands in place of the pack's.
    """

    article: str = ""
    conf: Conf = "M"
    src: tuple[str, ...] = ()
    note: str = ""
    since: str = ""
    until: str = ""
    instruments: tuple[str, ...] = ()
    province: str = ""
    local: str = ""

    def holds_on(self, on: str) -> bool:
        """Whether the rule is in force on a day (ISO); an open end holds."""
        return (not self.since or self.since <= on) and (not self.until or on <= self.until)


@dataclass(frozen=True, kw_only=True)
class Stated(Sourced):
    """One thing that a rule says in words: the number of sets, the procedure, a deadline. May be empty."""

    text: str = ""


UNSTATED = Stated()


@dataclass(frozen=True)
class LaterMark:
    """From `since` on, what rests on the instrument is at most as sure as `conf`, because of `why`."""

    since: str
    conf: Conf
    why: str


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """A law, decree, circular or guide that rules rest on; `short` is how articles name it.

    `checked`: the office compared it with what came later and found that it still holds.
    """

    id: str
    short: str
    name: str
    since: str = ""
    until: str = ""
    seen: str = ""
    note: str = ""
    later: tuple[LaterMark, ...] = ()
    checked: bool = False


@dataclass(frozen=True)
class Source:
    """Where something was seen, honestly described."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PendingChange(Sourced):
    """What is known to change, or to have changed, without its text having been seen."""

    instrument: str
    in_force: str
    signed: str = ""
    transition: str = ""
    contents: tuple[str, ...] = ()
