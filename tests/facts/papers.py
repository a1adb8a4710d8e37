"""Which facts belong in a report of the year, and whether a line of the paper says them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

from tests.facts.matching import COUNTS, Fact, statement_of
from tests.facts.records import YEARLY, Held, share, words
from ward.figures import show_figure
from ward.statements import figure_of
from ward.text import fold

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines_of(paper: Path) -> list[str]:
    """The paragraphs of a report, and the rows of its tables, as plain text."""
    with zipfile.ZipFile(paper) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    rows = [" | ".join(_text(cell) for cell in row.iter(f"{W}tc")) for row in body.iter(f"{W}tr")]
    alone = [_text(part) for part in body.iter(f"{W}p") if not any(True for _ in part.iterancestors(f"{W}tc"))]
    return [re.sub(r"\s+", " ", line) for line in (*rows, *alone) if line.strip()]


def _text(part: etree._Element) -> str:
    broken = {f"{W}br", f"{W}tab"}
    return "".join(" " if one.tag in broken else one.text or "" for one in part.iter(f"{W}t", *broken)).strip()


def left_out(fact: Fact, held: Held, records: list[Held]) -> str:
    """Why a fact does not belong in the ward's report of the year; empty when it does."""
    if held.kind == "person":
        if any(_is_about(fact, held, key) for key in ("birth", "education")):
            return "lý lịch của một người"
        return "" if _takes_part(held, records) else "người không tham gia việc nào của năm"
    if held.values.get("event_kind") == "tin_bai":
        return "ngày đăng của báo"
    if held.kind not in YEARLY and not (held.kind == "office" or _is_keeper(held, records)):
        return "sổ đơn vị, không phải việc của năm"
    return ""


def _is_about(fact: Fact, held: Held, key: str) -> bool:
    value = held.values[key]
    return bool(value) and (str(fact["value"]) == value or share(words(fact["text_vi"]), words(value)) >= 0.8)


def _takes_part(held: Held, records: list[Held]) -> bool:
    """Whether a person does something in a record of the year; who only hands over an award is not printed."""
    lists = [one.values.get(key, ()) for one in records for key in ("participants", "recipients")]
    rows = [row for told in lists if isinstance(told, tuple) for row in told]
    return any(row["who"] == held.id and row.get("role") != "presenter" for row in rows)


def _is_keeper(held: Held, records: list[Held]) -> bool:
    return any(one.kind == "office" and one.values["keeper"] and one.values["unit"] == held.id for one in records)


def printed(fact: Fact, held: Held, lines: list[str]) -> str:
    """The line that says the fact with its number and words; empty when none does."""
    wanted = _wanted(fact, held)
    name = words(_name(fact, held))
    scored = [(share(name, words(line)), line) for line in lines if all(_says(line, text) for text in wanted)]
    best = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
    return best[1] if best[0] >= 0.75 else ""


def _says(line: str, text: str) -> bool:
    """Whether a line has these words, as whole words; a count may be printed as 2 or as 02."""
    return re.search(rf"(?<![\w,.])0?{re.escape(fold(text))}(?!\w)", fold(line)) is not None


def _name(fact: Fact, held: Held) -> str:
    """What the line has to speak of."""
    if held.kind == "office":
        return "chưa có khen thưởng"
    if held.kind == "person":
        return " ".join((held.values["name"], held.values["positions"][0]["title"]))
    if held.kind == "unit":
        return str(held.values["names"][-1]["name"])
    if held.kind == "document":
        return f"{held.values['doc_kind']} {held.values['number']} {held.values['subject']}"
    if fact["kind"] == "criterion":
        return str(fact["text_vi"]).partition(":")[2]
    statement = statement_of(fact, held)
    return (statement or held).name if fact["kind"] in ("indicator", "unit") else held.name


def _wanted(fact: Fact, held: Held) -> list[str]:
    """The words that the line has to have exactly: the number as it was said, claims, names, numbers, days."""
    if held.kind == "person":
        return [held.values["name"]]
    statement = statement_of(fact, held)
    award = _of_award(fact, held) if held.kind == "award" else []
    if statement is None and held.kind != "award":
        day = held.values.get("held_on") or held.values.get("issued_on") or ""
        shown = "/".join((day[8:], day[5:7].lstrip("0") if day[5:7] > "02" else day[5:7], day[:4]))
        years = f"{fact['value']} năm" if fact["unit"] == "năm" else ""
        return list(filter(None, (held.values.get("number"), shown if len(day) == 10 else "", years)))
    if statement is None:
        return award
    claims = [claim.words for claim in statement.claims]
    figure = figure_of(statement.values)
    return [*award, *([show_figure(figure)] if figure.state != "missing" else []), *claims]


def _of_award(fact: Fact, held: Held) -> list[str]:
    if held.values["recipients"]:
        return [held.values["counted_words"]] if held.values["counted_words"] else held.recipients
    count = held.values.get(COUNTS.get(fact["unit"] or "", ""), None)
    return [f"{count} {fact['unit']}"] if count else []
