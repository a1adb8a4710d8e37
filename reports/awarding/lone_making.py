"""What a paper about a record that is in no round is made from: its year, its day, the office that keeps the book."""

import datetime as dt

from peewee import SqliteDatabase

from reports.awarding.award_making import LoneMaking
from ward.book import Book
from ward.loading import Stored
from ward.lookups import LIVING
from ward.names import Names
from ward.year_entries import Entries
from ward.year_view import YearView, one_read, read_keeper

REGISTRATIONS = "dang-ky-thi-dua"


def lone_making(book: Book, kind: str, about: Stored, now: dt.datetime) -> LoneMaking:
    """The making of a paper about `about` at a moment; registrations are of the newest year that has some."""
    on = now.astimezone().date()
    reported = year_of_registrations(book.db, on.year) if kind == REGISTRATIONS else on.year
    with one_read(book.db):
        keeper = read_keeper(book.db, on)
        names = Names(book.db, [keeper.unit] if keeper and keeper.unit else [])
    day = min(dt.date(reported, 12, 31), on).isoformat()
    view = YearView((reported,), day, keeper, "", (), Entries(), names, [], {}, {}, {})
    return LoneMaking(book, kind, about, view, now, on)


def year_of_registrations(db: SqliteDatabase, until: int) -> int:
    """The newest year, not after this one, in which anybody registered; this one where none did."""
    row = db.execute_sql(
        "SELECT max(y.year) FROM record_year y JOIN record r ON r.id = y.record_id "
        f"WHERE r.kind = 'registration' AND y.year <= ? AND {LIVING}",
        (until,),
    ).fetchone()
    return int(row[0] or until)
