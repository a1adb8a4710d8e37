"""Day: typed as wards write dates, whole or in part."""

from __future__ import annotations

from typing import Any

from desktop.editors.line import LineEditor
from ward.dates import PartialDate, parse_date, show_date, show_date_long


class DayEditor(LineEditor):
    """A line for a date; a doubtful one is asked with its readings."""

    def parse(self, text: str) -> dict[str, Any]:
        return {self.field.key: parse_date(text, year=self.context.year).iso}

    def shown(self) -> str:
        iso = self.stored[self.field.key]
        return show_date(PartialDate(iso)) if iso else ""

    def understood(self, values: dict[str, Any]) -> str:
        return show_date_long(PartialDate(values[self.field.key]))

    def reading_words(self, reading: Any) -> str:
        return show_date_long(reading)

    def take_reading(self, reading: Any) -> None:
        self.take_typed(show_date(reading))
