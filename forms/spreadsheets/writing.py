"""Saving a workbook whole or not at all, in the order of parts that the format asks for."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ward.errors import UserError

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STYLES = "xl/styles.xml"
_INLINE = re.compile(rb'<c([^>]*) t="inlineStr"([^>]*)><is>(.*?)</is></c>', re.DOTALL)
_TEXTS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_TEXTS_RELATION = (
    b'<Relationship Id="rIdTexts" Target="sharedStrings.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)
_FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
    "charset", "scheme",
)  # fmt: skip
"""The order in which the Open XML SDK wants a font's parts; openpyxl writes them in an older one."""


def save_workbook(book: Workbook, target: Path) -> Path:
    """Writes the workbook; the old file stays until the new one is whole. Raises UserError when it cannot be."""
    buffer = io.BytesIO()
    book.save(buffer)
    content = _in_order(buffer.getvalue())
    part = target.with_name(f".{target.name}.tmp")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(
            f"Không ghi được “{target.name}”. Hãy đóng tệp trong Excel, hoặc chọn chỗ khác rồi thử lại."
        ) from error
    return target


def _in_order(content: bytes) -> bytes:
    """The same package with the parts of each font in their order, and its texts in the table of texts."""
    written = io.BytesIO()
    texts: dict[bytes, int] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {entry: old.read(entry) for entry in old.infolist()}
        for entry, data in parts.items():
            if entry.filename == _STYLES:
                data = _ordered_fonts(data)
            elif entry.filename.startswith("xl/worksheets/"):
                data = _INLINE.sub(lambda cell: _shared(cell, texts), data)
            elif entry.filename == "[Content_Types].xml":
                data = data.replace(b"</Types>", _TEXTS_TYPE + b"</Types>")
            elif entry.filename == "xl/_rels/workbook.xml.rels":
                data = data.replace(b"</Relationships>", _TEXTS_RELATION + b"</Relationships>")
            new.writestr(entry, data)
        listed = b"".join(b"<si>" + text + b"</si>" for text in texts)
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">'.encode() + listed + b"</sst>")
    return written.getvalue()


def _shared(cell: re.Match[bytes], texts: dict[bytes, int]) -> bytes:
    number = texts.setdefault(cell.group(3), len(texts))
    return b'<c%b t="s"%b><v>%d</v></c>' % (cell.group(1), cell.group(2), number)


def _ordered_fonts(styles: bytes) -> bytes:
    ElementTree.register_namespace("", _MAIN)
    root = ElementTree.fromstring(styles)
    for font in root.iter(f"{{{_MAIN}}}font"):
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(part.tag.removeprefix(f"{{{_MAIN}}}")))
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written
