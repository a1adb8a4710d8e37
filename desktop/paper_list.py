"""The papers that were made: name, state, when, whether the file is still there, and which are no longer true."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.controls import EmptyPlace
from desktop.look import colours_now
from desktop.record_acts import open_path
from desktop.session import Session
from desktop.times import ago, local
from forms.catalogue import FORMS
from forms.fields import Choice
from ward.dates import PartialDate, show_date
from ward.errors import UserError
from ward.listing import Wanted, list_records
from ward.untrue import untrue_candidates

PAPER = int(Qt.ItemDataRole.UserRole)
SHOWN = 300
EMPTY = "Chưa lập văn bản nào. Ghi năm ở trên rồi bấm “Lập cả bộ văn bản”."
TO_LOOK_AT = "Cần xem lại"
EDITED = "tệp đã sửa sau khi ký"


@dataclass(frozen=True)
class ListedPaper:
    """A paper of the list: its record, title, file, state; whether records, or the file, changed since signing."""

    record: int
    title: str
    path: Path
    state: str
    doubtful: bool
    edited: bool = False


class PaperList(QWidget):
    """The newest papers first; `chosen_changed` tells that other ones are chosen."""

    chosen_changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.table = QTreeWidget(self)
        self.table.setAccessibleName("Văn bản đã lập")
        self.table.setHeaderLabels(["Văn bản", "Tình trạng", "Lập lúc", "Tệp"])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for place, width in enumerate((330, 230, 140, 280)):
            self.table.setColumnWidth(place, width)
        self._empty = EmptyPlace(self)
        self._empty.say(EMPTY)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        self.table.itemSelectionChanged.connect(self.chosen_changed)
        self.table.itemActivated.connect(lambda _item: self.open())

    def refresh(self, choose: Collection[int] = ()) -> None:
        """Reads the papers anew and chooses these records; else those stay chosen that were, else the newest is."""
        kept = set(choose) or {paper.record for paper in self.chosen()}
        columns = ("state", "made_at", "file_path", "signed_on", "number", "file_hash")
        wanted = Wanted("paper", columns, order="made_at", descending=True)
        doubtful = {one.paper for one in untrue_candidates(self._session.book.db)}
        now = dt.datetime.now()
        self.table.clear()
        for line in list_records(self._session.book.db, wanted).lines(0, SHOWN):
            state, made_at, place, signed_on, number, file_hash = line.cells
            edited = state == "signed" and _is_another(Path(place), file_hash)
            paper = ListedPaper(line.id, line.title, Path(place), state, line.id in doubtful, edited)
            self._add(paper, _state(paper, signed_on, number), _when(made_at, now))
        there = bool(self.table.topLevelItemCount())
        self._stack.setCurrentIndex(0 if there else 1)
        items = [item for item in self._items() if item.data(0, PAPER).record in kept] or self._items()[:1]
        for place, item in enumerate(items):
            if place == 0:
                self.table.setCurrentItem(item)
            item.setSelected(True)
        self.chosen_changed.emit()

    def chosen(self) -> list[ListedPaper]:
        """The chosen papers, as they stand in the list."""
        return [item.data(0, PAPER) for item in self._items() if item.isSelected()]

    def open(self) -> None:
        """Opens the chosen papers in the program that the system has for them."""
        for paper in self.chosen():
            if paper.path.is_file():
                open_path(paper.path)

    def show_in_folder(self) -> None:
        """Opens the folder of the first chosen paper."""
        for paper in self.chosen()[:1]:
            if paper.path.parent.is_dir():
                open_path(paper.path.parent)

    def _add(self, paper: ListedPaper, state: str, made: str) -> None:
        there = paper.path.is_file()
        file = paper.path.name if there else f"{paper.path.name} (không còn ở chỗ cũ)"
        item = QTreeWidgetItem(self.table, [paper.title, state, made, file])
        item.setData(0, PAPER, paper)
        for column, text in ((0, paper.title), (1, state), (3, str(paper.path))):
            item.setToolTip(column, text)
        if paper.doubtful or paper.edited:
            item.setForeground(1, QColor(colours_now().on_amber))

    def _items(self) -> list[QTreeWidgetItem]:
        found = [self.table.topLevelItem(place) for place in range(self.table.topLevelItemCount())]
        return [item for item in found if item is not None]


def _state(paper: ListedPaper, signed_on: str, number: str) -> str:
    """ "Dự thảo", "Cần xem lại: đã ký 15/12/2025, số 125/BC-UBND"."""
    field = FORMS["paper"].field("state")
    words = field.options.get(paper.state, paper.state) if isinstance(field, Choice) else paper.state
    words += f" {_day(signed_on)}" if signed_on else ""
    words += f", số {number}" if number else ""
    words += f"; {EDITED}" if paper.edited else ""
    return f"{TO_LOOK_AT}: {words[0].lower()}{words[1:]}" if paper.doubtful or paper.edited else words


def _is_another(path: Path, file_hash: str) -> bool:
    """Whether the file is no longer the one that was signed; a file that cannot be read is not judged."""
    try:
        return bool(file_hash) and hashlib.sha256(path.read_bytes()).hexdigest() != file_hash
    except OSError:
        return False


def _day(iso: str) -> str:
    try:
        return show_date(PartialDate(iso))
    except UserError:
        return iso


def _when(made_at: str, now: dt.datetime) -> str:
    try:
        return ago(local(made_at), now)
    except ValueError:
        return made_at
