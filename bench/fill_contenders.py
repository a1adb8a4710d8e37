"""How each contender of the filling bench fills a Word template, as its users do; all give the file's bytes."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import docx
from docx.table import _Row
from docx.text.run import Run
from docxtpl import DocxTemplate
from jinja2 import Environment
from mailmerge import MailMerge

from bench.fill_workloads import COLUMNS
from reports.office_files.packages import open_package, pack, zipped
from reports.prints import PrintStamp
from reports.word.filling import fill_bytes, prepare

STAMP = PrintStamp(datetime(2026, 1, 5, 8, 0, tzinfo=UTC))
Fields = Mapping[str, str]
Lists = Mapping[str, list[dict[str, str]]]
Contender = Callable[[bytes, Fields, Lists], bytes]


def ours(template: bytes, fields: Fields, lists: Lists) -> bytes:
    return fill_bytes(template, {**fields, **lists}, stamp=STAMP)[0]


def docxtpl(template: bytes, fields: Fields, lists: Lists) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render({**fields, **lists}, Environment(autoescape=True))
    return _saved(document)


def mailmerge(template: bytes, fields: Fields, lists: Lists) -> bytes:
    written = io.BytesIO()
    with MailMerge(io.BytesIO(template)) as document:
        document.merge(**fields)
        for name, rows in lists.items():
            document.merge_rows(f"{name}_{COLUMNS[0]}", [_named(name, row) for row in rows])
        document.write(written)
    return written.getvalue()


def python_docx(template: bytes, fields: Fields, lists: Lists) -> bytes:
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
        model.getparent().remove(model)  # type: ignore[union-attr]
    return _saved(document)


def floor_of(template: bytes, paper: bytes) -> Callable[[], bytes]:
    """Deflating what our filling deflates of a paper, and putting the same package together."""
    kept, parts = prepare(template).parts, open_package(paper)
    fresh = {name: part.content() for name, part in parts.items() if kept[name].packed != part.packed}
    return lambda: zipped({name: pack(name, fresh[name]) if name in fresh else parts[name] for name in parts})


def _saved(document: object) -> bytes:
    written = io.BytesIO()
    document.save(written)  # type: ignore[attr-defined]
    return written.getvalue()


def _named(name: str, row: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}_{key}": value for key, value in row.items()}


def _replace(run: Run, values: Fields) -> None:
    text = run.text
    if "{{" in text:
        for name, value in values.items():
            text = text.replace(f"{{{{ {name} }}}}", value)
        run.text = text
