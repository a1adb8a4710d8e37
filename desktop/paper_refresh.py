"""Bringing a draft up to date: compare it with the records, then write what was chosen and keep the old file."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.paper_acts import Made
from desktop.paper_annexes import changes
from ward.book import Book
from ward.errors import UserError
from ward.loading import load
from ward.lookups import closed_years
from ward.paper_records import record_paper, refuse_signed
from ward.printed import prints_of

if TYPE_CHECKING:
    from reports.rebuilding import Rebuilt
    from reports.refreshing.proposals import Choice, Proposal

Progress = Callable[[int, int], None]
STEPS = 3
MOST_DOUBTS = 5
UNKNOWN = "[không có trường “"
"""What stands in a paper where its template asks for an unknown field."""


@dataclass(frozen=True)
class Refreshing:
    """A draft beside today's records: its record, title and file, what is proposed, and what to know of it.

    `doubts` are what does not agree in the book about the figures that would come in: a comparison that the clerk
    wrote stays as it is when its figure changes.
    """

    paper: int
    title: str
    path: Path
    file_hash: str
    rebuilt: Rebuilt
    plan: Any
    doubts: tuple[str, ...] = ()

    @property
    def proposals(self) -> Sequence[Proposal]:
        proposals: Sequence[Proposal] = self.plan.proposals
        return proposals

    @property
    def notes(self) -> Sequence[str]:
        return (*self.rebuilt.notes, *self.plan.notes, *self.doubts)


def compare(book: Book, paper: int, *, path: Path | None = None, progress: Progress | None = None) -> Refreshing:
    """Reads the draft's file and makes the paper again in memory; writes nothing.

    Raises UserError for a signed paper, a file that is gone, open in Word, or no longer to be read.
    """
    refuse_signed(book.db, paper)
    stored = load(book.db, paper)
    _refuse_closed(book, stored.years)
    place = path or Path(stored.values["file_path"])
    content = _content(place)
    report = progress or (lambda _done, _total: None)
    report(1, STEPS)
    from reports.rebuilding import rebuilt

    today = rebuilt(book, paper)
    report(2, STEPS)
    plan = _without_marked_places(_planned(book, paper, place, content, today.content))
    doubts = tuple(_doubts(book, plan.proposals, stored.years))
    return Refreshing(paper, stored.title, place, hashlib.sha256(content).hexdigest(), today, plan, doubts)


def _without_marked_places(plan: Any) -> Any:
    """The plan, not adding by itself what a misspelt field of the template has marked."""
    kept = [
        replace(one, default="typed") if one.kind == "add" and UNKNOWN in one.today else one for one in plan.proposals
    ]
    return replace(plan, proposals=tuple(kept))


def _doubts(book: Book, proposals: Sequence[Proposal], years: Sequence[int]) -> Iterator[str]:
    from ward.findings import findings_about

    found = findings_about(book.db, {one.record for one in proposals if one.record}, years)
    for one in found[:MOST_DOUBTS]:
        yield f"Chưa khớp trong sổ: {one.sentence}"
    if len(found) > MOST_DOUBTS:
        yield f"Còn {len(found) - MOST_DOUBTS} chỗ chưa khớp nữa về các số này; hãy xem ở “Phát hiện”."


def refresh(
    book: Book,
    draft: Refreshing,
    choices: Mapping[str, Choice],
    *,
    listing: bool = False,
    now: dt.datetime | None = None,
) -> Made:
    """Writes the draft with the chosen values in its old place; the old file is kept beside it under another name.

    With `listing` a list of changes is made, too.
    Raises UserError when the file was changed meanwhile, is open elsewhere, or cannot be written, and when the book
    could not remember the new version.
    """
    from reports.office_files.whole_files import write_whole
    from reports.standing import read_standing

    _refuse_forgetting(book, draft)
    before = _content(draft.path)
    if hashlib.sha256(before).hexdigest() != draft.file_hash:
        raise UserError(f"“{draft.path.name}” vừa được sửa và lưu lần nữa. Hãy bấm “Cập nhật số liệu” lại.")
    moment = now or dt.datetime.now(dt.UTC)
    content = _engine(draft.path).apply(draft.plan, choices, at=moment)
    kept = kept_name(draft.path, moment)
    write_whole(kept, before)
    try:
        file_hash = write_whole(draft.path, content)
    except BaseException:
        kept.unlink()  # nothing was refreshed, so there is no version before
        raise
    made = replace(
        draft.rebuilt.paper,
        path=draft.path,
        file_hash=file_hash,
        made_at=moment,
        prints=read_standing(content).values,
        previous=draft.paper,
        previous_path=kept,
    )
    words = [f"Bản cũ được giữ ở “{kept.name}”."]
    if listing:
        words.append(_listing(book, draft, choices))
    record = None
    try:
        record = record_paper(book, made)
    except UserError as error:
        words.append(f"Chưa ghi được vào sổ văn bản đã lập: {error}")
    return Made(draft.path, draft.title, record, tuple(words))


def _refuse_forgetting(book: Book, draft: Refreshing) -> None:
    """A refreshed draft that its book does not know would be asked about the same places again."""
    if book.read_only_reason:
        raise UserError(f"{book.read_only_reason} Chưa sửa văn bản.")
    _refuse_closed(book, draft.rebuilt.paper.years)


def _refuse_closed(book: Book, years: Sequence[int]) -> None:
    closed = sorted(closed_years(book.db).intersection(years))
    if closed:
        raise UserError(
            f"Năm {closed[0]} đã khóa sổ nên văn bản của năm đó không cập nhật số liệu. "
            "Muốn cập nhật, hãy mở lại năm ấy ở menu Năm rồi thử lại."
        )


def _listing(book: Book, draft: Refreshing, choices: Mapping[str, Choice]) -> str:
    try:
        return f"Danh sách thay đổi ở “{changes(book, draft, choices).path.name}”."
    except UserError as error:  # the paper itself stands
        return f"Chưa lập được danh sách thay đổi: {error}"


def kept_name(path: Path, moment: dt.datetime) -> Path:
    """Where the old file is kept: "Bao-cao (bản trước 08.05 22-11-2026).docx", or with a number."""
    stem = f"{path.stem} (bản trước {moment.astimezone():%H.%M %d-%m-%Y})"
    found = path.with_name(stem + path.suffix)
    number = 2
    while found.exists():
        found = path.with_name(f"{stem} {number}{path.suffix}")
        number += 1
    return found


def _planned(book: Book, paper: int, place: Path, content: bytes, today: bytes) -> Any:
    engine = _engine(place)
    if place.suffix.lower() == ".xlsx":
        return engine.plan_refresh(content, today)
    return engine.plan_refresh(content, today, prints=prints_of(book.db, paper))


def _engine(path: Path) -> Any:
    """The module that refreshes this kind of file."""
    if path.suffix.lower() == ".xlsx":
        from reports.excel import refresh as sheet_refresh

        return sheet_refresh
    from reports.refreshing import refresh

    return refresh


def _content(path: Path) -> bytes:
    from reports.refreshing.refresh import read_draft

    return read_draft(path)
