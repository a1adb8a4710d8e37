"""A whole amount in Vietnamese words, as payment lists and receipts end with it."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000


def number_words(number: int) -> str:
    """The number in words: 1520000 is "một triệu năm trăm hai mươi nghìn", 1005 "một nghìn không trăm linh năm".

    Exact for any whole number; "mốt", "tư", "lăm" and "linh" as they are written in the north.
    Raises ValueError for a negative number.
    """
    if number < 0:
        raise ValueError(f"an amount is not negative: {number}")
    return " ".join(_whole(number, leading=True)) or _DIGITS[0]


def amount_words(dong: int) -> str:
    """The amount with its unit and a large first letter: "Một triệu năm trăm hai mươi nghìn đồng".

    Raises ValueError for a negative amount.
    """
    words = number_words(dong)
    return f"{words[0].upper()}{words[1:]} đồng"


def _whole(number: int, *, leading: bool) -> list[str]:
    """The words of a number; without `leading` what stands before it is said, so its empty places are, too."""
    above, below = divmod(number, _BILLION)
    if not above:
        return _below_billion(below, leading=leading)
    return [*_whole(above, leading=leading), "tỷ", *_below_billion(below, leading=False)]


def _below_billion(number: int, *, leading: bool) -> list[str]:
    words: list[str] = []
    for scale in (2, 1, 0):
        group = number // 1000**scale % 1000
        if group:
            words += _group(group, leading=leading and not words)
            words += [_SCALES[scale]] if scale else []
    return words


def _group(number: int, *, leading: bool) -> list[str]:
    """Three digits; "không trăm" is said where something stands before them."""
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    words = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    return [*words, *_below_hundred(tens, units, after=bool(words))]


def _below_hundred(tens: int, units: int, *, after: bool) -> list[str]:
    if not tens:
        return [*(["linh"] if after else []), _DIGITS[units]] if units else []
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if not units:
        return words
    if units == 5:
        return [*words, "lăm"]
    if tens > 1 and units in (1, 4):
        return [*words, "mốt" if units == 1 else "tư"]
    return [*words, _DIGITS[units]]
