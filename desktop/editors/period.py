"""Period: typed as wards say it; the code and the words are both kept."""

from __future__ import annotations

from typing import Any

from desktop.editors.line import LineEditor
from forms.fields import Period as PeriodField
from ward.periods import Period, parse_period, show_period

IN_WORDS_ONLY = "chỉ ghi bằng chữ, không xếp theo ngày"


class PeriodEditor(LineEditor):
    """A line for a period; a doubtful one is asked with its readings."""

    field: PeriodField
    always_understood = True
    _chosen: tuple[str, Period] | None = None

    def parse(self, text: str) -> dict[str, Any]:
        if self._chosen and self._chosen[0] == text:
            period = self._chosen[1]
        else:
            period = parse_period(text, year=self.context.year)
        return {self.field.key: period.code, self.field.words: period.words}

    def shown(self) -> str:
        return show_period(Period(self.stored[self.field.key], self.stored[self.field.words]))

    def understood(self, values: dict[str, Any]) -> str:
        code = values[self.field.key]
        return show_period(Period(code)) if code else IN_WORDS_ONLY

    def reading_words(self, reading: Any) -> str:
        return show_period(Period(reading.code)) if reading.code else f"giữ nguyên chữ “{reading.words}”"

    def take_reading(self, reading: Any) -> None:
        self._chosen = (show_period(reading), reading)
        self.take_typed(show_period(reading))
