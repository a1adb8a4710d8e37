"""Values from the history in the clerk's words: labels for keys, titles for references, dates as written."""

from __future__ import annotations

from typing import Any

from forms.fields import Choice, Claims, Day, Field, Flag, Form, Period, Reference, Rows, Statement
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.errors import UserError
from ward.lookups import heads_by_uid
from ward.periods import Period as WrittenPeriod
from ward.periods import show_period

MARKS = {"@binned": "Thùng rác", "@forwarded_to": "Gộp vào"}


class Reader:
    """Tells what stood in a field of one kind of record."""

    def __init__(self, book: Book, form: Form) -> None:
        self._book = book
        self._form = form
        self._titles: dict[str, str] = {}

    def label(self, key: str) -> str:
        """The field's label; empty for a key that the form shows nowhere."""
        field = self._form.field(key)
        return field.label if field else MARKS.get(key, "")

    def is_shown(self, key: str, keys: set[str]) -> bool:
        """Whether this key has a line of its own beside the others that the same act changed."""
        field = self._form.field(key)
        if field is None:
            return key in MARKS
        return key == next((one for one in field.keys if one in keys), key)

    def said(self, key: str, values: dict[str, Any]) -> str:
        """What the field said, from the values of all keys on one side of an act."""
        if key == "@binned":
            return "ở thùng rác" if values.get(key) else "không"
        if key == "@forwarded_to":
            return self._title(values.get(key))
        field = self._form.field(key)
        return self._field(field, values) if field else ""

    def _field(self, field: Field, values: dict[str, Any]) -> str:
        value = values.get(field.keys[0])
        if isinstance(field, Reference):
            return self._title(value) or str(values.get(field.words) or "" if field.words else "")
        if isinstance(field, Period):
            return _period(value or "", values.get(field.words) or "")
        if isinstance(field, Statement):
            return str(value or values.get("value") or "")
        if isinstance(field, Claims):
            return "; ".join(row.get("words", "") for row in value or ())
        if isinstance(field, Rows):
            return "; ".join(self._row(field, row) for row in value or ())
        if isinstance(value, list):
            return ", ".join(map(str, value))
        return _plain(field, value)

    def _row(self, field: Rows, row: dict[str, Any]) -> str:
        return ", ".join(filter(None, (self._field(one, row) for one in field.fields)))

    def _title(self, uid: Any) -> str:
        if not uid:
            return ""
        if uid not in self._titles:
            found = heads_by_uid(self._book.db, [bytes.fromhex(uid)])
            self._titles[uid] = next((head.title for head in found.values()), "(bản ghi không còn)")
        return self._titles[uid]


def _plain(field: Field, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(field, Flag):
        return "có" if value else "không"
    if isinstance(field, Choice):
        return field.options.get(value, str(value))
    if isinstance(field, Day):
        return _date(value)
    return str(value)


def _date(iso: str) -> str:
    try:
        return show_date(PartialDate(iso))
    except UserError:
        return iso


def _period(code: str, words: str) -> str:
    try:
        return show_period(WrittenPeriod(code, words))
    except UserError:
        return words or code
