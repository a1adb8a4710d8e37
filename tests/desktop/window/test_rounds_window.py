"""Facts about a round in the window: whole rounds from the first nomination to the printed certificate."""

from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QGuiApplication

from desktop.awarding.answer_dialog import AnswerDialog
from desktop.awarding.attendance_dialog import AttendanceDialog
from desktop.awarding.count_dialog import CountDialog
from desktop.awarding.rows_dialog import RowsDialog
from desktop.sign_dialog import WhyDialog
from tests.desktop.window.conftest import active_dialog, back_to, button, type_text
from tests.desktop.window.round_desk import RoundDesk, choose, ward_with_council
from ward.awarding.meetings import rules_of
from ward.edits import Add

GIAY_KHEN, LDTT, CSTD = "Giấy khen của Chủ tịch UBND phường", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"
BANG_KHEN = "Bằng khen của Chủ tịch UBND tỉnh"


@pytest.fixture
def people(book) -> dict[str, int]:
    return ward_with_council(book)


@pytest.fixture
def desk(window, book, people, qtbot) -> RoundDesk:
    window.session.tell(book.write("Ghi chú", [Add("alias", {"name": "HĐ", "of": people["Lê Thị Cúc"]})]))
    return RoundDesk(window, book, qtbot)


def words_of(path: Path) -> str:
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(one.text or "" for one in p.xpath(".//w:t")) for p in body.iter("{*}p"))


def make_dossier(desk: RoundDesk) -> Path:
    step = desk.pane.open_step("dossier")
    desk.click(step, "make_dossier")
    desk.qtbot.waitUntil(lambda: step.notice.text.startswith("Đã lập"), timeout=60_000)
    return next(Path(desk.window.places.pane("papers").target).glob("Ho-so-*"))


def test_an_empty_year_says_what_belongs_here_and_offers_the_first_act(desk):
    assert desk.pane.stack.currentWidget() is desk.pane.empty
    assert "đợt xét khen" in desk.pane.empty.text
    desk.open_round("Khen thưởng cuối năm 2025")
    assert desk.pane.stack.currentWidget() is desk.pane.tabs


def test_giay_khen_at_the_year_s_end_from_typing_to_the_printed_certificate(desk, book):
    desk.open_round("Khen thưởng cuối năm 2025", rules_on="25/11/2025")
    desk.nominate("Phạm Văn Dũng", GIAY_KHEN, achievement="Tham mưu hoàn thành 17/17 chỉ tiêu.")
    desk.nominate("Ngô Thị Hà", GIAY_KHEN)
    desk.judge()
    desk.meet("08/12/2025")
    desk.count_ballots(1, "Lê Thị Cúc", [5, 2], [0, 3])
    desk.count_ballots(2, "Đỗ Văn Khang", [5, 2], [0, 3])
    desk.lock()
    assert desk.states() == {"Phạm Văn Dũng": "passed", "Ngô Thị Hà": "failed"}
    step = desk.pane.open_step("decision")
    desk.ask("decision", "decide", number="125/QĐ-UBND", on="12/12/2025")
    desk.qtbot.waitUntil(lambda: step.notice.text.startswith("Đã ghi quyết định"), timeout=20_000)
    assert desk.states() == {"Phạm Văn Dũng": "granted", "Ngô Thị Hà": "failed"}
    money = desk.pane.open_step("money")
    (prize,) = money.table.rows.rows
    assert prize.amount == 710_000  # 0,3 × 2.340.000 = 702.000, rounded up to 10.000
    desk.ask("money", "pay", on="15/12/2025", receipt="PC 07")
    assert book.db.execute_sql("SELECT amount, direction FROM fund_entry").fetchall() == [(710_000, "out")]
    folder = make_dossier(desk)
    assert book.undoable.startswith("Lập bộ hồ sơ")  # one act, however many papers
    decision = words_of(next(folder.rglob("*Quyet-dinh-khen*.docx")))
    assert "Phạm Văn Dũng" in decision and "Ngô Thị Hà" not in decision and "None" not in decision
    certificate = words_of(next((folder / "06-Giay-khen").glob("*.docx")))
    assert "Phạm Văn Dũng" in certificate and "125/QĐ-UBND" in certificate


def test_cstd_by_secret_ballot_counts_an_absentee_s_written_opinion_among_all_members(desk, book, people):
    book.write("Xếp loại", [Add("rating", {"subject": people["Phạm Văn Dũng"], "year": 2025, "grade": "HTXSNV"})])
    desk.open_round("Chiến sĩ thi đua 2025", rules_on="25/11/2025")
    desk.nominate("Phạm Văn Dũng", CSTD)
    desk.judge()
    desk.meet("08/12/2025")
    step = desk.pane.open_step("council")
    assert step.meeting.method == "secret"
    desk.click(step, "attendance")
    dialog = active_dialog(desk.qtbot, desk.window, AttendanceDialog)
    choose(dialog.choices[4], "written")
    desk.act(dialog)
    assert "Có mặt 4/5 thành viên, 1 có ý kiến bằng văn bản" in step.quorum.text()
    desk.ask("council", "papers", issued="4", returned="4")
    desk.count_ballots(1, "Ngô Thị Hà", [3], [1])
    desk.count_ballots(2, "Lê Thị Cúc", [3], [1])
    assert step.table.rows.rows[0].result == "failed"  # 3 of 5 members are 60 %, 80 % are needed
    desk.ask("council", "written", agree="1")
    assert step.table.rows.rows[0].result == "passed"  # 4 of 5
    desk.lock()
    assert desk.states() == {"Phạm Văn Dũng": "passed"}


def test_rules_that_changed_are_told_when_a_round_is_judged_and_taken_over_by_a_click(desk, book):
    desk.open_round("Khen thưởng cuối năm 2025", rules_on="25/11/2025")
    desk.nominate("Ngô Thị Hà", CSTD)
    desk.judge()
    step = desk.pane.open_step("nominations")
    own = Add("local_rule", {"what": "vote.cstd_co_so.min_pct", "value": "90%"})
    desk.window.session.write("Ghi quy định", [own])
    step.acts["judge"].click()
    desk.qtbot.waitUntil(lambda: "nay 90%, đợt giữ theo bộ quy định" in step.notice.text, timeout=20_000)
    assert "“Cập nhật quy định của đợt”" in step.notice.text
    step.renew_rules()
    desk.qtbot.waitUntil(lambda: rules_of(book.db, step.round).votes["cstd_co_so"].min_pct == 90)
    desk.qtbot.waitUntil(lambda: desk.window.tasks.current is None)
    step.renew_rules()
    assert "không khác quy định nay" in step.notice.text


def test_two_countings_that_differ_cannot_be_locked_and_say_who_differs(desk):
    desk.open_round("Khen thưởng cuối năm 2025")
    desk.nominate("Ngô Thị Hà", LDTT)
    desk.meet("08/12/2025")
    desk.count_ballots(1, "Lê Thị Cúc", [5])
    desk.count_ballots(2, "Đỗ Văn Khang", [4], [1])
    step = desk.pane.open_step("council")
    assert not step.locker.isEnabled() and "Ngô Thị Hà" in step.doubts.text()


def test_the_second_counting_does_not_show_the_first(desk):
    desk.open_round("Khen thưởng cuối năm 2025")
    desk.nominate("Ngô Thị Hà", LDTT)
    desk.meet("08/12/2025")
    desk.count_ballots(1, "Lê Thị Cúc", [5])
    step = desk.pane.open_step("council")
    desk.click(step, "second")
    dialog = active_dialog(desk.qtbot, desk.window, CountDialog)
    assert [dialog._words(0, column) for column in (2, 3, 4)] == ["", "", ""] and not dialog.by.text()
    button(dialog, "act").click()
    assert dialog.isVisible() and "người kiểm phiếu" in dialog.notice.text
    dialog.reject()
    back_to(desk.qtbot, desk.window)


def test_a_locked_result_opens_only_with_a_reason(desk):
    desk.open_round("Khen thưởng cuối năm 2025")
    desk.nominate("Ngô Thị Hà", LDTT)
    desk.meet("08/12/2025")
    desk.count_ballots(1, "Lê Thị Cúc", [5])
    desk.count_ballots(2, "Đỗ Văn Khang", [5])
    desk.lock()
    step = desk.pane.open_step("council")
    desk.click(step, "unlock")
    dialog = active_dialog(desk.qtbot, desk.window, WhyDialog)
    button(dialog, "act").click()
    assert dialog.isVisible() and step.meeting.locked_at
    type_text(dialog.reason, "gõ nhầm")
    desk.act(dialog)
    assert not step.meeting.locked_at


def test_the_same_person_twice_in_a_round_is_doubted_while_typing(desk):
    desk.open_round("Khen thưởng cuối năm 2025")
    desk.nominate("Ngô Thị Hà", LDTT)
    bar = desk.pane.open_step("nominations").bar
    desk._into(bar.editors["nominee"], "Ngô Thị Hà")
    desk._into(bar.editors["award_type"], LDTT)
    desk.qtbot.waitUntil(lambda: bool(bar.notes.said("doubt")))
    assert any("Ngô Thị Hà" in note.words for note in bar.notes.said("doubt"))


def test_pending_discipline_demands_a_written_reason_that_is_kept(desk, book, people):
    matter = {"subject": people["Đỗ Văn Khang"], "matter": "ky_luat", "since": "2025-10-01"}
    book.write("Ghi việc đang xem xét", [Add("discipline", matter)])
    desk.open_round("Khen thưởng cuối năm 2025", rules_on="25/11/2025")
    desk.nominate("Đỗ Văn Khang", LDTT, why="Đã có kết luận không vi phạm, chờ văn bản")
    reasons = book.db.execute_sql("SELECT reason, who FROM nomination_override").fetchall()
    assert reasons == [("Đã có kết luận không vi phạm, chờ văn bản", "Người thử")]


def test_a_bang_khen_to_the_province_returned_once_then_granted_and_lowered(desk, book):
    desk.open_round("Trình khen năm 2025", rules_on="25/11/2025")
    desk.nominate("Phạm Văn Dũng", BANG_KHEN)
    desk.nominate("Ngô Thị Hà", BANG_KHEN)
    step = desk.pane.open_step("decision")
    step.waiting.selectAll()
    desk.judge()
    step = desk.pane.open_step("decision")
    step.waiting.selectAll()
    desk.click(step, "submit")
    if step.notice.text:
        reason_for_all(desk, book)
        step = desk.pane.open_step("decision")
        step.waiting.selectAll()
        desk.click(step, "submit")
    from desktop.awarding.fields_dialog import FieldsDialog

    dialog = active_dialog(desk.qtbot, desk.window, FieldsDialog)
    desk.type(dialog, "number", "15/TTr-UBND")
    desk.act(dialog)
    assert set(desk.states().values()) == {"submitted"}
    desk.ask("decision", "returned", reason="Thiếu báo cáo thành tích")
    assert step.out.current.state == "returned"
    desk.ask("decision", "supplement", number="18/TTr-UBND")
    assert step.out.current.state == "supplemented"
    desk.click(step, "answer")
    answer = active_dialog(desk.qtbot, desk.window, AnswerDialog)
    choose(answer.results[0], "granted")
    choose(answer.results[1], "lowered")
    button(answer, "act").click()
    assert answer.isVisible() and "Ngô Thị Hà" in answer.notice.text
    answer.lowered[1].setCurrentIndex(1 + next(n for n, one in enumerate(answer.types) if one[1] == GIAY_KHEN))
    type_text(answer.editors[0].inputs()[0], "2501/QĐ-UBND")
    desk.act(answer)
    assert desk.states() == {"Phạm Văn Dũng": "granted", "Ngô Thị Hà": "lowered"}


def reason_for_all(desk: RoundDesk, book) -> None:
    """Writes the reason that is demanded for each nomination."""
    from ward.awarding.judging import demands, give_reason
    from ward.awarding.round_lists import nominations_of

    rows = [row.id for row in nominations_of(book.db, desk.pane.round)]
    for one in demands(book.db, rows):
        given = give_reason(book, one.nomination, one.rule, one.sentence, "Thực hiện chỉ đạo của tỉnh")
        desk.window.session.tell(given)


def test_three_hundred_families_pasted_from_excel_become_one_file_of_certificates(desk, book):
    desk.open_round("Gia đình văn hóa 2025", basis="chuyen_de", rules_on="20/11/2025")
    lines = ["STT\tHọ và tên chủ hộ\tĐịa chỉ"]
    lines += [f"{n}\tNguyễn Văn Hộ {n:03d}\tTổ {n % 9 + 1}" for n in range(1, 301)]
    QGuiApplication.clipboard().setText("\n".join(lines))
    step = desk.pane.open_step("nominations")
    step.acts["paste"].click()
    dialog = active_dialog(desk.qtbot, desk.window, RowsDialog)
    desk.qtbot.waitUntil(lambda: dialog.list is not None)
    choose(dialog.award, dialog.award.itemData(dialog.award.findText("Gia đình văn hóa")))
    desk.qtbot.waitUntil(lambda: not any(one.field == "award" for row in dialog.list.doubtful for one in row.doubts))
    while dialog.list.doubtful:
        before, asked = dialog.list, dialog.list.doubtful[0]
        dialog.rows.show_rows(dialog.list.rows, (asked.number, asked.part))
        radio = next(
            one for one in dialog.question._group.buttons() if "thêm mới" in one.text() or "Hộ" in one.text()
        )
        radio.click()
        desk.qtbot.waitUntil(lambda before=before: dialog.list is not before, timeout=20_000)
    assert len(dialog.list.ready) == 300
    button(dialog, "act").click()
    desk.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    back_to(desk.qtbot, desk.window)
    assert len(desk.states()) == 300
    decision = desk.pane.open_step("decision")
    decision.waiting.selectAll()
    desk.ask("decision", "decide", on="24/11/2025")
    desk.qtbot.waitUntil(lambda: decision.notice.text.startswith("Đã ghi quyết định"), timeout=60_000)
    assert set(desk.states().values()) == {"granted"}
    folder = make_dossier(desk)
    (certificates,) = (folder / "06-Giay-khen").glob("*.docx")
    text = words_of(certificates)
    assert all(f"Nguyễn Văn Hộ {n:03d}" in text for n in range(1, 301))
