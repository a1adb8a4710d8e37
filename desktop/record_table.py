"""The table of a list: whole rows, the name always in sight, a faint hover, the accent's bar on what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.look import ROW_HEIGHT, colours_now
from desktop.record_model import RecordModel

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints the hover of a whole row and the bar of the chosen one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.take_colours()

    def take_colours(self) -> None:
        """Takes today's colours."""
        colours = colours_now()
        self._hover, self._bar = QColor(colours.hover), QColor(colours.accent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if index.row() == self.hovered and not chosen:
            painter.fillRect(option.rect, self._hover)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if chosen and index.column() == 0:
            rect: QRect = option.rect
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._bar)


class RecordTable(QTableView):
    """A list's table. `opened` tells the record that was double clicked; `typed` a letter that was typed into it."""

    opened = Signal(int)
    typed = Signal(str)

    def __init__(self, model: RecordModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.records = model
        self.setModel(model)
        self._delegate = RowDelegate(self)
        self._frozen = QTableView(self)
        self._frozen.setObjectName("frozen")
        self._frozen.setModel(model)
        for view in (self, self._frozen):
            self._dress(view)
        self._frozen.setSelectionModel(self.selectionModel())
        self._freeze()
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)
        self._frozen.doubleClicked.connect(self._open)

    def _dress(self, view: QTableView) -> None:
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setCornerButtonEnabled(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().setVisible(False)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setMinimumSectionSize(20)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._sort_by)
        view.setItemDelegate(self._delegate)
        view.setMouseTracking(True)
        view.entered.connect(lambda index: self._hover(index.row()))
        view.viewport().installEventFilter(self)
        self.take_look()

    def _freeze(self) -> None:
        frozen = self._frozen
        frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frozen.setFocusProxy(self)
        frozen.setAccessibleName("Cột tên")
        frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().stackUnder(frozen)
        self.horizontalHeader().sectionResized.connect(self._follow_width)
        frozen.horizontalHeader().sectionResized.connect(self._lead_width)
        self.verticalScrollBar().valueChanged.connect(frozen.verticalScrollBar().setValue)
        frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.records.modelReset.connect(self.show_name_column)
        self.show_name_column()

    # -- what others ask ----------------------------------------------------------------------------

    @property
    def hover_delegate(self) -> RowDelegate:
        return self._delegate

    def take_look(self) -> None:
        """Takes today's colours and size of text."""
        height = max(ROW_HEIGHT, self.fontMetrics().height() * 8 // 5)
        for view in (self, getattr(self, "_frozen", self)):
            view.verticalHeader().setDefaultSectionSize(height)
        self._delegate.take_colours()
        self.viewport().update()

    def chosen(self) -> list[int]:
        """The records of the chosen rows, in the list's order."""
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        ids = self.records.ids
        return [ids[row] for row in rows if row < len(ids)]

    def choose(self, records: list[int]) -> None:
        """Chooses these records, as far as they are in the list, and scrolls to the first."""
        wanted = set(records)
        selection = self.selectionModel()
        selection.clear()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        rows = [row for row, record in enumerate(self.records.ids) if record in wanted] if wanted else []
        for row in rows:
            selection.select(self.records.index(row, 0), flags)
        if rows:
            first = self.records.index(rows[0], 0)
            selection.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)

    def offer(self, actions: list[QAction]) -> None:
        """Offers these acts in the menu over the rows; their keys work while the list has the keys."""
        for view in (self, self._frozen):
            view.addActions(actions)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def current_record(self) -> int:
        """The record of the current row; 0 when there is none."""
        row, ids = self.currentIndex().row(), self.records.ids
        return ids[row] if 0 <= row < len(ids) else 0

    def show_order(self, column: int, descending: bool) -> None:
        """Puts the arrow into the header."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for view in (self, self._frozen):
            view.horizontalHeader().setSortIndicator(column, order)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Qt would walk through every row; a letter typed here goes to the filter instead."""
        self.typed.emit(search)

    # -- Qt -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_frozen()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]

    def _open(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.records.ids):
            self.opened.emit(self.records.ids[index.row()])

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()
            self._frozen.viewport().update()

    def _sort_by(self, column: int) -> None:
        header = self.horizontalHeader()
        again = header.sortIndicatorSection() == column and self.property("order_column") == column
        descending = again and not self.property("order_descending")
        self.setProperty("order_column", column)
        self.setProperty("order_descending", descending)
        self.records.sort(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def show_name_column(self) -> None:
        """Puts the first column over the others, at its width."""
        for column in range(self.records.columnCount()):
            self._frozen.setColumnHidden(column, column > 0)
        if self.records.columnCount():
            self._frozen.setColumnWidth(0, self.columnWidth(0))
        self._place_frozen()

    def _follow_width(self, column: int, old: int, new: int) -> None:
        if column == 0:
            self._frozen.setColumnWidth(0, new)
            self._place_frozen()

    def _lead_width(self, column: int, old: int, new: int) -> None:
        if column == 0:
            self.setColumnWidth(0, new)

    def _place_frozen(self) -> None:
        header = self.horizontalHeader()
        self._frozen.horizontalHeader().setFixedHeight(header.height())
        width = self.columnWidth(0) if self.records.columnCount() else 0
        height = self.viewport().height() + header.height()
        self._frozen.setGeometry(self.frameWidth(), self.frameWidth(), width, height)
        self._frozen.setVisible(width > 0 and self.horizontalScrollBar().maximum() > 0)
