"""Statement: a figure in one line; what was understood stands below it."""

from __future__ import annotations

from typing import Any

from desktop.editors.line import LineEditor
from ward.figures import Figure, show_figure
from ward.loading import load
from ward.statements import PARTS, figure_of, figure_values, typed_figure


class StatementEditor(LineEditor):
    """A line for a figure; a doubtful one is asked with its readings, the doubtful part underlined."""

    shows_doubt = True
    always_understood = True
    _chosen: tuple[str, Figure] | None = None

    def parse(self, text: str) -> dict[str, Any]:
        if self._chosen and self._chosen[0] == text:
            return figure_values(self._chosen[1])
        return typed_figure(text, measure=self._measure())

    def shown(self) -> str:
        if not self.stored["state"]:
            return ""
        return str(self.stored["words"]) or show_figure(figure_of(self.stored), "number")

    def understood(self, values: dict[str, Any]) -> str:
        return figure_of(values).understood

    def empty(self) -> dict[str, Any]:
        return {part: None if part in ("value", "value_to", "out_of") else "" for part in PARTS}

    def reading_words(self, reading: Any) -> str:
        return str(reading.understood)

    def take_reading(self, reading: Any) -> None:
        self._chosen = (self.typed_line(), reading)
        self.take_typed(self.line.text())

    def _measure(self) -> str:
        """The measure of the figure's indicator, for a number that is typed without one."""
        indicator = self.context.value_of("indicator")
        return str(load(self.context.session.book.db, indicator).values["measure"]) if indicator else ""
