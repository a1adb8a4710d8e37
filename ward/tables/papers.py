"""Evidence, other names, papers that were built, and findings that were accepted."""

from __future__ import annotations

from ward.tables.columns import ChildRow, Code, Day, Flag, KindRow, Ref, Text, Whole


class EvidenceRow(KindRow):
    """Minh chứng: a file or scan, kept beside the database under its SHA-256 hash (64 hex digits)."""

    file_name = Text()
    hash = Code(index=True)
    size = Whole()
    media_type = Code()
    caption = Text()
    taken_on = Day()
    note = Text()

    class Meta:
        table_name = "evidence"


class Attachment(ChildRow):
    """A record, or one field of it, that the evidence is for."""

    record = Ref(column_name="to_record_id")
    field = Code()

    class Meta:
        table_name = "evidence_attachment"
        without_rowid = True


class Alias(KindRow):
    """Tên khác: another name of the same thing."""

    name = Text()
    of = Ref()
    reason = Text()
    note = Text()

    class Meta:
        table_name = "alias"


class Paper(KindRow):
    """Văn bản đã lập: a document that was built, from which template, when, where.

    `previous` is the paper that this one was refreshed from, `about` the record it was made for (a round, a
    nomination); `number` and `signed_on` those it was signed under.
    """

    name = Text()
    paper_kind = Text()
    template = Text()
    template_hash = Code()
    file_path = Text(index=True)
    file_hash = Code(index=True)
    made_at = Text()
    state = Text()
    previous = Ref("paper")
    about = Ref()
    signed_on = Day()
    number = Text()
    sample = Flag()
    note = Text()

    class Meta:
        table_name = "paper"


class PaperPrint(ChildRow):
    """One value that a paper printed: its mark in the file, the record (uid in hex), the field and the text.

    A counted value has no record of its own but those it counts (`of_uids`, with blanks between). `block` is the
    mark of the paragraph or row it stands in, `cell` the number of its cell there.
    """

    mark = Code(index=True)
    record_uid = Code(index=True)
    field = Code()
    text = Text()
    what = Code()
    of_uids = Code()
    block = Code()
    cell = Whole()

    class Meta:
        table_name = "paper_print"
        without_rowid = True


class Acceptance(KindRow):
    """A finding that the clerk accepts: what it was (`finding`), what was seen, and why it may stand."""

    finding = Code()
    seen = Text()
    reason = Text()
    note = Text()

    class Meta:
        table_name = "acceptance"
