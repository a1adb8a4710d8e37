"""Reading typed text into a Figure, or asking: nothing is guessed and nothing typed is lost."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product

from ward.errors import UserError
from ward.exact import EXACT, as_pair, times_ten
from ward.figures import lexicon
from ward.figures.amounts import Amount, read_amount
from ward.figures.drafting import Draft, drafted
from ward.figures.lexicon import is_measure, leading, measure_of, split_scale
from ward.figures.spelled import read_spelled
from ward.figures.values import Figure, FigureQuestion, Shape
from ward.text import nfc, plain

_LONGEST = 300
_NO_COUNT = r"(?:nửa|phần|ít|chút|nay|trước|ngoái|sau|qua|tới|học)(?!\w)"
"""After these "một", "ba" or "năm" is no count: "một nửa", "ba phần tư", "năm ngoái"."""


def parse_figure(text: str, *, measure: str = "") -> Figure:
    """Read one figure as the clerk typed it; `measure` is the indicator's, used when none was typed.

    A measure with a scale ("triệu đồng") takes the number in its scale: "1,8 tỷ đồng" is 1800 of them.

    Raises:
        FigureQuestion: the text has several readings, or digits that cannot be read as one figure; the
            last reading always keeps it as words.
        UserError: a number of more than 18 digits, or a text too long for a figure.
    """
    words = nfc(text)
    if len(words) > _LONGEST:
        raise UserError("Số liệu này quá dài. Hãy ghi số vào đây, còn phần thuyết minh ghi vào đoạn văn.")
    read = plain(words)
    figure = _without_digits(words, read, nfc(measure))
    return figure if figure else _choose(drafted(words, read), nfc(measure))


def _without_digits(words: str, read: str, measure: str) -> Figure | None:
    """Give the figure of text that holds no number to read, None when there is one."""
    said = read.rstrip(" .!") if read.strip(" .…") else read
    if re.fullmatch(lexicon.MISSING, said):
        return Figure("missing", measure=measure, words=words)
    if re.fullmatch(lexicon.NOT_APPLICABLE, said):
        return Figure("not_applicable", measure=measure, words=words)
    if re.fullmatch(lexicon.ZERO, said):
        return Figure(value=Decimal(0), measure=measure, words=words)
    none_of = re.fullmatch(lexicon.NONE_OF, said)
    if none_of:
        return Figure(value=Decimal(0), measure=words[slice(*none_of.span("measure"))], words=words)
    if said in ("n/a", "na", "#n/a"):
        readings = (Figure("missing", words=words), Figure("not_applicable", words=words))
        raise FigureQuestion(f"“{words}”: chưa có số liệu, hay không áp dụng?", (0, len(words)), readings)
    if any(char.isdigit() for char in read):
        return None
    vague = re.fullmatch(lexicon.VAGUE, said)
    if vague:
        typed = words[slice(*vague.span("measure"))] if vague["measure"] else ""
        return Figure("words", measure=typed or measure, qualifier=vague["vague"], words=words)
    _ask_spelled(words, read, measure)
    return Figure("words", measure=measure, words=words)


def _ask_spelled(words: str, read: str, measure: str) -> None:
    """Ask about a number written out ("hai hộ"): as a number, or kept as words."""
    qualifier, _, start = leading(read)
    spelled = read_spelled(read, start)
    if not spelled:
        return
    number, end = spelled
    found = read_amount(f"{number}{read[end:]}")
    rest = words[len(words) - len(read[end:]) + (found.end - len(str(number))) :].strip() if found else ""
    if not found or not is_measure(rest) or re.match(_NO_COUNT, plain(rest)):
        return
    reading = Figure(value=found.values[0], measure=measure_of(rest) or measure, qualifier=qualifier, words=words)
    raise FigureQuestion(
        f"“{words[start:end].strip()}”: có ghi thành số không?", (start, end), (reading, _as_words(words, measure))
    )


def _choose(draft: Draft, measure: str) -> Figure:
    """Give the one figure a draft means, or ask which."""
    amounts = tuple(_decimal_percent(amount, draft.measure) for amount in draft.amounts)
    doubtful = next((amount for amount in amounts if amount.doubt), None)
    if not draft.doubt and not doubtful:
        return _settled(draft, amounts, tuple(amount.values[0] for amount in amounts), measure)
    choices = [values for values in product(*(amount.values for amount in amounts)) if values]
    readings = tuple(_settled(draft, amounts, values, measure) for values in choices)
    asked, span = draft.doubt, draft.span
    if not asked and doubtful:
        asked, span = doubtful.doubt, (doubtful.start, doubtful.end)
    shown = f"“{draft.words[slice(*span)].strip()}”: {asked}"
    raise FigureQuestion(shown, span, (*readings, _as_words(draft.words, measure)))


def _decimal_percent(amount: Amount, measure: str) -> Amount:
    """Settle "78,947%": no percentage is meant in thousands."""
    if measure in ("%", "‰", "điểm %") and len(amount.values) == 2 and amount.power == -3 and not amount.scaled:
        return amount._replace(values=amount.values[:1], doubt="")
    return amount


def _settled(draft: Draft, amounts: tuple[Amount, ...], values: tuple[Decimal, ...], measure: str) -> Figure:
    """Make the figure of these values, in the indicator's measure and scale where they fit."""
    typed = draft.measure
    power, noun = split_scale(measure)
    fits = plain(typed) == plain(noun) if typed else any(amount.scaled for amount in amounts)
    if plain(typed) == plain(measure):
        typed = measure
    elif power and fits:
        pairs = zip(values, amounts, strict=True)
        values, typed = tuple(_rescaled(value, power, amount) for value, amount in pairs), measure
    for value in values:
        as_pair(value)
    shape: Shape = "rank" if draft.shape in ("number", "ratio") and _is_rank(measure) else draft.shape
    return Figure(
        shape=shape,
        value=values[0],
        value_to=values[1] if shape == "range" else None,
        out_of=values[1] if shape in ("ratio", "rank") and len(values) > 1 else None,
        measure=typed or measure,
        qualifier=draft.qualifier,
        qualifier_after=draft.qualifier_after,
        words=draft.words,
    )


def _rescaled(value: Decimal, power: int, amount: Amount) -> Decimal:
    """Give a value in units of 10**power, with the decimals that were said: "30,50 triệu" stays 30,50."""
    moved = times_ten(value, -power)
    said = min(0, amount.power - power)
    return moved.quantize(Decimal(1).scaleb(said), context=EXACT) if amount.scaled else moved


def _is_rank(measure: str) -> bool:
    return bool(re.match(r"(?:thứ )?hạng|xếp (?:hạng|thứ)|thứ tự|vị trí|thứ bậc", plain(measure)))


def _as_words(words: str, measure: str) -> Figure:
    return Figure("words", measure=measure, words=words)
