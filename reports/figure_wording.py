"""What was said of indicators and results, as sentences in the clerk's own words."""

from collections.abc import Iterable, Sequence

from reports.prints import Sentence, joined
from reports.sentences import Piece, capitalised, ended, listed, sentence
from reports.wording import Wording, lowered, traced
from ward.figures import show_claim, show_figure
from ward.periods import show_period
from ward.text import fold
from ward.year_figures import Line, Stated, Told

MISSING = "chưa có số liệu"
_AMOUNTS = ("tri gia", "gia tri", "kinh phi", "so tien", "tong", "dat ", "tang", "giam")
_PARTS = ("month", "quarter", "half", "day")


def line_sentence(words: Wording, line: Line) -> Sentence:
    """“Tội phạm hình sự: 19 vụ (kế hoạch: dưới 22 vụ), giảm 03 vụ so với cùng kỳ năm 2021.”"""
    return ended(capitalised(sentence(line_name(words, line), ": ", line_body(words, line))))


def result_clause(words: Wording, line: Line) -> Sentence:
    """A result inside the sentence of its record: “số mắt camera là 28 mắt”, “trị giá 1,8 tỷ đồng”.

    A name that the figure says again with its measure is left out: “5.000 suất quà”.
    """
    body = line_body(words, line)
    name = Sentence(tuple(lowered(piece) for piece in line_name(words, line).pieces))
    counted = fold(str(name)).removeprefix("so ")
    if not counted or counted in fold(str(body)):
        return sentence(body)
    known = any(told.figure.state == "known" for stated in line.now for told in stated.told)
    plain = fold(str(name)).startswith(_AMOUNTS)
    return sentence(name, " " if plain else " là " if known else ": ", body)


def line_name(words: Wording, line: Line) -> Sentence:
    """What the line is called, with its scope where that is not the ward itself."""
    if line.indicator:
        name: Piece = traced(line.indicator.name, line.indicator.uid, "name", "indicator")
    else:
        told = next(iter(line.all())).first
        name = traced(line.label, told.uid, "label", "figure")
    scope = scope_name(words, line)
    if not str(scope) or fold(str(scope)) in fold(str(name)):
        return joined([name])
    return joined([name, " (", scope, ")"]) if name else scope


def scope_name(words: Wording, line: Line) -> Sentence:
    """The units that the line is about, or the words for them; nothing for the ward that keeps the file."""
    keeper = words.view.keeper.unit if words.view.keeper else None
    units = [unit for unit in line.scope if unit != keeper]
    said: list[Piece] = [words.name(unit, words.view.day) for unit in units]
    if line.scope_words:
        told = next(iter(line.all())).first
        said.append(traced(line.scope_words, told.uid, "scope_words", "figure"))
    return listed(said)


def line_body(words: Wording, line: Line) -> Sentence:
    """What was said, with time, plan and the year before in brackets, then the clerk's comparisons."""
    shown = _shown(line)
    if not shown:
        return _planned(words, line)
    beside = _beside(words, line) if len(shown) == 1 else []
    said = [
        _stated(words, stated, beside if place == 0 else [], several=len(shown) > 1)
        for place, stated in enumerate(shown)
    ]
    return listed(said, last="; ", between="; ")


def figure_text(told: Told) -> str:
    """The figure in the clerk's words, with the measure where the words lack it."""
    return traced(show_figure(told.figure, "full"), told.uid, "words", "figure")


def claims_of(told: Told) -> list[Piece]:
    """The clerk's comparisons, but those that the figure's own words hold already."""
    held = fold(told.said.words)
    shown = [show_claim(claim).strip(" ,;.()") for claim in told.claims]
    return [
        traced(text, told.uid, f"claims[{place}]", "figure")
        for place, text in enumerate(shown)
        if text and fold(text) not in held
    ]


def source_text(words: Wording, told: Told) -> Sentence:
    """Who said it, in which document."""
    if told.said.source:
        named = words.view.names.of(told.said.source, told.said.said_on or words.view.day)
        said = words.citation(told.said.source, words.view.day) if named.kind == "document" else words.name(
            told.said.source, told.said.said_on or words.view.day
        )
        more = traced(told.said.source_words, told.uid, "source_words", "figure")
        return joined([said, ", ", more]) if more else said
    return joined([traced(told.said.source_words, told.uid, "source_words", "figure")])


def told_time(words: Wording, told: Told) -> str:
    """When the figure is of; "" where that is the time of the paper itself."""
    period = told.period
    if words.is_own_time(period.code, period.words) or not (period.code or period.words):
        return ""
    return traced(show_period(period), told.uid, "period", "figure")


def _shown(line: Line) -> Sequence[Stated]:
    """All times that were spoken of; months and quarters only where nothing covers the whole."""
    whole = [stated for stated in line.now if stated.first.period.kind not in _PARTS]
    return whole or line.now


def _stated(words: Wording, stated: Stated, beside: Sequence[Piece], *, several: bool) -> Sentence:
    if not stated.decided:
        said = [_one_of_several(words, told) for told in stated.told]
        return joined([listed(said, " hoặc "), " (chưa thống nhất)"])
    told = stated.first
    claims = claims_of(told)
    figure = told.figure
    value = "" if figure.state == "missing" and claims else figure_text(told)
    brackets: list[Piece] = [piece for piece in (told_time(words, told), _estimate(stated, value)) if piece]
    brackets += beside
    noted = joined([" (", listed(brackets, "; ", "; "), ")"]) if brackets else Sentence()
    if not value:
        first, *rest = claims
        return listed([joined([first, noted]), *rest], ", ")
    return listed([joined([value, noted]), *claims], ", ")


def _one_of_several(words: Wording, told: Told) -> Sentence:
    source = source_text(words, told)
    return joined([figure_text(told), " (theo ", source, ")"]) if str(source) else joined([figure_text(told)])


def _estimate(stated: Stated, value: str) -> str:
    said = stated.thing.role == "estimate" and "ước" not in value and "dự kiến" not in value
    return "ước thực hiện" if said else ""


def _beside(words: Wording, line: Line) -> list[Piece]:
    """The plan and the figure of the year before, as pieces for the brackets."""
    found: list[Piece] = []
    for title, column in (("kế hoạch: ", line.plan), (f"năm {words.view.years[0] - 1}: ", line.before)):
        known = [told for stated in column[:1] for told in stated.told if told.figure.state in ("known", "words")]
        if known:
            found.append(joined([title, listed([figure_text(told) for told in known], " hoặc ")]))
    return found


def _planned(words: Wording, line: Line) -> Sentence:
    """What is only planned so far: the plan stands, and that nothing was reported."""
    plan = [joined(["kế hoạch ", _stated(words, stated, [], several=False)]) for stated in line.plan]
    return joined([listed(plan, "; ", "; "), "; ", MISSING])


def sentences_of(words: Wording, lines: Iterable[Line]) -> tuple[Sentence, ...]:
    """One sentence for each line that has something done, estimated or planned."""
    return tuple(line_sentence(words, line) for line in lines if line.now or line.plan)
