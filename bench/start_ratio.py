"""Process start to the first painted list of 100,000 records, against a bare window: `python -m bench.start_ratio`.

The bare side is a QMainWindow with menus, a dock and an empty table in the same style. Each start is a process of its
own, timed from before it is made until the first frame with the table has been painted; both sides by turns in one
run, offscreen and, where there is Xvfb, on a real X screen. Byte code is written beforehand, as an installed program
has it.

    python -m bench.start_ratio [ROUNDS]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.table import HEAD, tell
from desktop.settings import NAME, Settings
from ward.book import Book
from ward.edits import Add

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.5
ROUNDS = 11
RECORDS = 100_000
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
GIVEN = ("An", "Bích", "Cường", "Dũng", "Đức", "Giang", "Hòa", "Khánh", "Lan", "Mạnh", "Oanh", "Thủy", "Yến")

PAINTED = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def watched(table):
    class Watched(table):
        seen = False
        def paintEvent(self, event):
            super().paintEvent(event)
            if not Watched.seen and self.model().rowCount() >= ROWS:
                Watched.seen = True
                QTimer.singleShot(0, told)  # by then the whole frame is painted
    return Watched

def told():
    print(time.monotonic(), flush=True)
    for window in QApplication.topLevelWidgets():
        window.close()
"""
OURS = f"""
import gc; gc.disable()  # as desktop/__main__.py does before it imports anything
{PAINTED.replace("ROWS", "1")}
import desktop.record_table as tables
tables.RecordTable = watched(tables.RecordTable)
from desktop.__main__ import main
sys.exit(main([sys.argv[1]]))
"""
BARE = f"""
{PAINTED.replace("ROWS", "0")}
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTableWidget
application = QApplication(sys.argv)
application.setStyle("Fusion")
window = QMainWindow()
for title in ("Tệp", "Sửa", "Bản ghi", "Năm", "Văn bản", "Xem", "Trợ giúp"):
    menu = window.menuBar().addMenu(title)
    for place in range(7):
        menu.addAction(f"{{title}} {{place}}")
window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, QDockWidget("Sổ sách", window))
window.setCentralWidget(watched(QTableWidget)(0, 4))
window.resize(1280, 720)
window.show()
sys.exit(application.exec())
"""


def filled(folder: Path) -> Path:
    """A file of 100,000 people; the program's settings open their list."""
    path = folder / "bench.sovang"
    names = (f"{FAMILIES[n % 10]} Văn {GIVEN[n % 13]} {n}" for n in range(RECORDS))
    with Book.create(path) as book:
        book.write("Nhập", [Add("person", {"name": name, "birth": str(1930 + len(name))}) for name in names])
    Settings(last_place="person", last_year=0, path=folder / NAME / "settings.json").save()
    return path


@contextmanager
def screens() -> Iterator[dict[str, dict[str, str]]]:
    """The environment for each screen there is, by name."""
    found = {"offscreen": {"QT_QPA_PLATFORM": "offscreen"}}
    if shutil.which("Xvfb") is None:
        yield found
        return
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writes,), stderr=subprocess.DEVNULL) as screen:
        os.close(writes)
        with os.fdopen(reads, encoding="ascii") as told:
            found["Xvfb"] = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{told.readline().strip()}"}
        try:
            yield found
        finally:
            screen.terminate()


def started(code: str, path: Path, screen: dict[str, str]) -> float:
    """Milliseconds from the making of the process to its first whole frame."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    home = str(path.parent)
    environment = {**kept, "PYTHONUTF8": "1", "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, **screen}
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return (float(done.stdout) - start) * 1000


def main(rounds: int, folder: Path) -> int:
    path = filled(folder)
    kept = True
    print(HEAD)
    with screens() as found:
        for name, screen in found.items():
            times = [(started(OURS, path, screen), started(BARE, path, screen)) for _ in range(rounds + 1)][1:]
            ours, bare = zip(*times, strict=True)
            kept = tell(f"start, {RECORDS:,} records, {name}", ours, bare, limit=LIMIT) and kept
    return int(not kept)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS, Path(made)))
