"""A paper made again in memory, as it would be today: of the same kind and years, from the same template."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reports.awarding.award_paper_kinds import AWARD_PAPERS
from reports.paper_kinds import FORM, INDEX, OF_YEARS
from reports.paper_making import Built, Making, paper_day
from reports.standing import read_standing
from reports.template_desk.files import Template, find_template
from ward.book import Book
from ward.errors import UserError
from ward.loading import Stored, load
from ward.paper_records import MadePaper
from ward.year_view import year_view

if TYPE_CHECKING:
    from reports.prints import Print


@dataclass(frozen=True)
class Rebuilt:
    """A paper as it would be today: its bytes, what it prints, how it is to be remembered, and what to know of it.

    `paper` has the path of the paper that it was rebuilt for; no file was written.
    """

    content: bytes
    prints: "Sequence[Print]"
    paper: MadePaper
    notes: tuple[str, ...]


def rebuild(book: Book, paper: int, *, today: dt.date | None = None) -> bytes:
    """The bytes of `rebuilt`."""
    return rebuilt(book, paper, today=today).content


def rebuilt(book: Book, paper: int, *, today: dt.date | None = None) -> Rebuilt:
    """The paper with this record as today's records make it; writes nothing.

    A draft bears today's day (or `today`), a signed paper the day on which it was signed, so that whoever signs
    today makes no difference to it. `notes` say when its template is another one than before.

    Raises: UserError when the program cannot make papers of its kind, or its template is wrong.
    """
    about_award = _award_paper(book, load(book.db, paper), today)
    if about_award:
        return about_award
    stored, making = _made_anew(book, paper, today)
    kind = stored.values["paper_kind"]
    if kind == FORM:
        return _filled_form(stored, making)
    built, unread = _pack_of(book, stored, making)
    content, filled, template = making.filled(kind, built)
    described = making.described(kind, Path(stored.values["file_path"]), filled, template)
    return Rebuilt(content, filled.prints, described, (*_of_template(stored, template), *unread, *filled.faults))


def rebuild_context(book: Book, paper: int, *, today: dt.date | None = None) -> Mapping[str, object]:
    """What `rebuilt` fills the template with: every name that it may use. Raises as `rebuilt`."""
    kept = load(book.db, paper)
    kind, about = kept.values["paper_kind"], kept.values["about"]
    if kind in AWARD_PAPERS and about:
        from reports.awarding.award_papers import context_of, making_of

        return context_of(making_of(book, kind, about, _moment(kept, today), as_kept=True)).names()
    stored, making = _made_anew(book, paper, today)
    if stored.values["paper_kind"] == FORM:
        raise UserError(f"“{stored.title}” được điền vào biểu có sẵn nên không có mẫu để thử.")
    return making.names(stored.values["paper_kind"], _pack_of(book, stored, making)[0])


def _award_paper(book: Book, stored: Stored, today: dt.date | None) -> Rebuilt | None:
    """A paper of awards filled anew from the record that it is about; None for a paper of years."""
    kind, about = stored.values["paper_kind"], stored.values["about"]
    if kind not in AWARD_PAPERS or not about:
        return None
    from reports.awarding.award_papers import fill_award_paper

    made = fill_award_paper(book, kind, about, _moment(stored, today), as_kept=True)
    notes = (*_of_template(stored, made.template), *made.filled.faults)
    return Rebuilt(made.content, made.filled.prints, made.described(Path(stored.values["file_path"])), notes)


def _filled_form(stored: Stored, making: Making) -> Rebuilt:
    """A given form filled anew, from the edition that is kept."""
    from reports.excel.official_forms import kept_form
    from reports.excel.official_papers import described, fill_form, in_words

    given = kept_form(making.book.path, stored)
    content, filled, remarks = fill_form(making, given)
    paper = described(making, given, Path(stored.values["file_path"]), filled)
    before = stored.values["template_hash"]
    other = [] if given.sha256 == before else [f"Biểu gốc “{given.name}” đã khác lúc điền. Hãy xem kỹ từng ô."]
    return Rebuilt(content, filled.prints, paper, (*other, *in_words(remarks)))


def _made_anew(book: Book, paper: int, today: dt.date | None) -> tuple[Stored, Making]:
    stored = load(book.db, paper)
    kind, years = stored.values["paper_kind"], stored.years
    if kind not in (*OF_YEARS, FORM) or not years:
        raise UserError(
            f"Chương trình không lập lại được “{stored.title}”: văn bản này không thuộc loại lập từ số liệu của năm. "
            "Hãy chọn báo cáo, biểu chỉ tiêu hoặc mục lục đã lập từ sổ."
        )
    now = _moment(stored, today)
    on = paper_day(years, now.astimezone().date())
    return stored, Making(book, year_view(book.db, years, on), now, on)


def _moment(stored: Stored, today: dt.date | None) -> dt.datetime:
    signed_on = stored.values["signed_on"]
    day = dt.date.fromisoformat(signed_on) if len(signed_on) == 10 else today
    return dt.datetime.now(dt.UTC) if day is None else dt.datetime.combine(day, dt.time(12), dt.UTC)


def _pack_of(book: Book, index: Stored, making: Making) -> tuple[list[Built], list[str]]:
    """The papers that an index lists, each in its newest version, and in words those whose files cannot be read.

    They are those that were made in one go with it; no other kind of paper lists any.
    """
    if index.values["paper_kind"] != INDEX:
        return [], []
    rows = book.db.execute_sql(
        "SELECT p.record_id FROM paper p JOIN record r ON r.id = p.record_id "
        "WHERE p.made_at = ? AND p.paper_kind <> ? AND r.binned = 0 ORDER BY p.record_id",
        (index.values["made_at"], INDEX),
    ).fetchall()
    found = [_as_built(load(book.db, _newest(book, record)), making) for (record,) in rows]
    unread = [one for one in found if not _is_readable(one.path)]
    told = [f"Không đọc được “{one.path.name}” nên mục lục này không kể văn bản đó." for one in unread]
    return [one for one in found if one not in unread], told


def _newest(book: Book, paper: int) -> int:
    """The paper that was refreshed last from this one; itself where none was."""
    sql = (
        "SELECT p.record_id FROM paper p JOIN record r ON r.id = p.record_id "
        "WHERE p.previous_id = ? AND r.binned = 0 ORDER BY p.record_id DESC LIMIT 1"
    )
    while row := book.db.execute_sql(sql, (paper,)).fetchone():
        paper = int(row[0])
    return paper


def _is_readable(path: Path) -> bool:
    try:
        read_standing(path.read_bytes())
    except (OSError, UserError):
        return False
    return True


def _as_built(stored: Stored, making: Making) -> Built:
    kind = stored.values["paper_kind"]
    path = Path(stored.values["file_path"])
    paper = MadePaper(stored.title, kind, stored.years, path, "", "", "", making.now, ())
    if kind not in OF_YEARS:
        return Built(paper, ())
    return Built(paper, tuple(making.warnings(kind, find_template(making.book.path, OF_YEARS[kind].template))))


def _of_template(stored: Stored, template: Template) -> list[str]:
    before = stored.values["template_hash"]
    if not before or before == hashlib.sha256(template.content).hexdigest():
        return []
    return [
        f"Mẫu “{template.label}” đã đổi từ khi lập văn bản này, "
        "nên lời văn có thể đổi cùng với số liệu. Hãy xem kỹ từng chỗ trước khi nhận."
    ]
