"""How findings are said to the clerk: years, grades, awards with number, day and issuer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ward.dates import PartialDate, show_date
from ward.rules.facts import Invention, PastAward, Rated, Trouble, Wish

MATTERS = {
    "ky_luat": "đang xem xét kỷ luật",
    "dieu_tra": "đang điều tra",
    "thanh_tra": "đang thanh tra, kiểm tra có dấu hiệu vi phạm",
    "khieu_nai": "đang xác minh đơn khiếu nại, tố cáo",
    "bao_chi": "đang xác minh vấn đề báo chí nêu",
    "da_ky_luat": "đã bị kỷ luật",
    "xu_phat": "bị xử phạt vi phạm hành chính",
    "hinh_su": "bị truy cứu trách nhiệm hình sự",
    "khac": "có việc khác cần xem",
}
DEGREES = {
    "khien_trach": "khiển trách",
    "canh_cao": "cảnh cáo",
    "ha_bac_luong": "hạ bậc lương",
    "giang_chuc": "giáng chức",
    "cach_chuc": "cách chức",
    "buoc_thoi_viec": "buộc thôi việc",
    "khai_tru": "khai trừ",
    "khac": "hình thức khác",
}
DEGREE_ORDER = ("khien_trach", "canh_cao", "ha_bac_luong", "giang_chuc", "cach_chuc", "buoc_thoi_viec", "khai_tru")
"""From the mildest on."""
GRADE_NAMES = {
    "HTXSNV": "hoàn thành xuất sắc nhiệm vụ",
    "HTTNV": "hoàn thành tốt nhiệm vụ",
    "HTNV": "hoàn thành nhiệm vụ",
    "KHTNV": "không hoàn thành nhiệm vụ",
}
GRADE_ORDER = ("KHTNV", "HTNV", "HTTNV", "HTXSNV")
SCOPES = {"co_so": "cấp cơ sở", "tinh": "cấp tỉnh", "toan_quoc": "toàn quốc"}
SCOPE_ORDER = ("co_so", "tinh", "toan_quoc")
BASES = {
    "cong_trang": "công trạng",
    "dot_xuat": "đột xuất",
    "chuyen_de": "phong trào, chuyên đề",
    "cong_hien": "quá trình cống hiến",
    "nien_han": "niên hạn",
    "doi_ngoai": "đối ngoại",
}
UNSURE = "quy định chưa kiểm chứng"


def day_words(iso: str) -> str:
    """ "08/12/2015", "năm 2015"; "" for no day."""
    return _day_words(iso) if iso else ""


@lru_cache(maxsize=8192)
def _day_words(iso: str) -> str:
    shown = show_date(PartialDate(iso))
    return shown if len(iso) > 4 else f"năm {shown}"


def years_words(years: Sequence[int]) -> str:
    """ "năm 2024", "các năm 2021–2025", "" for none."""
    if len(years) > 1:
        return f"các năm {years[0]}–{years[-1]}"
    return f"năm {years[0]}" if years else ""


def award_words(award: PastAward) -> str:
    """ "Chiến sĩ thi đua cơ sở năm 2016: số 12/QĐ-UBND ngày 08/12/2015, UBND quận Hoàng Mai"."""
    decided = " ".join(
        part
        for part in (
            f"số {award.number}" if award.number else "chưa ghi số quyết định",
            f"ngày {day_words(award.decided_on)}" if award.decided_on else "",
        )
        if part
    )
    name = f"{award.name} {years_words(award.years)}".strip()
    said = f"{name}: {decided}, {award.issuer}" if award.issuer else f"{name}: {decided}"
    return f"{said} ({award.doubt}: cần xác nhận)" if award.doubt else said


def rating_words(rated: Rated) -> str:
    """ "Năm 2024: hoàn thành tốt nhiệm vụ (số 5/TB ngày 20/12/2024)"."""
    paper = " ".join(
        part
        for part in (
            f"số {rated.number}" if rated.number else "",
            f"ngày {day_words(rated.decided_on)}" if rated.decided_on else "",
            rated.issuer,
        )
        if part
    )
    said = f"Năm {rated.year}: {GRADE_NAMES.get(rated.grade, rated.grade)}" + (f" ({paper})" if paper else "")
    return f"{said} ({rated.doubt}: cần xác nhận)" if rated.doubt else said


def invention_words(one: Invention) -> str:
    """ "Sáng kiến “…” (cấp cơ sở, số 3/QĐ ngày …)"."""
    noun = "Đề tài" if one.kind == "de_tai" else "Sáng kiến"
    told = (
        SCOPES.get(one.scope, ""),
        f"số {one.number}" if one.number else "",
        f"ngày {day_words(one.decided_on)}" if one.decided_on else "",
    )
    inside = ", ".join(part for part in told if part)
    return f"{noun} “{one.name}”" + (f" ({inside})" if inside else "")


def trouble_words(trouble: Trouble) -> str:
    """ "đã bị kỷ luật cảnh cáo từ 01/03/2025 đến 01/03/2026 (Quyết định 5)"."""
    degree = DEGREES.get(trouble.degree, "") if trouble.matter == "da_ky_luat" else ""
    told = (
        MATTERS.get(trouble.matter, MATTERS["khac"]),
        degree,
        f"từ {day_words(trouble.since)}" if trouble.since else "",
        f"đến {day_words(trouble.until)}" if trouble.until else "",
        f"({trouble.words})" if trouble.words else "",
    )
    return " ".join(part for part in told if part)


def wish_words(wish: Wish) -> str:
    """ "Đề nghị Chiến sĩ thi đua cơ sở năm 2025 (đợt “Khen cuối năm 2025”)"."""
    held = f" (đợt “{wish.round_name}”)" if wish.round_name else ""
    return f"Đề nghị {wish.name} {years_words((wish.year,) if wish.year else ())}".strip() + held


def at_least(grade: str, least: str) -> bool:
    """Whether a grade is this one or better; an unknown grade is not."""
    return grade in GRADE_ORDER and GRADE_ORDER.index(grade) >= GRADE_ORDER.index(least)


def grade_or_better(least: str) -> str:
    """ "hoàn thành tốt nhiệm vụ trở lên"; the best grade needs no "trở lên"."""
    named = GRADE_NAMES.get(least, least)
    return named if least == GRADE_ORDER[-1] else f"{named} trở lên"


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def listed(parts: Iterable[str], end: str = "và") -> str:
    """ "a", "a và b", "a, b và c"."""
    told = list(parts)
    return f" {end} ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else ""
