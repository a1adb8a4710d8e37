"""The sample ward: made once from the program's own exchange file, kept in the user's folder, opened as any file."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import platformdirs

from desktop.settings import NAME, Settings
from ward.book import Book
from ward.errors import UserError

FILE = "Phường mẫu.sovang"


def open_sample(settings: Settings, folder: Path | None = None) -> Book:
    """The sample ward's file, made if it is not there yet. Raises UserError when the program came without it."""
    target = (folder or Path(platformdirs.user_data_dir(NAME, appauthor=False))) / FILE
    if target.is_file():
        return Book.open(target, who=settings.who, installation=settings.installation)
    return make_sample(target, settings)


def make_sample(target: Path, settings: Settings) -> Book:
    """Takes the sample's exchange file into a new file at this path."""
    from forms.exchange import carry_out, plan_import

    source = files("resources").joinpath("sample", "sample.json")
    if not source.is_file():
        raise UserError("Bản cài này không kèm sổ mẫu. Hãy lập sổ mới hoặc mở sổ có sẵn.")
    target.parent.mkdir(parents=True, exist_ok=True)
    book = Book.create(target, who=settings.who, installation=settings.installation, sample=True)
    try:
        with as_file(source) as path:
            carry_out(book, plan_import(book, path))
    except BaseException:
        book.close()
        target.unlink()  # half a sample would be opened for ever after
        raise
    return book
