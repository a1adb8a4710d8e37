"""What the screens of the way of an award read goes by indexes, however many awards the file holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from peewee import SqliteDatabase

from ward.awarding.council import conflicts_suggested, open_meeting, quorum_of
from ward.awarding.counting import Count, compare_counts, enter_count, to_count
from ward.awarding.deciding import decide
from ward.awarding.doubts import doubts_of
from ward.awarding.judging import demands
from ward.awarding.money import prize_list
from ward.awarding.register import life_of, next_book_number
from ward.awarding.registering import registered_against_achieved
from ward.awarding.results import fallen, lock, results
from ward.awarding.rounds import rounds_of

LARGE = ("record", "nomination", "award", "award_recipient", "ballot", "registration", "person", "household")


@pytest.fixture
def played(ward) -> dict[str, Any]:
    """A round that was played to its decision."""
    ward.council(["Trần Văn Bình", "Lê Thị Cúc", "Phạm Văn Dũng"])
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    (one,) = ward.nominate(round_id, "giay_khen_phuong", person)
    meeting = open_meeting(ward.book, round_id)
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 3)])
    lock(ward.book, meeting)
    document = decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND").document
    return {"round": round_id, "person": person, "one": one, "meeting": meeting, "document": document}


NOT_FORWARDED = "record_forwarded_to_id"
"""The index by which SQLite would go through every record that was not merged into another."""
READINGS: dict[str, Callable[[Any, dict[str, Any]], object]] = {
    "rounds": lambda db, at: rounds_of(db, 2026),
    "doubts": lambda db, at: doubts_of(db, [at["one"]]),
    "demands": lambda db, at: demands(db, [at["one"]]),
    "quorum": lambda db, at: quorum_of(db, at["meeting"]),
    "conflicts": lambda db, at: conflicts_suggested(db, at["meeting"]),
    "to count": lambda db, at: to_count(db, at["meeting"]),
    "comparison": lambda db, at: compare_counts(db, at["meeting"]),
    "results": lambda db, at: results(db, at["meeting"]),
    "fallen": lambda db, at: fallen(db, at["meeting"]),
    "prizes of a decision": lambda db, at: prize_list(db, document=at["document"]),
    "prizes of a round": lambda db, at: prize_list(db, round_id=at["round"]),
    "life": lambda db, at: life_of(db, at["person"]),
    "promises": lambda db, at: registered_against_achieved(db, 2026),
}


@pytest.mark.parametrize("reading", READINGS)
def test_no_large_table_is_read_from_end_to_end(ward, played, reading):
    assert _read_whole(ward.book.db, lambda db: READINGS[reading](db, played)) == []


def test_the_next_number_reads_the_register_which_is_seen_here(ward, played):
    assert "award" in {table for table, _ in _read_whole(ward.book.db, lambda db: next_book_number(db, 2026))}


def _read_whole(db: SqliteDatabase, read: Callable[[SqliteDatabase], object]) -> list[tuple[str, str]]:
    """The large tables that a reading goes through from end to end, each with its statement."""
    said: list[str] = []
    db.connection().set_trace_callback(said.append)
    read(db)
    db.connection().set_trace_callback(None)
    asked = [sql for sql in said if sql.lstrip().upper().startswith("SELECT")]
    assert asked
    steps = [(row[3].split(), sql) for sql in asked for row in db.execute_sql(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    scans = [(_table(words[1], sql), sql) for words, sql in steps if words[0] == "SCAN" and "USING" not in words]
    all_living = [("record", sql) for words, sql in steps if NOT_FORWARDED in words and "IS NULL" in sql]
    return [(table, sql) for table, sql in scans if table in LARGE] + all_living


def _table(alias: str, sql: str) -> str:
    """The table that an alias stands for in a statement."""
    words = sql.replace("(", " ").replace(")", " ").replace('"', "").split()
    named = {words[n + 1]: words[n] for n in range(len(words) - 1) if words[n] in LARGE}
    return alias if alias in LARGE else named.get(alias, "")
