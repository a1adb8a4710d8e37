"""What is looked up in papers that were made, as lists to show: reconciling, what differs, two versions; and PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ward.book import Book
from ward.edits import Change
from ward.errors import UserError
from ward.loading import load
from ward.origins import named_all
from ward.paper_lookups import versions_of

if TYPE_CHECKING:
    from reports.annexes.comparison import ComparedLine
    from reports.annexes.differences import Difference

UNTRUE = "Văn bản không còn đúng"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Listing:
    """What was found: a title, words above, column heads, and lines of cells, each with its record (0: none)."""

    title: str
    words: str
    columns: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    nothing: str


def reconciled(book: Book, paths: Sequence[Path], *, progress: Progress | None = None) -> Listing:
    """What does not agree within these papers, among them, and with the book."""
    from reports.reconcile.reconciling import reconcile_files

    if progress:
        progress(0, 1)
    found = reconcile_files(paths, book)
    unsettled = _unsettled(book, paths)
    several = len(paths) > 1
    heads = ("Loại", *(("Văn bản",) if several else ()), "Chỗ", "Cần xem")
    lines = [
        (one.record, (one.severity, *((one.paper,) if several else ()), one.place, one.sentence)) for one in found
    ]
    of_the_book = ("Chưa khớp trong sổ", *(("",) if several else ()), "")
    lines += [(uid, (*of_the_book, sentence)) for uid, sentence in unsettled]
    words = "Máy chỉ nêu chỗ cần xem, không tự sửa. Số gõ tay không phải là sai: chỉ cần soát lại."
    nothing = "Các văn bản khớp nhau và khớp với sổ." if several else "Văn bản khớp với sổ, không có số gõ tay."
    return Listing("Đối chiếu trước khi in", words, heads, _with_records(book, lines), nothing)


def _unsettled(book: Book, paths: Sequence[Path]) -> list[tuple[str, str]]:
    """What does not agree in the book about the records that these papers print: the record, the sentence."""
    from reports.standing import find_paper, read_standing
    from ward.findings import findings_about

    uids = {one.record for path in paths for one in read_standing(path.read_bytes()).values if one.record}
    known = [paper for path in paths if (paper := find_paper(book, path)) is not None]
    years = {year for paper in known for year in load(book.db, paper).years}
    found = findings_about(book.db, uids, sorted(years))
    return [(load(book.db, one.records[0]).uid.hex(), one.sentence) for one in found]


def differing(book: Book, paper: int) -> Listing:
    """What a signed paper says and today's records no longer do, with the act that changed it."""
    from reports.annexes.differences import differences_today
    from reports.annexes.words import why

    stored = load(book.db, paper)
    found = differences_today(book, paper)
    lines = [(one.record, (*_difference(one), why(one.cause))) for one in found]
    heads = ("Chỗ", "Nội dung", "Trong văn bản", "Nay", "Vì sao")
    nothing = f"“{stored.title}” vẫn đúng với sổ."
    words = f"“{stored.title}” đã ký nên không sửa; có thể lập thư đính chính."
    return Listing(UNTRUE, words, heads, _with_records(book, lines), nothing)


def no_longer_true(book: Book, *, progress: Progress | None = None) -> Listing:
    """The signed papers that are no longer true, each with what differs."""
    from reports.annexes.differences import untrue_papers

    lines: list[tuple[str, tuple[str, ...]]] = []
    for paper in untrue_papers(book, progress=progress):
        title = f"{paper.candidate.title} ({paper.candidate.number or 'chưa ghi số'})"
        lines += [("", (title, "", note, "", "")) for note in paper.notes]
        lines += [(one.record, (title, *_difference(one))) for one in paper.differences]
    heads = ("Văn bản", "Chỗ", "Nội dung", "Trong văn bản", "Nay")
    return Listing(UNTRUE, "", heads, _with_records(book, lines), "Mọi văn bản đã ký vẫn đúng với sổ.")


def pair(book: Book, papers: Sequence[int]) -> tuple[int, int]:
    """The older and the newer of two papers; of one, the version made before it. Raises UserError without one."""
    versions = [one.paper for one in versions_of(book.db, papers[0])]
    if len(papers) == 2:
        order = {paper: place for place, paper in enumerate(versions)}
        older, newer = sorted(papers, key=lambda paper: order.get(paper, 0), reverse=True)
        return older, newer
    at = versions.index(papers[0])
    if at + 1 == len(versions):
        raise UserError("Văn bản này chưa có bản nào trước nó. Hãy chọn hai văn bản (giữ Ctrl) rồi so sánh.")
    return versions[at + 1], papers[0]


def compared(book: Book, old: int, new: int) -> Listing:
    """What differs between two papers by people, awards and figures."""
    from reports.annexes.comparison import comparison

    files = (Path(load(book.db, one).values["file_path"]).name for one in (old, new))
    return _compared(book, comparison(book, old, new), *files)


def compared_files(book: Book, old: Path, new: Path) -> Listing:
    """As `compared`, of two files."""
    from reports.annexes import comparison

    return _compared(book, comparison.compared_files(book, old, new), old.name, new.name)


def as_pdf(paths: Sequence[Path], *, progress: Progress | None = None) -> list[Path]:
    """PDF files of these papers, beside them. Raises UserError where no program can make them."""
    from reports.pdf.converter import NO_CONVERTER, find_converter

    converter = find_converter()
    if converter is None:
        raise UserError(NO_CONVERTER)
    return [made.path for made in converter.convert(paths, progress=progress)]


def sign(book: Book, paper: int, path: Path, day: str, number: str) -> Change:
    """Marks a paper as signed, with what its file says now; where its marks are lost, what was printed stays.

    `day` is ISO. Raises UserError for a file that cannot be read, or as `ward.paper_records.sign`.
    """
    from reports.refreshing.refresh import read_draft
    from reports.standing import standing_of
    from ward.paper_records import sign as mark_signed

    if dt.date.fromisoformat(day) > dt.date.today():
        raise UserError("Ngày ký ở sau hôm nay. Hãy ghi lại ngày ký.")
    if path.is_file():
        read_draft(path)  # refuses a file that is open: what was not saved yet would be missing
    standing = standing_of(path) if path.is_file() else None
    kept = standing if standing and standing.prints else None
    return mark_signed(book, paper, dt.date.fromisoformat(day), number, kept)


def _compared(book: Book, found: Sequence[ComparedLine], old: str, new: str) -> Listing:
    lines = [(one.record, (one.group, one.title or one.what, one.printed or "–", one.today or "–")) for one in found]
    words = f"Bản trước: “{old}”. Bản sau: “{new}”. Chỉ so người, khen thưởng và số liệu, không so từng chữ."
    nothing = "Hai bản không khác nhau về người, khen thưởng và số liệu."
    heads = ("Nhóm", "Nội dung", "Bản trước", "Bản sau")
    return Listing("So sánh hai bản", words, heads, _with_records(book, lines), nothing)


def _with_records(
    book: Book, lines: Sequence[tuple[str, tuple[str, ...]]]
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The lines with the ids of their records, 0 where there is none (any more)."""
    uids = list(dict.fromkeys(uid for uid, _ in lines if uid))
    found = {one.uid: one.record or 0 for one in named_all(book.db, uids)}
    return tuple((found.get(uid, 0), cells) for uid, cells in lines)


def _difference(one: Difference) -> tuple[str, str, str, str]:
    """Place, what it is about, what the paper says, what the records say."""
    return one.place, one.title or one.what, one.printed or "–", one.today or "–"
