"""What the dossier's doctor tells: the checklist of each nomination, and what in the papers contradicts."""

from dataclasses import dataclass
from typing import Literal

ItemState = Literal["there", "unsigned", "missing", "stale", "wrong", "unneeded"]
Severity = Literal["wrong", "look", "note"]
SEVERITIES: tuple[Severity, ...] = ("wrong", "look", "note")


@dataclass(frozen=True)
class Item:
    """One paper that a dossier needs: how it stands, why, the Paper (or the evidence) that it is, its article."""

    key: str
    label: str
    state: ItemState
    words: str = ""
    paper: int | None = None
    article: str = ""
    conf: str = ""


@dataclass(frozen=True)
class Dossier:
    """The checklist of one nomination."""

    nomination: int
    name: str
    award: str
    items: tuple[Item, ...]

    @property
    def missing(self) -> int:
        """How many papers are missing or wrong."""
        return sum(item.state in ("missing", "wrong") for item in self.items)


@dataclass(frozen=True)
class DossierFinding:
    """Something that contradicts: in which paper, where in it, and the records it is about, the person first."""

    key: str
    severity: Severity
    sentence: str
    paper: str = ""
    page: str = ""
    records: tuple[int, ...] = ()


@dataclass(frozen=True)
class Examination:
    """A round's papers as the doctor found them; the gravest findings first."""

    dossiers: tuple[Dossier, ...]
    findings: tuple[DossierFinding, ...]
