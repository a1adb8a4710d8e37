"""Nominations as they are typed, and what is filled in where they say nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.awarding.outcome import today
from ward.loading import Stored, load_many
from ward.names import Names

RECIPIENT_KIND = {"person": "ca_nhan", "unit": "tap_the", "household": "ho_gia_dinh"}
_COPIED = (
    "award_type",
    "form_words",
    "nominee_words",
    "recipient_kind",
    "as_title",
    "proposer",
    "proposer_words",
    "received_on",
    "achievement",
    "period",
    "period_words",
    "movement",
    "practice",
    "posthumous",
    "worker_group",
    "note",
)
"""Fields that a draft hands to its nomination as they are."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a nomination goes on against a doubt or a rule: its key, what stood against it, the written reason."""

    rule: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A nomination as it is typed. `nominee` is a person, unit or household, or only words; days are ISO."""

    award_type: int | None = None
    form_words: str = ""
    nominee: int | None = None
    nominee_words: str = ""
    recipient_kind: str = ""
    as_title: str = ""
    proposer: int | None = None
    proposer_words: str = ""
    received_on: str = ""
    achievement: str = ""
    period: str = ""
    period_words: str = ""
    movement: int | None = None
    practice: int | None = None
    posthumous: bool = False
    worker_group: str = ""
    initiatives: tuple[int, ...] = ()
    reasons: tuple[Reason, ...] = ()
    note: str = ""


_NAMED = {"cá nhân": "ca_nhan", "đảng viên": "ca_nhan", "tập thể": "tap_the", "hộ gia đình": "ho_gia_dinh"}
"""What an award type says it is for, by what a recipient is then."""
_BEGINNINGS = {
    "tap_the": ("tập thể ", "tổ dân phố ", "khu phố ", "chi bộ ", "chi hội ", "trường mầm non", "trường tiểu học"),
    "ho_gia_dinh": ("hộ ông ", "hộ bà ", "hộ gia đình ", "gia đình ông ", "gia đình bà "),
}
"""How names begin that are no person's; “Đoàn”, “Hội”, “Ban” are not here, since a person may be called so."""


class Filling:
    """Fills in what the drafts of one act leave open, by their round and their nominees; `noted` is who, when."""

    def __init__(self, db: SqliteDatabase, found: Stored, nominees: set[int], noted: Mapping[str, str]) -> None:
        self.round = found
        self.noted = noted
        self.heads = load_many(db, nominees)
        units = {one.values["unit"] for one in self.heads.values() if one.kind == "household"} - {None}
        self.names = Names(db, nominees | units)
        self.groups = {record: _only_group(text) for record, text in _recipients(db)}

    def values(self, draft: Draft, nominee: int | None, place: int) -> dict[str, Any]:
        """The fields of the nomination that a draft becomes, at a place in the list."""
        day = draft.received_on or today("")
        own: dict[str, Any] = {key: getattr(draft, key) for key in _COPIED}
        own["received_on"] = day
        own["recipient_kind"] = draft.recipient_kind or self._group(draft, nominee)
        own["as_title"] = draft.as_title or self._as_title(nominee, day)
        own["movement"] = draft.movement or self.round.values["movement"]
        reasons = [
            {"rule": one.rule, "words": one.words, "reason": one.reason, **self.noted} for one in draft.reasons
        ]
        return {
            **own,
            "round": self.round.id,
            "nominee": nominee,
            "place_in_list": place,
            "state": "nominated",
            "state_on": day,
            "years": self.round.years,
            "initiatives": [{"initiative": record} for record in draft.initiatives],
            "overrides": reasons,
        }

    def _group(self, draft: Draft, nominee: int | None) -> str:
        """What a recipient is: as its record, else as the award is for one kind only, else as its name begins."""
        if nominee is not None:
            return RECIPIENT_KIND.get(self._kind(nominee), "")
        name = draft.nominee_words.strip().lower() + " "
        begun = (group for group, starts in _BEGINNINGS.items() if name.startswith(starts))
        return self.groups.get(draft.award_type or 0) or next(begun, "")

    def _kind(self, nominee: int | None) -> str:
        return self.heads[nominee].kind if nominee in self.heads else ""

    def _as_title(self, nominee: int | None, day: str) -> str:
        """The offices that a person holds that day; where a household lives."""
        kind = self._kind(nominee)
        if nominee is None or kind not in ("person", "household"):
            return ""
        if kind == "person":
            return self.names.of(nominee, day).position
        values = self.heads[nominee].values
        unit = self.names.of(values["unit"], day).text if values["unit"] else ""
        return str(values["address"] or unit)


def _recipients(db: SqliteDatabase) -> list[tuple[int, str]]:
    """Every award type and the words that say whom it is for."""
    rows: list[tuple[int, str]] = db.execute_sql("SELECT record_id, recipients FROM award_type").fetchall()
    return rows


def _only_group(words: str) -> str:
    """The one group that is named, "" where there are several or none."""
    found = {group for name, group in _NAMED.items() if name in words.lower()}
    return found.pop() if len(found) == 1 else ""
