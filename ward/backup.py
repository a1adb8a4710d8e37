"""Copies of the file that were read back before they count."""

from __future__ import annotations

import datetime as dt
import os
import re
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from ward.errors import UserError
from ward.opening import read_only_address

FOLDER = "Sao lưu"
STAMPED = re.compile(r"(.+)-\d{8}-\d{6}(-.*)?")


def back_up(path: Path, reason: str = "", *, folder: Path | None = None) -> Path:
    """Copies the file through SQLite's backup call into `folder` (beside it by default); gives the tested copy.

    Raises: UserError when the copy cannot be written or does not pass the check.
    """
    target_folder = folder or path.parent / FOLDER
    try:
        target_folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(target_folder, path, reason)
        part = target.with_name(target.name + ".part")
        try:
            _copy(path, part)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
    except (sqlite3.Error, OSError) as error:
        raise UserError(
            f"Chưa sao lưu được vào “{target_folder}”. Hãy kiểm tra chỗ trống và quyền ghi rồi thử lại."
        ) from error
    return target


def newest_backup(path: Path) -> dt.datetime | None:
    """When the file was last backed up into its own folder, in local time; None when never."""
    folder = path.parent / FOLDER
    copies = [copy for copy in folder.iterdir() if original_of(copy) == path] if folder.is_dir() else []
    return max((dt.datetime.fromtimestamp(copy.stat().st_mtime) for copy in copies), default=None)


def original_of(path: Path) -> Path | None:
    """The file that this one is a backup of, by its name and folder; None where it is no backup."""
    stamped = STAMPED.fullmatch(path.stem)
    return path.parent.parent / f"{stamped[1]}{path.suffix}" if stamped and path.parent.name == FOLDER else None


def _free_name(folder: Path, path: Path, reason: str) -> Path:
    stamp = dt.datetime.now().strftime("%Y%m%d-%H%M%S")
    name = "-".join(filter(None, (path.stem, stamp, reason)))
    names = (name if n == 1 else f"{name}-{n}" for n in count(1))
    return next(target for name in names if not (target := folder / f"{name}{path.suffix}").exists())


def _copy(path: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(read_only_address(path), uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("copy is not whole")
    with target.open("r+b") as file:
        os.fsync(file.fileno())
