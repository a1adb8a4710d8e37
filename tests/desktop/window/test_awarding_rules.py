"""Facts about the rules in the window: articles and marks, the office's own values, another pack, what is due."""

import datetime as dt
import shutil
import zipfile
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from desktop.awarding.due_watch import Due
from desktop.awarding.local_value_dialog import LocalValueDialog
from desktop.awarding.pack_dialog import PackDialog
from tests.desktop.window.conftest import active_dialog, back_to, button, press, type_text
from ward.book import Book
from ward.rules.packs import pack_of
from ward.rules.prizes import prize_of

LEFT = Qt.MouseButton.LeftButton
INSTRUMENT = "Quyết định 12/2026/QĐ-UBND của UBND thành phố"


@pytest.fixture
def pane(window):
    window.go("rules")
    pane = window.places.pane("rules")
    see_on(pane, "15/12/2026")
    return pane


def see_on(pane, day):
    """Types the day whose rules are shown."""
    pane.day.setFocus()
    pane.day.selectAll()
    type_text(pane.day, day)
    press(pane.day, Qt.Key.Key_Return)


def click(parent, name):
    QTest.mouseClick(button(parent, name), LEFT)


def values_of(pane, topic):
    pane.show_topic(topic)
    pane.tabs.setCurrentWidget(pane.values)
    return pane.values


def choose(values, label):
    values.table.selectRow(next(n for n, one in enumerate(values.table.rows.rows) if one.label == label))


def asked(values, qtbot, window) -> LocalValueDialog:
    click(values, "set_value")
    return active_dialog(qtbot, window, LocalValueDialog)


def fill(dialog, key, text):
    line = dialog.editor(key).inputs()[0]
    line.setFocus()
    line.selectAll()
    type_text(line, text)


def set_value(values, qtbot, window, label, value):
    choose(values, label)
    dialog = asked(values, qtbot, window)
    fill(dialog, "value", value)
    fill(dialog, "since", "01/12/2026")
    fill(dialog, "instrument", INSTRUMENT)
    click(dialog, "act")
    back_to(qtbot, window)


# -- the rules --------------------------------------------------------------------------------------------


def test_an_award_is_shown_with_its_article_authority_and_marks(pane):
    assert pane.show_topic("award.cstd_co_so")
    texts = pane.detail.texts()
    assert any("Người quyết định: Chủ tịch Ủy ban nhân dân phường" in text for text in texts)
    assert any(text.startswith("Theo Luật 06/2022 Điều 23") for text in texts)
    assert any("△ chưa kiểm chứng" in text for text in texts)
    assert not pane.unsure.isHidden() and "chỉ nhắc, không chặn" in pane.unsure.text()


def test_before_the_amendment_the_same_rule_is_sure(pane):
    pane.show_topic("award.cstd_co_so")
    after = pane.unsure.text()
    see_on(pane, "01/9/2026")
    assert pane.topics.topic == "award.cstd_co_so"
    assert pane.unsure.text() != after
    route = next(text for text in pane.detail.texts() if text.startswith("Theo Luật 06/2022 Điều 23"))
    assert route.endswith("đã thấy văn bản")


def test_a_day_that_is_none_is_asked_for(pane):
    see_on(pane, "hôm kia")
    assert pane.notice.text
    assert pane.on == "2026-12-15"


def test_prizes_follow_the_base_salary_of_the_day(pane):
    pane.show_topic("award.ldtt")
    assert any("= 760.000 đồng" in text for text in pane.detail.texts())
    see_on(pane, "01/6/2026")
    assert any("= 710.000 đồng" in text for text in pane.detail.texts())


@pytest.mark.parametrize("topic", ["principles", "council", "money", "calendar", "forms", "pending", "instruments"])
def test_every_topic_says_something(pane, topic):
    assert pane.show_topic(topic)
    assert len(pane.detail.texts()) > 2


def test_topics_are_reached_by_the_keys(pane):
    pane.topics.setFocus()
    before = pane.topics.topic
    press(pane.topics, Qt.Key.Key_Down)
    assert pane.topics.topic != before and pane.detail.texts()


def test_what_changed_without_its_text_being_seen_is_told_above(pane):
    assert "Luật 06/2026/QH16" in pane.changes.text()


# -- the office's own values ------------------------------------------------------------------------------


def test_a_value_of_the_office_stands_in_place_of_the_packs_from_its_day_on(pane, qtbot, window, book):
    values = values_of(pane, "award.giay_khen_phuong")
    set_value(values, qtbot, window, "Tiền thưởng cho tập thể", "500.000 đồng")
    assert (
        prize_of(pack_of(book.db, None, "2026-12-15"), "giay_khen_phuong", "tap_the", "2026-12-15").amount == 500_000
    )
    assert values.table.current.local and values.kept.current.instrument == INSTRUMENT
    pane.tabs.setCurrentIndex(0)
    assert any("500.000 đồng" in text and f"theo {INSTRUMENT}" in text for text in pane.detail.texts())
    see_on(pane, "15/11/2026")
    assert not any("500.000 đồng" in text for text in pane.detail.texts())


def test_a_value_that_cannot_be_and_one_without_its_instrument_are_refused_in_words(pane, qtbot, window, book):
    values = values_of(pane, "calendar")
    choose(values, values.table.rows.rows[0].label)
    dialog = asked(values, qtbot, window)
    fill(dialog, "value", "32/13")
    click(dialog, "act")
    assert "theo văn bản" in dialog.notice.text
    fill(dialog, "instrument", INSTRUMENT)
    click(dialog, "act")
    assert "Hãy ghi ngày/tháng" in dialog.notice.text
    dialog.reject()
    assert book.db.execute_sql("SELECT count(*) FROM local_rule").fetchone() == (0,)


def test_a_value_is_dropped_and_the_packs_one_holds_again_with_its_history_kept(pane, qtbot, window, book):
    values = values_of(pane, "council")
    label = next(one.label for one in values.table.rows.rows if one.path == "vote.cstd_co_so.min_pct")
    set_value(values, qtbot, window, label, "từ 90%")
    choose(values, label)
    assert values.table.current.value == "từ 90%"
    click(values, "drop_value")
    choose(values, label)
    assert values.table.current.value == "từ 80%" and values.kept.current is None
    button(values.notice, "notice_act").click()
    choose(values, label)
    assert values.table.current.value == "từ 90%"


def test_two_values_of_one_rule_follow_each_other_by_their_days(pane, qtbot, window):
    values = values_of(pane, "money")
    set_value(values, qtbot, window, "Lương cơ sở", "2.600.000 đồng")
    choose(values, "Lương cơ sở")
    dialog = asked(values, qtbot, window)
    fill(dialog, "value", "2.700.000 đồng")
    fill(dialog, "since", "01/01/2027")
    fill(dialog, "instrument", INSTRUMENT)
    click(dialog, "act")
    back_to(qtbot, window)
    assert [one.value for one in values.kept.rows.rows] == ["2.700.000 đồng", "2.600.000 đồng"]
    assert values.table.current.value == "2.600.000 đồng"


def test_only_what_was_set_can_be_shown(pane, qtbot, window):
    values = values_of(pane, "money")
    set_value(values, qtbot, window, "Lương cơ sở", "2.600.000 đồng")
    values.only_set.click()
    assert [one.path for one in values.table.rows.rows] == ["base_salary"]


# -- another pack -----------------------------------------------------------------------------------------


def pack_file(folder: Path, *changes: tuple[str, str]) -> Path:
    """The program's own pack as a file, with some words changed."""
    target = folder / "bo-quy-dinh.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for one in resources.files("resources").joinpath("law").iterdir():
            if one.name.endswith(".toml"):
                text = one.read_text(encoding="utf-8")
                for before, after in changes:
                    text = text.replace(before, after)
                archive.writestr(one.name, text)
    return target


def test_another_pack_is_shown_with_what_differs_and_used_from_its_day(pane, qtbot, window, tmp_path, monkeypatch):
    path = pack_file(tmp_path, ("2026.11", "2026.12"), ("Lao động tiên tiến", "Lao động tiên tiến mới"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    click(pane, "take_pack")
    dialog = active_dialog(qtbot, window, PackDialog)
    assert any(one.is_new and "Lao động tiên tiến mới" in one.text for one in dialog.found)
    assert any(not one.is_new for one in dialog.found)
    type_text(dialog.day, "01/12/2026")
    click(dialog, "act")
    back_to(qtbot, window)
    assert "phiên bản 2026.12" in pane.state.text() and "bộ của địa phương" in pane.state.text()
    see_on(pane, "15/11/2026")
    assert "phiên bản 2026.11" in pane.state.text()
    see_on(pane, "15/12/2026")
    click(pane, "built_in_pack")
    assert "bộ kèm chương trình" in pane.state.text()


def test_a_pack_with_a_mistake_is_refused_with_its_place(pane, tmp_path, monkeypatch):
    path = pack_file(tmp_path, ("recipients", "recipient"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    click(pane, "take_pack")
    assert ".toml" in pane.notice.text and "recipient" in pane.notice.text


def test_a_read_only_book_shows_the_rules_and_sets_nothing(open_window, book, tmp_path):
    other = Book.open(Path(shutil.copy(book.path, tmp_path / "chỉ đọc.sovang")), read_only=True)
    window = open_window(other)
    window.go("rules")
    pane = window.places.pane("rules")
    assert pane.detail.texts()
    assert not button(pane, "take_pack").isEnabled() and not button(pane, "set_value").isEnabled()


# -- what is due ------------------------------------------------------------------------------------------


def test_days_that_come_near_stand_on_the_first_screen_and_lead_to_the_rules(window, qtbot):
    window.go("today")
    today = window.places.pane("today")
    with qtbot.waitSignal(today.due.looked, timeout=30_000):
        today.due.look()
    today.due.near = (Due("Bình xét Gia đình văn hóa xong", dt.date(2026, 11, 24), 2),)
    today.due.looked.emit()
    line = next(one for one in today.findChildren(QPushButton) if "Bình xét" in one.text() and one.isVisible())
    assert line.text() == "○ 24/11 (còn 2 ngày): Bình xét Gia đình văn hóa xong"
    assert any(one.text().startswith("Sắp đến hạn") for one in today.findChildren(QLabel))
    QTest.mouseClick(line, LEFT)
    assert window.place == "rules"
