"""What is done with pre-printed blanks: made, edited, calibrated to the printer, counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.awarding.certificate_reading import BLANK, design_of, make_calibration_page
from desktop.controls import button
from desktop.record_acts import open_path
from desktop.record_list import number
from ward.edits import Add, Amend
from ward.loading import load

if TYPE_CHECKING:
    from desktop.awarding.certificates_tab import CertificatesTab


class BlankActs:
    """The buttons beside the choice of what is printed on; those about a blank need one that is chosen."""

    def __init__(self, tab: CertificatesTab) -> None:
        self._tab = tab
        self._key = ""
        self.add = button("Thêm phôi…", self.new, tab, quiet=True, name="new_blank")
        self.edit = button("Vị trí in…", self.change, tab, quiet=True, name="edit_blank")
        self.calibrate = button("Canh máy…", self.measure, tab, quiet=True, name="calibrate")
        self.stock = button("Sổ phôi…", self.show_stock, tab, quiet=True, name="blank_stock")
        self.used = button("Ghi đã in", self.write_off, tab, name="write_off")
        self.used.hide()
        self._made: tuple[int, ...] = ()

    def buttons(self) -> list[QWidget]:
        """The buttons in the order of the screen."""
        return [self.add, self.edit, self.calibrate, self.stock]

    def offer(self, key: str) -> None:
        """Shows what can be done with this design."""
        if key != self._key:
            self.after_making(())
        self._key = key
        on_blank = key.startswith(BLANK)
        self.add.setEnabled(self._tab.writable)
        for one in (self.edit, self.calibrate, self.stock):
            one.setVisible(on_blank)
        self.edit.setEnabled(self._tab.writable)

    @property
    def blank(self) -> int:
        """The record of the chosen blank, 0 for a drawing."""
        return int(self._key.removeprefix(BLANK)) if self._key.startswith(BLANK) else 0

    def new(self) -> None:
        """Asks for a new blank, which begins with the usual layout."""
        from desktop.awarding.blank_editor import BlankEditor
        from reports.certificates.blanks import GIAY_KHEN

        dialog = BlankEditor("Thêm phôi in sẵn", replace(GIAY_KHEN, name=""), self._tab)
        dialog.given.connect(self._add)
        dialog.open()

    def change(self) -> None:
        """Opens the editor of the chosen blank."""
        from desktop.awarding.blank_editor import BlankEditor

        design = design_of(self._tab.session.book, self._key)
        if design.blank is not None:
            dialog = BlankEditor("Sửa vị trí in trên phôi", design.blank, self._tab)
            dialog.given.connect(partial(self._amend, self.blank))
            dialog.open()

    def measure(self) -> None:
        """Asks what was measured on the calibration page, which can be made there."""
        from desktop.awarding.calibration_dialog import CalibrationDialog

        design = design_of(self._tab.session.book, self._key)
        if design.blank is not None:
            dialog = CalibrationDialog(design.blank, self._tab.writable, self._tab)
            dialog.page_wanted.connect(self._make_page)
            dialog.given.connect(partial(self._amend, self.blank))
            dialog.open()

    def show_stock(self) -> None:
        """Opens the log of the chosen blank's sheets."""
        from desktop.awarding.stock_dialog import StockDialog

        StockDialog(self._tab.session, self.blank, self._tab).open()

    def after_making(self, awards: Sequence[int]) -> None:
        """Sheets for these awards were made: once they came out of the printer, their blanks can be written off."""
        self._made = tuple(awards) if self.blank and self._tab.writable else ()
        self.used.setText(f"Ghi đã in {number(len(self._made))} tờ phôi")
        self.used.setVisible(bool(self._made))

    def write_off(self) -> None:
        """The sheets that were made last came out of the printer: they are no longer in stock."""
        from ward.awarding.stock import stock_of, use

        book, made = self._tab.session.book, self._made
        warnings: list[str] = []

        def write() -> Any:
            outcome = use(book, self.blank, made)
            warnings.extend(outcome.warnings)
            return outcome.change

        if self._tab.do(write):
            self.after_making(())
            left = f"Đã trừ {number(len(made))} tờ phôi, còn {number(stock_of(book.db, self.blank).left)} tờ."
            self._tab.notice.say(" ".join([left, *warnings]), fine=not warnings)

    def _add(self, values: dict[str, Any]) -> None:
        session = self._tab.session
        added: list[int] = []

        def write() -> Any:
            change = session.book.write(f"Thêm phôi “{values['name']}”", [Add("blank", values)])
            added.extend(change.added)
            return change

        if self._tab.do(write):
            self._tab.show_designs(f"{BLANK}{added[0]}")
            self._tab.read_sheets()

    def _amend(self, record: int, values: dict[str, Any]) -> None:
        session = self._tab.session
        title = load(session.book.db, record).title
        if self._tab.do(lambda: session.book.write(f"Sửa vị trí in của phôi “{title}”", [Amend(record, values)])):
            self._tab.show_designs()
            self._tab.read_sheets()

    def _make_page(self) -> None:
        tab, key = self._tab, self._key
        book, out = tab.session.book, tab.window_.places.pane("papers").target

        def tell(path: Path) -> None:
            words = f"Đã lập “{path.name}”. In trang này lên giấy trắng, đo theo hướng dẫn trên trang."
            tab.notice.say(words, fine=True, act="Mở tệp", then=lambda: open_path(path))

        tab.start("Đang lập trang canh máy in", lambda _progress: make_calibration_page(book, key, out), tell)
