"""Papers that LibreOffice really edited and saved: today's values come in, and no word of the clerk's is lost."""

from pathlib import Path

import pytest

from tests.reports.refresh.clerk import Clerk, Step
from tests.reports.refresh.small_report import Report, faults_of, lines, plan_for, refreshed, rows

PRINTED = Report()
TODAY = PRINTED.but(
    people="50.300",
    works=(("b", "camera an ninh"), ("d", "ngõ sáng"), ("c", "tủ sách")),
    awards=(("6", "Tổ 7", "Cờ thi đua"), ("4", "Tổ 1", "Giấy khen"), ("5", "Tổ 2", "Huân chương")),
    refused=(("7", "Nguyễn Văn A"),),
)
EDITS: dict[str, tuple[list[Step], list[str]]] = {
    "nothing": ([], []),
    "a sentence at the end of a paragraph": (
        [("type_after", ", nằm ở phía tây.", " Đây là câu của tôi.")],
        ["Đây là câu của tôi."],
    ),
    "words before and after a value": (
        [("type_before", " người, nằm", " nghìn lẻ"), ("type_before", "Phường có diện tích", "Năm nay, ")],
        ["Năm nay, Phường có diện tích 0,81 km2, dân số 50.300 nghìn lẻ người"],
    ),
    "a new paragraph": (
        [("new_paragraph_after", "Mô hình", "Đoạn tôi viết thêm.")],
        ["Đoạn tôi viết thêm."],
    ),
    "a paragraph moved": ([("move_before", ", nằm ở phía tây", "Khen thưởng")], []),
    "a list's paragraph moved": ([("move_before", "tủ sách", "tuyến ngõ hoa")], []),
    "fonts": ([("bold", "48.120"), ("font", "Phường có diện tích", "Arial", 20)], []),
    "a paragraph split": ([("split_after", " người, nằm")], ["ở phía tây."]),
    "paragraphs joined": ([("join_next", "Phường có diện tích")], []),
    "text pasted as plain text": ([("drop_marks", "Phường có diện tích")], []),
    "a column more": ([("insert_column", "Tổ 1", 1, "Ghi chú", "đã nhận", "chưa nhận")], ["đã nhận", "chưa nhận"]),
    "a row more": (
        [("insert_row_after", "Tổ 2", "3", "Ông Ba", "Giấy khen của tôi")],
        ["Ông Ba", "Giấy khen của tôi"],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_paper_gets_todays_values_and_keeps_the_clerks_words(
    name: str, clerk: Clerk, tmp_path: Path
) -> None:
    steps, words = EDITS[name]
    edited = clerk.edit(PRINTED.paper(), *steps)
    plan = plan_for(edited, TODAY)
    assert [one for one in plan.undecided] == []
    paper = refreshed(edited, TODAY)
    text = "\n".join(lines(paper))
    assert "48.120" not in text
    assert text.count("50.300") == 2
    for word in words:
        assert word in text
    works = [line for line in lines(paper) if "được giữ vững" in line]
    assert {"Mô hình camera an ninh được giữ vững.", "Mô hình ngõ sáng được giữ vững."} <= set(works)
    assert "tuyến ngõ hoa" not in text
    assert "Phường có 03 giấy khen:" in text
    assert [row[-1] for row in rows(paper, 1)][:4] == ["Hình thức", "Cờ thi đua", "Giấy khen", "Huân chương"]
    assert [row[0] for row in rows(paper, 1)][1:4] == ["1", "2", "3"]
    assert rows(paper, 2) == [["TT", "Tên"], ["1", "Nguyễn Văn A"]]
    assert faults_of(paper, tmp_path) <= faults_of(edited, tmp_path)
    assert words_of(clerk.read(paper)) == words_of(text)
    assert refreshed(paper, TODAY) == paper


def words_of(text: str) -> list[str]:
    return sorted(word for word in text.split() if word not in ("•", "·", "\uf0b7"))
