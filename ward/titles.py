"""The one line that names a record in lists, made from what it says and whom it names, and its sorting key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ward.dates import PartialDate, show_date
from ward.text import person_sort_key, sort_key

Values = Mapping[str, Any]
NameOf = Callable[[Any], str]
NAMED_THROUGH = {
    "figure": ("indicator",),
    "award": ("award_type", "recipients.who"),
    "registration": ("registrant",),
    "succession": ("predecessor", "successor"),
    "rating": ("subject",),
    "discipline": ("subject",),
    "nomination": ("nominee", "award_type"),
    "ballot": ("nomination",),
    "meeting": ("round",),
    "submission": ("round",),
}
"""The references whose titles stand in a title: when one is renamed, these titles follow."""


MOST_NAMED = 3


def title(kind: str, values: Values, name_of: NameOf = lambda reference: "") -> str:
    """The record's line, one to 200 characters; "(chưa có tên)" when it says nothing yet.

    `name_of` gives the title of a referred record (the empty text when it is not known).
    """
    line = " ".join(TITLES.get(kind, _name)(values, name_of).split())
    return line[:199] + "…" if len(line) > 200 else line or "(chưa có tên)"


def title_key(kind: str, line: str) -> bytes:
    """The bytes that a list sorts by: Vietnamese order, persons by their given name."""
    return person_sort_key(line) if kind == "person" else sort_key(line)


def _name(values: Values, name_of: NameOf) -> str:
    return str(values["name"])


def _unit(values: Values, name_of: NameOf) -> str:
    names = values["names"]
    return max(names, key=lambda row: (row["until"] == "", row["since"]))["name"] if names else ""


def _document(values: Values, name_of: NameOf) -> str:
    words = [values["doc_kind"] or "Văn bản"]
    if values["number"]:
        words.append(f"số {values['number']}")
    if values["issued_on"]:
        noun = {10: "ngày", 7: "tháng", 4: "năm"}[len(values["issued_on"])]
        words.append(f"{noun} {show_date(PartialDate(values['issued_on']))}")
    line = " ".join(words)
    return f"{line}: {values['subject']}" if values["subject"] else line


def _registration(values: Values, name_of: NameOf) -> str:
    who = values["registrant_words"] or name_of(values["registrant"])
    return " – ".join(filter(None, (who, values["content"], values["field"])))


def _figure(values: Values, name_of: NameOf) -> str:
    return ": ".join(filter(None, (values["label"] or name_of(values["indicator"]), values["words"])))


def _award(values: Values, name_of: NameOf) -> str:
    names = [name for row in values["recipients"] if (name := row["words"] or name_of(row["who"]))]
    who = ", ".join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")
    form = values["form_words"] or name_of(values["award_type"])
    return " – ".join(filter(None, (who or values["counted_words"] or _counted(values), form, values["reason"])))


def _counted(values: Values) -> str:
    groups = (("collectives", "tập thể"), ("persons", "cá nhân"), ("households", "hộ"))
    return ", ".join(f"{values[key]} {word}" for key, word in groups if values[key])


def _succession(values: Values, name_of: NameOf) -> str:
    sides = [name_of(values[side]) for side in ("predecessor", "successor")]
    return " → ".join(side or "…" for side in sides) if any(sides) else values["note"]


def _rating(values: Values, name_of: NameOf) -> str:
    who = values["subject_words"] or name_of(values["subject"])
    year = f"năm {values['year']}" if values["year"] else ""
    return " – ".join(filter(None, (who, year, values["grade"])))


def _discipline(values: Values, name_of: NameOf) -> str:
    since = show_date(PartialDate(values["since"])) if values["since"] else ""
    who = values["subject_words"] or name_of(values["subject"])
    return " – ".join(filter(None, (who, values["document_words"], since and f"từ {since}")))


def _nomination(values: Values, name_of: NameOf) -> str:
    who = values["nominee_words"] or name_of(values["nominee"])
    return " – ".join(filter(None, (who, values["form_words"] or name_of(values["award_type"]))))


def _meeting(values: Values, name_of: NameOf) -> str:
    day = f"ngày {show_date(PartialDate(values['held_on']))}" if values["held_on"] else ""
    line = " ".join(filter(None, ("Họp Hội đồng", day)))
    return " – ".join(filter(None, (line, name_of(values["round"]) or values["purpose"])))


def _submission(values: Values, name_of: NameOf) -> str:
    number = f"số {values['number']}" if values["number"] else ""
    line = " ".join(filter(None, ("Tờ trình", number)))
    return " – ".join(filter(None, (line, values["authority"], name_of(values["round"]))))


def _fund_entry(values: Values, name_of: NameOf) -> str:
    amount = f"{values['amount']:,} đồng".replace(",", ".") if values["amount"] is not None else ""
    who = values["payee_words"] or name_of(values["payee"])
    return " – ".join(filter(None, (amount, values["purpose"], who)))


def _local_rule(values: Values, name_of: NameOf) -> str:
    return ": ".join(filter(None, (values["what"], values["value"])))


TITLES: dict[str, Callable[[Values, NameOf], str]] = {
    "unit": _unit,
    "document": _document,
    "registration": _registration,
    "figure": _figure,
    "award": _award,
    "succession": _succession,
    "rating": _rating,
    "discipline": _discipline,
    "nomination": _nomination,
    "ballot": lambda values, name_of: name_of(values["nomination"]),
    "meeting": _meeting,
    "submission": _submission,
    "fund_entry": _fund_entry,
    "local_rule": _local_rule,
    "year": lambda values, _: f"Năm {values['year']}" if values["year"] else "",
    "passage": lambda values, _: values["text"],
    "evidence": lambda values, _: values["caption"] or values["file_name"],
    "acceptance": lambda values, _: values["reason"],
}
