"""The parts of an achievement report: facts, ready sentences and rows about one nominee."""

from dataclasses import dataclass

from reports.prints import Sentence

Text = str | Sentence


@dataclass(frozen=True)
class Proposed:
    """What is proposed: “tặng Giấy khen …” with its verb, the bare name, the reported time, the movement.

    `central`: the State's level gives it, so that the submitting authority confirms the report as well.
    """

    words: Text
    award: Text = ""
    period: str = ""  # "năm 2025", "02 năm (2024-2025)"
    years: tuple[str, ...] = ()
    movement: Text = ""
    posthumous: bool = False
    central: bool = False


@dataclass(frozen=True)
class CollectiveFacts:
    """A collective on the paper's day; "" for what no record knows."""

    name: Text
    address: Text = ""
    founded: Text = ""
    superior: Text = ""


@dataclass(frozen=True)
class PersonFacts:
    """A person on the paper's day; "" for what no record knows."""

    name: Text
    birth: Text = ""
    sex: Text = ""
    hometown: Text = ""
    residence: Text = ""
    unit: Text = ""
    post: Text = ""
    education: Text = ""
    rank: Text = ""
    phone: Text = ""
    death: Text = ""


@dataclass(frozen=True)
class HouseholdFacts:
    """A household on the paper's day; "" for what no record knows."""

    name: Text
    head: Text = ""
    birth: Text = ""
    address: Text = ""
    neighbourhood: Text = ""
    members: Text = ""


@dataclass(frozen=True)
class PastAwardRow:
    """An award that was given before: the year of the deed, what, by which decision of whom."""

    year: Text
    name: Text
    decision: Text


@dataclass(frozen=True)
class PastAwards:
    """Section III: titles (danh hiệu) and forms of commendation (hình thức), never mixed."""

    titles: tuple[PastAwardRow, ...] = ()
    forms: tuple[PastAwardRow, ...] = ()

    @property
    def rows(self) -> tuple[PastAwardRow, ...]:
        """Both, titles first."""
        return self.titles + self.forms


@dataclass(frozen=True)
class RatingRow:
    """How the nominee was rated for a year, by which decision of whom."""

    year: Text
    grade: Text
    decision: Text


@dataclass(frozen=True)
class InitiativeRow:
    """An initiative or piece of research that was recognised: when, what, on which level, by which decision."""

    year: Text
    name: Text
    scope: Text
    decision: Text


@dataclass(frozen=True)
class ResultRow:
    """A figure of a year beside its plan and the year before; a percentage is the clerk's own or computed."""

    year: Text
    name: Text
    plan: Text = ""
    actual: Text = ""
    of_plan: Text = ""
    of_last_year: Text = ""


@dataclass(frozen=True)
class Deeds:
    """What was done in the reported years, each list as ready sentences; `results` is the table of figures."""

    achievement: tuple[Text, ...] = ()  # the nomination's own words, and passages about results
    results: tuple[ResultRow, ...] = ()
    figures: tuple[Text, ...] = ()  # figures that were said in words only
    work: tuple[Text, ...] = ()  # tasks and contributions
    practices: tuple[Text, ...] = ()
    measures: tuple[Text, ...] = ()  # passages about leading and strengths
    movements: tuple[Text, ...] = ()  # registrations, movements of its own, events
    ratings: tuple[RatingRow, ...] = ()
    party_ratings: tuple[RatingRow, ...] = ()
    initiatives: tuple[InitiativeRow, ...] = ()


@dataclass(frozen=True)
class PostRow:
    """A post that was held: from when to when, what, where, how long, and a remark."""

    time: Text
    title: Text
    unit: Text
    length: Text
    remark: Text = ""


@dataclass(frozen=True)
class PostTotal:
    """How long a post was held in all."""

    title: Text
    length: Text
