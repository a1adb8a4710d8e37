"""How each contender of the filling bench fills a Word template, as its users do."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.table import _Row
from docxtpl import DocxTemplate
from jinja2 import Environment
from mailmerge import MailMerge

from bench.fill_workloads import COLUMNS
from reports.filling import fill, fill_bytes, prepare
from reports.packages import Part, open_package, pack, write_whole, zipped
from reports.prints import PrintStamp

STAMP = PrintStamp(datetime(2026, 1, 5, 8, 0, tzinfo=UTC))
Fields = Mapping[str, str]
Lists = Mapping[str, list[dict[str, str]]]
Contender = Callable[[bytes, Fields, Lists, Path], object]


def ours(template: bytes, fields: Fields, lists: Lists, target: Path) -> None:
    fill(template, {**fields, **lists}, target, stamp=STAMP)


def docxtpl(template: bytes, fields: Fields, lists: Lists, target: Path) -> None:
    document = DocxTemplate(io.BytesIO(template))
    document.render({**fields, **lists}, Environment(autoescape=True))
    document.save(target)


def mailmerge(template: bytes, fields: Fields, lists: Lists, target: Path) -> None:
    with MailMerge(io.BytesIO(template)) as document:
        document.merge(**fields)
        for name, rows in lists.items():
            document.merge_rows(f"{name}_{COLUMNS[0]}", [_named(name, row) for row in rows])
        document.write(target)


def python_docx(template: bytes, fields: Fields, lists: Lists, target: Path) -> None:
    """Opens the file, copies the rows, and replaces marks run by run."""
    document = docx.Document(io.BytesIO(template))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            _replace(run, fields)
    for table, (name, rows) in zip(document.tables, lists.items(), strict=True):
        model = table.rows[1]._tr
        for row in rows:
            made = copy.deepcopy(model)
            model.addprevious(made)
            for cell in _Row(made, table).cells:
                for run in cell.paragraphs[0].runs:
                    _replace(run, _named(name, row))
        table._tbl.remove(model)
    document.save(str(target))


def _named(name: str, row: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}_{key}": value for key, value in row.items()}


def _replace(run: docx.text.run.Run, values: Fields) -> None:
    text = run.text
    if "{{" in text:
        for name, value in values.items():
            text = text.replace(f"{{{{ {name} }}}}", value)
        run.text = text


def floor(template: bytes, fields: Fields, lists: Lists) -> Callable[[Path], object]:
    """Deflating what our filling deflates, and writing the same bytes in the same way."""
    content, _ = fill_bytes(template, {**fields, **lists}, stamp=STAMP)
    kept = prepare(template).parts
    parts = open_package(content)
    fresh = {name: part.content() for name, part in parts.items() if kept[name].packed != part.packed}

    def write(target: Path) -> None:
        made: dict[str, Part] = {name: pack(name, fresh[name]) if name in fresh else parts[name] for name in parts}
        write_whole(target, zipped(made))

    return write
