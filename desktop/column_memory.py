"""What a list remembers of its columns: their widths, and the column it is sorted by, for each kind."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker

from desktop.list_columns import ShownColumn
from desktop.record_table import RecordTable
from desktop.settings import Settings

NORMAL_LINE = 17
"""The height of a line of normal text, for which the declared widths are meant."""


class ColumnMemory(QObject):
    """Keeps the widths and the order of the kind that the table shows in the settings."""

    def __init__(self, table: RecordTable, settings: Settings) -> None:
        super().__init__(table)
        self._table = table
        self._settings = settings
        self._kind = ""
        self.order: tuple[str, bool] = ("title", False)
        table.horizontalHeader().sectionResized.connect(self._remember_width)

    def recall(self, kind: str) -> None:
        """Gives the table's columns the widths and the order that this kind had last time."""
        self._kind = kind
        columns = self._table.records.columns
        widths = self._settings.columns.get(kind, {})
        with QSignalBlocker(self._table.horizontalHeader()):
            for place, column in enumerate(columns):
                self._table.setColumnWidth(place, widths.get(column.key, self._usual_width(column)))
        self._table.show_name_column()
        kept = self._settings.orders.get(kind, [columns[0].key, False])
        self.order = (str(kept[0]), bool(kept[1]))
        self._show_order()

    def set_order(self, key: str, descending: bool) -> None:
        """Takes the order that the header asks for."""
        self.order = (key, descending)
        self._settings.orders[self._kind] = [key, descending]
        self._show_order()

    def _show_order(self) -> None:
        keys = [column.key for column in self._table.records.columns]
        if self.order[0] in keys:
            self._table.show_order(keys.index(self.order[0]), self.order[1])

    def _usual_width(self, column: ShownColumn) -> int:
        metrics = self._table.fontMetrics()
        return max(column.width * metrics.height() // NORMAL_LINE, metrics.horizontalAdvance(column.label) + 34)

    def _remember_width(self, place: int, _old: int, width: int) -> None:
        columns = self._table.records.columns
        if place < len(columns) and width > 0:
            self._settings.columns.setdefault(self._kind, {})[columns[place].key] = width
