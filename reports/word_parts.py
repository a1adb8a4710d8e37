"""One part of a Word template (body, header, footer, notes) made into a program that writes its XML."""

import re
from copy import deepcopy
from dataclasses import dataclass, field, replace

from lxml import etree

from reports.sandbox import NO_DELIMITERS, Program, sandbox
from reports.tags import Tag, has_tags, pair_blocks, split_tags, tag_spans
from reports.word_blocks import Act, Blocks, mark_blocks
from reports.word_runs import Spot, act, write_value
from reports.word_xml import (
    STRICT_NS,
    TC,
    TR,
    W14_NS,
    XML_SPACE,
    P,
    R,
    T,
    own_texts,
    parent_of,
    places,
    text_of,
    w,
    with_namespaces,
)
from ward.errors import UserError

_TAG_MARK = re.compile(r"<\?sv (\d+)\?>")
_DECLARATION = re.compile(r' xmlns:(\w+)="[^"]*"')
_LEVELS = {"p": P, "tr": TR, "tc": TC}
_LEVEL_WORDS = {"p": "đoạn", "tr": "dòng của bảng", "tc": "ô của bảng"}


@dataclass(frozen=True)
class WordPart:
    """A compiled part: its program, where its values stand, its blocks, and what loops may leave."""

    name: str
    program: Program
    spots: tuple[Spot, ...]
    blocks: Blocks
    may_leave_holes: bool
    may_change_columns: bool


@dataclass
class _Draft:
    """A part while it is taken apart: what each mark stands for, in the order found, and the spots of values."""

    meanings: list[Tag | Act] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def mark(self, meaning: Tag | Act) -> etree._Element:
        self.meanings.append(meaning)
        return etree.ProcessingInstruction("sv", str(len(self.meanings) - 1))

    def meant(self, mark: etree._Element) -> Tag | Act:
        return self.meanings[int(mark.text or "")]

    def tag(self, mark: etree._Element) -> Tag:
        meaning = self.meant(mark)
        if isinstance(meaning, Act):
            raise ValueError("acts are marked when the tags are known")
        return meaning


def compile_part(name: str, label: str, root: etree._Element, traced: bool) -> WordPart | None:
    """The part as a program, or None when it has no tags. `traced`: its paragraphs and rows are blocks (the body).

    Raises UserError, with the place in words, for tags that are not closed, misplaced or misspelt.
    """
    if root.nsmap.get(root.prefix) == STRICT_NS:
        raise UserError("Tệp mẫu được lưu kiểu “Strict Open XML”. Hãy lưu lại kiểu “Word Document (.docx)” thường.")
    if not any(has_tags(text_of(paragraph)) for paragraph in root.iter(P)):
        return None
    root = with_namespaces(root)
    _tidy(root)
    draft = _Draft()
    for paragraph, place in list(places(root, label)):
        if has_tags(text_of(paragraph)):
            _mend_split_tags(paragraph)
            _cut_runs_at_tags(paragraph, place, draft)
    _lift_levels(root, draft)
    _check_blocks(root, draft)
    levels = {meaning.level for meaning in draft.meanings if isinstance(meaning, Tag)}
    blocks = mark_blocks(root, draft.meant, draft.spots, draft.mark) if traced else Blocks()
    return WordPart(
        name=name,
        program=_program(root, draft),
        spots=tuple(draft.spots),
        blocks=blocks,
        may_leave_holes=bool(levels & {"p", "tr", "tc"}),
        may_change_columns="tc" in levels,
    )


def _tidy(root: etree._Element) -> None:
    """Drops what must not be repeated by a loop or left over: paragraph ids, old anchors, proofing marks."""
    stale = {
        mark.get(w("id"))
        for mark in root.iter(w("bookmarkStart"))
        if (mark.get(w("name")) or "").startswith(("_sv", "_GoBack"))
    }
    for element in list(root.iter()):
        if not isinstance(element.tag, str):  # a comment or instruction of the file itself
            parent_of(element).remove(element)
            continue
        for attribute in ("paraId", "textId"):
            element.attrib.pop(f"{{{W14_NS}}}{attribute}", None)
        if element.tag == w("sdt") and _is_old_anchor(element):
            _unwrap(element)
            continue
        old_mark = element.tag in (w("bookmarkStart"), w("bookmarkEnd")) and element.get(w("id")) in stale
        if old_mark or element.tag in (w("proofErr"), w("lastRenderedPageBreak")):
            parent_of(element).remove(element)
        elif element.tag == T:
            element.text = (element.text or "").translate(NO_DELIMITERS)


def _is_old_anchor(control: etree._Element) -> bool:
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    return tag is not None and (tag.get(w("val")) or "").startswith("_sv")


def _unwrap(control: etree._Element) -> None:
    content = control.find(w("sdtContent"))
    parent = parent_of(control)
    at = parent.index(control)
    parent[at : at + 1] = [] if content is None else list(content)


def _mend_split_tags(paragraph: etree._Element) -> None:
    """Brings each tag that Word has split over several runs together in the run where it begins."""
    texts = own_texts(paragraph)
    spans = tag_spans("".join(text.text or "" for text in texts))
    start = 0
    bounds = []
    for text in texts:
        bounds.append((start, start + len(text.text or "")))
        start = bounds[-1][1]
    whole = "".join(text.text or "" for text in texts)
    owners = [text for text, (begin, end) in zip(texts, bounds, strict=True) for _ in range(begin, end)]
    for begin, end in spans:
        owners[begin:end] = [owners[begin]] * (end - begin)
    gathered: dict[etree._Element, list[str]] = {text: [] for text in texts}
    for character, owner in zip(whole, owners, strict=True):
        gathered[owner].append(character)
    for text in texts:
        text.text = "".join(gathered[text])
        text.set(XML_SPACE, "preserve")


def _cut_runs_at_tags(paragraph: etree._Element, place: str, draft: _Draft) -> None:
    """Puts each tag between runs, so that a value can bring runs, anchors and controls of its own."""
    for run in dict.fromkeys(parent_of(text) for text in own_texts(paragraph) if has_tags(text.text or "")):
        properties = run.find(w("rPr"))
        pieces: list[etree._Element] = []
        for child in list(run):
            if child is properties:
                continue
            if child.tag != T:
                _into_last_run(pieces, run, properties).append(child)
                continue
            for piece in split_tags(child.text or "", place):
                if isinstance(piece, str):
                    text = etree.SubElement(_into_last_run(pieces, run, properties), T)
                    text.text = piece
                    text.set(XML_SPACE, "preserve")
                elif piece.kind != "comment" or piece.level in _LEVELS:
                    pieces.append(draft.mark(_with_run_properties(piece, properties, draft)))
        parent = parent_of(run)
        at = parent.index(run)
        parent[at : at + 1] = pieces


def _into_last_run(
    pieces: list[etree._Element], run: etree._Element, properties: etree._Element | None
) -> etree._Element:
    if not pieces or pieces[-1].tag != R:
        pieces.append(etree.Element(R, attrib=dict(run.attrib), nsmap=run.nsmap))
        if properties is not None:
            pieces[-1].append(deepcopy(properties))
    return pieces[-1]


def _with_run_properties(tag: Tag, properties: etree._Element | None, draft: _Draft) -> Tag:
    if tag.kind != "value":
        return tag
    xml = "" if properties is None else _without_declarations(properties)
    draft.spots.append(Spot(xml))
    return replace(tag, slot=len(draft.spots) - 1)


def _without_declarations(element: etree._Element) -> str:
    return _DECLARATION.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def _lift_levels(root: etree._Element, draft: _Draft) -> None:
    """Replaces each paragraph, row or cell that holds a {%p, {%tr or {%tc tag by its tags."""
    lifted: set[etree._Element] = set()
    for mark in list(root.iter(etree.ProcessingInstruction)):
        tag = draft.tag(mark)
        if tag.level not in _LEVELS or mark in lifted:
            continue
        around = next(mark.iterancestors(_LEVELS[tag.level]), None)
        if around is None:
            raise tag.error(f"Thẻ “{{%{tag.level} … %}}” phải đứng trong một {_LEVEL_WORDS[tag.level]}.")
        inside = list(around.iter(etree.ProcessingInstruction))
        if any(draft.tag(found).level != tag.level for found in inside):
            word = _LEVEL_WORDS[tag.level]
            raise tag.error(f"Thẻ này chiếm cả {word}, nên trong {word} ấy không được có thẻ khác.")
        parent = parent_of(around)
        at = parent.index(around)
        parent[at : at + 1] = inside
        lifted.update(inside)


def _check_blocks(root: etree._Element, draft: _Draft) -> None:
    """Each block must open and close at the same depth, or its loop would tear the XML."""
    marks = list(root.iter(etree.ProcessingInstruction))
    tags = [draft.tag(mark) for mark in marks]
    for block in pair_blocks(tags):
        for index in block[1:]:
            if not _same_depth(marks[block[0]], marks[index]):
                raise tags[block[0]].error(
                    f"Khối này mở và đóng (“{tags[index].typed}”) không cùng cấp. "
                    "Hãy dùng {%p … %} cho cả đoạn, {%tr … %} cho cả dòng, {%tc … %} cho cả ô."
                )


def _same_depth(opening: etree._Element, closing: etree._Element) -> bool:
    if opening.getparent() is closing.getparent():
        return True
    above, below = list(opening.iterancestors()), list(closing.iterancestors())
    common = next(element for element in above if element in below)
    return [e.tag for e in above[: above.index(common)]] == [e.tag for e in below[: below.index(common)]]


def _program(root: etree._Element, draft: _Draft) -> Program:
    pieces: list[str | Tag] = []
    for index, piece in enumerate(_TAG_MARK.split(etree.tostring(root, encoding="unicode"))):
        pieces.append(_runnable(draft.meanings[int(piece)]) if index % 2 else piece)
    return Program(sandbox(_sv_value=write_value, _sv_act=act), pieces)


def _runnable(meaning: Tag | Act) -> Tag:
    if isinstance(meaning, Act):
        arguments = ", ".join(map(str, meaning.arguments))
        return Tag("value", "", f"'{meaning.method}'|_sv_act({arguments})", "", "")
    return (
        replace(meaning, code=f"({meaning.code})|_sv_value({meaning.slot})") if meaning.kind == "value" else meaning
    )
