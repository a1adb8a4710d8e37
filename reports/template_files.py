"""Which template a paper is made from: the office's own copy beside its file, else the program's."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ward.errors import UserError

SUFFIX = ".mau"


@dataclass(frozen=True)
class Template:
    """A template's file name, whether it is the office's own, and its bytes."""

    name: str
    own: bool
    content: bytes

    @property
    def label(self) -> str:
        return f"{self.name} (mẫu riêng)" if self.own else self.name


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
    return Template(name, False, files("reports").joinpath("templates", name).read_bytes())
