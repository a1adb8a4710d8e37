"""The pack that comes with the program: what it says of each award, by which article, and how sure that is when."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import resources
from typing import Any

import pytest

from ward.rules.pack import AwardRule, Condition, Pack, Sourced
from ward.rules.reading import built_in_pack
from ward.rules.reading_conditions import TYPES
from ward.rules.rules_of import rules_of
from ward.rules.sureness import sureness

PACK = built_in_pack()
FOLDER = resources.files("resources").joinpath("law")
FILES = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".toml"))
BEFORE, AFTER = "2026-09-30", "2026-10-01"


def _catalogue() -> list[dict[str, Any]]:
    file = resources.files("resources").joinpath("catalogue", "awards.json")
    records: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["records"]
    return records


def _award(code: str) -> AwardRule:
    rule = PACK.award(code)
    assert rule is not None
    return rule


def _leaves(award: str, route: str) -> list[Condition]:
    found = next(one for one in _award(award).routes if one.id == route)
    return list(found.condition.leaves())


def _said(award: str, route: str) -> list[tuple[str, dict[str, object]]]:
    return [(leaf.type, dict(leaf.params)) for leaf in _leaves(award, route)]


def test_the_pack_and_the_catalogue_know_the_same_awards() -> None:
    assert {record["code"] for record in _catalogue()} == set(PACK.awards)


@pytest.mark.parametrize("record", _catalogue(), ids=lambda record: str(record["code"]))
def test_the_catalogue_says_of_an_award_what_the_pack_says(record: dict[str, Any]) -> None:
    rule = _award(record["code"])
    assert record["form"] == (rule.kind if rule.kind in ("danh_hieu", "hinh_thuc") else "khac")
    assert record.get("level", "") == rule.level
    words = {"tap_the": "tập thể", "ca_nhan": "đảng viên" if rule.party_members else "cá nhân", "ho_gia_dinh": "hộ"}
    assert all(words[who] in record["recipients"] for who in rule.recipients)
    if rule.decided_by == "chu_tich_ubnd_phuong":
        assert record["authority"] == PACK.authorities[rule.decided_by].label


@pytest.mark.parametrize(
    "award", ["ldtt", "cstd_co_so", "tt_ldtt", "tdp_van_hoa", "gia_dinh_van_hoa", "giay_khen_phuong"]
)
def test_the_ward_s_chair_decides_six_awards(award: str) -> None:
    authority = PACK.authorities[_award(award).decided_by]
    assert authority.label == "Chủ tịch Ủy ban nhân dân phường"
    assert authority.article.startswith("NĐ 129/2025 Điều 59")
    assert sureness(PACK, authority, AFTER).sure


@pytest.mark.parametrize(
    "award", ["cstd_tinh", "tt_ldxs", "co_thi_dua_tinh", "xa_phuong_tieu_bieu", "bang_khen_tinh"]
)
def test_the_province_decides_the_rest_below_the_state(award: str) -> None:
    assert _award(award).decided_by == "chu_tich_ubnd_tinh"


def test_titles_forms_recognitions_and_the_party_s_are_apart() -> None:
    kinds = [rule.kind for rule in PACK.awards.values()]
    assert kinds == sorted(kinds, key=["danh_hieu", "hinh_thuc", "cong_nhan", "khen_dang"].index)
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "danh_hieu": 11,
        "hinh_thuc": 8,
        "cong_nhan": 6,
        "khen_dang": 3,
    }


# -- routes, rule by rule ---------------------------------------------------------------------------

ROUTES = {
    ("ldtt", "cbccvc"): [("rating", {"min": "HTTNV", "years": 1}), ("text", {})],
    ("ldtt", "nhan_dan"): [("text", {}), ("text", {})],
    ("cstd_co_so", "law2022"): [
        ("meets_standard_of", {"title": "ldtt"}),
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
    ("co_thi_dua_tinh", "chuyen_de"): [("lead_movement", {"scope": "tỉnh", "min_years": 3})],
    ("co_thi_dua_cp", "phong_trao_ttg"): [("lead_movement", {"scope": "toàn quốc", "min_years": 5})],
    ("bang_khen_tinh", "cn_cong_trang_cstd"): [
        ("prior_award", {"award": "cstd_co_so", "count": 2, "consecutive": True})
    ],
    ("bang_khen_tinh", "cn_cong_trang_htxs"): [
        ("rating", {"min": "HTXSNV", "years": 2, "consecutive": True}),
        ("initiative", {"scope": "co_so", "count": 2}),
        ("research", {"count": 2}),
    ],
    ("bang_khen_tinh", "tt_cong_trang"): [
        ("text", {}),
        ("unit_rating", {"min": "HTXSNV", "years": 2, "consecutive": True}),
        ("prior_award", {"award": "tt_ldxs", "count": 2, "consecutive": True}),
    ],
    ("bang_khen_ttg", "cn_cong_trang"): [
        ("prior_award", {"award": "bang_khen_tinh", "count": 1}),
        ("rating", {"min": "HTTNV", "years": 5, "consecutive": True}),
        ("prior_award", {"award": "cstd_co_so", "count": 3, "years": 5}),
    ],
    ("bang_khen_ttg", "tt_cong_trang"): [
        ("prior_award", {"award": "bang_khen_tinh", "count": 1}),
        ("unit_rating_or_title", {"min": "HTXSNV", "title": "tt_ldxs", "years": 5, "consecutive": True}),
        ("prior_award", {"award": "co_thi_dua_tinh", "count": 1, "years": 5}),
        ("prior_award", {"award": "bang_khen_tinh", "count": 2, "years": 5}),
    ],
    ("giay_khen_dang_vien_nam", "hd06"): [("party_rating", {"min": "HTXSNV", "years": 1})],
    ("giay_khen_dang_vien_5_nam", "hd06"): [("party_rating", {"min": "HTXSNV", "years": 5, "consecutive": True})],
    ("ky_niem_chuong_bvantq", "lanh_dao"): [("office_years", {"min_years": 10}), ("text", {})],
    ("ky_niem_chuong_bvantq", "to_bv_antt"): [("service_years", {"male": 15, "female": 10})],
    ("kdc_an_toan_antt", "tt124"): [("criteria_set", {"set": "tt124-khu-dan-cu"})],
}


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


# -- how sure, and when -----------------------------------------------------------------------------

RULES = list(rules_of(PACK))


def _resting_on(pack: Pack, instrument: str) -> list[Sourced]:
    return [rule for _, rule in RULES if instrument in rule.instruments and rule.conf == "L" and not rule.province]


def test_every_rule_of_the_law_of_2022_only_warns_from_october_2026() -> None:
    rules = _resting_on(PACK, "luat-06-2022")
    assert len(rules) > 60
    assert all(sureness(PACK, rule, BEFORE).sure for rule in rules)
    assert not any(sureness(PACK, rule, AFTER).sure for rule in rules)
    assert {sureness(PACK, rule, AFTER).conf for rule in rules} == {"M"}


def test_why_it_only_warns_names_the_law_that_changed_it() -> None:
    assert "Luật 06/2026/QH16" in sureness(PACK, _award("cstd_co_so"), AFTER).why
    assert sureness(PACK, _award("cstd_co_so"), BEFORE).why == ""


def test_rules_of_decree_152_hold_until_march_2027() -> None:
    rules = _resting_on(PACK, "nd-152-2025")
    assert rules
    assert all(sureness(PACK, rule, "2027-02-28").sure for rule in rules)
    assert not any(sureness(PACK, rule, "2027-03-01").sure for rule in rules)
    assert not any(sureness(PACK, rule, "2025-06-30").sure for rule in rules)


def test_another_province_s_rule_is_never_sure() -> None:
    examples = [rule for _, rule in RULES if rule.province]
    assert len(examples) > 8
    assert not any(sureness(PACK, rule, BEFORE).sure for rule in examples)


def test_an_expired_text_is_never_sure() -> None:
    expired = [rule for _, rule in RULES if rule.conf == "L-expired"]
    assert expired
    assert not any(sureness(PACK, rule, BEFORE).sure for rule in expired)


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


@pytest.mark.parametrize("principle", ["initiative_once", "tie_break_women", "rating_quota_vien_chuc"])
def test_what_only_warns(principle: str) -> None:
    rule = PACK.principle(principle)
    assert rule is not None
    assert rule.effect == "warn"


def test_a_household_may_be_a_cultural_family_in_a_yearly_round() -> None:
    rule = PACK.principle("household_not_cong_trang")
    assert rule is not None
    assert not rule.speaks_of(_award("gia_dinh_van_hoa"), "ho_gia_dinh", "cong_trang")
    assert rule.speaks_of(_award("giay_khen_phuong"), "ho_gia_dinh", "cong_trang")
    assert not rule.speaks_of(_award("giay_khen_phuong"), "ho_gia_dinh", "dot_xuat")
    assert not rule.speaks_of(_award("giay_khen_phuong"), "ca_nhan", "cong_trang")
    assert not _award("giay_khen_phuong").bases["ho_gia_dinh"].count("cong_trang")


# -- papers -----------------------------------------------------------------------------------------


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


# -- the files themselves ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_a_file_tells_its_reader_what_it_is_and_how_to_read_it(name: str) -> None:
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert name == "goi.toml" or "goi.toml" in text


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_no_machine_and_no_workplace(name: str) -> None:
    text = FOLDER.joinpath(name).read_text(encoding="utf-8").lower()
    assert not re.search(r"github|/work|\.md\b|https?:|\bocr\b(?!\")(?<!-ocr)", text.replace("nd233-ocr", ""))


def test_every_rule_seen_in_a_text_names_its_article() -> None:
    assert not [place for place, rule in RULES if rule.conf in ("L", "L-expired") and not rule.article]


def test_every_source_is_used() -> None:
    used = {key for _, rule in RULES for key in rule.src}
    assert not set(PACK.sources) - used


def test_every_instrument_is_used() -> None:
    used = {key for _, rule in RULES for key in rule.instruments}
    assert not set(PACK.instruments) - used


def test_what_changed_without_being_seen_is_told() -> None:
    assert {change.in_force for change in PACK.pending} == {"2026-10-01", "2027-03-01", "2026-07-01"}
    assert PACK.compiled == "2026-11-21"


def test_start_up_reads_no_rules() -> None:
    code = (
        "import sys, desktop.command_line\nprint([n for n in sys.modules if n.startswith(('ward.rules', 'tomllib'))])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert answer.stdout.strip() == "[]"
