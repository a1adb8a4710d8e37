"""The tags of a Word part brought between its runs: what must not stay is dropped, what Word has split is mended."""

import re
from copy import deepcopy

from lxml import etree

from reports.tags import Tag, has_tags, split_tags, tag_spans
from reports.word.draft import LEVELS, NO_MARKS, Draft, Spot
from reports.word.xml import W14_NS, W15_NS, XML_SPACE, R, T, own_texts, parent_of, places, text_of, w

_DECLARATION = re.compile(r' xmlns:(\w+)="[^"]*"')
_NUMBERS_OF_PARAGRAPHS = (f"{{{W14_NS}}}paraId", f"{{{W14_NS}}}textId")
_W15_BINDING = f"{{{W15_NS}}}dataBinding"
_BOUND = (
    *map(w, ("dataBinding", "showingPlcHdr", "placeholder", "text", "date", "comboBox", "dropDownList")),
    _W15_BINDING,
)


def bring_out_tags(root: etree._Element, label: str, draft: Draft) -> None:
    """Puts a mark between runs for each tag of a part. Raises UserError, with the place, for a broken tag."""
    _tidy(root)
    for paragraph, place in list(places(root, label)):
        if has_tags(text_of(paragraph)):
            _accept_insertions(paragraph)
            _free_controls(paragraph)
            _mend_split_tags(paragraph)
            _cut_runs_at_tags(paragraph, place, draft)


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
        for name, text in element.items():
            if name in _NUMBERS_OF_PARAGRAPHS:
                del element.attrib[name]
            elif not text.isascii():
                element.set(name, text.translate(NO_MARKS))
        if element.tag == w("sdt") and _is_old_anchor(element):
            _unwrap(element, element.find(w("sdtContent")))
            continue
        old_mark = element.tag in (w("bookmarkStart"), w("bookmarkEnd")) and element.get(w("id")) in stale
        number_of_control = element.tag == w("id") and parent_of(element).tag == w("sdtPr")
        if old_mark or number_of_control or element.tag in (w("proofErr"), w("lastRenderedPageBreak")):
            parent_of(element).remove(element)
        elif element.tag == T:
            element.text = (element.text or "").translate(NO_MARKS)


def _is_old_anchor(control: etree._Element) -> bool:
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    return tag is not None and (tag.get(w("val")) or "").startswith("_sv")


def _unwrap(element: etree._Element, content: etree._Element | None) -> None:
    parent = parent_of(element)
    at = parent.index(element)
    parent[at : at + 1] = [] if content is None else list(content)


def _accept_insertions(paragraph: etree._Element) -> None:
    """Takes tracked insertions that hold a part of a tag as they are: half a tag can be neither new nor old."""
    for insertion in list(paragraph.iter(w("ins"))):
        if has_tags("".join(text.text or "" for text in insertion.iter(T))) or _cuts_a_tag(paragraph, insertion):
            _unwrap(insertion, insertion)


def _cuts_a_tag(paragraph: etree._Element, insertion: etree._Element) -> bool:
    texts = own_texts(paragraph)
    spans = tag_spans("".join(text.text or "" for text in texts))
    start = 0
    for text in texts:
        end = start + len(text.text or "")
        if insertion in text.iterancestors() and any(start < close and begin < end for begin, close in spans):
            return True
        start = end
    return False


def _free_controls(paragraph: etree._Element) -> None:
    """Content controls around a tag hold what is printed: not a hint, a list, or what a property says."""
    for control in (*paragraph.iter(w("sdt")), *paragraph.iterancestors(w("sdt"))):
        properties = control.find(w("sdtPr"))
        for found in () if properties is None else list(properties):
            if found.tag in (*_BOUND, f"{{{W15_NS}}}dataBinding"):
                parent_of(found).remove(found)


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


def _cut_runs_at_tags(paragraph: etree._Element, place: str, draft: Draft) -> None:
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
                elif piece.kind != "comment" or piece.level in LEVELS:
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


def _with_run_properties(tag: Tag, properties: etree._Element | None, draft: Draft) -> Tag:
    if tag.kind != "value":
        return tag
    xml = "" if properties is None else _without_declarations(properties)
    return draft.value(tag, Spot(xml))


def _without_declarations(element: etree._Element) -> str:
    return _DECLARATION.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
