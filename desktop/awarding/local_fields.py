"""The values that an office may set over a pack, by topic, and what it has set for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.awarding.rule_topics import AWARD, CALENDAR, COUNCIL, INSTRUMENTS, MONEY, PENDING
from ward.book import Book
from ward.loading import load_many
from ward.lookups import living

if TYPE_CHECKING:
    from ward.rules.pack import Pack

PATHS = {
    COUNCIL: ("vote.", "quorum."),
    MONEY: ("base_salary", "fund."),
    CALENDAR: ("calendar.",),
    INSTRUMENTS: ("instrument.",),
    PENDING: ("instrument.",),
}


@dataclass(frozen=True)
class Shown:
    """A value that can be set: its path, its label (shortened under its topic) and `whole` one, what holds now."""

    path: str
    label: str
    whole: str
    kind: str
    value: str
    help: str
    local: bool
    award: str = ""

    def under(self, topic: str) -> Shown:
        """The same below its topic: the award's name need not be said again."""
        if not topic.startswith(AWARD) or not self.whole.startswith(self.award):
            return replace(self, label=self.whole)
        rest = self.whole[len(self.award) :].lstrip(" :,")
        return replace(self, label=rest[:1].upper() + rest[1:] or self.whole)


@dataclass(frozen=True)
class Setting:
    """What was set: its record, the path, the value, from when to when, by which instrument."""

    record: int
    path: str
    value: str
    since: str
    until: str
    instrument: str
    note: str


def fields_of(pack: Pack) -> list[Shown]:
    """Everything that can be set over a pack."""
    from ward.rules.overlay import overlay_fields

    return [
        Shown(one.path, one.label, one.label, one.kind, one.value, one.help, one.local, _award(pack, one.path))
        for one in overlay_fields(pack)
    ]


def is_of(path: str, topic: str) -> bool:
    """Whether a value belongs to a topic of the rules."""
    if topic.startswith(AWARD):
        award = topic.removeprefix(AWARD)
        return path.startswith((f"award.{award}.", f"vote.{award}."))
    return path.startswith(PATHS.get(topic, ())) if topic in PATHS else False


def settings_of(book: Book, path: str = "") -> list[Setting]:
    """What the office has set (for one path), the newest first."""
    records = load_many(book.db, [head.id for head in living(book.db, "local_rule")])
    found = [
        Setting(
            one.id, one.values["what"], one.values["value"], one.values["since"], one.values["until"],
            one.values["instrument"], one.values["note"],
        )
        for one in records.values()
    ]  # fmt: skip
    return sorted((one for one in found if not path or one.path == path), key=lambda one: one.since, reverse=True)


def _award(pack: Pack, path: str) -> str:
    """The name of the award that a path is about, "" for none."""
    parts = path.split(".")
    award = pack.awards.get(parts[1]) if parts[0] in ("award", "vote") and len(parts) > 1 else None
    return award.name if award else ""
