"""The templates of the filling bench's papers, of the kind that each contender fills."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from bench.fill_workloads import COLUMNS, Line, Rows, Workload


def template(workload: Workload, kind: str) -> bytes:
    """The Word file, of kind "tags" (docxtpl, ours), "merge" (merge fields) or "marks" (for search and replace)."""
    document = docx.Document()
    for block in workload.blocks:
        if isinstance(block, Line):
            _put(document.add_paragraph(), block.texts, block.fields, kind)
        else:
            _put_rows(document, block, kind)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _put(paragraph: Paragraph, texts: Sequence[str], fields: Sequence[str], kind: str) -> None:
    for text, field in zip(texts, (*fields, ""), strict=True):
        paragraph.add_run(text)
        if field and kind == "merge":
            paragraph._p.append(_merge_field(field))
        elif field:
            paragraph.add_run(f"{{{{ {field} }}}}")


def _put_rows(document: Document, rows: Rows, kind: str) -> None:
    table = document.add_table(1, len(COLUMNS), style="Table Grid")
    for cell, key in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = key.upper()
    if kind == "tags":
        table.add_row().cells[0].text = f"{{%tr for r in {rows.name} %}}"
    for cell, key in zip(table.add_row().cells, COLUMNS, strict=True):
        field = f"r.{key}" if kind == "tags" else f"{rows.name}_{key}"
        _put(cell.paragraphs[0], ("", ""), (field,), kind)
    if kind == "tags":
        table.add_row().cells[0].text = "{%tr endfor %}"


def _merge_field(name: str) -> Any:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" MERGEFIELD {name} \\* MERGEFORMAT ")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = f"«{name}»"
    run.append(text)
    field.append(run)
    return field
