"""What Excel puts on the clipboard becomes the cells that were copied."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from forms.spreadsheets.pasted import read_pasted
from ward.errors import UserError
from ward.text import nfc


def cells(text: str) -> list[tuple[str, ...]]:
    return [line.cells for line in read_pasted(text).lines]


def test_tabs_and_line_ends_divide_cells():
    assert cells("STT\tHọ tên\r\n1\tNguyễn Văn An\r\n") == [("STT", "Họ tên"), ("1", "Nguyễn Văn An")]


def test_a_cell_with_a_line_break_stands_in_quotes():
    assert cells('1\t"Dòng một\nDòng ""hai"""\tB\n2\t\tC') == [("1", 'Dòng một\nDòng "hai"', "B"), ("2", "", "C")]


def test_quotes_of_the_text_stay():
    assert cells('"Ngõ hoa" tổ 5\tA\n"abc\t"B"') == [('"Ngõ hoa" tổ 5', "A"), ('"abc', '"B"')]


def test_nothing_pasted_is_told():
    for text in ("", " \n\t\n"):
        with pytest.raises(UserError, match="Chưa có gì để dán"):
            read_pasted(text)


def copied(cell: str) -> str:
    """A cell as Excel copies it."""
    return '"' + cell.replace('"', '""') + '"' if "\n" in cell or "\t" in cell else cell


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=("Cs", "Cc")) | st.sampled_from('\n\t"')
)


@given(st.lists(st.lists(TEXTS.map(nfc), min_size=2, max_size=4), min_size=1, max_size=5))
def test_any_table_comes_back_as_it_was_copied(rows: list[list[str]]):
    assume(any(cell for row in rows for cell in row))
    assume(all(not cell.startswith('"') or "\n" in cell or "\t" in cell for row in rows for cell in row))
    text = "\n".join("\t".join(map(copied, row)) for row in rows) + "\n"
    assert cells(text) == [tuple(row) for row in rows]
