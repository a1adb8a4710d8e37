"""Filling a given Excel form and remembering the paper: what the window and the command line share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.paper_acts import Made, remembered
from desktop.paper_checks import Listing
from ward.book import Book

if TYPE_CHECKING:
    from reports.excel.official_papers import Remark

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class MadeForm:
    """A filled form: the paper that was made, how many cells got something, what to know of the others."""

    made: Made
    answered: int
    remarks: tuple[Remark, ...]

    @property
    def summary(self) -> str:
        """What happened, in one line: how many cells have numbers, stayed empty, are to be looked at."""
        empty = sum(1 for one in self.remarks if one.empty)
        doubtful = len(self.remarks) - empty
        said = [f"{self.answered} ô có số của sổ"]
        said += [f"{empty} ô còn trống"] if empty else []
        said += [f"{doubtful} ô nên xem lại"] if doubtful else []
        return f"Đã điền “{self.made.path.name}”: {', '.join(said)}."

    @property
    def listing(self) -> Listing:
        """The cells that are to be looked at, the empty ones first."""
        ordered = sorted(self.remarks, key=lambda one: not one.empty)
        lines = tuple((one.indicator, (one.place, one.name, _sentence(one))) for one in ordered)
        words = "Ô còn trống thì sổ chưa trả lời được; ô nên xem lại đã có số, kèm điều mà ô không nói hết."
        return Listing(f"Điền “{self.made.path.name}”", words, ("Ô", "Tên hoặc mã", "Cần biết"), lines, self.summary)


def fill_form(
    book: Book, form: Path, years: Sequence[int], out: Path, *, progress: Progress | None = None
) -> MadeForm:
    """Fills the form for these years and remembers the paper. Raises UserError as `official_papers.make_form`."""
    from reports.excel.official_papers import make_form

    filled = make_form(book, form, years, out, progress=progress)
    made = remembered(book, filled.built)
    kept = tuple(word for word in made.warnings if word not in filled.built.warnings)
    return MadeForm(Made(made.path, made.label, made.record, kept), filled.answered, filled.remarks)


def _sentence(remark: Remark) -> str:
    state = "Còn trống" if remark.empty else "Nên xem lại"
    return f"{state}: {remark.words.removesuffix('?')}{'?' if remark.words.endswith('?') else '.'}"
