"""Mẫu văn bản: each template with its state and fields; a copy to edit, back to the original, a check, a trial."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop.controls import Notice, button, label
from desktop.flow import Flow
from desktop.record_acts import open_path
from desktop.template_fault_list import FaultList
from desktop.template_field_list import FieldList
from desktop.template_list import TemplateList
from desktop.template_words import FILES, HELP, OF_A_PAPER, copied, file_words, moved_on, when_saved
from reports.paper_kinds import OF_YEARS
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class TemplatesPane(QWidget):
    """The office's templates; the chosen one is looked through in the background each time it has changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._looked_at = ("", "")
        self.notice = Notice(self)
        self.moved_on = Notice(self)
        self.list = TemplateList(self)
        self.fields = FieldList(self)
        self.faults = FaultList(self)
        self.tabs = QTabWidget(self)
        self._file = label("", self, grey=True, wrap=True)
        self._trial = button("Lập thử", self.try_out, self, primary=True, name="try_out")
        self._open = button("Mở bản sao để sửa", self.edit, self, name="edit_template")
        self._check = button("Kiểm tra mẫu", self.check, self, name="check_template")
        self._back = button("Về mẫu gốc", self.go_back, self, name="back_to_original")
        self._take = button("Lấy tệp khác làm mẫu…", self.take_file, self, name="take_file")
        self._build()
        self.list.itemSelectionChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.edit())
        self.fields.copied.connect(lambda tag: self.notice.say(copied(tag), fine=True))
        window.installEventFilter(self)

    def refresh(self) -> None:
        """Reads how it stands with each template, and looks through the chosen one if it has changed."""
        self.list.fill(self._book)
        self._choose()

    # -- acts ---------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Opens the office's own copy in Word or Excel; makes it first if there is none."""
        from reports.template_desk.files import copy_out

        kind = self.list.chosen()
        if not self._open.isEnabled() or not kind:
            return
        path = self._try(lambda: copy_out(self._book, self.list.file_name(kind), dt.date.today()))
        if path is not None:
            self.refresh()
            self.notice.say(f"Đang mở mẫu riêng “{path.name}”. Sửa và lưu xong, quay lại đây để kiểm tra.", fine=True)
            open_path(path)

    def go_back(self) -> None:
        """The original counts again; the copy is kept aside and can be taken back."""
        from reports.template_desk.files import back_to_original, take_file

        kind = self.list.chosen()
        if not self._back.isEnabled() or not kind:
            return
        name = self.list.file_name(kind)
        kept = self._try(lambda: back_to_original(self._book, name, dt.datetime.now()))
        if kept is None:
            return

        def take_back() -> None:
            self._try(lambda: take_file(self._book, name, kept, dt.datetime.now()))
            self.refresh()

        self.refresh()
        words = f"Đã về mẫu gốc. Mẫu riêng được giữ ở “{kept.parent.name}/{kept.name}”."
        self.notice.say(words, fine=True, act="Lấy lại mẫu riêng", then=take_back)

    def take_file(self) -> None:
        """Asks for a Word or Excel file and makes it the office's own copy."""
        from reports.template_desk.files import take_file

        kind = self.list.chosen()
        if not self._take.isEnabled() or not kind:
            return
        name = self.list.file_name(kind)
        source, _ = QFileDialog.getOpenFileName(self, "Lấy tệp khác làm mẫu", "", FILES[Path(name).suffix])
        if source and self._try(lambda: take_file(self._book, name, Path(source), dt.datetime.now())):
            self.refresh()
            self.notice.say(f"Từ nay lập văn bản theo “{Path(source).name}”. Tệp ấy được chép riêng.", fine=True)

    def check(self) -> None:
        """Looks through the chosen template now and shows what is wrong."""
        self._looked_at = ("", "")
        self._look(then_show=True)

    def try_out(self) -> None:
        """Makes a trial paper from today's records in a folder of its own and opens it; no record is written."""
        kind, book, session = self.list.chosen(), self._window.session.book, self._window.session
        self._window.places.save_form()

        def work(progress: Any) -> Path:
            from reports.papers import make_paper
            from ward.year_view import busiest_year

            years = (session.year or busiest_year(book.db) or dt.date.today().year,)
            folder = Path(tempfile.mkdtemp(prefix="sovang-"))
            return make_paper(book, kind, years, folder, progress=progress).path

        if not kind:
            return
        self._trial.setEnabled(False)
        task = self._window.tasks.start("Đang lập thử", work)
        task.done.connect(self._show_trial)
        task.refused.connect(self.notice.say)
        task.ended.connect(self._choose)

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("Mẫu văn bản", self, name="title"), 1)
        head.addWidget(self._trial)
        acts = Flow()
        for one in (self._open, self._check, self._back, self._take):
            acts.addWidget(one)
        self.tabs.addTab(self.fields, "Trường để chép")
        self.tabs.addTab(self.faults, "Kết quả kiểm tra")
        left = QWidget(self)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 10, 0)
        beside.addWidget(self.list, 1)
        beside.addWidget(self._file)
        beside.addLayout(acts)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.tabs)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([self.list.sizeHint().width(), 600])
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(label(HELP, self, wrap=True, grey=True))
        column.addWidget(self.notice)
        column.addWidget(self.moved_on)
        column.addWidget(splitter, 1)
        self.setFocusProxy(self.list)

    # -- what happens -------------------------------------------------------------------------------

    @property
    def _book(self) -> Path:
        return self._window.session.book.path

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Back from Word: the window has the keys again, and the copy may have been saved meanwhile."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible() and self.list.chosen():
            self.refresh()
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        state = self.list.chosen_state()
        writable = not self._window.session.book.read_only_reason
        own = state is not None and state.own
        self._open.setEnabled(state is not None and (own or writable))
        self._back.setEnabled(own and writable)
        self._take.setEnabled(state is not None and writable)
        self._file.setText(file_words(state) if state else "")
        of_a_year = self.list.chosen() in OF_YEARS
        self._trial.setEnabled(of_a_year)
        self._trial.setToolTip("" if of_a_year else OF_A_PAPER)
        if state is not None and state.moved_on:
            self.moved_on.say(moved_on(state), act="Xem bản gốc mới", then=self._show_original)
        else:
            self.moved_on.hide()
        self._look()

    def _look(self, *, then_show: bool = False) -> None:
        kind, state = self.list.chosen(), self.list.chosen_state()
        if state is None:
            return
        now = (kind, when_saved(state.path) if state.own else "")
        if now == self._looked_at:
            return
        self._looked_at = now
        book, name = self._book, state.name

        def work(_progress: Any) -> Any:
            from reports.template_desk.check import look_at, look_at_file
            from reports.template_desk.files import original

            return look_at_file(state.path, kind) if state.own else look_at(original(name), kind)

        self.fields.show_kind(kind)
        task = self._window.tasks.start("Đang kiểm tra mẫu", work)
        task.done.connect(lambda look: self._show_look(kind, look, then_show) if self._book == book else None)

    def _show_look(self, kind: str, look: Any, then_show: bool) -> None:
        if kind != self.list.chosen():
            return
        self.fields.show_used(look.used)
        self.faults.fill(look.faults)
        count = len(look.faults)
        self.tabs.setTabText(1, f"Kết quả kiểm tra ({count})" if count else "Kết quả kiểm tra")
        if then_show:
            self.tabs.setCurrentWidget(self.faults)
            self.faults.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_original(self) -> None:
        """Opens a copy of the program's new original, and lets the clerk stay with the old one for good."""
        from reports.template_desk.files import keep_own, original

        state = self.list.chosen_state()
        if state is None:
            return
        seen = Path(tempfile.mkdtemp(prefix="sovang-")) / state.name
        seen.write_bytes(original(state.name))
        open_path(seen)

        def keep() -> None:
            self._try(lambda: keep_own(self._book, state.name, dt.date.today()))
            self.refresh()

        words = "Đang mở một bản của mẫu gốc mới để xem. Muốn theo bản mới thì bấm “Về mẫu gốc”."
        self.notice.say(words, fine=True, act="Giữ mẫu riêng, thôi nhắc", then=keep)

    def _show_trial(self, path: Path) -> None:
        words = f"Đã lập thử “{path.name}” từ số liệu hiện có. Bản này không ghi vào sổ văn bản đã lập."
        if self.faults.list.count():
            words += " Mẫu còn chỗ cần sửa: xem thẻ Kết quả kiểm tra."
        fine = not self.faults.list.count()
        self.notice.say(words, fine=fine, act="Mở lại", then=lambda: open_path(path))
        open_path(path)

    def _try(self, act: Any) -> Any:
        try:
            return act()
        except UserError as error:
            self.notice.say(str(error))
            return None
