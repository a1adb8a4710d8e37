"""Reading typed text into a Figure, or asking: nothing is guessed and nothing typed is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from ward.errors import UserError
from ward.figures import lexicon
from ward.figures.amounts import Amount, read_amount
from ward.figures.lexicon import is_measure, leading, measure_of, plain, split_scale
from ward.figures.numerals import as_pair, times_ten
from ward.figures.spelled import read_spelled
from ward.figures.values import Figure, FigureQuestion, Shape
from ward.text import nfc

_LONGEST = 300


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
    return figure if figure else _choose(_drafted(words, read), nfc(measure))


@dataclass(frozen=True)
class _Draft:
    """What was found in the text before its doubts are settled; `doubt` is "" or the sentence that asks."""

    words: str
    shape: Shape
    amounts: tuple[Amount, ...] = ()
    measure: str = ""
    qualifier: str = ""
    qualifier_after: str = ""
    doubt: str = ""
    span: tuple[int, int] = (0, 0)


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
    if not found or not is_measure(rest):
        return
    reading = Figure(value=found.values[0], measure=measure_of(rest) or measure, qualifier=qualifier, words=words)
    raise FigureQuestion(f"“{words}”: có ghi thành số không?", (start, end), (reading, _as_words(words, measure)))


def _drafted(words: str, read: str) -> _Draft:
    """Find the parts of a text that holds digits."""
    qualifier, rank, start = leading(read)
    from_to = re.compile(r"từ\s+").match(read, start)
    start = from_to.end() if from_to else start
    first = read_amount(read, start)
    shape: Shape = "rank" if rank else "number"
    if first is None:
        return _led_by_other_words(words, read, start)
    if first.end < len(read) and not re.match(r"[\s/%‰–.-]|[^\W\d_]|[²³°(,;:]", read[first.end]):
        return _Draft(words, shape, doubt=_UNREADABLE, span=(first.end, len(words)))
    draft = _Draft(words, shape, (first,), qualifier=qualifier)
    return _second(draft, read, first) or _with_measure(draft, first.end)


_COMPARISON = "hãy ghi phần so sánh vào ô so sánh, ở đây chỉ ghi số liệu."
_UNREADABLE = "chưa hiểu được. Hãy ghi lại chỉ một số liệu, hoặc giữ nguyên bằng chữ."


def _led_by_other_words(words: str, read: str, start: int) -> _Draft:
    """Draft text whose number does not come first: "toàn phường có 24 tổ", "(5)", "- 5 hộ"."""
    bracketed = re.fullmatch(r"\((?P<inner>.+)\)", read)
    dashed = re.match(r"-\s+(?=[0-9])", read)
    at = 1 if bracketed else dashed.end() if dashed else next(i for i, char in enumerate(read) if char.isdigit())
    amount = read_amount(read, at)
    end = len(words) - 1 if bracketed else len(words)
    if lexicon.claim_start().match(read):
        return _Draft(words, "number", doubt=_COMPARISON, span=(0, len(words)))
    if amount is None:
        return _Draft(words, "number", doubt=_UNREADABLE, span=(start, len(words)))
    if bracketed or dashed:
        values = tuple(value for plus in amount.values for value in (plus, plus.copy_negate()) if value or value is plus)
        asked = "là số âm phải không?" if bracketed else "dấu “-” là số âm hay gạch đầu dòng?"
        draft = _with_measure(_Draft(words, "number", (amount._replace(values=values),)), amount.end, end)
        return replace(draft, doubt=draft.doubt or asked, span=(0, len(words)))
    before = plain(words[:at])
    qualifier = next((word for word in sorted(lexicon.SENSES, key=len, reverse=True) if _ends(before, word)), "")
    draft = _Draft(words, "number", (amount,), qualifier=qualifier)
    draft = _second(draft, read, amount) or _with_measure(draft, amount.end)
    return replace(draft, doubt=draft.doubt or "có chữ đứng trước số. Số liệu có đúng như dưới đây?", span=(0, at))


def _ends(before: str, word: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}\s*$", before))


def _second(draft: _Draft, read: str, first: Amount) -> _Draft | None:
    """Draft a ratio, rank or range: text with a second number that belongs to the first; None otherwise."""
    if is_measure(draft.words[first.end :].strip()):
        return None
    noun = r"\s*(?P<noun>%|[^\W\d][^0-9/,;()]{0,40}?)?\s*"
    share = rf"{noun}(?P<sign>/|(?<=\s)trên tổng số|trong tổng số|trong số|(?<=\s)trên)\s*(?=[0-9])"
    until = rf"{noun}(?P<sign>-|đến|tới)\s*(?=-?[0-9])"
    for pattern in (share, until):
        match = re.compile(pattern).match(read, first.end)
        second = read_amount(read, match.end()) if match else None
        apart = pattern is until and match and match["noun"] not in (None, "%") and second and second.end == len(read)
        if match and second and not apart:
            drafted = replace(draft, amounts=(first, second), shape=_shape(draft.shape, pattern is until))
            return _with_both(drafted, read, draft.words[slice(*match.span("noun"))] if match["noun"] else "")
    return None


def _shape(shape: Shape, is_range: bool) -> Shape:
    if is_range:
        return "range"
    return "rank" if shape == "rank" else "ratio"


def _with_both(draft: _Draft, read: str, noun: str) -> _Draft:
    """Complete a draft of two numbers: their nouns must be one, and a range must rise."""
    first, second = draft.amounts
    draft = _with_measure(draft, second.end)
    one, other = measure_of(noun), draft.measure
    if one and other and plain(one) != plain(other):
        asked = f"“{one}” và “{other}” là hai đơn vị khác nhau, không phải một số liệu. Hãy ghi thành hai chỉ tiêu."
        return replace(draft, amounts=(), doubt=asked, span=(first.start, second.end))
    draft = replace(draft, measure=one or other)
    if draft.shape != "range":
        return draft
    if second.scaled and not first.scaled and not one:
        raised = _raised(first, read, second)
        draft = replace(draft, amounts=(raised, second))
        first = raised
    rising = first.values and second.values and first.values[0] <= second.values[0]
    if rising or draft.doubt:
        return draft
    asked = "số sau nhỏ hơn số trước. Hãy ghi khoảng từ nhỏ đến lớn, hoặc ghi rõ từng số."
    return replace(draft, amounts=(), doubt=asked, span=(first.start, second.end))


def _raised(first: Amount, read: str, second: Amount) -> Amount:
    """Give the first number the scale of the second: "1,5 đến 2 tỷ" is "1,5 tỷ đến 2 tỷ"."""
    bare = re.compile(r"[0-9.,]*[0-9]").match(read, second.start)
    return read_amount(read[first.start : first.end] + read[bare.end() : second.end]) or first if bare else first


def _with_measure(draft: _Draft, start: int, end: int | None = None) -> _Draft:
    """Complete a draft by what follows its last number: the measure, "trở lên", "(ước)"."""
    typed = draft.words[start:end].strip(" .,;")
    after = re.search(rf"(?:^|\s)({'|'.join(lexicon.AFTER)})$", plain(typed))
    if after:
        draft = replace(draft, qualifier_after=after[1])
        typed = typed[: after.start()].strip()
    estimate = re.search(r"\s*\((ước(?: tính| đạt| thực hiện)?|dự kiến)\)$", plain(typed))
    if estimate and not draft.qualifier:
        draft = replace(draft, qualifier=estimate[1].removesuffix(" đạt").removesuffix(" thực hiện"))
        typed = typed[: estimate.start()].strip()
    if is_measure(typed):
        return replace(draft, measure=measure_of(typed))
    asked = "phần sau số chưa hiểu được. Hãy ghi lại, hoặc giữ nguyên bằng chữ."
    if lexicon.claim_start().search(plain(typed)):
        asked = _COMPARISON
    measure = _likely_measure(typed)
    kept = draft.amounts if measure is not None else ()
    return replace(draft, amounts=kept, measure=measure or "", doubt=asked, span=(start, len(draft.words)))


def _likely_measure(typed: str) -> str | None:
    """Give the measure that stands at the head of longer words, None when there is no telling."""
    claim = lexicon.claim_start().search(plain(typed))
    head = typed[: claim.start()] if claim else re.split(r"[,;:(]", typed)[0]
    rest = "" if claim else typed[len(head) :]
    head = head.rstrip(" ,;(–-")
    if is_measure(head) and not any(char.isdigit() for char in rest):
        return measure_of(head)
    return typed if re.fullmatch(r"[^\W\d][^0-9,;:()/]*\s[^\W\d_]+-?[0-9]{1,2}", typed) else None


def _choose(draft: _Draft, measure: str) -> Figure:
    """Give the one figure a draft means, or ask which."""
    amounts = tuple(_decimal_percent(amount, draft.measure) for amount in draft.amounts)
    doubtful = next((amount for amount in amounts if amount.doubt), None)
    if not draft.doubt and not doubtful:
        return _settled(draft, amounts, tuple(amount.values[0] for amount in amounts), measure)
    readings = tuple(
        _settled(draft, amounts, values, measure) for values in product(*(amount.values for amount in amounts)) if values
    )
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


def _settled(draft: _Draft, amounts: tuple[Amount, ...], values: tuple[Decimal, ...], measure: str) -> Figure:
    """Make the figure of these values, in the indicator's measure and scale where they fit."""
    typed = draft.measure
    power, noun = split_scale(measure)
    fits = plain(typed) == plain(noun) if typed else any(amount.scaled for amount in amounts)
    if plain(typed) == plain(measure):
        typed = measure
    elif power and fits:
        values, typed = tuple(times_ten(value, -power) for value in values), measure
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


def _is_rank(measure: str) -> bool:
    return bool(re.match(r"(?:thứ )?hạng|xếp (?:hạng|thứ)|thứ tự|vị trí|thứ bậc", plain(measure)))


def _as_words(words: str, measure: str) -> Figure:
    return Figure("words", measure=measure, words=words)
