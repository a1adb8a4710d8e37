"""The second step of a round: the council meets, votes, its ballots are counted twice, the result is locked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.awarding.council_acts import CouncilActs
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.awarding.steps import Step
from desktop.controls import EmptyPlace, Options, button, label
from desktop.flow import Flow
from desktop.record_list import number
from forms.choices import BALLOT_RESULTS, VOTE_METHODS
from ward.dates import PartialDate, show_date
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.awarding.counting import CountDifference
    from ward.awarding.results import BallotResult
    from ward.awarding.round_lists import MeetingRow

EMPTY = "Đợt này chưa họp Hội đồng. Mở cuộc họp: thành viên lấy theo nhiệm kỳ của Hội đồng vào ngày họp."
COLOURS = {"passed": "fine", "failed": "wrong"}
ACTS = (
    ("edit_meeting", "Sửa cuộc họp…", "edit", False),
    ("attendance", "Thành viên dự họp…", "attendance", False),
    ("conflict", "Có liên quan…", "conflict", False),
    ("papers", "Số phiếu phát, thu…", "papers", False),
    ("first", "Kiểm phiếu lần 1…", "first", False),
    ("second", "Kiểm phiếu lần 2…", "second", False),
    ("written", "Ý kiến bằng văn bản…", "written", False),
    ("lower", "Biểu quyết mức thấp hơn…", "lower", False),
    ("unlock", "Mở khóa…", "unlock", True),
)
PAPERS = (
    ("giay-moi-hop", "Giấy mời họp"),
    ("phieu-bau", "Phiếu bầu"),
    ("bien-ban-kiem-phieu", "Biên bản kiểm phiếu"),
    ("bien-ban-hoi-dong", "Biên bản họp Hội đồng"),
)


class CouncilStep(Step):
    """One meeting of the round: who came, how each nomination fared, and what falls out."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.meeting: MeetingRow | None = None
        self.choice = Options(self)
        self.choice.setAccessibleName("Cuộc họp")
        self.choice.setMinimumContentsLength(16)
        self.choice.setSizeAdjustPolicy(Options.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.setMaximumWidth(460)
        self.choice.activated.connect(lambda _place: self._choose(self.choice.currentData()))
        self.about = label("", self, grey=True, wrap=True)
        self.quorum = label("", self, wrap=True)
        self.doubts = label("", self, wrap=True, amber=True)
        self.fallen = label("", self, wrap=True, grey=True)
        self.table: RowTable[BallotResult] = RowTable(
            "Kết quả bỏ phiếu", columns(), lambda row: row.nomination, self, stretched=0
        )
        self.table.opened.connect(lambda row: window.show_record(row.nomination))
        self.acts = CouncilActs(self)
        self.buttons: dict[str, Any] = {}
        self._meetings: list[MeetingRow] = []
        self._build()

    def forget(self) -> None:
        super().forget()
        self.meeting = None

    def read(self) -> None:
        from ward.awarding.round_lists import meetings_of

        self._meetings = meetings_of(self.session.book.db, self.round)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for one in self._meetings:
                locked = " (đã khóa)" if one.locked_at else ""
                self.choice.addItem(f"{one.title}{locked}", one.id)
        self.stack.setCurrentIndex(0 if self._meetings else 1)
        if self._meetings:
            known = [one.id for one in self._meetings]
            self._choose(self.meeting.id if self.meeting and self.meeting.id in known else known[0])

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.choice, 1)
        self.opener = button("Thêm cuộc họp…", self.acts.open_meeting, self, quiet=True, name="open_meeting")
        top.addWidget(self.opener)
        top.addStretch(0)
        self.locker = button("Khóa kết quả", self.acts.lock, self, primary=True, name="lock")
        top.addWidget(self.locker)
        acts, papers = Flow(), Flow()
        for name, words, act, quiet in ACTS:
            self.buttons[name] = button(words, getattr(self.acts, act), self, quiet=quiet, name=name)
            acts.addWidget(self.buttons[name])
        for kind, words in PAPERS:
            made = button(words, partial(self._make, kind, words), self, name=f"make_{kind}")
            made.setEnabled(self.writable)
            papers.addWidget(made)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        for widget in (self.about, self.quorum, self.doubts):
            column.addWidget(widget)
        column.addLayout(acts)
        column.addWidget(self.table, 1)
        column.addWidget(self.fallen)
        column.addLayout(papers)
        empty = EmptyPlace(self)
        empty.say(EMPTY, "Mở cuộc họp…" if self.writable else "", self.acts.open_meeting)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(page)
        self.stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.addWidget(self.notice)
        whole.addWidget(self.stack, 1)

    def _make(self, kind: str, words: str) -> None:
        if self.meeting:
            self.make_paper(kind, self.meeting.id, words)

    # -- showing ------------------------------------------------------------------------------------

    def _choose(self, record: int) -> None:
        from ward.awarding.council import quorum_of
        from ward.awarding.counting import compare_counts, to_count
        from ward.awarding.results import fallen, results

        db = self.session.book.db
        self.meeting = one = next(row for row in self._meetings if row.id == record)
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(record))
        self.about.setText(about_words(one))
        try:
            quorum, compared, rows = quorum_of(db, record), compare_counts(db, record), results(db, record)
        except UserError as error:
            self.notice.say(str(error))
            return
        self.quorum.setText(quorum_words(quorum))
        rows = rows or [not_counted(line, quorum.members) for line in to_count(db, record)]
        told = [*quorum.warnings, *compared.doubts, *differences_told(compared.differences)]
        self.doubts.setText("\n".join(f"▲ {words}" for words in told[:6]))
        self.doubts.setVisible(bool(told) and not one.locked_at)
        self.table.show_rows(rows)
        gone = fallen(db, record)
        words = [f"{row.name}: {row.why}" for row in gone]
        self.fallen.setText("\n".join([*words[:4], *(["…"] if len(words) > 4 else [])]))
        self.fallen.setToolTip("\n".join(words))
        self.fallen.setVisible(bool(gone))
        for name, made in self.buttons.items():
            made.setEnabled(self.writable and bool(one.locked_at) == (name == "unlock"))
        self.opener.setEnabled(self.writable)
        self.locker.setEnabled(self.writable and not one.locked_at and compared.agree)


def columns() -> list[RowColumn[BallotResult]]:
    """What the list shows of each vote."""
    return [
        RowColumn("Đề nghị", 220, lambda row: row.name),
        RowColumn("Danh hiệu, hình thức", 180, lambda row: row.award),
        RowColumn("Đồng ý", 80, lambda row: votes(row), right=True),
        RowColumn("Tỷ lệ", 90, lambda row: percent(row.share), right=True),
        RowColumn("Cần", 100, lambda row: f"{row.needed}/{row.members} phiếu" if row.needed else ""),
        RowColumn("Kết quả", 180, result_words, colour=lambda row: COLOURS.get(row.result, "on_amber")),
    ]


def not_counted(line: tuple[int, str, str], members: int) -> BallotResult:
    """A nomination that the meeting has to vote on and of which nothing is counted yet."""
    from ward.awarding.results import BallotResult

    nomination, name, award = line
    counted = (None, None, None, 0, members, None, "", 0, "", False, (), None, None, None, ())
    return BallotResult(0, nomination, name, None, award, *counted)


def differences_told(differences: Sequence[CountDifference]) -> list[str]:
    """Where the two countings differ; those that are missing are only counted, and not before one has begun."""
    missing = [sum(getattr(one, which) is None for one in differences) for which in ("first", "second")]
    real = [one.sentence for one in differences if one.first is not None and one.second is not None]
    begun = any(one.first is not None or one.second is not None for one in differences) or real
    told = [
        f"Còn {number(count)} đề nghị chưa có kết quả kiểm lần {which}."
        for which, count in enumerate(missing, 1)
        if count and begun
    ]
    return [*told, *real]


def votes(row: BallotResult) -> str:
    """ "8/9"; empty while the countings are not whole."""
    return f"{row.agree}/{row.members}" if row.agree is not None else ""


def percent(share: Fraction | None) -> str:
    """A share of all members as it is printed: "88,89 %"."""
    if share is None:
        return ""
    hundredths = round(share * 10_000)
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02d} %" if rest else f"{whole} %"


def result_words(row: BallotResult) -> str:
    """Whether it passed; that a lower award did, or that there was a tie."""
    if not row.result:
        return "chưa đủ hai lần kiểm"
    if row.result == "failed" and row.lower_passed:
        return "Đạt mức thấp hơn"
    return BALLOT_RESULTS[row.result] + (" (ngang phiếu)" if row.tie else "")


def about_words(one: MeetingRow) -> str:
    """Where and how the council met, in one line."""
    day = show_date(PartialDate(one.held_on)) if one.held_on else "chưa ghi ngày"
    papers = ""
    if one.issued is not None:
        papers = f"phát {number(one.issued)} phiếu, thu {number(one.returned or 0)}"
    counters = " và ".join(filter(None, (one.first_by, one.second_by)))
    return " · ".join(
        filter(
            None,
            (day, one.place, VOTE_METHODS.get(one.method, ""), papers, counters and f"kiểm phiếu: {counters}",
             f"khóa bởi {one.locked_by}" if one.locked_at else ""),
        )
    )  # fmt: skip


def quorum_words(quorum: Any) -> str:
    """Who came, of how many."""
    written = f", {number(quorum.written)} có ý kiến bằng văn bản" if quorum.written else ""
    return f"Có mặt {number(quorum.present)}/{number(quorum.members)} thành viên{written} ({percent(quorum.share)})."
