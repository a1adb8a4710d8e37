"""The papers about a paper: where its figures come from, what a refresh changed, a correction, two versions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.paper_acts import Made, remembered
from ward.book import Book

if TYPE_CHECKING:
    from desktop.paper_refresh import Refreshing
    from reports.refreshing.proposals import Choice


def sources(book: Book, paper: int, folder: Path | None = None) -> Made:
    """Phụ lục “Nguồn số liệu” of a paper, beside it unless `folder` says where."""
    from reports.annexes.sources import make_sources

    return remembered(book, make_sources(book, paper, folder))


def correction(book: Book, paper: int, folder: Path | None = None) -> Made:
    """Thư đính chính for a signed paper, beside it unless `folder` says where.

    Raises UserError when it is still true.
    """
    from reports.annexes.correction import make_correction

    return remembered(book, make_correction(book, paper, folder))


def comparison(book: Book, old: int, new: int) -> Made:
    """So sánh hai bản, beside the newer one."""
    from reports.annexes.comparison import make_comparison

    return remembered(book, make_comparison(book, old, new))


def changes(book: Book, draft: Refreshing, choices: Mapping[str, Choice]) -> Made:
    """Danh sách thay đổi of a refresh that was carried out."""
    from reports.annexes.changes import make_changes

    untouched, folder = draft.plan.untouched, draft.path.parent
    made = make_changes(book, draft.paper, draft.proposals, choices, folder, untouched=untouched, notes=draft.notes)
    return remembered(book, made)
