"""What is done to decide, to send to the level above, and to keep what comes back."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.awarding.fields_dialog import FieldsDialog, declared
from desktop.record_list import number
from desktop.sign_dialog import WhyDialog
from desktop.tasks import Progress
from forms import choices
from forms.fields import Choice, Day, Field, Reference, Text, Whole
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.awarding.decision_step import DecisionStep, Out

UNDECIDED = "Số quyết định có thể để trống và ghi sau; ngày quyết định dùng để tính tiền thưởng."
RESULTS = {"granted": "Được khen", "lowered": "Được khen mức thấp hơn", "refused": "Không được khen"}


class DecisionActs:
    """The acts of the decision's step, on the chosen nominations or the chosen paper."""

    def __init__(self, step: DecisionStep) -> None:
        self._step = step

    @property
    def _book(self) -> Any:
        return self._step.session.book

    def decide(self) -> None:
        """Asks for number and day, and decides on the chosen nominations."""
        chosen = self._ready()
        if not chosen:
            return
        fields: list[Field] = [
            Text("number", "Số quyết định", help="Ví dụ: 125/QĐ-UBND. " + UNDECIDED),
            Day("on", "Ngày quyết định", required=True),
            Whole("first_number", "Số sổ vàng đầu tiên", help="Thứ tự trong quyết định; để 1 nếu đánh số từ đầu."),
            Text("subject", "Về việc", width="wide"),
        ]
        values = {"on": dt.date.today().isoformat(), "first_number": 1}
        words = f"Khen {number(len(chosen))} đề nghị. Tiền thưởng tính theo quy định của ngày quyết định."
        self._ask("Ra quyết định khen thưởng", "Ra quyết định", fields, partial(self._decide, chosen), values, words)

    def submit(self) -> None:
        """Asks whom to send the chosen nominations to."""
        chosen = self._ready()
        if not chosen:
            return
        fields = declared("submission", "level", "authority", "number", "sent_on", required=("level",))
        values = {"level": "tinh", "authority": "Chủ tịch Ủy ban nhân dân tỉnh",
                  "sent_on": dt.date.today().isoformat()}  # fmt: skip
        words = f"Trình {number(len(chosen))} đề nghị lên cấp có thẩm quyền."
        self._ask("Trình cấp trên", "Trình", fields, partial(self._submit, chosen), values, words)

    def publish(self) -> None:
        """Makes the notice that shows the list to the public."""
        self._step.make_paper("cong-khai", self._step.round, "thông báo công khai")

    def give_number(self) -> None:
        """Asks for the number and day of the chosen decision or submission."""
        row = self._row()
        fields: list[Field] = [Text("number", "Số, ký hiệu", required=True), Day("on", "Ngày")]
        self._ask("Ghi số, ngày", "Ghi", fields, partial(self._number, row), {"number": row.number, "on": row.day})

    def returned(self) -> None:
        """Asks why the dossier came back."""
        row = self._row()
        fields: list[Field] = [
            Day("on", "Ngày trả lại"),
            Text("reason", "Lý do", lines=2, width="wide", required=True),
        ]
        self._ask("Hồ sơ bị trả lại", "Ghi", fields, partial(self._returned, row.id), _today("on"))

    def supplement(self) -> None:
        """Asks under which number the dossier was mended and sent again."""
        row = self._row()
        fields: list[Field] = [Text("number", "Số văn bản bổ sung"), Day("on", "Ngày bổ sung")]
        self._ask("Đã bổ sung hồ sơ", "Ghi", fields, partial(self._supplement, row.id), _today("on"))

    def answer(self) -> None:
        """Asks what was decided above, for all that wait or for some of them."""
        from desktop.awarding.answer_dialog import AnswerDialog
        from ward.awarding.round_lists import nominations_of

        row = self._row()
        rows = [one for one in nominations_of(self._book.db, self._step.round)
                if one.submission == row.id and one.state == "submitted"]  # fmt: skip
        if not rows:
            self._step.notice.say("Mọi đề nghị trong tờ trình này đã có kết quả.")
            return
        dialog = AnswerDialog(self._step.session, rows, self._step)
        dialog.given.connect(partial(self._answer, row.id))
        dialog.open()

    def withdraw(self) -> None:
        """Asks why the submission is taken back."""
        from ward.awarding.submitting import withdraw_submission

        row = self._row()
        dialog = WhyDialog("Rút tờ trình", "Các đề nghị trở lại như trước khi trình.", "cần xét lại", self._step)
        dialog.given.connect(lambda reason: self._step.do(lambda: withdraw_submission(self._book, row.id, reason)))
        dialog.open()

    def reopen(self) -> None:
        """Asks why the round is opened again."""
        from ward.awarding.rounds import reopen_round

        words = "Đợt xét được mở lại để đề nghị, xét thêm. Những quyết định đã ra vẫn còn; lý do được giữ."
        dialog = WhyDialog("Mở lại đợt xét", words, "bổ sung một trường hợp bị sót", self._step)
        dialog.given.connect(lambda reason: self._step.do(lambda: reopen_round(self._book, self._step.round, reason)))
        dialog.open()

    # -- writing ------------------------------------------------------------------------------------

    def _decide(self, chosen: list[int], values: dict[str, Any]) -> None:
        book, record = self._book, self._step.round

        def work(progress: Progress) -> Any:
            from ward.awarding.deciding import Signing, decide, decision_doubts

            doubts = decision_doubts(book.db, values["number"], values["on"], None) if values["number"] else []
            signing = Signing(subject=values["subject"])
            made = decide(
                book,
                record,
                chosen,
                on=values["on"],
                number=values["number"],
                signing=signing,
                first_number=values["first_number"] or 1,
                progress=progress,
            )
            return made, doubts

        self._step.start("Đang ghi quyết định", work, self._tell_decided)

    def _tell_decided(self, result: Any) -> None:
        made, doubts = result
        self._step.session.tell(made.change)
        words = [f"Đã ghi quyết định khen {number(len(made.awards))} trường hợp.", *doubts, *made.warnings[:3]]
        self._step.notice.say(" ".join(words), fine=not (doubts or made.warnings))

    def _submit(self, chosen: list[int], values: dict[str, Any]) -> None:
        from ward.awarding.submitting import submit

        self._outcome(
            lambda: submit(
                self._book,
                self._step.round,
                chosen,
                level=values["level"],
                authority=values["authority"],
                number=values["number"],
                on=values["sent_on"],
            )
        )

    def _number(self, row: Out, values: dict[str, Any]) -> None:
        from ward.awarding.deciding import number_decision
        from ward.awarding.submitting import number_submission

        if row.what != "submission":
            self._outcome(lambda: number_decision(self._book, row.id, values["number"], on=values["on"]))
        else:
            self._step.do(lambda: number_submission(self._book, row.id, values["number"], on=values["on"]))

    def _returned(self, record: int, values: dict[str, Any]) -> None:
        from ward.awarding.submitting import returned

        self._outcome(lambda: returned(self._book, record, values["reason"], on=values["on"]))

    def _supplement(self, record: int, values: dict[str, Any]) -> None:
        from ward.awarding.submitting import supplement

        self._outcome(lambda: supplement(self._book, record, number=values["number"], on=values["on"]))

    def _answer(self, record: int, values: dict[str, Any], answers: Any) -> None:
        from ward.awarding.submitting import answer

        self._outcome(
            lambda: answer(
                self._book,
                record,
                answers,
                number=values["result_number"],
                on=values["answered_on"],
                issuer_words=values["result_issuer"],
            )
        )

    def _outcome(self, act: Any) -> None:
        """Writes, and says what the clerk should read about it."""
        count = max(
            len(self._step.waiting.rows.rows), max((row.count for row in self._step.out.rows.rows), default=0)
        )
        self._step.do_many(count, "Đang ghi", act)

    # -- asking -------------------------------------------------------------------------------------

    def _row(self) -> Out:
        row = self._step.out.current
        assert row
        return row

    def _ready(self) -> list[int]:
        """The nominations to decide on; the written reasons that are still missing are said instead."""
        from ward.awarding.judging import demands

        chosen = self._step.chosen()
        try:
            missing = demands(self._book.db, chosen)
        except UserError as error:
            self._step.notice.say(str(error))
            return []
        if missing:
            names = {row.id: row.name for row in self._step.waiting.rows.rows}
            words = " ".join(f"{names.get(one.nomination, '')}: {one.sentence}" for one in missing[:3])
            more = f" Còn {number(len(missing) - 3)} điều nữa." if len(missing) > 3 else ""
            self._step.notice.say(f"{words}{more} Hãy ghi lý do ở bước “Đề nghị, điều kiện”.")
            return []
        if not chosen:
            self._step.notice.say("Hãy chọn những đề nghị cần quyết định trong danh sách.")
        return chosen

    def _ask(
        self, title: str, verb: str, fields: list[Field], then: Any, values: Any = None, words: str = ""
    ) -> None:
        dialog = FieldsDialog(
            title, verb, self._step.session, "submission", fields, self._step, values=values, words=words
        )
        dialog.given.connect(then)
        dialog.open()


def result_fields() -> list[Field]:
    """What is asked of one nomination's answer."""
    return [
        Choice("result", "Kết quả", options=RESULTS, required=True),
        Reference("lowered_to", "Mức được khen", kinds=("award_type",)),
        Text("reason", "Lý do"),
    ]


def answer_fields() -> list[Field]:
    """What is asked of the decision that came from above."""
    return declared("submission", "result_number", "answered_on", "result_issuer")


def level_words(level: str) -> str:
    """A level's name."""
    return choices.LEVELS.get(level, level)


def _today(key: str) -> dict[str, str]:
    return {key: dt.date.today().isoformat()}
