"""Who could be proposed for an award: who meets a way to it, who is one year short, who has had nothing for years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.awarding.answer_dialog import award_types
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import Options, button, label
from desktop.dialogs import Sheet
from desktop.record_list import number
from forms.choices import RECIPIENT_KINDS
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.awarding.nominations_step import NominationsStep
    from ward.rules.suggestions import Suggestion

WHYS = {
    "meets": "Đủ theo sổ",
    "likely": "Đủ nếu được xác nhận",
    "one_short": "Thiếu một năm",
    "overlooked": "Lâu chưa được khen",
}
COLOURS = {"meets": "fine", "likely": "on_amber", "one_short": "grey", "overlooked": "gold"}
GROUPS = {"person": "ca_nhan", "unit": "tap_the", "household": "ho_gia_dinh"}
WORDS = "Tính từ sổ, theo bộ quy định của đợt xét. Gợi ý không thay cho bình xét: hãy chọn người rồi bấm “Đề nghị”."


def open_suggestions(step: NominationsStep) -> None:
    """Opens the dialog over the first step of a round."""
    SuggestionsDialog(step).open()


class SuggestionsDialog(Sheet):
    """Suggestions for the chosen award; those that are chosen are nominated."""

    def __init__(self, step: NominationsStep) -> None:
        super().__init__("Gợi ý đề nghị", step, words=WORDS, width=980)
        self._step = step
        self.award = Options(self)
        self.award.setAccessibleName("Danh hiệu, hình thức")
        self._types = dict(award_types(step.session))
        for record, title in self._types.items():
            self.award.addItem(title, record)
        self.table: RowTable[Suggestion] = RowTable(
            "Gợi ý đề nghị", columns(), lambda row: row.record, self, stretched=3, several=True
        )
        self.whole = label("", self, wrap=True)
        self.count = label("", self, grey=True)
        for widget in (label("Danh hiệu, hình thức", self), self.award, self.table, self.whole, self.count):
            self.body.addWidget(widget, 1 if widget is self.table else 0)
        self.add_beside(button("Mở bản ghi", self._open, self, name="open_record"))
        self.act = self.finish("Đề nghị những dòng đang chọn", self.nominate)
        self.act.setEnabled(False)
        self.table.shown.connect(lambda row: self.whole.setText(row.words if row else ""))
        self.table.chosen_changed.connect(self._offer)
        self.award.activated.connect(lambda _place: self.read())
        self.resize(1020, 600)
        self.read()

    def read(self) -> None:
        """Looks for suggestions in the background."""
        book, round_id, award = self._step.session.book, self._step.round, self.award.currentData()

        def work(_progress: object) -> Any:
            from ward.awarding.rounds import round_row, rules_day
            from ward.loading import load
            from ward.rules.packs import pack_of
            from ward.rules.suggestions import suggest

            code = load(book.db, award).values["code"]
            day = rules_day(book.db, round_id)
            year = max(round_row(book.db, round_id).years, default=int(day[:4]))
            if not code:
                raise UserError("Danh hiệu này không có mã trong bộ quy định nên chưa gợi ý được.")
            return suggest(book.db, pack_of(book.db, round_id, day), code, year, day)

        self.table.show_rows([])
        self.count.setText("Đang tìm…")
        self.notice.hide()
        task = self._looking = self._step.window_.tasks.start("Đang tìm gợi ý", work)
        task.done.connect(lambda rows: self._show(rows) if task is self._looking else None)
        task.refused.connect(self._refuse)

    def nominate(self) -> None:
        """Nominates whoever is chosen; what speaks against one of them is asked in the list of the round."""
        from ward.awarding.nominating import Draft, nominate

        drafts = [
            Draft(award_type=self.award.currentData(), nominee=one.record, recipient_kind=GROUPS[one.kind])
            for one in self.table.chosen()
        ]
        self.accept()
        book, record = self._step.session.book, self._step.round
        self._step.do_many(len(drafts), "Đang ghi đề nghị", lambda: nominate(book, record, drafts))

    def _show(self, rows: list[Suggestion]) -> None:
        self.table.show_rows(rows)
        self.count.setText(f"{number(len(rows))} gợi ý." if rows else "Không có gợi ý nào cho danh hiệu này.")
        self._offer()

    def _refuse(self, sentence: str) -> None:
        self.table.show_rows([])
        self.count.setText("")
        self.notice.say(sentence)

    def _offer(self) -> None:
        self.act.setEnabled(self._step.writable and bool(self.table.chosen()))

    def _open(self) -> None:
        row = self.table.current
        if row is not None:
            self.accept()
            self._step.window_.show_record(row.record)


def columns() -> list[RowColumn[Suggestion]]:
    """What the list of suggestions shows."""
    return [
        RowColumn("Ai", 220, lambda row: row.name),
        RowColumn("Là", 90, lambda row: RECIPIENT_KINDS[GROUPS[row.kind]]),
        RowColumn("Vì sao", 190, lambda row: WHYS[row.why], colour=lambda row: COLOURS[row.why]),
        RowColumn("Giải thích", 400, lambda row: row.words),
    ]
