"""Another pack of rules before it is used: what it says that the present one does not, and since when it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.awarding.row_table import RowColumn, RowTable
from desktop.awarding.rule_topics import AWARD, OTHERS
from desktop.controls import label
from desktop.dialogs import Sheet
from desktop.record_list import number
from ward.dates import parse_date
from ward.errors import UserError

if TYPE_CHECKING:
    from ward.rules.pack import Pack

WORDS = (
    "“{}”, phiên bản {}: tệp đọc được, không có lỗi. Dưới đây là những điều khác bộ đang dùng. "
    "Đợt đã xét giữ nguyên bộ quy định của mình; giá trị của địa phương vẫn còn."
)


@dataclass(frozen=True)
class Difference:
    """One rule that only one of two packs has; `is_new`: the other pack has it."""

    place: int
    topic: str
    is_new: bool
    text: str


class PackDialog(Sheet):
    """`given` tells the day from which the new pack counts (ISO, "" for always)."""

    given = Signal(str)

    def __init__(self, now: Pack, new: Pack, on: str, parent: QWidget) -> None:
        words = WORDS.format(new.name, new.version)
        super().__init__("Thay bộ quy định", parent, words=words, width=860)
        self.found = list(differences(now, new, on))
        self.table: RowTable[Difference] = RowTable(
            "Những điều khác nhau", COLUMNS, lambda one: one.place, self, stretched=2
        )
        self.table.setMinimumHeight(300)
        self.table.show_rows(self.found)
        self.day = QLineEdit(self)
        self.day.setAccessibleName("Dùng từ ngày")
        self.day.setPlaceholderText("để trống: dùng cho mọi ngày")
        self.day.setMaximumWidth(220)
        row = QHBoxLayout()
        row.addWidget(label("Dùng từ ngày", self))
        row.addWidget(self.day)
        row.addStretch(1)
        count = f"{number(len(self.found))} điều khác nhau." if self.found else "Hai bộ nói giống nhau ở mọi điều."
        self.body.addWidget(label(count, self, grey=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.finish("Dùng bộ quy định này", self.give)

    def give(self) -> None:
        """Gives the day, unless it is none."""
        text = self.day.text().strip()
        try:
            day = parse_date(text).iso if text else ""
        except UserError as error:
            self.notice.say(str(error))
            self.day.setFocus()
            return
        if text and len(day) != 10:
            self.notice.say("Hãy ghi đủ ngày, tháng, năm, ví dụ: 01/01/2027.")
            self.day.setFocus()
            return
        self.accept()
        self.given.emit(day)


def differences(now: Pack, new: Pack, on: str) -> Iterator[Difference]:
    """The rules that only one of two packs has, topic by topic; a changed one is told twice, before and after."""
    topics = {f"{AWARD}{code}": award.name for pack in (now, new) for code, award in pack.awards.items()}
    place = 0
    for topic, name in {**topics, **OTHERS}.items():
        before, after = _texts(now, topic, on), _texts(new, topic, on)
        for is_new, texts, others in ((False, before, set(after)), (True, after, set(before))):
            for text in texts:
                if text not in others:
                    place += 1
                    yield Difference(place, name, is_new, text)


def _texts(pack: Pack, topic: str, on: str) -> list[str]:
    """Every row of a topic in words, with article and mark; nothing for an award that the pack does not have."""
    from desktop.awarding.rules_pane import rows_of

    if topic.startswith(AWARD) and topic.removeprefix(AWARD) not in pack.awards:
        return []
    rows = [one for row in rows_of(pack, topic, on) for one in row.all() if not one.is_head]
    return [" · ".join(filter(None, (row.text, row.article, row.mark))) for row in rows]


COLUMNS: tuple[RowColumn[Difference], ...] = (
    RowColumn("Về", 230, lambda one: one.topic),
    RowColumn("", 96, lambda one: "+ bộ mới" if one.is_new else "− bộ cũ",
              colour=lambda one: "fine" if one.is_new else "wrong"),
    RowColumn("Quy định", 420, lambda one: one.text),
)  # fmt: skip
