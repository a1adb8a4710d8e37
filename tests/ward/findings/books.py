"""Small books for the findings: records typed the way a clerk types them, in one line each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from ward.book import Book
from ward.edits import Add, Amend
from ward.findings import Finding, findings, findings_of
from ward.statements import typed_claims, typed_figure, typed_period

TODAY = dt.date(2026, 3, 1)


class Ward:
    """A new book, and short verbs that add one record each and give its id."""

    def __init__(self, path: Path) -> None:
        self.book = Book.create(path, who="Thử")

    def add(self, kind: str, **values: Any) -> int:
        return self.book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]

    def amend(self, record: int, **values: Any) -> None:
        self.book.write("Sửa", [Amend(record, values)])

    def indicator(self, name: str, *parts: int, **values: Any) -> int:
        return self.add("indicator", name=name, parts=[{"part": part} for part in parts], **values)

    def figure(self, indicator: int | None, words: str, period: str = "", claims: str = "", **values: Any) -> int:
        year = int(period[-4:]) if period[-4:].isdigit() else None
        typed = {**typed_figure(words), **typed_period(period, year=year)}
        scope = [{"unit": unit} for unit in values.pop("scope", ())]
        values.setdefault("years", (year,) if year else ())
        values.setdefault("role", "actual")
        rows = typed_claims(claims, year=year)
        return self.add("figure", indicator=indicator, claims=rows, scope=scope, **{**typed, **values})

    def unit(self, name: str, kind: str = "", parent: int | None = None, **values: Any) -> int:
        return self.add("unit", names=[{"name": name, "unit_kind": kind, "parent": parent}], **values)

    def found(self, rule: str = "", year: int | None = None) -> list[Finding]:
        """The findings whose key begins with the rule's name (all without one)."""
        return [one for one in findings(self.book.db, year=year, today=TODAY) if one.key.startswith(rule)]

    def beside(self, record: int, rule: str = "") -> list[Finding]:
        """What the form of one record shows."""
        return [one for one in findings_of(self.book.db, record, today=TODAY) if one.key.startswith(rule)]
