"""What each route of the program's pack asks, article by article; a route that is not listed here fails."""

from __future__ import annotations

import pytest

from ward.rules.pack import AwardRule, Condition
from ward.rules.reading import built_in_pack
from ward.rules.reading_conditions import TYPES
from ward.rules.sureness import sureness

PACK = built_in_pack()


def _award(code: str) -> AwardRule:
    rule = PACK.award(code)
    assert rule is not None
    return rule


def _leaves(award: str, route: str) -> list[Condition]:
    found = next(one for one in _award(award).routes if one.id == route)
    return list(found.condition.leaves())


def _said(award: str, route: str) -> list[tuple[str, dict[str, object]]]:
    return [(leaf.type, dict(leaf.params)) for leaf in _leaves(award, route)]


ROUTES: dict[tuple[str, str], list[tuple[str, dict[str, object]]]] = {
    ("ldtt", "cbccvc"): [("rating", {"min": "HTTNV", "years": 1}), ("text", {})],
    ("ldtt", "nhan_dan"): [("text", {}), ("text", {})],
    ("cstd_co_so", "law2022"): [
        ("meets_standard_of", {"title": "ldtt"}),
        ("rating", {"min": "HTXSNV", "years": 1}),
        ("initiative", {"scope": "co_so", "count": 1}),
        ("research", {"count": 1}),
    ],
    ("cstd_co_so", "law2026_draft"): [
        ("rating", {"min": "HTXSNV", "years": 1}),
        ("initiative", {"scope": "co_so", "count": 1}),
        ("research", {"count": 1}),
    ],
    ("cstd_tinh", "law2022"): [
        ("prior_award", {"award": "cstd_co_so", "count": 3, "consecutive": True}),
        ("initiative", {"scope": "tinh", "count": 1}),
    ],
    ("cstd_toan_quoc", "law2022"): [
        ("prior_award", {"award": "cstd_tinh", "count": 2, "consecutive": True}),
        ("initiative", {"scope": "toan_quoc", "count": 1}),
    ],
    ("tt_ldtt", "law2022"): [
        ("unit_rating", {"min": "HTTNV", "years": 1}),
        ("member_share", {"title": "ldtt", "min_pct": 70}),
        ("no_member_discipline", {"from": "canh_cao"}),
        ("text", {}),
    ],
    ("tt_ldxs", "law2022"): [
        ("unit_rating", {"min": "HTXSNV", "years": 1}),
        ("all_members_rating", {"min": "HTNV"}),
        ("member_share", {"title": "ldtt", "min_pct": 70}),
        ("has_member_title", {"title": "cstd_co_so", "count": 1}),
        ("text", {}),
    ],
    ("co_thi_dua_tinh", "hang_nam"): [
        ("lead_group", {"scope": "cụm, khối thi đua của tỉnh"}),
        ("targets_exceeded", {}),
        ("text", {}),
    ],
    ("co_thi_dua_tinh", "chuyen_de"): [("lead_movement", {"scope": "tỉnh", "min_years": 3})],
    ("co_thi_dua_cp", "hang_nam"): [
        ("outstanding_among_leaders", {"scope": "cụm, khối thi đua của tỉnh"}),
        ("targets_exceeded", {}),
    ],
    ("co_thi_dua_cp", "phong_trao_ttg"): [("lead_movement", {"scope": "toàn quốc", "min_years": 5})],
    ("xa_phuong_tieu_bieu", "law2022"): [
        ("criteria_set", {"set": "nd86-xa-phuong-tieu-bieu"}),
        ("lead_movement", {"scope": "cấp huyện (không còn)"}),
    ],
    ("tdp_van_hoa", "khung_nd86"): [("criteria_set", {"set": "nd86-tdp-van-hoa"})],
    ("gia_dinh_van_hoa", "khung_nd86"): [("criteria_set", {"set": "nd86-gia-dinh-van-hoa"})],
    ("giay_khen_phuong", "ca_nhan_bac_ninh"): [("text", {}), ("movement_result", {}), ("achievement", {})],
    ("giay_khen_phuong", "tap_the_bac_ninh"): [("text", {}), ("movement_result", {}), ("achievement", {})],
    ("giay_khen_phuong", "ho_gia_dinh_bac_ninh"): [("text", {}), ("contribution", {}), ("movement_result", {})],
    ("bang_khen_tinh", "cn_cong_trang_cstd"): [
        ("prior_award", {"award": "cstd_co_so", "count": 2, "consecutive": True})
    ],
    ("bang_khen_tinh", "cn_cong_trang_htxs"): [
        ("rating", {"min": "HTXSNV", "years": 2, "consecutive": True}),
        ("initiative", {"scope": "co_so", "count": 2}),
        ("research", {"count": 2}),
    ],
    ("bang_khen_tinh", "cn_phong_trao"): [("movement_result", {"scope": "tỉnh"})],
    ("bang_khen_tinh", "cn_dot_xuat"): [("achievement", {"scope": "một lĩnh vực của tỉnh"})],
    ("bang_khen_tinh", "cn_dong_gop"): [("contribution", {})],
    ("bang_khen_tinh", "cn_lao_dong"): [("achievement", {"scope": "cấp xã"})],
    ("bang_khen_tinh", "tt_cong_trang"): [
        ("text", {}),
        ("unit_rating", {"min": "HTXSNV", "years": 2, "consecutive": True}),
        ("prior_award", {"award": "tt_ldxs", "count": 2, "consecutive": True}),
    ],
    ("bang_khen_tinh", "tt_phong_trao"): [("movement_result", {})],
    ("bang_khen_tinh", "tt_dot_xuat"): [("achievement", {"scope": "một lĩnh vực của tỉnh"})],
    ("bang_khen_tinh", "hgd"): [("contribution", {})],
    ("bang_khen_ttg", "cn_cong_trang"): [
        ("prior_award", {"award": "bang_khen_tinh", "count": 1}),
        ("rating", {"min": "HTTNV", "years": 5, "consecutive": True}),
        ("prior_award", {"award": "cstd_co_so", "count": 3, "years": 5}),
    ],
    ("bang_khen_ttg", "tt_cong_trang"): [
        ("prior_award", {"award": "bang_khen_tinh", "count": 1}),
        ("unit_rating_or_title", {"min": "HTXSNV", "years": 5, "title": "tt_ldxs", "consecutive": True}),
        ("prior_award", {"award": "co_thi_dua_tinh", "count": 1, "years": 5}),
        ("prior_award", {"award": "bang_khen_tinh", "count": 2, "years": 5}),
    ],
    ("bang_khen_ttg", "hgd"): [("contribution", {})],
    ("hcld_ba", "cn_cong_trang"): [
        ("prior_award", {"award": "bang_khen_ttg", "count": 1}),
        ("rating", {"min": "HTTNV", "years": 5, "consecutive": True, "after": "bang_khen_ttg"}),
        ("rating", {"min": "HTXSNV", "years": 1, "within": 5, "after": "bang_khen_ttg"}),
        ("prior_award", {"award": "cstd_co_so", "count": 3, "years": 5, "after": "bang_khen_ttg"}),
    ],
    ("hcld_ba", "tt_cong_trang"): [
        ("unit_age", {"min_years": 10}),
        ("prior_award", {"award": "bang_khen_ttg", "count": 1}),
        (
            "unit_rating_or_title",
            {"min": "HTXSNV", "years": 5, "title": "tt_ldxs", "consecutive": True, "after": "bang_khen_ttg"},
        ),
        ("prior_award", {"award": "co_thi_dua_cp", "count": 1, "years": 5, "after": "bang_khen_ttg"}),
        ("prior_award", {"award": "co_thi_dua_tinh", "count": 2, "years": 5, "after": "bang_khen_ttg"}),
        ("prior_award", {"award": "co_thi_dua_tinh", "count": 1, "years": 5, "after": "bang_khen_ttg"}),
        ("prior_award", {"award": "bang_khen_tinh", "count": 1, "years": 5, "after": "bang_khen_ttg"}),
        ("text", {}),
        ("prior_award", {"award": "bang_khen_tinh", "count": 2, "years": 5, "after": "bang_khen_ttg"}),
    ],
    ("ky_niem_chuong_bvantq", "lanh_dao"): [("office_years", {"min_years": 10}), ("text", {})],
    ("ky_niem_chuong_bvantq", "to_bv_antt"): [("service_years", {"male": 15, "female": 10})],
    ("kdc_an_toan_antt", "tt124"): [("criteria_set", {"set": "tt124-khu-dan-cu"})],
    ("co_quan_dn_truong_an_toan_antt", "co_quan_doanh_nghiep"): [
        ("criteria_set", {"set": "tt124-co-quan-doanh-nghiep"})
    ],
    ("co_quan_dn_truong_an_toan_antt", "co_so_giao_duc"): [("criteria_set", {"set": "tt124-co-so-giao-duc"})],
    ("phuong_an_toan_antt", "tt124"): [("criteria_set", {"set": "tt124-xa-phuong"})],
    ("phuong_do_thi_van_minh", "qd04"): [("criteria_set", {"set": "qd04-2022-phuong"}), ("text", {}), ("text", {})],
    ("dan_van_kheo", "huong_dan_tinh"): [("criteria_set", {"set": "dan-van-kheo"})],
    ("phuong_kieu_mau", "dia_phuong"): [("criteria_set", {"set": "phuong-kieu-mau"})],
    ("giay_khen_dang_vien_nam", "hd06"): [("party_rating", {"min": "HTXSNV", "years": 1})],
    ("giay_khen_dang_vien_5_nam", "hd06"): [("party_rating", {"min": "HTXSNV", "years": 5, "consecutive": True})],
    ("bang_khen_tinh_uy", "hd06"): [("party_rating", {"min": "HTXSNV", "years": 5, "consecutive": True})],
}


def test_every_route_of_the_pack_is_listed_here() -> None:
    assert {(rule.id, route.id) for rule in PACK.awards.values() for route in rule.routes} == set(ROUTES)


@pytest.mark.parametrize(("award", "route"), ROUTES)
def test_a_route_asks_what_its_article_asks(award: str, route: str) -> None:
    assert _said(award, route) == ROUTES[award, route]


def test_cstd_co_so_asks_for_the_standard_and_one_of_three() -> None:
    route = _award("cstd_co_so").routes[0]
    assert [part.type for part in route.condition.all] == ["meets_standard_of"]
    assert [part.type for part in route.condition.any] == ["rating", "initiative", "research"]


def test_the_third_class_order_counts_since_the_prime_minister_s_certificate() -> None:
    leaves = _leaves("hcld_ba", "cn_cong_trang")
    assert [leaf.params.get("after") for leaf in leaves] == [None, "bang_khen_ttg", "bang_khen_ttg", "bang_khen_ttg"]
    assert (leaves[2].params["min"], leaves[2].params["within"]) == ("HTXSNV", 5)


def test_a_collective_s_order_has_four_ways_of_flags() -> None:
    route = next(one for one in _award("hcld_ba").routes if one.id == "tt_cong_trang")
    assert [part.type for part in route.condition.any] == ["prior_award", "prior_award", "group", "group"]
    assert route.condition.all[0].params == {"min_years": 10}
    assert [part.params.get("award") for part in route.condition.any[2].all] == ["co_thi_dua_tinh", "bang_khen_tinh"]


def test_the_draft_of_2026_is_shown_and_never_judged_by() -> None:
    rule = _award("cstd_co_so")
    assert [route.id for route in rule.routes_for("ca_nhan", "cong_trang")] == ["law2022"]
    draft = next(route for route in rule.routes if route.id == "law2026_draft")
    assert "meets_standard_of" not in [leaf.type for leaf in draft.condition.leaves()]


def test_a_household_has_four_exclusions_each_seen_in_the_decree() -> None:
    exclusions = _award("gia_dinh_van_hoa").exclusions
    assert [one.article for one in exclusions] == [f"NĐ 86/2023 Điều 6 khoản 4 điểm {point}" for point in "abcd"]
    assert all(sureness(PACK, one, "2026-11-20").sure for one in exclusions)


def test_every_condition_has_words_and_a_key_of_its_own() -> None:
    leaves = [leaf for rule in PACK.awards.values() for route in rule.routes for leaf in route.condition.leaves()]
    assert all(leaf.text for leaf in leaves)
    assert len({leaf.key for leaf in leaves}) == len(leaves)
    assert {leaf.type for leaf in leaves} <= set(TYPES)
