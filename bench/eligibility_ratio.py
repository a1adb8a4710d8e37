"""Judging 2,000 nominations over ten years against one pass of bare SQL over the same rows: at most 20 ×.

`python -m bench.eligibility_ratio`. Ours reads the facts, judges every way of every award and says it in words; the
bare side reads the same rows of the same file with one plain statement for each table, only the columns that the
rules look at, and does nothing with them.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.table import HEAD, tell
from ward.book import Book
from ward.edits import Add
from ward.rules.reading import built_in_pack
from ward.rules.verdicts import judge

PEOPLE = 2_000
YEARS = range(2016, 2026)
ON = "2025-12-01"
ROUNDS = 7
LIMIT = 20.0
TITLES = ("ldtt", "cstd_co_so", "cstd_tinh", "bang_khen_tinh", "bang_khen_ttg")
GRADES = ("HTXSNV", "HTTNV", "HTTNV", "HTNV")
STATEMENTS = (
    "SELECT n.record_id, n.award_type_id, n.nominee_id, n.recipient_kind, n.period, n.round_id, n.state, "
    "n.achievement FROM nomination n JOIN record r ON r.id = n.record_id WHERE r.binned = 0",
    "SELECT rc.who_id, a.record_id, a.award_type_id, a.form_words, a.period, a.basis, a.decision_number, "
    "a.decided_on, a.movement_id, a.practice_id, a.reason FROM award_recipient rc "
    "JOIN award a ON a.record_id = rc.owner_id JOIN record r ON r.id = a.record_id "
    "WHERE a.state = 'granted' AND r.binned = 0",
    "SELECT i.owner_id, i.words FROM award_issuer i",
    "SELECT k.record_id, k.subject_id, k.year, k.side, k.grade, k.number, k.decided_on, k.issuer_words FROM rating k "
    "JOIN record r ON r.id = k.record_id WHERE r.binned = 0",
    "SELECT au.who_id, k.record_id, k.name, k.state, k.scope, k.decision_number, k.decided_on "
    "FROM initiative_author au JOIN initiative k ON k.record_id = au.owner_id "
    "JOIN record r ON r.id = k.record_id WHERE r.binned = 0",
    "SELECT p.record_id, p.name, p.sex, p.death FROM person p JOIN record r ON r.id = p.record_id",
    "SELECT k.record_id, k.subject_id, k.matter, k.since, k.until FROM discipline k",
)


def filled(folder: Path) -> tuple[Book, list[int]]:
    """A file with ten years of ratings, awards and initiatives of 2,000 people, and a nomination of each."""
    chance = random.Random(1)
    book = Book.create(folder / "bench.sovang")
    pack = built_in_pack()
    named = [
        Add("award_type", {"name": pack.awards[code].name, "code": code, "form": "danh_hieu"}) for code in TITLES
    ]
    types = dict(zip(TITLES, book.write("Loại", named).added, strict=True))
    people = book.write("Người", [Add("person", {"name": f"Nguyễn Văn {n}"}) for n in range(PEOPLE)]).added
    book.write("Lịch sử", [edit for person in people for edit in history(chance, person, types)])
    held = {"name": "Khen năm 2025", "basis": "cong_trang", "opened_on": "2025-11-01", "years": [2025]}
    round_id = book.write("Đợt", [Add("round", held)]).added[0]
    stated = {"round": round_id, "state": "nominated", "recipient_kind": "ca_nhan"}
    wanted = [{**stated, "nominee": who, "award_type": types[chance.choice(TITLES)]} for who in people]
    return book, list(book.write("Đề nghị", [Add("nomination", values) for values in wanted]).added)


def history(chance: random.Random, person: int, types: dict[str, int]) -> list[Add]:
    """A rating and, mostly, a title for each year, an initiative and, seldom, a discipline."""
    edits = []
    for year in YEARS:
        rated = {
            "subject": person,
            "year": year,
            "side": "work",
            "grade": chance.choice(GRADES),
            "number": f"{year}/TB",
        }
        edits.append(Add("rating", rated))
        if chance.random() < 0.9:
            award = {
                "award_type": types[chance.choices(TITLES, (60, 30, 2, 6, 2))[0]],
                "state": "granted",
                "basis": "cong_trang",
                "period": str(year),
                "decision_number": f"{chance.randrange(900)}/QĐ-UBND",
                "decided_on": f"{year}-12-20",
                "recipients": [{"who": person, "recipient_kind": "ca_nhan"}],
                "issuers": [{"words": "Chủ tịch UBND phường"}],
            }
            edits.append(Add("award", award))
    idea = {"name": "Sáng kiến", "state": "recognised", "scope": "co_so", "years": [chance.choice(YEARS)]}
    edits.append(Add("initiative", {**idea, "authors": [{"who": person}]}))
    if chance.random() < 0.02:
        edits.append(Add("discipline", {"subject": person, "matter": "khieu_nai", "since": "2025-10-01"}))
    return edits


def timed(act: Callable[[], Any]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def main(folder: Path) -> int:
    book, nominations = filled(folder)
    pack = built_in_pack()
    bare = sqlite3.connect(book.path)

    def read() -> int:
        return sum(len(bare.execute(statement).fetchall()) for statement in STATEMENTS)

    judged = judge(book.db, pack, None, nominations, ON)
    assert len(judged) == PEOPLE and len({verdict.state for verdict in judged}) == 3
    pairs = [(timed(lambda: judge(book.db, pack, None, nominations, ON)), timed(read)) for _ in range(ROUNDS)]
    ours, floor = zip(*pairs, strict=True)
    print(HEAD)
    kept = tell(f"eligibility: {PEOPLE} nominations", ours, floor, limit=LIMIT)
    one = nominations[PEOPLE // 2]
    tell(
        "eligibility: one nomination", [timed(lambda: judge(book.db, pack, None, [one], ON)) for _ in range(9)], floor
    )
    bare.close()
    book.close()
    return int(not kept)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(Path(made)))
