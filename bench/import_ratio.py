"""Importing an exchange file of 20,000 records, against parsing its JSON and inserting its bare rows.

Both sides are measured in turn in one run, on the same disk, each into a fresh file with the same tables and
pragmas. The bare side does not match, check, title, sort, index for search or keep a history: it is a floor.

    python -m bench.import_ratio [RECORDS] [ROUNDS]
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from bench.table import HEAD, tell
from forms.exchange import carry_out, plan_import
from ward.book import Book
from ward.exact import as_pair
from ward.kinds import KINDS
from ward.migrations import make_new
from ward.shapes import Shape
from ward.uids import new_uids

AIM = 8


def sample(count: int, typed: bool) -> dict[str, Any]:
    """An exchange file of so many records: units, indicators, persons, practices and figures, as wards have them."""
    units, indicators, persons, practices = (max(count * share // 100, 1) for share in (3, 2, 30, 15))
    records: list[dict[str, Any]] = [_unit(n) for n in range(units)]
    records += [
        {"kind": "indicator", "id": f"i{n}", "name": f"Chỉ tiêu số {n} về đời sống Nhân dân", "measure": "hộ"}
        for n in range(indicators)
    ]
    records += [_person(n, units) for n in range(persons)]
    records += [_practice(n, units) for n in range(practices)]
    records += [_figure(n, units, indicators, typed) for n in range(count - len(records))]
    return {"format": "sovang-exchange", "version": 1, "records": records}


def _unit(n: int) -> dict[str, Any]:
    name = {"name": f"Tổ dân phố {n}", "unit_kind": "tổ dân phố", "since": "2020"}
    return {"kind": "unit", "id": f"u{n}", "names": [name]}


def _person(n: int, units: int) -> dict[str, Any]:
    position = {"title": "Tổ trưởng tổ dân phố", "unit": {"id": f"u{n % units}"}, "since": "2020"}
    who = {"kind": "person", "name": f"Nguyễn Thị Hòa {n}", "birth": str(1950 + n % 50), "sex": "nu"}
    return {**who, "positions": [position]}


def _practice(n: int, units: int) -> dict[str, Any]:
    owner = {"role": "owner", "who": {"id": f"u{n % units}"}}
    content = "Nhân dân cùng trồng hoa, giữ sạch ngõ, không đổ rác ra đường."
    what = {"kind": "practice", "name": f"Tuyến ngõ hoa số {n}", "content": content, "years": [2023]}
    return {**what, "participants": [owner]}


def _figure(n: int, units: int, indicators: int, typed: bool) -> dict[str, Any]:
    words = f"gần {n + 11},5 hộ"
    parts = {"words": words, "state": "known", "shape": "number", "value": f"{n + 11}.5", "qualifier": "gần"}
    return {
        "kind": "figure",
        "indicator": {"id": f"i{n % indicators}"},
        **({"text": words} if typed else {**parts, "measure": "hộ"}),
        "role": "actual",
        "period": "2023",
        "scope": [{"unit": {"id": f"u{n % units}"}}],
        "years": [2023],
    }


def imported(source: Path, target: Path) -> float:
    """Seconds of our import, from the closed exchange file to the committed act."""
    book = Book.create(target)
    start = time.perf_counter()
    plan = plan_import(book, source)
    carry_out(book, plan)
    seconds = time.perf_counter() - start
    assert plan.count("new") == len(plan.items), plan.summary
    book.close()
    return seconds


def bare(source: Path, target: Path, rows: dict[str, list[tuple[Any, ...]]]) -> float:
    """Seconds for reading and parsing the same file and inserting its ready-made rows in one transaction."""
    make_new(target, bytes(16), False)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA foreign_keys = OFF")
    start = time.perf_counter()
    json.loads(source.read_text(encoding="utf-8"))
    connection.execute("BEGIN")
    for sql, lines in rows.items():
        connection.executemany(sql, lines)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def bare_rows(data: dict[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that the file's records fill: identity, own table, lists, work years; nothing else."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    uids = new_uids()
    number = {record["id"]: n for n, record in enumerate(data["records"], 1) if "id" in record}

    def insert(table: str, columns: tuple[str, ...], cells: tuple[Any, ...]) -> None:
        sql = f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({", ".join("?" * len(cells))})'
        rows.setdefault(sql, []).append(cells)

    def insert_shape(shape: Shape, given: dict[str, Any], owner: tuple[str, ...], identity: tuple[int, ...]) -> None:
        columns = tuple(f'"{column}"' for column in shape.columns)
        insert(shape.table, (*owner, *columns), (*identity, *_cells(shape, given, number)))

    for n, record in enumerate(data["records"], 1):
        kind = KINDS[record["kind"]]
        columns = ("id", "uid", "kind", "revision", "title", "sort", "binned")
        insert("record", columns, (n, next(uids), kind.key, 1, "", b"", 0))
        insert_shape(kind.shape, record, ("record_id",), (n,))
        for key, shape in kind.list_shapes.items():
            for position, row in enumerate(record.get(key, ()), 1):
                insert_shape(shape, row, ("owner_id", "position"), (n, position))
        for year in record.get("years", ()):
            insert("record_year", ("record_id", "year"), (n, year))
    return rows


def _cells(shape: Shape, given: dict[str, Any], number: dict[str, int]) -> list[Any]:
    cells: list[Any] = []
    for field in shape.fields:
        value = given.get(field.key, field.empty)
        if field.type == "exact":
            cells.extend((None, None) if value is None else as_pair(Decimal(value)))
        else:
            cells.append(number[value["id"]] if field.type == "ref" and value else value)
    return cells


def measure(count: int, rounds: int, typed: bool, folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of both sides, in turn, for so many rounds."""
    source = folder / f"sample-{typed}.json"
    source.write_text(json.dumps(sample(count, typed), ensure_ascii=False, indent=1), encoding="utf-8")
    rows = bare_rows(sample(count, typed=False))
    sides: tuple[list[float], list[float]] = ([], [])
    makers: tuple[Callable[[Path], float], ...] = (
        lambda target: imported(source, target),
        lambda target: bare(source, target, rows),
    )
    for turn in range(rounds):
        for side, (seconds, make) in enumerate(zip(sides, makers, strict=True)):
            seconds.append(1000 * make(folder / f"{typed}-{turn}-{side}.sovang"))
    return sides


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    print(HEAD)
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        for typed in (False, True):
            ours, floor = measure(count, rounds, typed, Path(folder))
            what = f"import {count:,}: {'figures as typed' if typed else 'figures in parts'}"
            kept = tell(what, ours, floor, limit=None if typed else AIM) and kept
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
