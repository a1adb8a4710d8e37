"""Mục lục hồ sơ: which papers of a round are there, under which number and in which file."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import written_day
from reports.prints import joined
from reports.wording.letterheads import letterhead, office_name
from reports.wording.sentences import Piece, keyed
from reports.wording.wording import traced
from reports.yearly.annual_report_context import Letterhead, Text
from ward.awarding.round_view import RoundView
from ward.dates import PartialDate
from ward.lookups import with_value
from ward.year_entries import Entry, load_entries


@dataclass(frozen=True)
class IndexRow:
    """A paper of the dossier: what it is, its number and day, the file's name."""

    name: Text
    issued: Text
    file: Text


@dataclass(frozen=True)
class DossierIndex:
    """The index of a round's dossier; `day` is when it was made."""

    letterhead: Letterhead
    office: Text
    round: Text
    rows: tuple[IndexRow, ...]
    day: str

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def dossier_index(making: AwardMaking) -> DossierIndex:
    """The index of the papers that the book remembers about a round and what belongs to it, without void ones."""
    papers = _papers(making)
    older = {one["previous"] for one in papers}
    shown = [
        one for one in papers if one["state"] != "void" and one.id not in older and one["paper_kind"] != making.kind
    ]
    return index_of(making, (_row(making, one) for one in shown))


def index_of(making: AwardMaking, rows: Iterable[IndexRow]) -> DossierIndex:
    """An index with these lines, for whoever gathers the files."""
    return DossierIndex(
        letterhead=letterhead(making.words, "BC", PartialDate(making.view.day).first_day),
        office=office_name(making.words),
        round=making.words.value(making.view.round, "name"),
        rows=tuple(rows),
        day=written_day(making.view.day),
    )


def _papers(making: AwardMaking) -> list[Entry]:
    db = making.book.db
    found = with_value(db, "paper", "about", sorted(_records(making.view)))
    return load_entries(db, "paper", found, {}, max(making.view.years))


def _records(view: RoundView) -> set[int]:
    decisions = {award["decision"] for award in view.awards if award["decision"]}
    return {view.round.id, *view.by_id, *decisions}


def _row(making: AwardMaking, paper: Entry) -> IndexRow:
    number = making.words.value(paper, "number")
    signed = making.words.dated(paper, "signed_on")
    issued: list[Piece] = [*(["số ", number, " "] if number else []), signed] if number or signed else ["chưa ký"]
    file = traced(Path(paper["file_path"]).name, paper.uid, "file_path", "paper")
    return IndexRow(keyed(paper.uid, making.words.value(paper, "name")), joined(issued), file)
