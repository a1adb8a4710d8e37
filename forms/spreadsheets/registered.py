"""What the register has already, to compare with: the same award, or one that may be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from forms.spreadsheets.asked import NewRecord
from forms.spreadsheets.award_names import AwardNames, spelt_out
from forms.spreadsheets.cells import shown_day
from ward.loading import values_of
from ward.lookups import forwards, living
from ward.text import fold

Who = tuple[str, int | str]


@dataclass(frozen=True, slots=True)
class Kept:
    """An award of the register, or of an earlier row (`record` None): decision, day and years, and words for it."""

    record: int | None
    number: str
    day: str
    years: frozenset[int]
    words: str


class Register:
    """The awards of a book by recipient and type; what is compared joins them, so that rows meet each other, too."""

    def __init__(self, db: SqliteDatabase, awards: AwardNames) -> None:
        self._awards = awards
        self._kept: dict[tuple[Who, str], list[Kept]] = defaultdict(list)
        ends = forwards(db)
        titles = {head.id: head.title for head in living(db, "award")}
        for record, values in values_of(db, "award", titles).items():
            if values["state"] in ("refused", "cancelled"):
                continue
            kept = self._kept_as(record, values, titles[record])
            for row in values["recipients"]:
                who: Who = ("", ends.get(row["who"], row["who"])) if row["who"] else ("words", fold(row["words"]))
                self._kept[who, self._what(values)].append(kept)
            if not values["recipients"]:
                self._kept[("words", fold(values["counted_words"])), self._what(values)].append(kept)

    def compare(
        self, row: int, name: str, new: NewRecord | None, values: Mapping[str, Any]
    ) -> tuple[Kept | None, Kept | None]:
        """The same award, and one that may be the same; then the row itself is known to the rows after it."""
        recipients = values["recipients"]
        who: Who = ("words", fold(name))
        if recipients and recipients[0]["who"]:
            who = ("", recipients[0]["who"])
        elif new:
            who = ("new", new.key)
        asked = self._kept_as(None, values, f"dòng {row}")
        what = self._what(values)
        known = self._kept[who, what]
        in_words = self._kept.get((("words", fold(name)), what), []) if who[0] != "words" else []
        same = next((one for one in known if _is_same(one, asked)), None)
        like = next((one for one in (*known, *in_words) if _is_like(one, asked)), None)
        known.append(asked)
        return same, like

    def _what(self, values: Mapping[str, Any]) -> str:
        kept = self._awards.types.get(values["award_type"])
        return " ".join(spelt_out(values["form_words"] or (kept.name if kept else "")))

    def _kept_as(self, record: int | None, values: Mapping[str, Any], title: str) -> Kept:
        years = frozenset(values.get("years", ()))
        day = values["decided_on"]
        said = ", ".join(filter(None, (title, f"QĐ {values['decision_number']}".strip("QĐ "), shown_day(day))))
        return Kept(record, _plain(values["decision_number"]), day, years, said)


def _is_same(one: Kept, other: Kept) -> bool:
    """Whether number, day and year are the same as far as both say them, and something is said."""
    if one.number != other.number or not _agree(one.day, other.day):
        return False
    if one.number and one.day and other.day:
        return True
    return bool(one.years & other.years)


def _is_like(one: Kept, other: Kept) -> bool:
    """Whether they may be one award: of the same year, where no number or day tells them apart for sure."""
    told_apart = bool(one.number and other.number and one.number != other.number)
    return bool(one.years & other.years) and not (told_apart and not _agree(one.day, other.day))


def _agree(one: str, other: str) -> bool:
    return not one or not other or one.startswith(other) or other.startswith(one)


def _plain(number: str) -> str:
    return fold(number).replace(" ", "").removeprefix("so").lstrip("0:")
