"""Acts on the file that may be long: short ones at once, long ones in the background while nothing else is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ward.edits import Change, Edit
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

MANY = 400
"""From so many records on, an act takes longer than a key press may."""
Say = Callable[[str], object]
Act = Callable[..., Change | None]


class LongActs:
    """Writes, undoes and does again; the window's body rests while a long act is written."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def write(self, act: str, edits: Sequence[Edit], then: Callable[[Change], object], say: Say) -> None:
        """Writes one act; `then` gets its Change, `say` the sentence when it cannot be written."""
        book = self._window.session.book

        def write(**more: object) -> Change:
            return book.write(act, edits, **more)  # type: ignore[arg-type]

        self._do("Đang ghi", len(edits), write, then, say)

    def undo(self, say: Say) -> None:
        """Takes the newest act back."""
        book = self._window.session.book
        self._do("Đang hoàn tác", book.undo_size, book.undo, lambda _change: None, say)

    def redo(self, say: Say) -> None:
        """Does the act again that was taken back last."""
        book = self._window.session.book
        self._do("Đang làm lại", book.redo_size, book.redo, lambda _change: None, say)

    def _do(self, label: str, size: int, act: Act, then: Callable[[Change], object], say: Say) -> None:
        def tell(change: Change | None) -> None:
            if change is not None:
                self._window.session.tell(change)
                then(change)

        if size < MANY:
            try:
                change = act()
            except UserError as error:
                say(str(error))
                return
            tell(change)
            return
        self._window.places.save_form()
        self._window.splitter.setEnabled(False)
        task = self._window.tasks.start(label, lambda progress: act(progress=progress))
        task.done.connect(tell)
        task.refused.connect(say)
        task.cancelled.connect(lambda: say("Đã dừng. Chưa ghi gì vào sổ."))
        task.ended.connect(lambda: self._window.splitter.setEnabled(True))
