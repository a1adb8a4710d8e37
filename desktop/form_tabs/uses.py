"""Where a record is used: the records that name it, and the papers that printed it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.controls import label
from desktop.form_tabs.lines import Lines, Shown
from desktop.form_tabs.tab import Tab
from desktop.session import Session
from forms.catalogue import FORMS
from forms.kinds.paper import STATES
from ward.printed import printed_in
from ward.references import uses

MOST = 200


class UsesTab(Tab):
    """Papers first, then records by kind and title."""

    name = "Dùng ở"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.empty = label("", self, grey=True, wrap=True)
        self.lines = Lines(("Bản ghi", "Loại", "Ở ô"), self)
        self.lines.setAccessibleName("Những nơi dùng bản ghi này")
        self.lines.opened.connect(self.requested)
        self.more = label("", self, grey=True, small=True)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.more)

    def fill(self) -> None:
        assert self.stored
        db = self.session.book.db
        shown = [
            Shown(one.paper, (one.title, f"Văn bản ({STATES.get(one.state, 'Dự thảo')})", f"đã in: {one.text}"))
            for one in printed_in(db, self.stored.uid, MOST)
        ]
        found = uses(db, self.stored.id, limit=MOST)
        for use in found:
            field = FORMS[use.kind].field(use.field)
            shown.append(Shown(use.id, (use.title, FORMS[use.kind].label, field.label if field else "")))
        self.lines.show_lines(shown)
        self.lines.setVisible(bool(shown))
        self.empty.setText("" if shown else "Chưa có bản ghi hay văn bản nào dùng bản ghi này.")
        self.empty.setVisible(not shown)
        self.more.setText(f"Chỉ hiện {MOST} nơi đầu tiên của mỗi ô." if len(found) >= MOST else "")
        self.more.setVisible(bool(self.more.text()))
        self.say_count(len(shown))
