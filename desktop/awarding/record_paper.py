"""A paper about one record: which papers its kind has, chosen in a dialog, made in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.dialogs import Sheet
from desktop.editors.naming import kind_label, shortened
from desktop.record_acts import open_path
from desktop.tasks import Progress
from ward.edits import Change
from ward.errors import UserError
from ward.loading import Stored, load

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

NO_RECORD = "Hãy mở một bản ghi trước: đề nghị khen, sáng kiến, cá nhân, đơn vị, hộ gia đình hoặc đợt xét."
NO_PAPER = "Chưa có mẫu văn bản nào lập riêng cho một bản ghi loại “{}”."


def ask_for_paper(window: MainWindow) -> None:
    """Asks which paper is to be made about the record that the window shows."""
    from reports.awarding.award_paper_kinds import AWARD_PAPERS, papers_about

    record = window.places.shown_record() or _shown_round(window)
    if not record:
        window.banner.say(NO_RECORD)
        return
    try:
        stored = load(window.session.book.db, record)
    except UserError as error:
        window.banner.say(str(error))
        return
    kinds = papers_about(stored.kind)
    if not kinds:
        window.banner.say(NO_PAPER.format(kind_label(stored.kind)))
        return
    dialog = RecordPaperDialog(stored, [(kind, AWARD_PAPERS[kind].label) for kind in kinds], window)
    dialog.given.connect(lambda kind, words: _make(window, kind, record, words))
    dialog.open()


class RecordPaperDialog(Sheet):
    """Lists the papers; `given` tells the kind and the label of the chosen one."""

    given = Signal(str, str)

    def __init__(self, stored: Stored, papers: list[tuple[str, str]], parent: QWidget) -> None:
        words = f"Văn bản lập cho “{shortened(stored.title)}”, lưu ở nơi lưu văn bản."
        super().__init__("Lập văn bản cho bản ghi này", parent, words=words, width=520)
        self.papers = QListWidget(self)
        self.papers.setAccessibleName("Các loại văn bản")
        self.papers.setMinimumHeight(240)
        for kind, label in papers:
            item = QListWidgetItem(label, self.papers)
            item.setData(256, kind)
        self.papers.setCurrentRow(0)
        self.papers.itemActivated.connect(lambda _item: self.give())
        self.body.addWidget(self.papers, 1)
        self.finish("Lập văn bản", self.give)
        self.papers.setFocus()

    def give(self) -> None:
        """Gives the chosen paper."""
        item = self.papers.currentItem()
        if item is not None:
            self.accept()
            self.given.emit(item.data(256), item.text())


def _make(window: MainWindow, kind: str, record: int, words: str) -> None:
    book, out = window.session.book, window.places.pane("papers").target
    window.places.save_form()

    def work(_progress: Progress) -> Any:
        from desktop.award_acts import make_award

        return make_award(book, kind, record, out)

    def tell(made: Any) -> None:
        added = (made.record,) if made.record else ()
        window.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        said = " ".join([f"Đã lập “{made.path.name}”.", *made.warnings[:2]])
        window.banner.say(said, fine=not made.warnings, act="Mở văn bản", then=lambda: open_path(made.path))

    task = window.tasks.start(f"Đang lập {words.lower()}", work)
    task.done.connect(tell)
    task.refused.connect(window.banner.say)


def _shown_round(window: MainWindow) -> int:
    return int(window.places.pane("rounds").round) if window.place == "rounds" else 0
