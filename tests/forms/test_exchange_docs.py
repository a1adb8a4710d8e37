"""docs/exchange.md tells the truth: its examples are taken in, its tables are the declarations."""

import json
import re
from pathlib import Path

import pytest

from forms import fields
from forms.catalogue import FORMS
from forms.exchange import plan_import
from forms.exchange.describing import CLOSED_SETS
from ward.book import Book
from ward.kinds import EVERY_RECORD, KINDS
from ward.shapes import FieldShape

PAGE = Path(__file__).parents[2].joinpath("docs", "exchange.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
PLAIN = {"text": "text", "day": "day", "period": "period", "whole": "whole", "flag": "true/false", "exact": "exact"}


def field_rows(kind: str) -> list[str]:
    """The table of a kind, as the page shows it: key, label, what it takes."""
    declared = {key: field for field in FORMS[kind].fields for key in field.keys}
    rows = [_row(kind, "", shape, declared.get(shape.key)) for shape in KINDS[kind].shape.fields]
    for key in KINDS[kind].lists:
        rows += list_rows(kind, key)
    return rows


def list_rows(kind: str, key: str) -> list[str]:
    """The lines for the rows of one list."""
    listed = next((field for field in FORMS[kind].fields if field.key == key), None)
    inside = listed.fields if isinstance(listed, fields.Rows) else ()
    declared = {name: field for field in inside for name in field.keys}
    shapes = KINDS[kind].list_shapes[key].fields
    return [_row(kind, key, shape, declared.get(shape.key)) for shape in shapes]


def closed_set(place: str) -> str:
    """A closed set of values, as the page shows it."""
    kind, _, key = place.rpartition(".")
    return _options(CLOSED_SETS[kind, key])


def _row(kind: str, rows: str, shape: FieldShape, declared: fields.Field | None) -> str:
    path = f"{rows}.{shape.key}" if rows else shape.key
    shown = f"{rows}[].{shape.key}" if rows else shape.key
    key = " *key*" if path in FORMS[kind].natural_key else ""
    label = declared.label if declared else ""
    if declared and shape.key != declared.key:
        label = f"{label} (bằng lời)" if (shape.key.endswith("words") and shape.key != "words") or rows else label
    return f"| `{shown}`{key} | {label} | {_takes(kind, rows, shape, declared)} |"


def _takes(kind: str, rows: str, shape: FieldShape, declared: fields.Field | None) -> str:
    closed = CLOSED_SETS.get((f"{kind}.{rows}" if rows else kind, shape.key))
    options = closed or (declared.options if isinstance(declared, fields.Choice) else None)
    if options:
        return f"choice: {_options(options)}"
    if shape.type == "ref":
        return f"reference to {', '.join(shape.kinds) or 'any record'}"
    words = isinstance(declared, fields.Period) and declared.words and shape.type == "period"
    return f"period; its words go to `{declared.words}`" if words else PLAIN[shape.type]  # type: ignore[union-attr]


def _options(options) -> str:
    return ", ".join(f"`{key}` ({label})" for key, label in options.items())


def records_of(block: str):
    """The exchange file that an example is, or stands for."""
    content = json.loads(block)
    if isinstance(content, dict):
        return content
    return {"format": "sovang-exchange", "version": 1, "records": content}


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_an_example_of_the_page_is_taken_in_without_a_question(block: str, tmp_path: Path):
    with Book.create(tmp_path / "x.sovang") as book:
        plan = plan_import(book, records_of(block))
        assert [line for line in plan.lines if line.verdict != "new"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_a_kind_is_its_declaration(kind: str):
    section = PAGE.split(f"### `{kind}`")[1].split("\n### ")[0].split("\n## ")[0]
    assert [line for line in section.splitlines() if line.startswith("| `")] == field_rows(kind)


def test_the_lists_of_every_record_and_the_closed_sets_are_shown():
    for key in EVERY_RECORD:
        for row in list_rows("practice", key):
            assert row in PAGE
    assert closed_set("figure.claims.relation") in PAGE
    assert closed_set("figure.claims.basis") in PAGE


def test_every_kind_has_an_example():
    shown = {record["kind"] for block in BLOCKS for record in records_of(block)["records"]}
    assert shown == set(KINDS)
