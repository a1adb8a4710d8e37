"""A dialog that asks for a few fields, drawn by the same editors as the forms, and gives their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs import Sheet
from desktop.editors import Context, Editor, editor_for
from desktop.editors.field_grid import FieldBox, FieldGrid
from desktop.editors.naming import lowered
from desktop.session import Session
from forms.catalogue import FORMS
from forms.fields import Field, Flag, Reference, Rows, Whole, Years
from ward.errors import UserError


class FieldsDialog(Sheet):
    """`given` tells the values of all fields; what cannot be kept is said below its field.

    `fields` are declared fields of the kind, or others made for this dialog alone.
    """

    given = Signal(dict)

    def __init__(
        self,
        title: str,
        verb: str,
        session: Session,
        kind: str,
        fields: Sequence[Field],
        parent: QWidget,
        *,
        values: Mapping[str, Any] | None = None,
        words: str = "",
        width: int = 640,
    ) -> None:
        super().__init__(title, parent, words=words, width=width)
        self._values = {**{key: empty_of(field, key) for field in fields for key in field.keys}, **(values or {})}
        context = Context(session, kind, self._values.get)
        self.editors: list[Editor] = [editor_for(field, context, self) for field in fields]
        self.body.addWidget(FieldGrid([FieldBox(editor, self) for editor in self.editors], self))
        self.body.addStretch(1)
        for editor in self.editors:
            editor.show_values(self._values)
            editor.left.connect(partial(self._look_at, editor))
        self.act = self.finish(verb, self.give)
        self.editors[0].inputs()[0].setFocus()

    def editor(self, key: str) -> Editor:
        """The editor of a field. Raises StopIteration when there is none."""
        return next(editor for editor in self.editors if key in editor.field.keys)

    def give(self) -> None:
        """Gives the values, unless a field is missing or cannot be kept."""
        values: dict[str, Any] = {}
        for editor in self.editors:
            try:
                read = editor.values()
            except UserError as error:
                editor.complain(error)
                editor.inputs()[0].setFocus()
                return
            if editor.field.required and not any(read.values()):
                self.notice.say(f"Hãy ghi {lowered(editor.field.label)}.")
                editor.inputs()[0].setFocus()
                return
            values |= read
        try:
            self.check(values)
        except UserError as error:
            self.notice.say(str(error))
            return
        self.accept()
        self.given.emit(values)

    def check(self, values: dict[str, Any]) -> None:
        """Raises UserError for values that do not go together; a dialog with such a rule overrides it."""

    def _look_at(self, editor: Editor) -> None:
        """What was typed is read when the field is left, so that a question comes at once."""
        try:
            read = editor.values()
        except UserError as error:
            editor.complain(error)
            return
        if editor.touched:
            editor.show_values({**self._values, **read})
            editor.touched = True
        self._values |= read


def declared(kind: str, *keys: str, required: Sequence[str] = ()) -> list[Field]:
    """Declared fields of a kind, in this order; `required` are asked for here."""
    found = [FORMS[kind].field(key) for key in keys]
    assert all(found), (kind, keys)
    return [replace(field, required=field.key in required, kept=False) for field in found if field]


def empty_of(field: Field, key: str) -> Any:
    """What a field says before anything is typed."""
    if isinstance(field, Rows | Years):
        return ()
    if isinstance(field, Flag):
        return False
    if isinstance(field, Whole) or (isinstance(field, Reference) and key == field.key):
        return None
    return ""
