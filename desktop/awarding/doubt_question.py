"""What is asked about one row of a list: the question, the answers to choose from, and for which rows they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.controls import Options, button, label
from forms.catalogue import FORMS
from forms.spreadsheets.doubts import SKIP, Answer, RowDoubt

TYPED_YEAR = re.compile(r"(?:19|20)\d\d")


class DoubtQuestion(QWidget):
    """`answered` tells the doubt, its answer, and whether it holds for every row that asks the same."""

    answered = Signal(object, object, bool)

    def __init__(self, award_types: Sequence[tuple[int, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._doubt: RowDoubt | None = None
        self.words = label("", self, wrap=True)
        self.for_all = QCheckBox("Trả lời như vậy cho mọi dòng hỏi điều này", self)
        self._choices = QWidget(self)
        self._rows = QVBoxLayout(self._choices)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.award = Options(self)
        self.award.setAccessibleName("Chọn trong danh mục danh hiệu, hình thức")
        self.award.addItem("Chọn trong danh mục danh hiệu, hình thức…", 0)
        for record, title in award_types:
            self.award.addItem(title, record)
        self.award.activated.connect(lambda _place: self._choose_award())
        self.year = QLineEdit(self)
        self.year.setAccessibleName("Năm được khen")
        self.year.setPlaceholderText("ví dụ: 2019")
        self.year.setMaximumWidth(140)
        self.year.returnPressed.connect(self.give_year)
        self._year_row = QWidget(self)
        row = QHBoxLayout(self._year_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.year)
        row.addWidget(button("Ghi năm này", self.give_year, self, name="give_year"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self._choices, self._year_row, self.award, self.for_all):
            column.addWidget(widget)

    def ask(self, doubt: RowDoubt | None, words: str, alike: int) -> None:
        """Shows a doubt (or only words); `alike` counts the rows that ask the same."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._group = QButtonGroup(self)
        self._doubt = doubt
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.for_all.setVisible(doubt is not None and alike > 1)
        with QSignalBlocker(self.for_all):
            self.for_all.setChecked(alike > 1)
        self._choices.setVisible(doubt is not None)
        self.award.setVisible(doubt is not None and doubt.field.startswith("award"))
        self.award.setCurrentIndex(0)
        self._year_row.setVisible(doubt is not None and doubt.field == "year")
        self.year.clear()
        for text, answer in answers_to(doubt) if doubt else ():
            radio = QRadioButton(text, self._choices)
            radio.setAccessibleName(text)
            radio.clicked.connect(partial(self._tell, answer))
            self._group.addButton(radio)
            self._rows.addWidget(radio)

    def give_year(self) -> None:
        """Gives the typed year; what is no year stays to be typed again."""
        if TYPED_YEAR.fullmatch(self.year.text().strip()):
            self._tell(Answer(value=self.year.text().strip()))
        else:
            self.year.selectAll()
            self.year.setFocus()

    def answers(self) -> list[str]:
        """The answers that are offered, in words."""
        return [one.text() for one in self._group.buttons()]

    def _choose_award(self) -> None:
        if self.award.currentData():
            self._tell(Answer(record=self.award.currentData()))

    def _tell(self, answer: Answer, _checked: bool = True) -> None:
        for_all = not self.for_all.isHidden() and self.for_all.isChecked() and answer != SKIP
        self.answered.emit(self._doubt, answer, for_all)


def answers_to(doubt: RowDoubt) -> list[tuple[str, Answer]]:
    """The answers that a doubt offers, in words."""
    found = []
    for one in doubt.candidates:
        why = f" ({one.why})" if one.why else ""
        found.append((f"{FORMS[one.kind].label}: {one.title}{why}", Answer(record=one.record)))
    found += [(words, Answer(value=value)) for value, words in doubt.readings]
    if doubt.may_be_new:
        found.append(("Là người, đơn vị, hộ khác: thêm mới vào sổ", Answer(new=True)))
    if doubt.as_words:
        found.append(("Giữ nguyên chữ trong danh sách", Answer(as_words=True)))
    return [*found, ("Bỏ qua dòng này", SKIP)]
