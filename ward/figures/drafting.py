"""Finding the parts of a figure in text: qualifiers, one or two numbers, the measure, and what is doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ward.figures import lexicon
from ward.figures.amounts import Amount, read_amount
from ward.figures.lexicon import is_measure, leading, measure_of
from ward.figures.values import Shape
from ward.text import plain

_COMPARISON = "hãy ghi phần so sánh vào ô so sánh, ở đây chỉ ghi số liệu."
_UNREADABLE = "chưa hiểu được. Hãy ghi lại chỉ một số liệu, hoặc giữ nguyên bằng chữ."


@dataclass(frozen=True)
class Draft:
    """What was found in the text before its doubts are settled; `doubt` is "" or the sentence that asks."""

    words: str
    shape: Shape
    amounts: tuple[Amount, ...] = ()
    measure: str = ""
    qualifier: str = ""
    qualifier_after: str = ""
    doubt: str = ""
    span: tuple[int, int] = (0, 0)


def drafted(words: str, read: str) -> Draft:
    """Find the parts of a text that holds digits."""
    qualifier, rank, start = leading(read)
    from_to = re.compile(r"từ\s+").match(read, start)
    start = from_to.end() if from_to else start
    first = read_amount(read, start)
    shape: Shape = "rank" if rank else "number"
    if first is None:
        return _led_by_other_words(words, read, start)
    if first.end < len(read) and not re.match(r"[\s/%‰–.-]|[^\W\d_]|[²³°(,;:]", read[first.end]):
        return Draft(words, shape, doubt=_UNREADABLE, span=(first.end, len(words)))
    draft = Draft(words, shape, (first,), qualifier=qualifier)
    return _second(draft, read, first) or _with_measure(draft, first.end)


def _led_by_other_words(words: str, read: str, start: int) -> Draft:
    """Draft text whose number does not come first: "toàn phường có 24 tổ", "(5)", "- 5 hộ"."""
    bracketed = re.fullmatch(r"\((?P<inner>.+)\)", read)
    dashed = re.match(r"-\s+(?=[0-9])", read)
    at = 1 if bracketed else dashed.end() if dashed else next(i for i, char in enumerate(read) if char.isdigit())
    amount = read_amount(read, at)
    end = len(words) - 1 if bracketed else len(words)
    if lexicon.claim_start().match(read):
        return Draft(words, "number", doubt=_COMPARISON, span=(0, len(words)))
    if amount is None:
        return Draft(words, "number", doubt=_UNREADABLE, span=(start, len(words)))
    if bracketed or dashed:
        signed = [value for plus in amount.values for value in (plus, plus.copy_negate())]
        values = tuple(value for value in signed if value or not value.is_signed())
        asked = "là số âm phải không?" if bracketed else "dấu “-” là số âm hay gạch đầu dòng?"
        draft = _with_measure(Draft(words, "number", (amount._replace(values=values),)), amount.end, end)
        return replace(draft, doubt=draft.doubt or asked, span=(0, len(words)))
    before = plain(words[:at])
    qualifier = next((word for word in sorted(lexicon.SENSES, key=len, reverse=True) if _ends(before, word)), "")
    draft = Draft(words, "number", (amount,), qualifier=qualifier)
    draft = _second(draft, read, amount) or _with_measure(draft, amount.end)
    return replace(draft, doubt=draft.doubt or "có chữ đứng trước số. Số liệu có đúng như dưới đây?", span=(0, at))


def _ends(before: str, word: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}\s*$", before))


def _second(draft: Draft, read: str, first: Amount) -> Draft | None:
    """Draft a ratio, rank or range: text with a second number that belongs to the first; None otherwise."""
    if is_measure(draft.words[first.end :].strip()):
        return None
    noun = r"\s*(?P<noun>%|[^\W\d][^0-9/,;()]{0,40}?)??\s*"
    share = rf"{noun}(?P<sign>/|(?<=\s)trên tổng số|trong tổng số|trong số|(?<=\s)trên)\s*(?=[0-9])"
    until = rf"{noun}(?P<sign>-|đến|tới)\s*(?=-?[0-9])"
    for pattern in (share, until):
        match = re.compile(pattern).match(read, first.end)
        second = read_amount(read, match.end()) if match else None
        if not match or not second:
            continue
        ends_there = pattern is until and match["noun"] not in (None, "%") and second.end == len(read)
        if not ends_there:
            both = replace(draft, amounts=(first, second), shape=_shape(draft.shape, pattern is until))
            return _with_both(both, read, draft.words[slice(*match.span("noun"))] if match["noun"] else "")
    return None


def _shape(shape: Shape, is_range: bool) -> Shape:
    if is_range:
        return "range"
    return "rank" if shape == "rank" else "ratio"


def _with_both(draft: Draft, read: str, noun: str) -> Draft:
    """Complete a draft of two numbers: their nouns must be one, and a range must rise."""
    first, second = draft.amounts
    draft = _with_measure(draft, second.end)
    one, other = measure_of(noun), draft.measure
    if one and other and plain(one) != plain(other):
        asked = f"“{one}” và “{other}” là hai đơn vị khác nhau, không phải một số liệu. Hãy ghi thành hai chỉ tiêu."
        return replace(draft, amounts=(), doubt=asked, span=(first.start, second.end))
    draft = replace(draft, measure=one or other)
    if second.scaled and not first.scaled and not one:
        first = _raised(first, read, second)
        draft = replace(draft, amounts=(first, second))
    if draft.shape != "range":
        return draft
    rising = first.values and second.values and first.values[0] <= second.values[0]
    if rising or draft.doubt:
        return draft
    asked = "số sau nhỏ hơn số trước. Hãy ghi khoảng từ nhỏ đến lớn, hoặc ghi rõ từng số."
    return replace(draft, amounts=(), doubt=asked, span=(first.start, second.end))


def _raised(first: Amount, read: str, second: Amount) -> Amount:
    """Give the first number the scale of the second: "1,5 đến 2 tỷ" is "1,5 tỷ đến 2 tỷ"."""
    bare = re.compile(r"[0-9.,]*[0-9]").match(read, second.start)
    return read_amount(read[first.start : first.end] + read[bare.end() : second.end]) or first if bare else first


def _with_measure(draft: Draft, start: int, end: int | None = None) -> Draft:
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
