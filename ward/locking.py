"""One window writes a file at a time: the lock beside it, and the mark that shows an unclean close."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import filelock

from ward.opening import READ_ONLY_FOLDER


@dataclass
class FileLock:
    """The held lock of a file; `unclean` when the last holder did not close it."""

    lock: filelock.BaseFileLock
    mark: Path
    unclean: bool

    def release(self, *, clean: bool) -> None:
        """Lets go; with `clean`, the next opening needs no check."""
        try:
            if clean:
                self.mark.unlink(missing_ok=True)
        finally:
            self.lock.release()


def lock_file(path: Path) -> tuple[FileLock | None, str]:
    """The lock of this file and an empty text, or None and the sentence that says why it is only readable."""
    # not kept per thread: the thread that closes a file need not be the one that opened it
    lock = filelock.FileLock(path.with_name(path.name + ".lock"), thread_local=False)
    mark = path.with_name(path.name + ".open")
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return None, "Sổ này đang được mở ở cửa sổ khác, nên cửa sổ này chỉ đọc."
    except OSError:
        return None, READ_ONLY_FOLDER
    held = FileLock(lock, mark, mark.exists() or path.with_name(path.name + "-journal").exists())
    try:
        mark.touch()
    except OSError:
        lock.release()
        return None, READ_ONLY_FOLDER
    return held, ""
