"""The values of a range laid over its cells: rows and columns, merged cells, and what does not fit."""

from collections.abc import Iterator, Sequence

from lxml import etree

from reports.excel.official_places import MAX_CELLS, Area
from reports.excel.xml import column_letters, column_number, s, split_address
from reports.prints import Sentence
from ward.errors import UserError


class Merges:
    """The merged cells of a sheet: which cells lie under another."""

    def __init__(self, root: etree._Element) -> None:
        self._owners: dict[tuple[int, int], tuple[int, int]] = {}
        spread = 0
        for merge in root.iterfind(f"{s('mergeCells')}/{s('mergeCell')}"):
            start, _, end = (merge.get("ref") or "").partition(":")
            (left, top), (right, bottom) = split_address(start), split_address(end or start)
            spread += (bottom - top + 1) * (column_number(right) - column_number(left) + 1)
            if spread > MAX_CELLS:
                raise UserError("Biểu có ô gộp quá rộng. Hãy bỏ gộp các ô thừa trong Excel rồi thử lại.")
            for row in range(top, bottom + 1):
                for column in range(column_number(left), column_number(right) + 1):
                    self._owners[row, column] = (top, column_number(left))

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """The cell that shows what stands at this place."""
        return self._owners.get((row, column), (row, column))

    def is_one(self, area: Area) -> bool:
        """Whether an area is one cell, merged or not."""
        return self.owner(area.bottom, area.right) == (area.top, area.left)

    def columns(self, area: Area, row: int) -> list[int]:
        """The columns of an area that show something of their own in a row."""
        columns = range(area.left, area.right + 1)
        if not self._owners:
            return list(columns)
        return [column for column in columns if self.owner(row, column) == (row, column)]

    def rows(self, area: Area) -> list[int]:
        """The rows of an area that show something of their own."""
        return [row for row in range(area.top, area.bottom + 1) if self.columns(area, row)]


def rows_of(name: str, area: Area, value: object, merges: Merges) -> Iterator[tuple[int, int, object]]:
    """Each value with the row and column of its cell. Raises UserError for more than the range can take."""
    if not is_list(value):
        if (not merges.is_one(area) and area.left != area.right) or (not merges.is_one(area) and area.height > 1):
            raise UserError(
                f"“{name}” là một vùng nhiều ô của biểu nên cần danh sách các dòng, không phải một giá trị."
            )
        yield *merges.owner(area.top, area.left), value
        return
    rows = as_rows(value, area)
    places = merges.rows(area)
    if len(rows) > len(places):
        raise UserError(
            f"Vùng “{name}” của biểu chỉ có {len(places)} dòng mà có {len(rows)} dòng số liệu. "
            "Hãy chèn thêm dòng vào biểu, hoặc cho phép chương trình chèn dòng."
        )
    for row, values in zip(places, rows, strict=False):
        columns = merges.columns(area, row)
        if len(values) > len(columns):
            raise UserError(
                f"Dòng {row} của vùng “{name}” chỉ có {len(columns)} ô "
                f"(từ cột {column_letters(area.left)}) mà có {len(values)} giá trị. Hãy xem lại số cột."
            )
        for column, one in zip(columns, values, strict=False):
            yield row, column, one


def is_list(value: object) -> bool:
    """Whether a value is a list of values or rows."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, Sentence))


def as_rows(value: object, area: Area) -> list[Sequence[object]]:
    """The rows of a list: of a range of one row or column a plain list of values will do."""
    assert isinstance(value, Sequence)
    if all(is_list(row) for row in value):
        return list(value)
    return [list(value)] if area.height == 1 else [row if is_list(row) else [row] for row in value]
