"""What a prize comes to: factor × base salary on the decision's day, rounded up (NĐ 152/2025 Điều 49)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

from ward.dates import PartialDate
from ward.exact import show_number
from ward.rules.pack import AwardRule, BaseSalary, Pack, PrizeFactor, Sourced
from ward.rules.sureness import WORDS, sureness


@dataclass(frozen=True)
class Prize:
    """A prize in whole đồng, or None with the reason in `why`: what is not known is never nought.

    `factor` and `base` are what it was reckoned from, None where it was not; `warnings` are whole sentences.
    """

    amount: int | None
    factor: Decimal | None
    base: int | None
    why: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """A prize that is due: whose, for which award and which time (as text), decided on which day."""

    key: int
    recipient: Hashable
    award: str
    period: Hashable
    decided_on: str
    amount: int


def prize_of(pack: Pack, award: str, recipient: str, on: str) -> Prize:
    """The prize of an award (its code) to a kind of recipient, decided on a day (ISO, whole or in part)."""
    rule = pack.award(award)
    if rule is None:
        return _unknown(f"Bộ quy định không có danh hiệu, hình thức mang mã “{award}”.")
    if not on:
        return _unknown("Chưa có ngày quyết định nên chưa tính được tiền thưởng.")
    factor = _factor(pack, rule, recipient)
    if factor is None:
        return _unknown(" ".join(filter(None, (_NO_FACTOR.format(rule.name), rule.prize_note))))
    if factor.amount is not None:
        why = f"{dong(factor.amount)} theo {factor.local or 'quy định của địa phương'}."
        return Prize(factor.amount, None, None, why, _warnings(pack, (factor,), on))
    base = _base(pack, on)
    if base is None:
        return _unknown(f"Bộ quy định không có lương cơ sở chắc chắn cho ngày {on}.", factor.factor)
    if factor.factor is None:
        return _ceiling(factor, base)
    return _reckoned(pack, factor, base, on)


def highest_only(pack: Pack, claims: Sequence[Claim]) -> dict[int, int]:
    """The claims that are not paid, each with the claim paid in its place.

    Several titles of one recipient for the same time, decided at one time: only the highest is paid; different
    times, and a title beside a form, are each paid (NĐ 152/2025 Điều 49).
    """
    if not pack.prize_rules.highest_title_only:
        return {}
    groups: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        rule = pack.award(claim.award)
        if rule is not None and rule.kind == "danh_hieu":
            groups[claim.recipient, claim.period, claim.decided_on].append(claim)
    found: dict[int, int] = {}
    for group in groups.values():
        paid = max(group, key=lambda claim: claim.amount)
        found |= {claim.key: paid.key for claim in group if claim is not paid}
    return found


def dong(amount: int) -> str:
    """A sum as it is written: "2.530.000 đồng"."""
    return f"{amount:,} đồng".replace(",", ".")


_NO_FACTOR = "Bộ quy định không có mức tiền thưởng của “{}” cho đối tượng này; chưa biết không có nghĩa là 0 đồng."


def _unknown(why: str, factor: Decimal | None = None) -> Prize:
    return Prize(None, factor, None, why)


def _factor(pack: Pack, rule: AwardRule, recipient: str) -> PrizeFactor | None:
    """The recipient's own factor; for a form of commendation otherwise that of a person, times the rule's factor."""
    if recipient in rule.prizes:
        return rule.prizes[recipient]
    times = {"ho_gia_dinh": pack.prize_rules.household, "tap_the": pack.prize_rules.collective}.get(recipient)
    person = rule.prizes.get("ca_nhan")
    if times is None or person is None or rule.kind != "hinh_thuc" or recipient not in rule.recipients:
        return None
    if times.factor is None or person.factor is None:
        return None
    note = f"Suy ra: {show_number(times.factor)} lần mức của cá nhân."
    return replace(times, factor=person.factor * times.factor, note=note, local=person.local)


def _base(pack: Pack, on: str) -> BaseSalary | None:
    """The base salary that holds on the day; for a month or a year only where one holds all through it."""
    said = PartialDate(on)
    first, last = said.first_day.isoformat(), said.last_day.isoformat()
    return next((one for one in pack.base_salaries if one.holds_on(first) and one.holds_on(last)), None)


def _ceiling(factor: PrizeFactor, base: BaseSalary) -> Prize:
    assert factor.at_most is not None
    most = int(base.amount * factor.at_most)
    why = (
        f"Không quá {show_number(factor.at_most)} lần lương cơ sở ({dong(most)}) theo {factor.article}; "
        "mức thật do nơi tặng quy định."
    )
    return Prize(None, None, base.amount, why)


def _reckoned(pack: Pack, factor: PrizeFactor, base: BaseSalary, on: str) -> Prize:
    assert factor.factor is not None
    exact = base.amount * factor.factor
    step = pack.prize_rules.round_to
    amount = ceil(Fraction(exact) / step) * step
    rounded = f", làm tròn lên {dong(amount)}" if amount != exact else ""
    product = f"{show_number(factor.factor)} × {dong(base.amount)} = {_exact(exact)}"
    why = f"{product}{rounded} ({factor.local or factor.article or pack.prize_rules.article})."
    return Prize(amount, factor.factor, base.amount, why, _warnings(pack, (factor, base, pack.prize_rules), on))


def _exact(exact: Decimal) -> str:
    whole = int(exact)
    return dong(whole) if whole == exact else f"{show_number(exact)} đồng"


def _warnings(pack: Pack, rules: Sequence[Sourced], on: str) -> tuple[str, ...]:
    """What is not sure about a prize, each thing once."""
    day = PartialDate(on).last_day.isoformat()
    found: dict[str, None] = {}
    for rule in rules:
        told = sureness(pack, rule, day)
        if not told.sure:
            reason = " ".join(filter(None, (rule.note, told.why)))
            found[f"Mức tiền thưởng này chưa chắc chắn ({WORDS[told.conf]}). {reason}".strip()] = None
    return tuple(found)
