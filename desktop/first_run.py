"""The first window: make the file of an office, with its letterhead seen at once, or open one that is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.catalogues import take_in_award_types
from desktop.controls import Notice, button, label
from desktop.founding_form import FoundingForm
from desktop.letterhead_preview import LetterheadPreview
from desktop.settings import Settings
from ward.book import Book
from ward.errors import UserError
from ward.founding import found, letterhead, signer

FILES, EXCHANGE_FILES = "Sổ Vàng (*.sovang)", "Tệp trao đổi (*.json)"


class FirstRun(QDialog):
    """`book_ready` brings an open file and, when one is to be taken in, the path of an exchange file (else None)."""

    book_ready = Signal(object, object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sổ Vàng")
        self._settings = settings
        self.notice = Notice(self)
        self.form = FoundingForm(self)
        self.preview = LetterheadPreview(self)
        self._build()
        self.form.changed.connect(self._draw)
        self._draw()
        self.form.name.setFocus()

    def say(self, sentence: str) -> None:
        """Shows why no file was opened."""
        self.notice.say(sentence)

    def make(self) -> None:
        """Makes the file and writes its first records; a file without them is taken away again."""
        path = self.form.target
        if not self._begin(path):
            return
        form = self.form

        def write(book: Book) -> None:
            found(book, form.place, form.signers(), form.chosen_year())
            take_in_award_types(book)

        self._open(lambda: self._made(path, write), None)

    def open_file(self) -> None:
        """Asks for a file that is there and opens it."""
        name, _ = QFileDialog.getOpenFileName(self, "Mở sổ có sẵn", str(self.form.target.parent), FILES)
        if name:
            settings = self._settings
            self._open(lambda: Book.open(Path(name), who=settings.who, installation=settings.installation), None)

    def open_sample(self) -> None:
        """Opens the sample ward."""
        from desktop.sample import open_sample

        self._open(lambda: open_sample(self._settings), None)

    def import_file(self) -> None:
        """Asks for an exchange file; it is taken into a new file, after the clerk has seen what it holds."""
        name, _ = QFileDialog.getOpenFileName(self, "Nhập tệp trao đổi vào sổ mới", "", EXCHANGE_FILES)
        if name:
            source = Path(name)
            path = self.form.target.parent / f"{source.stem}.sovang"
            if self._begin(path):
                self._open(lambda: self._made(path, lambda _book: None), source)

    # -- details ------------------------------------------------------------------------------------

    def _build(self) -> None:
        right = QVBoxLayout()
        right.addWidget(label("Đầu văn bản sẽ in như sau", self, grey=True))
        right.addWidget(self.preview)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(28)
        middle.addWidget(self.form, 1)
        middle.addLayout(right, 1)
        row = QHBoxLayout()
        for words, act, name in (
            ("Mở sổ mẫu", self.open_sample, "open_sample"),
            ("Mở sổ có sẵn…", self.open_file, "open_file"),
            ("Nhập tệp trao đổi…", self.import_file, "import_file"),
        ):
            row.addWidget(button(words, act, self, name=name))
        row.addStretch(1)
        make = button("Lập sổ", self.make, self, primary=True, name="make")
        make.setDefault(True)
        row.addWidget(make)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(14)
        column.addWidget(label("Lập sổ cho phường, xã của bạn", self, name="title"))
        words = "Chỉ cần tên là đủ để bắt đầu; mọi điều khác sửa được sau, trong mục Cơ quan."
        column.addWidget(label(words, self, grey=True))
        column.addLayout(middle, 1)
        column.addWidget(self.notice)
        column.addLayout(row)
        self.resize(1040, 640)

    def _draw(self) -> None:
        form = self.form
        self.preview.show_paper(
            form.shown_body, letterhead(form.place, form.shown_body), form.shown_signer(signer), form.chosen_year()
        )

    def _begin(self, path: Path) -> bool:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.notice.say(f"Không tạo được thư mục “{path.parent}”. Hãy chọn nơi lưu khác.")
            return False
        return True

    def _made(self, path: Path, write: Callable[[Book], None]) -> Book:
        book = Book.create(path, who=self._settings.who, installation=self._settings.installation)
        try:
            write(book)
        except UserError:
            book.close()
            path.unlink()
            raise
        return book

    def _open(self, opened: Callable[[], Book], exchange: Path | None) -> None:
        try:
            book = opened()
        except UserError as error:
            self.notice.say(str(error))
            return
        self.book_ready.emit(book, exchange)
