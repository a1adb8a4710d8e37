"""What a statement is compared with: last year's, the plan's, another year's; and when units forbid it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.dates import PartialDate, show_date
from ward.errors import UserError
from ward.figures import Claim
from ward.periods import Period, show_period
from ward.said import Said, Statements, Thing, folded

_PLANS = {"ke_hoach": ("plan", "target"), "chi_tieu": ("target", "plan"), "nghi_quyet": ("target", "plan")}
_BUDGET = "du toan"


@dataclass(frozen=True)
class UnitChange:
    """A merger, split or refounding: the day from which a unit was no longer the same."""

    on: dt.date
    predecessor: int
    successor: int
    words: str


def unit_changes(db: SqliteDatabase) -> list[UnitChange]:
    """Every Succession of the file, by day."""
    rows = db.execute_sql(
        "SELECT s.on_day, s.predecessor_id, s.successor_id, old.title, new.title FROM succession s "
        "CROSS JOIN record r ON r.id = s.record_id JOIN record old ON old.id = s.predecessor_id "
        "JOIN record new ON new.id = s.successor_id WHERE r.binned = 0 AND s.on_day <> '' ORDER BY s.on_day"
    )
    changes = []
    for on, old, new, old_title, new_title in rows:
        when = _day(on)
        if when:
            words = f"{old_title} thành {new_title} từ {show_date(when)}"
            changes.append(UnitChange(when.first_day, old, new, words))
    return changes


class Bases:
    """Finds in the statements that were read what another statement is to be compared with."""

    def __init__(self, statements: Statements, changes: Sequence[UnitChange]) -> None:
        self.statements = statements
        self.changes = changes

    def last_year(self, said: Said) -> Said | None:
        """The actual statement of the same thing one year (one term) earlier."""
        earlier = said.period.previous()
        return self.in_period(said, earlier) if earlier else None

    def in_period(self, said: Said, period: Period) -> Said | None:
        """The actual statement of the same thing for another period."""
        return self._with(said, role="actual", when=period.code)

    def planned(self, said: Said, basis: str = "ke_hoach") -> Said | None:
        """The plan or target of the same thing and period.

        A budget ("dự toán") and a plan may stand side by side: a plan whose words name the budget is one.
        """
        for role in _PLANS.get(basis, ("plan",)):
            thing = self.statements.thing(said)._replace(role=role)
            told = self.statements.by_thing.get(thing, [])
            budgets = [one for one in told if _names_budget(self.statements, one)]
            if basis == "du_toan" and budgets:
                told = budgets
            elif basis != "du_toan" and len(budgets) < len(told):
                told = [one for one in told if one not in budgets]
            if len(told) == 1:
                return told[0]
            if told:
                return self.statements.of(thing)
        return None

    def of_claim(self, said: Said, claim: Claim, others: Sequence[Claim] = ()) -> Said | None:
        """What a claim of this statement compares with; None when the file does not hold it.

        `others` are all claims of the statement: where both a plan and a budget are named, one planned
        figure cannot be both, unless its words say which it is.
        """
        if claim.basis in ("cung_ky", "nam_truoc", "nam"):
            period = claim.basis_period or (None if claim.basis == "nam" else said.period.previous())
            if period is None or self.why_not(said, period):
                return None
            return self.in_period(said, period)
        if claim.basis not in ("ke_hoach", "du_toan", "chi_tieu", "nghi_quyet"):
            return None
        planned = self.planned(said, claim.basis)
        bases = {other.basis for other in others}
        if planned and "du_toan" in bases and len(bases & {"ke_hoach", "chi_tieu", "nghi_quyet"}) > 0:
            named = _names_budget(self.statements, planned)
            return planned if named == (claim.basis == "du_toan") else None
        return planned

    def why_not(self, said: Said, earlier: Period) -> str:
        """Why a statement is not compared with an earlier period: its units changed between. "" when it may be."""
        start, end = earlier.start, said.period.end
        scope = set(self.statements.thing(said).scope)
        if start is None or end is None:
            return ""
        between = [
            change
            for change in self.changes
            if start < change.on <= end and scope & {change.predecessor, change.successor}
        ]
        if not between:
            return ""
        told = "; ".join(change.words for change in between)
        return f"Không so với {show_period(earlier)} vì phạm vi đã đổi: {told}."

    def _with(self, said: Said, *, role: str, when: str) -> Said | None:
        thing: Thing = self.statements.thing(said)._replace(role=role, when=when)
        return self.statements.of(thing)


def _day(iso: str) -> PartialDate | None:
    """The day of a change; None for a text that is no day, which the findings report on its own."""
    try:
        return PartialDate(iso)
    except UserError:
        return None


def _names_budget(statements: Statements, said: Said) -> bool:
    return _BUDGET in folded(" ".join((said.label, said.words, said.source_words, statements.source(said))))
