"""What the clerk does with papers that were made: refresh, ask where a number comes from, reconcile, sign, PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.controls import Notice
from desktop.paper_buttons import PaperButtons
from desktop.paper_list import ListedPaper, PaperList
from desktop.record_acts import open_path
from desktop.tasks import Progress
from ward.edits import Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

Work = Callable[[Progress], Any]
UP_TO_DATE = "“{}” đang đúng với sổ. Không có chỗ nào cần cập nhật."
ONLY_TOLD = "Có {} dòng đã thêm hoặc bớt trong sổ mà tệp này không tự nhận được. Hãy lập lại văn bản nếu cần."
CANNOT = {
    "refresh_paper": "Hãy chọn một dự thảo còn ở chỗ cũ. Văn bản đã ký không cập nhật số liệu nữa.",
    "origins": "Hãy chọn một văn bản còn ở chỗ cũ.",
    "reconcile": "Hãy chọn những văn bản còn ở chỗ cũ.",
}


class PaperDesk(QObject):
    """The acts on the papers that are chosen in a list; what happened is said in the notice."""

    def __init__(self, window: MainWindow, papers: PaperList, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._papers, self._notice, self._parent = window, papers, notice, parent
        self.buttons = PaperButtons(papers, self._slots(), not window.session.book.read_only_reason, parent)
        papers.chosen_changed.connect(self.buttons.offer)

    def do(self, name: str) -> None:
        """Does what a button does, or says why it cannot be done."""
        if self.buttons.buttons[name].isEnabled():
            self._slots()[name]()
        elif not self._papers.chosen():
            self._notice.say("Chưa lập văn bản nào. Hãy lập văn bản trước.")
        else:
            self._notice.say(CANNOT[name])

    # -- the acts -----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Compares the chosen draft with the records and asks what is to be taken over."""
        paper, book = self._papers.chosen()[0], self._window.session.book

        def work(progress: Progress) -> Any:
            from desktop.paper_refresh import compare

            return compare(book, paper.record, progress=progress)

        self._start("Đang so văn bản với sổ", work, self._ask_what_to_take)

    def origins(self) -> None:
        """Shows the chosen paper's text; each number leads to its record."""
        paper, book = self._papers.chosen()[0], self._window.session.book

        def work(_progress: Progress) -> Any:
            from reports.reading import read_lines

            return read_lines(paper.path)

        def show(lines: Any) -> None:
            from desktop.origin_dialog import OriginDialog

            dialog = OriginDialog(book, paper.title, lines, self._parent)
            dialog.opened.connect(self._window.show_record)
            dialog.open()

        self._start("Đang đọc văn bản", work, show)

    def reconcile(self) -> None:
        """Holds the chosen papers against each other and against the records."""
        papers, book = self._papers.chosen(), self._window.session.book

        def work(progress: Progress) -> Any:
            from desktop.paper_checks import reconciled

            return reconciled(book, [paper.path for paper in papers], progress=progress)

        self._start("Đang đối chiếu văn bản", work, self.show_lines)

    def differences(self) -> None:
        """What a signed paper says and the records no longer do."""
        paper, book = self._papers.chosen()[0], self._window.session.book

        def work(_progress: Progress) -> Any:
            from desktop.paper_checks import differing

            return differing(book, paper.record)

        self._start(
            "Đang so văn bản với sổ", work, partial(self.show_lines, verb="Lập thư đính chính", act=self.correct)
        )

    def compare(self) -> None:
        """What differs between two chosen papers, or between the chosen one and the version before it."""
        papers, book = [paper.record for paper in self._papers.chosen()], self._window.session.book

        def work(_progress: Progress) -> Any:
            from desktop.paper_checks import compared, pair

            older, newer = pair(book, papers)
            return older, newer, compared(book, older, newer)

        def show(found: tuple[int, int, Any]) -> None:
            from desktop.paper_annexes import comparison

            older, newer, listing = found
            make = partial(self._make, "Đang lập bản so sánh", lambda: comparison(book, older, newer))
            self.show_lines(listing, "Lập bản so sánh để in", make)

        self._start("Đang so sánh hai bản", work, show)

    def correct(self) -> None:
        """Makes the correction note for the chosen signed paper."""
        from desktop.paper_annexes import correction

        paper, book = self._papers.chosen()[0].record, self._window.session.book
        self._make("Đang lập thư đính chính", lambda: correction(book, paper))

    def sources(self) -> None:
        """Makes the annex that says where each figure of the chosen paper comes from."""
        from desktop.paper_annexes import sources

        paper, book = self._papers.chosen()[0].record, self._window.session.book
        self._make("Đang lập phụ lục nguồn số liệu", lambda: sources(book, paper))

    def sign(self) -> None:
        """Asks for number and day, and marks the chosen paper as signed."""
        from desktop.sign_dialog import SignDialog

        paper = self._papers.chosen()[0]
        dialog = SignDialog(paper.title, self._parent)
        dialog.given.connect(partial(self._sign, paper))
        dialog.open()

    def unsign(self) -> None:
        """Asks why, and takes the mark of signing away."""
        from desktop.sign_dialog import ask_why_unsigned

        paper = self._papers.chosen()[0]
        dialog = ask_why_unsigned(paper.title, self._parent)
        dialog.given.connect(partial(self._unsign, paper))
        dialog.open()

    def void(self) -> None:
        """Asks why, and marks the chosen draft as of no use any more."""
        from desktop.sign_dialog import ask_why_void

        paper = self._papers.chosen()[0]
        dialog = ask_why_void(paper.title, self._parent)
        dialog.given.connect(partial(self._void, paper))
        dialog.open()

    def to_pdf(self) -> None:
        """Turns the chosen papers into PDF files beside them."""
        paths = [paper.path for paper in self._papers.chosen()]

        def work(progress: Progress) -> list[Path]:
            from desktop.paper_checks import as_pdf

            return as_pdf(paths, progress=progress)

        def tell(made: list[Path]) -> None:
            words = f"Đã tạo “{made[0].name}”." if len(made) == 1 else f"Đã tạo {len(made)} tệp PDF."
            self._notice.say(words, fine=True, act="Mở thư mục", then=lambda: open_path(made[0].parent))

        self._start("Đang tạo PDF", work, tell)

    # -- what comes of them -------------------------------------------------------------------------

    def _ask_what_to_take(self, draft: Any) -> None:
        from desktop.refresh_dialog import RefreshDialog

        if not draft.proposals:
            self._notice.say(UP_TO_DATE.format(draft.title), fine=True)
            return
        if not any("today" in one.choices for one in draft.proposals):
            self._notice.say(" ".join([ONLY_TOLD.format(len(draft.proposals)), *draft.notes]))
            return
        dialog = RefreshDialog(draft.title, draft.proposals, draft.notes, self._parent)
        dialog.given.connect(partial(self._carry_out, draft))
        dialog.open()

    def _carry_out(self, draft: Any, choices: Any, listing: bool) -> None:
        book = self._window.session.book

        def work(_progress: Progress) -> Any:
            from desktop.paper_refresh import refresh

            return refresh(book, draft, choices, listing=listing)

        self._start("Đang cập nhật văn bản", work, partial(self._tell_made, verb="Đã cập nhật"))

    def _make(self, words: str, make: Callable[[], Any]) -> None:
        self._start(words, lambda _progress: make(), self._tell_made)

    def _tell_made(self, made: Any, verb: str = "Đã lập") -> None:
        self._tell_records([made.record] if made.record else [])
        words = " ".join([f"{verb} “{made.path.name}”.", *made.warnings])
        self._notice.say(words, fine=True, act="Mở văn bản", then=lambda: open_path(made.path))

    def show_lines(self, found: Any, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Shows a listing in a dialog with at most one act; where nothing was found, the notice says so."""
        from desktop.form_tabs.lines import Shown
        from desktop.lines_dialog import LinesDialog

        if not found.lines:
            self._notice.say(found.nothing, fine=True)
            return
        lines = [Shown(record, cells) for record, cells in found.lines]
        dialog = LinesDialog(found.title, found.words, found.columns, lines, self._parent)
        dialog.opened.connect(self._window.show_record)
        dialog.offer(verb, act)
        dialog.open()

    def _sign(self, paper: ListedPaper, day: str, number: str) -> None:
        from desktop.paper_checks import sign

        self._write(lambda: sign(self._window.session.book, paper.record, paper.path, day, number))

    def _unsign(self, paper: ListedPaper, reason: str) -> None:
        from ward.paper_records import unsign

        self._write(lambda: unsign(self._window.session.book, paper.record, reason))

    def _void(self, paper: ListedPaper, reason: str) -> None:
        from ward.paper_records import void

        self._write(lambda: void(self._window.session.book, paper.record, reason))

    def _write(self, act: Callable[[], Change]) -> None:
        try:
            self._window.session.tell(act())
        except UserError as error:
            self._notice.say(str(error))
            return
        self._papers.refresh()

    def _tell_records(self, records: list[int]) -> None:
        added = tuple(records)
        self._window.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        self._papers.refresh(added)

    def _start(self, words: str, work: Work, then: Callable[[Any], object]) -> None:
        self._window.places.save_form()
        self._notice.hide()
        self.buttons.rest(True)
        task = self._window.tasks.start(words, work)
        task.done.connect(then)
        task.refused.connect(self._notice.say)
        task.cancelled.connect(lambda: self._notice.say("Đã dừng. Văn bản cũ còn nguyên.", fine=True))
        task.ended.connect(lambda: self.buttons.rest(False))

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "open_paper": self._papers.open, "refresh_paper": self.refresh, "origins": self.origins,
            "reconcile": self.reconcile, "sign": self.sign, "unsign": self.unsign, "void": self.void,
            "differences": self.differences, "correction": self.correct, "compare": self.compare,
            "sources": self.sources, "pdf": self.to_pdf, "show_paper": self._papers.show_in_folder,
        }  # fmt: skip
