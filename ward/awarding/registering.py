"""Registration at the start of the year: the board by unit, sent, returned, accepted; and what was achieved."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from peewee import SqliteDatabase

from ward.awarding.outcome import needed, today
from ward.book import Book
from ward.edits import Amend, Change
from ward.errors import UserError
from ward.loading import Stored, load_many, values_of
from ward.lookups import LIVING
from ward.names import on_day, within
from ward.text import sort_key

BoardState = Literal["not_sent", "waiting", "returned", "accepted"]
NOT_ON_BOARD = ("quận", "huyện", "thành phố", "tỉnh", "cơ quan cấp trên", "phường", "xã")
"""Kinds of units that do not register with the ward: those above it, and the ward itself."""
KEPT = ("accepted", "achieved", "failed")
"""States of a registration that the ward took in."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One unit on the board: how far its registration is, and how many persons, titles and models it registers."""

    unit: int | None
    name: str
    state: BoardState
    returned_on: str
    returned_reason: str
    persons: int
    units: int
    households: int
    titles: int
    practices: int
    registrations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeptPromise:
    """A registration against what was awarded: "achieved", "failed" or "open"; `awards` are the proof."""

    registration: int
    registrant: str
    unit: str
    what: str
    state: Literal["achieved", "failed", "open"]
    awards: tuple[int, ...]


class _Registered(NamedTuple):
    id: int
    registrant: int | None
    kind: str
    name: str
    award_type: int | None
    what: str
    practice: int | None
    status: str
    returned_on: str
    returned_reason: str


_OF_YEAR = f"""
SELECT k.record_id, k.registrant_id, COALESCE(p.kind, ''), COALESCE(NULLIF(k.registrant_words, ''), p.title, ''),
       k.award_type_id, COALESCE(t.title, k.content), k.practice_id, k.status, k.returned_on, k.returned_reason
FROM record_year y CROSS JOIN record r ON r.id = y.record_id CROSS JOIN registration k ON k.record_id = r.id
LEFT JOIN record p ON p.id = k.registrant_id LEFT JOIN record t ON t.id = k.award_type_id
WHERE y.year = ? AND {LIVING} ORDER BY k.record_id
"""


def registration_board(db: SqliteDatabase, year: int) -> list[BoardRow]:
    """The units of a year, each with how far its registration is; those who belong to no unit stand last."""
    registered = [_Registered(*row) for row in db.execute_sql(_OF_YEAR, (year,))]
    home = _homes(db, registered, f"{year}-12-31")
    groups: dict[int | None, list[_Registered]] = defaultdict(list)
    for one in registered:
        groups[home.get(one.registrant or 0)].append(one)
    names = _board_units(db, year)
    names.update(_names(db, {unit for unit in groups if unit is not None} - names.keys()))
    rows = [_row(unit, name, groups.get(unit, [])) for unit, name in names.items()]
    rows.sort(key=lambda row: sort_key(row.name))
    return rows + ([_row(None, "Chưa rõ đơn vị", groups[None])] if groups.get(None) else [])


def send(book: Book, registrations: Sequence[int], *, on: str = "") -> Change:
    """The registrations came in. Raises UserError when none is named."""
    found = _chosen(book.db, registrations)
    edits = [
        Amend(one.id, {"status": "sent", **({} if one.values["registered_on"] else {"registered_on": today(on)})})
        for one in found
    ]
    return book.write(f"Nhận đăng ký thi đua – {_told(found)}", edits)


def give_back(book: Book, registrations: Sequence[int], reason: str, *, on: str = "") -> Change:
    """Gives registrations back. Raises UserError without a reason."""
    found = _chosen(book.db, registrations)
    reason = needed(reason, "Chưa ghi lý do trả lại. Hãy ghi cần sửa gì trong bản đăng ký.")
    values = {"status": "returned", "returned_on": today(on), "returned_reason": reason, "accepted_on": ""}
    return book.write(f"Trả lại đăng ký – {_told(found)}: {reason}", [Amend(one.id, values) for one in found])


def accept(book: Book, registrations: Sequence[int], *, on: str = "") -> Change:
    """Accepts registrations."""
    found = _chosen(book.db, registrations)
    values = {"status": "accepted", "accepted_on": today(on)}
    return book.write(f"Chấp nhận đăng ký – {_told(found)}", [Amend(one.id, values) for one in found])


def registered_against_achieved(db: SqliteDatabase, year: int) -> list[KeptPromise]:
    """Each registration of a title or form in a year, and whether it was awarded for that year.

    "failed" is what the council or the level above refused, or what the clerk marked so; what nobody decided is
    "open".
    """
    registered = [_Registered(*row) for row in db.execute_sql(_OF_YEAR, (year,))]
    titled = [one for one in registered if one.award_type is not None]
    home = _homes(db, titled, f"{year}-12-31")
    names = _names(db, {unit for unit in home.values() if unit is not None})
    granted = _granted(db, titled, year)
    refused = _refused(db, titled, year)
    found = []
    for one in titled:
        key = (one.registrant, one.award_type)
        awards = tuple(granted.get(key, ()))
        state: Literal["achieved", "failed", "open"] = "open"
        if awards or one.status == "achieved":
            state = "achieved"
        elif key in refused or one.status == "failed":
            state = "failed"
        unit = names.get(home.get(one.registrant or 0) or 0, "")
        found.append(KeptPromise(one.id, one.name, unit, one.what, state, awards))
    return found


def _row(unit: int | None, name: str, registered: Sequence[_Registered]) -> BoardRow:
    back = max((one for one in registered if one.status == "returned"), key=lambda one: one.returned_on, default=None)
    persons, units, households = (
        len({one.registrant or one.name for one in registered if one.kind == kind}) for kind in _KINDS
    )
    return BoardRow(
        unit,
        name,
        _state([one.status for one in registered]),
        back.returned_on if back else "",
        back.returned_reason if back else "",
        persons=persons,
        units=units,
        households=households,
        titles=sum(one.award_type is not None for one in registered),
        practices=sum(one.practice is not None for one in registered),
        registrations=tuple(one.id for one in registered),
    )


_KINDS = ("person", "unit", "household")


def _state(states: Iterable[str]) -> BoardState:
    """How far a unit is: what was given back waits for the unit, then what was sent waits for the ward."""
    every = list(states)
    if "returned" in every:
        return "returned"
    if "sent" in every:
        return "waiting"
    return "accepted" if any(state in KEPT for state in every) else "not_sent"


def _chosen(db: SqliteDatabase, registrations: Sequence[int]) -> list[Stored]:
    if not registrations:
        raise UserError("Chưa chọn đăng ký nào. Hãy chọn ít nhất một đăng ký.")
    found = load_many(db, registrations)
    if any(one not in found or found[one].kind != "registration" for one in registrations):
        raise UserError("Có đăng ký không còn trong sổ. Hãy mở lại danh sách rồi chọn lại.")
    return [found[one] for one in registrations]


def _told(found: Sequence[Stored]) -> str:
    return found[0].title if len(found) == 1 else f"{len(found)} bản"


def _board_units(db: SqliteDatabase, year: int) -> dict[int, str]:
    """The units that register with the ward in a year, by record: those that existed then, below the ward."""
    rows = db.execute_sql(
        "SELECT k.record_id, k.ended FROM unit k CROSS JOIN record r ON r.id = k.record_id "
        f"WHERE {LIVING} AND (k.founded = '' OR substr(k.founded, 1, 4) <= ?) "
        "AND (k.ended = '' OR substr(k.ended, 1, 4) >= ?)",
        (str(year), str(year)),
    ).fetchall()
    found: dict[int, str] = {}
    for record, values in values_of(db, "unit", [record for record, _ in rows]).items():
        row = on_day(values["names"], f"{year}-12-31")
        if row and row["parent"] is not None and row["unit_kind"] not in NOT_ON_BOARD:
            found[record] = row["name"]
    return found


def _names(db: SqliteDatabase, records: set[int]) -> dict[int, str]:
    rows = db.execute_sql(
        "SELECT id, title FROM record WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(records)),)
    )
    return dict(rows.fetchall())


def _homes(db: SqliteDatabase, registered: Sequence[_Registered], day: str) -> dict[int, int | None]:
    """The unit that each registrant belongs to on a day: itself, its office's, its household's."""
    given = {kind: [one.registrant for one in registered if one.kind == kind and one.registrant] for kind in _KINDS}
    home: dict[int, int | None] = {unit: unit for unit in given["unit"]}
    for record, values in values_of(db, "household", given["household"]).items():
        home[record] = values["unit"]
    for record, values in values_of(db, "person", given["person"]).items():
        held = [row for row in values["positions"] if row["unit"] is not None]
        best = next((row for row in held if within(row, day)), held[-1] if held else None)
        home[record] = best["unit"] if best else None
    return home


def _granted(db: SqliteDatabase, titled: Sequence[_Registered], year: int) -> dict[Any, list[int]]:
    rows = db.execute_sql(
        "SELECT c.who_id, a.award_type_id, a.record_id FROM json_each(?) w "
        "CROSS JOIN award_recipient c ON c.who_id = w.value CROSS JOIN award a ON a.record_id = c.owner_id "
        "CROSS JOIN record r ON r.id = a.record_id CROSS JOIN record_year y ON y.record_id = r.id AND y.year = ? "
        f"WHERE a.state = 'granted' AND {LIVING}",
        (json.dumps(sorted({one.registrant for one in titled if one.registrant})), year),
    )
    found: dict[Any, list[int]] = defaultdict(list)
    for who, award_type, record in rows:
        found[who, award_type].append(record)
    return found


def _refused(db: SqliteDatabase, titled: Sequence[_Registered], year: int) -> set[Any]:
    rows = db.execute_sql(
        "SELECT n.nominee_id, n.award_type_id FROM json_each(?) w CROSS JOIN nomination n ON n.nominee_id = w.value "
        "CROSS JOIN record r ON r.id = n.record_id CROSS JOIN record_year y ON y.record_id = r.id AND y.year = ? "
        f"WHERE n.state IN ('failed', 'refused', 'cancelled') AND {LIVING}",
        (json.dumps(sorted({one.registrant for one in titled if one.registrant})), year),
    )
    return {(who, award_type) for who, award_type in rows}
