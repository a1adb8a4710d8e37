"""The program's settings, declared once, and the user's folders where they and the logs live."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any
from uuid import uuid4

import platformdirs

NAME = "SoVang"


@dataclass
class Settings:
    """What the user chose and what the window remembers; `save` writes it whole or not at all.

    `columns` holds, for each kind, the widths of its list's columns; `orders` its [column, descending];
    `splitters` the sizes of each splitter by name; `closed_groups` the folded groups of the sidebar.
    """

    who: str = ""
    large_text: bool = False
    last_file: str = ""
    recent_files: list[str] = field(default_factory=list)
    last_year: int = -1
    last_place: str = "today"
    last_record: int = 0
    papers_folder: str = ""
    exchange_folder: str = ""
    backup_on_closing: bool = True
    columns: dict[str, dict[str, int]] = field(default_factory=dict)
    orders: dict[str, list[Any]] = field(default_factory=dict)
    splitters: dict[str, list[int]] = field(default_factory=dict)
    closed_groups: list[str] = field(default_factory=list)
    window: list[int] = field(default_factory=list)
    maximised: bool = False
    installation: str = field(default_factory=lambda: uuid4().hex)
    path: Path = field(default_factory=lambda: config_folder() / "settings.json", repr=False)

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """The settings as they were saved; what is missing, unknown or of another type takes its default."""
        settings = cls(path=path) if path else cls()
        try:
            kept = json.loads(settings.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = {}
        for one in fields(cls):
            value = kept.get(one.name) if isinstance(kept, dict) else None
            if one.name != "path" and type(value) is type(getattr(settings, one.name)):
                setattr(settings, one.name, value)
        return settings

    def save(self) -> None:
        """Writes the settings; a folder that cannot be written only means that nothing is remembered."""
        plain = {key: value for key, value in asdict(self).items() if key != "path"}
        part = self.path.with_name(self.path.name + ".part")
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")
            os.replace(part, self.path)

    def remember_file(self, path: Path) -> None:
        """Puts the file first among the recent ones."""
        self.last_file = str(path)
        self.recent_files = [str(path), *(one for one in self.recent_files if one != str(path))][:8]


def config_folder() -> Path:
    """The user's own folder for settings."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False, roaming=True))


def log_folder() -> Path:
    """The user's own folder for logs."""
    return Path(platformdirs.user_log_dir(NAME, appauthor=False))


def documents_folder() -> Path:
    """Where a new file is kept unless the user chooses another place."""
    return Path(platformdirs.user_documents_dir()) / "Sổ Vàng"
