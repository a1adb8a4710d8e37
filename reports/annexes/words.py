"""How the annexes say what they tell: a paper with its number and day, a record, an act with who and when."""

import datetime as dt
from collections.abc import Iterable
from textwrap import shorten

from peewee import SqliteDatabase

from forms.catalogue import FORMS
from forms.kinds.figure import ROLES
from ward.dates import PartialDate, show_date
from ward.loading import Stored, load
from ward.names import Names
from ward.origins import Cause, Named
from ward.periods import show_period
from ward.statements import period_of

MOST_OF_A_TITLE = 90
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
    """A record with its kind, for a figure with role and time, and with its state where it is not a living one."""
    if named.record is None:
        return GONE
    words = [shorten(name_of(db, named), MOST_OF_A_TITLE, placeholder="…")]
    if named.kind == "figure":
        values = load(db, named.record).values
        words += [
            ROLES.get(values["role"], "").lower() if values["role"] != "actual" else "",
            show_period(period_of(values)),
        ]
    state = f" ({_STATES[named.state]})" if named.state in _STATES else ""
    return f"{FORMS[named.kind].label}: {', '.join(filter(None, words))}{state}"


def label_of_field(kind: str, field: str) -> str:
    """What the form calls a printed field: “Ai được khen” for "recipients[0].words"; "" where it shows none."""
    found = FORMS[kind].field(field.partition(".")[0].partition("[")[0]) if kind in FORMS else None
    return found.label if found else ""


def together(texts: Iterable[tuple[str, str]]) -> str:
    """Texts of one record as (label, text), each once; with their labels where there are several."""
    by_label: dict[str, list[str]] = {}
    for label, text in dict.fromkeys((label, plain(text)) for label, text in texts if text):
        by_label.setdefault(label, []).append(text)
    if len(by_label) < 2:
        return "; ".join(text for said in by_label.values() for text in said)
    return "; ".join(": ".join(filter(None, (label, ", ".join(said)))) for label, said in by_label.items())


def plain(text: str) -> str:
    """The text with plain blanks, so that it breaks in the narrow cell of a table."""
    return " ".join(text.split())


def why(cause: Cause | None, *, clock: bool = True) -> str:
    """An act with who did it and when: “Sửa số vụ (chị Hà, 12/3/2025 09:00)”; words where none is known."""
    if cause is None:
        return "Không có lần sửa nào trong sổ."
    at = when(cause.at) if clock else when(cause.at).partition(" ")[0]
    return f"{cause.act} ({', '.join(filter(None, (cause.who, at)))})"


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
