"""A round's whole dossier: every paper in one numbered folder, an index before them, zipped or as PDF if asked."""

import datetime as dt
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.awarding.award_papers import AwardPaper, award_batch
from reports.dossier.planning import Planned, planned
from reports.paper_making import Built
from reports.papers import made_folder
from ward.awarding.round_view import RoundView, round_view
from ward.book import Book
from ward.errors import UserError
from ward.text import fold

Progress = Callable[[int, int], None]
INDEX = "muc-luc-ho-so"
_STEM = 60


@dataclass(frozen=True)
class MadeDossier:
    """The folder, its papers in order (the index first), the zip file if one was asked for, what to look at."""

    folder: Path
    built: tuple[Built, ...]
    zip_path: Path | None
    warnings: tuple[str, ...]
