"""What only an act of the program writes can be read in a form, not typed over."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tests.desktop.form.conftest import Desk


def takes_typing(widget: QWidget) -> bool:
    return widget.isEnabled() and not (isinstance(widget, QLineEdit) and widget.isReadOnly())


def test_a_paper_is_signed_by_the_act_and_not_by_typing_into_its_form(desk: Desk) -> None:
    paper = desk.add("paper", name="Báo cáo", state="signed", number="15/BC-UBND", signed_on="2025-12-20")
    desk.view.show_record(paper)
    editors = {editor.field.key: editor for editor in desk.page.editors}
    for key in ("state", "number", "signed_on", "file_hash", "previous"):
        inputs = [one for one in editors[key].inputs() if isinstance(one, (QLineEdit, QComboBox))]
        assert inputs and not any(takes_typing(one) for one in inputs), key
    assert all(takes_typing(one) for one in editors["name"].inputs())
    assert editors["number"].values() == {"number": "15/BC-UBND"}
