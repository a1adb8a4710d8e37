"""The dossier's doctor: what each nomination's papers lack, and what in the round's papers contradicts."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from reports.dossier.checklist import Attached, checklists
from reports.dossier.cross_check import (
    LISTING,
    Listed,
    NamedRecord,
    certificates_today,
    is_certificate,
    lists_disagree,
)
from reports.dossier.findings import SEVERITIES, Dossier, DossierFinding, Examination, Item, Severity
from reports.dossier.same_paragraphs import Repeated, Written, repeated
from reports.dossier.written import written_by_hand
from reports.rebuilding import rebuilt
from reports.reconcile.opened import OpenedPaper, PaperFinding
from reports.reconcile.reconciling import open_paper, reconcile
from ward.awarding.round_papers import RoundPaper, papers_about_records
from ward.awarding.round_view import RoundView, round_view
from ward.book import Book
from ward.errors import UserError
from ward.evidence import attached

__all__ = ["Dossier", "DossierFinding", "Examination", "Item", "examine"]

Progress = Callable[[int, int], None]
REPORTS = ("bao-cao-", "tom-tat-", "nd86-05")
LEFT_OUT = frozenset({"by_hand", "untraced"})
"""Findings of reconciling that say nothing wrong: numbers of the clerk's own, papers from elsewhere."""
GRAVE = frozenset({"figure", "name", "list", "sum", "state", "gone"})
NAMED = 6


def examine(book: Book, round_id: int, *, progress: Progress | None = None) -> Examination:
    """Looks through every paper of a round, as its file stands now, and through the checklist of each nomination.

    Raises UserError when there is no such round. A file that cannot be read is a finding.
    """
    from ward.awarding.rounds import rules_day
    from ward.rules.packs import pack_of

    view = round_view(book.db, round_id, dt.date.today())
    papers, earlier = papers_about_records(book.db, _records(view)), _earlier(book, view)
    reports = [paper for paper in (*earlier, *papers) if paper.kind.startswith(REPORTS)]
    steps = count_steps(progress, len(papers) + len(reports) + 1)
    called = told_apart([*earlier, *papers])
    opened: list[tuple[RoundPaper, OpenedPaper]] = []
    found: list[DossierFinding] = []
    for paper in papers:
        next(steps)
        try:
            opened.append((paper, open_paper(paper.path, called[paper.id])))
        except UserError as error:
            found.append(_unreadable(paper, error))
    listed, unmade = _listed(book, view, opened)
    found += [*unmade, *lists_disagree(view, listed)]
    found += _reconciled(book, opened)
    found += _repeated(reports, {paper.id for paper in papers}, called, steps)
    pack = pack_of(book.db, round_id, rules_day(book.db, round_id))
    wrong = {record for one in found if one.severity == "wrong" for record in one.records}
    dossiers = checklists(view, pack, papers, _attached(book, view))
    dossiers = tuple(_with_wrong(one, wrong) for one in dossiers)
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    return Examination(dossiers, tuple(sorted(found, key=lambda one: order[one.severity])))


def _records(view: RoundView) -> set[int]:
    """The records that papers of a round are about."""
    found = {view.round.id, *view.by_id}
    for one in view.nominations:
        found |= {one["decision"] or 0, one["submission"] or 0}
        found |= {row["initiative"] for row in one["initiatives"] if row["initiative"]}
    return found - {0}


def _attached(book: Book, view: RoundView) -> dict[int, list[Attached]]:
    records = [one.id for one in view.standing]
    records += [row["initiative"] for one in view.standing for row in one["initiatives"] if row["initiative"]]
    return {
        record: [Attached(one.id, one.caption or Path(one.file_name).stem) for one in attached(book.db, record)]
        for record in records
    }


def _with_wrong(dossier: Dossier, wrong: set[int]) -> Dossier:
    """The checklist with the papers marked that a grave finding speaks of."""
    items = tuple(
        Item(one.key, one.label, "wrong", "có chỗ sai, xem bảng bên dưới", one.paper, one.article, one.conf)
        if one.paper in wrong and one.state in ("there", "unsigned", "stale")
        else one
        for one in dossier.items
    )
    return Dossier(dossier.nomination, dossier.name, dossier.award, items)


def _unreadable(paper: RoundPaper, error: UserError) -> DossierFinding:
    sentence = f"Không xem được “{paper.title}”. {error} Hãy lập lại văn bản này."
    return DossierFinding(f"unreadable:{paper.id}", "look", sentence, paper.title, "", (paper.id,))


def _listed(
    book: Book, view: RoundView, opened: Sequence[tuple[RoundPaper, OpenedPaper]]
) -> tuple[list[Listed], list[DossierFinding]]:
    """The papers that name nominations, each beside what it would name today; those that cannot be made any more."""
    listed: list[Listed] = []
    unmade: list[DossierFinding] = []
    for paper, read in opened:
        standing = [value for value in read.values if value.text is not None]
        if is_certificate(paper) and standing:
            awards = [NamedRecord(uid) for uid in certificates_today(view, paper.about, paper.kind)]
            listed.append(Listed(paper, standing, awards))
        elif paper.kind in LISTING:
            try:
                listed.append(Listed(paper, standing, rebuilt(book, paper.id).prints))
            except UserError as error:
                sentence = f"“{paper.title}” nay không lập lại được: {error}"
                unmade.append(DossierFinding(f"unmade:{paper.id}", "look", sentence, paper.title, "", (paper.id,)))
    return listed, unmade


def _reconciled(book: Book, opened: Sequence[tuple[RoundPaper, OpenedPaper]]) -> Iterator[DossierFinding]:
    """What the rules of reconciling find within the papers and across them."""
    by_name = {read.name: paper.id for paper, read in opened}
    for number, one in enumerate(reconcile([read for _, read in opened], book)):
        if one.rule not in LEFT_OUT:
            yield _of_reconciling(number, one, by_name)


def _of_reconciling(number: int, one: PaperFinding, papers: dict[str, int]) -> DossierFinding:
    severity: Severity = "wrong" if one.rule in GRAVE else "look"
    record = papers.get(one.paper, 0)
    return DossierFinding(
        f"{one.rule}:{record}:{number}", severity, one.sentence, one.paper, one.place, (record,) if record else ()
    )


def _earlier(book: Book, view: RoundView) -> list[RoundPaper]:
    """The reports that were made about the same nominees in other rounds, to compare paragraphs with."""
    from ward.awarding.round_papers import nominations_before

    nominees = {one["nominee"] for one in view.standing if one["nominee"]}
    before = nominations_before(book.db, nominees, view.round.id)
    return [paper for paper in papers_about_records(book.db, before) if paper.kind.startswith(REPORTS)]


def _repeated(
    reports: Sequence[RoundPaper], now: Collection[int], called: Mapping[int, str], steps: Iterator[int]
) -> Iterator[DossierFinding]:
    """Paragraphs that stand in several reports, at least one of them of this round (`now`)."""
    written = []
    for one in reports:
        next(steps)
        written.append(Written(called[one.id], tuple(written_by_hand(one.path, one.kind))))
    own = {called[paper.id]: paper.id for paper in reports if paper.id in now}
    for number, same in enumerate(repeated(written)):
        concerned = [own[report] for report, _ in same.places if report in own]
        if concerned:
            yield _same(number, same, tuple(dict.fromkeys(concerned)))


def count_steps(progress: Progress | None, total: int) -> Iterator[int]:
    """Tells of each step that is begun, and gives its number."""
    for done in range(total):
        if progress:
            progress(done, total)
        yield done


def told_apart(papers: Sequence[RoundPaper]) -> dict[int, str]:
    """What each paper is called, by its id: its title, with its year or else its file where titles are alike."""
    titles = Counter(paper.title for paper in papers)
    dated = Counter((paper.title, paper.years) for paper in papers)
    called = {}
    for paper in papers:
        beside = f"năm {paper.years}" if paper.years and dated[paper.title, paper.years] == 1 else paper.path.name
        called[paper.id] = paper.title if titles[paper.title] == 1 else f"{paper.title} ({beside})"
    return called


def _same(number: int, one: Repeated, records: tuple[int, ...]) -> DossierFinding:
    reports = list(dict.fromkeys(report for report, _ in one.places))
    said = "; ".join(f"“{report}”" for report in reports[:NAMED])
    said += f" và {len(reports) - NAMED} báo cáo nữa" if len(reports) > NAMED else ""
    kind = "giống hệt nhau" if one.same else "gần giống nhau"
    text = one.text if len(one.text) <= 90 else one.text[:90].rpartition(" ")[0] + "…"
    sentence = f"Đoạn “{text}” {kind} trong {len(reports)} báo cáo: {said}. Hãy xem có chép lại không."
    return DossierFinding(f"same:{number}", "look", sentence, reports[-1], one.places[-1][1], records)
