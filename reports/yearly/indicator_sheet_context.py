"""What the template of the indicator sheet asks for: groups of rows with exact numbers and their words."""

from dataclasses import dataclass, fields

from reports.prints import Number
from reports.yearly.annual_report_context import Letterhead, Signature, Text

Cell = Number | Text | None  # a number, words for what is no number (“chưa có số liệu”), or nothing


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator's line. The template computes what it is of the plan and of last year, by formula."""

    no: int | str
    name: Text
    measure: Text
    last_year: Cell = None
    plan: Cell = None
    actual: Cell = None
    words: Text = ""  # the figure as it was said: “gần 1,8 tỷ đồng”
    in_points: bool = False  # a percentage: compared by difference, not by division
    assessment: Text = ""
    remark: Text = ""
    source: Text = ""


@dataclass(frozen=True)
class IndicatorGroup:
    """A group of indicators under its title, numbered I, II, …"""

    no: str
    title: Text
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True)
class SourceRow:
    """A line of the sheet of sources: which figure, as said when, in which document or by whom."""

    no: str
    indicator: Text
    column: Text
    figure: Text
    period: Text = ""
    scope: Text = ""
    said_on: Text = ""
    source: Text = ""


@dataclass(frozen=True)
class IndicatorSheet:
    """The whole sheet; the three column heads name the years they are of."""

    letterhead: Letterhead
    title: Text
    subtitle: Text
    last_year_head: str
    plan_head: str
    actual_head: str
    signature: Signature
    groups: tuple[IndicatorGroup, ...] = ()
    sources: tuple[SourceRow, ...] = ()

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}
