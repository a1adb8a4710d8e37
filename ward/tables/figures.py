"""Indicators and the statements that somebody made of them."""

from __future__ import annotations

from ward.tables.columns import ChildRow, Coefficient, Day, Exponent, Flag, KindRow, PeriodCode, Ref, Text


class Indicator(KindRow):
    """Chỉ tiêu: what is counted, which way is better, how it adds up."""

    name = Text()
    code = Text()
    group = Text()
    field = Text()
    measure = Text()
    direction = Text()
    aggregation = Text()
    numerator = Ref("indicator")
    denominator = Ref("indicator")
    open_parts = Flag()
    note = Text()

    class Meta:
        table_name = "indicator"


class IndicatorPart(ChildRow):
    """An indicator that is a part of the whole."""

    part = Ref("indicator")

    class Meta:
        table_name = "indicator_part"
        without_rowid = True


class FigureRow(KindRow):
    """Số liệu: one statement of an indicator, or of the result of another record (`about`)."""

    indicator = Ref("indicator", index=False)
    about = Ref()
    label = Text()
    role = Text()
    state = Text()
    shape = Text()
    value_coefficient = Coefficient()
    value_exponent = Exponent()
    value_to_coefficient = Coefficient()
    value_to_exponent = Exponent()
    out_of_coefficient = Coefficient()
    out_of_exponent = Exponent()
    measure = Text()
    qualifier = Text()
    qualifier_after = Text()
    words = Text()
    period = PeriodCode()
    period_words = Text()
    scope_words = Text()
    said_on = Day()
    source = Ref("document", "person", "unit", "evidence")
    source_words = Text()
    chosen = Flag()
    note = Text()

    class Meta:
        table_name = "figure"
        indexes = ((("indicator", "period"), False),)


class FigureScope(ChildRow):
    """A unit that the statement is about."""

    unit = Ref("unit")

    class Meta:
        table_name = "figure_scope"
        without_rowid = True


class FigureClaim(ChildRow):
    """A comparison that the clerk makes: relation, own qualifier, amount and unit, basis, period, document."""

    words = Text()
    relation = Text()
    qualifier = Text()
    amount_coefficient = Coefficient()
    amount_exponent = Exponent()
    unit = Text()
    basis = Text()
    basis_period = PeriodCode()
    basis_words = Text()
    document = Ref("document")

    class Meta:
        table_name = "figure_claim"
        without_rowid = True
