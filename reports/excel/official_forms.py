"""The official forms that an office fills: each kept beside its book as it was given, with the map of its cells.

They lie in "phuong.mau/Biểu" beside "phuong.sovang", so that a paper can be made again when the given file is gone.
A form that is given anew in another edition takes the place of the old one, which is kept aside.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports.excel.official_asking import read_map
from reports.office_files.packages import read_office_file
from reports.office_files.whole_files import write_whole
from reports.template_desk.files import ASIDE, own_folder
from ward.errors import UserError
from ward.loading import Stored

FOLDER = "Biểu"
MAP_SUFFIX = ".o.json"
NOUN = "Biểu"


@dataclass(frozen=True)
class GivenForm:
    """An official form: its file's name, its bytes, what the office says of its cells."""

    name: str
    content: bytes
    mapped: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return Path(self.name).stem

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def forms_folder(book: Path) -> Path:
    """Where an office keeps the forms that it fills."""
    return own_folder(book) / FOLDER


def read_given(book: Path, form: Path) -> GivenForm:
    """A form that the clerk gives; its map is the one beside it, else the one that is kept.

    Raises UserError for a file that cannot be read, or a map that is none.
    """
    content = read_office_file(form, NOUN)
    beside = form.with_name(form.stem + MAP_SUFFIX)
    place = beside if beside.is_file() else forms_folder(book) / beside.name
    return GivenForm(form.name, content, _map(place))


def keep_form(book: Path, form: Path, now: dt.datetime) -> None:
    """Copies a given form and its map beside the book; another edition of it that was there is kept aside.

    Raises UserError when the folder cannot be written.
    """
    folder = forms_folder(book)
    if form.resolve().parent == folder.resolve():
        return
    for source in (form, form.with_name(form.stem + MAP_SUFFIX)):
        if source.is_file():
            _take(folder / source.name, _read(source), now)


def kept_form(book: Path, stored: Stored) -> GivenForm:
    """The form that a paper was made from: this very edition where it is kept, else the newest of this name.

    Raises UserError when none is kept.
    """
    name, wanted = stored.values["template"], stored.values["template_hash"]
    found = [GivenForm(name, _read(path)) for path in _editions(book, name)]
    if not found:
        raise UserError(
            f"Không còn biểu gốc “{name}” trong thư mục “{forms_folder(book)}”. Hãy chép biểu ấy vào đó rồi thử lại."
        )
    edition = next((one for one in found if one.sha256 == wanted), found[0])
    return GivenForm(name, edition.content, _map(forms_folder(book) / (edition.title + MAP_SUFFIX)))


def _editions(book: Path, name: str) -> Iterator[Path]:
    """The form, and those of its name that were kept aside, the newest first."""
    folder = forms_folder(book)
    if (folder / name).is_file():
        yield folder / name
    aside = (path for path in (folder / ASIDE).glob("*.xlsx") if path.name.startswith(f"{Path(name).stem} ("))
    yield from sorted(aside, key=lambda path: path.stat().st_mtime, reverse=True)


def _take(target: Path, content: bytes, now: dt.datetime) -> None:
    if target.is_file():
        before = _read(target)
        if before == content:
            return
        kept = target.parent / ASIDE / f"{target.stem} ({now.astimezone():%d-%m-%Y %H.%M.%S}){target.suffix}"
        _made(kept.parent)
        write_whole(kept, before)
    _made(target.parent)
    write_whole(target, content)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{folder}”. Hãy kiểm tra quyền ghi ở đó.") from error


def _map(path: Path) -> dict[str, str]:
    return read_map(_read(path), path.name) if path.is_file() else {}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"Không đọc được “{path}”. Hãy đóng tệp đó rồi thử lại.") from error
