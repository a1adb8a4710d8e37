"""What a dry run shows: one line for each record of the file, and what carrying it out would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from forms.exchange.entries import Doubt, Entry
from ward.edits import Change

Verdict = Literal["new", "same", "changed", "doubtful", "refused"]
VERDICTS: dict[Verdict, str] = {
    "new": "Thêm mới",
    "changed": "Sửa",
    "same": "Đã có, giống hệt",
    "doubtful": "Cần hỏi lại",
    "refused": "Không nhận",
}
SKIP = "skip"
NEW = "new"
SAME = "same:"
READING = "reading:"


@dataclass(frozen=True)
class Choice:
    """What the clerk may answer for a doubtful line: the key for `carry_out`, and what it means."""

    key: str
    label: str


@dataclass(frozen=True)
class Difference:
    """A field that the import would change: its key and label, and both values as they are shown."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class PlanLine:
    """One record of the file: its place ("records[17]", or the field that is wrong), and what becomes of it.

    `reason` is empty for what is simply new, same or changed. `choices` are the clerk's answers to a doubt; a
    doubtful line without choices follows another line, or must be mended in the file.
    """

    place: str
    kind: str
    title: str
    verdict: Verdict
    reason: str = ""
    differences: tuple[Difference, ...] = ()
    uid: bytes | None = None
    choices: tuple[Choice, ...] = ()


@dataclass(slots=True)
class Item:
    """What the plan knows of one entry. `record` is the book's record it is; `twin` the entry it repeats.

    `changed` are the given fields that differ from the record's; `follows` the entries it waits for.
    """

    entry: Entry
    uid: bytes | None = None
    record: int | None = None
    twin: Entry | None = None
    verdict: Verdict = "new"
    reasons: list[tuple[str, str]] = field(default_factory=list)
    changed: dict[str, Any] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    doubt: Doubt | None = None
    binned: bool = False
    likes: dict[str, Entry | int] = field(default_factory=dict)
    follows: list[Entry] = field(default_factory=list)


@dataclass
class ImportPlan:
    """The dry run of one import. `missing_evidence` names the files that did not come with the exchange file.

    `left` is filled by `carry_out`: the place of each record that was not written, and why.
    """

    items: Sequence[Item]
    generation: int
    source: Path | None
    describe: Callable[[Item], PlanLine]
    missing_evidence: tuple[str, ...] = ()
    left: dict[str, str] = field(default_factory=dict)

    @cached_property
    def lines(self) -> tuple[PlanLine, ...]:
        """One line for each record of the file, in its order."""
        return tuple(self.describe(item) for item in self.items)

    def count(self, verdict: Verdict) -> int:
        """How many records of the file have this verdict."""
        return self._counts[verdict]

    @cached_property
    def _counts(self) -> Counter[Verdict]:
        return Counter(item.verdict for item in self.items)

    @property
    def summary(self) -> str:
        """One sentence with the five counts."""
        counts = ", ".join(f"{label.lower()}: {self.count(verdict)}" for verdict, label in VERDICTS.items())
        return f"Tệp có {len(self.items)} bản ghi ({counts})."

    def receipt(self, change: Change | None = None) -> str:
        """What was done (by `change`, as `carry_out` gave it), or without it what would be done."""
        if change is None:
            shown = [(VERDICTS[line.verdict], line) for line in self.lines if line.reason]
            lines = [self.summary, *(f"- {said}: {_named(line)}: {line.reason}" for said, line in shown)]
        else:
            amended = len(change.records) - len(change.added)
            lines = [f"Đã nhập: thêm {len(change.added)}, sửa {amended}, để lại {len(self.left)} bản ghi."]
            by_place = {item.entry.place: item for item in self.items if item.entry.place in self.left}
            named = {place: _named(self.describe(item)) for place, item in by_place.items()}
            lines += [f"- Để lại: {named[place]}: {reason}" for place, reason in self.left.items()]
        lines += [f"- Thiếu tệp minh chứng: {name}" for name in self.missing_evidence]
        return "\n".join(lines)


def _named(line: PlanLine) -> str:
    return f"{line.place} “{line.title}”" if line.title else line.place
