"""What a decision gives, as its list names it: recipients as named then, numbers in the book, prizes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.awarding.award_making import AwardMaking
from reports.awarding.nominee_lists import Counts, Naming
from reports.awarding.prizes import money
from reports.awarding.proposal_papers import deed, occasion, voted_for
from reports.prints import Sentence, joined
from reports.wording.sentences import Piece, keyed
from reports.wording.wording import inside, spelt, traced
from reports.yearly.annual_report_context import Text
from ward.awarding.deciding import DECIDABLE
from ward.awarding.whose import OWN_LEVELS
from ward.errors import UserError
from ward.year_entries import Entry

NOT_OWN = (
    "Quyết định này do cấp trên hoặc cơ quan khác ban hành nên không lập được văn bản của cơ quan mình từ đó. Nếu "
    "ghi nhầm, hãy sửa cấp và cơ quan ban hành trong văn bản rồi lập lại."
)
_ADDRESSES = ("Ông", "Bà", "Đồng chí")


@dataclass(frozen=True)
class GrantedRow:
    """A line of a decision's list. `order` runs through the whole list; `prize` in đồng: "1.520.000".

    `book_number` is its number in the book, and `order` begins with that of the first line where each follows on.
    """

    name: Text
    title: Text
    award: Text
    kind: Text
    achievement: Text
    book_number: Text
    prize: Text
    order: Text


@dataclass(frozen=True)
class GrantedGroup:
    """What is given, to how many of each kind, and to whom; `inline` names them where they are few.

    `giving` has the year of a title in it, `deed` what a form is given for (“đã có thành tích …”).
    """

    award: Text
    giving: Text
    counts: Text
    deed: Text
    inline: Text
    rows: tuple[GrantedRow, ...]


@dataclass(frozen=True)
class Granted:
    """All that a decision gives. `pairs`: each nomination with its award, None while it is only drafted."""

    document: Entry | None
    pairs: tuple[tuple[Entry, Entry | None], ...]

    @property
    def nominations(self) -> tuple[Entry, ...]:
        return tuple(nomination for nomination, _ in self.pairs)

    @property
    def awards(self) -> tuple[Entry, ...]:
        return tuple(award for _, award in self.pairs if award)


def granted(making: AwardMaking) -> Granted:
    """What the decision holds that the paper is about; for a round what is still to be decided, else its decision.

    Awards that were cancelled do not stand in it. Raises UserError when there is nothing to decide, when the round
    has several decisions, or when the decision is not the office's own.
    """
    waiting = (one for one in making.view.standing if one["state"] in DECIDABLE and _may_decide(making, one))
    drafted = voted_for(tuple(waiting)) if making.about.kind != "document" else ()
    if drafted:
        return Granted(None, tuple((one, None) for one in drafted))
    found = decided(making)
    if found is None:
        raise UserError(
            "Đợt này chưa có đề nghị nào thuộc thẩm quyền của phường để quyết định. "
            "Hãy xem lại kết quả họp Hội đồng, hoặc nhập quyết định của cấp trên khi có."
        )
    return found


def decided(making: AwardMaking) -> Granted | None:
    """What was given by the document that the paper is about, or by the round's one decision; None without one.

    Raises UserError when the round has several decisions.
    """
    if making.about.kind == "document":
        return _of_document(making, making.about.id)
    own = [award for award in making.view.awards if award["decision"] and _is_of_the_ward(making, award)]
    documents = list(dict.fromkeys(award["decision"] for award in own if award["state"] == "granted"))
    if len(documents) > 1:
        raise UserError("Đợt này có nhiều quyết định. Hãy chọn một quyết định rồi lập văn bản từ đó.")
    return _of_document(making, documents[0]) if documents else None


def groups(
    making: AwardMaking, found: Granted, paid: Mapping[str, int | None], *, few: int
) -> tuple[GrantedGroup, ...]:
    """What is given, in the order of the list; names stand inline where the whole decision has at most `few`.

    `paid`: what each nomination brings, as `amounts` gives it.
    """
    naming = Naming(making.words, making.view)
    award_of = {nomination.uid: award for nomination, award in found.pairs}
    by_uid = {nomination.uid: nomination for nomination in found.nominations}
    told = []
    gathered = [
        (group, [by_uid[row.name.key] for row in group.rows if isinstance(row.name, Sentence)])
        for group in naming.groups(found.nominations)
    ]
    order = _first_number([award_of[one.uid] for _, members in gathered for one in members])
    for group, members in gathered:
        numbered = enumerate(members, order)
        rows = tuple(granted_row(making, naming, one, award_of[one.uid], paid[one.uid], at) for at, one in numbered)
        order += len(members)
        inline = _inline(rows) if len(found.pairs) <= few else ""
        is_title = naming.is_title(members[0])
        giving = joined([group.giving, occasion(making)]) if is_title else group.giving
        told.append(GrantedGroup(group.award, giving, group.counts, "" if is_title else deed(making), inline, rows))
    return tuple(told)


def counts(making: AwardMaking, found: Granted) -> Counts:
    """How many are given something, of each kind."""
    return Naming(making.words, making.view).counts(found.nominations)


def granted_row(
    making: AwardMaking, naming: Naming, nomination: Entry, award: Entry | None, amount: int | None, order: int
) -> GrantedRow:
    """A line of the list: what the award says, and where there is none yet what was proposed. `amount` in đồng."""
    line = naming.row(nomination)
    prize = money(amount, award or nomination)
    if award is None:
        return GrantedRow(line.name, line.title, line.award, line.kind, line.achievement, "", prize, str(order))
    return GrantedRow(
        name=keyed(award.uid, recipient_name(making, naming, award) or line.name),
        title=_title(award) or line.title,
        award=line.award,
        kind=line.kind,
        achievement=making.words.value(award, "reason") or line.achievement,
        book_number=making.words.value(award, "book_number"),
        prize=prize,
        order=str(order),
    )


def recipient_name(making: AwardMaking, naming: Naming, award: Entry) -> Sentence:
    """The recipient as named then, with the form of address where the words do not have it."""
    for place, row in enumerate(award["recipients"]):
        if row["words"]:
            said = traced(row["words"], award.uid, f"recipients[{place}].words", "award")
            return joined([*_address(making, row["who"], row["words"]), said])
        if row["who"]:
            return naming.record(row["who"], award.day)
    return Sentence()


def _of_document(making: AwardMaking, document: int) -> Granted:
    awards = {one.id: one for one in making.view.awards if one["decision"] == document and one["state"] == "granted"}
    nominations = {one.id: one for one in making.view.nominations}
    pairs = [(nominations[award["nomination"]], award) for award in awards.values()]
    if not pairs:
        raise UserError("Quyết định này không còn khen thưởng nào đang có hiệu lực. Hãy chọn quyết định khác.")
    if document not in making.view.own_decisions:
        raise UserError(NOT_OWN)
    order = {one: place for place, one in enumerate(nominations)}
    pairs.sort(key=lambda pair: (_in_book(pair[1]), order[pair[0].id]))
    return Granted(making.view.related.get(document), tuple(pairs))


def _first_number(listed: Sequence[Entry | None]) -> int:
    """The order number of the first line: that in the book where every line's number follows on, else 1."""
    numbers = [award["book_number"] if award else "" for award in listed]
    if not numbers or not numbers[0].isdigit():
        return 1
    first = int(numbers[0])
    return first if numbers == [str(number) for number in range(first, first + len(numbers))] else 1


def _in_book(award: Entry) -> tuple[bool, int, str]:
    number = award["book_number"]
    return not number.isdigit(), int(number) if number.isdigit() else 0, number


def _may_decide(making: AwardMaking, nomination: Entry) -> bool:
    """Whether the ward decides on it: its own levels, and what has none, as what is only said in words."""
    chosen = making.view.award_type(nomination)
    return chosen is None or chosen["level"] in OWN_LEVELS


def _is_of_the_ward(making: AwardMaking, award: Entry) -> bool:
    nomination = making.view.by_id.get(award["nomination"])
    return nomination is not None and nomination["submission"] is None and _may_decide(making, nomination)


def _title(award: Entry) -> Text:
    row = next(iter(award["recipients"]), None)
    return traced(row["as_title"], award.uid, "recipients[0].as_title", "award") if row else ""


def _address(making: AwardMaking, who: int | None, words: str) -> Sequence[str]:
    person = making.view.nominees.get(who or 0)
    if person is None or person.kind != "person" or not person["address_form"]:
        return ()
    address = making.words.value(person, "address_form")
    return () if words.lower().startswith(person["address_form"].lower()) else (address, " ")


def _inline(rows: Sequence[GrantedRow]) -> Sentence:
    """“bà Nguyễn Thị Mai, tổ trưởng tổ dân phố số 16; tổ dân phố số 1”."""
    pieces: list[Piece] = []
    for row in rows:
        first, *rest = joined([row.name]).pieces
        small = spelt(first, first.lower()) if first in _ADDRESSES else inside_sentence(first)
        pieces += [*(["; "] if pieces else []), small, *rest, *([", ", row.title] if row.title else [])]
    return joined(pieces)


def inside_sentence(name: str) -> str:
    """A name inside a sentence: that of a unit or household begins small."""
    return spelt(name, inside(name))
