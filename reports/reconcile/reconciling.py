"""The act of reconciling: opened papers, and the book where there is one, to the list of what to look at."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from reports.office_files.packages import read_template
from reports.reconcile.by_hand import taken_out, typed_numbers, typed_stretches, written_over
from reports.reconcile.opened import OpenedPaper, PaperFinding, in_order
from reports.reconcile.same_figure import different_figures
from reports.reconcile.sheet_papers import open_sheet_paper
from reports.reconcile.spellings import nearly_known, two_spellings
from reports.reconcile.states import mixed_states
from reports.reconcile.today import TodayBook
from reports.reconcile.totals import (
    columns_beside_totals,
    counts_beside_lists,
    counts_beside_names,
    parts_beside_wholes,
)
from reports.reconcile.word_papers import open_word_paper
from ward.book import Book


def reconcile(papers: Sequence[OpenedPaper], book: Book | None = None) -> list[PaperFinding]:
    """What does not agree within these papers, among them, and with the book where one is given."""
    today = TodayBook.read(book, papers) if book else None
    printed = [paper for paper in papers if paper.items]  # of others nobody knows which words were typed
    found: list[PaperFinding] = [*different_figures(papers), *two_spellings(papers)]
    told = frozenset((one.paper, one.value) for one in found if one.value)
    found += chain(
        nearly_known(papers, typed_stretches(printed), today.names if today else ()),
        counts_beside_lists(papers),
        counts_beside_names(papers),
        parts_beside_wholes(papers),
        columns_beside_totals(papers),
        mixed_states(papers, today.award_states if today else {}),
        written_over(papers, told),
        taken_out(papers),
        today.outdated(papers, told) if today else (),
        typed_numbers(printed),
        _untraced(papers),
    )
    return in_order(found, papers)


def reconcile_files(
    paths: Sequence[Path], book: Book | None = None, names: Mapping[Path, str] | None = None
) -> list[PaperFinding]:
    """The findings of these files, each called by its name, or by what `names` calls it.

    Raises UserError for a file that is gone, open elsewhere, or no sound Word or Excel file.
    """
    called = names or {}
    papers = [open_paper(path, called.get(path, path.name)) for path in paths]
    return reconcile(papers, book)


def open_paper(path: Path, name: str) -> OpenedPaper:
    """A .docx or .xlsx as the rules see it. Raises UserError as `reconcile_files`."""
    content = read_template(path)
    return open_sheet_paper(name, content) if path.suffix.lower() == ".xlsx" else open_word_paper(name, content)


def _untraced(papers: Sequence[OpenedPaper]) -> list[PaperFinding]:
    sentence = (
        "Văn bản này không mang danh sách số liệu của chương trình nên không đối chiếu được. "
        "Hãy lập lại văn bản từ sổ, hoặc mở bản do chương trình lập."
    )
    lost = [paper for paper in papers if not paper.is_traced]
    return [PaperFinding("untraced", paper.name, "", paper.unread or sentence) for paper in lost]
