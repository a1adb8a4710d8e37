"""Which column of the statistical tables an award of a higher level belongs to: by its code, else by its words."""

import re

from ward.awarding.counted_period import TypedAward
from ward.text import fold

STATE, PROVINCE = "state", "province"
_CODES = {
    "hcld_ba": (STATE, "orders"),
    "hcld_nhi": (STATE, "orders"),
    "hcld_nhat": (STATE, "orders"),
    "co_thi_dua_cp": (STATE, "flag"),
    "bang_khen_ttg": (STATE, "prime"),
    "cstd_toan_quoc": (STATE, "national_fighter"),
    "bang_khen_tinh": (PROVINCE, "certificate"),
    "cstd_tinh": (PROVINCE, "fighter"),
    "co_thi_dua_tinh": (PROVINCE, "flag"),
    "ky_niem_chuong_tinh": (PROVINCE, "badge"),
    "ky_niem_chuong_bvantq": (PROVINCE, "badge"),
}
_WORDS = (
    (r"huan chuong|huy chuong", STATE, "orders"),
    (r"giai thuong ho chi minh", STATE, "ho_chi_minh_prize"),
    (r"giai thuong nha nuoc", STATE, "state_prize"),
    (r"(?:nha giao|thay thuoc|nghe si|nghe nhan) (?:nhan dan|uu tu)|anh hung", STATE, "honours"),
    (r"co thi dua.*chinh phu", STATE, "flag"),
    (r"bang khen.*(?:thu tuong|chinh phu)", STATE, "prime"),
    (r"chien si thi dua toan quoc", STATE, "national_fighter"),
    (r"bang khen", PROVINCE, "certificate"),
    (r"chien si thi dua (?:cap )?(?:tinh|thanh pho|bo|ban|nganh)", PROVINCE, "fighter"),
    (r"co thi dua", PROVINCE, "flag"),
    (r"ky niem chuong|huy hieu", PROVINCE, "badge"),
)
_PARTY = re.compile(r"tuoi dang|huy hieu dang|dang uy|tinh uy|thanh uy|ban chap hanh dang bo")
_NEVER_LOWER = ("certificate", "fighter")
"""What no office below a province gives; of flags and badges the level must be said."""
_LEVELS = {"trung_uong": STATE, "tinh": PROVINCE}


def class_of(award: TypedAward) -> tuple[str, str]:
    """The table and the column of an award; ("", "") for the lower levels, the Party's own, and what is not known.

    Of a known higher level without a column of its own the column is "other".
    """
    if award.code in _CODES:
        return _CODES[award.code]
    said = fold(award.form.name)
    issuers = fold(" ".join(row["words"] for row in award.entry["issuers"]))
    if _PARTY.search(said):
        return "", ""
    level = award.entry["level"] or award.form.level
    if level and level not in _LEVELS:
        return "", ""
    for pattern, table, column in _WORDS:
        if re.search(pattern, f"{said} {issuers}" if column in ("prime", "flag") and table == STATE else said):
            known = level or table == STATE or column in _NEVER_LOWER
            return (table, column) if known else ("", "")
    return (_LEVELS[level], "other") if level else ("", "")
