"""The properties of a Word file (title, subject, keywords …) whose texts in the template have tags."""

from collections.abc import Mapping

from lxml import etree

from reports.language import Program
from reports.office_files.xml_text import escape
from reports.tags import Tag, has_tags, split_tags
from reports.values import traced, writable
from reports.word.draft import MARK, NO_MARKS, Draft

_PLACE = "thuộc tính của tệp"


class _Plain:
    """Prints values as bare text: properties have no anchors."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def write(self, value: object, _slot: int) -> str:
        return escape("".join(writable(text) for text, _ in traced(value)))

    def unknown(self, _tag: Tag, name: str, _guess: str) -> str:
        return escape(f"[không có trường “{name}”]")


def compile_properties(root: etree._Element) -> Program | None:
    """The properties as a program, or None when they have no tags. Raises UserError for a broken tag."""
    tagged = [element for element in root if has_tags(element.text or "")]
    if not tagged:
        return None
    draft = Draft()
    for element in tagged:
        pieces = list(split_tags((element.text or "").translate(NO_MARKS), _PLACE))
        element.text = None
        for piece in pieces:
            if isinstance(piece, str):
                _add_text(element, piece)
            elif piece.kind != "comment":
                element.append(draft.mark(piece))
    text = etree.tostring(root, encoding="unicode")
    return Program(
        [draft.meanings[int(piece)] if index % 2 else piece for index, piece in enumerate(MARK.split(text))]
    )


def _add_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def fill_properties(program: Program, context: Mapping[str, object], lenient: bool) -> tuple[str, list[str]]:
    """The properties as XML, and what a lenient filling did not know. Raises UserError as `filling.fill`."""
    printing = _Plain()
    return "".join(program.run(context, printing, lenient=lenient)), printing.faults
