"""Whether a vote of the council passes: exact parts of all its members, absent ones included."""

from __future__ import annotations

from fractions import Fraction

from ward.rules.pack import Pack, Quorum, VoteRule


def vote_rule(pack: Pack, award: str) -> VoteRule | None:
    """The rule by which the council votes on an award; None where the pack knows none."""
    return pack.votes.get(award)


def passes(rule: VoteRule, agree: int, members: int) -> bool:
    """Whether so many votes of so many members (all of them) are enough; a council of nobody passes nothing."""
    if members <= 0:
        return False
    share, least = share_of(agree, members) * 100, Fraction(rule.min_pct)
    return share > least if rule.over else share >= least


def share_of(agree: int, members: int) -> Fraction:
    """The exact part of all members that agreed. Raises ValueError when there are no members."""
    if members <= 0:
        raise ValueError("a share needs members")
    return Fraction(agree, members)


def votes_needed(rule: VoteRule, members: int) -> int | None:
    """The least number of votes that passes; None where even all members are not enough."""
    return next((votes for votes in range(members + 1) if passes(rule, votes, members)), None)


def is_tie(agree: int, disagree: int) -> bool:
    """Whether as many agreed as disagreed: no majority, the award is not proposed."""
    return agree == disagree


def quorum(pack: Pack, id: str = "hop_xet_khen") -> Quorum | None:
    """The part of the members that must come to a meeting (by default one that reviews awards)."""
    return pack.quorums.get(id)


def meets(rule: Quorum, came: int, members: int) -> bool:
    """Whether enough of all members came."""
    return members > 0 and share_of(came, members) >= rule.least
