"""Reads a refreshed paper back: everything that was chosen must stand in it, or the clerk is told."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from reports.refreshing.proposals import Choice, Proposal
from reports.refreshing.spots import Spot
from reports.refreshing.work import AddWork, RemoveWork, TextWork, Work
from reports.word.story import PARAGRAPH_END, Paragraph
from reports.word.walk import read_alone
from reports.word.xml import TR, P, T, w
from ward.errors import UserError

if TYPE_CHECKING:
    from reports.refreshing.places import Structure

_NAME = re.compile(rb'w:name="(_sv[^"]*)"')
_ROW_DELETED = f"{w('trPr')}/{w('del')}"


def refuse_losses(work: Work, chosen: Mapping[str, Choice], structure: "Structure", written: bytes) -> None:
    """Raises UserError when something that was chosen is not in the written file: nothing is lost in silence."""
    lost = dict.fromkeys(_lost(work, chosen, structure, written))
    if not lost:
        return
    proposals: dict[str, Proposal] = {one.key: one for one in work.proposals}
    first = proposals[next(iter(lost))]
    words = first.printed if first.kind in ("move", "remove") else first.today
    raise UserError(
        f"Có {len(lost)} thay đổi đã chọn mà chương trình không tự thêm được, ví dụ ở {first.place or 'văn bản'}: "
        f"“{words}”. Văn bản chưa được sửa. Hãy chọn giữ chữ trong tệp ở chỗ ấy rồi cập nhật "
        "lại, hoặc lập lại văn bản."
    )


def _lost(work: Work, chosen: Mapping[str, Choice], structure: "Structure", written: bytes) -> Iterator[str]:
    """The keys of the proposals that were chosen and not carried out."""
    for text in work.texts:
        words = text.texts.get(chosen[text.key])
        if words is None or any(chosen.get(key) == "today" for key in text.within):
            continue
        if not _says(text, words) and not _moved_says(structure, words):
            yield text.key
    adds = [one for one in work.adds if chosen.get(one.key) == "today"]
    names = set(_NAME.findall(_document(work, written))) if adds else set()
    yield from (one.key for one in adds if not _is_added(work, one, structure, names))
    for gone in work.removes:
        if chosen.get(gone.key) == "today" and not _is_removed(gone):
            yield gone.key
    for move in work.moves:
        if chosen.get(move.key) == "today" and not _is_moved(work, move.block, structure):
            yield move.key


def _document(work: Work, written: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(written)) as archive:
        return archive.read(work.paper.document)


def _says(one: TextWork, words: str) -> bool:
    """Whether the paragraphs of a stretch, still in the paper, have these words."""
    stretches = one.span.paragraphs
    if not all(_is_in(paragraph.element, one.span.story.root) for paragraph, _, _ in stretches):
        return False
    text = "\n".join(paragraph.text for paragraph, _, _ in stretches)
    return words in text or _bare(words) in _bare(text)


def _moved_says(structure: "Structure", words: str) -> bool:
    """Whether a tracked copy that was put elsewhere has them."""
    return any(
        _bare(words) in _bare("".join(text.text or "" for text in made.iter(T))) for made in structure.copies.made
    )


def _is_added(work: Work, one: AddWork, structure: "Structure", names: set[bytes]) -> bool:
    """Whether each block that says something bears its mark in the file and shows one of its values, or its words."""
    for at in one.blocks:
        block = work.fresh.base[at]
        if not block.text.strip():
            continue
        element = structure.placed.get(at)
        if element is None or work.id_of(block.id).encode() not in names:
            return False
        text = _bare("".join(text.text or "" for text in element.iter(T)))
        values = [bare for value in block.prints if (bare := _bare(value.text))] or [_bare(block.text)]
        if block.kind == "p" and not all(bare in text for bare in values):
            return False
        if not any(bare in text for bare in values) and any(value.text.strip() for value in block.prints):
            return False
    return True


def _is_removed(one: RemoveWork) -> bool:
    """Whether nothing of what went is left, but what is marked as deleted."""
    for found in one.found:
        element, root = found.element, found.span.story.root
        if not _is_in(element, root) or not found.block.text.strip():
            continue
        if found.row is not None:
            if element.find(_ROW_DELETED) is None:
                return False
        elif any(found.block.text in text for text in _texts_now([p for p, _, _ in found.span.paragraphs])):
            return False
    return True


def _is_moved(work: Work, at: int, structure: "Structure") -> bool:
    """Whether a block stands beside the neighbour that it has today."""
    element = structure.placed.get(at)
    spot = structure.spots.of(work.fresh.element(work.fresh.base[at]))
    if element is None or spot is None or not _is_in(element, work.paper.body.root):
        return False
    return _is_beside(element, spot)


def _is_beside(element: etree._Element, spot: Spot) -> bool:
    if spot.side == "inside":
        return spot.element in element.iterancestors()
    tag = TR if element.tag == TR else None
    siblings = element.itersiblings(tag, preceding=spot.side == "after")
    return spot.element is element or any(one is spot.element for one in siblings)


def _texts_now(paragraphs: list[Paragraph]) -> Iterator[str]:
    return (read_alone(one.element).paragraphs[0].text for one in paragraphs if one.element.tag == P)


def _is_in(element: etree._Element, root: etree._Element) -> bool:
    return [element, *element.iterancestors()][-1] is root


def _bare(text: str) -> str:
    return "".join(text.replace(PARAGRAPH_END, " ").split())
