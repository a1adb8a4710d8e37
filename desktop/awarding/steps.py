"""What every step of a round has: the window, the round that it shows, acts that are refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.controls import Notice
from desktop.record_acts import open_path
from desktop.tasks import Progress
from ward.edits import Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

AT_ONCE = 300
"""So many records are written while one waits; more in the background."""


class Step(QWidget):
    """One tab of a round; `show_round` reads it anew, `forget` lets go of what was read of another round."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.window_ = window
        self.session = window.session
        self.round = 0
        self.notice = Notice(self)
        self.writable = not window.session.book.read_only_reason

    def show_round(self, record: int) -> None:
        """Shows this round."""
        self.round = record
        self.read()

    def forget(self) -> None:
        """What was shown of another round is gone."""
        self.round = 0

    def read(self) -> None:
        """Reads the round anew."""
        raise NotImplementedError

    def do(self, act: Callable[[], Change | None], said: str = "") -> bool:
        """Writes one act and tells everybody; what refuses it is said. Gives whether it was done."""
        self.notice.hide()
        try:
            change = act()
        except UserError as error:
            self.notice.say(str(error))
            return False
        if change is not None:
            self.session.tell(change)
        if said:
            self.notice.say(said, fine=True)
        return True

    def do_many(self, count: int, words: str, act: Callable[[], Any]) -> None:
        """Writes one act over `count` records, in the background where they are many.

        The act gives a Change, or an Outcome whose warnings are said.
        """
        if count <= AT_ONCE:
            self.do(lambda: self._taken(act()))
        else:
            self.start(words, lambda _progress: act(), self._tell_written)

    def _tell_written(self, result: Any) -> None:
        change = self._taken(result)
        if change is not None:
            self.session.tell(change)

    def _taken(self, result: Any) -> Change | None:
        warnings = getattr(result, "warnings", ())
        if warnings:
            QTimer.singleShot(0, self, lambda: self.notice.say(" ".join(warnings[:3])))
        change: Change | None = getattr(result, "change", result)
        return change

    def start(self, words: str, work: Callable[[Progress], Any], then: Callable[[Any], object]) -> None:
        """Runs a long act in the background, with progress and a way to stop it."""
        self.window_.places.save_form()
        self.notice.hide()
        task = self.window_.tasks.start(words, work)
        task.done.connect(then)
        task.refused.connect(self.notice.say)
        task.cancelled.connect(lambda: self.notice.say("Đã dừng. Những gì đã xong vẫn còn.", fine=True))

    def make_paper(self, kind: str, about: int, words: str) -> None:
        """Makes a paper about a record in the background; the notice offers to open it."""
        book, out = self.session.book, self.window_.places.pane("papers").target

        def work(progress: Progress) -> Any:
            from desktop.award_acts import make_award

            return make_award(book, kind, about, out)

        self.start(f"Đang lập {words.lower()}", work, self.tell_made)

    def tell_made(self, made: Any) -> None:
        """A paper was made: everybody hears of it."""
        added = (made.record,) if made.record else ()
        self.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        words = " ".join([f"Đã lập “{made.path.name}”.", *made.warnings[:3]])
        path = made.path
        self.notice.say(words, fine=not made.warnings, act="Mở văn bản", then=lambda: open_path(path))

    def tell_all_made(self, made: list[Any]) -> None:
        """Several papers were made: everybody hears of them."""
        if len(made) == 1:
            self.tell_made(made[0])
            return
        added = tuple(one.record for one in made if one.record)
        self.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        warnings = list(dict.fromkeys(words for one in made for words in one.warnings))
        words = " ".join([f"Đã lập {len(made)} văn bản.", *warnings[:3]])
        folder = made[0].path.parent
        self.notice.say(words, fine=not warnings, act="Mở thư mục", then=lambda: open_path(folder))
