"""A paper as text that a person can read in a diff: paragraphs with their style, tables, headers, sheets."""

import io
import posixpath
import zipfile
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLAIN_STYLES = ("", "Normal")


def word_text(paper: Path | bytes) -> str:
    """The whole text of a .docx: body, then headers, footers and notes under a line that names them."""
    with _archive(paper) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/")]
        styles = _style_names(archive)
        lines = _story(archive.read("word/document.xml"), styles)
        for kind, title in (("header", "ĐẦU TRANG"), ("footer", "CHÂN TRANG"), ("footnotes", "CHÚ THÍCH")):
            for name in sorted(name for name in names if posixpath.basename(name).startswith(kind)):
                lines += [f"=== {title} {posixpath.basename(name)}", *_story(archive.read(name), styles)]
    return "\n".join(lines) + "\n"


def _archive(paper: Path | bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(paper) if isinstance(paper, bytes) else paper)


def _style_names(archive: zipfile.ZipFile) -> dict[str, str]:
    root = etree.fromstring(archive.read("word/styles.xml"))
    found = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        found[style.get(f"{_W}styleId") or ""] = "" if name is None else name.get(f"{_W}val") or ""
    return found


def _story(xml: bytes, styles: dict[str, str]) -> list[str]:
    root = etree.fromstring(xml)
    body = root.find(f"{_W}body")
    return [line for block in _blocks(root if body is None else body) for line in _block_lines(block, styles)]


def _blocks(parent: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            found.append(child)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}footnote"):
            found.extend(_blocks(child))
    return found


def _block_lines(block: etree._Element, styles: dict[str, str]) -> list[str]:
    if block.tag == f"{_W}p":
        return [_paragraph(block, styles)]
    lines = []
    for row in block.iter(f"{_W}tr"):
        cells = [
            " ⏎ ".join(line for part in _blocks(cell) for line in _block_lines(part, {}))
            for cell in row.iterchildren(f"{_W}tc")
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]


def _paragraph(paragraph: etree._Element, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = "" if style is None else styles.get(style.get(f"{_W}val") or "", "")
    text = run_text(paragraph)
    return text if named in _PLAIN_STYLES else f"[{named}] {text}"


def run_text(paragraph: etree._Element) -> str:
    """The text of a paragraph with its breaks, tabs, fields and watermark."""
    pieces = []
    for element in paragraph.iter():
        within = element.getparent()
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{_W}br":
            pieces.append("⏎\n")
        elif element.tag == f"{_W}tab" and within is not None and within.tag == f"{_W}r":
            pieces.append("→")
        elif element.tag == f"{_W}instrText":
            pieces.append("{" + (element.text or "").strip() + "}")
        elif element.tag == "{urn:schemas-microsoft-com:vml}textpath" and element.get("string"):
            pieces.append(f"«{element.get('string')}»")
    return "".join(pieces)


def sheet_text(paper: Path) -> str:
    """Every sheet of an .xlsx: name and state, printed setup, rows of values, formulas and number formats."""
    from openpyxl import load_workbook

    lines = []
    for sheet in load_workbook(paper):
        hidden = "" if sheet.sheet_state == "visible" else f" ({sheet.sheet_state})"
        lines.append(f"=== TRANG {sheet.title}{hidden}")
        for row in sheet.iter_rows():
            if sheet.title == "_sv":  # of what was printed only what leads to a record
                row = row[:6] if row[2].value else ()
            if not row:
                continue
            shown = [_cell(cell.value, cell.number_format) for cell in row]
            lines.append("| " + " | ".join(shown) + " |")
    return "\n".join(lines) + "\n"


def _cell(value: object, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\n", " ⏎ ")
    return f"{value} [{number_format}]"
