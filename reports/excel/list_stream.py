"""A long list written row by row into an .xlsx, in constant memory: no cell is kept once it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from reports.excel.list_parts import BOLD, FIXED_PARTS, HEAD_ROW, TEXT, XML
from reports.excel.xml import S_NS, column_letters
from reports.office_files.package_writer import PackageWriter
from reports.office_files.xml_text import escape
from reports.values import writable
from ward.errors import UserError

Value = str | int | Decimal | None
MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
MAX_EXACT_DIGITS = 15
_A4 = 9
_BATCH = 500
_LEVEL = 3  # as good a trade of time for size as any other compressor
_SPECIAL = re.compile(r"[&<>\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_OPENING = (
    f'{XML}<worksheet xmlns="{S_NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
    f'<sheetView workbookViewId="0"><pane xSplit="2" ySplit="{HEAD_ROW}" topLeftCell="C{HEAD_ROW + 1}" '
    'activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
)
_CLOSING = (
    '</sheetData><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/>'
    f'<pageSetup paperSize="{_A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>"
)


def write_list(
    target: Path, title: str, columns: Sequence[tuple[str, float]], rows: Iterable[Sequence[Value]]
) -> Path:
    """Writes a list ready to print: title, the heads of its columns (label, width in letters), then the rows.

    Numbers are written exactly as numbers (one of more than 15 digits, which Excel would round, as text), every
    text as a text, also one that begins like a formula or with a zero. Whatever `rows` raises leaves the old file
    as it was. Raises UserError as `PackageWriter` does, and for more rows or longer texts than a sheet can hold.
    """
    with PackageWriter(target, _LEVEL) as package:
        for name, content in FIXED_PARTS.items():
            package.add(name, content.encode())
        package.add("xl/sharedStrings.xml", _head_texts(title, columns).encode())
        with package.stream("xl/worksheets/sheet1.xml") as part:
            part.write(f"{_OPENING}{_heads(columns)}".encode())
            for written in _batches(rows, [column_letters(place) for place in range(1, len(columns) + 1)]):
                part.write(written.encode())
            part.write(_CLOSING.encode())
    return target


def _head_texts(title: str, columns: Sequence[tuple[str, float]]) -> str:
    texts = "".join(f"<si>{_inside(text)}</si>" for text in (title, *(label for label, _ in columns)))
    return f'{XML}<sst xmlns="{S_NS}">{texts}</sst>'


def _heads(columns: Sequence[tuple[str, float]]) -> str:
    """Widths, the title's row and the row of heads, whose texts are the shared ones."""
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{width:g}" customWidth="1"/>'
        for place, (_, width) in enumerate(columns, 1)
    )
    heads = "".join(
        f'<c r="{column_letters(place)}{HEAD_ROW}" s="{BOLD}" t="s"><v>{place}</v></c>'
        for place in range(1, len(columns) + 1)
    )
    return (
        f'<cols>{widths}</cols><sheetData><row r="1"><c r="A1" s="{BOLD}" t="s"><v>0</v></c></row>'
        f'<row r="{HEAD_ROW}">{heads}</row>'
    )


def _batches(rows: Iterable[Sequence[Value]], letters: Sequence[str]) -> Iterator[str]:
    opens = [f'<c r="{letter}' for letter in letters]
    written: list[str] = []
    for number, row in enumerate(rows, HEAD_ROW + 1):
        if number > MAX_ROWS:
            raise UserError("Danh sách dài hơn một trang tính Excel. Hãy lọc bớt rồi xuất lần nữa.")
        written.append(f'<row r="{number}">')
        for opening, value in zip(opens, row, strict=True):
            if isinstance(value, str):
                if value:
                    written.append(f'{opening}{number}" s="{TEXT}" t="inlineStr"><is>{_inside(value)}</is></c>')
            elif value is not None:
                written.append(f'{opening}{number}"{_number(value)}</c>')
        written.append("</row>")
        if not number % _BATCH:
            yield "".join(written)
            written.clear()
    yield "".join(written)


def _number(value: int | Decimal) -> str:
    digits = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if len(digits) > MAX_EXACT_DIGITS and len(digits.strip("-").replace(".", "").strip("0")) > MAX_EXACT_DIGITS:
        return f' s="{TEXT}" t="inlineStr"><is>{_inside(digits.replace(".", ","))}</is>'
    return f"><v>{digits}</v>"


def _inside(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise UserError(f"Nội dung “{text[:40]}…” dài quá {MAX_TEXT} chữ nên ô Excel không giữ được. Hãy rút ngắn.")
    if _SPECIAL.search(text):
        text = escape(writable(text))
    return f"<t>{text}</t>" if text == text.strip() else f'<t xml:space="preserve">{text}</t>'
