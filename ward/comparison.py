"""A figure beside last year's and its plan, sums over parts and units, ratios: or why they cannot be had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from peewee import SqliteDatabase

from ward.bases import Bases, unit_changes
from ward.figures import Claim, Figure, adds_up, computed, computed_ratio, improves
from ward.findings.neighbours import beside_figures
from ward.periods import Period
from ward.said import Said, Statements, Thing, read_statements

_PERCENT = {"share": Claim("bang", amount=Decimal(0), unit="%"), "points": Claim("tang", unit="điểm %")}
_CHANGE = Claim("tang")
_MISSING = Figure("missing")


@dataclass(frozen=True, slots=True)
class Side:
    """A statement that another one is compared with."""

    record: int
    figure: Figure
    period: Period


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a figure comes to beside last year's and its plan; None stands for what cannot be computed.

    `of_last_year` and `of_plan` are percentages (105.3 is 105,3 %). `difference` is later minus earlier, in
    `difference_unit`: the figures' measure, "điểm %" between two percentages, "bậc" between two ranks (rising
    is positive). `improved` follows the indicator's direction. `why_not` is a Vietnamese sentence that says
    why last year is not compared, "" when it is or when the file holds no such figure. `recomputed` is what an
    indicator's numerator and denominator give.
    """

    record: int
    last_year: Side | None = None
    plan: Side | None = None
    of_last_year: Decimal | None = None
    of_plan: Decimal | None = None
    difference: Decimal | None = None
    difference_unit: str = ""
    improved: bool | None = None
    why_not: str = ""
    recomputed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A sum over parts or units: what is known comes to `total`; who has no figure stands in `missing`.

    A sum with anything missing is incomplete, not smaller: `complete` is False then. `total` is None when
    nothing is known, and for a ratio whose numerators and denominators are not both complete.
    """

    total: Decimal | None
    measure: str
    known: tuple[int, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return self.total is not None and not self.missing


def compare(db: SqliteDatabase, record: int) -> Comparison:
    """One figure compared. See `comparisons`."""
    return comparisons(db, (record,))[record]


def comparisons(db: SqliteDatabase, records: Iterable[int]) -> dict[int, Comparison]:
    """These figures, each compared with the same thing one year earlier and with its plan, in a few queries.

    What is compared must agree in indicator (or record and label) and scope; where units merged or split
    between the two periods nothing is compared, and `why_not` says so.
    """
    wanted = list(records)
    statements = read_statements(db, beside_figures(db, wanted))
    bases = Bases(statements, unit_changes(db))
    return {
        record: _compared(statements, bases, statements.all[record]) for record in wanted if record in statements.all
    }


def _compared(statements: Statements, bases: Bases, said: Said) -> Comparison:
    earlier = said.period.previous()
    why_not = bases.why_not(said, earlier) if earlier else ""
    last = None if why_not or not earlier else bases.in_period(said, earlier)
    plan = bases.planned(said) if said.role in ("actual", "estimate", "") else None
    figure, before = said.figure, last.figure if last else None
    difference, unit = change(figure, before) if before else (None, "")
    indicator = statements.indicators.get(said.indicator or 0)
    direction = indicator.direction if indicator else "none"
    return Comparison(
        said.id,
        _side(last),
        _side(plan),
        computed(_PERCENT["share"], figure, before) if before else None,
        computed(_PERCENT["share"], figure, plan.figure) if plan else None,
        difference,
        unit,
        improves(direction, before, figure) if before else None,
        why_not,
        _recomputed(statements, statements.thing(said), said.measure),
    )


def change(later: Figure, earlier: Figure) -> tuple[Decimal | None, str]:
    """How far a figure rose, and in what: its measure, "điểm %" between percentages, "bậc" between ranks."""
    if later.shape == earlier.shape == "rank":
        return computed(_CHANGE, later, earlier), "bậc"
    points = computed(_PERCENT["points"], later, earlier)
    if points is not None:
        return points, "điểm %"
    found = computed(_CHANGE, later, earlier)
    return found, later.measure or earlier.measure if found is not None else ""


def sum_of_parts(db: SqliteDatabase, record: int) -> Added:
    """The sum of the parts of a figure's indicator, for the figure's role, time and scope."""
    statements = read_statements(db, beside_figures(db, (record,)))
    thing = statements.thing(statements.all[record])
    parts = statements.parts.get(thing.indicator or 0, ())
    told = [(part, statements.beside(thing, part)) for part in parts]
    names = {part: found.name for part, found in statements.indicators.items()}
    return _added(statements, [(names[part], there) for part, there in told], statements.all[record].measure)


def sum_over_units(
    db: SqliteDatabase, indicator: int, units: Sequence[int], period: Period, *, role: str = "actual"
) -> Added:
    """The sum of an indicator over these units; a ratio from the sums of its two sides, never an average."""
    statements = read_statements(db, _of_units(db, indicator, period))
    found = statements.indicators[indicator]
    titles = _titles(db, units)
    if found.numerator and found.denominator:
        sides = [
            _added(statements, _over(statements, side, units, period, role, titles), "")
            for side in (found.numerator, found.denominator)
        ]
        return _ratio_of_sums(found.measure, sides[0], sides[1])
    return _added(statements, _over(statements, indicator, units, period, role, titles), found.measure)


def _over(
    statements: Statements, indicator: int, units: Sequence[int], period: Period, role: str, titles: dict[int, str]
) -> list[tuple[str, Thing | None]]:
    things = {unit: Thing(indicator, None, "", role, period.code, (unit,), "") for unit in units}
    return [(titles.get(unit, ""), thing if thing in statements.by_thing else None) for unit, thing in things.items()]


def _added(statements: Statements, told: Sequence[tuple[str, Thing | None]], measure: str) -> Added:
    standing = [(name, statements.of(thing) if thing else None) for name, thing in told]
    counted = [(name, said) for name, said in standing if not (said and said.state == "not_applicable")]
    known = [said for _, said in counted if said and said.state == "known"]
    missing = tuple(name for name, said in counted if not said or said.state != "known")
    total = Figure("missing", measure=measure)
    found = adds_up(total, [said.figure for said in known], True).total if known else None
    return Added(found, measure or (known[0].measure if known else ""), tuple(said.id for said in known), missing)


def _ratio_of_sums(measure: str, over: Added, under: Added) -> Added:
    missing = tuple(dict.fromkeys((*over.missing, *under.missing)))
    known = (*over.known, *under.known)
    if missing or over.total is None or not under.total:
        return Added(None, measure, known, missing)
    above, below = (Figure(value=side.total, measure=side.measure) for side in (over, under))
    return Added(computed_ratio(measure, above, below), measure, known, ())


def _recomputed(statements: Statements, thing: Thing, measure: str) -> Decimal | None:
    indicator = statements.indicators.get(thing.indicator or 0)
    if indicator is None or not indicator.numerator or not indicator.denominator:
        return None
    sides = [statements.beside(thing, side) for side in (indicator.numerator, indicator.denominator)]
    told = [statements.of(side) if side else None for side in sides]
    figures = [said.figure if said else _MISSING for said in told]
    if figures[1].value == 0:
        return None
    return computed_ratio(measure or indicator.measure, *figures)


def _of_units(db: SqliteDatabase, indicator: int, period: Period) -> set[int]:
    rows = db.execute_sql(
        "SELECT f.record_id FROM indicator i CROSS JOIN figure f WHERE i.record_id = ? "
        "AND f.indicator_id IN (i.record_id, i.numerator_id, i.denominator_id) AND f.period = ?",
        (indicator, period.code),
    )
    return {record for (record,) in rows}


def _titles(db: SqliteDatabase, units: Sequence[int]) -> dict[int, str]:
    marks = ",".join("?" * len(units))
    return dict(db.execute_sql(f"SELECT id, title FROM record WHERE id IN ({marks})", tuple(units)).fetchall())


def _side(said: Said | None) -> Side | None:
    return Side(said.id, said.figure, said.period) if said else None
