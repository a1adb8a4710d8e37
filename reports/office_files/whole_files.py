"""Files that appear whole or not at all: written beside their place, flushed to the disk, then put there."""

import contextlib
import errno
import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO

from ward.errors import UserError

_BEGIN, _END = ".sovang-", ".tmp"
_LEFT_BEHIND = 600  # seconds without a byte after which a half-written file belongs to a program that was killed
_TOO_LONG_ON_WINDOWS = 259
_WINDOWS_NAME_TOO_LONG = 206
_READ_ONLY_DISK = (errno.EROFS,)
_FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_whole(target: Path, content: bytes) -> str:
    """Writes a file so that it is there whole or as it was before; gives the SHA-256 of its bytes in hex.

    Raises UserError when the target is open elsewhere or protected, the disk is full, the folder cannot be written.
    """
    with whole_file(target) as file:
        file.write(content)
    return hashlib.sha256(content).hexdigest()


@contextlib.contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A file to write and read; it takes the place of `target` when the block ends well, else nothing is left of it.

    Raises UserError as `write_whole` does.
    """
    beside = target.with_name(f"{_BEGIN}{secrets.token_hex(6)}{_END}")
    try:
        _refuse_protected(target)
        _sweep(target.parent)
        with beside.open("x+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except OSError as error:
        if error.filename not in (None, str(beside), str(target)):
            raise  # something else that the block read or wrote
        raise UserError(why_not_written(target, error)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def why_not_written(target: Path, error: OSError) -> str:
    """What keeps a file from being written and what the clerk can do, as a sentence."""
    if error.errno in _FULL_DISK:
        return f"Ổ đĩa đã đầy nên chưa lưu được “{target.name}”. Hãy xóa bớt tệp không cần rồi thử lại."
    if _is_too_long(target, error):
        return f"Đường dẫn tới “{target.name}” quá dài. Hãy chọn thư mục gần gốc ổ đĩa hơn hoặc đặt tên ngắn hơn."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"Không có thư mục “{target.parent}”. Hãy chọn một thư mục khác để lưu “{target.name}”."
    if target.is_dir():
        return f"“{target}” là một thư mục. Hãy đặt tên khác cho văn bản."
    if isinstance(error, PermissionError) and target.exists():
        if not os.access(target, os.W_OK):
            return f"“{target.name}” là tệp chỉ đọc. Hãy bỏ dấu chỉ đọc của tệp hoặc lưu với tên khác."
        if os.access(target.parent, os.W_OK):
            where = "cửa sổ đang xem tệp" if target.suffix.lower() == ".pdf" else "văn bản trong Word hoặc Excel"
            return f"“{target.name}” đang mở ở chương trình khác. Hãy đóng {where} rồi thử lại."
    if isinstance(error, PermissionError) or error.errno in _READ_ONLY_DISK:
        return f"Không được phép ghi vào thư mục “{target.parent}”. Hãy chọn một thư mục khác."
    return f"Chưa lưu được “{target.name}” ({error.strerror}). Hãy thử lại hoặc chọn một thư mục khác."


def _is_too_long(target: Path, error: OSError) -> bool:
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _WINDOWS_NAME_TOO_LONG:
        return True
    return os.name == "nt" and isinstance(error, FileNotFoundError) and len(str(target)) > _TOO_LONG_ON_WINDOWS


def _refuse_protected(target: Path) -> None:
    """A file that somebody set to read-only is not replaced, though Linux would allow it."""
    if not os.access(target, os.W_OK) and target.is_file():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


@lru_cache(maxsize=64)
def _sweep(folder: Path) -> None:
    """Removes what a killed program left half-written in a folder; once for each folder and run."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{_BEGIN}*{_END}"):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                left.unlink()
