"""Phụ lục “Nguồn số liệu”: each figure that a paper printed: its place, record, source, evidence, newest change."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.annexes.comparison import values_of_paper
from reports.annexes.differences import places_in
from reports.annexes.differing import Value
from reports.annexes.making import make_annex
from reports.annexes.words import cited, day_words, described, label_of_field, together, why
from reports.paper_making import Built
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.kinds import KINDS
from ward.loading import load
from ward.origins import Cause, Origin, Said, cause, named_all, origin

KIND = "nguon-so-lieu"
_MOST_PLACES, _MOST_COUNTED = 3, 10
_NO_SOURCE, _NO_EVIDENCE, _UNKNOWN = "Chưa ghi", "Chưa có", "Không còn lịch sử trong sổ"
_WITH_NUMBERS = ("document", "office")  # a document's number and an office's symbol are no figures
_NUMBERS = ("decision_number", "book_number", "names", "title", "name")


@dataclass(frozen=True)
class SourceRow:
    """One printed figure: where, its text, the record, who said it, the evidence, the newest act on it."""

    place: str
    printed: str
    record: str
    source: str
    evidence: str
    change: str


@dataclass(frozen=True)
class SourceAnnex:
    """The annex as its template asks for it."""

    paper: str
    book: str
    made_on: str
    rows: tuple[SourceRow, ...]


def make_sources(book: Book, paper: int, folder: Path | None = None, *, now: dt.datetime | None = None) -> Built:
    """The annex for a paper, beside its file unless `folder` says where; writes no record.

    Raises UserError as `make_annex`.
    """
    stored = load(book.db, paper)
    now = now or dt.datetime.now(dt.UTC)
    annex = SourceAnnex(
        paper=cited(stored),
        book=book.path.name,
        made_on=day_words(now.astimezone().date()),
        rows=source_rows(book, values_of_paper(book, paper), places_in(Path(stored.values["file_path"]))),
    )
    return make_annex(book, KIND, stored, vars(annex), folder, now)


def source_rows(book: Book, values: Sequence[Value], places: Mapping[str, str]) -> tuple[SourceRow, ...]:
    """A row for each record whose figures stand among the values, in the order in which they stand.

    A figure is a value of a figure's record, or a text with a digit that is no date and no number of a
    document. `places` are those of the values, by mark.
    """
    rows: dict[tuple[str, str], list[Value]] = {}
    kinds = {one.uid: one.kind for one in named_all(book.db, dict.fromkeys(value.record for value in values))}
    for one in values:
        if _is_figure(kinds.get(one.record, ""), one):
            rows.setdefault((one.record, "" if one.record else one.field + one.what), []).append(one)
    return tuple(_row(book, same, places) for same in rows.values())


def _is_figure(kind: str, value: Value) -> bool:
    if kind == "figure":
        return True
    if kind in _WITH_NUMBERS or not any(char.isdecimal() for char in value.text):
        return False
    if value.of:
        return True
    field = KINDS[kind].shape.by_key.get(value.field) if kind in KINDS else None
    return (field is None or field.type not in ("day", "period")) and value.field not in _NUMBERS


def _row(book: Book, same: Sequence[Value], places: Mapping[str, str]) -> SourceRow:
    first = same[0]
    found = origin(book.db, first.record, first.field, first.of)
    return SourceRow(
        _places(same, places),
        together((label_of_field(found.record.kind, one.field), one.text) for one in same),
        "; ".join(_records(book, found, first.what)),
        _source(found.said),
        "; ".join(one.caption or one.file_name for one in found.evidence) or _NO_EVIDENCE,
        _change(book, found),
    )


def _places(same: Iterable[Value], places: Mapping[str, str]) -> str:
    found = [place for place in dict.fromkeys(places.get(one.id, "") for one in same) if place]
    more = f" và {len(found) - _MOST_PLACES} chỗ nữa" if len(found) > _MOST_PLACES else ""
    return "; ".join(found[:_MOST_PLACES]) + more


def _records(book: Book, found: Origin, what: str) -> Iterator[str]:
    if found.record.uid:
        yield described(book.db, found.record)
    if found.living and found.living.uid != found.record.uid:
        yield described(book.db, found.living)
    if found.counted:
        yield f"{what}, tính từ {len(found.counted)} bản ghi" if what else f"Tính từ {len(found.counted)} bản ghi"
        yield from (described(book.db, one) for one in found.counted[:_MOST_COUNTED])
        if len(found.counted) > _MOST_COUNTED:
            yield f"và {len(found.counted) - _MOST_COUNTED} bản ghi nữa"


def _source(said: Said) -> str:
    words = [said.source.title if said.source else "", said.words]
    on = f"ngày {show_date(PartialDate(said.said_on))}" if said.said_on else ""
    return ", ".join(filter(None, (*words, on))) or _NO_SOURCE


def _change(book: Book, found: Origin) -> str:
    newest = next(iter(found.history), None)
    if newest:
        return why(Cause(newest.act, newest.who, newest.at), clock=False)
    counted = cause(book.db, "", found.field, of=[one.uid for one in found.counted])
    return why(counted, clock=False) if counted else _UNKNOWN
