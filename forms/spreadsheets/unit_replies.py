"""A unit's workbook that came back: whose it is, and its two lists, also when columns were moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peewee import SqliteDatabase

from forms.spreadsheets.headings import Heads, read_heads
from forms.spreadsheets.reading import read_workbook
from forms.spreadsheets.spellings import NOMINATION, REGISTRATION, Spellings
from forms.spreadsheets.tables import Line, Table, Workbook
from forms.spreadsheets.unit_workbook import COLUMNS, FORMAT, KEY, LISTS, NOMINATIONS, REGISTRATIONS, VERSION
from ward.errors import UserError
from ward.lookups import heads_by_uid

_TOLD_BY_US = frozenset({"uid", "number", "group", "name", "birth", "as_title"})
_OWN = 3
"""The column of the hidden sheet that says whose workbook it is."""


@dataclass(frozen=True)
class ReturnedList:
    """One list of the workbook: the rows that the unit filled in, the columns, the records that rows name by key."""

    table: Table
    heads: Heads
    uids: Mapping[int, bytes]


@dataclass(frozen=True)
class UnitReply:
    """A workbook that came back. `round` is the round that it was sent for, None where it names none."""

    unit: int
    unit_name: str
    year: int
    round: int | None
    nominations: ReturnedList
    registrations: ReturnedList


def read_unit_reply(db: SqliteDatabase, path: Path) -> UnitReply:
    """Reads a workbook that `write_unit_workbook` made and a unit filled in.

    Give `nominations` to `read_nominations` (table, heads, uids), `registrations` to `read_registrations`.
    Raises: UserError when it is none of ours, of a newer program, or of another ward; or as `read_workbook`.
    """
    book = read_workbook(path)
    unit_uid, year, round_uid = _whose(book)
    heads = heads_by_uid(db, [unit_uid, *([round_uid] if round_uid else ())])
    unit = heads.get(unit_uid)
    if unit is None or unit.binned:
        raise UserError(f"“{path.name}” là của một đơn vị không có trong sổ này. Hãy chọn tệp của phường mình.")
    sent_for = heads.get(round_uid) if round_uid else None
    return UnitReply(
        unit.forwarded_to or unit.id,
        unit.title,
        year,
        sent_for.id if sent_for and not sent_for.binned else None,
        _list(book, NOMINATIONS, NOMINATION),
        _list(book, REGISTRATIONS, REGISTRATION),
    )


def _whose(book: Workbook) -> tuple[bytes, int, bytes]:
    """The uids of unit and round, and the work year."""
    lists = next((table for table in book.tables if table.name == LISTS), None)
    said = [line.text(_OWN) for line in lists.lines[:5]] if lists else []
    if len(said) < 4 or said[0] != FORMAT:
        raise UserError(
            f"“{book.name}” không phải là biểu do Sổ Vàng gửi cho đơn vị. Hãy nhập như một danh sách Excel thường."
        )
    if said[1] != VERSION:
        raise UserError(f"“{book.name}” do một bản Sổ Vàng mới hơn lập. Hãy cập nhật chương trình rồi đọc lại.")
    return bytes.fromhex(said[2]), int(said[3]), bytes.fromhex(said[4]) if len(said) > 4 else b""


def _list(book: Workbook, title: str, spellings: Spellings) -> ReturnedList:
    """One list, found by its keys wherever sheet and columns went, else by the words of its heads."""
    wanted = {f"{KEY}{column.key}" for column in COLUMNS[title]}
    keyed = [(table, line) for table in book.tables for line in table.lines if len(wanted & set(line.cells)) > _OWN]
    exact = [one for one in keyed if wanted <= set(one[1].cells)] or keyed
    table = next((one for one, _ in exact if one.name == title), exact[0][0] if exact else None)
    if table is None:
        named = next((one for one in book.shown if one.name == title), Table(title, ()))
        heads = read_heads(named, spellings)
        return ReturnedList(named, heads, {})
    keys = next(line for one, line in exact if one is table)
    heads = _heads(table, keys)
    uid_column = next((place for place, cell in enumerate(keys.cells) if cell == f"{KEY}uid"), None)
    lines = tuple(line for line in table.lines if line.number <= heads.last_row or _is_filled(line, heads))
    uids = {line.number: uid for line in lines if (uid := _uid(line.text(uid_column)))}
    return ReturnedList(Table(table.name, lines, table.merges, table.dates), heads, uids)


def _heads(table: Table, keys: Line) -> Heads:
    columns = {
        cell.removeprefix(KEY): place
        for place, cell in enumerate(keys.cells)
        if cell.startswith(KEY) and cell != f"{KEY}uid"
    }
    below = next((line for line in table.lines if line.number == keys.number + 1), None)
    labels = {
        place: text
        for place, text in enumerate(below.cells if below else ())
        if text and not keys.text(place).startswith(f"{KEY}uid")
    }
    return Heads(keys.number + 1, columns, labels)


def _is_filled(line: Line, heads: Heads) -> bool:
    """Whether the unit wrote something: a row that we filled in and nobody touched is no proposal."""
    ours = {column for key, column in heads.columns.items() if key in _TOLD_BY_US}
    typed = [
        place for place in line.filled if place not in ours and place in (*heads.columns.values(), *heads.labels)
    ]
    return bool(typed) or (bool(line.text(heads.columns.get("name"))) and not any(_uid(cell) for cell in line.cells))


def _uid(text: str) -> bytes:
    """A record's uid in a cell; empty where there is none."""
    try:
        uid = bytes.fromhex(text)
    except ValueError:
        return b""
    return uid if len(uid) == 16 else b""
