"""Proposed, granted and refused awards are never mixed."""

import pytest

from reports.reconcile.opened import Item, OpenedPaper
from reports.reconcile.states import mixed_states, state_of, state_of_sentence
from tests.reports.reconcile.opened_papers import RECORD, award

PROPOSED = "Đề nghị Chủ tịch phường tặng Giấy khen cho Tổ 1 vì thành tích tốt."
GRANTED = "Tổ 1 được Chủ tịch phường tặng Giấy khen vì thành tích tốt."
REFUSED = "Đã đề nghị Chủ tịch phường tặng Giấy khen cho Tổ 1 nhưng không được khen."


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("Đề nghị khen thưởng", "proposed"),
        ("Kết quả được khen thưởng", "granted"),
        ("Đề nghị không được khen thưởng", "refused"),
        ("Danh hiệu, hình thức đã đề nghị", "proposed"),
        ("Danh hiệu, hình thức đã đề nghị nhưng không được tặng", "refused"),
        ("Công tác khen thưởng", ""),
        ("Kiến nghị, đề xuất", ""),
        ("2. Đề nghị khen thưởng", "proposed"),
        ("Công tác thi đua và đề nghị khen thưởng", ""),
        ("Đề nghị khen thưởng và kết quả được khen thưởng", ""),
        ("Kết quả công tác năm 2023", ""),
    ],
)
def test_a_heading_tells_which_awards_stand_under_it(heading: str, state: str) -> None:
    assert state_of(heading) == state


@pytest.mark.parametrize(("sentence", "state"), [(PROPOSED, "proposed"), (GRANTED, "granted"), (REFUSED, "refused")])
def test_a_generated_sentence_tells_its_state(sentence: str, state: str) -> None:
    assert state_of_sentence(sentence) == state


def standing(sentence: str, heading: str, name: str = "Báo cáo") -> OpenedPaper:
    item = Item("_svb1", sentence, sentence, f"mục “{heading}”", heading, RECORD, in_list=True)
    return OpenedPaper(name, values=(award(RECORD),), items=(item,))


def test_a_proposal_that_was_moved_to_the_granted_awards_is_told() -> None:
    (one,) = mixed_states([standing(PROPOSED, "Kết quả được khen thưởng")], {})
    assert one.values == ("đã được khen", "đề nghị") and one.record == RECORD


def test_the_books_state_counts_more_than_the_sentence() -> None:
    paper = standing(PROPOSED, "Đề nghị khen thưởng")
    assert list(mixed_states([paper], {RECORD: "proposed"})) == []
    assert [one.values for one in mixed_states([paper], {RECORD: "granted"})] == [("đề nghị", "đã được khen")]


def test_a_cancelled_award_stands_with_the_refused() -> None:
    paper = standing(REFUSED, "Đề nghị không được khen thưởng")
    assert list(mixed_states([paper], {RECORD: "cancelled"})) == []


def test_two_papers_that_say_different_states_are_told() -> None:
    papers = [
        standing(PROPOSED, "Đề nghị khen thưởng", "Tờ trình"),
        standing(GRANTED, "Kết quả được khen thưởng", "Báo cáo"),
    ]
    (one,) = mixed_states(papers, {})
    assert "“Báo cáo”" in one.sentence and one.paper == "Tờ trình"


def test_an_award_outside_the_headings_of_awards_is_not_judged() -> None:
    assert list(mixed_states([standing(GRANTED, "Ưu điểm")], {})) == []
