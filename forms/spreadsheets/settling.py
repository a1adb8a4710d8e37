"""What the lists have in common: whom a row names and which award it means, with the clerk's answers applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peewee import SqliteDatabase

from forms.spreadsheets.asked import Asked, Found
from forms.spreadsheets.award_names import AwardNames
from forms.spreadsheets.cells import day_in
from forms.spreadsheets.doubts import Answer, Answers, RowDoubt, answer_to
from forms.spreadsheets.headings import Heads
from forms.spreadsheets.known import Known
from forms.spreadsheets.naming import RECORD_KINDS, kind_in
from forms.spreadsheets.recipients import Recipients
from forms.spreadsheets.rows import Data
from ward.search import words
from ward.text import fold

_SEXES = {"nam": "nam", "nu": "nu"}


@dataclass(frozen=True)
class AwardFound:
    """The award type that a text means (None: none), its words where it stays without one, what to ask."""

    record: int | None = None
    words: str = ""
    doubt: RowDoubt | None = None
    skip: bool = False


@dataclass(frozen=True)
class WhoFound:
    """Whom a row names: what it says of them, who that is; `skip` when the clerk leaves the row out."""

    asked: Asked
    found: Found
    skip: bool = False
    remarks: tuple[str, ...] = ()


class Settling:
    """One reading of one table against the book."""

    def __init__(
        self, db: SqliteDatabase, heads: Heads, answers: Answers, uids: Mapping[int, bytes] | None = None
    ) -> None:
        self.heads, self.answers, self.uids = heads, answers, uids or {}
        self.known, self.awards = Known(db), AwardNames(db)
        self._recipients = Recipients(self.known)

    def who(self, row: Data) -> WhoFound:
        """Whom a row names."""
        asked, remarks = self._asked(row)
        if not asked.text:
            doubt = RowDoubt("who", f"who:{row.number}", f"Dòng {row.number}: chưa ghi tên.")
            answer = answer_to(self.answers, row.number, "who", doubt.key)
            return WhoFound(asked, Found(doubt=doubt), answer is not None and answer.skip)
        kind = answer_to(self.answers, row.number, "kind", f"kind:{fold(asked.text)}")
        if kind and kind.value in RECORD_KINDS:
            asked = replace(asked, kind=kind.value)
        answer = answer_to(self.answers, row.number, "who", asked.key)
        found = self._recipients.find(asked, answer)
        skip = any(one is not None and one.skip for one in (kind, answer))
        return WhoFound(asked, found, skip, (*remarks, *found.remarks))

    def award(self, row: Data, text: str, part: int = 0) -> AwardFound:
        """Which award type a text means; `part` counts the awards of one row."""
        field, key = part_of("award", part), f"award:{fold(text)}"
        answer = answer_to(self.answers, row.number, field, key)
        if answer and (answer.record is not None or answer.as_words or answer.skip):
            return AwardFound(answer.record, "" if answer.record is not None else text, skip=answer.skip)
        exact = self.awards.exactly(text) if text else None
        if exact is not None:
            return AwardFound(exact)
        if not text:
            return AwardFound(doubt=RowDoubt(field, key, f"Dòng {row.number}: chưa ghi danh hiệu, hình thức khen."))
        told = f"Dòng {row.number}: danh mục chưa có “{text}”. Là danh hiệu, hình thức nào?"
        return AwardFound(None, text, RowDoubt(field, key, told, self.awards.like(text), as_words=True))

    def answered(self, row: Data, field: str, key: str) -> Answer | None:
        """What was answered to another doubt of a row."""
        return answer_to(self.answers, row.number, field, key)

    def beside(self, row: Data, used: frozenset[int] = frozenset()) -> list[str]:
        """What stands in columns that nobody knows, each with its head."""
        return [
            f"{label}: {text}"
            for column, label in self.heads.unknown.items()
            if column not in used and (text := row.line.text(column))
        ]

    def _asked(self, row: Data) -> tuple[Asked, tuple[str, ...]]:
        birth = day_in(row.get("birth"))
        remarks = (f"Ngày sinh “{birth.unread}” không đọc được, chưa ghi vào sổ.",) if birth.unread else ()
        place = " ".join(filter(None, (row.get("workplace"), row.get("address"))))
        asked = Asked(
            row.number,
            " ".join(row.get("name").split()),
            kind_in(row.get("group")) or row.kind or self._kind_of_heads(),
            row.get("address_form").strip(" ."),
            birth.iso,
            _SEXES.get(fold(row.get("sex")), ""),
            row.get("identity"),
            row.get("as_title") or row.get("post"),
            place or (self.known.title(row.unit) if row.unit else ""),
            self.uids.get(row.number, b""),
        )
        return asked, remarks

    def _kind_of_heads(self) -> str:
        """The kind that the head of the column of names tells for all rows."""
        said = " ".join(words(self.heads.labels.get(self.heads.columns["name"], "")))
        if "chu ho" in said:
            return "ho_gia_dinh"
        return "tap_the" if said in ("ten tap the", "ten don vi", "tap the") else ""


def as_title_of(row: Data) -> str:
    """Post and unit as the row writes them, else the address."""
    joined = ", ".join(filter(None, (row.get("post"), row.get("workplace"))))
    return " ".join((row.get("as_title") or joined or row.get("address")).split())


def part_of(field: str, part: int) -> str:
    """The field of the doubt about one of several awards of a row: "award", "award.2"."""
    return f"{field}.{part + 1}" if part else field
