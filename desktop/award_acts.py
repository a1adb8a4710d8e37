"""Making the papers of awards and remembering them: what the window and the command line share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.paper_acts import Made, all_remembered, remembered
from reports.awarding.award_papers import make_award_paper
from ward.book import Book
from ward.loading import load

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class MadeFolder:
    """A round's whole dossier: its folder, its zip file if one was asked for, its papers, what to look at."""

    folder: Path
    zipped: Path | None
    papers: tuple[Made, ...]
    warnings: tuple[str, ...]


def make_award(book: Book, kind: str, about: int, out: Path, *, today: dt.date | None = None) -> Made:
    """Makes one paper about a record and remembers it. Raises as `make_award_paper`."""
    return remembered(book, make_award_paper(book, kind, about, out, today=today))


def make_nominee_papers(
    book: Book, kind: str, nominations: Sequence[int], out: Path, *, progress: Progress | None = None
) -> list[Made]:
    """Makes the paper of each nomination and remembers it; `kind` "bao-cao" is the report that fits each.

    Raises as `make_award_paper`.
    """
    from reports.awarding.achievement_reports import report_kind

    built = []
    for done, nomination in enumerate(nominations):
        if progress:
            progress(done, len(nominations))
        chosen = kind
        if kind == "bao-cao":
            values = load(book.db, nomination).values
            basis = load(book.db, values["round"]).values["basis"] if values["round"] else ""
            chosen = report_kind(basis, values["recipient_kind"]) or "bao-cao-thanh-tich-ca-nhan"
        built.append(make_award_paper(book, chosen, nomination, out))
    words = f"Lập {len(built)} văn bản của đề nghị khen" if len(built) > 1 else f"Lập văn bản “{built[0].label}”"
    return list(all_remembered(book, built, words))


def make_whole_dossier(
    book: Book,
    round_id: int,
    out: Path,
    *,
    zipped: bool = False,
    pdf: bool = False,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> MadeFolder:
    """Makes every paper of a round in a numbered folder with an index, and remembers each."""
    from reports.dossier.whole_dossier import make_dossier

    made = make_dossier(book, round_id, out, zipped=zipped, pdf=pdf, today=today, progress=progress)
    papers = all_remembered(book, made.built, f"Lập bộ hồ sơ “{load(book.db, round_id).title}”")
    return MadeFolder(made.folder, made.zip_path, papers, made.warnings)
