"""A paper's file as it stands now: which Paper it is, and what it says at each of its marks, after any edit."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from ward.book import Book
from ward.errors import UserError
from ward.paper_lookups import paper_by_marks, papers_at, papers_by_hash
from ward.paper_records import Standing

if TYPE_CHECKING:
    from reports.excel.trace import SheetPrint
    from reports.office_files.package_parts import Parts

_CREATED = "{http://purl.org/dc/terms/}created"


@dataclass(frozen=True)
class StandingValue:
    """One printed value as it stands in the file now (`text`) and as it was printed (`printed`).

    `place` says in words where: the section, the table and row, or the sheet and cell.
    """

    id: str
    record: str
    field: str
    text: str
    printed: str
    what: str
    of: tuple[str, ...]
    block: str
    cell: int
    place: str


@dataclass(frozen=True)
class StandingPaper:
    """A file taken apart: the kind and moment (ISO) that it names ("" where lost), and its values in order.

    Values that were deleted since the file was made are left out; a copied one counts where it stands first.
    """

    kind: str
    made_at: str
    values: tuple[StandingValue, ...]


def read_standing(content: bytes) -> StandingPaper:
    """What a Word or Excel paper says now. Raises UserError for a file that is neither, or is broken."""
    from reports.office_files.packages import open_package

    parts = open_package(content)
    return _sheet(content, parts) if "xl/workbook.xml" in parts else _word(content)


def standing_of(path: Path) -> Standing:
    """The file as it is to be remembered when it is signed. Raises UserError for a file that cannot be read."""
    content = _bytes(path)
    return Standing(path, hashlib.sha256(content).hexdigest(), read_standing(content).values)


def find_paper(book: Book, path: Path) -> int | None:
    """The Paper that a file is: by its content, by the marks in it (moved, renamed and edited), else by its place.

    None when the book knows no such paper. Raises UserError when the file cannot be read.
    """
    content = _bytes(path)
    for known in papers_by_hash(book.db, hashlib.sha256(content).hexdigest()):
        return known
    try:
        standing = read_standing(content)
    except UserError:
        return next(iter(papers_at(book.db, path)), None)
    texts = {one.id: one.text for one in standing.values}
    found = paper_by_marks(book.db, standing.kind, standing.made_at, texts) if texts else None
    return found if found is not None else next(iter(papers_at(book.db, path)), None)


def _word(content: bytes) -> StandingPaper:
    from reports.word.trace import read_paper

    paper = read_paper(content)
    values = []
    for one in paper.prints:
        for found in paper.values.get(one.id, ())[:1]:
            values.append(
                StandingValue(
                    *(one.id, one.record, one.field, found.text, one.text, one.what),
                    *(tuple(one.of), one.block, one.cell, found.place),
                )
            )
    kind, made_at = _named(paper.parts, paper.trace_name) if paper.trace_name else ("", "")
    return StandingPaper(kind, made_at or _created(paper.parts), tuple(values))


def _sheet(content: bytes, parts: "Parts") -> StandingPaper:
    from reports.excel.trace import read_sheet_paper

    def standing(one: "SheetPrint") -> Iterator[StandingValue]:
        if one.place is not None:
            text = one.text if _untouched(one) else one.now
            yield StandingValue(
                one.id, one.record, one.field, text, one.text, one.what, one.of, "", -1, one.place.words
            )

    values = tuple(value for one in read_sheet_paper(content).prints for value in standing(one))
    return StandingPaper("", _created(parts), values)


def _untouched(one: "SheetPrint") -> bool:
    """Whether the cell of a value shows what it was filled with; a number counts as a number."""
    if one.now == one.whole:
        return True
    try:
        return one.number_now is not None and one.number_now == Decimal(one.whole)
    except InvalidOperation:
        return False


def _named(parts: "Parts", name: str) -> tuple[str, str]:
    """The kind and the moment that the list of prints names."""
    from reports.office_files.packages import parse_xml

    root = parse_xml(name, parts[name].content())
    return root.get("paper") or "", root.get("made") or ""


def _created(parts: "Parts") -> str:
    """The moment of making that the file's properties tell; editors keep it when they save."""
    from reports.office_files.packages import parse_xml

    name = "docProps/core.xml"
    if name not in parts:
        return ""
    return next((one.text or "" for one in parse_xml(name, parts[name].content()).iter(_CREATED)), "")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"Không đọc được “{path.name}”. Hãy kiểm tra tệp còn ở đó và được phép đọc.") from error
