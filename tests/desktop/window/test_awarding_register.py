"""Facts about the register in the window: found as one types, lives, cancelling, export, past years from Excel."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop.awarding.cancel_dialog import CancelDialog
from desktop.awarding.past_awards_dialog import PastAwardsDialog
from tests.desktop.window.awarded_ward import award_the_ward
from tests.desktop.window.conftest import active_dialog, back_to, button, press, type_text
from ward.book import Book
from ward.edits import Add, Amend
from ward.loading import load

LEFT = Qt.MouseButton.LeftButton
HEADS = ("TT", "Họ và tên", "Chức vụ, đơn vị", "Hình thức khen", "Số quyết định", "Ngày quyết định")


@pytest.fixture
def ward(book):
    return award_the_ward(book)


@pytest.fixture
def pane(window, ward, qtbot):
    return opened(window, qtbot)


def opened(window, qtbot):
    window.go("register")
    pane = window.places.pane("register")
    qtbot.waitUntil(lambda: bool(pane.table.rows.rows))
    return pane


def click(parent, name):
    QTest.mouseClick(button(parent, name), LEFT)


def named(pane):
    return [line.named for line in pane.table.rows.rows]


def search(pane, qtbot, text):
    """Types into the search; waits for the answer to it."""
    pane.filters.text.setFocus()
    pane.filters.text.selectAll()
    with qtbot.waitSignal(pane._reader.read):
        type_text(pane.filters.text, text)
        press(pane.filters.text, Qt.Key.Key_Delete) if not text else None


def choose(pane, name, award="Giấy khen"):
    place = next(n for n, one in enumerate(pane.table.rows.rows) if (one.named, one.award) == (name, award))
    pane.table.selectRow(place)


def test_all_awards_stand_there_the_newest_first_with_the_keys_in_the_search(pane, window):
    assert len(named(pane)) == 7
    assert [line.years for line in pane.table.rows.rows][-1] == (2023,)
    assert window.focusWidget() is pane.filters.text


def test_typing_without_marks_narrows_the_list(pane, qtbot):
    search(pane, qtbot, "vu thi lan")
    assert named(pane) == ["Vũ Thị Lan"]
    assert pane.count.text() == "1 khen thưởng"


def test_a_unit_is_found_by_the_name_it_had_before(pane, qtbot, book, ward, window):
    unit = ward.units["Tổ dân phố số 16"]
    names = [
        {"name": "Tổ dân phố số 7 cũ", "unit_kind": "tổ dân phố", "until": "2024-12-31"},
        {"name": "Tổ dân phố số 16", "unit_kind": "tổ dân phố", "since": "2025-01-01"},
    ]
    window.session.write("Ghi tên cũ", [Amend(unit, {"names": names})])
    type_text(pane.filters.text, "so 7 cu")
    qtbot.waitUntil(lambda: named(pane) == ["Tổ dân phố số 16"])


def test_year_and_title_are_chosen_by_the_keys(pane, qtbot):
    pane.filters.type.setFocus()
    with qtbot.waitSignal(pane._reader.read):
        pane.filters.type.setCurrentIndex(pane.filters.type.findText("Chiến sĩ thi đua cơ sở"))
        pane.filters.type.activated.emit(pane.filters.type.currentIndex())
    assert {line.code for line in pane.table.rows.rows} == {"cstd_co_so"} and len(named(pane)) == 2


def test_nothing_found_says_so_and_offers_no_import(pane, qtbot):
    search(pane, qtbot, "khong co ai ten nay")
    qtbot.waitUntil(lambda: pane.empty.text.startswith("Không thấy khen thưởng nào như vậy"))
    assert button(pane.empty, "first_act").isHidden()


def test_the_life_of_the_chosen_person_stands_beside(pane):
    choose(pane, "Hoàng Văn Minh")
    assert pane.life.name.text() == "Hoàng Văn Minh"
    assert [line.splitlines()[0] for line in pane.life.lines()] == [
        "2025 · Giấy khen",
        "2024 · Chiến sĩ thi đua cơ sở",
        "2023 · Chiến sĩ thi đua cơ sở",
    ]
    assert "QĐ 125/QĐ-UBND ngày 05/12/2025" in pane.life.lines()[0]
    assert pane.life.sum.text() == "Cá nhân · 3 lần được khen"


def test_the_awards_of_a_predecessor_stand_apart(pane, book, ward, window, qtbot):
    old = Add("unit", {"names": [{"name": "Tổ dân phố số 5 cũ", "unit_kind": "tổ dân phố"}]})
    heir = ward.units["Tổ dân phố số 16"]
    (before,) = window.session.write("Đơn vị cũ", [old]).added
    window.session.write(
        "Sáp nhập",
        [
            Add("succession", {"predecessor": before, "successor": heir, "on_day": "2025-07-01"}),
            Add(
                "award",
                {
                    "award_type": ward.types["Giấy khen"], "state": "granted", "decided_on": "2022-12-01",
                    "recipients": [{"recipient_kind": "tap_the", "who": before}], "years": (2022,),
                },
            ),
        ],
    )  # fmt: skip
    qtbot.waitUntil(lambda: len(named(pane)) == 8)
    choose(pane, "Tổ dân phố số 16")
    assert pane.life.lines()[1] == "Trước khi sáp nhập, chia tách: Tổ dân phố số 5 cũ"
    assert "khi đó là “Tổ dân phố số 5 cũ”" in pane.life.lines()[2]


def test_an_award_to_a_counted_group_has_no_life(pane, window, ward, qtbot):
    group = {"award_type": ward.types["Giấy khen"], "state": "granted", "counted_words": "88 tập thể và cá nhân"}
    window.session.write("Nhóm", [Add("award", {**group, "years": (2021,)})])
    qtbot.waitUntil(lambda: len(named(pane)) == 8)
    pane.table.selectRow(7)
    assert "chưa nối với cá nhân" in pane.life.sum.text()


def test_enter_opens_the_record(pane, window):
    choose(pane, "Vũ Thị Lan")
    pane.table.setFocus()
    press(pane.table, Qt.Key.Key_Return)
    assert window.place == "award"


def test_cancelling_asks_for_a_reason_and_keeps_the_award_struck_out(pane, qtbot, window, book):
    choose(pane, "Vũ Thị Lan")
    record = pane.table.current.id
    click(pane, "cancel_award")
    dialog = active_dialog(qtbot, window, CancelDialog)
    click(dialog, "act")
    assert dialog.isVisible() and "lý do hủy" in dialog.notice.text
    type_text(dialog.editor("cancelled_reason").inputs()[0], "khai man thành tích")
    click(dialog, "act")
    back_to(qtbot, window)
    qtbot.waitUntil(lambda: any(line.state == "cancelled" for line in pane.table.rows.rows))
    values = load(book.db, record).values
    assert (values["state"], values["cancelled_reason"]) == ("cancelled", "khai man thành tích")
    choose(pane, "Vũ Thị Lan")
    assert not button(pane, "cancel_award").isEnabled()
    button(pane.notice, "notice_act").click()
    assert load(book.db, record).values["state"] == "granted"


def test_what_is_found_is_exported_in_the_order_of_the_years(pane, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "Sổ.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    search(pane, qtbot, "Hoàng Văn Minh")
    export(pane, "Danh sách đang xem")
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã xuất"), timeout=30_000)
    rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
    body = [row for row in rows if row[0] and str(row[0]).isdigit()]
    assert [row[4] for row in body] == ["Chiến sĩ thi đua cơ sở"] * 2 + ["Giấy khen"] * 2
    assert body[0][8] == "93/QĐ-UBND"


def export(pane, words):
    """Chooses an entry of the menu of sheets."""
    actions = button(pane, "export_register").menu().actions()
    next(one for one in actions if one.text().startswith(words)).trigger()


@pytest.mark.parametrize("words", ["Sổ vàng khen thưởng", "Sổ theo dõi cấp bằng"])
def test_the_books_of_a_year_are_made_ready_to_print(pane, qtbot, tmp_path, monkeypatch, words):
    target = tmp_path / "Sổ.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    pane.filters.year.setCurrentIndex(pane.filters.year.findData(2025))
    export(pane, words)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã lập"), timeout=30_000)
    rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert len([row for row in rows if row[0] and str(row[0]).isdigit()]) == 5


def test_the_page_of_a_life_is_made_as_a_paper(pane, qtbot, book):
    choose(pane, "Hoàng Văn Minh")
    click(pane, "print_life")
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã lập"), timeout=30_000)
    assert book.db.execute_sql("SELECT paper_kind, about_id FROM paper").fetchall() == [
        ("doi-khen-thuong", pane.life.record)
    ]


# -- past years -------------------------------------------------------------------------------------------


def past_file(folder: Path, *rows, head: str = "DANH SÁCH KHEN THƯỞNG NĂM 2022") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append((head,))
    sheet.append(HEADS)
    for row in rows:
        sheet.append(row)
    path = folder / "Khen 2022.xlsx"
    book.save(path)
    return path


@pytest.fixture
def dialog(pane, qtbot, window, tmp_path, monkeypatch):
    """A sheet of three past awards: one sure, one of an unknown form, one without a year."""
    path = past_file(
        tmp_path,
        (1, "Vũ Thị Lan", "", "Giấy khen", "45/QĐ-UBND", "10/12/2022"),
        (2, "Lê Thị Mới", "Tổ dân phố số 1", "Bằng khen lạ", "46/QĐ-UBND", "11/12/2022"),
        (3, "Hoàng Văn Minh", "", "Chiến sĩ thi đua cơ sở", "93/QĐ-UBND", "05/12/2023"),
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    click(pane, "import_past")
    found = active_dialog(qtbot, window, PastAwardsDialog)
    qtbot.waitUntil(lambda: found.list is not None, timeout=30_000)
    return found


def states(dialog):
    return {row.name: (row.ready, bool(row.doubts), row.known is not None) for row in dialog.list.rows}


def test_rows_that_are_there_already_are_known_and_doubtful_ones_are_asked(dialog):
    told = states(dialog)
    assert told["Hoàng Văn Minh"] == (False, False, True)
    assert told["Lê Thị Mới"][1]
    dialog.rows.selectRow(1)
    assert "Bằng khen lạ" in dialog.question.words.text()
    assert "Giữ nguyên chữ trong danh sách" in dialog.question.answers()


def pick(choice, qtbot):
    """Clicks on the circle of a choice."""
    qtbot.waitUntil(choice.isVisible)
    QTest.mouseClick(choice, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(10, choice.height() // 2))


def answer_all(dialog, qtbot):
    """Answers each doubt: the form's words stay, who is not known is new, who is like somebody is that one."""
    while dialog.list.doubtful:
        row = dialog.list.doubtful[0]
        dialog.rows.selectRow(next(n for n, one in enumerate(dialog.rows.rows.rows) if one.number == row.number))
        choice = next(
            one
            for wanted in ("Cá nhân: ", "Giữ nguyên chữ", "Là người")
            for one in dialog.question._group.buttons()
            if one.text().startswith(wanted)
        )
        before = dialog.list
        pick(choice, qtbot)
        qtbot.waitUntil(lambda seen=before: dialog.list is not seen, timeout=30_000)


def test_answered_rows_are_taken_in_by_one_act_that_can_be_undone(dialog, pane, qtbot, window, book):
    answer_all(dialog, qtbot)
    assert button(dialog, "act").text() == "Nhập 2 khen thưởng"
    click(dialog, "act")
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã nhập 2 khen thưởng"), timeout=30_000)
    back_to(qtbot, window)
    qtbot.waitUntil(lambda: len(named(pane)) == 9)
    kept = next(line for line in pane.table.rows.rows if line.decision_number == "46/QĐ-UBND")
    assert (kept.named, kept.award, kept.decided_on) == ("Lê Thị Mới", "Bằng khen lạ", "2022-12-11")
    assert book.undoable == "Nhập 2 khen thưởng từ “Khen 2022.xlsx”"
    button(pane.notice, "notice_act").click()
    qtbot.waitUntil(lambda: len(named(pane)) == 7)


def test_rows_that_are_left_out_and_rows_without_an_answer_are_not_taken(dialog, qtbot):
    row = next(n for n, one in enumerate(dialog.rows.rows.rows) if one.name == "Lê Thị Mới")
    dialog.rows.selectRow(row)
    skip = next(one for one in dialog.question._group.buttons() if one.text() == "Bỏ qua dòng này")
    before = dialog.list
    pick(skip, qtbot)
    qtbot.waitUntil(lambda: dialog.list is not before, timeout=30_000)
    assert next(one for one in dialog.list.rows if one.name == "Lê Thị Mới").left_out
    assert "Lê Thị Mới" not in [one.name for one in dialog.list.ready]


def test_the_year_of_an_award_without_one_is_typed(pane, qtbot, window, tmp_path, monkeypatch):
    path = past_file(tmp_path, (1, "Vũ Thị Lan", "", "Giấy khen", "45/QĐ-UBND", ""), head="DANH SÁCH")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    click(pane, "import_past")
    dialog = active_dialog(qtbot, window, PastAwardsDialog)
    qtbot.waitUntil(lambda: dialog.list is not None, timeout=30_000)
    assert "Hãy ghi năm" in dialog.question.words.text() and dialog.question.year.isVisible()
    type_text(dialog.question.year, "năm nào")
    click(dialog, "give_year")
    assert not dialog.list.ready
    dialog.question.year.clear()
    type_text(dialog.question.year, "2019")
    click(dialog, "give_year")
    qtbot.waitUntil(lambda: bool(dialog.list.ready), timeout=30_000)
    assert dialog.list.rows[0].values["years"] == [2019]


def test_a_file_that_is_no_workbook_is_refused_in_words(pane, qtbot, tmp_path, monkeypatch):
    wrong = tmp_path / "Khen.xlsx"
    wrong.write_text("<html>", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(wrong), ""))
    click(pane, "import_past")
    qtbot.waitUntil(lambda: "Khen.xlsx" in pane.notice.text, timeout=30_000)


def test_a_read_only_book_shows_the_register_and_changes_nothing(open_window, book, ward, qtbot, tmp_path):
    other = Book.open(Path(shutil.copy(book.path, tmp_path / "chỉ đọc.sovang")), read_only=True)
    pane = opened(open_window(other), qtbot)
    assert len(named(pane)) == 7
    assert not button(pane, "import_past").isEnabled() and not button(pane, "cancel_award").isEnabled()
    assert button(pane, "export_register").isEnabled()


def test_closing_the_window_while_it_looks_is_quiet(pane, window):
    type_text(pane.filters.text, "a")
    pane._reader.ask(pane.filters.question())
    window.close()
