"""A small pack made by hand, so that tests of judging do not hang on the wording of the pack that comes with it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from ward.rules.pack import (
    AwardRule,
    BlockRule,
    Condition,
    Exclusion,
    Instrument,
    LaterMark,
    Pack,
    PrizeFactor,
    PrizeRules,
    Route,
)

LAW = Instrument(
    id="law",
    short="Luật",
    name="Luật thử",
    since="2024-01-01",
    later=(LaterMark("2026-10-01", "M", "Luật đã sửa đổi, chưa thấy văn bản."),),
)
SURE: dict[str, Any] = {"conf": "L", "instruments": ("law",), "article": "Luật Điều 1"}


def condition(key: str, type: str, text: str = "", **params: object) -> Condition:
    """A leaf."""
    return Condition(key, type, params, text or key)


def group(key: str, *all: Condition, any: tuple[Condition, ...] = ()) -> Condition:
    """A group."""
    return Condition(key, "group", {}, "", tuple(all), any)


def award(id: str, name: str, recipients: tuple[str, ...], *routes: Condition, **more: Any) -> AwardRule:
    """An award whose routes take all of its recipients."""
    kind = more.pop("kind", "danh_hieu")
    made = tuple(
        Route(id=f"way{number}", award=id, name=f"cách {number}", recipients=recipients, condition=one, **SURE)
        for number, one in enumerate(routes, 1)
    )
    stated = {"level": "phuong", "yearly": kind == "danh_hieu", **SURE, **more}
    return AwardRule(id=id, name=name, kind=kind, recipients=recipients, routes=made, **stated)


def principle(id: str, effect: str = "block", **more: Any) -> BlockRule:
    """A principle of the law."""
    return BlockRule(id=id, effect=effect, text=id, **{**SURE, **more})  # type: ignore[arg-type]


LDTT = award(
    "ldtt",
    "Lao động tiên tiến",
    ("ca_nhan",),
    group(
        "ldtt",
        condition("ldtt.rating", "rating", min="HTTNV", years=1),
        condition("ldtt.text", "text", "tích cực tham gia phong trào thi đua"),
    ),
)
CSTD = award(
    "cstd_co_so",
    "Chiến sĩ thi đua cơ sở",
    ("ca_nhan",),
    group(
        "cstd",
        condition("cstd.standard", "meets_standard_of", title="ldtt"),
        any=(
            condition("cstd.rating", "rating", min="HTXSNV", years=1),
            condition("cstd.initiative", "initiative", scope="co_so", count=1),
            condition("cstd.research", "research", count=1),
        ),
    ),
)
CSTD_TINH = award(
    "cstd_tinh",
    "Chiến sĩ thi đua cấp tỉnh",
    ("ca_nhan",),
    group("cstd_tinh", condition("tinh.titles", "prior_award", award="cstd_co_so", count=3, consecutive=True)),
)
TEAM = award(
    "tt_ldtt",
    "Tập thể lao động tiên tiến",
    ("tap_the",),
    group(
        "tt",
        condition("tt.rating", "unit_rating", min="HTTNV", years=1),
        condition("tt.share", "member_share", title="ldtt", min_pct=Decimal(70)),
        condition("tt.discipline", "no_member_discipline", **{"from": "canh_cao"}),
    ),
)
BEST_TEAM = award(
    "tt_ldxs",
    "Tập thể lao động xuất sắc",
    ("tap_the",),
    group(
        "ttxs",
        condition("ttxs.members", "all_members_rating", min="HTNV"),
        condition("ttxs.title", "has_member_title", title="cstd_co_so", count=1),
    ),
)
BK_TINH = award(
    "bang_khen_tinh",
    "Bằng khen của Chủ tịch UBND tỉnh",
    ("ca_nhan", "tap_the", "ho_gia_dinh"),
    group("bk", condition("bk.titles", "prior_award", award="cstd_co_so", count=2, consecutive=True)),
    kind="hinh_thuc",
)
BK_TTG = award(
    "bang_khen_ttg",
    "Bằng khen của Thủ tướng Chính phủ",
    ("ca_nhan", "tap_the"),
    group(
        "ttg",
        condition("ttg.bk", "prior_award", award="bang_khen_tinh", count=1),
        condition("ttg.rating", "rating", min="HTTNV", years=3, consecutive=True, after="bang_khen_tinh"),
    ),
    kind="hinh_thuc",
)
OLD_UNIT = award(
    "hcld_ba",
    "Huân chương Lao động hạng Ba",
    ("tap_the",),
    group("hc", condition("hc.age", "unit_age", min_years=10)),
    kind="hinh_thuc",
)
FAMILY = award(
    "gia_dinh_van_hoa",
    "Gia đình văn hóa",
    ("ho_gia_dinh",),
    exclusions=(
        Exclusion(key="gdvh.a", text="bị truy cứu trách nhiệm hình sự", **SURE),
        Exclusion(key="gdvh.b", text="không hoàn thành nghĩa vụ quân sự", **SURE),
    ),
)
GIAY_KHEN = award(
    "giay_khen_phuong",
    "Giấy khen của Chủ tịch UBND phường",
    ("ca_nhan", "tap_the", "ho_gia_dinh"),
    group("gk", condition("gk.text", "text", "gương mẫu chấp hành")),
    kind="hinh_thuc",
)
AWARDS = (LDTT, CSTD, CSTD_TINH, TEAM, BEST_TEAM, BK_TINH, BK_TTG, OLD_UNIT, FAMILY, GIAY_KHEN)
PRINCIPLES = (
    principle("one_achievement_one_award", "warn"),
    principle("spot_awards_not_counted", bases=("cong_trang",)),
    principle("pending_discipline"),
    principle("after_discipline_restart"),
    principle("household_not_cong_trang", bases=("cong_trang",), recipients=("ho_gia_dinh",)),
    principle("initiative_once", "warn", conf="S"),
    principle("dissolved_unit", conf="S"),
)
PACK = Pack(
    name="thử",
    version="1",
    compiled="2025-01-01",
    sha="a" * 64,
    files={},
    instruments={"law": LAW},
    sources={},
    pending=(),
    authorities={},
    awards={rule.id: rule for rule in AWARDS},
    principles=PRINCIPLES,
    votes={},
    quorums={},
    prize_rules=PrizeRules(
        round_to=10000,
        highest_title_only=True,
        title_and_form=True,
        household=PrizeFactor(),
        collective=PrizeFactor(),
    ),
    base_salaries=(),
    calendar=(),
    forms={},
    grades=(),
)


def with_award(rule: AwardRule) -> Pack:
    """The pack with another rule for one award."""
    return replace(PACK, sha="b" * 64, awards={**PACK.awards, rule.id: rule})
