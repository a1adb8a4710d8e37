"""Papers go through the exchange file whole: signing, what they were refreshed from, and every print."""

from __future__ import annotations

import json
from pathlib import Path

from forms.exchange import carry_out, export, plan_import
from ward.book import Book
from ward.edits import Add
from ward.loading import load

PRINT = {
    "mark": "_sv1_1",
    "record_uid": "",
    "field": "count",
    "text": "02 giấy khen",
    "what": "Khen thưởng",
    "of_uids": f"{1:032x} {2:032x}",
    "block": "_svb4",
    "cell": 0,
}


def test_a_signed_paper_comes_out_as_it_went_in(book: Book, tmp_path: Path) -> None:
    years = {"years": (2025,)}
    first = book.write("Lập", [Add("paper", {"name": "Báo cáo", "file_hash": "a" * 64, **years})]).added[0]
    signed = {"state": "signed", "number": "15/BC-UBND", "signed_on": "2025-12-20", "previous": first}
    second = book.write(
        "Lập", [Add("paper", {"name": "Báo cáo", "file_hash": "b" * 64, "prints": [PRINT], **signed, **years})]
    ).added[0]
    export(book, tmp_path / "x.json")
    with Book.create(tmp_path / "khác.sovang") as other:
        carry_out(other, plan_import(other, tmp_path / "x.json"))
        export(other, tmp_path / "y.json")
        (found,) = other.db.execute_sql("SELECT record_id FROM paper WHERE state = 'signed'").fetchone()
        values = load(other.db, found).values
        assert load(other.db, values["previous"]).uid == load(book.db, first).uid
    assert values["prints"] == (PRINT,)
    assert {key: values[key] for key in ("number", "signed_on")} == {
        "number": "15/BC-UBND",
        "signed_on": "2025-12-20",
    }
    records = [json.loads((tmp_path / name).read_text(encoding="utf-8"))["records"] for name in ("x.json", "y.json")]
    assert records[0] == records[1] and load(book.db, second).uid.hex() in str(records[0])
