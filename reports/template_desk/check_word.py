"""The mistakes of one part of a Word template: braces, levels, depth, tracked changes; and its tags in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml import etree

from reports.tags import Tag, has_tags
from reports.template_desk.check_blocks import pair
from reports.template_desk.check_tags import Fault, error, note, read_tags, without_tags
from reports.template_desk.places import Headings, places
from reports.word.cells import CELL_WORDS
from reports.word.xml import TC, TR, P, T, own_texts, w

_LEVELS = {"p": P, "tr": TR, "tc": TC}
_LEVEL_WORDS = {"p": "đoạn", "tr": "dòng của bảng", "tc": "ô của bảng"}
_INSERTING = (w("ins"), w("moveTo"))
_LOST = 40
_DELETED = (
    "Thẻ này nằm trong chỗ đã xóa hoặc chuyển đi có theo dõi thay đổi (Track Changes) nên không được điền. "
    "Hãy chấp nhận hoặc từ chối thay đổi ấy trong Word."
)
_INSERTED = (
    "Thẻ này nằm trong chỗ thêm vào có theo dõi thay đổi (Track Changes); mọi văn bản lập ra sẽ mang thay đổi ấy. "
    "Hãy chấp nhận thay đổi trong Word."
)
_IN_FIELD = "Thẻ này nằm trong mã trường của Word nên không được điền. Hãy viết nó thành chữ thường trong đoạn."


@dataclass(frozen=True)
class Found:
    """A tag of a part and the element that it takes: its paragraph, row or cell, or the run where it begins."""

    tag: Tag
    taken: etree._Element


@dataclass
class WordTags:
    """What one part holds: its tags in document order, and what is wrong with where they stand."""

    found: list[Found] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)  # of tags and faults, in document order

    @property
    def tags(self) -> list[Tag]:
        return [one.tag for one in self.found]


def word_tags(root: etree._Element, label: str, headings: Headings, names: frozenset[str]) -> WordTags:
    """All tags of a part with their places, and the faults of where and how they stand."""
    part = WordTags()
    before = ""
    for paragraph, place in places(root, label, headings):
        texts = own_texts(paragraph)
        whole = "".join(text.text or "" for text in texts)
        if "{" in whole or "}" in whole:
            _read_paragraph(paragraph, texts, whole, place, before, names, part)
        part.faults.extend(_unread(paragraph, place))
        before = without_tags(whole) or before
    part.faults.extend(_level_faults(part))
    blocks = pair(part.tags)
    part.faults.extend(blocks.faults)
    for block in blocks.whole:
        part.faults.extend(_depth_fault(part, block))
    return part


def _read_paragraph(
    paragraph: etree._Element,
    texts: list[etree._Element],
    whole: str,
    place: str,
    before: str,
    names: frozenset[str],
    part: WordTags,
) -> None:
    reading = read_tags(whole, place, before, names)
    part.faults.extend(reading.faults)
    part.places.extend(reading.places)
    for start, stop, tag in reading.tags:
        if tag.kind == "comment":
            continue
        inside = list(_overlapping(texts, start, stop))
        level = _LEVELS.get(tag.level)
        taken = next(inside[0].iterancestors(level), None) if level else inside[0].getparent()
        if taken is None:
            words = f"Thẻ “{{%{tag.level} … %}}” phải đứng trong một {_LEVEL_WORDS[tag.level]}."
            part.faults.append(error(tag.place, tag.typed, words))
            continue
        if tag.keyword in CELL_WORDS and tag.kind == "block" and next(inside[0].iterancestors(TC), None) is None:
            part.faults.append(error(tag.place, tag.typed, f"Thẻ “{tag.keyword}” phải đứng trong một ô của bảng."))
            continue
        part.found.extend(Found(one, taken) for one in _as_run(tag))
        part.faults.extend(_tracked_fault(tag, inside))


def _as_run(tag: Tag) -> Iterator[Tag]:
    """The tags that the filling runs for this one: a cell's shape is a value, {{p x }} repeats its paragraph."""
    if tag.kind == "block" and tag.keyword in CELL_WORDS:
        asked = tag.code.removeprefix(tag.keyword).strip()
        if asked:
            yield replace(tag, kind="value", code=asked)
    elif tag.kind == "value" and tag.level == "p":
        yield replace(tag, kind="block", code=f"for paragraph in ({tag.code})|paragraphs")
        yield replace(tag, code="paragraph")
        yield replace(tag, kind="block", code="endfor")
    else:
        yield tag


def _overlapping(texts: Iterable[etree._Element], start: int, stop: int) -> Iterator[etree._Element]:
    at = 0
    for text in texts:
        end = at + len(text.text or "")
        if at < stop and end > start:
            yield text
        at = end


def _tracked_fault(tag: Tag, texts: list[etree._Element]) -> Iterator[Fault]:
    if any(row.find(f"{w('trPr')}/{w('del')}") is not None for row in texts[0].iterancestors(TR)):
        yield error(tag.place, tag.typed, _DELETED)
    elif any(one.tag in _INSERTING for text in texts for one in text.iterancestors()):
        yield note(tag.place, tag.typed, _INSERTED)


def _unread(paragraph: etree._Element, place: str) -> Iterator[Fault]:
    """Tags in text that is not filled: struck out or moved away by a tracked change, or the code of a field."""
    away = [text for away in paragraph.iter(w("moveFrom")) for text in away.iter(T)]
    struck, code = list(paragraph.iter(w("delText"))), list(paragraph.iter(w("instrText")))
    for texts, words in ((struck, _DELETED), (away, _DELETED), (code, _IN_FIELD)):
        own = [one for one in texts if next(one.iterancestors(P), None) is paragraph]
        whole = "".join(one.text or "" for one in own)
        for _, _, tag in read_tags(whole, place).tags if has_tags(whole) else ():
            yield error(tag.place, tag.typed, words)


def _level_faults(part: WordTags) -> Iterator[Fault]:
    """What a paragraph, row or cell that is only a command holds beside it: other tags, or text that is lost."""
    lifted = [one for one in part.found if one.tag.level in _LEVELS]
    for taken, group in groupby(lifted, key=lambda one: one.taken):
        first = next(group).tag
        word = _LEVEL_WORDS[first.level]
        others = [one.tag for one in part.found if one.tag.level != first.level and _is_inside(one.taken, taken)]
        if others:
            words = f"Thẻ này chiếm cả {word}, nên trong {word} ấy không được có thẻ khác ({others[0].typed})."
            yield error(first.place, first.typed, f"{words} Hãy đưa thẻ kia sang {word} khác.")
        else:
            yield from _lost_text(first, taken, word)


def _lost_text(tag: Tag, taken: etree._Element, word: str) -> Iterator[Fault]:
    texts = [text for paragraph in taken.iter(P) for text in own_texts(paragraph)]
    lost = without_tags("".join(text.text or "" for text in texts))
    if lost:
        shown = lost if len(lost) <= _LOST else lost[:_LOST] + "…"
        words = f"Thẻ này chiếm cả {word}, nên chữ “{shown}” trong {word} ấy sẽ không được in."
        yield error(tag.place, tag.typed, f"{words} Hãy để thẻ đứng riêng một {word}.")


def _is_inside(element: etree._Element, around: etree._Element) -> bool:
    return element is around or around in element.iterancestors()


def _depth_fault(part: WordTags, block: list[int]) -> Iterator[Fault]:
    """A block must open and close at the same depth, or its loop would tear the file."""
    opening = part.found[block[0]]
    for index in block[1:]:
        closing = part.found[index]
        if not _same_depth(opening.taken, closing.taken):
            words = (
                f"Khối này mở ở đây nhưng {closing.tag.typed} của nó ({closing.tag.place}) đứng không cùng cấp. "
                "Hãy dùng {%p … %} cho cả đoạn, {%tr … %} cho cả dòng, {%tc … %} cho cả ô, ở cả thẻ mở và thẻ đóng."
            )
            yield error(opening.tag.place, opening.tag.typed, words)
            return


def _same_depth(opening: etree._Element, closing: etree._Element) -> bool:
    if opening.getparent() is closing.getparent():
        return True
    above, below = list(opening.iterancestors()), list(closing.iterancestors())
    common = next(element for element in above if element in below)
    return [e.tag for e in above[: above.index(common)]] == [e.tag for e in below[: below.index(common)]]
