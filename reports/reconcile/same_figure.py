"""The same figure says the same everywhere: within a paper and across papers, in Word and in Excel."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reports.reconcile.opened import FIGURE, OpenedPaper, PaperFinding, Value, is_same, plain
from ward.errors import UserError
from ward.exact import EXACT
from ward.figures import Figure, parse_figure, show_number
from ward.figures.bounds import bounds_of, in_base
from ward.text import fold

_COUNTS = ("collectives", "persons", "households", "recipients")
Placed = tuple[OpenedPaper, Value]


def different_figures(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Values of one record and field that do not say the same; each against one that is as it was printed."""
    for told in _by_source(papers).values():
        standard = next((one for one in told if not one[1].is_touched), told[0])
        seen: set[str] = set()  # papers of which a place was told that nobody touched: one is enough
        for one in told:
            paper, value = one
            if one is standard or (paper.name in seen and not value.is_touched) or _same(standard, one):
                continue
            if not value.is_touched:
                seen.add(paper.name)
            yield _finding(standard, one)


def _by_source(papers: Sequence[OpenedPaper]) -> dict[tuple[str, str], list[Placed]]:
    found: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for paper in papers:
        for value in paper.values:
            is_figure = value.what == FIGURE and value.field == "words"
            if value.text is not None and value.record and (is_figure or value.field in _COUNTS):
                found[value.record, value.field].append((paper, value))
    return found


def _same(one: Placed, other: Placed) -> bool:
    """Two untouched values of one paper come from one reading of the book and never disagree."""
    if one[0] is other[0] and not one[1].is_touched and not other[1].is_touched:
        return True
    return says_the_same(one[1], other[1])


def says_the_same(one: Value, other: Value) -> bool:
    """Whether two places state the same figure: the same number, measure and qualifiers.

    A number that was typed into a cell has no qualifier: it must lie within what the words allow.
    """
    typed = [value for value in (one, other) if value.number is not None and value.is_touched]
    if not typed and is_same(_words(one).casefold(), _words(other).casefold()):
        return True
    first, second = figure_of(one), figure_of(other)
    if first is None or second is None:
        return False
    if len(typed) == 1 and first.value is not None and second.value is not None:
        number, words = (first, second) if typed[0] is one else (second, first)
        return _allows(words, number)
    return _parts(first) == _parts(second) and _measures_meet(first, second)


def figure_of(value: Value) -> Figure | None:
    """The figure that a place states now; None where its words cannot be read surely."""
    figure = _read(_words(value))
    if figure is None or value.number is None or not value.is_touched:
        return figure
    if figure.value is None or not value.printed_number:
        return replace(figure, state="known", shape="number", value=value.number, value_to=None, out_of=None)
    scale = EXACT.divide(figure.value, value.printed_number)
    return Figure(value=EXACT.multiply(value.number, scale), measure=figure.measure)


def shown(value: Value) -> str:
    """What stands there, as the clerk sees it: the words, or the number of a cell."""
    if value.number is not None and value.is_touched:
        return show_number(value.number)
    return plain(_words(value))


def _words(value: Value) -> str:
    """A cell with its number says what the words said that were printed as that number."""
    return value.printed if value.number is not None else value.text or ""


def _read(words: str) -> Figure | None:
    try:
        return parse_figure(words)
    except UserError:
        return None


def _parts(figure: Figure) -> tuple[object, ...]:
    numbers = tuple(
        None if number is None else in_base(number, figure.measure)
        for number in (figure.value, figure.value_to, figure.out_of)
    )
    words = figure.words if figure.state == "words" else ""
    return figure.state, numbers, fold(figure.qualifier), fold(figure.qualifier_after), fold(words)


def _measures_meet(one: Figure, other: Figure) -> bool:
    return not one.measure or not other.measure or _bare(one) == _bare(other)


def _bare(figure: Figure) -> str:
    words = fold(figure.measure).split()
    return " ".join(word for word in words if word not in ("nghin", "ngan", "trieu", "ty", "van"))


def _allows(words: Figure, number: Figure) -> bool:
    assert number.value is not None
    low, high = bounds_of(words)
    return low <= in_base(number.value, number.measure) <= high


def _finding(standard: Placed, one: Placed) -> PaperFinding:
    (paper, value), (other, printed) = one, standard
    where = printed.place if other is paper else f"{printed.place} của “{other.name}”"
    here, there = shown(value), shown(printed)
    advice = (
        "Số ở đây đã được gõ tay: hãy sửa bản ghi nếu số gõ là đúng, nếu không hãy cập nhật số liệu."
        if value.is_touched
        else "Hãy cập nhật số liệu của văn bản lập trước rồi đối chiếu lại."
    )
    sentence = f"Cùng một số liệu mà ở đây là “{here}”, còn ở {where} là “{there}”. {advice}"
    return PaperFinding(
        "figure", paper.name, value.place, sentence, (here, there), value.record, value.field, value.id
    )


def amount(text: str) -> Decimal | None:
    """The number of a short text such as “03” or “1.248 hộ”; None when it is none or has several readings."""
    figure = _read(text)
    return figure.value if figure and figure.state == "known" and figure.shape == "number" else None
