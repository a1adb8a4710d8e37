"""What a kind of paper is called, how its file's name begins, and which template it is filled from."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper: its name on screen, the beginning of its file's name, its template."""

    label: str
    file_stem: str
    template: str

    @property
    def suffix(self) -> str:
        return Path(self.template).suffix
