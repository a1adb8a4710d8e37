"""The pack that comes with the program: what it says of each award, by which article, and how sure that is when."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import resources
from typing import Any

import pytest

from ward.rules.pack import AwardRule, Pack, Sourced
from ward.rules.reading import built_in_pack
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
