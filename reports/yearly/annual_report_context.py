"""What the template of the annual report asks for: named lists of ready sentences and rows, no layout."""

from dataclasses import dataclass, fields

from reports.prints import Sentence

Text = str | Sentence


@dataclass(frozen=True)
class Letterhead:
    """The head of a paper. `office`: the lines of the issuing body, e.g. ỦY BAN NHÂN DÂN / PHƯỜNG …"""

    office: tuple[Text, ...]
    number: Text  # "Số:       /BC-UBND"
    place_and_date: Text  # "Mai Động, ngày 05 tháng 12 năm 2023"
    superior: Text = ""  # the body above it; a ward's committee has none


@dataclass(frozen=True)
class Signature:
    """Who signs: authority (TM. ỦY BAN NHÂN DÂN), deputy mark (KT. CHỦ TỊCH or ""), post, name ("" for now)."""

    authority: Text
    post: Text
    name: Text = ""
    deputy_for: Text = ""


@dataclass(frozen=True)
class Period:
    """The reported time in words (“năm 2023”, “giai đoạn 2013 - 2023”, “nhiệm kỳ 2020 - 2025”), and the next."""

    words: str
    next_words: str = ""


@dataclass(frozen=True)
class FigureRow:
    """A line of a small table of figures: what, the printed words of the figure, remark (time, comparison)."""

    name: Text
    figure: Text
    remark: Text = ""


@dataclass(frozen=True)
class Situation:
    """The ward's situation: the office's passages, and figures for a small table."""

    passages: tuple[Text, ...] = ()
    figures: tuple[FigureRow, ...] = ()


@dataclass(frozen=True)
class Results:
    """What was done in a field or a movement, each list as ready sentences in the order to print."""

    title: Text
    passages: tuple[Text, ...] = ()
    figures: tuple[Text, ...] = ()
    practices: tuple[Text, ...] = ()
    events: tuple[Text, ...] = ()
    tasks: tuple[Text, ...] = ()
    contributions: tuple[Text, ...] = ()

    @property
    def points(self) -> tuple[Text, ...]:
        """All lists but the passages, one after the other."""
        return self.figures + self.practices + self.events + self.tasks + self.contributions


@dataclass(frozen=True)
class Field(Results):
    """A field (lĩnh vực) with the movements that belong to it."""

    movements: tuple[Results, ...] = ()


@dataclass(frozen=True)
class YearRow:
    """An indicator through the years: one printed figure for each of `AnnualReport.trend_years`."""

    name: Text
    measure: Text
    figures: tuple[Text, ...]


@dataclass(frozen=True)
class AwardRow:
    """A line of the awards' tables: numbers of recipients in words ("02", "" for none) and a remark.

    A counted group whose split is not known (“88 tập thể và cá nhân”) stands in the remark.
    """

    name: Text
    level: Text = ""
    collectives: Text = ""
    persons: Text = ""
    households: Text = ""
    remark: Text = ""


@dataclass(frozen=True)
class AwardList:
    """Awards in one state: a table and sentences by level; one may be without the other."""

    rows: tuple[AwardRow, ...] = ()
    sentences: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.sentences)


@dataclass(frozen=True)
class Awards:
    """Proposed, granted and refused awards, never mixed."""

    passages: tuple[Text, ...] = ()
    proposed: AwardList = AwardList()
    granted: AwardList = AwardList()
    refused: AwardList = AwardList()


@dataclass(frozen=True)
class TargetRow:
    """A target of the next year beside this year's figure."""

    name: Text
    measure: Text
    actual: Text
    target: Text
    remark: Text = ""


@dataclass(frozen=True)
class Outlook:
    """Directions of the next year: passages, tasks, targets."""

    passages: tuple[Text, ...] = ()
    tasks: tuple[Text, ...] = ()
    targets: tuple[TargetRow, ...] = ()


@dataclass(frozen=True)
class AnnualReport:
    """The whole annual report of an office. `office`: its name inside a sentence (Ủy ban nhân dân phường …)."""

    letterhead: Letterhead
    office: Text
    period: Period
    signature: Signature
    receivers: tuple[Text, ...] = ()
    addressee: Text = ""
    opening: tuple[Text, ...] = ()
    situation: Situation = Situation()
    leading: tuple[Text, ...] = ()  # the office's passages that open section II
    fields: tuple[Field, ...] = ()
    trend_years: tuple[str, ...] = ()
    trend: tuple[YearRow, ...] = ()
    awards: Awards = Awards()
    strengths: tuple[Text, ...] = ()
    limits: tuple[Text, ...] = ()  # with their causes
    lessons: tuple[Text, ...] = ()
    outlook: Outlook = Outlook()
    proposals: tuple[Text, ...] = ()

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}
