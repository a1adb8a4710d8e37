"""Nominees as lists name them: each in a row, gathered by what is proposed, and counted by kind of recipient."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.prints import Printed, Sentence, joined
from reports.wording.award_giving import form_name, given
from reports.wording.sentences import NBSP, Piece, capitalised, keyed, listed
from reports.wording.wording import Telling, as_number, in_line, traced
from reports.yearly.annual_report_context import Text
from ward.awarding.round_view import RoundView
from ward.year_awards import AwardForm
from ward.year_entries import Entry

KINDS = {"tap_the": "tập thể", "ca_nhan": "cá nhân", "ho_gia_dinh": "hộ gia đình", "khac": "trường hợp khác"}
_OF_RECORDS = {"person": "ca_nhan", "unit": "tap_the", "household": "ho_gia_dinh"}


@dataclass(frozen=True)
class NomineeRow:
    """A line of a list: who, office and unit or address, what it is for, what is proposed; what kind of recipient."""

    name: Text
    title: Text
    achievement: Text
    award: Text
    kind: Text
    proposer: Text = ""


@dataclass(frozen=True)
class AwardGroup:
    """What is proposed or given, to how many of each kind, and to whom.

    `giving`: “tặng danh hiệu “Lao động tiên tiến””; `counts`: “02 tập thể và 15 cá nhân”; `ground`: the article.
    """

    award: Text
    giving: Text
    counts: Text
    ground: Text
    rows: tuple[NomineeRow, ...]


@dataclass(frozen=True)
class Counts:
    """How many there are of each kind, as papers write them ("02"; "" for none), and all in words.

    Whoever is named twice counts once; `words` then say the cases, too (“02 cá nhân với 03 lượt khen”), and `all`
    counts the cases.
    """

    collectives: Text
    persons: Text
    households: Text
    all: Text
    words: Text


@dataclass(frozen=True)
class Naming:
    """Names the nominees of a round; `as_proposed`: with what was proposed, even where less was given."""

    words: Telling
    view: RoundView
    as_proposed: bool = False

    def row(self, nomination: Entry) -> NomineeRow:
        """A nomination as a line of a list."""
        return NomineeRow(
            name=keyed(nomination.uid, self.name(nomination)),
            title=self.title(nomination),
            achievement=self.words.value(nomination, "achievement"),
            award=self.award(nomination),
            kind=KINDS[self.kind(nomination)],
            proposer=self.words.either(nomination, "proposer", "proposer_words"),
        )

    def name(self, nomination: Entry) -> Sentence:
        """Who is nominated: a person with the form of address or rank, a unit or household with a large letter."""
        if nomination["nominee_words"]:
            return joined([self.words.value(nomination, "nominee_words")])
        return self.record(nomination["nominee"], nomination.day)

    def record(self, nominee: int | None, day: str) -> Sentence:
        """A person, unit or household as a list names it on a day."""
        if nominee is None:
            return Sentence()
        named = self.view.names.of(nominee, day)
        whole = traced(named.text, named.uid, named.field, named.kind)
        person = self.view.nominees.get(nominee)
        before = traced(named.before, named.uid, "rank", named.kind)
        if person and person.kind == "person" and not before:
            before = self.words.value(person, "address_form")
        return joined([before, " ", whole]) if before else joined([whole])

    def title(self, nomination: Entry) -> Text:
        """Office and unit of a person, address of a household or unit; as the nomination says, else on its day."""
        if said := self.words.value(nomination, "as_title"):
            return said
        nominee = self.view.nominees.get(nomination["nominee"])
        return self.whereabouts(nominee, nomination.day) if nominee else ""

    def whereabouts(self, nominee: Entry, day: str) -> Text:
        """The office that a person held on a day; the address, and a household's unit, of others."""
        named = self.view.names.of(nominee.id, day)
        if nominee.kind == "person":
            return traced(in_line(named.position), named.uid, "positions", "person")
        parts: list[Piece] = [address] if (address := self.words.value(nominee, "address")) else []
        if nominee.kind == "household" and nominee["unit"]:
            unit = self.words.name(nominee["unit"], day)
            parts.append(unit if parts else capitalised(unit))
        return listed(parts, ", ")

    def kind(self, nomination: Entry) -> str:
        """What kind of recipient it is: a key of KINDS."""
        nominee = self.view.nominees.get(nomination["nominee"])
        said = nomination["recipient_kind"] or (_OF_RECORDS[nominee.kind] if nominee else "")
        return said if said in KINDS else "khac"

    def award_type(self, nomination: Entry) -> Entry | None:
        """The record of what is proposed, or of what was given in its place; None where it is said in words."""
        lowered = self.view.related.get(nomination["lowered_to"])
        asked = self.as_proposed and nomination["state"] == "lowered"
        return self.view.award_type(nomination) if lowered is None or asked else lowered

    def is_title(self, nomination: Entry) -> bool:
        """Whether it is a danh hiệu, not a form of commendation."""
        return self._form(nomination).form == "danh_hieu"

    def award(self, nomination: Entry) -> Text:
        """The title or form by its name."""
        return form_name(self._form(nomination))

    def giving(self, nomination: Entry) -> Sentence:
        """“tặng danh hiệu “Lao động tiên tiến””, “truy tặng Giấy khen”."""
        form = self._form(nomination)
        said = joined(given(form, "")) if form.name else joined(["tặng …"])
        return joined(["truy ", said]) if nomination["posthumous"] and str(said).startswith("tặng ") else said

    def groups(
        self, nominations: Iterable[Entry], ground: Callable[[Entry], Text] | None = None
    ) -> tuple[AwardGroup, ...]:
        """The nominations gathered by what is given, in the order of the list."""
        return tuple(self._group(found, ground) for found in self._gathered(nominations))

    def givings(self, nominations: Iterable[Entry]) -> list[Sentence]:
        """What is given, each once: “tặng danh hiệu “Lao động tiên tiến””, “tặng Giấy khen”."""
        return [self.giving(found[0]) for found in self._gathered(nominations)]

    def counts(self, nominations: Sequence[Entry]) -> Counts:
        """How many there are of each kind; every number leads to the nominations that it counts."""
        by_kind = {kind: [one for one in nominations if self.kind(one) == kind] for kind in KINDS}
        told = {kind: _recipients(found, f"Số {KINDS[kind]}") for kind, found in by_kind.items()}
        words = listed([joined([*_of_kind(told[kind], kind, by_kind[kind])]) for kind in KINDS if told[kind]])
        whole = counted([one.uid for one in nominations], "Số trường hợp")
        return Counts(told["tap_the"], told["ca_nhan"], told["ho_gia_dinh"], whole, words)

    def _gathered(self, nominations: Iterable[Entry]) -> list[list[Entry]]:
        gathered: dict[tuple[str, bool], list[Entry]] = {}
        for one in nominations:
            form = self._form(one)
            key = form.uid if form.kind == "award_type" else form.name
            gathered.setdefault((key, one["posthumous"]), []).append(one)
        return list(gathered.values())

    def _form(self, nomination: Entry) -> AwardForm:
        chosen = self.award_type(nomination)
        if chosen is None:
            return AwardForm(nomination["form_words"], nomination.uid, "nomination", "", "")
        return AwardForm(chosen["name"], chosen.uid, "award_type", chosen["form"], chosen["level"])

    def _group(self, found: list[Entry], ground: Callable[[Entry], Text] | None) -> AwardGroup:
        first = found[0]
        return AwardGroup(
            award=keyed(first.uid, self.award(first)),
            giving=self.giving(first),
            counts=self.counts(found).words,
            ground=ground(first) if ground else "",
            rows=tuple(self.row(one) for one in found),
        )


def _of_kind(recipients: Text, kind: str, cases: Sequence[Entry]) -> Iterator[Piece]:
    """“02 cá nhân”; “02 cá nhân với 03 lượt khen” where somebody is named more than once."""
    yield from (recipients, NBSP, KINDS[kind])
    if _number_of_recipients(cases) != len(cases):
        yield from (" với ", counted([one.uid for one in cases], f"Số lượt {KINDS[kind]}"), NBSP, "lượt khen")


def _recipients(cases: Sequence[Entry], what: str) -> str:
    """How many persons, units or households these cases name, as papers write it; it leads to each case."""
    if not cases:
        return ""
    return Printed.counted(as_number(_number_of_recipients(cases)), of=[one.uid for one in cases], what=what)


def _number_of_recipients(cases: Sequence[Entry]) -> int:
    """Those named in words only are each somebody else: two of one name are two until the clerk says otherwise."""
    return len({one["nominee"] or one.uid for one in cases})


def counted(uids: Sequence[str], what: str) -> str:
    """How many records these are, as papers write it: "03"; "" for none. The number leads to each of them."""
    return Printed.counted(as_number(len(uids)), of=uids, what=what) if uids else ""
