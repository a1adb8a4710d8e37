"""Rounds: opened, reviewed, closed, opened again with a reason."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.awarding.outcome import doer, moment, needed, today
from ward.book import Book
from ward.edits import Add, Amend, Change, Values
from ward.errors import UserError
from ward.loading import Stored, load
from ward.lookups import LIVING, closed_years

WAITING = ("submitted", "returned", "supplement")
"""States of nominations that still wait for somebody's answer."""
_GIVEN = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round as a list shows it; `states` and `verdicts` count its nominations, days are ISO."""

    id: int
    name: str
    basis: str
    state: str
    opened_on: str
    due_on: str
    rules_on: str
    council: int | None
    pack: int | None
    nominations: int
    states: Mapping[str, int]
    verdicts: Mapping[str, int]
    years: tuple[int, ...]

    def is_late(self, on: str) -> bool:
        """Whether the time for nominations has run out while the round still takes them."""
        return self.state == "open" and bool(self.due_on) and self.due_on < on


def open_round(book: Book, values: Values) -> int:
    """Opens a round ("Đợt xét", fields of the form) and gives its record; state "open", opened today unless said.

    Raises: UserError without a name, a basis or a year.
    """
    given = {"state": "open", "opened_on": today(""), **values}
    name = needed(str(given.get("name", "")), "Chưa ghi tên đợt xét. Hãy ghi tên rồi mở đợt.")
    if not given.get("basis"):
        raise UserError("Chưa chọn loại hình khen. Hãy chọn công trạng, đột xuất hoặc chuyên đề.")
    if not given.get("years"):
        raise UserError("Chưa ghi năm của đợt xét. Hãy chọn năm.")
    given["name"] = name
    return book.write(f"Mở đợt xét “{name}”", [Add("round", given)]).added[0]


def rules_day(db: SqliteDatabase, round_id: int) -> str:
    """The day (ISO) whose rules hold for a round: the day its dossiers came, else the day it was opened."""
    found = round_of(db, round_id)
    return str(found.values["rules_on"] or found.values["opened_on"] or today(""))


def round_of(db: SqliteDatabase, round_id: int) -> Stored:
    """The round with all its fields. Raises UserError when the record is no round."""
    found = load(db, round_id)
    if found.kind != "round":
        raise UserError("Bản ghi này không phải là đợt xét khen. Hãy chọn lại đợt xét.")
    return found


def start_review(book: Book, round_id: int) -> Change:
    """Nominations are no longer awaited: the round is being judged."""
    found = round_of(book.db, round_id)
    if found.values["state"] not in ("", "open"):
        raise UserError("Đợt này đã qua bước nhận đề nghị. Không cần chuyển nữa.")
    return book.write(f"Bắt đầu xét đợt “{found.title}”", [Amend(round_id, {"state": "reviewing"})])


def close_round(book: Book, round_id: int) -> Change:
    """Marks a round as done. Raises UserError while nominations wait for an answer."""
    found = round_of(book.db, round_id)
    waiting = sum(count for state, count in round_row(book.db, round_id).states.items() if state in WAITING)
    if waiting:
        raise UserError(
            f"Còn {waiting} đề nghị đang chờ bổ sung hoặc chờ cấp trên trả lời. "
            "Hãy ghi kết quả, hoặc rút các đề nghị đó, rồi đóng đợt."
        )
    return book.write(f"Đóng đợt xét “{found.title}”", [Amend(round_id, {"state": "closed"})])


def reopen_round(book: Book, round_id: int, reason: str, *, who: str = "", at: dt.datetime | None = None) -> Change:
    """Opens a decided or closed round again; what was decided stays. Raises UserError without a reason."""
    found = round_of(book.db, round_id)
    reason = needed(reason, "Chưa ghi lý do mở lại. Hãy ghi vì sao phải mở lại đợt xét này.")
    if found.values["state"] not in ("decided", "closed"):
        raise UserError("Đợt này chưa kết thúc nên không cần mở lại.")
    closed = sorted(closed_years(book.db).intersection(found.years))
    if closed:
        raise UserError(f"Năm {closed[0]} đã khóa sổ. Hãy mở khóa năm và ghi lý do, rồi mở lại đợt xét.")
    row = {"reason": reason, "who": doer(book, who), "at": moment(at)}
    values = {"state": "reviewing", "reopenings": (*found.values["reopenings"], row)}
    return book.write(f"Mở lại đợt xét “{found.title}”: {reason}", [Amend(round_id, values)])


def rounds_of(db: SqliteDatabase, year: int) -> list[RoundRow]:
    """The rounds of a work year, the newest first."""
    rows = db.execute_sql(
        "SELECT r.id FROM record r JOIN record_year y ON y.record_id = r.id AND y.year = ? "
        f"WHERE r.kind = 'round' AND {LIVING}",
        (year,),
    ).fetchall()
    found = _rows(db, [record for (record,) in rows])
    return sorted(found, key=lambda row: (row.opened_on, row.id), reverse=True)


def round_row(db: SqliteDatabase, round_id: int) -> RoundRow:
    """One round. Raises UserError when it is gone."""
    round_of(db, round_id)
    return _rows(db, [round_id])[0]


def _rows(db: SqliteDatabase, rounds: Sequence[int]) -> list[RoundRow]:
    given = (json.dumps(list(rounds)),)
    states: dict[int, Counter[str]] = {record: Counter() for record in rounds}
    verdicts: dict[int, Counter[str]] = {record: Counter() for record in rounds}
    for record, state, verdict, count in db.execute_sql(
        "SELECT k.round_id, k.state, k.verdict, count(*) FROM nomination k CROSS JOIN record r ON r.id = k.record_id "
        f"WHERE k.round_id IN {_GIVEN} AND {LIVING} GROUP BY 1, 2, 3",
        given,
    ):
        states[record][state] += count
        verdicts[record][verdict] += count
    years: dict[int, list[int]] = {record: [] for record in rounds}
    for record, year in db.execute_sql(
        f"SELECT record_id, year FROM record_year WHERE record_id IN {_GIVEN} ORDER BY year", given
    ):
        years[record].append(year)
    rows = db.execute_sql(
        "SELECT record_id, name, basis, state, opened_on, due_on, rules_on, council_id, pack_id FROM round "
        f"WHERE record_id IN {_GIVEN} ORDER BY record_id",
        given,
    )
    return [_row(cells, states[cells[0]], verdicts[cells[0]], tuple(years[cells[0]])) for cells in rows]


def _row(cells: Sequence[Any], states: Counter[str], verdicts: Counter[str], years: tuple[int, ...]) -> RoundRow:
    record, name, basis, state, opened_on, due_on, rules_on, council, pack = cells
    days = (opened_on, due_on, rules_on)
    return RoundRow(record, name, basis, state, *days, council, pack, states.total(), states, verdicts, years)
