"""What tells records apart on screen: the kind's name, and of a person the birth year and the unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.session import Session
from forms.catalogue import FORMS
from ward.book import Book
from ward.edits import Add
from ward.kinds import KINDS
from ward.listing import Line, Listing, Wanted
from ward.search import Hit
from ward.titles import title

NAMED_BY: dict[str, str] = {"document": "subject"}
"""The field that takes the name of a record that is added from a reference; "name" for the other kinds."""
ADDABLE = (
    "unit", "person", "household", "document", "movement", "practice", "event", "task", "indicator", "award_type",
)  # fmt: skip
NO_TITLE = "(chưa có tên)"
PERSON_COLUMNS = ("birth", "position", "unit")


def kind_label(kind: str) -> str:
    """The kind's name in the middle of a sentence: "cá nhân"."""
    return lowered(FORMS[kind].label)


def lowered(label: str) -> str:
    """A label in the middle of a sentence; abbreviations keep their capitals."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def shortened(text: str) -> str:
    """A title short enough for a sentence."""
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def blank_values(kind: str) -> dict[str, Any]:
    """The values of a record of this kind that says nothing yet."""
    own = {field.key: field.empty for field in KINDS[kind].shape.fields}
    return {**own, **{key: () for key in KINDS[kind].list_shapes}, "years": ()}


def new_title(kind: str, values: Mapping[str, Any]) -> str:
    """The line of a record that is to be added, in quotation marks; empty when it has no name yet."""
    complete = {**blank_values(kind), **values}
    for key, shape in KINDS[kind].list_shapes.items():
        complete[key] = [{**{one.key: one.empty for one in shape.fields}, **row} for row in complete[key]]
    line = title(kind, complete)
    return "" if line == NO_TITLE else f"“{shortened(line)}”"


def person_details(book: Book, persons: Sequence[int]) -> dict[int, str]:
    """Of each person what tells namesakes apart: "sinh 1980, Bí thư chi bộ, Tổ dân phố 5"."""
    listing = Listing(book.db, Wanted("person", PERSON_COLUMNS), list(persons))
    return {line.id: _details(line) for line in listing.lines(0, len(persons))}


def hit_lines(book: Book, hits: Sequence[Hit], several_kinds: bool) -> list[str]:
    """One line for each record that was found, with its kind where there are several."""
    details = person_details(book, [hit.id for hit in hits if hit.kind == "person"])
    lines: list[str] = []
    for hit in hits:
        more = [details.get(hit.id, ""), FORMS[hit.kind].label if several_kinds else ""]
        said = " · ".join(filter(None, more))
        lines.append(f"{hit.title}   ({said})" if said else hit.title)
    return lines


def add_named(session: Session, kind: str, name: str) -> int:
    """Adds a record that has only its name yet, in the chosen year; gives its id. Raises UserError."""
    values: dict[str, Any] = {"names": [{"name": name}]} if kind == "unit" else {NAMED_BY.get(kind, "name"): name}
    if KINDS[kind].yearly and session.year:
        values["years"] = (session.year,)
    return session.write(f"Thêm {kind_label(kind)} “{name}”", [Add(kind, values)]).added[0]


def _details(line: Line) -> str:
    birth, position, unit = line.cells
    return ", ".join(filter(None, (f"sinh {birth[:4]}" if birth else "", position, unit)))
