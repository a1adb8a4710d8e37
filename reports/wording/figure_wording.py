"""What was said of indicators and results, as sentences in the clerk's own words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reports.prints import Sentence, joined
from reports.wording.sentences import Piece, capitalised, ended, keyed, listed, sentence
from reports.wording.wording import NOTHING, Wording, lowered, spelt, traced
from ward.figures import show_claim, show_figure
from ward.periods import show_period
from ward.text import fold
from ward.year_entries import Entry
from ward.year_figures import Line, Stated, Told

MISSING = "chưa có số liệu"
_AMOUNTS = ("tri gia", "gia tri", "kinh phi", "so tien", "tong", "dat ", "tang", "giam")
_CLASSIFIERS = ("chiếc", "cái", "suất", "bộ", "con", "cây")
_THINGS = (
    "bình chữa cháy", "bình nước", "bò", "camera", "cặp sách", "chăn bông", "chổi", "dê", "đèn", "điện thoại", "gà",
    "ghế", "giường", "hoa", "học bổng", "khẩu trang", "laptop", "loa", "lợn", "máy", "mũ", "pa nô", "phao", "quà",
    "quạt", "quần áo", "sách", "thùng", "ti vi", "tivi", "trâu", "tủ", "vịt", "xe",
)  # fmt: skip
"""Words that begin the name of things that are counted with a classifier, and nothing that is done with them."""
_PARTS = ("month", "quarter", "half", "day")


@dataclass(frozen=True)
class _Context:
    """Where a figure is said: the words of the view, what its line is called, a time not to be repeated."""

    words: Wording
    name: Sentence = NOTHING
    own_period: str = ""


_Body = Callable[[Wording, Line, _Context], Sentence]


def line_sentence(words: Wording, line: Line) -> Sentence:
    """“Tội phạm hình sự: 19 vụ (kế hoạch: dưới 22 vụ), giảm 03 vụ so với cùng kỳ năm 2021.”"""
    said = sentence(line_name(words, line), ": ", line_body(words, line))
    return keyed(line_key(words, line), ended(capitalised(said)))


def line_key(words: Wording, line: Line) -> str:
    """What tells a line from the others of a list, whichever of its statements is printed."""
    named = line.indicator.uid if line.indicator else fold(line.label)
    units = [words.view.names.uid(record) for record in (line.about, *line.scope) if record]
    return "/".join((named, *units, *filter(None, [fold(line.scope_words)]))) or line.first.uid


def sentences_of(words: Wording, lines: Iterable[Line]) -> tuple[Sentence, ...]:
    """One sentence for each line that has something done, estimated or planned."""
    return tuple(line_sentence(words, line) for line in lines if line.now or line.plan)


def result_clauses(words: Wording, entry: Entry, told: str = "") -> list[Sentence]:
    """The results of a record that were reported: “28 mắt camera”, “trị giá 1,8 tỷ đồng”, “số hộ là 12 hộ”.

    Figures that the text `told` names already are left out.
    """
    known = fold(told)
    lines = [line for line in words.view.results_of(entry) if line.now]
    lines = [line for line in lines if not told or fold(figure_text(line.now[0].first)) not in known]
    return [_clause(words, line, entry.values.get("period", ""), line_body) for line in lines]


def aim_clauses(words: Wording, entry: Entry) -> list[Sentence]:
    """What was only planned for a record: “bình chữa cháy của mỗi hộ: tối thiểu 01 bình/hộ”."""
    lines = [line for line in words.view.results_of(entry) if line.plan and not line.now]
    return [_clause(words, line, entry.values.get("period", ""), _aim) for line in lines]


def line_name(words: Wording, line: Line) -> Sentence:
    """What the line is called, with its scope where that is not the ward itself."""
    if line.indicator:
        name: Piece = traced(line.indicator.name, line.indicator.uid, "name", "indicator")
    else:
        name = traced(line.label, line.first.uid, "label", "figure")
    scope = scope_name(words, line)
    if not str(scope) or fold(str(scope)) in fold(str(name)):
        return joined([name])
    return joined([name, " (", scope, ")"]) if name else scope


def scope_name(words: Wording, line: Line) -> Sentence:
    """The units that the line is about, or the words for them; nothing for the ward or body that keeps the file."""
    named = [words.name(unit, words.view.day) for unit in line.scope if not words.is_keeper(unit)]
    said: list[Piece] = [name for name in named if not words.is_keeping_body(str(name))]
    if line.scope_words and not words.is_keeping_body(line.scope_words):
        said.append(traced(line.scope_words, line.first.uid, "scope_words", "figure"))
    return listed(said)


def line_body(words: Wording, line: Line, context: _Context | None = None) -> Sentence:
    """What was said, with time, plan and the year before in brackets, then the clerk's comparisons."""
    inside = context or _Context(words)
    shown = _shown(line)
    if not shown:
        return joined([_planned(inside, line), "; ", MISSING])
    beside = _beside(words, line) if len(shown) == 1 else []
    said = [_stated(inside, stated, beside if place == 0 else []) for place, stated in enumerate(shown)]
    return listed(said, last="; ", between="; ")


def figure_text(told: Told) -> str:
    """The figure in the clerk's words, with the measure where the words lack it."""
    return traced(show_figure(told.figure, "full"), told.uid, "words", "figure")


def claims_of(told: Told) -> list[Piece]:
    """The clerk's comparisons, but those that the figure's own words hold already.

    One in brackets stays with the one before it: “giảm 12 vụ (27,9%) so với cùng kỳ”.
    """
    held = fold(told.said.words)
    found: list[Piece] = []
    for place, claim in enumerate(told.claims):
        text = _unbracketed(show_claim(claim).strip(" ,;."))
        if not text or fold(text) in held:
            continue
        piece = traced(text, told.uid, f"claims[{place}]", "figure")
        goes_on = found and text.startswith("(")
        found.append(joined([found.pop(), " ", piece]) if goes_on else piece)
    return found


def _unbracketed(text: str) -> str:
    """Words without the brackets around them, or those that have no other half."""
    if text.startswith("(") and text.endswith(")") and "(" not in text[1:]:
        return text[1:-1].strip()
    if text.count("(") == text.count(")"):
        return text
    return text.removeprefix("(") if text.count("(") > text.count(")") else text.removesuffix(")")


def source_text(words: Wording, told: Told) -> Sentence:
    """Who said it, in which document."""
    more = traced(told.said.source_words, told.uid, "source_words", "figure")
    if not told.said.source:
        return joined([more])
    day = told.said.said_on or words.view.day
    is_document = words.view.names.of(told.said.source, day).kind == "document"
    said = words.citation(told.said.source, day) if is_document else words.name(told.said.source, day)
    return joined([said, ", ", more]) if more else said


def told_time(words: Wording, told: Told, own_period: str = "") -> str:
    """When the figure is of; "" where that is the time of the paper itself, or of the record it is about."""
    period = told.period
    if words.is_own_time(period.code, period.words) or (period.code and period.code == own_period):
        return ""
    return traced(lowered(show_period(period)), told.uid, "period", "figure")


def _clause(words: Wording, line: Line, own_period: str, body_of: _Body) -> Sentence:
    name = Sentence(tuple(lowered(piece) for piece in line_name(words, line).pieces))
    body = body_of(words, line, _Context(words, name, own_period))
    counted = fold(str(name)).removeprefix("so ")
    if not counted or counted in fold(str(body)):
        return sentence(body)
    known = any(told.figure.state == "known" for stated in line.now for told in stated.told)
    plain = fold(str(name)).startswith(_AMOUNTS) or line.first.figure.measure.endswith("đồng")
    return sentence(name, " " if plain else " là " if known else ": ", body)


def _shown(line: Line) -> Sequence[Stated]:
    """All times that were spoken of; months and quarters only where nothing covers the whole."""
    whole = [stated for stated in line.now if stated.first.period.kind not in _PARTS]
    return whole or line.now


def _stated(context: _Context, stated: Stated, beside: Sequence[Piece]) -> Sentence:
    """One statement; all of them with who said so where they disagree; the comparisons where there is no figure."""
    if not stated.decided:
        said = [_one_of_several(context.words, told) for told in stated.told]
        return joined([listed(said, " hoặc "), " (chưa thống nhất)"])
    told = stated.first
    claims = claims_of(told)
    value = "" if told.figure.state == "missing" and claims else figure_text(told)
    time = told_time(context.words, told, context.own_period)
    brackets = [piece for piece in (time, _estimate(stated, value), *beside) if piece]
    said_first = [*_going_on(value, context.name)] if value else [claims.pop(0)]
    return listed([joined([*said_first, *in_brackets(brackets)]), *claims], ", ")


def in_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """“ (a; b)”; what has brackets of its own stands behind a comma instead."""
    said = [piece for piece in pieces if str(piece)]
    if any("(" in str(piece) for piece in said):
        return [", ", listed(said, ", ")]
    return [" (", listed(said, "; ", "; "), ")"] if said else []


def _going_on(value: str, name: Sentence) -> list[Piece]:
    """The figure and what of the name goes on from its measure: “28 mắt”, “mắt camera” is “28 mắt camera”.

    A thing follows its classifier: “20 chiếc”, “xe lăn” is “20 chiếc xe lăn”.
    """
    said = fold(value).split()
    first = next((piece for piece in name.pieces if piece), "")
    skipped = 1 if fold(first).startswith("so ") else 0
    called = fold(first).split()[skipped:]
    for size in range(min(len(said), len(called)), 0, -1):
        if said[-size:] == called[:size] and not any(word[:1].isdigit() for word in called[:size]):
            rest = " ".join(first.split()[size + skipped :])
            return [value, *([" ", spelt(first, rest)] if rest else []), *name.pieces[1:]]
    thing = " ".join(first.split()[skipped:])
    if _counts(value) and f"{thing.lower()} ".startswith(tuple(f"{one} " for one in _THINGS)):
        return [value, " ", spelt(first, thing[0].lower() + thing[1:]), *name.pieces[1:]]
    return [value]


def _counts(value: str) -> bool:
    """Whether a figure ends with a number of pieces: “hơn 20 chiếc”, but not “01 chiếc/hộ”."""
    said = value.lower().split()
    return len(said) > 1 and said[-1] in _CLASSIFIERS and said[-2][:1].isdigit()


def _one_of_several(words: Wording, told: Told) -> Sentence:
    source = source_text(words, told)
    return joined([figure_text(told), " (theo ", source, ")"]) if str(source) else joined([figure_text(told)])


def _estimate(stated: Stated, value: str) -> str:
    said = stated.thing.role == "estimate" and "ước" not in value and "dự kiến" not in value
    return traced("ước thực hiện", stated.first.uid, "role", "figure") if said else ""


def _beside(words: Wording, line: Line) -> list[Piece]:
    """The plan and the figure of the year before, as pieces for the brackets."""
    found: list[Piece] = []
    for title, column in (("kế hoạch: ", line.plan), (f"năm {words.view.years[0] - 1}: ", line.before)):
        known = [told for stated in column[:1] for told in stated.told if told.figure.state in ("known", "words")]
        if known:
            found.append(joined([title, listed([figure_text(told) for told in known], " hoặc ")]))
    return found


def _planned(context: _Context, line: Line) -> Sentence:
    return listed([joined(["kế hoạch ", _stated(context, stated, [])]) for stated in line.plan], "; ", "; ")


def _aim(words: Wording, line: Line, context: _Context) -> Sentence:
    return listed([_stated(context, stated, []) for stated in line.plan], "; ", "; ")
