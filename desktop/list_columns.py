"""What each column of a list reads and how its cells are shown, from the declaration of the kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from forms.fields import Choice, Column, Day, Field, Flag, Form, Period, Reference, Statement
from ward.dates import PartialDate, show_date
from ward.kinds import KINDS
from ward.listing import EXPRESSIONS
from ward.periods import Period as PeriodValue
from ward.periods import show_period

Show = Callable[..., str]


@dataclass(frozen=True)
class ShownColumn:
    """A column on screen: `keys` are what the listing reads for it, `show` makes one text of those cells.

    `order` is the key it sorts by; `width` in pixels at normal text; `right` for numbers.
    """

    key: str
    label: str
    keys: tuple[str, ...]
    show: Show
    order: str
    width: int
    right: bool = False


def shown_columns(form: Form) -> list[ShownColumn]:
    """The list's columns for this kind, the name first."""
    return [_shown(form, column) for column in form.columns]


def asked_keys(columns: list[ShownColumn]) -> tuple[str, ...]:
    """Every key that the listing must read for these columns, each once."""
    return tuple(dict.fromkeys(key for column in columns for key in column.keys))


def _shown(form: Form, column: Column) -> ShownColumn:
    plain = ShownColumn(column.key, column.label, (column.key,), _text, column.key, column.width, column.align_right)
    field = form.field(column.key)
    if field is None or column.key == "title" or (form.kind, column.key) in EXPRESSIONS:
        return plain
    return _of_field(form.kind, plain, field)


def _of_field(kind: str, plain: ShownColumn, field: Field) -> ShownColumn:
    if isinstance(field, Choice):
        return replace(plain, show=_choice(field.options))
    if isinstance(field, Day):
        return replace(plain, show=_day)
    if isinstance(field, Flag):
        return replace(plain, show=_flag)
    if isinstance(field, Period):
        return replace(plain, keys=field.keys, show=_period, order=field.key)
    if isinstance(field, Reference) and field.words:
        return replace(plain, keys=field.keys, show=_either)
    if isinstance(field, Statement) and plain.key == "words":
        keys = ("words", "state", "role") if "role" in KINDS[kind].shape.by_key else ("words", "state")
        return replace(plain, keys=keys, show=_statement, order="value")
    return plain


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _choice(options: Mapping[str, str]) -> Show:
    return lambda cell: options.get(cell, cell or "")


def _day(cell: str) -> str:
    return show_date(PartialDate(cell)) if cell else ""


def _flag(cell: Any) -> str:
    return "có" if cell else ""


def _period(code: str, words: str) -> str:
    return show_period(PeriodValue(code, words)) if code or words else ""


def _either(cell: str | None, words: str) -> str:
    return cell or words


def _statement(words: str, state: str, role: str = "") -> str:
    return words or "chưa có"
