"""Where a printed value comes from, in the clerk's words: its record today, who said it, evidence, what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop.times import ago, local
from forms.catalogue import FORMS
from forms.readable import Reader
from ward.book import Book
from ward.changes import HistoryLine
from ward.dates import PartialDate, show_date
from ward.kinds import KINDS
from ward.loading import portable
from ward.origins import Named, Origin, origin

MOST = 30
STATES = {
    "merged": "Bản ghi này đã gộp vào bản ghi khác.",
    "binned": "Bản ghi này đang ở thùng rác.",
    "gone": "Sổ này không còn bản ghi ấy.",
}
Part = tuple[str, list[str]]


def read_origin(book: Book, record: str, field: str, of: Sequence[str] = ()) -> Origin:
    """The origin of a printed value (uid in hex, field, the records that a count counts)."""
    return origin(book.db, record, field, of)


def told(book: Book, found: Origin) -> list[Part]:
    """The origin in parts, each with its heading and lines; a part without lines is left out."""
    parts: list[Part] = [
        ("Nay trong sổ", list(_now(book, found))),
        ("Nguồn", list(_said(found))),
        ("Văn bản liên quan", [one.title for one in found.documents]),
        ("Minh chứng", [_named_file(one.caption, one.file_name) for one in found.evidence]),
        (f"Đếm từ {len(found.counted)} bản ghi", [_counted(one) for one in found.counted]),
        ("Lịch sử", list(_history(book, found))),
    ]
    return [(head, lines[:MOST]) for head, lines in parts if lines]


def state_words(named: Named) -> str:
    """What happened to a record since it was printed; "" while it stands as it was."""
    return STATES.get(named.state, "")


def _now(book: Book, found: Origin) -> Iterator[str]:
    record = found.living or found.record
    if record.kind not in FORMS or not found.keys:
        return
    reader = Reader(book, FORMS[record.kind])
    values = portable(KINDS[record.kind], found.values, lambda one: _uid(book, one), full=True)
    shown = [key for key in found.keys if reader.is_shown(key, set(found.keys))] or list(found.keys[:1])
    for key in shown:
        label, said = reader.label(key), reader.said(key, values)
        yield f"{label}: {said or '(trống)'}" if label else said


def _said(found: Origin) -> Iterator[str]:
    if found.said.source:
        yield found.said.source.title
    if found.said.words:
        yield found.said.words
    if found.said.said_on:
        yield f"Nói ngày {show_date(PartialDate(found.said.said_on))}"


def _counted(one: Named) -> str:
    state = state_words(one)
    return f"{one.title} ({state.rstrip('.').lower()})" if state else one.title


def _named_file(caption: str, file_name: str) -> str:
    return f"{caption} ({file_name})" if caption and caption != file_name else file_name


def _history(book: Book, found: Origin) -> Iterator[str]:
    record = found.living or found.record
    if record.kind not in FORMS:
        return
    reader, now = Reader(book, FORMS[record.kind]), dt.datetime.now()
    for _, group in groupby(found.history, key=lambda line: line.change):
        act = list(group)
        first = act[0]
        yield f"{ago(local(first.at), now)}, {first.who or 'không ghi tên'}: {first.act}{_change(reader, act)}"


def _change(reader: Reader, act: Sequence[HistoryLine]) -> str:
    """ " (48 → 52)", where the act changed what stood there."""
    before, after = ({line.field: getattr(line, side) for line in act} for side in ("before", "after"))
    if all(value is None for value in before.values()):
        return ""
    keys = [line.field for line in act if reader.is_shown(line.field, set(before))]
    sides = [(reader.said(key, before), reader.said(key, after)) for key in keys]
    changes = [f"{old or '(trống)'} → {new or '(trống)'}" for old, new in sides if old != new]
    return f" ({'; '.join(changes)})" if changes else ""


def _uid(book: Book, record: int) -> bytes:
    return bytes(book.db.execute_sql("SELECT uid FROM record WHERE id = ?", (record,)).fetchone()[0])
