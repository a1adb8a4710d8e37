"""A figure of the shown record, added by typing one line: "28 mắt camera", "19 vụ (giảm 03 vụ so với cùng kỳ)"."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.editors.base import Context
from desktop.editors.claims import plainly
from desktop.editors.statement import StatementEditor
from desktop.session import Session
from forms.fields import Statement
from ward.edits import Add
from ward.figures import Claim, split_statement
from ward.loading import Stored
from ward.statements import claim_values, figure_of, typed_claims

KEY = "+figure"


class QuickFigure(StatementEditor):
    """One line; Enter adds the figure and leaves the line empty for the next one."""

    _claim: tuple[str, Claim] | None = None

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self.owner: Stored | None = None
        field = Statement(KEY, "Thêm số liệu", help="Gõ như vẫn viết rồi Enter: 28 mắt camera; gần 1,8 tỷ đồng.")
        super().__init__(field, Context(session, "figure", self._value_of), parent)
        self.line.setPlaceholderText("Thêm: 28 mắt camera; 19 vụ (giảm 03 vụ so với cùng kỳ)")
        self.keep_values = self._add
        self.clear()

    def clear(self) -> None:
        """Shows an empty line."""
        self.show_values({})

    def show_values(self, values: Any) -> None:
        super().show_values(self.empty())

    def parse(self, text: str) -> dict[str, Any]:
        said, compared = split_statement(text)
        values = super().parse(said)
        if self._claim and self._claim[0] == compared:
            values["claims"] = [claim_values(self._claim[1])]
        else:
            values["claims"] = typed_claims(compared, year=self.context.year) if compared else []
        return values

    def shown(self) -> str:
        return ""

    def understood(self, values: dict[str, Any]) -> str:
        claims = [row["words"] for row in values["claims"]]
        return ", ".join([figure_of(values).understood, *claims])

    def reading_words(self, reading: Any) -> str:
        return plainly(reading) if isinstance(reading, Claim) else str(reading.understood)

    def take_reading(self, reading: Any) -> None:
        said, compared = split_statement(self.typed_line())
        if isinstance(reading, Claim):
            self._claim = (compared, reading)
        else:
            self._chosen = (said, reading)
        self.take_typed(self.line.text())

    def go_on(self) -> None:
        """Enter: adds the figure; the cursor stays for the next one."""
        self.left.emit()

    def _value_of(self, key: str) -> Any:
        if self.owner is None:
            return None
        if key == "indicator" and self.owner.kind == "indicator":
            return self.owner.id
        return self._years() if key == "years" else None

    def _years(self) -> tuple[int, ...]:
        assert self.owner
        return (self._session.year,) if self._session.year else self.owner.years

    def _add(self, values: dict[str, Any]) -> None:
        assert self.owner
        measured = self.owner.kind == "indicator"
        more: dict[str, Any] = {"role": "actual", "years": self._years()}
        if measured:
            more |= {"indicator": self.owner.id, "period": str(self._session.year or "")}
        else:
            more |= {"about": self.owner.id, "label": values["measure"]}
        self._session.write(f"Thêm số liệu {values['words']} của {self.owner.title}", [Add("figure", values | more)])
