"""Văn bản: make one paper or the whole pack for the chosen years, open it, find it, and see what was made before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.controls import Notice, PathLabel, button, label
from desktop.flow import Flow
from desktop.paper_desk import PaperDesk
from desktop.paper_list import PaperList
from desktop.record_acts import open_path
from desktop.record_list import number
from desktop.tasks import Progress
from ward.edits import Change
from ward.errors import UserError
from ward.periods import parse_period

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

FOLDER = "Văn bản"
HELP = "Một năm, vài năm hoặc cả nhiệm kỳ. Ví dụ: 2025; 2023, 2024; 2021-2025."


class PapersPane(QWidget):
    """Makes papers in the background; what is made appears in the list below."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.notice = Notice(self)
        self.years = QLineEdit(self)
        self.years.setAccessibleName("Năm của văn bản")
        self.years.setMaximumWidth(200)
        self.folder = PathLabel(self)
        self.made = PaperList(window.session, self)
        self.desk = PaperDesk(window, self.made, self.notice, self)
        self._makers: list[QWidget] = []
        self._build()
        window.session.changed.connect(self._take_change)
        window.session.year_chosen.connect(self._take_year)
        self._take_year(window.session.year)

    def refresh(self) -> None:
        """Shows where papers go and what was made before."""
        self.folder.show_path(f"Lưu vào: {self.target}")
        self.made.refresh()

    @property
    def target(self) -> Path:
        """The folder that papers go into."""
        kept = self._window.settings.papers_folder
        return Path(kept) if kept else self._window.session.book.path.parent / FOLDER

    def wanted_years(self) -> tuple[int, ...]:
        """The years that stand in the field. Raises UserError when there are none."""
        parts = [part.strip() for part in self.years.text().replace(";", ",").split(",") if part.strip()]
        years = {year for part in parts for year in parse_period(part).years}
        if not years:
            raise UserError(f"Hãy ghi năm của văn bản. {HELP}")
        return tuple(sorted(years))

    def make(self, kind: str, words: str) -> None:
        """Makes one paper of this kind in the background."""

        def work(book: Any, years: Sequence[int], out: Path, progress: Progress) -> list[Any]:
            from desktop.paper_acts import make

            return [make(book, kind, years, out, progress=progress)]

        self._start(f"Đang lập {words.lower()}", work)

    def make_all(self) -> None:
        """Makes the whole pack in the background."""

        def work(book: Any, years: Sequence[int], out: Path, progress: Progress) -> list[Any]:
            from desktop.paper_acts import make_all

            return list(make_all(book, years, out, progress=progress))

        self._start("Đang lập cả bộ văn bản", work)

    def fill_form(self) -> None:
        """Asks for an Excel form, and puts the numbers of the book into it in the background."""
        start = str(self._window.session.book.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn biểu Excel cần điền", start, "Biểu Excel (*.xlsx)")
        if not chosen:
            return

        def work(book: Any, years: Sequence[int], out: Path, progress: Progress) -> Any:
            from desktop.form_filling import fill_form

            return fill_form(book, Path(chosen), years, out, progress=progress)

        self._start("Đang điền biểu", work, self._tell_form)

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("Văn bản", self, name="title"), 1)
        all_of_them = button("Lập cả bộ văn bản", self.make_all, self, primary=True, name="make_all")
        head.addWidget(all_of_them)
        self._makers.append(all_of_them)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        grid.addWidget(label("Năm", self), 0, 0)
        grid.addWidget(self.years, 0, 1)
        grid.addWidget(label(HELP, self, wrap=True, grey=True, small=True), 0, 2)
        grid.addWidget(label("Lập từng loại", self), 1, 0)
        grid.addLayout(self._kinds(), 1, 1, 1, 2)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(button("Đổi nơi lưu…", self._choose_folder, self, quiet=True, name="choose_folder"))
        place.addWidget(button("Mở thư mục", self._open_folder, self, quiet=True, name="open_folder"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(grid)
        column.addLayout(place)
        column.addWidget(self.notice)
        column.addSpacing(6)
        column.addWidget(label("Đã lập trước đây", self, name="heading"))
        column.addWidget(self.made, 1)
        column.addLayout(self.desk.buttons.row)
        self.setFocusProxy(self.years)
        writable = not self._window.session.book.read_only_reason
        for maker in self._makers:
            maker.setEnabled(writable)

    def _kinds(self) -> Flow:
        from reports.paper_kinds import APART, PAPERS

        row = Flow()
        for kind, paper in {**PAPERS, **APART}.items():
            made = button(paper.label, self._maker(kind, paper.label), self, name=f"make_{kind}")
            self._makers.append(made)
            row.addWidget(made)
        filled = button("Điền biểu Excel có sẵn…", self.fill_form, self, quiet=True, name="fill_form")
        self._makers.append(filled)
        row.addWidget(filled)
        return row

    def _maker(self, kind: str, words: str) -> Callable[[], None]:
        return lambda: self.make(kind, words)

    # -- what happens -------------------------------------------------------------------------------

    def _start(
        self,
        words: str,
        work: Callable[[Any, Sequence[int], Path, Progress], Any],
        then: Callable[[Any], None] | None = None,
    ) -> None:
        book, out = self._window.session.book, self.target
        self._window.places.save_form()
        try:
            years = self.wanted_years()
        except UserError as error:
            self.notice.say(str(error))
            self.years.setFocus()
            return
        self.notice.hide()
        task = self._window.tasks.start(words, lambda progress: work(book, years, out, progress))
        asked = next((maker for maker in self._makers if maker.hasFocus()), None)
        if asked:
            self._resting_place().setFocus()
        for maker in self._makers:
            maker.setEnabled(False)
        task.done.connect(then or self._tell)
        task.refused.connect(self.notice.say)
        task.cancelled.connect(lambda: self.notice.say("Đã dừng. Văn bản đã lập xong trước đó vẫn còn.", fine=True))
        task.ended.connect(lambda: self._offer_again(asked))

    def _resting_place(self) -> QWidget:
        """Where the keys wait while the buttons are out of use."""
        return self.made.table if self.made.table.isVisible() else self.years

    def _offer_again(self, asked: QWidget | None) -> None:
        """The buttons can be used again; the keys go back to the one that was asked, unless they went elsewhere."""
        stayed = self.made.table.hasFocus() or self.years.hasFocus()
        for maker in self._makers:
            maker.setEnabled(True)
        self.made.refresh()
        if asked and stayed:
            asked.setFocus()

    def _tell(self, made: list[Any]) -> None:
        records = tuple(one.record for one in made if one.record)
        self._window.session.tell(Change(0, "", "", "", frozenset(records), frozenset({"paper"}), records))
        warnings = list(dict.fromkeys(warning for one in made for warning in one.warnings))
        words = f"Đã lập “{Path(made[0].path).name}”." if len(made) == 1 else f"Đã lập {number(len(made))} văn bản."
        if warnings:
            words += " Cần xem lại: " + " ".join(str(one) for one in warnings[:3])
            words += f" Còn {number(len(warnings) - 3)} điều nữa." if len(warnings) > 3 else ""
        first = Path(made[0].path)
        if len(made) == 1:
            self.notice.say(words, fine=not warnings, act="Mở văn bản", then=lambda: open_path(first))
        else:
            self.notice.say(words, fine=not warnings, act="Mở thư mục", then=lambda: open_path(first.parent))

    def _tell_form(self, filled: Any) -> None:
        self._tell([filled.made])
        if filled.remarks:
            words = " ".join([filled.summary, *filled.made.warnings])
            self.notice.say(words, act="Xem những ô đó", then=lambda: self.desk.show_lines(filled.listing))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Nơi lưu văn bản", str(self.target))
        if chosen:
            self._window.settings.papers_folder = chosen
            self.refresh()

    def _open_folder(self) -> None:
        if self.target.is_dir():
            open_path(self.target)
        else:
            self.notice.say("Thư mục này chưa có. Nó được tạo khi lập văn bản đầu tiên.")

    def _take_year(self, year: int) -> None:
        if year:
            self.years.setText(str(year))

    def _take_change(self, _change: Change) -> None:
        if self.isVisible():  # any record may make a signed paper untrue
            self.made.refresh()
