"""What the papers of a round are made from: plain values, read in one go."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from peewee import SqliteDatabase

from ward.awarding.whose import own_documents
from ward.errors import UserError
from ward.loading import Stored, load, load_many
from ward.lookups import forwards, with_value
from ward.names import Named, Names
from ward.year_entries import Entry, load_entries, references
from ward.year_view import Keeper, one_read, read_keeper

OUT = ("withdrawn", "failed", "refused", "cancelled")
"""States of nominations that stand in no proposal and no decision."""
_NOMINEES = ("person", "unit", "household")
_READ_APART = ("round", "nomination", "meeting", "rule_pack")
"""Kinds that a round mentions and that are not read with what it mentions."""
_NO_ROUND = "“{}” chưa thuộc đợt xét khen nào. Hãy chọn đợt xét rồi lập lại."


@dataclass(frozen=True)
class RoundView:
    """A round and all that a paper can say of it. References are ids of living records.

    `day` (ISO) is the paper's day. An entry's `day` says when its people and units have the names that it uses: a
    nomination that was decided keeps those of its decision. `nominations` stand in the order of the list;
    `nominees` are persons, units and households, `related` every other record that is mentioned: award types,
    councils, decisions and other documents, movements, initiatives; both by id. `own_decisions` are the decisions
    that the keeping office has issued itself.
    """

    years: tuple[int, ...]
    day: str
    keeper: Keeper | None
    names: Names
    round: Entry
    nominations: tuple[Entry, ...]
    meetings: tuple[Entry, ...]
    ballots: tuple[Entry, ...]
    submissions: tuple[Entry, ...]
    awards: tuple[Entry, ...]
    nominees: Mapping[int, Entry] = field(repr=False)
    related: Mapping[int, Entry] = field(repr=False)
    own_decisions: frozenset[int]

    @property
    def place(self) -> Named | None:
        """The unit of the keeping office, as it was called on the paper's day."""
        return self.names.of(self.keeper.unit, self.day) if self.keeper and self.keeper.unit else None

    @property
    def standing(self) -> tuple[Entry, ...]:
        """The nominations that go on: neither withdrawn nor fallen, refused or cancelled."""
        return tuple(one for one in self.nominations if one["state"] not in OUT)

    @cached_property
    def by_id(self) -> Mapping[int, Entry]:
        """Nominations, meetings, ballots, submissions and awards by their ids."""
        groups = (self.nominations, self.meetings, self.ballots, self.submissions, self.awards)
        return {entry.id: entry for group in groups for entry in group}

    @cached_property
    def award_of(self) -> Mapping[int, Entry]:
        """The award that came of each nomination, by the nomination's id."""
        return {award["nomination"]: award for award in self.awards}

    def ballots_in(self, meeting: int) -> tuple[Entry, ...]:
        """How a meeting voted, in the order of the nominations."""
        place = {one.id: at for at, one in enumerate(self.nominations)}
        found = (one for one in self.ballots if one["meeting"] == meeting and one["nomination"] in place)
        return tuple(sorted(found, key=lambda one: place[one["nomination"]]))

    def award_type(self, nomination: Entry) -> Entry | None:
        """What is proposed; None where it is only said in words."""
        return self.related.get(nomination["award_type"])


def round_view(db: SqliteDatabase, round_id: int, on: dt.date) -> RoundView:
    """The view of a round for a paper that is dated `on`. Raises UserError when there is no such round (any more)."""
    with one_read(db):
        stored = load(db, round_id)
        if stored.kind != "round":
            raise UserError("Bản ghi này không phải đợt xét khen. Hãy chọn lại đợt xét.")
        return _Reader(db, stored, on).view()


def round_about(db: SqliteDatabase, record: int) -> int:
    """The round that a record belongs to: a round itself, a nomination, meeting, ballot, submission, award, decision.

    Raises UserError when it belongs to none.
    """
    stored = load(db, record)
    step: int | None = None
    if stored.kind == "round":
        return record
    if stored.kind in ("nomination", "meeting", "submission"):
        step = stored.values["round"]
    elif stored.kind == "ballot":
        step = stored.values["meeting"] or stored.values["nomination"]
    elif stored.kind == "award":
        step = stored.values["nomination"]
    elif stored.kind == "document":
        decided = with_value(db, "nomination", "decision", [record])
        granted = load_many(db, with_value(db, "award", "decision", [record])).values()
        step = next(
            iter([*decided, *(one.values["nomination"] for one in granted if one.values["nomination"])]), None
        )
    if step is None:
        raise UserError(_NO_ROUND.format(stored.title))
    return round_about(db, step)


class _Reader:
    """One reading of a round."""

    def __init__(self, db: SqliteDatabase, stored: Stored, on: dt.date) -> None:
        self._db, self._round, self._on = db, stored, on
        self._ends = forwards(db)
        self._years = stored.years or (on.year,)

    def view(self) -> RoundView:
        """All of it."""
        day = self._on.isoformat()
        (own,) = self._entries("round", [self._round.id])
        nominations = self._within("nomination", "round", [own.id])
        ids = [one.id for one in nominations]
        meetings = self._within("meeting", "round", [own.id])
        ballots = self._within("ballot", "meeting", [one.id for one in meetings])
        submissions = self._within("submission", "round", [own.id])
        awards = self._within("award", "nomination", ids)
        told = [own, *nominations, *meetings, *ballots, *submissions, *awards]
        nominees, related = self._mentioned(told)
        keeper = read_keeper(self._db, self._on)
        everyone = references((*told, *nominees.values(), *related.values())) | {one.id for one in told}
        names = Names(self._db, everyone | nominees.keys() | ({keeper.unit} if keeper and keeper.unit else set()))
        awards = [replace(one, day=one["decided_on"] or day) for one in awards]
        granted = {one["nomination"]: one.day for one in awards}
        return RoundView(
            years=self._years,
            day=day,
            keeper=keeper,
            names=names,
            round=replace(own, day=day),
            nominations=tuple(
                replace(one, day=granted.get(one.id, day)) for one in sorted(nominations, key=_in_list)
            ),
            meetings=tuple(
                replace(one, day=one["held_on"] or day) for one in sorted(meetings, key=lambda one: one["held_on"])
            ),
            ballots=tuple(replace(one, day=day) for one in ballots),
            submissions=tuple(replace(one, day=one["sent_on"] or day) for one in submissions),
            awards=tuple(awards),
            nominees=nominees,
            related=related,
            own_decisions=own_documents(self._db, {one["decision"] for one in awards if one["decision"]}),
        )

    def _within(self, kind: str, key: str, records: Sequence[int]) -> list[Entry]:
        """The living records of a kind whose reference leads to one of these."""
        wanted = set(records)
        wanted |= {record for record, end in self._ends.items() if end in wanted}
        return self._entries(kind, with_value(self._db, kind, key, sorted(wanted))) if wanted else []

    def _entries(self, kind: str, records: Collection[int]) -> list[Entry]:
        return load_entries(self._db, kind, records, self._ends, max(self._years))

    def _mentioned(self, told: Iterable[Entry]) -> tuple[dict[int, Entry], dict[int, Entry]]:
        """The nominees, and every other record that is mentioned, by id."""
        by_kind: dict[str, list[int]] = defaultdict(list)
        for record, kind in self._db.execute_sql(
            "SELECT id, kind FROM record WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(sorted(references(told))),),
        ):
            by_kind[kind].append(record)
        nominees = self._by_id(by_kind, lambda kind: kind in _NOMINEES)
        related = self._by_id(by_kind, lambda kind: kind not in (*_NOMINEES, *_READ_APART))
        heads = {one["head"] for one in nominees.values() if one.kind == "household" and one["head"]}
        nominees.update({one.id: one for one in self._entries("person", heads - nominees.keys())})
        return nominees, related

    def _by_id(self, by_kind: Mapping[str, list[int]], wanted: Callable[[str], bool]) -> dict[int, Entry]:
        kinds = (kind for kind in by_kind if wanted(kind))
        return {entry.id: entry for kind in kinds for entry in self._entries(kind, by_kind[kind])}


def _in_list(nomination: Entry) -> tuple[bool, int, int]:
    place = nomination["place_in_list"]
    return place is None, place or 0, nomination.id
