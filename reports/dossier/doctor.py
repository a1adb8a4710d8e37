"""The dossier's doctor: what each nomination's papers lack, and what in the round's papers contradicts."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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
from reports.reconcile.opened import PaperFinding
from reports.standing import StandingPaper, read_standing
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
    papers = papers_about_records(book.db, _records(view))
    read: list[tuple[RoundPaper, StandingPaper]] = []
    found: list[DossierFinding] = []
    for done, paper in enumerate(papers):
        if progress:
            progress(done, len(papers) + 1)
        try:
            read.append((paper, read_standing(paper.path.read_bytes())))
        except (OSError, UserError) as error:
            found.append(_unreadable(paper, error))
    listed, unmade = _listed(book, view, read)
    found += [*unmade, *lists_disagree(view, listed)]
    found += _reconciled(book, [paper for paper, _ in read])
    found += _repeated([paper for paper, _ in read], _earlier(book, view))
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


def _unreadable(paper: RoundPaper, error: OSError | UserError) -> DossierFinding:
    words = str(error) if isinstance(error, UserError) else "Tệp không còn ở chỗ cũ hoặc không đọc được."
    sentence = f"Không xem được “{paper.title}”. {words} Hãy lập lại văn bản này."
    return DossierFinding(f"unreadable:{paper.id}", "look", sentence, paper.title, "", (paper.id,))


def _listed(
    book: Book, view: RoundView, read: Sequence[tuple[RoundPaper, StandingPaper]]
) -> tuple[list[Listed], list[DossierFinding]]:
    """The papers that name nominations, each beside what it would name today; those that cannot be made any more."""
    listed: list[Listed] = []
    unmade: list[DossierFinding] = []
    for paper, standing in read:
        if is_certificate(paper) and standing.values:
            awards = [NamedRecord(uid) for uid in certificates_today(view, paper.about, paper.kind)]
            listed.append(Listed(paper, standing.values, awards))
        elif paper.kind in LISTING:
            try:
                listed.append(Listed(paper, standing.values, rebuilt(book, paper.id).prints))
            except UserError as error:
                sentence = f"“{paper.title}” nay không lập lại được: {error}"
                unmade.append(DossierFinding(f"unmade:{paper.id}", "look", sentence, paper.title, "", (paper.id,)))
    return listed, unmade


def _reconciled(book: Book, papers: Sequence[RoundPaper]) -> Iterator[DossierFinding]:
    """What the rules of reconciling find within the papers and across them."""
    from reports.reconcile.reconciling import reconcile_files

    called = told_apart(papers)
    names = {paper.path: called[paper.id] for paper in papers}
    by_name = {name: paper for paper, name in called.items()}
    for number, one in enumerate(reconcile_files(list(names), book, names)):
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


def _repeated(papers: Sequence[RoundPaper], earlier: Sequence[RoundPaper]) -> Iterator[DossierFinding]:
    """Paragraphs that stand in several reports, at least one of them of this round."""
    now = [paper for paper in papers if paper.kind.startswith(REPORTS)]
    called = told_apart([*earlier, *now])
    own = {called[paper.id]: paper.id for paper in now}
    written = [Written(called[one.id], tuple(written_by_hand(one.path, one.kind))) for one in (*earlier, *now)]
    for number, one in enumerate(repeated(written)):
        concerned = [own[report] for report, _ in one.places if report in own]
        if concerned:
            yield _same(number, one, tuple(dict.fromkeys(concerned)))


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
