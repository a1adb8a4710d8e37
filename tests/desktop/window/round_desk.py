"""A clerk at the desk of a round, who types nominations, holds the meeting, counts, decides and pays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop.awarding.count_dialog import CountDialog
from desktop.awarding.fields_dialog import FieldsDialog
from desktop.main_window import MainWindow
from desktop.sign_dialog import WhyDialog
from tests.desktop.window.conftest import active_dialog, back_to, button, press, type_text
from ward.awarding.council import Attending
from ward.book import Book
from ward.edits import Add

COUNCIL = (
    ("Trần Văn Bình", "chair"),
    ("Lê Thị Cúc", "deputy"),
    ("Phạm Văn Dũng", "standing"),
    ("Ngô Thị Hà", "secretary"),
    ("Đỗ Văn Khang", "member"),
)


class RoundDesk:
    """The pane of rounds of one window, and the acts of a person on it."""

    def __init__(self, window: MainWindow, book: Book, qtbot: Any) -> None:
        self.window, self.book, self.qtbot = window, book, qtbot
        window.go("rounds")
        self.pane = window.places.pane("rounds")

    # -- a round ------------------------------------------------------------------------------------

    def open_round(self, name: str, *, basis: str = "", rules_on: str = "") -> None:
        """Opens a round through its dialog."""
        self.click(self.pane, "new_round")
        dialog = active_dialog(self.qtbot, self.window, FieldsDialog)
        self.type(dialog, "name", name)
        if basis:
            choose(dialog.editor("basis").inputs()[0], basis)
        if rules_on:
            self.type(dialog, "rules_on", rules_on)
        self.act(dialog)
        assert self.pane.choice.currentText() == name

    def nominate(self, who: str, award: str, *, title: str = "", achievement: str = "", why: str = "") -> None:
        """Types a nomination; `why` is the written reason where one is demanded."""
        bar = self.pane.open_step("nominations").bar
        before = self.count("nomination")
        typed = {"nominee": who, "as_title": title, "award_type": award, "achievement": achievement}
        for key, words in typed.items():
            self._into(bar.editors[key], words)
        self.click(bar, "add_nomination")
        if why:
            dialog = active_dialog(self.qtbot, self.window, WhyDialog)
            type_text(dialog.reason, why)
            self.act(dialog)
        assert self.count("nomination") == before + 1, [one.words for one in bar.notes.said("problem")]

    def judge(self) -> None:
        """Judges the round and waits for the verdicts."""
        step = self.pane.open_step("nominations")
        step.acts["judge"].click()
        self.qtbot.waitUntil(lambda: all(row.verdict for row in step._rows), timeout=20_000)

    # -- the council --------------------------------------------------------------------------------

    def meet(self, day: str) -> None:
        """Opens a meeting through its dialog."""
        step = self.pane.open_step("council")
        self.click(step, "open_meeting" if step.meeting else "first_act")
        dialog = active_dialog(self.qtbot, self.window, FieldsDialog)
        self.type(dialog, "held_on", day)
        self.act(dialog)
        assert step.meeting is not None

    def count_ballots(self, which: int, by: str, agreed: Sequence[int], disagreed: Sequence[int] = ()) -> None:
        """Types one counting into its dialog."""
        step = self.pane.open_step("council")
        self.click(step, "first" if which == 1 else "second")
        dialog = active_dialog(self.qtbot, self.window, CountDialog)
        dialog.by.clear()
        type_text(dialog.by, by)
        for row, number in enumerate(agreed):
            dialog._item(row, 2).setText(str(number))
        for row, number in enumerate(disagreed):
            dialog._item(row, 3).setText(str(number))
        self.act(dialog)

    def lock(self) -> None:
        """Locks the result."""
        step = self.pane.open_step("council")
        assert step.locker.isEnabled(), (step.doubts.text(), step.notice.text)
        step.locker.click()
        self.qtbot.waitUntil(lambda: bool(step.meeting and step.meeting.locked_at))

    # -- small things -------------------------------------------------------------------------------

    def ask(self, step: str, name: str, **typed: str) -> None:
        """Presses a button that opens a dialog of fields, types them, and does its act."""
        self.click(self.pane.open_step(step), name)
        dialog = active_dialog(self.qtbot, self.window, FieldsDialog)
        for key, words in typed.items():
            self.type(dialog, key, words)
        self.act(dialog)

    def type(self, dialog: FieldsDialog, key: str, words: str) -> None:
        """Types into one field of a dialog."""
        self._into(dialog.editor(key), words)

    def act(self, dialog: QDialog) -> None:
        """Does the dialog's act, and goes back to the window."""
        button(dialog, "act").click()
        notice = getattr(dialog, "notice", None)
        assert not dialog.isVisible(), notice.text if notice else dialog
        back_to(self.qtbot, self.window)

    def click(self, parent: QWidget, name: str) -> None:
        """Clicks a button by its name."""
        found = button(parent, name)
        assert found.isEnabled(), name
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def count(self, table: str) -> int:
        """How many records of a kind there are."""
        rows = f'SELECT count(*) FROM "{table}" k JOIN record r ON r.id = k.record_id WHERE r.binned = 0'
        return int(self.book.db.execute_sql(rows).fetchone()[0])

    def states(self) -> dict[str, str]:
        """The state of each nomination of the shown round, by name."""
        from ward.awarding.round_lists import nominations_of

        return {row.name: row.state for row in nominations_of(self.book.db, self.pane.round)}

    def _into(self, editor: Any, words: str) -> None:
        line = editor.inputs()[0]
        if not words:
            return
        line.setFocus()
        if isinstance(line, QPlainTextEdit):
            line.setPlainText(words)
        elif isinstance(line, QLineEdit):
            line.clear()
            type_text(line, words)
            press(line, Qt.Key.Key_Tab)


def choose(options: Any, key: str) -> None:
    """Chooses an option as a click on it does."""
    place = options.findData(key)
    options.setCurrentIndex(place)
    options.activated.emit(place)


def ward_with_council(book: Book) -> dict[str, int]:
    """An office, its council, its people; gives their records by name."""
    from desktop.catalogues import take_in_award_types
    from ward.founding import Place, found

    found(book, Place("phường", "Hoa Sen", "thành phố Hà Nội"), {"ubnd": "Trần Văn Bình"}, 2025)
    take_in_award_types(book)
    people = book.write(
        "Thêm người",
        [
            Add("person", {"name": name, "positions": [{"title": "Công chức", "unit_words": "UBND phường"}]})
            for name, _ in COUNCIL
        ],
    ).added
    members = [{"who": person, "role": role} for person, (_, role) in zip(people, COUNCIL, strict=True)]
    council = Add(
        "council",
        {
            "name": "Hội đồng Thi đua - Khen thưởng phường",
            "since": "2025-07-01",
            "decision_number": "12/QĐ-UBND",
            "decided_on": "2025-07-15",
            "members": members,
        },
    )
    book.write("Lập hội đồng", [council])
    return {name: person for person, (name, _) in zip(people, COUNCIL, strict=True)}


def absent_with_opinion(attending: Sequence[Attending], name: str) -> list[Attending]:
    """The members, one of them away with a written opinion."""
    from dataclasses import replace

    return [replace(one, presence="written", reason="Đi công tác") if one.name == name else one for one in attending]
