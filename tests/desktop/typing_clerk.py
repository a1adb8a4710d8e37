"""A clerk who edits a finished Word paper with python-docx: types over numbers, adds, moves and deletes lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

NBSP = "\u00a0"
ADDED = "Câu này do chị Lan viết thêm."


class TypingClerk:
    """One opened paper; `save` puts it back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = docx.Document(str(path))

    def line(self, words: str) -> CT_P:
        """The first paragraph with these words, also in tables and inside controls."""
        return next(one for one in self._paragraphs() if words in _text(one))

    def lines(self) -> list[str]:
        """The text of every paragraph, in order, with plain spaces."""
        return [_text(one) for one in self._paragraphs()]

    def type_over(self, old: str, new: str, *, within: str) -> None:
        """Replaces words inside one run of the line."""
        run = next(one for one in self.line(within).xpath(".//w:t") if old in one.text.replace(NBSP, " "))
        run.text = run.text.replace(NBSP, " ").replace(old, new)

    def add_sentence(self, after: str) -> None:
        """A sentence of the clerk's own at the end of a line."""
        Paragraph(self.line(after), self.document._body).add_run(f" {ADDED}")

    def add_paragraph(self, before: str, text: str) -> None:
        """A paragraph of the clerk's own."""
        Paragraph(self.line(before), self.document._body).insert_paragraph_before(text)

    def move(self, line: str, *, before: str) -> None:
        """Takes a paragraph to another place."""
        self.line(before).addprevious(self.line(line))

    def delete(self, line: str) -> None:
        """Takes a paragraph away."""
        _drop(self.line(line))

    def delete_row(self, words: str) -> None:
        """Takes a row of a table away."""
        _drop(next(self.line(words).iterancestors("{*}tr")))

    def save(self) -> None:
        self.document.save(str(self.path))

    def _paragraphs(self) -> Iterator[CT_P]:
        yield from self.document.element.body.iter("{*}p")


def _drop(element: Any) -> None:
    element.getparent().remove(element)


def _text(paragraph: CT_P) -> str:
    return "".join(one.text or "" for one in paragraph.xpath(".//w:t")).replace(NBSP, " ")
