"""The fields that a template may use, section by section; a line's tag goes to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.controls import button, label
from ward.text import fold

if TYPE_CHECKING:
    from reports.template_desk.fields import FieldLine

LINE = int(Qt.ItemDataRole.UserRole)
NOT_IN_SAMPLE = "(sổ mẫu chưa có)"


class FieldList(QWidget):
    """`copied` tells the tag that went to the clipboard."""

    copied = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = ""
        self._used: frozenset[str] = frozenset()
        self.filter = QLineEdit(self)
        self.filter.setAccessibleName("Lọc trường")
        self.filter.setPlaceholderText("Lọc trường, ví dụ: người ký")
        self.filter.setClearButtonEnabled(True)
        self.only_used = QCheckBox("Chỉ trường mẫu đang dùng", self)
        self.tree = _Tree(self)
        self.hint = label("", self, grey=True, wrap=True)
        self._copy = button("Chép trường", self.copy, self, name="copy_field")
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.only_used)
        below = QHBoxLayout()
        below.addWidget(self.hint, 1)
        below.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 0, 0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        column.addLayout(below)
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.only_used.toggled.connect(lambda _on: self._narrow())
        self.tree.itemSelectionChanged.connect(self._offer)
        self.tree.itemActivated.connect(lambda _item: self.copy())
        self.tree.copy_wanted.connect(self.copy)
        self.setFocusProxy(self.filter)

    def show_kind(self, kind: str) -> None:
        """Shows the fields of a kind of paper."""
        if kind == self._kind:
            return
        from reports.template_desk.fields import fields_of

        self._kind, self._used = kind, frozenset()
        self.tree.clear()
        sections: dict[str, QTreeWidgetItem] = {}
        for line in fields_of(kind):
            above = sections.get(line.section) or _section(self.tree, line.section)
            sections[line.section] = above
            tag = line.tag.splitlines()[0] + (" …" if line.is_list else "")
            item = QTreeWidgetItem(above, [line.label, tag, line.example or NOT_IN_SAMPLE, ""])
            item.setData(0, LINE, line)
            item.setToolTip(0, line.label)
            item.setToolTip(1, line.tag)
            item.setToolTip(2, line.example)
        self._narrow()

    def show_used(self, used: frozenset[str]) -> None:
        """Marks the fields that the template asks for."""
        self._used = used
        for item in self.items():
            asked = item.data(0, LINE).path in used
            item.setText(3, "✓ có" if asked else "")
        self._narrow()

    def copy(self) -> None:
        """Puts the chosen field's tag on the clipboard; for a list, the lines of its loop."""
        line = self._chosen()
        if line is not None:
            QGuiApplication.clipboard().setText(line.tag)
            self.copied.emit(line.tag)

    def items(self) -> list[QTreeWidgetItem]:
        """The lines of all fields, those that the filter hides included."""
        tops = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [item for top in tops if top for place in range(top.childCount()) if (item := top.child(place))]

    def _narrow(self) -> None:
        """Leaves the lines that hold every word of the filter."""
        words = fold(self.filter.text()).split()
        for item in self.items():
            line = item.data(0, LINE)
            text = fold(f"{line.section} {line.label} {line.path} {line.tag} {line.example}")
            left_out = self.only_used.isChecked() and line.path not in self._used
            item.setHidden(left_out or not all(word in text for word in words))
        for place in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(place)
            if top:
                below = (top.child(one) for one in range(top.childCount()))
                top.setHidden(all(item is None or item.isHidden() for item in below))
        self._offer()

    def _chosen(self) -> FieldLine | None:
        items = self.tree.selectedItems()
        line: FieldLine | None = items[0].data(0, LINE) if items and not items[0].isHidden() else None
        return line

    def _offer(self) -> None:
        line = self._chosen()
        self._copy.setEnabled(line is not None)
        if line is None:
            self.hint.setText("Chọn một trường rồi bấm Enter hoặc “Chép trường”.")
        elif line.loops:
            self.hint.setText("Phải đặt trong vòng lặp: " + " → ".join(f"for {loop}" for loop in line.loops))
        elif line.is_list:
            self.hint.setText("Là một danh sách: chép cả dòng mở, phần lặp lại và dòng đóng.")
        else:
            self.hint.setText("Đặt được ở bất cứ chỗ nào trong mẫu.")


class _Tree(QTreeWidget):
    """Ctrl+C copies the chosen line's tag."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Danh sách trường")
        self.setHeaderLabels(["Nội dung", "Thẻ để chép", "Ví dụ ở sổ mẫu", "Dùng"])
        self.setUniformRowHeights(True)
        self.setIndentation(12)
        for place, width in enumerate((190, 220, 100, 70)):
            self.setColumnWidth(place, width)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


def _section(tree: QTreeWidget, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(tree, [words])
    item.setFirstColumnSpanned(True)
    font = item.font(0)
    font.setBold(True)
    item.setFont(0, font)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setExpanded(True)
    return item
