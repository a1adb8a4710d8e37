"""What a paper printed, and in which papers a record was printed."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import SqliteDatabase


@dataclass(frozen=True)
class Print:
    """A paper that printed a record: the Paper's id, title, state and time, and the text that stands there."""

    paper: int
    title: str
    state: str
    made_at: str
    text: str


@dataclass(frozen=True)
class KeptPrint:
    """One value that a paper printed, as the Paper keeps it.

    `record` is the uid in hex, "" for a count of the records `of`; `block` the mark of the paragraph or row that
    it stands in, `cell` the number of its cell there, -1 where it does not fill one.
    """

    id: str
    record: str
    field: str
    text: str
    what: str
    of: tuple[str, ...]
    block: str
    cell: int


def prints_of(db: SqliteDatabase, paper: int) -> list[KeptPrint]:
    """Every value that a paper printed, in order."""
    rows = db.execute_sql(
        "SELECT mark, record_uid, field, text, what, of_uids, block, cell FROM paper_print "
        "WHERE owner_id = ? ORDER BY position",
        (paper,),
    )
    return [
        KeptPrint(mark, record, field, text, what, tuple(of.split()), block, -1 if cell is None else cell)
        for mark, record, field, text, what, of, block, cell in rows
    ]


def printed_uids(db: SqliteDatabase, paper: int) -> list[bytes]:
    """The records that a paper printed or counted, each once."""
    rows = db.execute_sql("SELECT DISTINCT record_uid, of_uids FROM paper_print WHERE owner_id = ?", (paper,))
    uids = {uid for record, counted in rows for uid in (record, *counted.split()) if len(uid) == 32}
    return [bytes.fromhex(uid) for uid in sorted(uids)]


def printed_in(db: SqliteDatabase, uid: bytes, limit: int = 200) -> list[Print]:
    """The papers (not in the bin) that printed the record with this uid, the newest first."""
    rows = db.execute_sql(
        "SELECT p.record_id, r.title, p.state, p.made_at, x.text FROM paper_print x "
        "JOIN paper p ON p.record_id = x.owner_id JOIN record r ON r.id = p.record_id "
        "WHERE x.record_uid = ? AND r.binned = 0 ORDER BY p.made_at DESC, p.record_id DESC, x.position LIMIT ?",
        (uid.hex(), limit),
    )
    return [Print(*row) for row in rows]
