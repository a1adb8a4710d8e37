"""The day of a decision against what it rests on: told, never refused."""

from __future__ import annotations

import pytest

from ward.awarding.council import open_meeting
from ward.awarding.deciding import decide, number_decision
from ward.awarding.decision_days import day_doubts


@pytest.fixture
def voted(ward):
    """A round of 2026 whose title was voted on, after its nomination came."""
    round_id = ward.round(rules_on="2026-09-30")
    nominations = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"), received_on="2026-11-20")
    ward.council(["Trần Văn Bình", "Lê Thị Cúc", "Phạm Văn Dũng"])
    meeting = open_meeting(ward.book, round_id, {"held_on": "2026-11-28"})
    ward.count_twice(meeting, 3)
    return round_id, nominations


@pytest.mark.parametrize("on", ["2026-11-28", "2026-12-31", "2027-12-31"])
def test_a_day_after_the_meeting_in_the_year_or_the_next_is_not_doubted(ward, voted, on):
    assert day_doubts(ward.book.db, voted[1], on) == []


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-11-27", ["Ngày quyết định 27/11/2026 trước ngày Hội đồng họp 28/11/2026"]),
        ("2026-11-19", ["trước ngày Hội đồng họp", "Ngày quyết định 19/11/2026 trước ngày nhận đề nghị 20/11/2026"]),
        ("2025-12-05", ["trước ngày Hội đồng họp", "trước ngày nhận đề nghị", "đợt xét là của năm 2026"]),
        ("2028-01-01", ["Quyết định ngày 01/01/2028 nhưng đợt xét là của năm 2026"]),
    ],
)
def test_a_day_before_what_it_rests_on_or_of_another_year_is_told(ward, voted, on, told):
    found = day_doubts(ward.book.db, voted[1], on)
    assert len(found) == len(told)
    assert all(words in sentence for words, sentence in zip(told, found, strict=True))


def test_the_day_is_told_when_it_is_decided_and_when_the_number_comes(ward, voted):
    round_id, nominations = voted
    made = decide(ward.book, round_id, nominations, on="2025-12-05", number="1/QĐ-UBND")
    assert "trước ngày Hội đồng họp" in made.warnings[0]
    numbered = number_decision(ward.book, made.document, "2/QĐ-UBND", on="2026-11-01")
    assert "trước ngày Hội đồng họp" in numbered.warnings[0]
    assert number_decision(ward.book, made.document, "2/QĐ-UBND", on="2026-12-05").warnings == ()


def test_a_meeting_of_other_nominations_of_the_round_is_no_doubt(ward, voted):
    round_id, nominations = voted
    later = ward.nominate(round_id, "ldtt", ward.person("Bùi Văn Minh"), received_on="2026-12-10")
    assert day_doubts(ward.book.db, nominations, "2026-12-01") == []
    assert len(day_doubts(ward.book.db, later, "2026-12-01")) == 1
