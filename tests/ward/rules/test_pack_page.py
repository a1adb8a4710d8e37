"""The page of the rules says of each rule of the program's pack what the pack says: article, mark, prize, tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ward.rules.pack import RECIPIENTS, Sourced
from ward.rules.prizes import dong, prize_of
from ward.rules.reading import built_in_pack
from ward.rules.sureness import sureness

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "quy-dinh.md").read_text(encoding="utf-8").split("## Xét điều kiện")[0]
PACK = built_in_pack()
BEFORE, AFTER = "2026-09-30", "2026-10-01"


def _row(id: str) -> str:
    rows = [line for line in PAGE.splitlines() if line.startswith(f"| `{id}` ")]
    assert len(rows) == 1, id
    return rows[0]


def _mark(rule: Sourced) -> str:
    return f"| {sureness(PACK, rule, BEFORE).conf} → {sureness(PACK, rule, AFTER).conf} |"


@pytest.mark.parametrize("award", PACK.awards)
def test_an_award_stands_on_the_page_with_article_mark_and_prize(award: str) -> None:
    rule, row = PACK.awards[award], _row(award)
    assert rule.name in row
    assert rule.article in row
    assert _mark(rule) in row
    for who in RECIPIENTS:
        prize = prize_of(PACK, award, who, "2026-11-20")
        assert prize.amount is None or dong(prize.amount) in row


@pytest.mark.parametrize("award", PACK.votes)
def test_a_threshold_of_votes_stands_on_the_page_with_its_mark(award: str) -> None:
    rule = PACK.votes[award]
    told = f"| {'trên' if rule.over else 'từ'} {rule.min_pct}% ({sureness(PACK, rule, AFTER).conf}) |"
    assert told in _row(award)


@pytest.mark.parametrize(
    "principle", [rule for rule in PACK.principles if rule.effect != "block"], ids=lambda one: one.id
)
def test_a_principle_that_warns_or_informs_stands_on_the_page(principle: Sourced) -> None:
    row = _row(str(getattr(principle, "id", "")))
    assert principle.article in row
    assert _mark(principle) in row


@pytest.mark.parametrize("place", range(len(PACK.calendar)), ids=[entry.key for entry in PACK.calendar])
def test_a_day_of_the_calendar_stands_on_the_page(place: int) -> None:
    entry = PACK.calendar[place]
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {entry.what} |"))
    assert entry.article in row


def test_the_tests_that_the_page_names_exist() -> None:
    rooms = [ROOT / "tests" / "ward" / room for room in ("rules", "awarding")]
    files = [file for room in rooms for file in room.glob("test_*.py")]
    known = {
        name for file in files for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.M)
    }
    told = set(re.findall(r"`(test_\w+)`", PAGE))
    assert told
    assert not told - known
