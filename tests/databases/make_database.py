"""Makes the database that is kept of today's form: `python -m tests.databases.make_database`, once for each form.

It is released with the form and never made again; before that, make it again whenever the step changes.
"""

from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path
from typing import Any

from ward import migrations
from ward.book import Book
from ward.edits import Add, Amend, Bin
from ward.kinds import KINDS
from ward.references import merge
from ward.shapes import FieldShape

PLAIN: dict[str, Any] = {
    "text": "Phường Gia Thụy, tổ 5",
    "day": "2024-11-18",
    "period": "2024",
    "whole": 0,
    "flag": True,
    "exact": Decimal("91.50"),
}


def make(path: Path) -> None:
    """Two records of every kind with every field filled, a few acts on them, one thing of each sort undone."""
    with Book.create(path, who="Chị Hà", installation="máy 1") as book:
        uids = {kind: [bytes([number]) + bytes(15) for number in pair] for kind, pair in _numbers().items()}
        edits = [Add(kind, _filled(kind, uids), uid) for kind, pair in uids.items() for uid in pair]
        added = book.write("Nhập", edits).added
        book.write("Sửa", [Amend(record, {"note": "đã sửa", "years": [2024, 2025]}) for record in added])
        book.write("Bỏ vào thùng rác", [Bin(added[-1])])
        twins = book.write("Thêm", [Add("person", {"name": "Nguyễn Văn An"})] * 2).added
        merge(book, *twins)
        book.write("Thêm", [Add("event", {"name": "Ngày hội"})])
        book.undo()
    path.with_name(path.name + ".lock").unlink(missing_ok=True)


def _numbers() -> dict[str, tuple[int, int]]:
    count = itertools.count(1)
    return {kind: (next(count), next(count)) for kind in KINDS}


def _filled(kind: str, uids: dict[str, list[bytes]]) -> dict[str, Any]:
    def row(fields: tuple[FieldShape, ...]) -> dict[str, Any]:
        return {
            field.key: uids[(field.kinds or ("task",))[0]][0] if field.type == "ref" else PLAIN[field.type]
            for field in fields
        }

    lists = {key: [row(shape.fields)] * 2 for key, shape in KINDS[kind].list_shapes.items()}
    closed = {"closed_on": ""} if kind == "year" else {}
    return {**row(KINDS[kind].shape.fields), **lists, "years": [2024], **closed}


if __name__ == "__main__":
    target = Path(__file__).with_name(f"{migrations.newest():04d}.sovang")
    target.unlink(missing_ok=True)
    make(target)
    print(target)
