"""How the annexes say what they tell: a paper with its number and day, a record, an act with who and when."""

import datetime as dt

from peewee import SqliteDatabase

from forms.catalogue import FORMS
from ward.dates import PartialDate, show_date
from ward.loading import Stored, load
from ward.names import Names
from ward.origins import Cause, Named

GONE = "bản ghi không còn trong sổ"
_STATES = {"binned": "đang ở thùng rác", "merged": "đã gộp vào bản ghi khác", "gone": GONE}


def cited(paper: Stored) -> str:
    """A paper as another one names it: “Báo cáo tổng kết năm 2023 số 15/BC-UBND ngày 25/12/2023”."""
    number, signed_on = paper.values["number"], paper.values["signed_on"]
    words = [paper.values["name"] or paper.title, *([f"số\u00a0{number}"] if number else [])]
    return " ".join([*words, *([f"ngày {show_date(PartialDate(signed_on))}"] if signed_on else [])])


def name_of(db: SqliteDatabase, named: Named) -> str:
    """What a record is about, without the value that it states: for a figure its indicator or label."""
    if named.record is None:
        return GONE
    if named.kind != "figure":
        return named.title
    values = load(db, named.record).values
    indicator = values["indicator"]
    return values["label"] or (Names(db, [indicator]).of(indicator, "").text if indicator else "") or named.title


def described(db: SqliteDatabase, named: Named) -> str:
    """A record with its kind, and with its state where it is not a living one: “Số liệu: Dân số”."""
    if named.record is None:
        return GONE
    state = f" ({_STATES[named.state]})" if named.state in _STATES else ""
    return f"{FORMS[named.kind].label}: {name_of(db, named)}{state}"


def why(cause: Cause | None) -> str:
    """An act with who did it and when: “Sửa số vụ” (chị Hà, 12/3/2025 09:00); words where none is known."""
    if cause is None:
        return "Không có lần sửa nào trong sổ."
    by = ", ".join(filter(None, (cause.who, when(cause.at))))
    return f"{cause.act} ({by})"


def when(at: str) -> str:
    """The machine's own time of a UTC ISO text: “12/3/2025 09:00”; the text itself where it is none."""
    try:
        moment = dt.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{moment.day}/{moment.month}/{moment.year} {moment:%H:%M}"


def day_words(day: dt.date) -> str:
    """A day as papers write it: 5/12/2025."""
    return show_date(PartialDate(day.isoformat()))
