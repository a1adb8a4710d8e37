"""Every declared kind on screen: empty, filled, wide and narrow, in reading order, with a name for each control."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from forms.catalogue import FORMS
from forms.fields import Choice, Claims, Field, Rows, Statement
from tests.desktop.form.conftest import Desk
from ward.kinds import KINDS
from ward.statements import typed_claims, typed_figure

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
SAMPLES: dict[str, Any] = {"day": "2023-12-03", "period": "2023-Q3", "whole": 12, "flag": True}


def filled(desk: Desk, kind: str) -> dict[str, Any]:
    """Values for every field that the form shows."""
    values: dict[str, Any] = {}
    for field in FORMS[kind].fields:
        if isinstance(field, Rows):
            shapes = KINDS[kind].list_shapes[field.key].by_key
            values[field.key] = [cells(desk, field.fields, shapes), cells(desk, field.fields, shapes)]
        elif isinstance(field, Claims):
            values[field.key] = typed_claims("vượt 468,9% dự toán, giảm 03 vụ so với cùng kỳ năm 2021")
        elif isinstance(field, Statement):
            values |= typed_figure("gần 91,50 tỷ đồng")
        elif field.key == "years":
            values["years"] = (2022, 2023)
        else:
            values |= cells(desk, (field,), KINDS[kind].shape.by_key)
    return values


def cells(desk: Desk, fields: tuple[Field, ...], shapes: dict[str, Any]) -> dict[str, Any]:
    """Values for these fields; words that stand in for a record or a period stay empty."""
    row: dict[str, Any] = {}
    for field in fields:
        shape = shapes[field.key]
        if isinstance(field, Choice):
            row[field.key] = next(iter(field.options))
        elif shape.type == "ref":
            row[field.key] = desk.add(shape.kinds[0] if shape.kinds else "person", note=field.label)
        else:
            row[field.key] = SAMPLES.get(shape.type, f"{field.label} thứ nhất")
    return row


@pytest.mark.parametrize("width", [620, 1000])
@pytest.mark.parametrize("kind", FORMS)
def test_a_kind_opens_empty_and_filled(desk: Desk, kind: str, width: int) -> None:
    desk.view.resize(width, 800)
    desk.view.new_record(kind)
    QApplication.processEvents()
    record = desk.add(kind, **filled(desk, kind))
    desk.view.show_record(record)
    QApplication.processEvents()
    stored = desk.stored(record)
    for editor in desk.page.editors:
        desk.page.unfold(editor)
        assert editor.values() == {key: stored[key] for key in editor.field.keys}
        assert not editor.is_empty
    for tab in range(desk.view.tabs.count()):
        desk.view.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
    desk.view.clear()
    assert desk.session.book.undoable.startswith("Thêm")


@pytest.mark.parametrize("kind", FORMS)
def test_a_draft_of_any_field_is_read_as_the_field_was(desk: Desk, kind: str) -> None:
    desk.view.show_record(desk.add(kind, **filled(desk, kind)))
    for editor in desk.page.editors:
        before = editor.values()
        editor.take_typed(json.loads(json.dumps(editor.typed())))
        assert editor.touched
        assert editor.values() == before


@pytest.mark.parametrize("width", [620, 1000])
@pytest.mark.parametrize("kind", FORMS)
def test_tab_goes_through_a_form_in_reading_order(desk: Desk, kind: str, width: int) -> None:
    desk.view.resize(width, 800)
    desk.view.show_record(desk.add(kind, **filled(desk, kind)))
    for editor in desk.page.editors:
        desk.page.unfold(editor)
    boxes = [box for editor in desk.page.editors if (box := editor.parentWidget())]
    desk.qtbot.waitUntil(lambda: all(box.height() for box in boxes))
    wanted = desk.page.stops()
    assert tab_order(desk.page, wanted[0]) == wanted
    places = [place(box, desk.page) for box in boxes]
    assert places == sorted(places)


def tab_order(page: QWidget, first: QWidget) -> list[QWidget]:
    """What Tab comes to, from the first input on."""
    order, widget = [first], first.nextInFocusChain()
    while widget and widget is not first:
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and isinstance(widget, INPUTS)
        if tabbed and page.isAncestorOf(widget):
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order


def place(widget: QWidget, page: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(page, QPoint(0, 0))
    return corner.y(), corner.x()


@pytest.mark.parametrize("kind", FORMS)
def test_every_control_has_a_name_to_be_read_aloud(desk: Desk, kind: str) -> None:
    desk.view.show_record(desk.add(kind, **filled(desk, kind)))
    for editor in desk.page.editors:
        desk.page.unfold(editor)
    QApplication.processEvents()
    unnamed = [stop for stop in [*desk.page.stops(), desk.view.tabs.quick.line] if not stop.accessibleName()]
    assert unnamed == []


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_shows_every_declared_field_in_its_order(desk: Desk, kind: str) -> None:
    desk.view.new_record(kind)
    assert [editor.field.key for editor in desk.page.editors] == [field.key for field in FORMS[kind].fields]
