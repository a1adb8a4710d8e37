"""What an office may set in place of a pack's values: path, Vietnamese label, kind, and what holds now in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from ward.exact import show_number
from ward.rules.pack import AwardRule, Condition, Pack, PrizeFactor, Route, VoteRule
from ward.rules.prizes import dong

RECIPIENT_WORDS = {"tap_the": "tập thể", "ca_nhan": "cá nhân", "ho_gia_dinh": "hộ gia đình"}
COUNTS = {
    "count": "số lần, số lượng",
    "years": "số năm",
    "within": "trong số năm",
    "min_years": "số năm ít nhất",
    "male": "số năm (nam)",
    "female": "số năm (nữ)",
}
"""Numbers of conditions that an office may set; `min_pct` beside them is a percent."""


@dataclass(frozen=True)
class OverlayField:
    """One value that an office may set: `kind` is a key of `local_values.READERS`, `value` what holds now in words.

    `local` is true where an office's value stands already.
    """

    path: str
    label: str
    kind: str
    value: str
    help: str = ""
    local: bool = False


def overlay_fields(pack: Pack) -> list[OverlayField]:
    """Everything that can be set over this pack, in the order of its awards, then council, money and calendar."""
    own = {value.path for value in pack.local}
    fields = [field for award in pack.awards.values() for field in _of_award(pack, award)] + list(_of_all(pack))
    return [replace(field, local=True) if field.path in own else field for field in fields]


def _of_award(pack: Pack, award: AwardRule) -> Iterator[OverlayField]:
    path, name = f"award.{award.id}", award.name
    for key, words, said in (
        ("copies", "số bộ hồ sơ", award.copies),
        ("due", "thời hạn", award.due),
        ("procedure", "trình tự", award.procedure),
    ):
        yield OverlayField(f"{path}.{key}", f"{name}: {words}", "text", said.text)
    extra = tuple(paper for paper in award.papers if paper.local)
    yield OverlayField(
        f"{path}.papers+", f"{name}: giấy tờ phải có thêm", "lines", "\n".join(paper.name for paper in extra),
        "Mỗi dòng một giấy tờ.",
    )  # fmt: skip
    for who in award.recipients:
        yield _prize(path, name, who, award.prizes.get(who))
    for route in award.routes:
        yield from _of_route(path, name, route)
    for who in award.recipients:
        own = [route for route in award.routes if route.id == local_route(who)]
        yield OverlayField(
            f"{path}.route+.{who}", f"{name}: tiêu chuẩn riêng của địa phương cho {RECIPIENT_WORDS[who]}", "lines",
            "\n".join(leaf.text for route in own for leaf in route.condition.leaves()),
            "Mỗi dòng một điều kiện; người lập hồ sơ xác nhận từng điều.",
        )  # fmt: skip
    if vote := pack.votes.get(award.id):
        yield from _of_vote(name, vote)


def local_route(recipient: str) -> str:
    """The id of the route that an office's own conditions make."""
    return f"dia_phuong_{recipient}"


def _prize(path: str, name: str, who: str, factor: PrizeFactor | None) -> OverlayField:
    shown = ""
    if factor is not None and factor.amount is not None:
        shown = dong(factor.amount)
    elif factor is not None and factor.factor is not None:
        shown = show_number(factor.factor)
    return OverlayField(
        f"{path}.prize.{who}", f"{name}: tiền thưởng cho {RECIPIENT_WORDS[who]}", "prize", shown,
        "Hệ số lương cơ sở (0,6) hoặc số tiền (500.000 đồng).",
    )  # fmt: skip


def _of_route(path: str, name: str, route: Route) -> Iterator[OverlayField]:
    own = f"{path}.route.{route.id}"
    label = f"{name}, {route.name}"
    yield OverlayField(f"{own}.text", f"{label}: quy định chi tiết", "text", route.note)
    yield OverlayField(f"{own}.enabled", f"{label}: dùng để xét", "yes_no", _yes(route.enabled))
    for leaf in route.condition.leaves():
        yield from _of_condition(own, label, leaf)


def _of_condition(path: str, label: str, leaf: Condition) -> Iterator[OverlayField]:
    for key, value in leaf.params.items():
        words = COUNTS.get(key, "tỷ lệ")
        if key in COUNTS or key == "min_pct":
            shown = show_number(value) + "%" if isinstance(value, Decimal) else str(value)
            kind = "percent" if key == "min_pct" else "count"
            yield OverlayField(f"{path}.{own_name(leaf)}.{key}", f"{label}, “{leaf.text}”: {words}", kind, shown)


def own_name(leaf: Condition) -> str:
    """The last part of a condition's key."""
    return leaf.key.rpartition(".")[2]


def _of_vote(name: str, vote: VoteRule) -> Iterator[OverlayField]:
    path = f"vote.{vote.award}"
    least = f"{'trên' if vote.over else 'từ'} {show_number(vote.min_pct)}%"
    yield OverlayField(
        f"{path}.min_pct", f"{name}: tỷ lệ phiếu đồng ý trên tổng số thành viên", "threshold", least,
        "“từ 80%” hoặc “trên 50%”.",
    )  # fmt: skip
    yield OverlayField(f"{path}.ballot", f"{name}: phải bỏ phiếu", "yes_no", _yes(vote.ballot))
    yield OverlayField(f"{path}.secret", f"{name}: bỏ phiếu kín", "yes_no", _yes(vote.secret))


def _of_all(pack: Pack) -> Iterator[OverlayField]:
    for rule in pack.quorums.values():
        yield OverlayField(
            f"quorum.{rule.id}.least", f"{rule.scope}: số thành viên phải dự", "part", _part(rule.least),
            "2/3 hoặc 80%.",
        )  # fmt: skip
    salary = next(
        (one for one in pack.base_salaries if one.local), pack.base_salaries[-1:] and pack.base_salaries[-1]
    )
    shown = dong(salary.amount) if salary else ""
    yield OverlayField("base_salary", "Lương cơ sở", "amount", shown, local=bool(salary and salary.local))
    fund = pack.prize_rules.fund
    yield OverlayField("fund.note", "Quỹ thi đua, khen thưởng", "text", fund.text, local=bool(fund.local))
    for entry in pack.calendar:
        month, _, day = entry.due.partition("-")
        yield OverlayField(
            f"calendar.{entry.key}.due", f"Hạn: {entry.what}", "day", f"{day}/{month}", "Ngày/tháng.",
        )  # fmt: skip
    for one in pack.instruments.values():
        if one.later or one.checked:
            yield OverlayField(
                f"instrument.{one.id}.checked", f"{one.short}: đã đối chiếu với văn bản mới, vẫn đúng", "yes_no",
                _yes(one.checked), "Chỉ ghi “có” sau khi đã đọc văn bản sửa đổi, thay thế.",
            )  # fmt: skip


def _part(part: Fraction) -> str:
    return f"{part * 100}%" if (part * 100).denominator == 1 else f"{part.numerator}/{part.denominator}"


def _yes(value: bool) -> str:
    return "có" if value else "không"
