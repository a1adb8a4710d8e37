"""What is done in a council's meeting: each act asks for what it needs, and writes through the verbs."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.awarding.attendance_dialog import AttendanceDialog
from desktop.awarding.count_dialog import CountDialog
from desktop.awarding.fields_dialog import FieldsDialog, declared
from desktop.sign_dialog import WhyDialog
from forms.fields import Field, Flag, Reference, Text, Whole
from ward.edits import Amend, Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.awarding.council_step import CouncilStep

MEETING = ("held_on", "starts", "ends", "place", "chair", "secretary", "method", "invitation_number", "invited_on",
           "minutes_number", "purpose", "opinions", "conclusion", "tellers")  # fmt: skip


class CouncilActs:
    """The acts of the council's step, on the meeting that it shows."""

    def __init__(self, step: CouncilStep) -> None:
        self._step = step

    @property
    def _book(self) -> Any:
        return self._step.session.book

    @property
    def _meeting(self) -> int:
        assert self._step.meeting
        return self._step.meeting.id

    def open_meeting(self) -> None:
        """Asks where and when, and opens a meeting with the members of that day."""
        fields = declared("meeting", "held_on", "starts", "place", required=("held_on",))
        values = {"held_on": dt.date.today().isoformat()}
        self._ask("Mở cuộc họp Hội đồng", "Mở cuộc họp", fields, self._open, values)

    def edit(self) -> None:
        """Changes what is said of the meeting."""
        from ward.loading import load

        fields = declared("meeting", *MEETING)
        stored = load(self._book.db, self._meeting).values
        values = {key: stored[key] for field in fields for key in field.keys}
        self._ask("Sửa cuộc họp", "Lưu", fields, self._amend, values, width=820)

    def attendance(self) -> None:
        """Asks who came."""
        from ward.awarding.council import attending, mark_attendance

        dialog = AttendanceDialog(attending(self._book.db, self._meeting), self._step)
        dialog.given.connect(lambda rows: self._step.do(lambda: mark_attendance(self._book, self._meeting, rows)))
        dialog.open()

    def conflict(self) -> None:
        """Asks which member does not vote on the chosen nomination, and why."""
        row = self._step.table.current
        if row is None:
            self._step.notice.say("Hãy chọn một đề nghị trong bảng trước.")
            return
        fields: list[Field] = [
            Reference(
                "who", "Thành viên có liên quan", kinds=("person",), words="words", width="wide", required=True
            ),
            Text("reason", "Lý do", width="wide", required=True),
        ]
        self._ask("Có liên quan, không bỏ phiếu", "Ghi", fields, partial(self._conflict, row.nomination))

    def papers(self) -> None:
        """Asks how many ballot papers were given out and came back."""
        meeting = self._step.meeting
        assert meeting
        fields: list[Field] = [
            Whole("issued", "Phiếu phát ra", required=True),
            Whole("returned", "Phiếu thu về", required=True),
            Whole("invalid", "Phiếu không hợp lệ cả tờ"),
        ]
        values = {"issued": meeting.issued, "returned": meeting.returned, "invalid": meeting.invalid}
        self._ask("Số phiếu phát ra, thu về", "Ghi", fields, self._papers, values)

    def first(self) -> None:
        """Asks for the first counting."""
        self._count(1)

    def second(self) -> None:
        """Asks for the second counting; the first one's numbers are not shown."""
        self._count(2)

    def written(self) -> None:
        """Asks for the written opinions of absent members on the chosen nomination, or on all of them."""
        fields: list[Field] = [
            Whole("agree", "Đồng ý", required=True),
            Whole("disagree", "Không đồng ý"),
            Flag("for_all", "Ghi như vậy cho mọi đề nghị trong cuộc họp"),
        ]
        row = self._step.table.current
        if row is not None:
            self._ask(f"Ý kiến bằng văn bản: {row.name}", "Ghi", fields, partial(self._written, row.nomination))

    def lower(self) -> None:
        """Asks for the vote on a lower award for the chosen nomination."""
        row = self._step.table.current
        if row is None:
            return
        fields: list[Field] = [
            Reference("lower", "Mức thấp hơn", kinds=("award_type",), width="wide", required=True),
            Whole("agree", "Số phiếu đồng ý", required=True),
        ]
        self._ask(f"Biểu quyết mức thấp hơn: {row.name}", "Ghi", fields, partial(self._lower, row.nomination))

    def lock(self) -> None:
        """Locks the result; it can be opened again only with a reason."""
        from ward.awarding.results import lock

        count = len(self._step.table.rows.rows)
        self._step.do_many(count, "Đang khóa kết quả", lambda: lock(self._book, self._meeting))

    def unlock(self) -> None:
        """Asks why, and opens the result again."""
        from ward.awarding.results import unlock

        words = "Kết quả đã khóa được mở lại để sửa; lý do, tên người mở và giờ mở được giữ."
        dialog = WhyDialog("Mở khóa kết quả", words, "gõ nhầm số phiếu của một người", self._step)
        count = len(self._step.table.rows.rows)
        dialog.given.connect(
            lambda reason: self._step.do_many(
                count, "Đang mở khóa", lambda: unlock(self._book, self._meeting, reason)
            )
        )
        dialog.open()

    # -- writing ------------------------------------------------------------------------------------

    def _open(self, values: dict[str, Any]) -> None:
        from ward.awarding.council import open_meeting

        def act() -> Change:
            made = open_meeting(self._book, self._step.round, values)
            return Change(0, "", "", "", frozenset({made}), frozenset({"meeting"}), (made,))

        self._step.do(act)

    def _amend(self, values: dict[str, Any]) -> None:
        self._step.do(lambda: self._book.write("Sửa cuộc họp Hội đồng", [Amend(self._meeting, values)]))

    def _conflict(self, nomination: int, values: dict[str, Any]) -> None:
        from ward.awarding.council import mark_conflict

        self._step.do(
            lambda: mark_conflict(
                self._book, self._meeting, nomination, values["reason"], who=values["who"], name=values["words"]
            )
        )

    def _papers(self, values: dict[str, Any]) -> None:
        from ward.awarding.counting import note_papers

        self._step.do(
            lambda: note_papers(
                self._book,
                self._meeting,
                issued=values["issued"],
                returned=values["returned"],
                invalid=values["invalid"] or 0,
            )
        )

    def _count(self, which: int) -> None:
        from ward.awarding.counting import enter_count, to_count

        meeting = self._step.meeting
        assert meeting
        by = meeting.first_by if which == 1 else meeting.second_by
        try:
            lines = to_count(self._book.db, self._meeting)
        except UserError as error:
            self._step.notice.say(str(error))
            return
        dialog = CountDialog(which, by, lines, meeting.returned, self._step)
        dialog.given.connect(
            lambda who, counts: self._step.do_many(
                len(counts),
                "Đang ghi kết quả kiểm",
                lambda: enter_count(self._book, self._meeting, which, who, counts),
            )
        )
        dialog.open()

    def _written(self, nomination: int, values: dict[str, Any]) -> None:
        from ward.awarding.counting import Written, enter_written

        every = [row.nomination for row in self._step.table.rows.rows]
        opinions = [
            Written(one, values["agree"], values["disagree"] or 0)
            for one in (every if values["for_all"] else [nomination])
        ]
        self._step.do(lambda: enter_written(self._book, self._meeting, opinions))

    def _lower(self, nomination: int, values: dict[str, Any]) -> None:
        from ward.awarding.counting import enter_lower

        self._step.do(lambda: enter_lower(self._book, self._meeting, nomination, values["lower"], values["agree"]))

    def _ask(
        self, title: str, verb: str, fields: list[Field], then: Any, values: Any = None, *, width: int = 640
    ) -> None:
        session = self._step.session
        dialog = FieldsDialog(title, verb, session, "meeting", fields, self._step, values=values, width=width)
        dialog.given.connect(then)
        dialog.open()
