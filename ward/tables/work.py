"""What a ward does in its years: documents, movements, practices, events, tasks, contributions, passages."""

from __future__ import annotations

from ward.tables.columns import ChildRow, Day, KindRow, PeriodCode, Ref, Text, Whole


class Document(KindRow):
    """Văn bản: a plan, resolution, decision or letter; number, date and issuer may each be unknown."""

    doc_kind = Text()
    number = Text()
    issued_on = Day()
    issuer = Ref("unit")
    issuer_words = Text()
    subject = Text()
    level = Text()
    period = PeriodCode()
    period_words = Text()
    movement = Ref("movement")
    note = Text()

    class Meta:
        table_name = "document"


class Movement(KindRow):
    """Phong trào, chuyên đề: a campaign; may hang under an upper one."""

    name = Text()
    movement_kind = Text()
    level = Text()
    field = Text()
    upper = Ref("movement")
    organiser = Ref("unit")
    organiser_words = Text()
    period = PeriodCode()
    period_words = Text()
    goal = Text()
    summary = Text()
    note = Text()

    class Meta:
        table_name = "movement"


class Registration(KindRow):
    """Đăng ký thi đua: who registered for what, in which movement and field."""

    registrant = Ref("unit", "person", "household")
    registrant_words = Text()
    movement = Ref("movement")
    field = Text()
    content = Text()
    award_type = Ref("award_type")
    practice = Ref("practice")
    registered_on = Day()
    status = Text()
    returned_on = Day()
    returned_reason = Text()
    accepted_on = Day()
    note = Text()

    class Meta:
        table_name = "registration"


class Practice(KindRow):
    """Mô hình, điển hình: a good model, its owner (a participant), content, results and where it was copied."""

    name = Text()
    practice_kind = Text()
    field = Text()
    movement = Ref("movement")
    unit = Ref("unit")
    place = Text()
    period = PeriodCode()
    period_words = Text()
    content = Text()
    result = Text()
    recognition = Text()
    copied_where = Text()
    status = Text()
    note = Text()

    class Meta:
        table_name = "practice"


class PracticePoint(ChildRow):
    """One thing that a practice asks of those who take part."""

    text = Text()

    class Meta:
        table_name = "practice_point"
        without_rowid = True


class Event(KindRow):
    """Sự kiện, Ngày hội: a day with a programme; who came stands among the participants."""

    name = Text()
    event_kind = Text()
    level = Text()
    held_on = Day()
    period = PeriodCode()
    period_words = Text()
    place = Text()
    unit = Ref("unit")
    unit_words = Text()
    movement = Ref("movement")
    field = Text()
    role_words = Text()
    programme = Text()
    summary = Text()
    note = Text()

    class Meta:
        table_name = "event"


class Task(KindRow):
    """Nhiệm vụ, công trình, dự án: who does what by when; its parts are tasks whose parent it is."""

    name = Text()
    task_kind = Text()
    parent = Ref("task")
    unit = Ref("unit")
    unit_words = Text()
    movement = Ref("movement")
    field = Text()
    period = PeriodCode()
    period_words = Text()
    due = PeriodCode()
    due_words = Text()
    status = Text()
    content = Text()
    result = Text()
    note = Text()

    class Meta:
        table_name = "task"


class Contribution(KindRow):
    """Đóng góp, ủng hộ: from whom and for whom stand among the participants, amounts among the figures."""

    name = Text()
    contribution_kind = Text()
    given_on = Day()
    period = PeriodCode()
    period_words = Text()
    unit = Ref("unit")
    movement = Ref("movement")
    field = Text()
    purpose = Text()
    amount_meaning = Text()
    summary = Text()
    note = Text()

    class Meta:
        table_name = "contribution"


class Passage(KindRow):
    """Đoạn văn: the office's own words for a section of a report."""

    section = Text()
    field = Text()
    unit = Ref("unit")
    movement = Ref("movement")
    place_in_section = Whole()
    text = Text()
    note = Text()

    class Meta:
        table_name = "passage"
