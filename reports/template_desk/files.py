"""Which template a paper is made from: the office's own copy beside its file, else the program's.

The copies stand in "phuong.mau" beside "phuong.sovang". `ORIGINS` there remembers of which original each copy was
taken, by its SHA-256, so that an original that has moved on since is told of. The program never writes over a copy.
"""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from ward.errors import UserError

SUFFIX = ".mau"
ORIGINS = "ban-goc.json"
ASIDE = "Bản cũ"


@dataclass(frozen=True)
class Template:
    """A template's file name, whether it is the office's own, and its bytes."""

    name: str
    own: bool
    content: bytes

    @property
    def label(self) -> str:
        return f"{self.name} (mẫu riêng)" if self.own else self.name

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class TemplateState:
    """Where a template stands: its name, the office's own file (there or not), how it compares with the original.

    `moved_on`: the program's original is another one than that of which the copy was taken. `taken`: the day of
    copying, None for a copy that somebody has put there by hand (then nothing is known of its original).
    """

    name: str
    path: Path
    own: bool
    moved_on: bool = False
    taken: dt.date | None = None

    @property
    def words(self) -> str:
        """The state as it stands in the list."""
        if not self.own:
            return "mẫu gốc"
        return "mẫu riêng, bản gốc đã đổi" if self.moved_on else "mẫu riêng"


def own_folder(book: Path) -> Path:
    """Where an office keeps its own templates: "phuong.mau" beside "phuong.sovang"."""
    return book.with_suffix(SUFFIX)


def find_template(book: Path, name: str) -> Template:
    """The template of this name. Raises UserError when the office's own copy cannot be read."""
    own = own_folder(book) / name
    if own.is_file():
        try:
            return Template(name, True, own.read_bytes())
        except OSError as error:
            raise UserError(f"Không đọc được mẫu riêng “{own}”. Hãy đóng tệp đó rồi lập lại.") from error
    return Template(name, False, original(name))


def original(name: str) -> bytes:
    """The program's own template of this name."""
    return files("reports").joinpath("templates", name).read_bytes()


def state_of(book: Path, name: str) -> TemplateState:
    """How it stands with this template. Reads the folder, not the copy itself."""
    own = own_folder(book) / name
    if not own.is_file():
        return TemplateState(name, own, False)
    kept = _origins(book).get(name)
    if kept is None:
        return TemplateState(name, own, True)
    return TemplateState(name, own, True, kept["sha256"] != _hash(original(name)), _day(kept["taken"]))


def copy_out(book: Path, name: str, today: dt.date) -> Path:
    """The office's own copy to edit: the one that is there, untouched, or a new one of the original.

    Raises UserError when it cannot be written.
    """
    own = own_folder(book) / name
    if not own.is_file():
        _write(own, original(name))
        _remember(book, name, today)
    return own


def back_to_original(book: Path, name: str, now: dt.datetime) -> Path | None:
    """The original counts again; gives where the office's copy is kept aside, or None when there was none.

    Raises UserError when the copy is open elsewhere or the folder cannot be written.
    """
    own = own_folder(book) / name
    if not own.is_file():
        return None
    kept = _lay_aside(own, now)
    origins = _origins(book)
    if origins.pop(name, None) is not None:
        _keep_origins(book, origins)
    return kept


def take_file(book: Path, name: str, source: Path, now: dt.datetime) -> Path:
    """Another file becomes the office's own copy; the copy that was there is kept aside. Gives the new copy.

    Raises UserError, and changes nothing, for a file that is no Word or Excel file as this template is, or that
    cannot be read; and where the folder cannot be written.
    """
    from reports.office_files.packages import read_template
    from reports.template_desk.check_file import refusal

    own = own_folder(book) / name
    content = read_template(source)
    problem = refusal(content, own.suffix)
    if problem:
        raise UserError(f"Chưa lấy “{source.name}” làm mẫu. {problem}")
    if own.is_file():
        _lay_aside(own, now)
    _write(own, content)
    _remember(book, name, now.date())
    return own


def keep_own(book: Path, name: str, today: dt.date) -> None:
    """The clerk has seen that the original moved on and stays with the copy: it is not told again."""
    if (own_folder(book) / name).is_file():
        _remember(book, name, today)


def _lay_aside(own: Path, now: dt.datetime) -> Path:
    kept = _free(own.parent / ASIDE / f"{own.stem} ({now:%d-%m-%Y %H.%M}){own.suffix}")
    try:
        kept.parent.mkdir(exist_ok=True)
        own.rename(kept)
    except OSError as error:
        raise UserError(
            f"Mẫu riêng “{own.name}” đang mở ở chương trình khác. Hãy đóng tệp đó rồi thử lại."
        ) from error
    return kept


def _remember(book: Path, name: str, today: dt.date) -> None:
    _keep_origins(book, {**_origins(book), name: {"sha256": _hash(original(name)), "taken": today.isoformat()}})


def _origins(book: Path) -> dict[str, dict[str, str]]:
    """What is remembered of each copy; a file that is not ours is as good as none."""
    try:
        kept = json.loads((own_folder(book) / ORIGINS).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    except OSError as error:
        raise UserError(f"Không đọc được “{own_folder(book) / ORIGINS}”. Hãy đóng tệp đó rồi thử lại.") from error
    if not isinstance(kept, dict):
        return {}
    entries = ((str(name), one) for name, one in kept.items() if isinstance(one, dict))
    return {name: {key: str(one.get(key, "")) for key in ("sha256", "taken")} for name, one in entries}


def _keep_origins(book: Path, origins: dict[str, dict[str, str]]) -> None:
    content = json.dumps(origins, ensure_ascii=False, indent=1, sort_keys=True)
    _write(own_folder(book) / ORIGINS, content.encode())


def _write(target: Path, content: bytes) -> None:
    from reports.office_files.packages import (
        write_whole,  # late: it brings lxml, which the first screen does not need
    )

    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{target.parent}”. Hãy kiểm tra quyền ghi ở đó.") from error
    write_whole(target, content)


def _free(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
