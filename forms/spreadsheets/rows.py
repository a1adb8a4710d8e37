"""The rows of a list below its heads: data, headings that say what follows, and what is neither, none unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.spreadsheets.award_names import AwardNames
from forms.spreadsheets.doubts import Skipped
from forms.spreadsheets.headings import Heads
from forms.spreadsheets.known import Known
from forms.spreadsheets.naming import kind_in
from forms.spreadsheets.tables import Line, Table
from ward.search import words

_ROMAN = re.compile(r"^\(?(?:[IVXLC]+|[A-HĐ])\)?[.)/:]?$")
_NUMBERED = re.compile(r"^\(?(?:[IVXLC]+|[A-HĐ]|\d{1,2})[.)/:\-]\s*(?=\D)")
_COLUMN_NUMBER = re.compile(r"^[(\[]?(?:\d{1,2}|[A-H])[)\]]?$")
_CLOSING = (
    "tong cong", "tong so", "cong ", "tong ", "danh sach nay", "danh sach co", "an dinh danh sach", "nguoi lap",
    "tm ", "kt ", "chu tich", "to truong", "thu truong", "xac nhan", "ky ten", "ky ghi ro", "noi nhan", "ngay thang",
    "lap bieu", "thu ky", "bi thu", "hieu truong", "truong phong", "dai dien",
)  # fmt: skip


@dataclass(frozen=True)
class Data:
    """One row of the list: its cells by key, and what the headings above it say: kind, award type, proposing unit."""

    line: Line
    cells: Mapping[str, str]
    kind: str = ""
    award: int | None = None
    unit: int | None = None
    unit_words: str = ""

    @property
    def number(self) -> int:
        return self.line.number

    def get(self, key: str) -> str:
        return self.cells.get(key, "")


def data_rows(table: Table, heads: Heads, known: Known, awards: AwardNames) -> Iterator[Data | Skipped]:
    """The rows below the heads in their order; headings are used and told as skipped, closing lines only told."""
    kind, award, unit, unit_words = "", None, None, ""
    award = awards.within(heads.title)
    numbered = _is_numbered(table, heads)
    for line in table.lines:
        if line.number <= heads.last_row or not line.filled or _is_column_numbers(line):
            continue
        text = " ".join(line.cells[place] for place in line.filled)
        if not _is_heading(line, heads, numbered):
            cells = {key: line.text(column) for key, column in heads.columns.items()}
            yield Data(line, cells, kind, award, unit, unit_words)
            continue
        said = _NUMBERED.sub("", _without_number(line, heads)).strip()
        if f"{' '.join(words(said))} ".startswith(_CLOSING):
            yield Skipped(line.number, text, "dòng cuối danh sách")
            continue
        told_kind, told_award, told_unit = kind_in(said), awards.within(said), known.unit_called(said)
        if told_award is not None:
            award, kind = told_award, told_kind
        elif told_kind:
            kind = told_kind
        elif told_unit is not None:
            unit, unit_words = told_unit, said
        why = "tiêu đề nhóm" if told_award or told_kind or told_unit else "không phải một dòng của danh sách"
        yield Skipped(line.number, text, why)


def _is_heading(line: Line, heads: Heads, numbered: bool) -> bool:
    """Whether a row is no item of the list: nobody is named, it is numbered I, II or A, B, or stands all alone."""
    name, number = line.text(heads.columns["name"]), line.text(heads.columns.get("number"))
    beside = [place for place in line.filled if place not in (heads.columns["name"], heads.columns.get("number"))]
    if not name and not any(place in heads.columns.values() for place in beside):
        return True
    if _ROMAN.match(number) and not beside:
        return True
    if not name:
        return not beside or len(line.filled) == 1
    said = " ".join(words(name))
    if beside or number:
        return False
    closing = f"{said} ".startswith(_CLOSING) or _NUMBERED.match(name) is not None
    return numbered or closing or (kind_in(name) != "" and len(said.split()) < _FEW)


_FEW = 4


def _is_numbered(table: Table, heads: Heads) -> bool:
    """Whether the items of the list are numbered in a column of their own."""
    if "number" not in heads.columns:
        return False
    column, name = heads.columns["number"], heads.columns["name"]
    below = [line for line in table.lines if line.number > heads.last_row and line.text(name)]
    numbered = sum(line.text(column).strip(".").isdigit() for line in below)
    others = sum(not line.text(column) and len(line.filled) > 1 for line in below)
    return numbered > others


def _is_column_numbers(line: Line) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), A B 1 2."""
    cells = [line.cells[place] for place in line.filled]
    return len(cells) > 2 and all(_COLUMN_NUMBER.match(cell) for cell in cells)


def _without_number(line: Line, heads: Heads) -> str:
    number = heads.columns.get("number")
    first = line.text(number)
    only_number = bool(_ROMAN.match(first)) or first.strip(".").isdigit()
    return " ".join(line.cells[place] for place in line.filled if place != number or not only_number)
