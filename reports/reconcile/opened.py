"""A paper as the rules of reconciling see it: what it printed, what stands there now, in lines, items and tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from forms.catalogue import FORMS
from ward.text import nfc, tone_style

Rule = Literal[
    "figure",
    "name",
    "nearly",
    "list",
    "sum",
    "state",
    "typed_over",
    "deleted",
    "outdated",
    "gone",
    "by_hand",
    "untraced",
]
RULES: dict[Rule, str] = {
    "figure": "Hai nơi nói khác nhau",
    "name": "Tên viết hai cách",
    "nearly": "Tên gần giống",
    "list": "Số đếm lệch danh sách",
    "sum": "Cộng không khớp",
    "state": "Lẫn đề nghị với đã khen",
    "typed_over": "Gõ đè lên số của sổ",
    "deleted": "Đã bỏ khỏi văn bản",
    "outdated": "Cũ hơn sổ",
    "gone": "Bản ghi không còn",
    "by_hand": "Số gõ tay",
    "untraced": "Không đối chiếu được",
}
"""The rules in the order in which their findings are told, with the words for each on screen."""
FIGURE, AWARD = FORMS["figure"].label, FORMS["award"].label
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Value:
    """One place where a printed value stands now; `text` None when it stands nowhere any more.

    `what` is the kind of its record in words. In a sheet `number` is what the cell holds now and
    `printed_number` what it held when it was made.
    """

    id: str
    place: str
    record: str
    field: str
    printed: str
    text: str | None
    what: str = ""
    of: tuple[str, ...] = ()
    item: str = ""
    number: Decimal | None = None
    printed_number: Decimal | None = None

    @property
    def is_touched(self) -> bool:
        """Whether somebody wrote over it: blanks do not count, and a number in a cell counts by its value."""
        if self.printed_number is not None:
            return self.number != self.printed_number
        return self.text is not None and not is_same(self.text, self.printed)


@dataclass(frozen=True)
class Line:
    """A paragraph or cell with text: where it stands, its anchored stretches, the item that it belongs to."""

    place: str
    text: str
    anchored: tuple[tuple[int, int], ...] = ()
    item: str = ""


@dataclass(frozen=True)
class Item:
    """A paragraph or table row that was printed: its own words, its values, and its text now (None: deleted).

    `key` is the record that an item of a list is about, `records` all that it names; `words` are the printed
    words that no record stands behind; `heading` is what it stands under now.
    """

    id: str
    printed: str
    text: str | None
    place: str = ""
    heading: str = ""
    key: str = ""
    words: str = ""
    records: frozenset[str] = frozenset()
    in_list: bool = False


@dataclass(frozen=True)
class Table:
    """A table as it stands: its rows of cells, each row with its place."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class OpenedPaper:
    """A paper taken apart. `fixed` are its template's own texts with figures, `unread` says why nothing is told."""

    name: str
    values: tuple[Value, ...] = ()
    lines: tuple[Line, ...] = ()
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()
    fixed: tuple[str, ...] = ()
    unread: str = ""

    @property
    def is_traced(self) -> bool:
        return bool(self.values or self.items)


@dataclass(frozen=True)
class PaperFinding:
    """Something to look at before printing: in which paper and place, both values, the record, and what to do."""

    rule: Rule
    paper: str
    place: str
    sentence: str
    values: tuple[str, ...] = ()
    record: str = ""
    field: str = ""
    value: str = ""  # the anchor's name

    @property
    def severity(self) -> str:
        """The rule in words, as the list shows it."""
        return RULES[self.rule]


def in_order(findings: Sequence[PaperFinding], papers: Sequence[OpenedPaper]) -> list[PaperFinding]:
    """The findings by rule, then by paper, then as they were found."""
    rules, names = list(RULES), [paper.name for paper in papers]
    return sorted(findings, key=lambda one: (rules.index(one.rule), names.index(one.paper)))


def is_same(one: str, other: str) -> bool:
    """Whether two texts read the same; kinds of blanks make no difference."""
    return one == other or plain(one) == plain(other)


def plain(text: str) -> str:
    """A text for comparing: NFC, single blanks."""
    return _SPACES.sub(" ", nfc(text)).strip()


def spelling(text: str) -> str:
    """How a name is spelt: without case and the office's way of placing tones."""
    return tone_style(plain(text), "cu").casefold()


def short(text: str, most: int = 80) -> str:
    """A text for a sentence: on one line, cut behind a word where it is long."""
    whole = plain(text)
    return whole if len(whole) <= most else whole[:most].rpartition(" ")[0] + "…"
