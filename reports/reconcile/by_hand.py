"""What was typed by hand: numbers that no record stands behind, values written over or taken out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.reconcile.opened import Item, Line, OpenedPaper, PaperFinding, Value, is_same, plain, short
from reports.reconcile.same_figure import shown
from ward.text import fold

_TOKEN = re.compile(r"(?<!\w)(?<![^\W\d_]-)\d+(?:[.,/:-]\d+)*(?:/[A-ZĐ][\w-]*)*")
NUMBERING = re.compile(r"\s*\(?(?:\d+|[a-zđ]|[IVXLC]+)(?:\.\d+)*[.)/](?=\s|$)\s*", re.IGNORECASE)
"""How a heading or an entry of a list begins: “2.”, “II.1.”, “a)”."""
_YEAR = re.compile(r"năm\s+(\d{4})(?!\d)", re.IGNORECASE)
_BLANK = re.compile(r"(?:…|\.{3,}|\s{4,})")
_AROUND = 30


def typed_numbers(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Every number outside an anchor that is neither the template's nor was printed with its paragraph."""
    for paper in papers:
        years = {year[1] for item in paper.items for year in _YEAR.finditer(item.words)}
        for line, start, end in _typed(paper):
            number = line.text[start:end]
            year = _YEAR.search(line.text[max(0, start - 5) : end])
            if year and year[1] == number and number in years:
                continue
            sentence = f"Số gõ tay “{number}” trong “{around(line.text, start, end)}”. Hãy kiểm tra số này."
            yield PaperFinding("by_hand", paper.name, line.place, sentence, (number,))


def _typed(paper: OpenedPaper) -> Iterator[tuple[Line, int, int]]:
    """Each number that somebody typed: its line and where it stands there."""
    items = {item.id: item for item in paper.items}
    own = {one: Counter(numbers(item.words)) for one, item in items.items()}
    fixed = _Fixed(paper.fixed)
    for line in paper.lines:
        item = items.get(line.item)
        if item and (is_same(item.text or "", item.printed) or _fills_blanks(item)):
            continue
        known = own[item.id] if item else fixed.numbers_like(line.text)
        for start, end in number_places(line.text, line.anchored):
            if known[line.text[start:end]]:
                known[line.text[start:end]] -= 1
            else:
                yield line, start, end


def numbers(text: str) -> list[str]:
    """The numbers of a text that is nobody's value."""
    return [text[start:end] for start, end in number_places(text, ())]


def number_places(text: str, anchored: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where numbers stand outside anchors; a number of a heading or list is none."""
    numbering = NUMBERING.match(text)
    begins = numbering.end() if numbering else 0
    for found in _TOKEN.finditer(text, begins):
        start, end = found.span()
        if not any(first < end and start < last for first, last in anchored):
            yield start, end


def _fills_blanks(item: Item) -> bool:
    """Whether somebody only filled the dots that the program left: “Số: …/BC-UBND”, “ngày … tháng …”."""
    if not _BLANK.search(item.printed):
        return False
    pattern = r"\s*.{0,40}?\s*".join(re.escape(plain(part)) for part in _BLANK.split(item.printed))
    return re.fullmatch(pattern, plain(item.text or "")) is not None


class _Fixed:
    """The template's own texts with figures, to know them again when somebody changed a word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = {plain(text): Counter(numbers(text)) for text in texts}
        self._words = {text: set(fold(text).split()) for text in self._texts}

    def numbers_like(self, text: str) -> Counter[str]:
        """The numbers of the template's text that this is, or mostly is."""
        whole = plain(text)
        if whole in self._texts:
            return Counter(self._texts[whole])
        words = set(fold(whole).split())
        for known, own in self._words.items():
            if words and len(words & own) * 2 > max(len(words), len(own)):
                return Counter(self._texts[known])
        return Counter()


def typed_stretches(papers: Sequence[OpenedPaper]) -> Iterator[tuple[OpenedPaper, Line, str]]:
    """What was written by hand: whole paragraphs that were not printed, and the free text of changed ones."""
    for paper in papers:
        items = {item.id: item for item in paper.items}
        fixed = set(map(plain, paper.fixed))
        for line in paper.lines:
            item = items.get(line.item)
            unchanged = item is not None and is_same(item.text or "", item.printed)
            if unchanged or plain(line.text) in fixed:
                continue
            for stretch in _free(line):
                if item is None or plain(stretch) not in plain(item.words):
                    yield paper, line, stretch


def _free(line: Line) -> Iterator[str]:
    at = 0
    for start, end in (*sorted(line.anchored), (len(line.text), len(line.text))):
        if line.text[at:start].strip():
            yield line.text[at:start]
        at = max(at, end)


def written_over(papers: Sequence[OpenedPaper], told: frozenset[tuple[str, str]]) -> Iterator[PaperFinding]:
    """Values that somebody changed in the paper. `told`: paper and anchor of those that another rule told of."""
    for paper in papers:
        for value in paper.values:
            if value.text is not None and value.is_touched and (paper.name, value.id) not in told:
                printed, here = _differing(plain(value.printed), shown(value))
                sentence = (
                    f"“{printed}” lấy từ sổ đã được sửa tay thành “{here}”. Nếu chữ sửa là đúng thì hãy sửa bản ghi; "
                    "nếu không, hãy cập nhật số liệu."
                )
                yield PaperFinding(
                    "typed_over",
                    paper.name,
                    value.place,
                    sentence,
                    (printed, here),
                    value.record,
                    value.field,
                    value.id,
                )


def taken_out(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Items and values that were printed and no longer stand in the paper."""
    for paper in papers:
        items = {item.id: item for item in paper.items}
        for item in paper.items:
            if item.text is None and item.printed.strip() and item.records:
                sentence = (
                    f"Đã bỏ khỏi văn bản: “{short(item.printed)}” Nếu bỏ nhầm, hãy cập nhật số liệu và chọn lấy lại."
                )
                yield PaperFinding("deleted", paper.name, "", sentence, (short(item.printed), ""), item.key)
        for value in paper.values:
            own = items.get(value.item)
            if value.text is None and not (own and (own.text is None or _stands(value, own))):
                sentence = f"“{short(value.printed)}” lấy từ sổ đã bị bỏ khỏi câu. Hãy xem câu còn đúng không."
                place = own.place if own else value.place
                printed = (short(value.printed), "")
                yield PaperFinding(
                    "deleted", paper.name, place, sentence, printed, value.record, value.field, value.id
                )


def _stands(value: Value, item: Item) -> bool:
    """Whether the text of a lost anchor still stands there: then its numbers are told as typed ones."""
    return not value.printed.strip() or plain(value.printed) in plain(item.text or "")


def _differing(printed: str, here: str) -> tuple[str, str]:
    """Both texts cut to where they differ, with some words around, when they are long."""
    if max(len(printed), len(here)) <= 2 * _AROUND:
        return printed, here
    start = next((at for at, (a, b) in enumerate(zip(printed, here, strict=False)) if a != b), 0)
    most = min(len(printed), len(here)) - start
    back = next((at for at in range(most) if printed[-1 - at] != here[-1 - at]), most)
    return around(printed, start, len(printed) - back), around(here, start, len(here) - back)


def around(text: str, start: int, end: int) -> str:
    """The words around a place of a text: “… đã trao 15 suất quà cho …”."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    first = text.rfind(" ", 0, first) + 1 if first else 0
    cut = text.find(" ", last)
    last = len(text) if cut < 0 else cut
    shown_text = plain(text[first:last])
    return ("… " if first else "") + shown_text + (" …" if last < len(text) else "")
