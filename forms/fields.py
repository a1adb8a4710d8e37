"""The words of a declaration: kinds of field, sections, columns, and the form of one kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Width = Literal["short", "medium", "wide"]


@dataclass(frozen=True)
class Field:
    """One field: its permanent key, its Vietnamese label, the help below it, how much is expected.

    `required` fields are missed in words while they are empty; they never block saving. `kept` fields are written
    by the program's own acts (signing a paper): the form shows them, nobody types into them.
    """

    key: str
    label: str
    help: str = ""
    width: Width = "medium"
    required: bool = False
    kept: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the record's values that this field shows and writes."""
        return (self.key,)


@dataclass(frozen=True)
class Text(Field):
    """A text; more than one `lines` makes a box. `suggestions` are offered, anything else is taken too."""

    lines: int = 1
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice(Field):
    """One of `options` (key to label), or none."""

    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Day(Field):
    """A day, a month or only a year."""


@dataclass(frozen=True)
class Period(Field):
    """A period as the clerk writes it: the code goes to `key`, the words to `words`."""

    words: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, self.words)


@dataclass(frozen=True)
class Whole(Field):
    """A whole number that is no statistic: an order, a year, a count of members."""


@dataclass(frozen=True)
class Flag(Field):
    """Yes or no."""


@dataclass(frozen=True)
class Reference(Field):
    """A record of one of `kinds` (of any when empty); with `words`, plain words where none is registered."""

    kinds: tuple[str, ...] = ()
    words: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, self.words) if self.words else (self.key,)


@dataclass(frozen=True)
class Statement(Field):
    """A figure in one line: what is typed is read by `ward.figures`; its parts go to the `parts` keys."""

    parts: tuple[str, ...] = (
        "words",
        "state",
        "shape",
        "value",
        "value_to",
        "out_of",
        "measure",
        "qualifier",
        "qualifier_after",
    )

    @property
    def keys(self) -> tuple[str, ...]:
        return self.parts


@dataclass(frozen=True)
class Claims(Field):
    """The clerk's comparisons, typed in one line and kept as rows."""


@dataclass(frozen=True)
class Years(Field):
    """The work years that the record belongs to."""


@dataclass(frozen=True)
class Rows(Field):
    """A list inside the record: one row for each entry, in the clerk's order."""

    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Section:
    """Fields under one heading; a quiet section starts folded."""

    title: str
    fields: tuple[Field, ...]
    folded: bool = False


@dataclass(frozen=True)
class Column:
    """A column of the list: a field, or an expression that `ward.listing` knows for the kind."""

    key: str
    label: str
    width: int = 140
    align_right: bool = False


@dataclass(frozen=True)
class Form:
    """Everything that screen, workbook, exchange file and papers need to know of one kind of record.

    `natural_key` names the fields that tell two records of the kind apart where no uid is given; a name with a
    dot ("positions.unit") means that field of the first row. `group` is where the sidebar lists the kind, empty
    when it has no entry of its own.
    """

    kind: str
    label: str
    plural: str
    group: str
    sections: tuple[Section, ...]
    columns: tuple[Column, ...]
    natural_key: tuple[str, ...]
    empty_text: str = ""
    has_figures: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in the order of the sections."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, key: str) -> Field | None:
        """The field that shows this key of the record's values."""
        return next((field for field in self.fields if key in field.keys), None)
