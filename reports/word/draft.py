"""A Word part while it is taken apart: what its marks stand for, and where its values will be written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from reports.language import Act
from reports.tags import Tag
from reports.word.xml import TC, TR, P

LEVELS = {"p": P, "tr": TR, "tc": TC}
LEVEL_WORDS = {"p": "đoạn", "tr": "dòng của bảng", "tc": "ô của bảng"}
# A mark is an instruction <?sv 12?> among elements, or the same number between two private characters in an attribute
_ATTRIBUTE_MARK = "\ue0b0{}\ue0b1"
MARK = re.compile("(?:<\\?sv |\ue0b0)(\\d+)(?:\\?>|\ue0b1)")
NO_MARKS = dict.fromkeys(map(ord, "\ue0b0\ue0b1"), "\ufffd")


@dataclass(frozen=True)
class Spot:
    """Where a value tag stands: its run properties, the words before it in its block, the cell that it fills.

    `lead` is XML for the trace; `cell` is -1 for a value that does not fill a cell of a row block alone; `form`
    is what the value is in an attribute ("number", "colour", "word"), or "" for one that is shown.
    """

    properties: str = ""
    inside: bool = False
    lead: str = ""
    cell: int = -1
    form: str = ""

    @cached_property
    def opening(self) -> str:
        """The beginning of a run that looks like the tag, up to its text."""
        return f'<w:r>{self.properties}<w:t xml:space="preserve">'

    @cached_property
    def alone(self) -> tuple[str, str, str] | None:
        """For a value that fills its cell: what stands before its text, before its name in the trace, and behind."""
        if self.cell < 0:
            return None
        return self.opening, f'{self.lead}<print id="', f' cell="{self.cell}">'


@dataclass
class Draft:
    """What each mark stands for, in the order found, and the spots of the values."""

    meanings: list[Tag | Act] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def mark(self, meaning: Tag | Act) -> etree._Element:
        """A new instruction that stands for a tag or an act."""
        self.meanings.append(meaning)
        return etree.ProcessingInstruction("sv", str(len(self.meanings) - 1))

    def value(self, tag: Tag, spot: Spot) -> Tag:
        """The tag of a value, with the number of its spot."""
        self.spots.append(spot)
        return replace(tag, slot=len(self.spots) - 1)

    def in_attribute(self, tag: Tag, form: str) -> str:
        """The text for an attribute whose value the tag's code gives."""
        self.meanings.append(self.value(replace(tag, kind="value"), Spot(form=form)))
        return _ATTRIBUTE_MARK.format(len(self.meanings) - 1)

    def meant(self, mark: etree._Element) -> Tag | Act:
        """What a mark stands for."""
        return self.meanings[int(mark.text or "")]

    def tags_in(self, root: etree._Element) -> Iterator[tuple[etree._Element, Tag]]:
        """Each mark of a tag below an element, in order."""
        for mark in list(root.iter(etree.ProcessingInstruction)):
            meaning = self.meant(mark)
            if isinstance(meaning, Tag):
                yield mark, meaning

    @property
    def tags(self) -> list[Tag]:
        """All the tags."""
        return [meaning for meaning in self.meanings if isinstance(meaning, Tag)]


def is_mark(element: etree._Element) -> bool:
    """Whether an element is an instruction that stands for a tag or an act."""
    return isinstance(element, etree._ProcessingInstruction)
