"""A list as it stands on the screen, written into an Excel sheet that is ready to print."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ward.book import Book
from ward.errors import UserError
from ward.kinds import KINDS
from ward.listing import Line, Listing, Wanted, list_records

A4 = 9
STEP = 500
NUMBER_TYPES = frozenset({"whole", "exact"})


@dataclass(frozen=True)
class Head:
    """A column: its label, the keys of `wanted.columns` that it reads, how they are shown, its width in pixels."""

    label: str
    keys: tuple[str, ...]
    show: Callable[..., str]
    width: int


def export_list(
    book: Book,
    wanted: Wanted,
    title: str,
    heads: Sequence[Head],
    target: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Writes the wanted records into `target` (.xlsx): numbers as numbers, everything else as text.

    Raises: UserError when the file cannot be written, most often because Excel has it open.
    """
    from openpyxl import Workbook

    listing = list_records(book.db, wanted)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Danh sách")
    _set_up_page(sheet, heads)
    try:
        _append_rows(sheet, listing, heads, title, progress)
    finally:
        sheet.close()
    part = target.with_name(target.name + ".part")
    try:
        workbook.save(part)
        os.replace(part, target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(
            f"Chưa ghi được “{target.name}”. Nếu tệp đang mở trong Excel, hãy đóng lại rồi xuất lần nữa."
        ) from error
    return target


def _set_up_page(sheet: Any, heads: Sequence[Head]) -> None:
    from openpyxl.utils import get_column_letter

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "3:3"
    sheet.freeze_panes = "C4"
    sheet.oddFooter.center.text = "Trang &P/&N"
    sheet.column_dimensions["A"].width = 6
    for place, head in enumerate(heads, 2):
        sheet.column_dimensions[get_column_letter(place)].width = max(8, head.width / 7)


def _append_rows(
    sheet: Any,
    listing: Listing,
    heads: Sequence[Head],
    title: str,
    progress: Callable[[int, int], None] | None,
) -> None:
    sheet.append([_cell(sheet, title, bold=True)])
    sheet.append([])
    sheet.append([_cell(sheet, "STT", bold=True), *(_cell(sheet, head.label, bold=True) for head in heads)])
    keys = {key: place for place, key in enumerate(listing.wanted.columns)}
    total = len(listing.ids)
    for start in range(0, total, STEP):
        if progress:
            progress(start, total)
        for number, line in enumerate(listing.lines(start, start + STEP), start + 1):
            cells = [
                _value(listing.wanted.kind, line, head, keys, first=not place) for place, head in enumerate(heads)
            ]
            sheet.append([number, *(_cell(sheet, cell) for cell in cells)])


def _value(kind: str, line: Line, head: Head, keys: dict[str, int], *, first: bool) -> str | int | Decimal | None:
    raw = [line.cells[keys[key]] for key in head.keys]
    shape = KINDS[kind].shape.by_key.get(head.keys[0])
    if len(raw) == 1 and shape is not None and shape.type in NUMBER_TYPES and isinstance(raw[0], (int, Decimal)):
        return raw[0]
    return head.show(*raw) or (line.title if first else None)


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    """A cell that stays what it is: text that begins with "=" is no formula, a number of a person no number."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=not bold, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell
