"""Tags with a dash: `{%-` and `-%}` join their paragraph to the one before or after; within a line, spaces go."""

from collections.abc import Callable

from lxml import etree

from reports.word.draft import Draft
from reports.word.shown import shown
from reports.word.xml import P, R, T, parent_of, w


def join_lines(root: etree._Element, draft: Draft) -> None:
    """Does what the dashes of a part's tags ask for; those that take a whole paragraph, row or cell have none."""
    dashed = [
        (mark, tag, _is_end(mark, 0), _is_end(mark, -1))
        for mark, tag in draft.tags_in(root)
        if not tag.level and (tag.typed[2:3] == "-" or tag.typed[-3:-2] == "-")
    ]
    for mark, tag, is_first, is_last in dashed:
        if tag.typed[2:3] == "-":
            if is_first and tag.kind == "block":
                _join(_around(mark).getprevious(), _around(mark), _is_end(mark, 0))
            else:
                _strip(mark.getprevious(), -1, str.rstrip)
        if tag.typed[-3:-2] == "-":
            if is_last and tag.kind == "block":
                _join(_around(mark), _around(mark).getnext(), _is_end(mark, -1))
            else:
                _strip(mark.getnext(), 0, str.lstrip)


def _around(mark: etree._Element) -> etree._Element:
    return next(mark.iterancestors(P))


def _is_end(mark: etree._Element, at: int) -> bool:
    """Whether a mark is the first (0) or last (-1) thing that its paragraph shows."""
    pieces = [piece for piece in shown(_around(mark)) if piece != ""]
    return bool(pieces) and pieces[at] is mark


def _join(first: etree._Element | None, second: etree._Element | None, still_apart: bool) -> None:
    """Puts the content of the second paragraph behind that of the first."""
    if first is None or second is None or not still_apart or first.tag != P or second.tag != P:
        return
    if first.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return
    properties = second.find(w("pPr"))
    section = None if properties is None else properties.find(w("sectPr"))
    if section is not None:
        return
    first.extend(child for child in list(second) if child is not properties)
    parent_of(second).remove(second)


def _strip(run: etree._Element | None, at: int, strip: Callable[[str], str]) -> None:
    texts = [] if run is None or run.tag != R else [child for child in run if child.tag != w("rPr")]
    if texts and texts[at].tag == T:
        texts[at].text = strip(texts[at].text or "")
