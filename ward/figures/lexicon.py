"""The words around a number in ward papers: qualifiers, scales, and what stands for no number."""

from __future__ import annotations

import re
from functools import lru_cache

from ward.text import plain

SENSES = {
    "gần như": "below", "gần bằng": "below", "gần": "below", "ngót": "below",
    "hơn": "above", "trên": "above", "ngoài": "above",
    "khoảng": "about", "chừng": "about", "độ": "about", "cỡ": "about", "tầm": "about", "xấp xỉ": "about",
    "áng chừng": "about", "ước": "about", "ước tính": "about", "ước chừng": "about", "dự ước": "about",
    "dự kiến": "about", "trên dưới": "about", "~": "about", "≈": "about",
    "tối thiểu": "at_least", "ít nhất": "at_least", "không dưới": "at_least", "không ít hơn": "at_least",
    "không thấp hơn": "at_least", "thấp nhất": "at_least", "≥": "at_least", ">=": "at_least", ">": "at_least",
    "dưới": "at_most", "tối đa": "at_most", "nhiều nhất": "at_most", "cao nhất": "at_most", "không quá": "at_most",
    "không vượt quá": "at_most", "không nhiều hơn": "at_most", "không cao hơn": "at_most", "chưa đến": "at_most",
    "chưa tới": "at_most", "≤": "at_most", "<=": "at_most", "<": "at_most",
    "lên đến": "exact", "lên tới": "exact", "đúng": "exact", "tròn": "exact",
    "trở lên": "at_least", "đổ lên": "at_least", "trở xuống": "at_most", "đổ xuống": "at_most", "đổ lại": "at_most",
}  # fmt: skip
"""What each qualifier says of the true number: it lies below, above, about, at least or at most there."""

AFTER = ("trở lên", "trở xuống", "đổ lên", "đổ xuống", "đổ lại")
_FILLERS = (
    "đạt", "có", "được", "là", "chỉ", "còn", "tổng số", "tổng cộng", "tổng", "với", "đã", "bình quân",
    "trung bình", "thực hiện", "chiếm", "tỷ lệ", "tỉ lệ",
)  # fmt: skip
_RANKS = (
    "xếp hạng", "xếp thứ", "đứng thứ", "đứng hạng", "thứ hạng", "hạng thứ", "vị trí thứ", "hạng", "thứ", "vị trí",
)  # fmt: skip

SCALES = {"chục": 1, "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
"""Scale words and their powers of ten."""

_DATA = r"(?: (?:số liệu|số|thông tin|dữ liệu|báo cáo|thống kê|kết quả))"
MISSING = (
    rf"|-+|…+|\.{{2,}}|\?+|chưa có{_DATA}?|không có{_DATA}|chưa rõ{_DATA}?|không rõ{_DATA}?|không nêu{_DATA}?"
    rf"|chưa (?:thống kê|tổng hợp|cập nhật|xác định|báo cáo)(?: được)?{_DATA}?"
)
ZERO = r"không|không có|không phát sinh|không (?:để )?xảy ra"
NONE_OF = r"không (?:có |còn |(?:để )?xảy ra |phát sinh )?(?P<measure>[^\W\d][^0-9,;:()]{0,40}?) nào"
NOT_APPLICABLE = (
    r"không áp dụng|không tính|không đánh giá|không xét|không thuộc (?:đối tượng|diện)|không phải thực hiện"
)
VAGUE = (
    r"(?P<vague>hàng (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ)(?: (?:nghìn|ngàn|vạn|triệu|tỷ))?|rất nhiều|nhiều"
    r"|một số|một vài|(?:vài|mấy)(?: (?:chục|trăm|nghìn|ngàn))?|đa số|phần lớn|hầu hết)"
    r"(?: (?P<measure>[^0-9,;:()]{1,60}))?"
)

_SMALL = {"km2", "m2", "m3", "km²", "m²", "m³", "cm2", "dm3"}
_PER_MANY = (
    r"[^\W\d][^0-9]*/\s*(?:100|1\.?000|10\.?000|100\.?000|1 (?:vạn|triệu|nghìn|ngàn))\s*"
    r"(?:dân|người|trẻ|hộ|ca|phụ nữ|học sinh|nhân khẩu)(?:\s[^0-9]*)?"
)
_NOUNS = (
    r"(?:tập thể|cá nhân|hộ|hộ gia đình|xã|phường|đặc khu|thị trấn|thôn|xóm|bản|tổ dân phố|khu phố|cán bộ|công chức"
    r"|viên chức|đảng viên|đoàn viên|hội viên|chiến sĩ|người lao động|tổ chức|cơ quan|đơn vị|doanh nghiệp|ngõ|ngách"
    r"|học sinh|sinh viên|giáo viên|thanh niên|mô hình|điển hình|chương trình|dự án|công trình)(?!\w)"
)
_ENUMERATED = re.compile(rf"(?<!\w)({_NOUNS}), (?={_NOUNS})")
"""Nouns that are counted together: "88 tập thể, cá nhân", "126 xã, phường"."""


def leading(text: str, start: int = 0) -> tuple[str, bool, int]:
    """Give (qualifier, whether a rank word stands there, where they end) of what stands before a number."""
    found: list[str] = []
    rank = False
    while match := _leading_words().match(text, start):
        word, start = " ".join(match[1].split()), match.end()
        rank = rank or word in _RANKS
        if word in SENSES:
            found.append(word)
    return " ".join(found), rank, len(text) - len(text[start:].lstrip())


def sense(qualifier: str) -> str:
    """Give what a qualifier says of the true number: one of the values of `SENSES`, "exact" for none."""
    senses, start = [], 0
    text = plain(qualifier).strip()
    while match := _leading_words().match(text, start):
        senses.append(SENSES.get(" ".join(match[1].split()), "exact"))
        start = match.end()
    if "about" in senses:
        return "about"
    return next((one for one in senses if one != "exact"), "exact")


@lru_cache(maxsize=1)
def _leading_words() -> re.Pattern[str]:
    words = sorted({*SENSES, *_FILLERS, *_RANKS}, key=len, reverse=True)
    letters = "|".join(word.replace(" ", r"\s+") for word in words if word[0].isalpha())
    signs = "|".join(re.escape(word) for word in words if not word[0].isalpha())
    return re.compile(rf"\s*({signs}|(?:{letters})(?!\w)(?<!chỉ(?= tiêu)))\s*")


@lru_cache(maxsize=1)
def claim_start() -> re.Pattern[str]:
    """Give the pattern of words with which a comparison begins, in plain text ("Bằng khen" is none).

    "12 chỉ tiêu đạt và vượt kế hoạch" counts targets, and compares nothing.
    """
    before = "|".join(word.replace(" ", r"\s+") for word in SENSES if word[0].isalpha() and word not in AFTER)
    led = rf"(?:(?:(?:{before}|là|t[ỷỉ] lệ)\s+|[~≈≥≤<>]=?\s*)*[0-9])"
    named = r"(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|cùng kỳ|năm)"
    number = rf"(?=\s+(?:{led}|{named}))"
    counted = r"(?<!chỉ tiêu )(?<!đạt và )(?<!đạt, )(?<!thành )(?<!thành và )"
    surpassing = rf"(?:{counted}vượt|vượt(?=(?: mức)?\s+{led}))(?! (?:khó|lên(?! đến| tới)|cấp|đèn|rào))"
    return re.compile(
        rf"(?<!\w)(?:(?:ước|ước tính|dự kiến|gần)\s+)?(?P<relation>(?:bằng|đạt|tương đương){number}|chiếm(?=\s+{led})"
        rf"|{surpassing}"
        r"|tăng gấp|tăng(?! (?:ni|cường|gia|ca)(?!\w))"
        r"|giảm(?! (?:nghèo|nhẹ|trừ)(?!\w))"
        r"|gấp(?! rút)|cao hơn|nhiều hơn|thấp hơn|ít hơn|xếp (?:thứ|hạng)|đứng (?:thứ|đầu|hạng)|dẫn đầu"
        r"|giữ (?:vững|nguyên|ổn định)|không (?:tăng|giảm|đổi|thay đổi)|so với|so (?=cùng|kế|năm|dự)"
        r"|(?:lớn|cao|thấp|nhiều|ít|tốt|đông) nhất(?!\s*[0-9]))(?!\w)"
        r"|(?P<sign>↑|↓|(?<=\()[+-](?=[0-9]))|(?<=\()(?=[0-9][0-9.,]*\s?%\))"
    )


def measure_of(typed: str) -> str:
    """Give the measure for the words after a number: "đ" and "VNĐ" are "đồng", "phần trăm" is "%"."""
    measure = " ".join(typed.split()).rstrip(".,; ")
    small = plain(measure)
    if re.fullmatch(r"(?:điểm|đ) ?(?:%|phần trăm)|% điểm", small):
        return "điểm %"
    if re.match(r"%|phần trăm", small):
        return "%"
    money = re.match(r"(?:đồng|vnđ|vnd|đ)(?![\w])\.?\s*(?:việt nam)?\s*", small)
    if money:
        rest = measure[money.end() :]
        return f"đồng{rest}" if not rest or rest.startswith("/") else f"đồng {rest}"
    return measure


def is_measure(typed: str) -> bool:
    """Tell whether the words after a number can be a measure: letters, no stray digits, not a sentence."""
    small = _ENUMERATED.sub(r"\1 ", plain(typed))
    if not typed or re.fullmatch(r"[%‰]", typed):
        return True
    if re.fullmatch(_PER_MANY, small):
        return True
    bare = "/".join(part for part in re.split(r"[/ ]", small) if part not in _SMALL)
    starts = re.match(r"[^\W\d_]|[%‰°]", small)
    stray = re.search(r"[0-9,;:()=+?!\"“”]", bare) or claim_start().search(small)
    return bool(starts) and not stray and len(small.split()) <= 8


def split_scale(measure: str) -> tuple[int, str]:
    """Give a measure's scale as a power of ten and the bare noun: "triệu đồng" is (6, "đồng")."""
    power, rest = 0, measure
    while match := re.match(rf"({'|'.join(SCALES)})\s+(?=\S)", plain(rest)):
        power, rest = power + SCALES[match[1]], rest[match.end() :]
    return power, rest
