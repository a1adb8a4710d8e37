"""Where values go in an official form: its defined names, or addresses that the office keeps, as cells and ranges."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from reports.excel.references import sheet_name
from reports.excel.xml import column_number, s
from ward.errors import UserError

MAX_CELLS = 1_000_000
"""A larger range than any form has."""
_AREA = re.compile(
    r"(?P<sheet>'(?:[^']|'')+'|[^'!]+)!\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[1-9]\d{0,6})"
    r"(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[1-9]\d{0,6}))?\Z"
)


@dataclass(frozen=True)
class Area:
    """A cell or range of a sheet; columns and rows count from 1."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top + 1

    @property
    def size(self) -> int:
        """How many cells it has."""
        return self.height * (self.right - self.left + 1)


def named_areas(book: etree._Element) -> dict[str, Area]:
    """The names of the form that name one cell or range (no print areas, no names of ours), in order.

    A name that several sheets have, each its own, is “name” and then “name@sheet”.
    """
    found = {}
    for entry in book.iter(s("definedName")):
        name = entry.get("name") or ""
        area = read_area(entry.text or "")
        if area and not name.startswith(("_xlnm.", "_sv")):
            found[f"{name}@{area.sheet}" if name in found else name] = area
    return found


def read_area(written: str) -> Area | None:
    """“Biểu 1!C5:F20” as an area, with or without quotes and `$`; None for anything else."""
    read = _AREA.match(written)
    if read is None:
        return None
    columns = sorted(column_number(letters) for letters in (read["left"], read["right"] or read["left"]))
    rows = sorted(int(row) for row in (read["top"], read["bottom"] or read["top"]))
    return Area(sheet_name(read["sheet"]), columns[0], rows[0], columns[1], rows[1])


class Places:
    """Finds the area of a name: the office's own addresses first, then the names of the form."""

    def __init__(self, named: Mapping[str, Area], own: Mapping[str, str], sheets: Mapping[str, str]) -> None:
        """`own`: addresses by name; `sheets`: the part of each sheet. Raises UserError for a wrong address."""
        self._areas = dict(named)
        self._sheets = sheets
        for name, written in own.items():
            area = read_area(written)
            if area is None:
                raise UserError(
                    f"Địa chỉ “{written}” của “{name}” chưa đúng. Hãy viết như: Biểu 1!C5 hay Biểu 1!C5:F20."
                )
            self._areas[name] = area
        self._keys = {name.casefold(): name for name in self._areas}  # Excel's names know no capitals

    def __getitem__(self, name: str) -> Area:
        """Raises UserError, with the nearest name that there is, when the form has no such name or sheet."""
        found = self._keys.get(name.casefold())
        if found is None:
            raise UserError(f"Biểu không có ô hay vùng nào tên “{name}”.{_nearest(name, self._areas)}")
        area = self._areas[found]
        if area.sheet not in self._sheets:
            raise UserError(
                f"Biểu không có trang tính “{area.sheet}” (của “{name}”).{_nearest(area.sheet, self._sheets)}"
            )
        if area.size > MAX_CELLS:
            raise UserError(f"Vùng “{name}” của biểu quá lớn. Hãy đặt lại tên cho đúng các ô cần điền.")
        return area


def _nearest(name: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return (
        f" Có phải là “{near[0]}” không?" if near else " Hãy xem lại tên trong Excel (Công thức → Trình quản lý tên)."
    )
