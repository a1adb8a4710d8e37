"""The office's own rules over the pack: dated, marked as local, nothing lost, wrong values told in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ward.errors import UserError
from ward.rules.local_rows import LocalRow
from ward.rules.local_values import READERS
from ward.rules.overlay import check_local_value, overlay_fields, with_local_rules
from ward.rules.pack import Pack, Sourced
from ward.rules.prizes import prize_of
from ward.rules.reading import built_in_pack
from ward.rules.sureness import sureness
from ward.rules.votes import passes

PACK = built_in_pack()
ON = "2026-11-20"
BY = "QĐ 12/2026/QĐ-UBND"


def _over(*rows: LocalRow, on: str = ON) -> Pack:
    return with_local_rules(PACK, rows, on)


def _set(path: str, value: str) -> Pack:
    found = _over(LocalRow(path, value, instrument=BY))
    assert found.troubles == ()
    assert [one.path for one in found.local] == [path]
    return found


def test_without_local_rules_the_pack_is_itself() -> None:
    assert _over() is PACK


@pytest.mark.parametrize("key", ["copies", "due", "procedure"])
def test_what_is_said_of_a_dossier_can_be_set(key: str) -> None:
    said = getattr(_set(f"award.cstd_co_so.{key}", "03 bộ, trước 10/12").awards["cstd_co_so"], key)
    assert (said.text, said.local, said.article) == ("03 bộ, trước 10/12", BY, BY)


def test_extra_papers_come_after_the_pack_s() -> None:
    award = _set("award.cstd_co_so.papers+", "Phiếu lý lịch\n\nBản cam kết").awards["cstd_co_so"]
    assert [paper.name for paper in award.papers[-2:]] == ["Phiếu lý lịch", "Bản cam kết"]
    assert award.papers[:-2] == PACK.awards["cstd_co_so"].papers


def test_a_threshold_of_votes_can_be_set() -> None:
    vote = _set("vote.cstd_co_so.min_pct", "từ 90%").votes["cstd_co_so"]
    assert (vote.min_pct, vote.over, passes(vote, 8, 9)) == (Decimal(90), False, False)
    majority = _set("vote.cstd_co_so.min_pct", "trên 50%").votes["cstd_co_so"]
    assert (majority.over, passes(majority, 5, 10)) == (True, False)


def test_open_or_secret_can_be_set() -> None:
    assert _set("vote.cstd_co_so.secret", "không").votes["cstd_co_so"].secret is False
    assert _set("vote.ldtt.ballot", "Có").votes["ldtt"].ballot is True


@pytest.mark.parametrize(
    ("typed", "least"), [("2/3", Fraction(2, 3)), ("75%", Fraction(3, 4)), ("75", Fraction(3, 4))]
)
def test_a_quorum_can_be_set(typed: str, least: Fraction) -> None:
    assert _set("quorum.hop_xet_khen.least", typed).quorums["hop_xet_khen"].least == least


@pytest.mark.parametrize(
    ("typed", "amount"), [("0,6", 1_520_000), ("0.6 lần", 1_520_000), ("1.000.000 đồng", 1_000_000)]
)
def test_a_prize_can_be_set_as_a_factor_or_an_amount(typed: str, amount: int) -> None:
    prize = prize_of(_set("award.giay_khen_phuong.prize.ca_nhan", typed), "giay_khen_phuong", "ca_nhan", ON)
    assert (prize.amount, prize.warnings) == (amount, ())
    assert BY in prize.why


def test_a_share_that_the_province_sets_is_judged_by() -> None:
    pack = _set("award.tt_ldtt.route.law2022.member_share.min_pct", "80")
    leaf = next(leaf for leaf in pack.awards["tt_ldtt"].routes[0].condition.leaves() if leaf.type == "member_share")
    assert leaf.params == {"title": "ldtt", "min_pct": Decimal(80)}
    assert leaf.text.endswith("(địa phương quy định: 80)")
    assert leaf.key == "tt_ldtt.law2022.member_share"


def test_a_changed_number_does_not_make_an_unverified_route_sure() -> None:
    pack = _set("award.tt_ldtt.route.law2022.member_share.min_pct", "80")
    assert not sureness(pack, pack.awards["tt_ldtt"].routes[0], ON).sure


def test_the_office_s_own_criteria_take_the_place_of_another_province_s() -> None:
    pack = _set("award.giay_khen_phuong.route+.ca_nhan", "Hoàn thành tốt nhiệm vụ\nĐược tổ dân phố bình chọn")
    routes = pack.awards["giay_khen_phuong"].routes_for("ca_nhan", "chuyen_de")
    assert [route.id for route in routes] == ["dia_phuong_ca_nhan"]
    assert [leaf.text for leaf in routes[0].condition.leaves()] == [
        "Hoàn thành tốt nhiệm vụ",
        "Được tổ dân phố bình chọn",
    ]
    assert sureness(pack, routes[0], ON).sure
    assert [one.id for one in pack.awards["giay_khen_phuong"].routes_for("tap_the")] == ["tap_the_bac_ninh"]


def test_a_route_can_be_detailed_and_switched_off() -> None:
    detailed = _set("award.ldtt.route.nhan_dan.text", "Theo QĐ 12 Điều 5").awards["ldtt"]
    assert detailed.routes[1].note == "Theo QĐ 12 Điều 5"
    assert not _set("award.ldtt.route.nhan_dan.enabled", "không").awards["ldtt"].routes[1].enabled


def test_a_base_salary_of_the_office_comes_first_from_its_day() -> None:
    row = LocalRow("base_salary", "2.800.000 đồng", since="2027-01-01", instrument="NĐ mới")
    later = with_local_rules(PACK, [row], "2027-02-01")
    assert prize_of(later, "cstd_co_so", "ca_nhan", "2027-02-01").amount == 2_800_000
    assert prize_of(later, "cstd_co_so", "ca_nhan", "2026-12-31").amount == 2_530_000
    assert prize_of(_over(row), "cstd_co_so", "ca_nhan", ON).amount == 2_530_000


def test_a_base_salary_without_a_day_is_not_taken() -> None:
    found = _over(LocalRow("base_salary", "2.800.000"))
    assert prize_of(found, "cstd_co_so", "ca_nhan", ON).amount == 2_530_000
    assert "từ ngày nào" in found.troubles[0]


def test_the_fund_s_note_can_be_set() -> None:
    assert _set("fund.note", "Trích 20%").prize_rules.fund.text == "Trích 20%"


def test_a_law_that_the_office_compared_is_as_sure_as_before() -> None:
    pack = _set("instrument.luat-06-2022.checked", "có")
    assert sureness(pack, pack.awards["cstd_co_so"], ON).sure
    assert not sureness(PACK, PACK.awards["cstd_co_so"], ON).sure
    unchecked = _over(LocalRow("instrument.luat-06-2022.checked", "không"))
    assert not sureness(unchecked, unchecked.awards["cstd_co_so"], ON).sure


# -- days -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "text"), [("2025-12-31", ""), ("2026-01-01", "3"), ("2026-06-30", "3"), ("2026-07-01", "")]
)
def test_a_local_rule_holds_between_its_days(on: str, text: str) -> None:
    row = LocalRow("award.ky_niem_chuong_tinh.copies", "3", since="2026-01-01", until="2026-06-30")
    assert _over(row, on=on).awards["ky_niem_chuong_tinh"].copies.text == text


def test_of_two_rules_for_one_thing_the_one_that_began_last_holds() -> None:
    path = "award.cstd_co_so.copies"
    found = _over(
        LocalRow(path, "mới", since="2026-05-01"), LocalRow(path, "cũ", since="2025-07-01"), LocalRow(path, "x")
    )
    assert found.awards["cstd_co_so"].copies.text == "mới"
    assert [one.value for one in found.local] == ["mới"]


# -- what does not fit ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["award.khong_co.copies", "vote.kdc_an_toan_antt.min_pct", "x", "", "award.ldtt.prize.tap_the"]
)
def test_a_path_that_the_pack_does_not_know_is_told_with_its_value(path: str) -> None:
    found = _over(LocalRow(path, "giá trị 7"))
    assert found.local == ()
    assert len(found.troubles) == 1
    assert "giá trị 7" in found.troubles[0]
    with pytest.raises(UserError):
        check_local_value(PACK, path, "giá trị 7")


WRONG = [
    ("vote.cstd_co_so.min_pct", "120%"),
    ("vote.cstd_co_so.min_pct", "đa số"),
    ("vote.cstd_co_so.secret", "tùy"),
    ("quorum.hop.least", "4/3"),
    ("quorum.hop.least", "0/3"),
    ("calendar.tu_cham_dan_van.due", "31/11"),
    ("calendar.tu_cham_dan_van.due", "cuối năm"),
    ("base_salary", "nhiều"),
    ("award.ldtt.prize.ca_nhan", "0"),
    ("award.ldtt.prize.ca_nhan", "760.000"),
    ("award.cstd_co_so.copies", "  "),
    ("award.cstd_co_so.papers+", "\n"),
    ("award.cstd_tinh.route.law2022.prior_award.count", "3,5"),
]


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_a_value_that_cannot_stand_is_told_with_what_to_write(path: str, value: str) -> None:
    found = _over(LocalRow(path, value, since="2026-01-01"))
    assert found.local == ()
    assert "chưa dùng được" in found.troubles[0]
    assert "Hãy ghi" in found.troubles[0]
    with pytest.raises(UserError, match="Hãy ghi"):
        check_local_value(PACK, path, value, "2026-01-01")


def test_a_wrong_value_does_not_hinder_the_others() -> None:
    found = _over(LocalRow("vote.ldtt.min_pct", "x"), LocalRow("vote.cstd_co_so.min_pct", "85"))
    assert found.votes["cstd_co_so"].min_pct == 85
    assert (len(found.local), len(found.troubles)) == (1, 1)


# -- the list for the window ------------------------------------------------------------------------


def test_every_field_has_words_and_a_kind_that_can_be_read() -> None:
    fields = overlay_fields(PACK)
    assert all(field.label and field.kind in READERS for field in fields)
    assert len({field.path for field in fields}) == len(fields)
    assert len({field.label for field in fields}) == len(fields)


@pytest.mark.parametrize("field", [one for one in overlay_fields(PACK) if one.value], ids=lambda one: str(one.path))
def test_what_is_shown_now_can_be_typed_again(field: object) -> None:
    path, value = str(getattr(field, "path", "")), str(getattr(field, "value", ""))
    check_local_value(PACK, path, value, "2026-01-01")
    found = _over(LocalRow(path, value, since="2026-01-01"))
    assert found.troubles == ()
    shown = {one.path: one for one in overlay_fields(found)}[path]
    assert (shown.value, shown.local) == (value, True)


def test_the_list_says_which_values_are_local() -> None:
    pack = _set("vote.cstd_co_so.min_pct", "từ 90%")
    local = [field for field in overlay_fields(pack) if field.local]
    assert [(field.path, field.value) for field in local] == [("vote.cstd_co_so.min_pct", "từ 90%")]


def test_a_local_value_keeps_its_dates_and_instrument() -> None:
    row = LocalRow("vote.cstd_co_so.min_pct", "90", "2026-01-01", "2026-12-31", BY, "Điều 9")
    found = _over(row)
    one = found.local[0]
    assert (one.value, one.since, one.until, one.instrument) == ("90", "2026-01-01", "2026-12-31", BY)
    rule: Sourced = found.votes["cstd_co_so"]
    assert (rule.local, rule.note, rule.province) == (BY, "Điều 9", "")
    assert found.sha == PACK.sha
