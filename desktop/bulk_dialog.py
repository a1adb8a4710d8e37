"""One field, one new value, many records, one act to undo."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.controls import Options, label
from desktop.dialogs import Sheet
from desktop.record_list import MADE_ELSEWHERE, number
from desktop.session import Session
from forms.fields import Choice, Day, Field, Flag, Form, Period, Reference, Text, Years
from ward.edits import Amend
from ward.errors import UserError
from ward.kinds import KINDS


class BulkDialog(Sheet):
    """Asks for the field and the value; `given` tells the field's label and the edits to write."""

    given = Signal(str, object)

    def __init__(self, session: Session, form: Form, records: list[int], parent: QWidget) -> None:
        count = number(len(records))
        super().__init__(
            "Đổi một ô cho nhiều bản ghi",
            parent,
            words=f"Giá trị mới được ghi vào cả {count} bản ghi đang chọn; hoàn tác được bằng một lần Ctrl+Z.",
        )
        self._session = session
        self._form = form
        self._records = records
        self._editor: Any = None
        self._fields = [field for field in form.fields if may_be_shared(form, field)]
        self.fields = Options(self)
        self.fields.setAccessibleName("Ô cần đổi")
        for field in self._fields:
            self.fields.addItem(field.label)
        self._place = QVBoxLayout()
        self.body.addWidget(label("Ô cần đổi", self))
        self.body.addWidget(self.fields)
        self.body.addSpacing(6)
        self.body.addWidget(label("Giá trị mới (để trống là xóa ô này)", self))
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        self.finish(f"Đổi {count} bản ghi", self.write)
        self.fields.currentIndexChanged.connect(lambda _place: self._show_editor())
        self._show_editor()

    def write(self) -> None:
        """Gives the edits; a value that cannot be kept is said here."""
        field = self._fields[self.fields.currentIndex()]
        try:
            values = self._editor.values()
        except UserError as error:
            self.notice.say(str(error))
            return
        self.accept()
        self.given.emit(field.label, [Amend(record, values) for record in self._records])

    def _show_editor(self) -> None:
        from desktop.editors import editor_for
        from desktop.editors.base import Context

        if self._editor is not None:
            self._place.removeWidget(self._editor)
            self._editor.deleteLater()
        field = self._fields[self.fields.currentIndex()]
        context = Context(self._session, self._form.kind, lambda _key: None)
        self._editor = editor_for(field, context, self)
        self._editor.show_values(empty_values(self._form.kind, field))
        self._place.addWidget(self._editor)


def may_be_shared(form: Form, field: Field) -> bool:
    """Whether many records may well say the same here: by what the field is declared to be.

    That leaves out names, long texts and lists; a short text counts where the list has a column for it. Of a
    kind that the program makes, only what the clerk decides is left.
    """
    if form.kind in MADE_ELSEWHERE:
        return isinstance(field, Choice | Day)
    if isinstance(field, Text):
        listed = any(column.key == field.key for column in form.columns)
        return bool(field.suggestions) or (listed and field.lines == 1 and not field.required)
    return isinstance(field, Choice | Day | Period | Reference | Flag | Years)


def empty_values(kind: str, field: Field) -> dict[str, Any]:
    """What the field shows before anything is typed."""
    shapes = KINDS[kind].shape.by_key
    return {key: shapes[key].empty if key in shapes else () for key in field.keys}
