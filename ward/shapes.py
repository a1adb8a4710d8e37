"""The shape of a table as the door sees it: logical fields, how each is stored, and how it stands in JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from ward.errors import UserError
from ward.exact import MAX_DIGITS, as_pair, from_pair
from ward.tables.columns import (
    ChildRow,
    Code,
    Coefficient,
    Day,
    Exponent,
    Flag,
    KindRow,
    PeriodCode,
    Ref,
    Text,
    Whole,
)

TYPES = {Day: "day", PeriodCode: "period", Text: "text", Whole: "whole", Flag: "flag", Ref: "ref"}
MAX_WHOLE = 10**MAX_DIGITS - 1
EMPTY: dict[str, Any] = {
    "day": "",
    "period": "",
    "text": "",
    "whole": None,
    "flag": False,
    "ref": None,
    "exact": None,
}


@dataclass(frozen=True)
class FieldShape:
    """One logical field: its key, its type (a key of `EMPTY`), its column(s) and, for a reference, the kinds.

    `searched` are the texts that search looks into.
    """

    key: str
    type: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    searched: bool = False

    @property
    def empty(self) -> Any:
        return EMPTY[self.type]


@dataclass(frozen=True)
class Shape:
    """The fields of one table; `owner` is the column that names the record they belong to."""

    table: str
    owner: str
    fields: tuple[FieldShape, ...]

    @cached_property
    def by_key(self) -> dict[str, FieldShape]:
        return {field.key: field for field in self.fields}

    @cached_property
    def blank(self) -> dict[str, Any]:
        """A row that says nothing."""
        return {field.key: field.empty for field in self.fields}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The keys of the texts in which one searches."""
        return tuple(field.key for field in self.fields if field.searched)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for field in self.fields for column in field.columns)

    @cached_property
    def references(self) -> tuple[FieldShape, ...]:
        return tuple(field for field in self.fields if field.type == "ref")

    @cached_property
    def _has_exact(self) -> bool:
        return any(field.type == "exact" for field in self.fields)

    def complete(self, values: Mapping[str, Any], resolve: Callable[[Any], int | None]) -> dict[str, Any]:
        """All fields of one row, checked: given values normalised, the others empty.

        Raises: KeyError for an unknown field, TypeError for a value of the wrong type (both are our bugs).
        """
        return {**self.blank, **self.normalise(values, resolve)}

    def normalise(self, values: Mapping[str, Any], resolve: Callable[[Any], int | None]) -> dict[str, Any]:
        """The given fields only, as they are kept: NFC text, Decimal, record ids. Raises as `complete`."""
        by_key = self.by_key
        return {key: _kept(by_key[key], value, resolve) for key, value in values.items()}

    def stored(self, row: Mapping[str, Any]) -> list[Any]:
        """The column values of a complete row, in the order of `columns`."""
        if not self._has_exact:
            return [row[key] for key in self.by_key]
        cells: list[Any] = []
        for field in self.fields:
            value = row[field.key]
            if field.type == "exact":
                cells.extend((None, None) if value is None else as_pair(value))
            else:
                cells.append(value)
        return cells

    def loaded(self, cells: Sequence[Any]) -> dict[str, Any]:
        """The row that `stored` gave these cells for."""
        row: dict[str, Any] = {}
        rest: Iterator[Any] = iter(cells)
        for field in self.fields:
            cell = next(rest)
            if field.type == "exact":
                exponent = next(rest)
                cell = None if cell is None else from_pair(cell, exponent)
            elif field.type == "flag":
                cell = bool(cell)
            row[field.key] = cell
        return row


def shape_of(model: type[KindRow] | type[ChildRow]) -> Shape:
    """The shape that a table's peewee declaration gives."""
    meta = model._meta
    fields: list[FieldShape] = []
    for field in meta.sorted_fields:
        if field.name in ("owner", "position") and issubclass(model, ChildRow):
            continue
        if field.name == "record" and issubclass(model, KindRow):
            continue
        if isinstance(field, Exponent):
            continue
        fields.append(_field_shape(field))
    owner = "owner_id" if issubclass(model, ChildRow) else "record_id"
    return Shape(meta.table_name, owner, tuple(fields))


def _field_shape(field: Any) -> FieldShape:
    if isinstance(field, Coefficient):
        key = field.name.removesuffix("_coefficient")
        return FieldShape(key, "exact", (f"{key}_coefficient", f"{key}_exponent"))
    kind = next(name for base, name in TYPES.items() if isinstance(field, base))
    searched = kind == "text" and not isinstance(field, Code)
    return FieldShape(field.name, kind, (field.column_name,), getattr(field, "kinds", ()), searched)


def _kept(field: FieldShape, value: Any, resolve: Callable[[Any], int | None]) -> Any:
    kind = field.type
    if kind in ("text", "day", "period"):
        if type(value) is not str:
            raise TypeError(f"{field.key}: text expected, got {value!r}")
        return value if unicodedata.is_normalized("NFC", value) else unicodedata.normalize("NFC", value)
    if value is None:
        return EMPTY[kind]
    if kind == "ref":
        return resolve(value)
    if kind == "flag":
        return bool(value)
    if kind == "exact":
        if isinstance(value, Decimal):
            return value or value.copy_abs()  # the file knows no negative zero
        raise TypeError(f"{field.key}: Decimal expected, got {value!r}")
    if type(value) is not int:
        raise TypeError(f"{field.key}: whole number expected, got {value!r}")
    if abs(value) > MAX_WHOLE:
        raise UserError("Số này dài quá 18 chữ số. Hãy kiểm tra lại.")
    return value
