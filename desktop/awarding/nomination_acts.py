"""What is done with nominations beside typing them: taken over from Excel, changed, withdrawn, sent back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.awarding.fields_dialog import FieldsDialog, declared
from desktop.record_list import number
from desktop.sign_dialog import WhyDialog
from desktop.tasks import Progress
from forms.fields import Day, Text

if TYPE_CHECKING:
    from desktop.awarding.nominations_step import NominationsStep

EDITED = ("nominee", "recipient_kind", "as_title", "award_type", "proposer", "achievement", "period", "initiatives",
          "worker_group", "posthumous")  # fmt: skip


class NominationActs:
    """The acts of the first step, on the nominations that are chosen in its list."""

    def __init__(self, step: NominationsStep) -> None:
        self._step = step

    @property
    def _book(self) -> Any:
        return self._step.session.book

    def _chosen(self) -> list[int]:
        return [row.id for row in self._step.table.chosen()]

    def paste(self) -> None:
        """Takes nominations over from what was copied in Excel."""
        self._take_in(("text", QGuiApplication.clipboard().text()))

    def from_file(self) -> None:
        """Takes nominations over from an Excel file."""
        start = str(self._book.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(
            self._step, "Chọn tệp danh sách", start, "Bảng tính (*.xlsx *.xls *.ods)"
        )
        if chosen:
            self._take_in(("file", chosen))

    def suggest(self) -> None:
        """Shows who could be proposed, and for what."""
        from desktop.awarding.suggestions_dialog import open_suggestions

        open_suggestions(self._step)

    def withdraw(self) -> None:
        """Asks why, and withdraws the chosen nominations."""
        rows = self._step.table.chosen()
        words = f"Rút {number(len(rows))} đề nghị đang chọn. Đề nghị vẫn còn trong danh sách; lý do được giữ."
        dialog = WhyDialog("Rút đề nghị", words, "cá nhân có đơn xin không xét", self._step)
        dialog.given.connect(partial(self._withdraw, [row.id for row in rows]))
        dialog.open()

    def supplement(self) -> None:
        """Asks what the chosen dossiers lack and by when, and makes the request."""
        rows = self._chosen()
        fields = [Text("missing", "Cần bổ sung", lines=3, width="wide", required=True),
                  Day("due", "Hạn bổ sung", required=True)]  # fmt: skip
        dialog = FieldsDialog(
            "Yêu cầu bổ sung hồ sơ", "Yêu cầu bổ sung", self._step.session, "nomination", fields, self._step
        )
        dialog.given.connect(partial(self._supplement, rows))
        dialog.open()

    def amend(self) -> None:
        """Changes what the chosen nomination says."""
        from ward.loading import load

        row = self._step.table.current
        if row is None:
            return
        stored = load(self._book.db, row.id)
        fields = declared("nomination", *EDITED)
        values = {key: stored.values[key] for field in fields for key in field.keys}
        dialog = FieldsDialog(
            "Sửa đề nghị", "Lưu", self._step.session, "nomination", fields, self._step, values=values, width=760
        )
        dialog.given.connect(partial(self._amend, row.id))
        dialog.open()

    def report(self) -> None:
        """Makes the achievement report of each chosen nomination."""
        self._make("bao-cao", "báo cáo thành tích")

    def summary(self) -> None:
        """Makes the summary of each chosen nomination."""
        self._make("tom-tat-thanh-tich", "tóm tắt thành tích")

    def _make(self, kind: str, words: str) -> None:
        rows, step = self._step.table.chosen(), self._step
        book, out = self._book, step.window_.places.pane("papers").target

        def work(progress: Progress) -> list[Any]:
            from desktop.award_acts import make_nominee_papers

            return make_nominee_papers(book, kind, [row.id for row in rows], out, progress=progress)

        if rows:
            step.start(f"Đang lập {words}", work, step.tell_all_made)
        else:
            step.notice.say("Hãy chọn những đề nghị cần lập trong danh sách.")

    def _take_in(self, source: Any) -> None:
        from desktop.awarding.rows_dialog import open_rows

        open_rows(self._step, *source)

    def _withdraw(self, nominations: list[int], reason: str) -> None:
        from ward.awarding.nominating import withdraw

        self._step.do(lambda: withdraw(self._book, nominations, reason))

    def put_back(self) -> None:
        from ward.awarding.nominating import put_back

        self._step.do(lambda: put_back(self._book, self._chosen()))

    def _supplement(self, nominations: list[int], values: dict[str, Any]) -> None:
        from ward.awarding.nominating import ask_supplement

        done = self._step.do(lambda: ask_supplement(self._book, nominations, values["missing"], values["due"]))
        if done and len(nominations) == 1:
            self._step.make_paper("phieu-yeu-cau-bo-sung", nominations[0], "phiếu yêu cầu bổ sung")

    def supplemented(self) -> None:
        from ward.awarding.nominating import supplemented

        self._step.do(lambda: supplemented(self._book, self._chosen()))

    def _amend(self, nomination: int, values: dict[str, Any]) -> None:
        from ward.awarding.nominating import amend_nomination

        self._step.do(lambda: amend_nomination(self._book, nomination, values))
