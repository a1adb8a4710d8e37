"""What every record may have beside its own fields, and what the file knows of itself."""

from __future__ import annotations

from peewee import BlobField, CompositeKey, ForeignKeyField, IntegerField, TextField

from ward.tables.columns import ChildRow, Of, Ref, Row, Text


class RecordYear(Row):
    """A work year that a record explicitly belongs to."""

    record = Of(index=False)
    year = IntegerField()

    class Meta:
        table_name = "record_year"
        primary_key = CompositeKey("record", "year")
        without_rowid = True
        indexes = ((("year", "record"), False),)


class Participant(ChildRow):
    """Who takes part in a record, in which role, under which title at that time."""

    role = Text()
    who = Ref("person", "unit", "household")
    words = Text()
    as_title = Text()
    note = Text()

    class Meta:
        table_name = "participant"
        without_rowid = True


class RelatedDocument(ChildRow):
    """A document that a record rests on or produced."""

    document = Ref("document")
    note = Text()

    class Meta:
        table_name = "related_document"
        without_rowid = True


class Change(Row):
    """One act of one person: what was done, when, by whom, on which installation."""

    uid = BlobField(unique=True)
    act = TextField()
    at = TextField()
    who = TextField()
    installation = TextField()
    undoes = ForeignKeyField("self", null=True, on_delete="RESTRICT", backref="+", index=False)

    class Meta:
        table_name = "change"


class Difference(Row):
    """What one act did to one record: the fields before and after, as JSON; NULL where there was no record.

    `revision` is the record's revision that the act found. References stand as record uids, so that the
    row means the same in a copy of the file.
    """

    change = ForeignKeyField(Change, on_delete="CASCADE", backref="+")
    record_uid = BlobField(index=True)
    kind = TextField()
    revision = IntegerField()
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        table_name = "difference"


class File(Row):
    """The file itself: its lineage, the count of its writes, and whether it holds the sample ward."""

    lineage = BlobField()
    generation = IntegerField()
    sample = IntegerField(default=0)
    made_by = TextField(default="")

    class Meta:
        table_name = "file"
