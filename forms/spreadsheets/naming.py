"""How people, units and households are written in a list: what the name is, and what kind of recipient."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ward.search import words
from ward.text import tone_style

_FORMS = {
    "ông": "Ông", "bà": "Bà", "đ/c": "Đồng chí", "đc": "Đồng chí", "đồng chí": "Đồng chí", "anh": "Anh", "chị": "Chị",
    "cô": "Cô", "thầy": "Thầy", "em": "Em", "cháu": "Cháu", "cụ": "Cụ",
}  # fmt: skip
_ADDRESSED = re.compile(
    rf"^({'|'.join(sorted(map(re.escape, _FORMS), key=len, reverse=True))})[.:,]?\s+(?=\S)", re.IGNORECASE
)
_HOUSE = re.compile(r"^(?:hộ\s+gia\s+đình|gia\s+đình|hộ)[.:,]?\s+(?=\S)", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_UNIT_WORDS = frozenset((
    "tổ", "chi", "hội", "trường", "phòng", "ban", "đảng", "ủy", "bộ", "khu", "thôn", "xóm", "ấp", "bản",
    "đoàn", "nhân", "tập", "ubnd", "mttq", "hđnd", "dòng", "nhóm", "câu", "clb", "xí", "trung", "hợp", "doanh",
    "phường", "xã", "quận", "huyện", "thành", "tỉnh", "mặt", "liên", "đội", "trạm", "chùa", "giáo", "công",
    "cán", "cơ", "uỷ", "đơn", "tdp", "lực", "dân",
))  # fmt: skip
_SURNAMES_TOO = frozenset(("đoàn", "công", "nhân", "trung", "thành", "dân", "bản"))
_PLAIN_BEGINNINGS = (
    "to dan pho", "chi bo", "chi hoi", "khu pho", "hoi ", "truong ", "phong ", "ban chi huy", "dang bo",
    "doan thanh nien", "cong an", "uy ban", "mat tran", "dan quan", "thon ", "tap the", "can bo va nhan dan",
    "nhan dan va can bo",
)  # fmt: skip
_LEAST_NAME, _MOST_NAME = 2, 6
KIND_WORDS = {
    "tap_the": ("tap the", "don vi", "to chuc", "cac to", "cac chi"),
    "ca_nhan": ("ca nhan", "nguoi", "can bo", "cong chuc"),
    "ho_gia_dinh": ("ho gia dinh", "gia dinh", "cac ho", "chu ho"),
}
RECORD_KINDS = {"tap_the": "unit", "ca_nhan": "person", "ho_gia_dinh": "household"}


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name taken apart: form of address, the name itself, what stood in brackets, whether it is a household's."""

    name: str
    address_form: str = ""
    beside: str = ""
    household: bool = False


def taken_apart(text: str) -> WrittenName:
    """“Bà NGUYỄN THỊ LAN (tổ 5)” → Nguyễn Thị Lan, Bà, tổ 5."""
    left = " ".join(text.split())
    beside = _BRACKET.search(left)
    if beside:
        left = left[: beside.start()]
    house = _HOUSE.match(left)
    if house:
        left = left[house.end() :]
    addressed = _ADDRESSED.match(left)
    form = _FORMS[addressed.group(1).casefold()] if addressed else ""
    if addressed:
        left = left[addressed.end() :]
    return WrittenName(capitals_lowered(left.strip(" .,;:-")), form, beside.group(1) if beside else "", bool(house))


def capitals_lowered(name: str) -> str:
    """A name in capital letters as names are written; any other as it is."""
    if not name.isupper():
        return name
    return " ".join(word[:1] + word[1:].lower() for word in name.split())


def exact_key(name: str) -> str:
    """What two spellings of one name have in common: blanks, case and the place of the tone do not count."""
    return tone_style(" ".join(name.split()).casefold(), "cu")


def is_unit_like(text: str) -> bool:
    """Whether a name begins as names of units do; “Đoàn Văn Hậu” is a person, “Đoàn Thanh niên” is none."""
    first = text.split()[0].casefold() if text.split() else ""
    if first in _SURNAMES_TOO and is_person_like(text):
        return False
    return first in _UNIT_WORDS or f"{' '.join(words(text))} ".startswith(_PLAIN_BEGINNINGS)


def is_person_like(text: str) -> bool:
    """Whether a text may be a person's name: two to six words, each with a capital, without digits."""
    parts = capitals_lowered(text).split()
    if not _LEAST_NAME <= len(parts) <= _MOST_NAME or any(char.isdigit() for char in text):
        return False
    return all(part[:1].isupper() for part in parts)


def kind_in(text: str) -> str:
    """The kind of recipient that a word or heading names (a key of KIND_WORDS); "" for none or several."""
    said = f" {' '.join(words(text))} "
    named = {kind for kind, told in KIND_WORDS.items() if any(f" {one} " in said for one in told)}
    if named == {"ho_gia_dinh", "ca_nhan"} or not named:
        return ""
    return named.pop() if len(named) == 1 else ""
