"""Vietnamese text: one spelling, search without diacritics, alphabetical order, the place of the tone."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ward.text import fold, nfc, person_sort_key, sort_key, tone_style

thorough = settings(deadline=None, max_examples=200)
vietnamese = st.text(st.sampled_from("aăâbcdđeêhioôơuưyAĐÔÁÀẢÃẠáàảãạốồổỗộ 0123456789-/“”.,"), max_size=20)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ðông Cương", "Đông Cương"),
        ("ɖường", "đường"),
        (unicodedata.normalize("NFD", "Định Công"), "Định Công"),
        ("  Mai\u00a0Động\u200b ", "Mai Động"),
        ("\ufeffHuế", "Huế"),
    ],
)
def test_every_spelling_of_one_text_becomes_one(typed: str, kept: str) -> None:
    assert nfc(typed) == kept


def test_non_breaking_spaces_stay_only_where_they_are_asked_for() -> None:
    assert nfc("48\u00a0người", keep_blanks=True) == "48\u00a0người"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "hòa"),
        ("ĐÔNG CƯƠNG", "dong cuong"),
        ("“Vùng xanh”", '"vung  xanh"'),
        ("0,81 km²", "0,81 km2"),
        ("nhiệm kỳ 2020 – 2025", "nhiem ky 2020 - 2025"),
    ],
)
def test_search_sees_no_diacritics_case_quotes_or_dashes(one: str, other: str) -> None:
    assert fold(one) == fold(other)


IN_ORDER = [
    [
        "",
        "An Bình",
        "An Dương",
        "Anh",
        "Ăn",
        "Ân",
        "Ba",
        "Dũng",
        "Đặng",
        "Đinh",
        "Em",
        "Êm",
        "Oanh",
        "Ông",
        "Ơn",
        "Út",
        "Ư",
        "Xuân",
        "Yến",
    ],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["Tổ 1", "Tổ 2", "Tổ 2A", "Tổ 10", "Tổ 16", "Tổ 100"],
    ["hoa", "Hoa", "hòa", "Hòa", "hoa huệ", "hòa nhã"],
    ["1 người", "Một người"],
    ["Đường 9", "Đường 9A", "Đường 502"],
]


@pytest.mark.parametrize("words", IN_ORDER)
def test_words_stand_in_vietnamese_order(words: list[str]) -> None:
    assert sorted(reversed(words), key=sort_key) == words


def test_people_stand_by_given_then_family_and_middle_name() -> None:
    people = [
        "Lê Văn An",
        "Đặng Thị Bình",
        "Lê Văn Bình",
        "Nguyễn Văn Bình",
        "Trần Thanh Bình",
        "Nguyễn Văn Bính",
        "Cao Đức",
    ]
    assert sorted(reversed(people), key=person_sort_key) == people


def test_what_stands_in_brackets_after_a_name_does_not_move_it() -> None:
    people = ["Lê Văn An (tổ 5)", "Lê Thị Bình", "Lê Thị Cúc (tổ 1)"]
    assert sorted(reversed(people), key=person_sort_key) == people


@thorough
@given(st.lists(vietnamese, max_size=8))
def test_two_texts_share_a_key_only_when_they_are_one(texts: list[str]) -> None:
    by_key = sorted(texts, key=sort_key)
    for first, second in pairwise(by_key):
        assert (sort_key(first) == sort_key(second)) == (nfc(first) == nfc(second))
        assert (person_sort_key(first) == person_sort_key(second)) == (nfc(first) == nfc(second))


@thorough
@given(vietnamese, vietnamese)
def test_tones_decide_only_between_equal_letters(one: str, other: str) -> None:
    bare_one, bare_other = (_without_tones(text) for text in (one, other))
    if sort_key(bare_one.lower())[:3] != sort_key(bare_other.lower())[:3]:
        assert (sort_key(one) < sort_key(other)) == (sort_key(bare_one.lower()) < sort_key(bare_other.lower()))


def _without_tones(text: str) -> str:
    bare = unicodedata.normalize("NFD", nfc(text))
    return unicodedata.normalize(
        "NFC", "".join(char for char in bare if char not in "\u0300\u0301\u0303\u0309\u0323")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("hòa", "hoà"), ("Khỏe", "Khoẻ"), ("Thủy", "Thuỷ"), ("TÒA NHÀ", "TOÀ NHÀ"), ("xõa lũy họe", "xoã luỹ hoẹ")],
)
def test_the_office_chooses_where_the_tone_stands(old: str, new: str) -> None:
    assert tone_style(old, "moi") == new
    assert tone_style(new, "cu") == old


@pytest.mark.parametrize("only", ["quý", "quả", "hoàn", "khuỷu", "thuyền", "Nguyễn", "ngoài", "tuổi", "Huế", "thuở"])
def test_syllables_with_one_spelling_stay(only: str) -> None:
    assert tone_style(only, "moi") == tone_style(only, "cu") == only


@thorough
@given(vietnamese)
def test_there_and_back_the_tones_stand_where_they_stood(text: str) -> None:
    new = tone_style(nfc(text), "moi")
    assert tone_style(tone_style(new, "cu"), "moi") == new
    assert fold(new) == fold(text)


def test_a_third_way_of_writing_tones_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="khac"):
        tone_style("hòa", "khac")
