"""How many of all members must agree for an award, by the rules of the round."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ward.rules.pack import Pack

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote against its threshold: the exact share of all members, whether it passes, the least that passes."""

    share: Fraction | None
    threshold: str
    needed: int
    passes: bool
    warnings: tuple[str, ...]


def vote_on(pack: Pack, code: str, agree: int | None, members: int, day: str) -> Vote:
    """How a vote stands; an award without a rule of its own needs more than half, which is told.

    A threshold that is not sure on the day (ISO) of the round's rules is told with its mark.
    """
    from ward.rules.pack import VoteRule
    from ward.rules.sureness import WORDS, sureness
    from ward.rules.votes import passes, share_of, vote_rule, votes_needed

    rule = vote_rule(pack, code)
    warnings: list[str] = []
    if rule is None:
        rule = VoteRule(award=code, min_pct=Decimal(50), over=True)
        warnings.append("Bộ quy định chưa có tỷ lệ phiếu cho hình thức này nên tính theo quá nửa tổng số thành viên.")
    threshold = f"{'trên' if rule.over else 'từ'} {_plain(rule.min_pct)}%"
    mark = sureness(pack, rule, day)
    if not mark.sure and not warnings:
        told = "; ".join(filter(None, (rule.article, WORDS[mark.conf])))
        warnings.append(f"Tỷ lệ {threshold} tổng số thành viên: {told}. Hãy đối chiếu quy chế của Hội đồng.")
    needed = votes_needed(rule, members)
    share = share_of(agree, members) if agree is not None and members else None
    passed = agree is not None and members > 0 and passes(rule, agree, members)
    return Vote(share, threshold, members if needed is None else needed, passed, tuple(warnings))


def show_share(share: Fraction | None) -> str:
    """A share as percent with at most two decimals, "77,78%"; "" for none."""
    if share is None:
        return ""
    percent = (Decimal(share.numerator) * 100 / Decimal(share.denominator)).quantize(HUNDREDTH, ROUND_HALF_UP)
    return f"{_plain(percent)}%"


def _plain(number: Decimal) -> str:
    told = f"{number:f}"
    return (told.rstrip("0").rstrip(".") if "." in told else told).replace(".", ",")
