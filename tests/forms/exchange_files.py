"""What the tests of the exchange file share: a book to import into, and short ways to make a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from forms.exchange import ImportPlan, carry_out, plan_import
from ward.book import Book

UID = "0190a2b3c4d5e6f708192a3b4c5d6e{:02x}"


def of(*records: Any, **envelope: Any) -> dict[str, Any]:
    """An exchange file with these records."""
    return {"format": "sovang-exchange", "version": 1, "records": list(records), **envelope}


def written(path: Path, *records: Any) -> Path:
    """The same on the disk."""
    path.write_text(json.dumps(of(*records), ensure_ascii=False), encoding="utf-8")
    return path


def take_in(book: Book, *records: Any, accept: dict[str, str] | None = None) -> ImportPlan:
    """Imports these records and gives the plan that was carried out."""
    plan = plan_import(book, of(*records))
    carry_out(book, plan, accept=accept or {})
    return plan


def verdicts(plan: ImportPlan) -> list[str]:
    """The verdict of each record, in order."""
    return [line.verdict for line in plan.lines]


def unit(name: str, local: str = "", **more: Any) -> dict[str, Any]:
    """A unit with one name."""
    return {"kind": "unit", "names": [{"name": name}], **({"id": local} if local else {}), **more}


def count(book: Book) -> int:
    """How many records the book has."""
    return int(book.db.execute_sql("SELECT count(*) FROM record").fetchone()[0])
