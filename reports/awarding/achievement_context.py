"""What the templates of achievement reports ask for: one context for each kind of report about a nominee."""

from dataclasses import dataclass, fields

from reports.awarding.achievement_doubts import UNSEEN, of_deeds, of_past, of_posts
from reports.awarding.achievement_parts import (
    CollectiveFacts,
    Deeds,
    HouseholdFacts,
    PastAwards,
    PersonFacts,
    PostRow,
    PostTotal,
    Proposed,
    Text,
)
from reports.yearly.annual_report_context import Letterhead


@dataclass(frozen=True)
class _Context:
    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def doubts(self) -> tuple[str, ...]:
        """What the clerk should look at before the paper is signed, as whole sentences."""
        return ()


@dataclass(frozen=True)
class CollectiveReport(_Context):
    """Báo cáo thành tích của tập thể (công trạng)."""

    letterhead: Letterhead
    proposed: Proposed
    collective: CollectiveFacts
    deeds: Deeds
    past: PastAwards
    situation: tuple[Text, ...] = ()

    def doubts(self) -> tuple[str, ...]:
        return (*of_deeds(self.proposed, self.deeds, rated=True), *of_past(self.past), UNSEEN)


@dataclass(frozen=True)
class PersonReport(_Context):
    """Báo cáo thành tích của cá nhân (công trạng); `is_head`: it begins with the collective that the person heads."""

    letterhead: Letterhead
    proposed: Proposed
    person: PersonFacts
    deeds: Deeds
    past: PastAwards
    is_head: bool = False
    unit_summary: tuple[Text, ...] = ()
    reporter: Text = ""  # nobody signs for the dead

    def doubts(self) -> tuple[str, ...]:
        return (*of_deeds(self.proposed, self.deeds, rated=True), *of_past(self.past), UNSEEN)


@dataclass(frozen=True)
class AnyoneReport(_Context):
    """Báo cáo thành tích đột xuất, chuyên đề: of a collective, a person or a household; one of three is meant."""

    letterhead: Letterhead
    proposed: Proposed
    collective: CollectiveFacts
    person: PersonFacts
    household: HouseholdFacts
    deeds: Deeds
    is_collective: bool = False
    is_person: bool = False
    is_household: bool = False
    matter: Text = ""  # what the sudden deed was, in a line
    reporter: Text = ""

    def doubts(self) -> tuple[str, ...]:
        return (*of_deeds(self.proposed, self.deeds, rated=False), UNSEEN)


@dataclass(frozen=True)
class ServiceReport(_Context):
    """Báo cáo quá trình cống hiến; `woman`: the note on the shorter time for women is printed."""

    letterhead: Letterhead
    proposed: Proposed
    person: PersonFacts
    posts: tuple[PostRow, ...]
    totals: tuple[PostTotal, ...]
    whole: Text
    past: PastAwards
    woman: bool = False
    reporter: Text = ""

    def doubts(self) -> tuple[str, ...]:
        return (*of_posts(self.posts), *of_past(self.past), UNSEEN)


@dataclass(frozen=True)
class HouseholdReport(_Context):
    """Báo cáo thành tích của hộ gia đình; `cultural`: Gia đình văn hóa in the reported years."""

    letterhead: Letterhead
    proposed: Proposed
    household: HouseholdFacts
    deeds: Deeds
    cultural: tuple[Text, ...] = ()
    reporter: Text = ""

    def doubts(self) -> tuple[str, ...]:
        return (*of_deeds(self.proposed, self.deeds, rated=False), UNSEEN)


@dataclass(frozen=True)
class Summary(_Context):
    """Tóm tắt thành tích: `unit` is the post and unit, or the address."""

    letterhead: Letterhead
    proposed: Proposed
    name: Text
    unit: Text
    deeds: Deeds
    past: PastAwards

    def doubts(self) -> tuple[str, ...]:
        return (*of_deeds(self.proposed, self.deeds, rated=False), *of_past(self.past))
