"""One part of a Word template (body, header, footer, notes) made into a program that writes its XML."""

from dataclasses import dataclass, replace

from lxml import etree

from reports.language import Act, Program
from reports.tags import Tag, has_tags, pair_blocks
from reports.word.blocks import Blocks, mark_blocks
from reports.word.cells import widen_cells
from reports.word.draft import LEVEL_WORDS, LEVELS, MARK, Draft, Spot
from reports.word.finish import Repairs, repairs_for
from reports.word.joining import join_lines
from reports.word.mending import bring_out_tags
from reports.word.pictures import bring_out_placeholders, has_placeholders
from reports.word.twins import mark_twins
from reports.word.xml import STRICT_NS, P, parent_of, text_of, with_namespaces
from ward.errors import UserError


@dataclass(frozen=True)
class WordPart:
    """A compiled part: its program, where its values stand, its blocks, and what its XML may need afterwards."""

    name: str
    program: Program
    spots: tuple[Spot, ...]
    blocks: Blocks
    repairs: Repairs


def compile_part(name: str, label: str, root: etree._Element, traced: bool) -> WordPart | None:
    """The part as a program, or None when it has no tags. `traced`: its paragraphs and rows are blocks (the body).

    Raises UserError, with the place in words, for tags that are not closed, misplaced or misspelt.
    """
    if root.nsmap.get(root.prefix) == STRICT_NS:
        raise UserError("Tệp mẫu được lưu kiểu “Strict Open XML”. Hãy lưu lại kiểu “Word Document (.docx)” thường.")
    pictures = has_placeholders(root)
    if not pictures and not any(has_tags(text_of(paragraph)) for paragraph in root.iter(P)):
        return None
    root = with_namespaces(root)
    draft = Draft()
    bring_out_tags(root, label, draft)
    if pictures:
        bring_out_placeholders(root, label, draft)
    join_lines(root, draft)
    _lift_levels(root, draft)
    widen_cells(root, draft)
    _check_blocks(root, draft)
    mark_twins(root, draft)
    repairs = repairs_for(root, draft)
    blocks = mark_blocks(root, draft) if traced else Blocks()
    return WordPart(name, _program(root, draft), tuple(draft.spots), blocks, repairs)


def _lift_levels(root: etree._Element, draft: Draft) -> None:
    """Replaces each paragraph, row or cell that holds a {%p, {%tr or {%tc tag by its tags."""
    lifted: set[etree._Element] = set()
    for mark, tag in draft.tags_in(root):
        if tag.level not in LEVELS or mark in lifted:
            continue
        around = next(mark.iterancestors(LEVELS[tag.level]), None)
        if around is None:
            raise tag.error(f"Thẻ “{{%{tag.level} … %}}” phải đứng trong một {LEVEL_WORDS[tag.level]}.")
        inside = list(draft.tags_in(around))
        if any(found.level != tag.level for _, found in inside) or (tag.kind == "value" and len(inside) > 1):
            word = LEVEL_WORDS[tag.level]
            raise tag.error(f"Thẻ này chiếm cả {word}, nên trong {word} ấy không được có thẻ khác.")
        if tag.kind == "value":
            _repeat_paragraph(around, mark, tag, draft)
            continue
        parent = parent_of(around)
        at = parent.index(around)
        parent[at : at + 1] = [found for found, _ in inside]
        lifted.update(found for found, _ in inside)


def _repeat_paragraph(paragraph: etree._Element, mark: etree._Element, tag: Tag, draft: Draft) -> None:
    """{{p texts }}: a paragraph for each of the texts."""
    paragraph.addprevious(draft.mark(replace(tag, kind="block", code=f"for paragraph in ({tag.code})|paragraphs")))
    paragraph.addnext(draft.mark(replace(tag, kind="block", code="endfor")))
    parent_of(mark).replace(mark, draft.mark(replace(tag, code="paragraph")))


def _check_blocks(root: etree._Element, draft: Draft) -> None:
    """Each block must open and close at the same depth, or its loop would tear the XML."""
    found = list(draft.tags_in(root))
    marks, tags = [mark for mark, _ in found], [tag for _, tag in found]
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


def _program(root: etree._Element, draft: Draft) -> Program:
    pieces: list[str | Tag | Act] = []
    for index, piece in enumerate(MARK.split(etree.tostring(root, encoding="unicode"))):
        pieces.append(draft.meanings[int(piece)] if index % 2 else piece)
    return Program(pieces)
