"""Small Word and Excel templates for tests, made as a person would make them."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from reports.prints import Filled, Printed, PrintStamp
from reports.word.filling import fill

STAMP = PrintStamp(datetime(2026, 1, 5, 8, 0, tzinfo=UTC))
RECORD = "0190a1b2c3d4e5f60718293a4b5c6d7e"
OTHER_RECORD = "f" * 32
# python-docx's own starter document carries an outdated part that differs from its styles
_STARTER_FAULTS = ("stylesWithEffects.xml",)


def printed(text: str, field: str = "value", record: str = RECORD) -> Printed:
    return Printed(text, record=record, field=field, what="Số liệu")


def word(*paragraphs: str, build: Callable[[Document], object] | None = None) -> bytes:
    """A Word file with these paragraphs, and what `build` adds."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if build:
        build(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """A table of these texts."""
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def filled(template: bytes, context: Mapping[str, object], folder: Path, **options: Any) -> Filled:
    return fill(template, context, folder / "paper.docx", stamp=STAMP, **options)


def workbook(rows: Sequence[Sequence[object]], build: Callable[[Worksheet], object] | None = None) -> bytes:
    """An Excel file with one sheet “Biểu” of these rows, and what `build` adds."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu"
    for row in rows:
        sheet.append(list(row))
    if build:
        build(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def faults(paper: Path) -> list[str]:
    """What the Open XML validator finds wrong, but for the known faults of the libraries that make templates."""
    result = OpenXmlValidator().validate(str(paper))
    found = [f"{error.part_uri}: {error.description}" for error in result.errors]
    return [fault for fault in found if not any(known in fault for known in _STARTER_FAULTS)]
