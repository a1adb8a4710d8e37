"""The page of one kind of record, drawn from its declaration: sections, editors, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.controls import label
from desktop.editors import Context, Editor, editor_for
from desktop.editors.field_grid import FieldBox, FieldGrid
from desktop.editors.naming import blank_values, lowered
from desktop.editors.reference import ReferenceEditor
from desktop.editors.rows import RowsEditor
from desktop.editors.words import Note
from desktop.session import Session
from forms.catalogue import FORMS
from forms.fields import Section


class SectionBox(QWidget):
    """Fields under one heading; a quiet one starts folded and says which of its fields are filled."""

    def __init__(self, section: Section, boxes: list[FieldBox], parent: QWidget) -> None:
        super().__init__(parent)
        self.section = section
        self.grid = FieldGrid(boxes, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.fold: QToolButton | None = None
        if section.folded:
            self.fold = QToolButton(self)
            self.fold.setText(section.title)
            self.fold.setCheckable(True)
            self.fold.setAutoRaise(True)
            self.fold.setStyleSheet("QToolButton { font-weight: 600; border: none; padding: 2px 4px 2px 0; }")
            self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.fold.setAccessibleName(f"Mở hoặc gập phần {section.title}")
            self.fold.toggled.connect(self._show_fields)
            column.addWidget(self.fold)
        else:
            column.addWidget(label(section.title, self, name="heading"))
        column.addWidget(self.grid)
        self._show_fields(not section.folded)

    def unfold(self) -> None:
        """Shows the fields."""
        if self.fold:
            self.fold.setChecked(True)

    def say_what_is_filled(self) -> None:
        """Puts the labels of the filled fields beside a folded heading; opens where something is to settle."""
        if not self.fold:
            return
        editors = [box.editor for box in self.grid.boxes]
        if any(editor.has_problem or editor.notes.said("finding") for editor in editors):
            self.unfold()
        filled = ", ".join(lowered(editor.field.label) for editor in editors if not editor.is_empty)
        shown = f"{self.section.title}  ({filled})" if filled and not self.fold.isChecked() else self.section.title
        self.fold.setText(shown)

    def _show_fields(self, shown: bool) -> None:
        self.grid.setVisible(shown)
        if self.fold:
            self.fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
            self.say_what_is_filled()


class FormPage(QWidget):
    """All fields of one kind of record."""

    requested = Signal(int)
    history_wanted = Signal(str)
    stops_changed = Signal()

    def __init__(self, kind: str, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paneBody")
        self.form = FORMS[kind]
        self.values = blank_values(kind)
        context = Context(session, kind, lambda key: self.values.get(key))
        self.editors: list[Editor] = []
        self.beside: list[Editor] = []
        self.sections: list[SectionBox] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 16)
        column.setSpacing(18)
        for section in self.form.sections:
            boxes = [FieldBox(editor_for(field, context, self), self) for field in section.fields]
            self.editors += [box.editor for box in boxes]
            self.sections.append(SectionBox(section, boxes, self))
            column.addWidget(self.sections[-1])
        column.addStretch(1)
        for editor in self.editors:
            editor.requested.connect(self.requested)
            editor.stops_changed.connect(self.stops_changed)
            editor.history_wanted.connect(lambda key=editor.field.key: self.history_wanted.emit(key))

    def editor(self, key: str) -> Editor | None:
        """The editor of this key: a field of the record, or a line that stands `beside` the page."""
        every = (*self.editors, *self.beside)
        return next((editor for editor in every if key in (editor.field.key, *editor.field.keys)), None)

    def show_values(self, values: Mapping[str, Any], exists: bool) -> None:
        """Shows another record (or a new one): everything that was typed before is gone."""
        self.values = dict(values)
        for editor in self.editors:
            editor.notes.put("finding", ())
            editor.show_values(values)
        for section in self.sections:
            if section.fold:
                section.fold.setChecked(False)
        self.say_what_is_missing(exists)

    def refresh(self, values: Mapping[str, Any], touched: frozenset[int], *, exists: bool = True) -> None:
        """Repaints the fields whose values an act changed, or that name a record which it touched."""
        before, self.values = self.values, dict(values)
        for editor in self.editors:
            changed = any(before[key] != values[key] for key in editor.field.keys)
            if changed or (touched and names_any(editor, touched)):
                editor.refresh(values)
        self.say_what_is_missing(exists)

    def say_what_is_missing(self, exists: bool) -> None:
        """Tells below each required field that it is missing, once the record is there."""
        for editor in self.editors:
            missing = exists and editor.field.required and editor.is_empty
            words = f"Chưa có {lowered(editor.field.label)}"
            editor.notes.put("missing", (Note(words, "missing"),) if missing else ())
        for section in self.sections:
            section.say_what_is_filled()

    def show_findings(self, notes: Mapping[str, list[Note]]) -> None:
        """Puts each finding beside its field (by the field's key)."""
        for editor in self.editors:
            found = [note for key in editor.field.keys for note in notes.get(key, ())]
            editor.notes.put("finding", found)
        for section in self.sections:
            section.say_what_is_filled()

    def related_titles(self) -> list[str]:
        """The records without which this one's own title says too little: a figure's indicator, an award's type."""
        named = [one for one in self.editors if isinstance(one, ReferenceEditor) and one.picked]
        return [one.line.text() for one in named if one.field.key in self.form.natural_key][:2]

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        stops: list[QWidget] = []
        for section in self.sections:
            stops += [section.fold] if section.fold else []
            stops += [stop for box in section.grid.boxes for stop in box.editor.stops()]
        return stops

    def set_read_only(self, read_only: bool) -> None:
        for editor in self.editors:
            editor.set_read_only(read_only or editor.field.kept)

    def unfold(self, editor: Editor) -> None:
        """Opens the section that the field stands in."""
        for section in self.sections:
            if any(box.editor is editor for box in section.grid.boxes):
                section.unfold()

    def focus_first(self) -> None:
        """Puts the cursor into the first field; a list that stands there begins with an empty row."""
        first = self.editors[0]
        if isinstance(first, RowsEditor):
            first.add_line()
        else:
            first.inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)


def names_any(editor: Editor, records: frozenset[int]) -> bool:
    """Whether the field names one of these records, in itself or in one of its rows."""
    for value in editor.stored.values():
        cells = [cell for row in value for cell in row.values()] if _is_rows(value) else [value]
        if any(type(cell) is int and cell in records for cell in cells):
            return True
    return False


def _is_rows(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], dict)
