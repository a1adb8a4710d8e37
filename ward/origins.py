"""Where a printed value comes from: its record today, who said it, the evidence for it, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from peewee import SqliteDatabase

from ward.changes import HistoryLine, history
from ward.evidence import Attached, attached
from ward.loading import Stored, load, load_many
from ward.lookups import heads_by_uid
from ward.references import forwarded

State = Literal["living", "merged", "binned", "gone"]


@dataclass(frozen=True)
class Named:
    """A record that an origin mentions: its id (None when the file does not hold it), kind, title, state."""

    uid: str
    record: int | None
    kind: str
    title: str
    state: State


@dataclass(frozen=True)
class Said:
    """Who said a figure: the source record (or None), the words for it, the ISO day of saying it."""

    source: Named | None
    words: str
    said_on: str

    def __bool__(self) -> bool:
        return bool(self.source or self.words or self.said_on)


@dataclass(frozen=True)
class Origin:
    """Where a printed value comes from.

    `record` is the record that the value was printed from; `living` the one that it leads to today (another one
    when it was merged, None when it is in the bin or gone). `keys` are the fields of the record that make the
    value: `values` holds them all as they stand today. `counted` are the records of a count.
    """

    record: Named
    living: Named | None
    field: str
    keys: tuple[str, ...]
    values: dict[str, Any]
    said: Said
    documents: tuple[Named, ...]
    evidence: tuple[Attached, ...]
    history: tuple[HistoryLine, ...]
    counted: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Cause:
    """The newest act that changed something: its sentence, who did it, when (UTC ISO)."""

    act: str
    who: str
    at: str


def origin(db: SqliteDatabase, uid: str, field: str, of: Iterable[str] = ()) -> Origin:
    """The origin of a value printed from a record (uid in hex) and field, or of a count `of` records.

    A record that the file does not hold is told as gone; nothing is raised for it.
    """
    counted = tuple(named_all(db, of))
    record = named_all(db, [uid])[0] if uid else Named("", None, "", "", "living")
    living = _living(db, record)
    nothing = Said(None, "", "")
    if living is None and record.record is None:
        return Origin(record, None, field, (), {}, nothing, (), (), (), counted)
    stored = load(db, (living or record).record or 0)
    keys = keys_of(stored, field)
    told = _told(db, [stored.id, *([record.record] if record.record not in (None, stored.id) else [])], keys)
    evidence = [one for one in attached(db, stored.id) if not one.field or one.field in keys or not keys]
    documents = [row["document"] for row in stored.values["documents"] if row["document"]]
    return Origin(
        record,
        living,
        field,
        keys,
        stored.values,
        _said(db, stored),
        tuple(_by_id(db, documents)),
        tuple(evidence),
        told,
        counted,
    )


def named_all(db: SqliteDatabase, uids: Iterable[str]) -> list[Named]:
    """These records (uids in hex) with kind, title and state, in the order given."""
    wanted = [uid for uid in uids if len(uid) == 32]
    heads = heads_by_uid(db, [bytes.fromhex(uid) for uid in wanted])
    found = []
    for uid in wanted:
        head = heads.get(bytes.fromhex(uid))
        if head is None:
            found.append(Named(uid, None, "", "", "gone"))
        else:
            state: State = "merged" if head.forwarded_to else "binned" if head.binned else "living"
            found.append(Named(uid, head.id, head.kind, head.title, state))
    return found


def cause(db: SqliteDatabase, uid: str, field: str, since: int = 0, of: Sequence[str] = ()) -> Cause | None:
    """The newest act after the act number `since` that changed the field of a record (or any record of a count).

    Where no act touched the field itself, the newest that touched the record; None where nothing happened.
    """
    wanted = [one.record for one in named_all(db, [uid, *of]) if one.record]
    exact: list[HistoryLine] = []
    for record in wanted:
        lines = [line for line in history(db, record) if line.change > since]
        keys = keys_of(load(db, record), field)
        exact += [line for line in lines if line.field in keys or line.field.startswith("@")] or lines[:1]
    newest = max(exact, key=lambda line: line.change, default=None)
    return Cause(newest.act, newest.who, newest.at) if newest else None


def keys_of(stored: Stored, field: str) -> tuple[str, ...]:
    """The keys of a record that make a printed field: "recipients" for "recipients[0].words".

    A figure's words stand beside its parts; a title, and what only the builder knows, has none.
    """
    key = field.partition(".")[0].partition("[")[0]
    if stored.kind == "figure" and key in _FIGURE:
        return _FIGURE
    return (key,) if key in stored.values else ()


_FIGURE = ("words", "state", "shape", "value", "value_to", "out_of", "measure", "qualifier", "qualifier_after")


def _living(db: SqliteDatabase, record: Named) -> Named | None:
    if record.record is None or record.state == "binned":
        return None
    if record.state == "living":
        return record
    end = load(db, forwarded(db, record.record))
    return None if end.binned else Named(end.uid.hex(), end.id, end.kind, end.title, "living")


def _told(db: SqliteDatabase, records: Iterable[int | None], keys: tuple[str, ...]) -> tuple[HistoryLine, ...]:
    lines = [line for record in records if record for line in history(db, record)]
    told = [line for line in lines if not keys or line.field in keys or line.field.startswith("@")]
    return tuple(sorted(told, key=lambda line: line.change, reverse=True))


def _said(db: SqliteDatabase, stored: Stored) -> Said:
    if stored.kind != "figure":
        return Said(None, "", "")
    values = stored.values
    source = _by_id(db, [values["source"]] if values["source"] else [])
    return Said(source[0] if source else None, values["source_words"], values["said_on"])


def _by_id(db: SqliteDatabase, records: Sequence[int]) -> list[Named]:
    found = load_many(db, records)
    return [Named(one.uid.hex(), one.id, one.kind, one.title, "living") for one in map(found.get, records) if one]
