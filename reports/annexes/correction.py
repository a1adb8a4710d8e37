"""Thư đính chính: the letter that says what a signed paper states wrongly, what is right today, and why."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from reports.annexes.differences import Difference, differences_today
from reports.annexes.making import make_annex
from reports.annexes.words import cited, plain, why
from reports.paper_making import Built
from reports.prints import Printed, Sentence, joined
from reports.wording.letterheads import letterhead, office_name, signature
from reports.wording.wording import Wording
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.book import Book
from ward.errors import UserError
from ward.findings import findings_about
from ward.loading import load
from ward.year_view import year_view

KIND = "thu-dinh-chinh"
BY_LETTER_ONLY_FORM = (
    "Khoản 3 Điều 18 Nghị định 30/2020/NĐ-CP: sai sót về nội dung phải được sửa đổi, thay thế bằng văn bản có hình "
    "thức tương đương; công văn đính chính dùng cho sai sót về thể thức, kỹ thuật trình bày, thủ tục ban hành. "
    "Hãy xem trường hợp này cần công văn đính chính hay cần văn bản thay thế."
)
_OPEN = "…"


@dataclass(frozen=True)
class CorrectionRow:
    """One thing to correct: what it is about, where it stands, what is printed, what is right, and why."""

    what: str
    place: str
    printed: str
    right: Text
    why: str


@dataclass(frozen=True)
class Correction:
    """The letter as its template asks for it; `gone` is to be struck out, `new` to be added."""

    letterhead: Letterhead
    subject: str
    addressee: str
    office: Text
    paper: str
    values: tuple[CorrectionRow, ...]
    gone: tuple[CorrectionRow, ...]
    new: tuple[CorrectionRow, ...]
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def make_correction(
    book: Book, paper: int, folder: Path | None = None, *, today: dt.date | None = None, addressee: str = ""
) -> Built:
    """The correction letter for a signed paper, beside its file unless `folder` says where; writes no record.

    Raises: UserError when the paper is not signed or still true, or as `differences_today` and `make_annex`.
    """
    stored = load(book.db, paper)
    if stored.values["state"] != "signed":
        raise UserError(
            f"“{stored.title}” chưa ký nên không cần thư đính chính. Hãy dùng “Cập nhật số liệu” cho bản dự thảo."
        )
    differing = differences_today(book, paper)
    if not differing:
        raise UserError(f"“{stored.title}” vẫn đúng với sổ nên không có gì để đính chính.")
    now = dt.datetime.now(dt.UTC) if today is None else dt.datetime.combine(today, dt.time(12), dt.UTC)
    on = now.astimezone().date()
    words = Wording(year_view(book.db, stored.years or (on.year,), on))
    letter = Correction(
        letterhead=_of_a_letter(words, on),
        subject=f"đính chính {cited(stored)}",
        addressee=addressee or _OPEN,
        office=office_name(words),
        paper=cited(stored),
        values=_rows(differing, "value"),
        gone=_rows(differing, "gone"),
        new=_rows(differing, "new"),
        signature=signature(words),
    )
    return make_annex(
        book,
        KIND,
        stored,
        letter.names(),
        folder,
        now,
        (BY_LETTER_ONLY_FORM, *_doubts(book, differing, stored.years)),
    )


def _doubts(book: Book, differing: Iterable[Difference], years: Iterable[int]) -> list[str]:
    """What does not agree in the book about the corrected figures: the letter says that all else stands."""
    found = findings_about(book.db, {one.record for one in differing if one.record}, years)
    return [
        f"Thư viết các nội dung khác không thay đổi, nhưng trong sổ còn chưa khớp: {one.sentence}" for one in found
    ]


def _rows(differing: Iterable[Difference], kind: str) -> tuple[CorrectionRow, ...]:
    return tuple(
        CorrectionRow(one.title or one.what, one.place, plain(one.printed), _traced(one), why(one.cause, clock=False))
        for one in differing
        if one.kind == kind
    )


def _traced(one: Difference) -> Text:
    """Today's text, which leads back to its record."""
    if not one.today:
        return ""
    if one.record:
        return Printed(plain(one.today), record=one.record, field=one.field, what=one.what)
    return Printed.counted(plain(one.today), of=one.of, field=one.field, what=one.what)


def _of_a_letter(words: Wording, on: dt.date) -> Letterhead:
    """The head of an official letter: its number bears no abbreviation of a kind, but the drafting unit's."""
    head = letterhead(words, "", on)
    keeper = words.view.keeper
    symbol = keeper.letterhead.get("symbol", "") if keeper else ""
    number = joined(["Số: …/", symbol or (Sentence(("UBND",)) if keeper else _OPEN), "-…"])
    return Letterhead(head.office, number, head.place_and_date, head.superior)
