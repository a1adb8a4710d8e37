"""Making papers and remembering that they were made: what the window and the command line share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.papers import Built, make_pack, make_paper
from ward.book import Book
from ward.errors import UserError
from ward.paper_records import record_paper, record_papers

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Made:
    """A paper that was made: its file, its record's id (None where none could be written), what to look at."""

    path: Path
    label: str
    record: int | None
    warnings: tuple[str, ...]


def make(
    book: Book,
    kind: str,
    years: Sequence[int],
    out: Path,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Made:
    """Makes one paper and remembers it. Raises UserError as `reports.papers.make_paper`."""
    return remembered(book, make_paper(book, kind, years, out, today=today, progress=progress))


def make_all(
    book: Book,
    years: Sequence[int],
    out: Path,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> list[Made]:
    """Makes the whole pack of these years and remembers each paper."""
    return [remembered(book, built) for built in make_pack(book, years, out, today=today, progress=progress)]


def remembered(book: Book, built: Built) -> Made:
    """Notes a finished file in the book.

    The file stands even where the book cannot be written, or a year of it is closed: then that is said.
    """
    try:
        record = record_paper(book, built.paper)
    except UserError as error:
        kept = f"Đã lập “{built.path.name}” nhưng không ghi được vào sổ văn bản đã lập: {error}"
        return Made(built.path, built.label, None, (*built.warnings, kept))
    return Made(built.path, built.label, record, built.warnings)


def all_remembered(book: Book, built: Sequence[Built], act: str) -> tuple[Made, ...]:
    """Notes several finished files in the book as one act; where they cannot be noted, each says so."""
    try:
        records: Sequence[int | None] = record_papers(book, [one.paper for one in built], act)
    except UserError as error:
        kept = f"Đã lập văn bản nhưng không ghi được vào sổ văn bản đã lập: {error}"
        return tuple(Made(one.path, one.label, None, (*one.warnings, kept)) for one in built)
    return tuple(Made(one.path, one.label, record, one.warnings) for one, record in zip(built, records, strict=True))
