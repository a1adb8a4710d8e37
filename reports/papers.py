"""The papers that the program makes: one of them, or the whole pack of a year, from the records to finished files."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reports.office_files.whole_files import write_whole
from reports.paper_kind import PaperKind
from reports.paper_kinds import APART, INDEX, KINDS, OF_YEARS, PAPERS, file_name, label_of
from reports.paper_making import Built, Making, paper_day
from reports.rebuilding import Rebuilt, rebuild, rebuild_context, rebuilt
from ward.book import Book
from ward.errors import UserError
from ward.paper_records import is_untouched_draft
from ward.year_view import year_view

__all__ = [
    "APART",
    "INDEX",
    "KINDS",
    "OF_YEARS",
    "PAPERS",
    "Built",
    "PaperKind",
    "Rebuilt",
    "file_name",
    "free_path",
    "label_of",
    "made_folder",
    "make_pack",
    "make_paper",
    "paper_day",
    "rebuild",
    "rebuild_context",
    "rebuilt",
]

Progress = Callable[[int, int], None]


def make_paper(
    book: Book,
    kind: str,
    years: Sequence[int],
    out: Path,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Built:
    """Makes one paper of these work years in the folder `out`; writes no record.

    A file of the same name that somebody has changed since it was made stays; the new one gets a number.
    Raises: KeyError for an unknown kind, UserError for a template that is wrong or a folder that cannot be
    written.
    """
    making = _making(book, years, today, progress)
    return _written(making, kind, made_folder(out))


def make_pack(
    book: Book,
    years: Sequence[int],
    out: Path,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Iterator[Built]:
    """Every paper that can be made for these years, one after the other, and then their index with the findings.

    Raises as `make_paper`. `progress` counts the papers.
    """
    making, folder = _making(book, years, today, None), made_folder(out)
    built: list[Built] = []
    for done, kind in enumerate(KINDS):
        if progress:
            progress(done, len(KINDS))
        built.append(_written(making, kind, folder, tuple(built)))
        yield built[-1]
    if progress:
        progress(len(KINDS), len(KINDS))


def free_path(book: Book, folder: Path, name: str, about: int | None = None) -> Path:
    """Where the paper goes: its own name, or with a number where a file stands that is more than our draft of it.

    `about`: the record that the paper is made for, where it is not made of years.
    """
    path = folder / name
    number = 2
    while path.exists() and not is_our_draft(book, path, about):
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


def _making(book: Book, years: Sequence[int], today: dt.date | None, progress: Progress | None) -> Making:
    now = dt.datetime.now(dt.UTC) if today is None else dt.datetime.combine(today, dt.time(12), dt.UTC)
    on = paper_day(years, now.astimezone().date())
    return Making(book, year_view(book.db, years, on, progress=progress), now, on)


def _written(making: Making, kind: str, folder: Path, built: Sequence[Built] = ()) -> Built:
    content, filled, template = making.filled(kind, built)
    target = free_path(making.book, folder, file_name(OF_YEARS[kind], making.view.years))
    write_whole(target, content)
    warnings = (*filled.faults, *making.warnings(kind, template))
    return Built(making.described(kind, target, filled, template), warnings)


def made_folder(out: Path) -> Path:
    """The folder that papers go into, which is there from now on. Raises UserError when it cannot be made."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{out}”. Hãy chọn một thư mục khác để lưu văn bản.") from error
    return out


def is_our_draft(book: Book, path: Path, about: int | None = None) -> bool:
    """Whether a file is a draft of ours about this record that nobody has written in."""
    try:
        return is_untouched_draft(book.db, hashlib.sha256(path.read_bytes()).hexdigest(), about)
    except OSError:
        return False
