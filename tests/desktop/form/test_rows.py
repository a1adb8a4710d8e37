"""Lists inside a record: rows are added, filled, moved and removed by keys, and come back as they were."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.editors.rows import RowsEditor
from tests.desktop.form.conftest import Desk, focused, press, type_text

ALT = Qt.KeyboardModifier.AltModifier


def rows_of(desk: Desk, key: str) -> RowsEditor:
    editor = desk.editor(key)
    assert isinstance(editor, RowsEditor)
    return editor


def type_row(desk: Desk, editor: RowsEditor, *texts: str) -> None:
    """Adds a row with Enter on “Thêm dòng” and types into its cells, Tab by Tab."""
    press(desk.focus(editor.adder), Qt.Key.Key_Return)
    for text in texts:
        widget = focused()
        type_text(widget, text)
        press(widget, Qt.Key.Key_Tab)


def names(desk: Desk) -> list[Any]:
    return [row["text"] for row in desk.stored()["points"]]


def test_rows_that_are_typed_come_back_as_typed(desk: Desk) -> None:
    person = desk.add("person", name="Bình")
    desk.view.show_record(person)
    type_row(desk, rows_of(desk, "positions"), "Bí thư chi bộ", "Tổ 5 cũ", "3/2010", "2018")
    type_row(desk, rows_of(desk, "positions"), "Tổ trưởng", "", "2018", "")
    kept = [(row["title"], row["unit_words"], row["since"], row["until"]) for row in desk.stored()["positions"]]
    assert kept == [("Bí thư chi bộ", "Tổ 5 cũ", "2010-03", "2018"), ("Tổ trưởng", "", "2018", "")]
    desk.view.show_record(desk.add("person", name="Hoa"))
    desk.view.show_record(person)
    assert desk.editor("positions").values()["positions"] == desk.stored()["positions"]


def test_keys_move_and_remove_rows_and_the_focus_follows(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Camera", points=[{"text": "a"}, {"text": "b"}, {"text": "c"}]))
    editor = rows_of(desk, "points")
    moved = desk.focus(editor.lines[2].inputs()[0])
    press(moved, Qt.Key.Key_Up, ALT)
    assert names(desk) == ["a", "c", "b"]
    assert focused().text() == "c"
    press(focused(), Qt.Key.Key_Delete, ALT)
    assert names(desk) == ["a", "b"]
    assert focused().text() == "b"
    desk.session.undo()
    assert names(desk) == ["a", "c", "b"]
    assert [line.cells[0].typed() for line in editor.lines] == ["a", "c", "b"]


def test_what_a_row_keeps_without_showing_it_stays(desk: Desk) -> None:
    evidence = desk.add("document", doc_kind="Kế hoạch")
    award = desk.add(
        "award",
        recipients=[{"recipient_kind": "ca_nhan", "words": "Bà Bình"}],
        participants=[{"role": "guest", "words": "Quận ủy", "note": "dự"}],
        documents=[{"document": evidence, "note": "số 5"}],
    )
    desk.view.show_record(award)
    editor = rows_of(desk, "recipients")
    title = editor.lines[0].inputs()[2]
    type_text(desk.focus(title), "Bí thư")
    press(title, Qt.Key.Key_Tab)
    (row,) = desk.stored()["recipients"]
    assert row == {"recipient_kind": "ca_nhan", "who": None, "words": "Bà Bình", "as_title": "Bí thư"}


def test_an_empty_row_is_not_kept(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Camera", points=[{"text": "a"}]))
    press(desk.focus(rows_of(desk, "points").adder), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Tab)
    assert names(desk) == ["a"]
    assert desk.session.book.undoable == "Thêm"


def test_a_doubtful_cell_asks_below_itself_and_holds_the_list_back(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    editor = rows_of(desk, "positions")
    type_row(desk, editor, "Tổ trưởng", "", "12/3/18")
    assert [row["since"] for row in desk.stored()["positions"]] == [""]
    desk.click(desk.buttons(editor.lines[0])["ngày 12 tháng 3 năm 2018"])
    assert [row["since"] for row in desk.stored()["positions"]] == ["2018-03-12"]


def test_cells_say_aloud_where_they_stand(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Camera", points=[{"text": "a"}, {"text": "b"}]))
    assert rows_of(desk, "points").lines[1].inputs()[0].accessibleName() == (
        "Tiêu chí, việc phải làm, dòng 2: Nội dung"
    )
