"""One sheet of an Excel template made into a program: its rows as models, its tags as what to put where."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from reports.excel.heights import RowHeights, TextStyle
from reports.excel.references import shifted
from reports.excel.rows import CellModel, RowModel
from reports.excel.xml import S_NS, column_number, s, split_address
from reports.language import Act, Program
from reports.tags import Tag, has_tags, pair_blocks, split_tags
from ward.errors import UserError

MAX_ROWS = 5_000
_DECLARATION = re.compile(r' xmlns(?::\w+)?="[^"]*"')


@dataclass(frozen=True)
class SheetModel:
    """A sheet of a template, compiled: the rows that are printed, and the program that prints them."""

    title: str
    part: str
    rows: tuple[RowModel, ...]
    literals: tuple[str, ...]
    program: Program
    heights: RowHeights
    height: int  # how many rows the template has, commands counted

    def value_styles(self) -> set[int]:
        """The styles of the cells that values are put in."""
        return {cell.style for row in self.rows for cell in row.cells if cell.filled}


def compile_sheet(
    title: str, part: str, root: etree._Element, strings: Sequence[str], styles: dict[int, TextStyle]
) -> SheetModel | None:
    """The sheet as a program, or None when it has no tags.

    A row that holds {%tr … %} tags is such a command only and does not appear itself; the rows up to the
    closing tag are repeated or left out. Raises UserError, with the cell, for tags that are wrong.
    """
    if root.nsmap.get(None) != S_NS:
        raise UserError("Tệp mẫu Excel này không theo kiểu thường. Hãy mở nó bằng Excel và lưu lại kiểu .xlsx.")
    rows = _with_gaps_filled(root, title)
    if not any(has_tags(_text(cell, strings)) for row in rows for cell in row.iter(s("c"))):
        return None
    pieces: list[Tag | Act] = []
    models: list[RowModel] = []
    literals: list[str] = []
    masters = shared_formulas(root)
    seen: Counter[str] = Counter()
    for row in rows:
        tags = [found for cell in row.iter(s("c")) for found in _cell_tags(title, cell, strings)]
        commands = [tag for tag in tags if isinstance(tag, Tag) and tag.level == "tr"]
        if commands:
            pieces.extend(_only_commands(tags))
            continue
        pieces.extend(_row_program(title, row, strings, len(models), literals))
        models.append(_row_model(row, strings, masters, seen))
    pair_blocks([piece for piece in pieces if isinstance(piece, Tag)])
    return SheetModel(
        title, part, tuple(models), tuple(literals), Program(pieces), RowHeights(root, styles), len(rows)
    )


def _with_gaps_filled(root: etree._Element, title: str) -> list[etree._Element]:
    data = root.find(s("sheetData"))
    written = {int(row.get("r") or 0): row for row in ([] if data is None else data)}
    last = max(written, default=0)
    if last > MAX_ROWS:
        raise UserError(f"Trang tính “{title}” của tệp mẫu có quá nhiều dòng. Hãy xóa các dòng thừa ở cuối trang.")
    return [written[n] if n in written else etree.Element(s("row"), {"r": str(n)}) for n in range(1, last + 1)]


def _text(cell: etree._Element, strings: Sequence[str]) -> str:
    if cell.get("t") == "s":
        return strings[int(cell.findtext(s("v")) or 0)]
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(s("t")))
    return ""


def _cell_tags(title: str, cell: etree._Element, strings: Sequence[str]) -> list[str | Tag]:
    text = _text(cell, strings)
    place = f"trang tính “{title}”, ô {cell.get('r')}"
    return list(split_tags(text, place)) if has_tags(text) else []


def _only_commands(tags: Sequence[str | Tag]) -> list[Tag]:
    commands = [tag for tag in tags if isinstance(tag, Tag) and tag.kind != "comment"]
    for tag in commands:
        if tag.level != "tr":
            raise tag.error("Dòng có thẻ {%tr … %} chỉ là lệnh và không được in, nên không được có thẻ khác.")
    return commands


def _row_program(
    title: str, row: etree._Element, strings: Sequence[str], number: int, literals: list[str]
) -> list[Tag | Act]:
    """The tags and acts that put a row's values, cell by cell, and then end the row."""
    program: list[Tag | Act] = []
    for index, cell in enumerate(row.iter(s("c"))):
        inside: list[Tag | Act] = []
        for piece in _cell_tags(title, cell, strings):
            if isinstance(piece, str):
                literals.append(piece)
                inside.append(Act("put_text", (len(literals) - 1, index)))
            elif piece.kind == "value":
                inside.append(replace(piece, slot=index))
            elif piece.level in ("p", "tc"):
                raise piece.error("Trong Excel chỉ dùng thẻ {%tr … %} cho cả dòng, hoặc {% … %} trong một ô.")
            elif piece.kind == "block":
                inside.append(piece)
        pair_blocks([piece for piece in inside if isinstance(piece, Tag)])
        program.extend(inside)
    program.append(Act("end_row", (number,)))
    return program


def _row_model(
    row: etree._Element, strings: Sequence[str], masters: dict[str, tuple[str, str]], seen: Counter[str]
) -> RowModel:
    kept = ("ht", "customHeight", "hidden", "outlineLevel", "s", "customFormat", "collapsed")
    attributes = "".join(f' {name}="{row.get(name)}"' for name in kept if row.get(name) is not None)
    cells = tuple(_cell_model(cell, strings, masters) for cell in row.iter(s("c")))
    typed = "\x1f".join(_text(cell, strings) for cell in row.iter(s("c")))
    digest = hashlib.blake2s(typed.encode(), digest_size=6).hexdigest()
    seen[digest] += 1
    return RowModel(int(row.get("r") or 0), attributes, cells, f"{digest}.{seen[digest]}")


def _cell_model(cell: etree._Element, strings: Sequence[str], masters: dict[str, tuple[str, str]]) -> CellModel:
    column, _ = split_address(cell.get("r") or "")
    style = int(cell.get("s") or 0)
    formula = full_formula(cell, masters)
    filled = has_tags(_text(cell, strings))
    children = "".join(_bare(child) for child in cell)
    kind = f' t="{cell.get("t")}"' if cell.get("t") else ""
    return CellModel(column, style, filled, formula, "" if formula or filled else f"{kind}>{children}")


def _bare(element: etree._Element) -> str:
    return _DECLARATION.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def shared_formulas(root: etree._Element) -> dict[str, tuple[str, str]]:
    """The formulas that several cells of a sheet share, by their number: the cell of each, and its text."""
    return {
        formula.get("si") or "": (cell.get("r") or "", formula.text)
        for cell in root.iter(s("c"))
        for formula in cell.iter(s("f"))
        if formula.get("t") == "shared" and formula.text
    }


def full_formula(cell: etree._Element, masters: dict[str, tuple[str, str]]) -> str:
    """A cell's formula in full, "" where it has none; `masters`: those that cells share."""
    formula = cell.find(s("f"))
    if formula is None:
        return ""
    if formula.text:
        return formula.text
    origin, text = masters.get(formula.get("si") or "", (cell.get("r") or "", ""))
    (from_column, from_row), (to_column, to_row) = split_address(origin), split_address(cell.get("r") or "")
    return shifted(text, column_number(to_column) - column_number(from_column), to_row - from_row)
