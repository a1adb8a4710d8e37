"""Mục lục: what a pack holds, what to look at before signing, what does not agree in its papers and in the book."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from reports.reconcile.opened import PaperFinding
from reports.reconcile.reconciling import reconcile_files
from reports.wording.letterheads import office_name
from reports.wording.wording import Wording
from reports.yearly.annual_report_context import Text
from reports.yearly.year_report import period_of
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.findings import SEVERITIES, Finding, findings
from ward.year_view import YearView

if TYPE_CHECKING:
    from reports.paper_making import Built

MOST_FINDINGS = 500


@dataclass(frozen=True)
class PaperLine:
    """A paper of the pack: what it is, and its file's name."""

    label: str
    file: str


@dataclass(frozen=True)
class FindingLine:
    """A finding: how bad, in which words, and why it was accepted."""

    severity: str
    sentence: str
    accepted: str


@dataclass(frozen=True)
class DifferenceLine:
    """Something that does not agree in the papers of the pack: what kind, in which paper, where, in which words."""

    kind: str
    paper: str
    place: str
    sentence: str


@dataclass(frozen=True)
class PackIndex:
    """The index as its template asks for it."""

    office: Text
    period: str
    made_on: str
    book: str
    papers: tuple[PaperLine, ...]
    warnings: tuple[str, ...]
    differences: tuple[DifferenceLine, ...]
    findings: tuple[FindingLine, ...]
    more_findings: int

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def pack_index(book: Book, view: YearView, built: Sequence["Built"], made_on: dt.date) -> PackIndex:
    """The index of these papers, with the findings that concern their years."""
    found = _findings(book, view, made_on)
    warnings = dict.fromkeys(warning for one in built for warning in one.warnings)
    return PackIndex(
        office=office_name(Wording(view)),
        period=period_of(view).words,
        made_on=show_date(PartialDate(made_on.isoformat())),
        book=Path(book.path).name,
        papers=tuple(PaperLine(one.label, one.path.name) for one in built),
        warnings=tuple(warnings),
        differences=tuple(map(_difference_line, _reconciled(built)[:MOST_FINDINGS])),
        findings=tuple(map(_finding_line, found[:MOST_FINDINGS])),
        more_findings=max(0, len(found) - MOST_FINDINGS),
    )


def _finding_line(finding: Finding) -> FindingLine:
    return FindingLine(SEVERITIES[finding.severity], finding.sentence, finding.accepted)


def _reconciled(built: Sequence["Built"]) -> list[PaperFinding]:
    """What does not agree in these papers as they lie; they were read from one book, which needs no second look."""
    names = {one.path: one.label for one in built}
    return reconcile_files(list(names), names=names)


def _difference_line(finding: PaperFinding) -> DifferenceLine:
    return DifferenceLine(finding.severity, finding.paper, finding.place, finding.sentence)


def _findings(book: Book, view: YearView, today: dt.date) -> list[Finding]:
    """The findings of all the years, each once, worst first."""
    once = {one.key: one for year in view.years for one in findings(book.db, year=year, today=today)}
    return sorted(once.values(), key=lambda one: one.order)
