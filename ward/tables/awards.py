"""Award types and the register of awards."""

from __future__ import annotations

from ward.tables.columns import ChildRow, Day, Flag, KindRow, PeriodCode, Ref, Text, Whole


class AwardType(KindRow):
    """Danh hiệu (a title) or hình thức khen (a form): `form` keeps the two apart."""

    name = Text()
    code = Text()
    form = Text()
    level = Text()
    recipients = Text()
    authority = Text()
    article = Text()
    confidence = Text()
    since = Day()
    until = Day()
    note = Text()

    class Meta:
        table_name = "award_type"


class Award(KindRow):
    """Khen thưởng: one entry of the register, of named recipients or of a counted group; `prize` in whole đồng."""

    award_type = Ref("award_type")
    form_words = Text()
    level = Text()
    state = Text()
    reason = Text()
    period = PeriodCode()
    period_words = Text()
    proposed_on = Day()
    decision = Ref("document")
    decision_number = Text()
    decided_on = Day()
    book_number = Text()
    collectives = Whole()
    persons = Whole()
    households = Whole()
    counted_words = Text()
    movement = Ref("movement")
    event = Ref("event")
    practice = Ref("practice")
    part_of = Ref("award")
    field = Text()
    basis = Text()
    nomination = Ref("nomination")
    posthumous = Flag()
    worker_group = Text()
    prize = Whole()
    paid_on = Day()
    cancelled_on = Day()
    cancelled_reason = Text()
    note = Text()

    class Meta:
        table_name = "award"


class Recipient(ChildRow):
    """Who is awarded, as named then."""

    recipient_kind = Text()
    who = Ref("person", "unit", "household")
    words = Text()
    as_title = Text()

    class Meta:
        table_name = "award_recipient"
        without_rowid = True


class AwardIssuer(ChildRow):
    """Who gives the award; a joint award has more than one."""

    issuer = Ref("unit")
    words = Text()

    class Meta:
        table_name = "award_issuer"
        without_rowid = True
