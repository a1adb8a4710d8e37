"""Copies of the file that were read back before they count."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from pathlib import Path

from ward.errors import UserError

FOLDER = "Sao lưu"


def back_up(path: Path, reason: str = "", *, folder: Path | None = None) -> Path:
    """Copies the file through SQLite's backup call into `folder` (beside it by default); gives the tested copy.

    Raises: UserError when the copy cannot be written or does not pass the check.
    """
    target_folder = folder or path.parent / FOLDER
    stamp = dt.datetime.now().strftime("%Y%m%d-%H%M%S")
    name = "-".join(filter(None, (path.stem, stamp, reason)))
    target = target_folder / f"{name}{path.suffix}"
    part = target.with_name(target.name + ".part")
    try:
        target_folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(path, part)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise UserError(
            f"Chưa sao lưu được vào “{target_folder}”. Hãy kiểm tra chỗ trống và quyền ghi rồi thử lại."
        ) from error
    return target


def newest_backup(path: Path) -> dt.datetime | None:
    """When the file was last backed up into its own folder, in local time; None when never."""
    copies = list((path.parent / FOLDER).glob(f"{path.stem}-*{path.suffix}"))
    return max((dt.datetime.fromtimestamp(copy.stat().st_mtime) for copy in copies), default=None)


def _copy(path: Path, target: Path) -> None:
    source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("copy is not whole")
    finally:
        copy.close()
        source.close()
