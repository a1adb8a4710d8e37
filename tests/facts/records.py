"""A place's book as the facts are looked for in it: every record with all that it says, its results and its names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ward.book import Book
from ward.figures import Claim
from ward.kinds import KINDS
from ward.loading import load
from ward.statements import claim_of
from ward.text import fold

YEARLY = {kind.key for kind in KINDS.values() if kind.yearly}


@dataclass
class Held:
    """One record: its fields, the names of what it points to, the figures about it, its other names."""

    id: int
    kind: str
    values: dict[str, Any]
    pointed: list[str] = field(default_factory=list)
    around: list[Held] = field(default_factory=list)
    results: list[Held] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the record is called: a figure by its indicator or label, an award by form and reason."""
        if self.kind == "figure":
            return " ".join(filter(None, (self.values["label"], *self.pointed[:1])))
        if self.kind == "award" and self.values["award_type"]:
            return " ".join(filter(None, (*self.pointed[:1], self.values["reason"], self.values["counted_words"])))
        parts = (
            "name",
            "doc_kind",
            "number",
            "subject",
            "text",
            "form_words",
            "reason",
            "counted_words",
            "words",
            "theme",
        )
        own = [str(self.values[key]) for key in parts if self.values.get(key)]
        return " ".join(own + [row["name"] for row in self.values.get("names", ())])

    @property
    def said(self) -> str:
        """All text of the record: its fields, its lists, its other names, what it points to."""
        texts = [value for value in self.values.values() if isinstance(value, str)]
        for rows in self.values.values():
            if isinstance(rows, tuple):
                texts += [
                    cell for row in rows if isinstance(row, dict) for cell in row.values() if isinstance(cell, str)
                ]
        return " \n ".join([*texts, *self.pointed, *self.aliases])

    @property
    def recipients(self) -> list[str]:
        """The names of those whom an award names."""
        named = {one.id: called(one) for one in self.around}
        return [row["words"] or named[row["who"]] for row in self.values["recipients"]]

    @property
    def claims(self) -> list[Claim]:
        return [claim_of(row) for row in self.values.get("claims", ())]

    @property
    def statements(self) -> list[Held]:
        """The figures that this record is, or that are about it."""
        return [self] if self.kind == "figure" else self.results


def read(book: Book) -> list[Held]:
    """All records of the book."""
    found = {}
    for identity, kind in book.db.execute_sql("SELECT id, kind FROM record WHERE binned = 0").fetchall():
        found[identity] = Held(identity, kind, load(book.db, identity).values)
    for held in found.values():
        held.around = [found[target] for target in _pointed(held)]
        held.pointed = [called(target) for target in held.around]
        if held.kind == "alias":
            found[held.values["of"]].aliases.append(held.values["name"])
        if held.kind == "figure" and held.values["about"]:
            found[held.values["about"]].results.append(held)
    return list(found.values())


def called(held: Held) -> str:
    """The plain name of a record that others point to."""
    names = [row["name"] for row in held.values.get("names", ())]
    own = [held.values.get(key) or "" for key in ("name", "number", "subject")]
    return " ".join(filter(None, (*own, *names[-1:])))


def _pointed(held: Held) -> list[int]:
    kind = KINDS[held.kind]
    own = [held.values[shape.key] for shape in kind.shape.references]
    rows = [
        row[shape.key]
        for key, listed in kind.list_shapes.items()
        for row in held.values[key]
        for shape in listed.references
    ]
    return [target for target in (*own, *rows) if target]


def words(text: str) -> set[str]:
    """The words of a text without diacritics and marks; long forms and their usual short forms count as one."""
    plain = fold(text)
    for long, short in SHORT_FORMS.items():
        plain = plain.replace(long, short)
    return {word for word in "".join(c if c.isalnum() else " " for c in plain).split() if word not in EMPTY_WORDS}


SHORT_FORMS = {
    "toan dan bao ve an ninh to quoc": "tdbvantq",
    "bao ve an ninh to quoc": "bvantq",
    "bao ve antq": "bvantq",
    "cuu nan cuu ho": "cnch",
    "giai phong mat bang": "gpmb",
    "mat tran to quoc": "mttq",
    "to dan pho": "tdp",
    "uy ban nhan dan": "ubnd",
}
EMPTY_WORDS = {
    "cua",
    "va",
    "cac",
    "ve",
    "tai",
    "trong",
    "cho",
    "duoc",
    "la",
    "co",
    "khong",
    "do",
    "de",
    "voi",
    "mo",
    "hinh",
}


def share(part: set[str], whole: set[str]) -> float:
    """How much of the first set of words the second one has."""
    return len(part & whole) / len(part) if part else 0.0


def by_kind(records: list[Held]) -> dict[str, list[Held]]:
    """The records by kind."""
    found: dict[str, list[Held]] = defaultdict(list)
    for held in records:
        found[held.kind].append(held)
    return found


def number(value: Any) -> Decimal:
    """The exact number that a fact's JSON number writes."""
    return Decimal(str(value))
