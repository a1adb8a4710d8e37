"""The papers that were made: which file, from which template, and every value that it printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Add


class PrintedValue(Protocol):
    """One value that a paper printed: its mark in the file, the record's uid in hex, the field and the text."""

    @property
    def id(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class MadePaper:
    """A finished paper, as it is to be remembered. Hashes are SHA-256 in hex."""

    name: str
    kind: str
    years: tuple[int, ...]
    path: Path
    file_hash: str
    template: str
    template_hash: str
    made_at: dt.datetime
    prints: Sequence[PrintedValue]


def record_paper(book: Book, paper: MadePaper) -> int:
    """Remembers a paper as a draft, as one act; gives its record's id.

    Raises: UserError when the file cannot be written, or one of the paper's years is closed.
    """
    values = {
        "name": paper.name,
        "paper_kind": paper.kind,
        "template": paper.template,
        "template_hash": paper.template_hash,
        "file_path": str(paper.path.resolve()),
        "file_hash": paper.file_hash,
        "made_at": paper.made_at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "state": "draft",
        "sample": book.sample,
        "years": paper.years,
        "prints": [
            {"mark": one.id, "record_uid": one.record, "field": one.field, "text": str(one.text)}
            for one in paper.prints
        ],
    }
    return book.write(f"Lập văn bản “{paper.name}”", [Add("paper", values)]).added[0]


def is_untouched_draft(db: SqliteDatabase, file_hash: str) -> bool:
    """Whether a file with this hash is a draft as it was made: nobody has written in it or signed it since."""
    rows = db.execute_sql(
        "SELECT k.state FROM paper k JOIN record r ON r.id = k.record_id WHERE k.file_hash = ? AND r.binned = 0",
        (file_hash,),
    ).fetchall()
    return bool(rows) and all(state == "draft" for (state,) in rows)
