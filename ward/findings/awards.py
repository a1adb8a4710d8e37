"""One award by itself: what its state, numbers and days say together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ward.dates import show_date
from ward.findings.dates import day
from ward.findings.finding import Finding, Severity, key_of
from ward.findings.periods import placed
from ward.findings.reading import Entry, Reading
from ward.periods import show_period

_STATES = {
    "proposed": "mới là đề nghị",
    "refused": "được ghi là không được khen",
    "cancelled": "đã hủy",
}
_FIELDS = (
    "state",
    "award_type",
    "award_type.title",
    "form_words",
    "level",
    "reason",
    "period",
    "period_words",
    "decision",
    "decision_number",
    "decided_on",
    "part_of",
    "movement",
    "practice",
)


def awards(reading: Reading) -> list[Entry]:
    """The awards, each with `who`: the rows of its recipients."""
    rows = reading.rows("award", "recipients", "who", "who.title", "who.kind", "words", "recipient_kind")
    return [{**entry, "who": rows.get(entry["id"], [])} for entry in reading.entries("award", *_FIELDS)]


def named(entry: Entry) -> str:
    """An award as a sentence begins: who got it, in which form, for what."""
    return f"Khen thưởng “{entry['title']}”"


def without_decision(reading: Reading) -> Iterator[Finding]:
    """Granted awards whose decision has no number or no day, or whose level nobody said."""
    entries = awards(reading)
    by_id = {entry["id"]: entry for entry in entries}
    for entry in entries:
        if entry["state"] != "granted":
            continue
        whole = by_id.get(entry["part_of"], {})
        missing = [
            words
            for words, fields in (
                ("số quyết định", ("decision_number", "decision")),
                ("ngày quyết định", ("decided_on", "decision")),
                ("cấp khen", ("level",)),
            )
            if not any(entry[field] or whole.get(field) for field in fields)
        ]
        if missing:
            told = ", ".join(missing)
            sentence = f"{named(entry)} đã được khen nhưng chưa ghi {told}. Hãy ghi thêm khi có văn bản."
            yield _found("no-decision", "note", sentence, entry, "decision_number", told)


def state_and_decision(reading: Reading) -> Iterator[Finding]:
    """Awards that are not granted yet have a decision, or have one while no state was chosen."""
    for entry in awards(reading):
        number = entry["decision_number"] or ("có văn bản" if entry["decision"] else "")
        if not number or entry["state"] in ("granted", "cancelled"):
            continue
        if entry["state"]:
            told = _STATES[entry["state"]]
            advice = "Hãy sửa tình trạng, hoặc bỏ số quyết định."
            sentence = f"{named(entry)} {told} nhưng lại có quyết định ({number}). {advice}"
        else:
            told = "chưa chọn tình trạng"
            sentence = f"{named(entry)} có quyết định ({number}) nhưng {told}. Hãy chọn “Đã có quyết định”."
        severity: Severity = "warning" if entry["state"] else "note"
        yield _found("state-decision", severity, sentence, entry, "state", f"{told} | {number}")


def granted_within_refused(reading: Reading) -> Iterator[Finding]:
    """Granted awards inside one that was refused or cancelled."""
    entries = awards(reading)
    by_id = {entry["id"]: entry for entry in entries}
    for entry in entries:
        whole = by_id.get(entry["part_of"])
        if whole is None or entry["state"] != "granted" or whole["state"] not in ("refused", "cancelled"):
            continue
        told = _STATES[whole["state"]]
        sentence = (
            f"{named(entry)} đã có quyết định, nhưng nằm trong lần khen {named(whole)} {told}. "
            "Hãy sửa tình trạng của một trong hai."
        )
        found = _found("granted-within", "warning", sentence, entry, "state", told)
        yield Finding(found.key, "warning", sentence, (entry["id"], whole["id"]), "state", None, told)


def decided_too_early_or_later_than_today(reading: Reading) -> Iterator[Finding]:
    """Decisions before the deed's time had begun, and granted awards whose decision is still to come."""
    for entry in awards(reading):
        decided = day(entry["decided_on"])
        if decided is None:
            continue
        shown = show_date(decided)
        deed = placed(entry["period"])
        if deed and deed.start and decided.last_day < deed.start:
            period = entry["period_words"] or show_period(deed)
            sentence = (
                f"{named(entry)}: ngày quyết định {shown} đứng trước thời gian lập thành tích {period}. "
                "Hãy kiểm tra ngày và thời gian."
            )
            numbers = (shown, period)
            yield _found("decided-early", "warning", sentence, entry, "decided_on", " < ".join(numbers), numbers)
        if entry["state"] == "granted" and decided.first_day > reading.today:
            sentence = f"{named(entry)} đã được khen nhưng ngày quyết định {shown} chưa tới. Hãy sửa ngày."
            yield _found("decided-later", "error", sentence, entry, "decided_on", shown)


RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    without_decision,
    state_and_decision,
    granted_within_refused,
    decided_too_early_or_later_than_today,
)


def _found(
    rule: str,
    severity: Severity,
    sentence: str,
    entry: Entry,
    field: str,
    seen: str,
    numbers: tuple[str, str] | None = None,
) -> Finding:
    return Finding(key_of(rule, entry["uid"]), severity, sentence, (entry["id"],), field, numbers, seen)
