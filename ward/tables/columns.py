"""The column types of the file: text, days, periods, whole numbers, references and exact numbers."""

from __future__ import annotations

from typing import Any

from peewee import SQL, BlobField, BooleanField, CompositeKey, ForeignKeyField, IntegerField, Model, TextField


class Row(Model):
    """Any table of the file; bound to a file only while a query runs."""

    class Meta:
        legacy_table_names = False


class Record(Row):
    """One row under every record of every kind: identity, revision, bin and forwarding."""

    uid = BlobField(unique=True)
    kind = TextField()
    revision = IntegerField(default=1)
    title = TextField(default="")
    sort = BlobField(default=b"")
    binned = BooleanField(default=False)
    forwarded_to = ForeignKeyField("self", null=True, on_delete="NO ACTION", backref="+")

    class Meta:
        table_name = "record"
        indexes = ((("kind", "binned", "sort"), False),)


class Text(TextField):
    """Text in NFC; never NULL, the empty text when nothing is said."""

    def __init__(self, **options: Any) -> None:
        super().__init__(default="", constraints=[SQL("DEFAULT ''")], **options)


class Code(Text):
    """Text that only the program reads (a hash, a uid, a mark): no search looks into it."""


class Day(Text):
    """A day, month or year as ISO text ("1980", "1980-12", "1980-12-30"), or the empty text."""


class PeriodCode(Text):
    """A period's code (`ward.periods.Period.code`), or the empty text when only words are known."""


class Whole(IntegerField):
    """A whole number, or NULL when it is not known."""

    def __init__(self, **options: Any) -> None:
        super().__init__(null=True, **options)


class Flag(BooleanField):
    """Yes or no; no unless said."""

    def __init__(self, **options: Any) -> None:
        super().__init__(default=False, constraints=[SQL("DEFAULT 0")], **options)


class Coefficient(Whole):
    """The integer part of an exact number: value = coefficient × 10 ** exponent.

    Always stands beside an `Exponent`: the pair `x_coefficient`, `x_exponent` is the one field `x`.
    """


class Exponent(Whole):
    """The power of ten of an exact number; see `Coefficient`."""


class Ref(ForeignKeyField):
    """A reference to a record of one of `kinds` (of any kind when none is named), or NULL.

    Checked when the act ends (NO ACTION, deferred), so that an act may remove records that name each other.
    """

    def __init__(self, *kinds: str, **options: Any) -> None:
        self.kinds = kinds
        super().__init__(Record, null=True, on_delete="NO ACTION", backref="+", **options)


class Of(ForeignKeyField):
    """The record that a row belongs to and goes with."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Record, on_delete="CASCADE", backref="+", **options)


class KindRow(Row):
    """The fields of one kind of record: one row for each record of that kind."""

    record = Of(primary_key=True)


class ChildRow(Row):
    """One line of a list inside a record, in the clerk's order.

    Each table says `without_rowid` itself: peewee does not hand it down.
    """

    owner = Of(index=False)
    position = IntegerField()

    class Meta:
        primary_key = CompositeKey("owner", "position")
