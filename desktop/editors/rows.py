"""Rows: a list inside a record, one row of cells for each entry, in the clerk's order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.controls import button, label
from desktop.editors.base import Context, Editor
from desktop.editors.keys import key_within
from desktop.editors.row_line import SPACING, MakeEditor, RowLine, acts_width, weight, width_as_table
from forms.fields import Rows
from ward.errors import UserError
from ward.kinds import KINDS

CARD_IN_FOUR = 480


class RowsEditor(Editor):
    """A short table that is edited in place: add, remove, move up and down."""

    field: Rows

    def __init__(self, field: Rows, context: Context, parent: QWidget, editor_for: MakeEditor) -> None:
        super().__init__(field, context, parent)
        self._editor_for = editor_for
        self._shape = KINDS[context.kind].list_shapes[field.key]
        self._read_only = False
        self.lines: list[RowLine] = []
        self._body = body = QWidget(self)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._head = self._header(body)
        self._column.addWidget(self._head)
        self.adder = button("Thêm dòng", self.add_line, body, quiet=True)
        self.adder.setAccessibleName(f"Thêm dòng vào {field.label}")
        for key in ("Return", "Enter"):
            key_within(key, self.adder, self.add_line)
        self._column.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignLeft)
        self.place(body)
        self.setFocusProxy(self.adder)

    # -- the editor -------------------------------------------------------------------------------------

    def draw(self) -> None:
        rows = self.stored[self.field.key]
        for _ in range(len(self.lines), len(rows)):
            self._new_line()
        while len(self.lines) > len(rows) and not self._is_begun(self.lines[-1]):
            self._drop(self.lines[-1])
        for place, (line, row) in enumerate(zip(self.lines, rows, strict=False)):
            line.show_row(row, place)
        self._settle()

    def read(self) -> dict[str, Any]:
        rows: list[dict[str, Any]] = []
        doubt: UserError | None = None
        for line in self.lines:
            for cell in line.cells:
                try:
                    cell.values()
                except UserError as error:
                    cell.complain(error)
                    doubt = doubt or error
            if doubt is None:
                rows.append(line.values())
        if doubt is not None:
            raise doubt
        return {self.field.key: tuple(row for row in rows if row != self._blank())}

    def typed(self) -> Any:
        return [
            {"kept": line.kept, "cells": {cell.field.key: cell.typed() for cell in line.cells if cell.touched}}
            for line in self.lines
        ]

    def take_typed(self, typed: Any) -> None:
        stored = self.stored[self.field.key]
        for line in list(self.lines):
            self._drop(line)
        for row in typed:
            line, kept = self._new_line(), row["kept"]
            known = kept is not None and kept < len(stored)
            line.show_row(stored[kept] if known else self._blank(), kept if known else None)
            for cell in line.cells:
                if cell.field.key in row["cells"]:
                    cell.take_typed(row["cells"][cell.field.key])
        self._settle()
        self.touch()

    def complain(self, error: UserError) -> None:
        """A doubtful cell has said so itself; anything else is said below the list."""
        if not any(cell.has_problem for line in self.lines for cell in line.cells):
            super().complain(error)

    @property
    def has_problem(self) -> bool:
        return super().has_problem or any(cell.has_problem for line in self.lines for cell in line.cells)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.adder.setVisible(not read_only)
        for line in self.lines:
            line.set_read_only(read_only)

    def inputs(self) -> list[QWidget]:
        return [one for line in self.lines for one in line.inputs()] + [self.adder]

    def stops(self) -> list[QWidget]:
        cells = [one for line in self.lines for cell in line.cells for one in cell.stops()]
        return [*cells, self.adder, *self.notes.buttons()]

    # -- rows -------------------------------------------------------------------------------------------

    def add_line(self) -> None:
        """A new empty row at the end, ready for typing."""
        line = self._new_line()
        line.show_row(self._blank(), None)
        self._settle()
        line.inputs()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _new_line(self) -> RowLine:
        line = RowLine(self.field, self.context, self._body, self._editor_for)
        line.edited.connect(self.touch)
        line.left.connect(self.left)
        line.requested.connect(self.requested)
        line.history_wanted.connect(self.history_wanted)
        line.moved.connect(lambda by: self._move(line, by))
        line.removed.connect(lambda: self._remove(line))
        line.set_read_only(self._read_only)
        self.lines.append(line)
        self._column.insertWidget(len(self.lines), line)
        line.stops_changed.connect(self.stops_changed)
        self.stops_changed.emit()
        return line

    def _drop(self, line: RowLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _remove(self, line: RowLine) -> None:
        """Takes a row out; the focus goes to the one that takes its place."""
        place = self.lines.index(line)
        self._drop(line)
        self._settle()
        near = self.lines[min(place, len(self.lines) - 1)].inputs()[0] if self.lines else self.adder
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.touch()
        self.left.emit()

    def _move(self, line: RowLine, by: int) -> None:
        """Moves a row; what its cells hold changes places, so that the focus follows the row."""
        place = self.lines.index(line)
        if not 0 <= place + by < len(self.lines):
            return
        self.lines.insert(place + by, self.lines.pop(place))
        self._column.removeWidget(line)
        self._column.insertWidget(place + by + 1, line)
        self.stops_changed.emit()
        self._settle()
        self.touch()
        self.left.emit()

    def _is_begun(self, line: RowLine) -> bool:
        """Whether the clerk is about to fill this row."""
        focused = self.focusWidget()
        return focused is not None and line.isAncestorOf(focused) and line.is_blank(self._blank())

    def _blank(self) -> dict[str, Any]:
        return {one.key: one.empty for one in self._shape.fields}

    # -- drawing ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        as_table = len(self.field.fields) == 1 or self.width() >= width_as_table(self.field, self.fontMetrics())
        columns = 0 if as_table else 4 if self.width() >= CARD_IN_FOUR else 2
        self._above_acts.setFixedWidth(acts_width(self.fontMetrics()))
        self._head.setVisible(as_table and bool(self.lines) and len(self.field.fields) > 1)
        for place, line in enumerate(self.lines, 1):
            line.lay(columns)
            line.name(self.field.label, place)
            line.show()

    def _header(self, parent: QWidget) -> QWidget:
        head = QWidget(parent)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for one in self.field.fields:
            title = label(one.label, head, grey=True, small=True)
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(title, weight(one))
        self._above_acts = QWidget(head)
        row.addWidget(self._above_acts)
        return head
