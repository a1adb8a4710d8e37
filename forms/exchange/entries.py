"""An entry: one record of an exchange file on its way in, with its references, doubts and refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from forms.exchange.converting import Pointer


@dataclass(slots=True)
class Doubt:
    """A question about one value: where, the sentence, and for each reading its label and the fields it sets."""

    place: str
    sentence: str
    readings: tuple[tuple[str, dict[str, Any]], ...]
    into: dict[str, Any]


@dataclass(slots=True)
class Link:
    """A reference inside an entry: which field of `row` (the record's values, or a row of a list) points where.

    `target` is found later: an entry of the file, or the id of a record of the book.
    """

    row: dict[str, Any]
    key: str
    pointer: Pointer
    place: str
    target: Entry | int | None = None


@dataclass(slots=True, eq=False)
class Entry:
    """One record of the file: its place, identity and given values; `refusals` are (place, sentence)."""

    index: int
    kind: str = ""
    uid: bytes | None = None
    local: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    refusals: list[tuple[str, str]] = field(default_factory=list)

    @property
    def place(self) -> str:
        return f"records[{self.index}]"

    def refuse(self, inner: str, sentence: str) -> None:
        """Adds a reason; `inner` is the place below the record (".birth", ".positions[0].unit")."""
        self.refusals.append((self.place + inner, sentence))
