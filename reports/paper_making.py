"""One making of papers: what was read of the book, and the bytes of each paper that is filled from it."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reports import paper_warnings
from reports.paper_kinds import APART, INDEX, OF_YEARS, label_of
from reports.template_desk.files import Template, find_template
from ward.book import Book
from ward.paper_records import MadePaper
from ward.year_view import YearView

if TYPE_CHECKING:
    from reports.prints import Filled


@dataclass(frozen=True)
class Built:
    """A finished file: what is to be remembered of it, and what the clerk should know before it is signed."""

    paper: MadePaper
    warnings: tuple[str, ...]

    @property
    def path(self) -> Path:
        return self.paper.path

    @property
    def label(self) -> str:
        return self.paper.name


def paper_day(years: Sequence[int], today: dt.date) -> dt.date:
    """The day that a paper of these years bears: today, but for a long past year the end of that year."""
    last = max(years)
    return today if today <= dt.date(last + 1, 3, 31) else dt.date(last, 12, 31)


@dataclass(frozen=True)
class Making:
    """One making of papers: the book, what was read of it, the moment, and the day that the papers bear."""

    book: Book
    view: YearView
    now: dt.datetime
    on: dt.date

    def names(self, kind: str, built: Sequence[Built] = ()) -> dict[str, object]:
        """The context of a kind of paper: every name that its template may use. `built` is for the index."""
        if kind == INDEX:
            from reports.yearly.pack_index import pack_index

            return pack_index(self.book, self.view, built, self.now.astimezone().date()).names()
        if kind == "bieu-chi-tieu":
            from reports.yearly.indicator_sheet import indicator_sheet

            return indicator_sheet(self.view, self.on).names()
        if kind in APART:
            from reports.awarding.statistics import statistics
            from ward.awarding.counted_period import counted_period

            return statistics(self.view, counted_period(self.book.db, self.view.years), self.on).names()
        from reports.yearly.year_report import annual_report

        return annual_report(self.view, self.on).names()

    def filled(self, kind: str, built: Sequence[Built] = ()) -> "tuple[bytes, Filled, Template]":
        """The finished file's bytes, what it printed, and the template that it was made from.

        A name that the template asks for and nobody knows is marked in the paper and told in `Filled.faults`.
        """
        from reports.prints import PrintStamp

        template = find_template(self.book.path, OF_YEARS[kind].template)
        names, marked = self.names(kind, built), self.book.sample
        author = self.view.keeper.name if self.view.keeper else ""
        stamp = PrintStamp(self.now, author=author or "Sổ Vàng", title=label_of(OF_YEARS[kind], self.view.years))
        if OF_YEARS[kind].suffix == ".xlsx":
            from reports.excel.sheets import fill_sheet_bytes as fill
        else:
            from reports.word.filling import fill_bytes as fill
        content, filled = fill(template.content, names, stamp=stamp, marked=marked, lenient=True, kind=kind)
        return content, filled, template

    def described(self, kind: str, path: Path, filled: "Filled", template: Template) -> MadePaper:
        """The paper as it is to be remembered, with its file at `path`."""
        return MadePaper(
            name=label_of(OF_YEARS[kind], self.view.years),
            kind=kind,
            years=self.view.years,
            path=path,
            file_hash=filled.sha256,
            template=template.label,
            template_hash=hashlib.sha256(template.content).hexdigest(),
            made_at=self.now,
            prints=filled.prints,
        )

    def warnings(self, kind: str, template: Template) -> Iterator[str]:
        """What the clerk should know of the year and the template before the paper is signed."""
        yield from paper_warnings.of_the_layout(self.view, self.book.path, kind, template)
        yield from paper_warnings.of_the_year(self.view)
