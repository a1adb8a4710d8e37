"""The lines of the hidden sheet `_sv` and the hidden names, as XML, joined while cells are filled."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from reports.office_files.xml_text import escape
from reports.prints import Print, Source
from reports.values import writable

ROW_NAME, COLUMN_NAME = "_svb", "_svc"
KIND = "kind"
NUMBER, TEXT = "số", "chữ"
HEAD = ("Mã", "Ô", "Bản ghi", "Trường", "Đã in", "Nhãn", "Gồm", "Cả ô", "Kiểu", "Dòng mẫu")
_COLUMNS = "ABCDEFGHIJ"
_USUAL = re.compile(r"(?!\s)[^&<>\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]+(?<!\s)\Z").match
_IN_PLACE = '<c r="{}{}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>'

_Said = TypeVar("_Said", Source, Print)
Sources = tuple[tuple[str, Source], ...]
"""The texts of records in a cell, each with its source."""
FilledPlace = tuple[str, str, int, str, str, tuple[tuple[str, _Said], ...], str, str]
"""A filled cell: sheet, letters, row, what it shows, NUMBER or TEXT, its values, the template's row and column."""


class TraceLines:
    """Gathers what a filled workbook says of its cells: `rows` of the hidden sheet, `names` that point to cells.

    Hardly any text is said twice, so texts stand in their own cells and nothing is looked up.
    """

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.names: list[str] = []
        self._last = 1
        self._filled_rows: dict[tuple[str, int], str] = {}
        self._columns: dict[tuple[str, str], str] = {}
        self._line(*HEAD, number=1)

    def add(self, cells: Sequence[FilledPlace[_Said]], name_of: Callable[[_Said], str]) -> None:
        """Notes filled cells, in order; `name_of` gives the name of a value's anchor.

        It is one loop, since a sheet has hundreds of them and each call costs as much as its line.
        """
        row_written, name_written = self.rows.append, self.names.append
        title, plain, fixed, n = "", "", "", self._last
        for sheet, letters, row, whole, kind, sources, _slot, _model in cells:
            if sheet != title:
                title, (plain, fixed) = sheet, _sheet(sheet)
            for text, source in sources:
                n += 1
                name = name_of(source)
                record = f'<c r="C{n}" t="str"><v>{source.record}</v></c>' if source.record else ""
                rest = _rest(n, source, whole if whole != text else "")
                name_written(f'<definedName name="{name}" hidden="1">{fixed}${letters}${row}</definedName>')
                row_written(
                    f'<row r="{n}"><c r="A{n}" t="str"><v>{name}</v></c>'
                    f'<c r="B{n}" t="str"><v>{plain}{letters}{row}</v></c>{record}'
                    f'<c r="D{n}" t="str"><v>{source.field}</v></c>{_cell("E", n, text)}{rest}'
                    f'<c r="I{n}" t="str"><v>{kind}</v></c></row>'
                )
            if not sources:
                n += 1
                row_written(
                    f'<row r="{n}"><c r="B{n}" t="str"><v>{plain}{letters}{row}</v></c>'
                    f'{_cell("H", n, whole)}<c r="I{n}" t="str"><v>{kind}</v></c></row>'
                )
        self._last = n
        self._filled_rows.update({(cell[0], cell[2]): cell[6] for cell in cells})
        self._columns.update({(cell[0], cell[1]): cell[7] for cell in cells})

    def end(self, kind: str) -> None:
        """The filled rows and columns, and last the kind of paper."""
        for number, ((sheet, row), slot) in enumerate(self._filled_rows.items(), 1):
            self._stretch(f"{ROW_NAME}{number}", sheet, f"{row}:{row}", f"${row}:${row}", slot)
        for number, ((sheet, letters), model) in enumerate(self._columns.items(), 1):
            self._stretch(f"{COLUMN_NAME}{number}", sheet, f"{letters}:{letters}", f"${letters}:${letters}", model)
        self._line(KIND, "", "", "", kind)

    def _stretch(self, name: str, sheet: str, place: str, reference: str, model: str) -> None:
        self._line(name, f"{sheet}!{place}", "", "", "", "", "", "", "", model)
        self.names.append(f'<definedName name="{name}" hidden="1">{_sheet(sheet)[1]}{reference}</definedName>')

    def _line(self, *texts: str, number: int = 0) -> None:
        if not number:
            self._last += 1
        n = number or self._last
        cells = "".join(_cell(column, n, text) for column, text in zip(_COLUMNS, texts, strict=False) if text)
        self.rows.append(f'<row r="{n}">{cells}</row>')


def _rest(row: int, source: Source | Print, whole: str) -> str:
    """What a value is called, the records that it counts, what its whole cell shows where that is more."""
    if not (source.what or source.of or whole):
        return ""
    return f"{_cell('F', row, source.what)}{_cell('G', row, ' '.join(source.of))}{_cell('H', row, whole)}"


def _cell(column: str, row: int, text: str) -> str:
    """A cell with a text, nothing for none."""
    if _USUAL(text):
        return f'<c r="{column}{row}" t="str"><v>{text}</v></c>'
    text = escape(writable(text))
    if text and text == text.strip():
        return f'<c r="{column}{row}" t="str"><v>{text}</v></c>'
    return _IN_PLACE.format(column, row, text) if text else ""


@lru_cache(maxsize=64)
def _sheet(title: str) -> tuple[str, str]:
    """How a place and a reference on a sheet begin, as XML: Biểu! and 'Biểu'!."""
    return f"{escape(title)}!", escape("'" + title.replace("'", "''") + "'") + "!"
