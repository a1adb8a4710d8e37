"""Principles, papers, forms and names of grades of the program's pack: what each says, by which article."""

from __future__ import annotations

import pytest

from ward.rules.pack import AwardRule
from ward.rules.reading import built_in_pack
from ward.rules.sureness import sureness

PACK = built_in_pack()


def _award(code: str) -> AwardRule:
    rule = PACK.award(code)
    assert rule is not None
    return rule


PRINCIPLES = [
    ("one_achievement_one_award", "block", "Luật 06/2022 Điều 5 khoản 2 điểm c", "L"),
    ("spot_awards_not_counted", "block", "NĐ 152/2025 Điều 4 khoản 3", "L"),
    ("pending_discipline", "block", "NĐ 152/2025 Điều 4 khoản 4", "L"),
    ("after_discipline_restart", "block", "NĐ 152/2025 Điều 4 khoản 4", "L"),
    ("cleared_resume", "info", "NĐ 152/2025 Điều 4 khoản 4, đoạn cuối", "L"),
    ("household_not_cong_trang", "block", "Luật 06/2022 Điều 8", "L"),
    ("dissolved_unit", "block", "TT 15/2025/TT-BNV (chưa thấy số điều)", "S"),
    ("initiative_once", "warn", "CV 5007/BNV-TĐKT năm 2023 mục III.5.c", "S"),
    ("tie_break_women", "warn", "NĐ 152/2025 Điều 4 khoản 6", "L"),
    ("rating_quota_vien_chuc", "warn", "NĐ 233/2026 Điều 12 khoản 6, 7", "L"),
    ("performance_basis", "warn", "QĐ 86/2025/QĐ-UBND Bắc Ninh Điều 7", "L"),
    ("violators_cross_check", "warn", "QĐ 86/2025/QĐ-UBND Bắc Ninh Điều 10", "L"),
    ("award_cancelled", "info", "Luật 06/2022 Điều 93 khoản 2, 8", "L"),
    ("simple_procedure", "info", "Luật 06/2022 Điều 85", "L"),
    ("no_ladder_needed", "info", "NĐ 152/2025 Điều 4 khoản 1", "L"),
    ("maternity_counts", "info", "NĐ 152/2025 Điều 4 khoản 5", "L"),
    ("women_leaders_service_time", "info", "NĐ 152/2025 Điều 4 khoản 7", "L"),
    ("no_cstd_quota", "info", "", "S"),
    ("no_interval", "info", "Luật 06/2022 (không thấy quy định nào)", "S"),
    ("residents_meeting", "info", "NĐ 59/2023 Điều 3", "L"),
]


@pytest.mark.parametrize(("principle", "effect", "article", "conf"), PRINCIPLES)
def test_a_principle_says_its_effect_article_and_mark(principle: str, effect: str, article: str, conf: str) -> None:
    rule = PACK.principle(principle)
    assert rule is not None
    assert (rule.effect, rule.article, rule.conf) == (effect, article, conf)


def test_every_principle_of_the_pack_is_listed_here() -> None:
    assert [rule.id for rule in PACK.principles] == [row[0] for row in PRINCIPLES]


@pytest.mark.parametrize(
    ("principle", "article", "sure_today"),
    [
        ("one_achievement_one_award", "Luật 06/2022 Điều 5 khoản 2 điểm c", False),
        ("household_not_cong_trang", "Luật 06/2022 Điều 8", False),
        ("spot_awards_not_counted", "NĐ 152/2025 Điều 4 khoản 3", True),
        ("pending_discipline", "NĐ 152/2025 Điều 4 khoản 4", True),
        ("after_discipline_restart", "NĐ 152/2025 Điều 4 khoản 4", True),
        ("dissolved_unit", "TT 15/2025/TT-BNV (chưa thấy số điều)", False),
    ],
)
def test_what_asks_for_a_reason_says_its_article(principle: str, article: str, sure_today: bool) -> None:
    rule = PACK.principle(principle)
    assert rule is not None
    assert (rule.effect, rule.article) == ("block", article)
    assert sureness(PACK, rule, "2026-11-22").sure is sure_today


def test_a_household_may_be_a_cultural_family_in_a_yearly_round() -> None:
    rule = PACK.principle("household_not_cong_trang")
    assert rule is not None
    assert not rule.speaks_of(_award("gia_dinh_van_hoa"), "ho_gia_dinh", "cong_trang")
    assert rule.speaks_of(_award("giay_khen_phuong"), "ho_gia_dinh", "cong_trang")
    assert not rule.speaks_of(_award("giay_khen_phuong"), "ho_gia_dinh", "dot_xuat")
    assert not rule.speaks_of(_award("giay_khen_phuong"), "ca_nhan", "cong_trang")
    assert not _award("giay_khen_phuong").bases["ho_gia_dinh"].count("cong_trang")


# -- papers -----------------------------------------------------------------------------------------

PAPERS = {
    "ldtt": "to_trinh:nd152-01 bao_cao:nd152-05 bien_ban:bb-hoi-dong danh_sach:danh-sach-trich-ngang",
    "cstd_co_so": (
        "to_trinh:nd152-01 bao_cao:nd152-05 bien_ban:bb-hoi-dong kiem_phieu:bb-kiem-phieu sang_kien:nd152-13"
    ),
    "cstd_tinh": (
        "to_trinh:nd152-01 bao_cao:nd152-05 bien_ban:bb-hoi-dong kiem_phieu:bb-kiem-phieu sang_kien:nd152-13"
    ),
    "cstd_toan_quoc": (
        "to_trinh:nd152-01 bao_cao:nd152-03 bien_ban:bb-hoi-dong kiem_phieu:bb-kiem-phieu sang_kien:nd152-13"
    ),
    "tt_ldtt": "to_trinh:nd152-01 bao_cao:nd152-04 bien_ban:bb-hoi-dong",
    "tt_ldxs": "to_trinh:nd152-01 bao_cao:nd152-04 bien_ban:bb-hoi-dong",
    "co_thi_dua_tinh": "to_trinh:nd152-01 bao_cao:nd152-04 bien_ban:bb-hoi-dong kiem_phieu:bb-kiem-phieu bang_diem",
    "co_thi_dua_cp": "to_trinh:nd152-01 bao_cao:nd152-02 bien_ban:bb-hoi-dong kiem_phieu:bb-kiem-phieu",
    "xa_phuong_tieu_bieu": "to_trinh:nd86-07 bao_cao:nd86-08 bien_ban:nd86-09 quyet_dinh:nd86-12",
    "tdp_van_hoa": "bao_cao:nd86-05 bien_ban:nd86-06 to_trinh:nd86-04 quyet_dinh:nd86-11",
    "gia_dinh_van_hoa": "de_nghi:nd86-01 bang_tong_hop:nd86-02 bien_ban:nd86-03 quyet_dinh:nd86-10",
    "giay_khen_phuong": (
        "to_trinh:nd152-01 bao_cao_tt:nd152-04 bao_cao_cn:nd152-05 bao_cao_dx:nd152-06 bao_cao_cd:nd152-08 "
        "bien_ban:bb-hoi-dong danh_sach:danh-sach-trich-ngang xac_nhan"
    ),
    "bang_khen_tinh": (
        "to_trinh:nd152-01 bao_cao_tt:nd152-04 bao_cao_cn:nd152-05 bao_cao_dx:nd152-06 bao_cao_ch:nd152-07 "
        "bao_cao_cd:nd152-08 bien_ban:bb-hoi-dong danh_sach:danh-sach-trich-ngang xac_nhan"
    ),
    "bang_khen_ttg": (
        "to_trinh:nd152-01 bao_cao_tt:nd152-04 bao_cao_cn:nd152-05 bao_cao_dx:nd152-06 bao_cao_ch:nd152-07 "
        "bao_cao_cd:nd152-08 bien_ban:bb-hoi-dong y_kien cong_khai"
    ),
    "hcld_ba": (
        "to_trinh:nd152-01 bao_cao_tt:nd152-04 bao_cao_cn:nd152-05 bao_cao_dx:nd152-06 bao_cao_ch:nd152-07 "
        "bao_cao_cd:nd152-08 bien_ban:bb-hoi-dong y_kien cong_khai"
    ),
    "hcld_nhi": (
        "to_trinh:nd152-01 bao_cao_tt:nd152-04 bao_cao_cn:nd152-05 bao_cao_dx:nd152-06 bao_cao_ch:nd152-07 "
        "bao_cao_cd:nd152-08 bien_ban:bb-hoi-dong y_kien cong_khai"
    ),
    "hcld_nhat": (
        "to_trinh:nd152-01 bao_cao_tt:nd152-04 bao_cao_cn:nd152-05 bao_cao_dx:nd152-06 bao_cao_ch:nd152-07 "
        "bao_cao_cd:nd152-08 bien_ban:bb-hoi-dong y_kien cong_khai"
    ),
    "ky_niem_chuong_bvantq": "to_trinh danh_sach:danh-sach-trich-ngang ban_sao",
    "kdc_an_toan_antt": (
        "nghi_quyet dang_ky:tt124-dang-ky to_trinh:tt124-to-trinh bao_cao:tt124-bao-cao "
        "bien_ban:tt124-bien-ban khac giay_cong_nhan:tt124-giay-cong-nhan"
    ),
    "co_quan_dn_truong_an_toan_antt": (
        "nghi_quyet ke_hoach dang_ky:tt124-dang-ky to_trinh:tt124-to-trinh bao_cao:tt124-bao-cao "
        "bien_ban:tt124-bien-ban giay_cong_nhan:tt124-giay-cong-nhan"
    ),
    "phuong_an_toan_antt": (
        "nghi_quyet ke_hoach dang_ky:tt124-dang-ky to_trinh:tt124-to-trinh bao_cao:tt124-bao-cao "
        "bien_ban:tt124-bien-ban giay_cong_nhan:tt124-giay-cong-nhan"
    ),
    "dan_van_kheo": "dang_ky:dvk-dang-ky bao_cao quyet_dinh",
}
"""The papers of each dossier with their forms, as they are read off the law, the decrees and the circulars."""


@pytest.mark.parametrize("award", sorted(PAPERS))
def test_a_dossier_holds_the_papers_that_its_article_names(award: str) -> None:
    found = (f"{paper.id}:{paper.form}" if paper.form else paper.id for paper in _award(award).papers)
    assert " ".join(found) == PAPERS[award]


def test_every_dossier_of_the_pack_is_listed_here() -> None:
    assert {rule.id for rule in PACK.awards.values() if rule.papers} == set(PAPERS)


@pytest.mark.parametrize(
    ("recipient", "basis", "form"),
    [
        ("tap_the", "cong_trang", "nd152-04"),
        ("ca_nhan", "cong_trang", "nd152-05"),
        ("ca_nhan", "dot_xuat", "nd152-06"),
        ("ho_gia_dinh", "chuyen_de", "nd152-08"),
    ],
)
def test_a_report_s_form_follows_recipient_and_basis(recipient: str, basis: str, form: str) -> None:
    forms = [paper.form for paper in _award("giay_khen_phuong").papers_for(recipient, basis)]
    assert [one for one in forms if one.startswith("nd152-0") and one != "nd152-01"] == [form]


def test_a_ballot_s_result_belongs_to_the_dossier_of_cstd_co_so() -> None:
    papers = {paper.id: paper for paper in _award("cstd_co_so").papers_for("ca_nhan", "cong_trang")}
    assert set(papers) == {"to_trinh", "bao_cao", "bien_ban", "kiem_phieu", "sang_kien"}
    assert papers["to_trinh"].article.startswith("Luật 06/2022 Điều 84 khoản 1")


def test_the_papers_of_a_cultural_family_are_the_decree_s_forms() -> None:
    assert [paper.form for paper in _award("gia_dinh_van_hoa").papers] == ["nd86-01", "nd86-02", "nd86-03", "nd86-10"]


def test_unseen_numbers_of_forms_are_marked() -> None:
    assert (PACK.forms["nd152-01"].number_conf, PACK.forms["nd152-05"].number_conf) == ("S", "S")
    for number in ("02", "03", "04", "06", "07", "08"):
        assert PACK.forms[f"nd152-{number}"].number_conf == "M"


def test_grades_have_names_for_every_year_and_side() -> None:
    for side in ("work", "party"):
        for subject in ("ca_nhan", "tap_the"):
            rows = [one for one in PACK.grades if (one.side, one.subject) == (side, subject)]
            for year in (2015, 2019, 2020, 2025, 2026, 2030):
                fitting = [one for one in rows if one.first_year <= year <= (one.last_year or 9999)]
                assert len(fitting) == 1, (side, subject, year)
