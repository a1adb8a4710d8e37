"""Two entries of the same thing become one: which stays, and what is taken over from the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.controls import label
from desktop.dialogs import Sheet
from desktop.session import Session
from ward.errors import UserError
from ward.loading import Stored, load
from ward.references import merge, uses

WORDS = (
    "Bản được giữ nhận thêm những ô mà nó còn để trống; không ô nào của nó bị thay. "
    "Mọi chỗ nhắc tới bản kia sẽ dẫn tới bản được giữ. Việc này hoàn tác được."
)


class MergeDialog(Sheet):
    """Asks which entry stays; `merged` tells its id."""

    merged = Signal(int)

    def __init__(self, session: Session, records: list[int], parent: QWidget) -> None:
        super().__init__("Gộp hai bản ghi trùng", parent, words=WORDS)
        self._session = session
        self._stored = [load(session.book.db, record) for record in records]
        self.body.addWidget(label("Giữ bản nào?", self, name="heading"))
        self.choices = [QRadioButton(self._line(stored), self) for stored in self._stored]
        for choice in self.choices:
            choice.setAccessibleName(choice.text())
            self.body.addWidget(choice)
        self._places = [len(uses(session.book.db, record)) for record in records]
        self.choices[0 if self._places[0] >= self._places[1] else 1].setChecked(True)
        self.body.addStretch(1)
        self.finish("Gộp", self.carry_out)

    def carry_out(self) -> None:
        """Merges the two."""
        kept = 0 if self.choices[0].isChecked() else 1
        keep, gone = self._stored[kept].id, self._stored[1 - kept].id
        try:
            self._session.tell(merge(self._session.book, keep, gone))
        except UserError as error:
            self.notice.say(str(error))
            return
        self.accept()
        self.merged.emit(keep)

    def _line(self, stored: Stored) -> str:
        count = len(uses(self._session.book.db, stored.id))
        where = f"được nhắc ở {count} chỗ" if count else "chưa được nhắc ở đâu"
        filled = sum(value not in ("", None, False, ()) for value in stored.values.values())
        title = stored.title if len(stored.title) <= 70 else stored.title[:69] + "…"
        return f"{title}  ({filled} ô đã ghi, {where})".replace("&", "&&")
