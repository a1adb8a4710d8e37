"""Sentences keep the clerk's words, their traces, and numbers on one line with their measure."""

import pytest

from reports.prints import Printed, Sentence
from reports.wording.sentences import capitalised, ended, listed, quoted, sentence, statement, unbroken
from tests.reports.documents import printed

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("gần 48 ngàn người", f"gần 48{NBSP}ngàn người"),
        ("1,8 tỷ đồng", f"1,8{NBSP}tỷ đồng"),
        ("đạt 79 %", f"đạt 79{NBSP}%"),
        ("1.819/1.835 hộ", f"1.819/1.835{NBSP}hộ"),
        ("năm 2023 của phường", "năm 2023 của phường"),
        ("COVID 19", "COVID 19"),
        ("hai người", "hai người"),
    ],
)
def test_a_number_stays_on_one_line_with_its_measure(typed: str, kept: str) -> None:
    assert unbroken(typed) == kept
    assert isinstance(unbroken(printed(typed)), Printed)


def test_a_statement_says_figure_and_claims_in_the_words_given() -> None:
    said = statement("tội phạm hình sự", printed("19 vụ"), (printed("giảm 03 vụ so với năm 2021"),))
    assert str(said) == f"Tội phạm hình sự: 19{NBSP}vụ, giảm 03{NBSP}vụ so với năm 2021."
    assert sum(isinstance(piece, Printed) for piece in said) == 2


def test_a_claim_without_a_number_stands_alone() -> None:
    assert str(statement("tội phạm ma túy", None, ("giảm hẳn",))) == "Tội phạm ma túy: giảm hẳn."


def test_what_is_missing_is_said() -> None:
    assert str(statement("Dân số", None)) == "Dân số: chưa có số liệu."
    assert str(statement("Dân số", None, missing="chưa thống kê")) == "Dân số: chưa thống kê."


def test_lists_end_with_va() -> None:
    assert [str(listed(items)) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a và b", "a, b và c",
    ]  # fmt: skip


def test_a_sentence_is_ended_once_and_begins_with_a_capital() -> None:
    assert str(ended("Hết")) == "Hết." and str(ended("Hết.")) == "Hết." and str(ended("")) == ""
    first = capitalised(Sentence(("", printed("đạt 5%"), " kế hoạch")))
    assert str(first) == "Đạt 5% kế hoạch" and isinstance(first.pieces[1], Printed)


def test_empty_pieces_are_left_out_and_names_quoted_once() -> None:
    assert str(sentence("a", None, "", "b")) == "ab"
    assert str(quoted("Ngõ hoa")) == str(quoted("“Ngõ hoa”")) == "“Ngõ hoa”"
