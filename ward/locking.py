"""One window writes a file at a time: the lock beside it, and the mark that shows an unclean close."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from ward.opening import READ_ONLY_FOLDER

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


IN_USE = "Sổ này đang được mở ở cửa sổ khác, nên cửa sổ này chỉ đọc."


@dataclass
class FileLock:
    """The held lock of a file; `unclean` when the last holder did not close it. It ends with the process, too."""

    handle: int
    mark: Path
    unclean: bool

    def release(self, *, clean: bool) -> None:
        """Lets go; with `clean`, the next opening needs no check."""
        try:
            if clean:
                self.mark.unlink(missing_ok=True)
        finally:
            os.close(self.handle)


def lock_file(path: Path) -> tuple[FileLock | None, str]:
    """The lock of this file and an empty text, or None and the sentence that says why it is only readable."""
    mark = path.with_name(path.name + ".open")
    try:
        handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        return None, READ_ONLY_FOLDER
    try:
        _hold(handle)
    except OSError as error:
        os.close(handle)
        return None, IN_USE if isinstance(error, BlockingIOError | PermissionError) else READ_ONLY_FOLDER
    held = FileLock(handle, mark, mark.exists() or path.with_name(path.name + "-journal").exists())
    try:
        mark.touch()
    except OSError:
        held.release(clean=False)
        return None, READ_ONLY_FOLDER
    return held, ""
