"""The lines of a dry run as a person reads them: the record's own line, and its differences in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from forms.catalogue import FORMS
from forms.exchange.entries import Entry
from forms.exchange.indexing import line
from forms.exchange.plan import Difference, Item, PlanLine
from forms.exchange.resolving import Resolver
from ward.figures import show_number
from ward.kinds import KINDS
from ward.shapes import Shape


def describer(resolver: Resolver) -> Callable[[Item], PlanLine]:
    """What makes the line of an item; asked only for the lines that are looked at."""
    return lambda item: _line(resolver, item)


def _line(resolver: Resolver, item: Item) -> PlanLine:
    entry = item.entry
    place = item.reasons[0][0] if item.verdict == "refused" else entry.place
    said = [sentence if where == place else f"{where}: {sentence}" for where, sentence in item.reasons]
    return PlanLine(
        place,
        entry.kind,
        _title(resolver, entry),
        item.verdict,
        "; ".join(said),
        tuple(_difference(resolver, item, key) for key in item.changed),
        item.uid or entry.uid,
        item.choices,
    )


def _title(resolver: Resolver, entry: Entry) -> str:
    return line(entry.kind, entry.values, lambda target: _shown_reference(resolver, target)) if entry.kind else ""


def _difference(resolver: Resolver, item: Item, key: str) -> Difference:
    kind = item.entry.kind
    assert item.record is not None
    stored = resolver.known.load(kind, [item.record])[item.record]
    field = FORMS[kind].field(key)
    sides = [_shown(resolver, kind, key, value) for value in (stored[key], item.changed[key])]
    return Difference(key, field.label if field else key, *sides)


def _shown(resolver: Resolver, kind: str, key: str, value: Any) -> str:
    if key == "years":
        return ", ".join(map(str, value))
    rows = KINDS[kind].list_shapes.get(key)
    if rows:
        return "; ".join(_shown_row(resolver, rows, row) for row in value)
    return _shown_cell(resolver, KINDS[kind].shape, key, value)


def _shown_row(resolver: Resolver, shape: Shape, row: dict[str, Any]) -> str:
    cells = (_shown_cell(resolver, shape, key, value) for key, value in row.items())
    return " – ".join(filter(None, cells))


def _shown_cell(resolver: Resolver, shape: Shape, key: str, value: Any) -> str:
    kind = shape.by_key[key].type
    if kind == "ref":
        return _shown_reference(resolver, value)
    if value is None or value is False or value == "":
        return ""
    return show_number(value) if kind == "exact" else "có" if value is True else str(value)


def _shown_reference(resolver: Resolver, target: Any) -> str:
    if isinstance(target, Entry):
        return line(target.kind, target.values)
    return resolver.known.title(target) if type(target) is int else ""
