"""The ward's bodies, its units and what became of them, its people and households, its work years."""

from __future__ import annotations

from ward.tables.columns import ChildRow, Day, Flag, KindRow, Ref, Text, Whole


class Office(KindRow):
    """Cơ quan: a body that issues papers; `keeper` marks the one that keeps this file."""

    name = Text()
    unit = Ref("unit")
    body = Text()
    layout = Text()
    keeper = Flag()
    tone_style = Text()
    note = Text()

    class Meta:
        table_name = "office"


class Letterhead(ChildRow):
    """The head of the office's papers from `since` to `until`."""

    since = Day()
    until = Day()
    upper_line = Text()
    line = Text()
    place = Text()
    symbol = Text()

    class Meta:
        table_name = "office_letterhead"
        without_rowid = True


class Signatory(ChildRow):
    """Who signs for the office from `since` to `until`, and how."""

    since = Day()
    until = Day()
    authority = Text()
    position_title = Text()
    name = Text()

    class Meta:
        table_name = "office_signatory"
        without_rowid = True


class RunningNumber(ChildRow):
    """The last document number given out, by type of document and year (NĐ 30/2020, Điều 15)."""

    doc_kind = Text()
    year = Whole()
    last = Whole()

    class Meta:
        table_name = "office_number"
        without_rowid = True


class Unit(KindRow):
    """Đơn vị: a node of the ward's tree; its name, kind and parent are dated rows."""

    code = Text()
    address = Text()
    founded = Day()
    ended = Day()
    note = Text()

    class Meta:
        table_name = "unit"


class UnitName(ChildRow):
    """What a unit was called, what kind it was and under whom it stood, from `since` to `until`."""

    name = Text()
    short_name = Text()
    unit_kind = Text()
    parent = Ref("unit")
    since = Day()
    until = Day()

    class Meta:
        table_name = "unit_name"
        without_rowid = True


class Succession(KindRow):
    """Sáp nhập, chia tách: which unit became which, on what day, to what extent."""

    predecessor = Ref("unit")
    successor = Ref("unit")
    on_day = Day()
    succession_kind = Text()
    extent = Text()
    document = Ref("document")
    note = Text()

    class Meta:
        table_name = "succession"


class Person(KindRow):
    """Cá nhân: rank and form of address stand apart from sex; identity numbers are text."""

    name = Text()
    printed_name = Text()
    birth = Day()
    death = Day()
    sex = Text()
    address_form = Text()
    rank = Text()
    identity_number = Text()
    ethnicity = Text()
    hometown = Text()
    residence = Text()
    education = Text()
    phone = Text()
    note = Text()

    class Meta:
        table_name = "person"


class Position(ChildRow):
    """An office that a person held in a unit, from `since` to `until`."""

    title = Text()
    unit = Ref("unit")
    unit_words = Text()
    since = Day()
    until = Day()

    class Meta:
        table_name = "person_position"
        without_rowid = True


class Household(KindRow):
    """Hộ gia đình."""

    name = Text()
    head = Ref("person")
    unit = Ref("unit")
    address = Text()
    members = Whole()
    note = Text()

    class Meta:
        table_name = "household"


class WorkYear(KindRow):
    """Năm công tác: a year of the ward's work, its theme, and whether its figures, awards and papers are locked."""

    year = Whole()
    theme = Text()
    closed_on = Day()
    closed_reason = Text()
    note = Text()

    class Meta:
        table_name = "year"
