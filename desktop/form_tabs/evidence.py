"""The evidence of a record: files that are attached, dropped or pasted, with a small picture of the chosen one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.controls import button, label
from desktop.editors.keys import key_within
from desktop.editors.words import Note, Notes
from desktop.form_tabs.lines import Lines, Shown
from desktop.form_tabs.preview import picture_of
from desktop.form_tabs.tab import Tab
from desktop.session import Session
from desktop.tasks import Tasks
from ward.edits import Change
from ward.errors import UserError
from ward.evidence import Attached, attach, attached, detach, file_of, path_of

EMPTY = "Chưa có minh chứng. Kéo tệp thả vào đây, dán ảnh (Ctrl+V), hoặc bấm Gắn tệp."
PASTED = "Ảnh dán.png"


class EvidenceTab(Tab):
    """The files, and what can be done with them."""

    name = "Minh chứng"

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._tasks = tasks
        self._files: list[Attached] = []
        self.notes = Notes(self, ("problem",))
        self.empty = label(EMPTY, self, grey=True, wrap=True)
        self.lines = Lines(("Minh chứng", "Dung lượng", ""), self, optional=(2,))
        self.lines.setAccessibleName("Minh chứng của bản ghi này")
        self.lines.opened.connect(self._open)
        self.lines.itemSelectionChanged.connect(self._show_chosen)
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAcceptDrops(True)
        self._lay()
        key_within(QKeySequence.StandardKey.Paste, self, self.paste)

    def _lay(self) -> None:
        self.attacher = button("Gắn tệp…", self._ask_for_files, self)
        self.opener = button("Mở", lambda: self._open(self.lines.chosen), self)
        self.details = button("Xem bản ghi", lambda: self.requested.emit(self.lines.chosen), self)
        self.remover = button("Gỡ", self._detach, self)
        self.details.setAccessibleName("Xem bản ghi của minh chứng này")
        self.remover.setAccessibleName("Gỡ minh chứng này khỏi bản ghi")
        buttons = QHBoxLayout()
        for one in (self.attacher, self.opener, self.details, self.remover):
            buttons.addWidget(one)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.empty)
        left.addWidget(self.lines, 1)
        left.addStretch(0)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 3)
        both.addWidget(self.picture, 2)
        self.column.addWidget(self.notes)
        self.column.addLayout(both, 1)
        self.column.addLayout(buttons)

    # -- showing ------------------------------------------------------------------------------------------

    def concerns(self, change: Change) -> bool:
        return "evidence" in change.kinds

    def fill(self) -> None:
        assert self.stored
        book = self.session.book
        self._files = attached(book.db, self.stored.id)
        gone = {one.id for one in self._files if not path_of(book, one.hash).is_file()}
        shown = [
            Shown(one.id, (one.caption or one.file_name, said_size(one.size), "thiếu tệp" if one.id in gone else ""))
            for one in self._files
        ]
        self.lines.show_lines(shown)
        self.lines.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.attacher.setVisible(not self.is_read_only)
        if shown and not self.lines.chosen:
            self.lines.selectRow(0)
        self._show_chosen()
        self.say_count(len(shown))

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for one in (self.opener, self.details):
            one.setVisible(chosen is not None)
        self.remover.setVisible(chosen is not None and not self.is_read_only)
        self.picture.clear()
        self.picture.setVisible(chosen is not None)
        if chosen:
            self._show_picture(chosen)

    def _show_picture(self, chosen: Attached) -> None:
        ratio = self.devicePixelRatioF()
        room = QSize(max(int(self.picture.width() * ratio), 160), max(int(self.picture.height() * ratio), 120))
        try:
            image = picture_of(file_of(self.session.book, chosen.id), room)
        except UserError as error:
            self.picture.setText(str(error))
            return
        except OSError:
            self.picture.setText("Không đọc được tệp này. Hãy kiểm tra quyền đọc của thư mục minh chứng.")
            return
        if image is None:
            self.picture.setText("Tệp này không có hình xem trước. Bấm Mở để xem.")
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)
        self.picture.setAccessibleName(f"Hình của {chosen.file_name}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        chosen = self._chosen()
        if chosen and self.isVisible():
            self._show_picture(chosen)

    def _chosen(self) -> Attached | None:
        return next((one for one in self._files if one.id == self.lines.chosen), None)

    # -- taking in ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def paste(self) -> None:
        """Attaches the files or the picture that were copied elsewhere."""
        self.take(QGuiApplication.clipboard().mimeData())

    def takes(self, data: QMimeData) -> bool:
        """Whether there is a file or a picture in what is dragged or pasted."""
        return not self.is_read_only and (data.hasImage() or any(url.isLocalFile() for url in data.urls()))

    def take(self, data: QMimeData) -> None:
        """Attaches every file, or else the picture."""
        if not self.takes(data):
            return
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        for path in files:
            self._attach(path, path.name)
        if not files:
            image = data.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self._attach(_png(image), PASTED)

    def _ask_for_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Gắn minh chứng", "", "Mọi tệp (*)")
        for name in names:
            self._attach(Path(name), Path(name).name)

    def _attach(self, source: Path | bytes, name: str) -> None:
        """Copies the file in the background; the record may be left meanwhile."""
        assert self.stored
        self.notes.put("problem", ())
        book, record = self.session.book, self.stored.id

        def work(progress: Callable[[int, int], None]) -> Change:
            return attach(book, source, record, file_name=name, progress=progress)

        task = self._tasks.start(f"Cất minh chứng “{name}”", work)
        task.done.connect(self.session.tell)
        task.refused.connect(self._say)

    def _say(self, sentence: str) -> None:
        told = self.notes.said("problem")
        self.notes.put("problem", (*told, Note(sentence, "red")))

    # -- the chosen file ----------------------------------------------------------------------------------

    def _open(self, evidence: int) -> None:
        """Opens a copy under the file's own name, so that no other program changes what is kept."""
        chosen = next((one for one in self._files if one.id == evidence), None)
        if chosen is None:
            return
        try:
            path = file_of(self.session.book, chosen.id)
            folder = Path(tempfile.mkdtemp(prefix="sovang-"))
            copy = folder / (Path(chosen.file_name).name or chosen.hash)
            shutil.copyfile(path, copy)
            os.chmod(copy, 0o444)
        except UserError as error:
            self._say(str(error))
            return
        except OSError:
            self._say("Chưa mở được tệp. Hãy kiểm tra chỗ trống của ổ đĩa rồi mở lại.")
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _detach(self) -> None:
        chosen = self._chosen()
        if chosen and self.stored:
            try:
                self.session.tell(detach(self.session.book, chosen.id, self.stored.id))
            except UserError as error:
                self._say(str(error))


def said_size(size: int) -> str:
    """A file's size as people say it: 640 byte, 12 KB, 3,4 MB."""
    if size < 1024:
        return f"{size} byte"
    if size < 1024 * 1024:
        return f"{size // 1024} KB"
    tenths = size * 10 // (1024 * 1024)
    return f"{tenths // 10},{tenths % 10} MB"


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
