"""The one line that names a record in lists, made from its own fields, and the key it sorts by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ward.dates import PartialDate, show_date
from ward.text import person_sort_key, sort_key

Values = Mapping[str, Any]


def title(kind: str, values: Values) -> str:
    """The record's line, one to 200 characters; "(chưa có tên)" when its fields say nothing yet."""
    line = " ".join(TITLES.get(kind, _name)(values).split())
    return line[:199] + "…" if len(line) > 200 else line or "(chưa có tên)"


def title_key(kind: str, line: str) -> bytes:
    """The bytes that a list sorts by: Vietnamese order, persons by their given name."""
    return person_sort_key(line) if kind == "person" else sort_key(line)


def _name(values: Values) -> str:
    return str(values["name"])


def _unit(values: Values) -> str:
    names = values["names"]
    return max(names, key=lambda row: (row["until"] == "", row["since"]))["name"] if names else ""


def _document(values: Values) -> str:
    words = [values["doc_kind"] or "Văn bản"]
    if values["number"]:
        words.append(f"số {values['number']}")
    if values["issued_on"]:
        words.append("ngày " + show_date(PartialDate(values["issued_on"])))
    line = " ".join(words)
    return f"{line}: {values['subject']}" if values["subject"] else line


def _registration(values: Values) -> str:
    return " – ".join(filter(None, (values["registrant_words"], values["content"], values["field"])))


def _figure(values: Values) -> str:
    return ": ".join(filter(None, (values["label"], values["words"])))


def _award(values: Values) -> str:
    who = "; ".join(filter(None, (row["words"] for row in values["recipients"])))
    return " – ".join(filter(None, (who or values["counted_words"], values["form_words"], values["reason"])))


TITLES: dict[str, Callable[[Values], str]] = {
    "unit": _unit,
    "document": _document,
    "registration": _registration,
    "figure": _figure,
    "award": _award,
    "year": lambda values: f"Năm {values['year']}" if values["year"] else "",
    "succession": lambda values: values["note"] or "Thay đổi đơn vị",
    "passage": lambda values: values["text"],
    "evidence": lambda values: values["caption"] or values["file_name"],
    "acceptance": lambda values: values["reason"],
}
