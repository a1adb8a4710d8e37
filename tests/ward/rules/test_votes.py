"""Votes: exact parts of all members of the council, absent ones included; ties, small councils, quorums."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ward.rules.pack import Quorum, VoteRule
from ward.rules.reading import built_in_pack
from ward.rules.sureness import sureness
from ward.rules.votes import is_tie, meets, passes, quorum, share_of, vote_rule, votes_needed


def _rule(code: str) -> VoteRule:
    rule = vote_rule(built_in_pack(), code)
    assert rule is not None
    return rule


@pytest.mark.parametrize("award", ["cstd_co_so", "co_thi_dua_tinh", "co_thi_dua_cp"])
def test_cstd_co_so_and_flags_need_eighty_percent_by_ballot(award: str) -> None:
    rule = _rule(award)
    assert (rule.min_pct, rule.over, rule.ballot) == (Decimal(80), False, True)
    assert (rule.conf, rule.article) == ("L-expired", "NĐ 98/2023 Điều 30 khoản 7")


@pytest.mark.parametrize("award", ["cstd_tinh", "cstd_toan_quoc"])
def test_higher_titles_of_persons_need_ninety_percent(award: str) -> None:
    assert (_rule(award).min_pct, _rule(award).ballot) == (Decimal(90), True)


@pytest.mark.parametrize("award", ["ldtt", "tt_ldtt", "tt_ldxs", "giay_khen_phuong", "bang_khen_tinh"])
def test_the_rest_needs_a_majority_without_a_ballot(award: str) -> None:
    rule = _rule(award)
    assert (rule.min_pct, rule.over, rule.ballot, rule.secret) == (Decimal(50), True, False, False)


@pytest.mark.parametrize("award", ["tdp_van_hoa", "gia_dinh_van_hoa", "bang_khen_ttg", "hcld_ba"])
def test_a_majority_that_no_source_names_is_marked_as_inferred(award: str) -> None:
    rule = _rule(award)
    assert (rule.min_pct, rule.over, rule.conf) == (Decimal(50), True, "M")
    assert "Suy ra" in rule.note
    assert _rule("giay_khen_phuong").conf == "S"


def test_secrecy_is_practice_and_marked_so() -> None:
    assert (_rule("cstd_co_so").secret, _rule("cstd_co_so").secret_conf) == (True, "M")
    assert _rule("cstd_tinh").secret_conf == "S"


def test_no_threshold_is_sure_enough_to_be_more_than_a_warning() -> None:
    pack = built_in_pack()
    assert not [rule.award for rule in pack.votes.values() if sureness(pack, rule, "2026-11-20").sure]


def test_a_recognition_has_no_rule_of_votes() -> None:
    assert vote_rule(built_in_pack(), "kdc_an_toan_antt") is None


@pytest.mark.parametrize(("agree", "members", "enough"), [(7, 9, False), (8, 9, True), (4, 5, True), (12, 15, True)])
def test_eighty_percent_is_of_all_members(agree: int, members: int, enough: bool) -> None:
    assert passes(_rule("cstd_co_so"), agree, members) is enough


@pytest.mark.parametrize(("agree", "members", "enough"), [(5, 10, False), (6, 10, True), (4, 8, False), (5, 9, True)])
def test_half_of_the_votes_is_no_majority(agree: int, members: int, enough: bool) -> None:
    assert passes(_rule("ldtt"), agree, members) is enough


@pytest.mark.parametrize(
    ("award", "needed"), [("ldtt", 2), ("cstd_co_so", 3), ("cstd_tinh", 3), ("giay_khen_phuong", 2)]
)
def test_a_council_of_three_needs_whole_votes(award: str, needed: int) -> None:
    assert votes_needed(_rule(award), 3) == needed


def test_a_third_is_neither_rounded_up_nor_down() -> None:
    third = VoteRule(award="x", min_pct=Decimal("66.67"))
    assert not passes(third, 2, 3)
    assert passes(VoteRule(award="x", min_pct=Decimal("66.66")), 2, 3)
    assert share_of(2, 3) == Fraction(2, 3)


def test_a_council_of_nobody_passes_nothing() -> None:
    assert not passes(_rule("ldtt"), 0, 0)
    assert votes_needed(_rule("ldtt"), 0) is None
    with pytest.raises(ValueError):
        share_of(0, 0)


def test_a_tie_is_no_majority() -> None:
    assert is_tie(4, 4)
    assert not is_tie(4, 3)
    assert not passes(_rule("ldtt"), 4, 8)


def _quorum(id: str) -> Quorum:
    rule = quorum(built_in_pack(), id)
    assert rule is not None
    return rule


@pytest.mark.parametrize(("came", "members", "enough"), [(7, 9, False), (8, 9, True), (3, 3, True), (0, 0, False)])
def test_a_meeting_that_reviews_awards_needs_eighty_percent(came: int, members: int, enough: bool) -> None:
    assert meets(_quorum("hop_xet_khen"), came, members) is enough


@pytest.mark.parametrize(("came", "members", "enough"), [(5, 9, False), (6, 9, True), (2, 3, True)])
def test_an_ordinary_meeting_needs_two_thirds(came: int, members: int, enough: bool) -> None:
    assert meets(_quorum("hop"), came, members) is enough


def test_a_quorum_is_one_province_s_and_only_warns() -> None:
    pack = built_in_pack()
    told = sureness(pack, _quorum("hop_xet_khen"), "2026-11-20")
    assert (told.conf, told.sure) == ("S", False)
    assert "Bắc Ninh" in told.why
    assert quorum(pack, "khong_co") is None


@pytest.mark.parametrize("id", ["hop", "hop_xet_khen"])
def test_a_quorum_says_that_it_is_a_provincial_council_s(id: str) -> None:
    assert "Hội đồng cấp tỉnh (Bắc Ninh)" in _quorum(id).scope
