"""What was typed by hand is listed with the words around it; what the program or its template wrote is not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.reconcile.by_hand import taken_out, typed_numbers, written_over
from reports.reconcile.opened import Item, Line, OpenedPaper
from tests.reports.reconcile.opened_papers import changed, figure, named, paper, written


def typed(*papers: OpenedPaper) -> list[str]:
    return [number for one in typed_numbers(papers) for number in one.values]


def test_every_number_of_a_typed_sentence_is_listed_with_its_words() -> None:
    (first, second) = typed_numbers([written("Trong năm đã trao 15 suất quà, trị giá 7,5 triệu đồng cho các hộ.")])
    assert first.values == ("15",) and "đã trao 15 suất quà" in first.sentence
    assert second.values == ("7,5",) and first.place == "mục “I”"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Theo Nghị định số 98/2023/NĐ-CP ngày 31/12/2023.", ["98/2023/NĐ-CP", "31/12/2023"]),
        ("Đạt 96,5%, vượt 1.248 hộ.", ["96,5", "1.248"]),
        ("2. Đã làm 3 việc.", ["3"]),
        ("1.248 hộ đã ký.", ["1.248"]),
        ("12/12 tổ đạt.", ["12/12"]),
        ("a) Nhà cho 04 hộ", ["04"]),
        ("II.1. Kết quả", []),
        ("Diện tích tính bằng m2, phòng chống Covid-19.", []),
    ],
)
def test_numbers_are_read_whole_and_numbering_is_none(text: str, numbers: list[str]) -> None:
    assert typed(written(text)) == numbers


def test_the_templates_own_numbers_are_not_typed() -> None:
    law = "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư;"
    assert typed(written(law, fixed=(law,))) == []
    assert typed(written(law.replace("Căn cứ", "Thực hiện"), fixed=(law,))) == []
    assert typed(written(law.replace("văn thư", "văn thư, sửa năm 2026"), fixed=(law,))) == ["2026"]


def test_what_was_printed_with_a_paragraph_is_not_typed() -> None:
    printed = "Trong năm 2023 có 19 vụ."
    assert typed(changed(printed, printed)) == []
    assert typed(changed(printed, "Trong năm 2023, cả phường có 19 vụ.")) == []
    assert typed(changed(printed, "Trong năm 2023 có 19 vụ, 05 vụ nghiêm trọng.")) == ["05"]
    assert typed(changed(printed, "Trong năm 2023 có 21 vụ.")) == ["21"]


def test_an_anchored_number_is_not_typed_and_the_same_one_beside_it_is() -> None:
    line = Line("mục “I”", "Có 19 vụ, tức là 19 vụ.", anchored=((3, 8),), item="_svb1")
    item = Item("_svb1", "Có 19 vụ.", line.text, words="Có  .")
    assert typed(OpenedPaper("Báo cáo", lines=(line,), items=(item,))) == ["19"]


@pytest.mark.parametrize(
    ("printed", "now"),
    [
        ("Số: …/BC-UBND", "Số: 125/BC-UBND"),
        ("Mai Động, ngày … tháng … năm 2023", "Mai Động, ngày 05 tháng 12 năm 2023"),
        ("Số:       /BC-UBND", "Số: 125/BC-UBND"),
    ],
)
def test_the_dots_of_the_letterhead_may_be_filled_in(printed: str, now: str) -> None:
    assert typed(changed(printed, now)) == []


def test_the_papers_own_year_may_be_typed_again() -> None:
    own = changed("Kết quả năm 2023", "Kết quả năm 2023 so với kế hoạch của năm 2023")
    assert typed(own) == []
    assert typed(changed("Kết quả năm 2023", "Kết quả năm 2023 so với năm 2019")) == ["2019"]


def test_a_value_that_was_written_over_is_told_with_both() -> None:
    (one,) = written_over([paper(figure("19 vụ", "21 vụ"))], frozenset())
    assert one.values == ("19 vụ", "21 vụ") and one.place == "mục “I”" and one.field == "words"


def test_of_a_long_text_only_what_differs_is_told() -> None:
    text = (
        "Công an phường đã tham mưu kế hoạch bảo vệ an ninh, trật tự trên địa bàn phường và giao cho các tổ dân phố."
    )
    (one,) = written_over([paper(named(text, text.replace("an ninh", "an toàn")))], frozenset())
    assert len(one.values[0]) < len(text) and "an ninh" in one.values[0] and "an toàn" in one.values[1]


@pytest.mark.parametrize("now", ["19\u00a0vụ", " 19 vụ", "19  vụ"])
def test_another_kind_of_blank_is_not_written_over(now: str) -> None:
    assert list(written_over([paper(figure("19 vụ", now))], frozenset())) == []


def test_what_another_rule_told_is_not_told_twice() -> None:
    value = figure("19 vụ", "21 vụ")
    assert list(written_over([paper(value)], frozenset({("Báo cáo", value.id)}))) == []


def test_a_paragraph_that_was_deleted_is_told_once_and_not_each_of_its_values() -> None:
    gone = Item("_svb1", "Tội phạm: 19 vụ.", None, records=frozenset({"a" * 32}))
    value = figure("19 vụ", None)
    deleted = OpenedPaper("Báo cáo", values=(replace(value, item="_svb1"),), items=(gone,))
    (one,) = taken_out([deleted])
    assert "Tội phạm: 19 vụ." in one.sentence


def test_a_value_that_was_taken_out_of_a_standing_sentence_is_told() -> None:
    item = Item("_svb1", "Có 19 vụ, 12 đối tượng.", "Có 19 vụ.", "mục “I”")
    value = figure("12 đối tượng", None)
    standing = OpenedPaper("Báo cáo", values=(replace(value, item="_svb1"),), items=(item,))
    (one,) = taken_out([standing])
    assert one.place == "mục “I”" and one.values == ("12 đối tượng", "")


def test_a_paragraph_of_the_template_without_records_may_go() -> None:
    assert list(taken_out([OpenedPaper("Báo cáo", items=(Item("_svb1", "Chưa có số liệu.", None),))])) == []


@given(st.text("ab 0123456789.,/%…()vụ", max_size=60))
def test_what_reads_as_it_was_printed_is_never_typed(text: str) -> None:
    assert typed(changed(text, text)) == []


@given(
    st.integers(2, 10**9), st.sampled_from(["Đã trao {} suất quà", "({} hộ)", "tổng là {}.", "{}", "gồm {}, còn lại"])
)
def test_a_number_that_is_typed_anywhere_is_found_whole(number: int, frame: str) -> None:
    shown = f"{number:,}".replace(",", ".")
    assert typed(written(frame.format(shown))) == [shown]
