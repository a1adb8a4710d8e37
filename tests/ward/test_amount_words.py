"""Amounts in words: the words of payment lists, checked by reading them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ward.amount_words import amount_words, number_words

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1000, "triệu": 1_000_000}


def read_back(words: str) -> int:
    """What the words say, by the rules of reading alone: tens and hundreds, then thousands and millions, then tỷ."""
    whole = part = group = 0
    last = None
    for word in words.split():
        if word == "tỷ":
            whole, part, group, last = (whole + part + group + (last or 0)) * 1_000_000_000, 0, 0, None
        elif word in _SCALES:
            part, group, last = part + (group + (last or 0)) * _SCALES[word], 0, None
        elif word == "trăm":
            group, last = group + (last or 0) * 100, None
        elif word == "mươi":
            group, last = group + (last or 0) * 10, None
        elif word == "mười":
            group, last = group + 10, None
        elif word != "linh":
            assert last is None, words
            last = _UNITS[word]
    return whole + part + group + (last or 0)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (1_004, "Một nghìn không trăm linh bốn đồng"),
        (105, "Một trăm linh năm đồng"),
        (711, "Bảy trăm mười một đồng"),
        (760_000, "Bảy trăm sáu mươi nghìn đồng"),
        (1_520_000, "Một triệu năm trăm hai mươi nghìn đồng"),
        (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
        (2_530_000, "Hai triệu năm trăm ba mươi nghìn đồng"),
        (10_000_010, "Mười triệu không trăm mười đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (3_000_000_001, "Ba tỷ không trăm linh một đồng"),
        (2_500_000_000_000, "Hai nghìn năm trăm tỷ đồng"),
    ],
)
def test_amounts_are_written_as_payment_lists_end_with_them(amount: int, words: str) -> None:
    assert amount_words(amount) == words


@given(st.integers(0, 10**21))
def test_the_words_read_back_give_the_amount(amount: int) -> None:
    assert read_back(number_words(amount)) == amount


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_two_amounts_never_have_the_same_words(one: int, other: int) -> None:
    assert (number_words(one) == number_words(other)) is (one == other)


def test_a_negative_amount_is_no_amount() -> None:
    with pytest.raises(ValueError, match="not negative"):
        amount_words(-1)
