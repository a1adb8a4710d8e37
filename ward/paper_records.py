"""The papers that were made: which file, from which template, every value that it printed, when it was signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from peewee import SqliteDatabase

from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.edits import Add, Amend, Change, Edit
from ward.errors import UserError
from ward.loading import Stored, load
from ward.text import nfc


class PrintedValue(Protocol):
    """One value that a paper printed: its mark in the file, the record's uid in hex, the field and the text.

    `what` says what it is called, `of` the records that a count counts (uids in hex), `block` and `cell` where it
    stands (`cell` is -1 where it does not fill one).
    """

    @property
    def id(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def of(self) -> Sequence[str]: ...
    @property
    def block(self) -> str: ...
    @property
    def cell(self) -> int: ...


@dataclass(frozen=True)
class MadePaper:
    """A finished paper, as it is to be remembered. Hashes are SHA-256 in hex.

    A refreshed paper names the Paper that it was made from (`previous`), and where that one's file lies from now
    on (`previous_path`; None where it stayed). `about`: the record that it was made for, where it is of no year.
    """

    name: str
    kind: str
    years: tuple[int, ...]
    path: Path
    file_hash: str
    template: str
    template_hash: str
    made_at: dt.datetime
    prints: Sequence[PrintedValue]
    previous: int | None = None
    previous_path: Path | None = None
    about: int | None = None


@dataclass(frozen=True)
class Standing:
    """A paper's file as it stands when it is signed: where, its SHA-256 in hex, and what it says at each mark."""

    path: Path
    file_hash: str
    prints: Sequence[PrintedValue]


def record_paper(book: Book, paper: MadePaper) -> int:
    """Remembers a paper as a draft, as one act; gives its record's id.

    Raises: UserError when the file cannot be written, one of the paper's years is closed, or the paper that it
    was refreshed from is signed.
    """
    values = _values(book, paper)
    if paper.previous is None:
        return book.write(f"Lập văn bản “{paper.name}”", [Add("paper", values)]).added[0]
    refuse_signed(book.db, paper.previous)
    moved = {"file_path": str(paper.previous_path.resolve())} if paper.previous_path else {}
    edits: list[Edit] = [Add("paper", values), *([Amend(paper.previous, moved)] if moved else [])]
    return book.write(f"Cập nhật số liệu văn bản “{paper.name}”", edits).added[0]


def record_papers(book: Book, papers: Sequence[MadePaper], act: str) -> tuple[int, ...]:
    """Remembers several new papers as one act, which one undo takes back; gives their records in order.

    Raises as `record_paper`.
    """
    return book.write(act, [Add("paper", _values(book, paper)) for paper in papers]).added


def _values(book: Book, paper: MadePaper) -> dict[str, Any]:
    return {
        "name": paper.name,
        "paper_kind": paper.kind,
        "template": paper.template,
        "template_hash": paper.template_hash,
        "file_path": str(paper.path.resolve()),
        "file_hash": paper.file_hash,
        "made_at": paper.made_at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "state": "draft",
        "previous": paper.previous,
        "about": paper.about,
        "sample": book.sample,
        "years": paper.years,
        "prints": _rows(paper.prints),
    }


def is_untouched_draft(db: SqliteDatabase, file_hash: str, about: int | None = None) -> bool:
    """Whether a file with this hash is a draft as it was made: nobody has written in it or signed it since.

    A refreshed paper holds what was written in the one before, so it is never that; nor is a paper about another
    record than `about`.
    """
    rows = db.execute_sql(
        "SELECT k.state, k.previous_id, k.about_id FROM paper k JOIN record r ON r.id = k.record_id "
        "WHERE k.file_hash = ? AND r.binned = 0",
        (file_hash,),
    ).fetchall()
    return bool(rows) and all(row == ("draft", None, about) for row in rows)


def sign(book: Book, paper: int, signed_on: dt.date, number: str = "", standing: Standing | None = None) -> Change:
    """Marks a paper as signed on a day, under a number ("15/BC-UBND") where it has one already, as one act.

    With `standing` the file, its hash and the texts at its marks are kept as they are at the signing.
    Raises: UserError when it is signed already or void, or one of its years is closed.
    """
    stored = _paper(book.db, paper)
    if stored.values["state"] == "signed":
        raise UserError(f"Văn bản “{stored.title}” đã được đánh dấu {_signed(stored)} từ trước.")
    if stored.values["state"] == "void":
        raise UserError(f"Văn bản “{stored.title}” đã bỏ nên không ký được. Hãy lập văn bản mới.")
    values: dict[str, Any] = {"state": "signed", "signed_on": signed_on.isoformat(), "number": nfc(number)}
    if standing:
        values["file_path"] = str(standing.path.resolve())
        values["file_hash"] = standing.file_hash
        values["prints"] = _rows(standing.prints)
    signed = f"ký ngày {show_date(PartialDate(values['signed_on']))}" + (f", số {nfc(number)}" if nfc(number) else "")
    return book.write(f"Đánh dấu đã {signed}: “{stored.title}”", [Amend(paper, values)])


def unsign(book: Book, paper: int, reason: str) -> Change:
    """Takes the mark of signing away, for a reason that stays in the history, as one act.

    Raises: UserError without a reason, when the paper is not signed, or when one of its years is closed.
    """
    if not nfc(reason):
        raise UserError("Chưa ghi lý do. Hãy ghi vì sao bỏ đánh dấu đã ký.")
    stored = _paper(book.db, paper)
    if stored.values["state"] != "signed":
        raise UserError(f"Văn bản “{stored.title}” chưa được đánh dấu đã ký.")
    values = {"state": "draft", "signed_on": "", "number": ""}
    return book.write(f"Bỏ đánh dấu đã ký của “{stored.title}”: {nfc(reason)}", [Amend(paper, values)])


def void(book: Book, paper: int, reason: str) -> Change:
    """Marks a paper, signed or not, as one that holds no longer, for a reason that stays in the history, as one act.

    Raises: UserError without a reason, when it is void already, or when one of its years is closed.
    """
    if not nfc(reason):
        raise UserError("Chưa ghi lý do. Hãy ghi vì sao bỏ văn bản này.")
    stored = _paper(book.db, paper)
    if stored.values["state"] == "void":
        raise UserError(f"Văn bản “{stored.title}” đã bỏ từ trước.")
    return book.write(f"Bỏ văn bản “{stored.title}”: {nfc(reason)}", [Amend(paper, {"state": "void"})])


def refuse_signed(db: SqliteDatabase, paper: int) -> None:
    """Raises UserError, with what to do instead, when a paper is signed or void: such a file is never refreshed."""
    stored = _paper(db, paper)
    if stored.values["state"] == "signed":
        raise UserError(
            f"Văn bản “{stored.title}” {_signed(stored)} nên không cập nhật số liệu được nữa. "
            "Hãy lập thư đính chính; nếu đánh dấu nhầm, hãy bỏ đánh dấu đã ký và ghi lý do."
        )
    if stored.values["state"] == "void":
        raise UserError(f"Văn bản “{stored.title}” đã bỏ nên không cập nhật số liệu. Hãy lập văn bản mới.")


def _paper(db: SqliteDatabase, paper: int) -> Stored:
    stored = load(db, paper)
    if stored.kind != "paper" or stored.binned:
        raise UserError("Văn bản này không còn trong danh sách văn bản đã lập. Hãy chọn lại.")
    return stored


def _signed(stored: Stored) -> str:
    on, number = stored.values["signed_on"], stored.values["number"]
    words = ["đã ký", *([f"ngày {show_date(PartialDate(on))}"] if on else [])]
    return " ".join(words) + (f", số {number}," if number else "")


def _rows(prints: Iterable[PrintedValue]) -> list[dict[str, Any]]:
    return [
        {
            "mark": one.id,
            "record_uid": one.record,
            "field": one.field,
            "text": str(one.text),
            "what": one.what,
            "of_uids": " ".join(one.of),
            "block": one.block,
            "cell": one.cell if one.cell >= 0 else None,
        }
        for one in prints
    ]
