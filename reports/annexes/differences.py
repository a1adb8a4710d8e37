"""What a paper printed against what it would print today, with the acts that made it so; papers no longer true."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reports.annexes.differing import Kind, Pair, Value, differing, spelt
from reports.annexes.words import label_of_field, name_of, together
from reports.rebuilding import rebuilt
from reports.standing import StandingValue, read_standing
from ward.book import Book
from ward.errors import UserError
from ward.loading import load
from ward.origins import Cause, Named, cause, named_all
from ward.paper_lookups import noted_by
from ward.printed import KeptPrint, prints_of
from ward.said import read_statements
from ward.said_values import Thing
from ward.untrue import Candidate, untrue_candidates

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Difference:
    """One thing that a paper says otherwise than today: another value, one that is gone, or one that is new.

    `title` names the record today, `place` says where the old value stands in the file ("" where not known),
    `cause` which act changed it last since the paper was made (None where none did: then the text alone differs).
    """

    kind: Kind
    record: str
    field: str
    what: str
    title: str
    place: str
    printed: str
    today: str
    cause: Cause | None
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class UntruePaper:
    """A signed paper that is no longer true, with what differs."""

    candidate: Candidate
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]


def differences_today(book: Book, paper: int, *, today: dt.date | None = None) -> tuple[Difference, ...]:
    """What a paper with this record prints otherwise than today's records would. Raises UserError as `rebuilt`."""
    return _against_today(book, paper, today)[0]


def untrue_papers(book: Book, *, progress: Progress | None = None) -> list[UntruePaper]:
    """The signed papers that are no longer true, the one touched last first; `progress` counts the candidates.

    A candidate that cannot be made again is told with the reason among its notes and no differences.
    """
    found = []
    candidates = untrue_candidates(book.db)
    for done, candidate in enumerate(candidates):
        if progress:
            progress(done, len(candidates))
        try:
            differ, notes = _against_today(book, candidate.paper, None)
        except UserError as error:
            found.append(UntruePaper(candidate, (), (str(error),)))
            continue
        if differ:
            found.append(UntruePaper(candidate, differ, notes))
    return found


def compared(
    book: Book, old: Sequence[Value], new: Sequence[Value], since: int, places: Mapping[str, str]
) -> tuple[Difference, ...]:
    """What the old values say otherwise than the new ones, in the order in which they stand.

    What is only gone or new counts when an act after number `since` explains it, and each record once. `places`
    says where an old value stands, by its mark.
    """
    told = [_difference(book, pair, since, places) for pair in differing(old, new)]
    kept = [one for one in _paired(book, told) if one.kind == "value" or one.cause]
    return tuple(_each_record_once(book, kept))


def places_in(path: Path) -> dict[str, str]:
    """Where each value of a file stands, by its mark; nothing for a file that is gone or cannot be read."""
    return {one.id: one.place for one in _standing(path)}


def _standing(path: Path) -> tuple[StandingValue, ...]:
    try:
        return read_standing(path.read_bytes()).values if path.is_file() else ()
    except (OSError, UserError):
        return ()


def _against_today(book: Book, paper: int, today: dt.date | None) -> tuple[tuple[Difference, ...], tuple[str, ...]]:
    made_again = rebuilt(book, paper, today=today)
    stored = load(book.db, paper)
    standing = _standing(Path(stored.values["file_path"]))
    places = {one.id: one.place for one in standing}
    old = _as_records_said(prints_of(book.db, paper), made_again.prints, standing)
    found = compared(book, old, made_again.prints, noted_by(book.db, paper), places)
    return found, made_again.notes


def _as_records_said(
    old: Sequence[KeptPrint], new: Sequence[Value], standing: Iterable[StandingValue]
) -> Sequence[KeptPrint]:
    """The old values; where somebody typed over one whose record still says what was printed, what was printed.

    What was typed into a paper before it was signed is the office's own word: no record made it untrue.
    """
    still = {(one.record, one.field, spelt(one.text)) for one in new}
    printed = {one.id: one.printed for one in standing if spelt(one.text) != spelt(one.printed)}

    def holds(one: KeptPrint) -> bool:
        return one.id in printed and (one.record, one.field, spelt(printed[one.id])) in still

    return [replace(one, text=printed[one.id]) if holds(one) else one for one in old]


def _difference(book: Book, pair: Pair, since: int, places: Mapping[str, str]) -> Difference:
    first = pair.first
    return Difference(
        pair.kind,
        first.record,
        first.field,
        first.what,
        next((name_of(book.db, one) for one in named_all(book.db, [first.record])), ""),
        places.get(pair.old.id, "") if pair.old else "",
        pair.old.text if pair.old else "",
        pair.new.text if pair.new else "",
        cause(book.db, first.record, first.field, since, pair.of),
        pair.of,
    )


def _paired(book: Book, told: Sequence[Difference]) -> list[Difference]:
    """A statement that is gone and the new one that says the same thing become one other value."""
    uids = dict.fromkeys(one.record for one in told if one.kind != "value")
    things = _things(book, [one for one in named_all(book.db, uids) if one.kind == "figure"])
    news = {(things[one.record], one.field): one for one in told if one.kind == "new" and one.record in things}
    paired: list[Difference] = []
    used: list[Difference] = []
    for one in told:
        new = news.pop((things[one.record], one.field), None) if one.kind == "gone" and one.record in things else None
        if new is None:
            paired.append(one)
            continue
        used.append(new)
        paired.append(replace(one, kind="value", today=new.today, cause=new.cause))
    return [one for one in paired if one not in used]


def _things(book: Book, figures: Sequence[Named]) -> dict[str, Thing]:
    """What each living statement speaks of, by uid."""
    statements = read_statements(book.db, [one.record for one in figures if one.record])
    return {said.uid.hex(): statements.thing(said) for said in statements.all.values()}


def _each_record_once(book: Book, told: Iterable[Difference]) -> Iterator[Difference]:
    """What is gone or new of one record, with all its texts together."""
    once: dict[tuple[str, str], list[Difference]] = {}
    for one in told:
        key = (one.kind, one.record) if one.kind != "value" and one.record else ("", str(len(once)))
        once.setdefault(key, []).append(one)
    kinds = {one.uid: one.kind for one in named_all(book.db, {same[0].record for same in once.values()})}
    for same in once.values():
        if len(same) == 1:
            yield same[0]
            continue
        labels = [label_of_field(kinds.get(one.record, ""), one.field) for one in same]
        printed = together((label, one.printed) for label, one in zip(labels, same, strict=True))
        today = together((label, one.today) for label, one in zip(labels, same, strict=True))
        yield replace(same[0], printed=printed, today=today)
