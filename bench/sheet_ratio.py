"""Excel files against openpyxl: `python -m bench.sheet_ratio`.

An official form of 30 × 20 cells (532 of them filled) is filled 50 times a round, ours inside its XML, the other side
as users do it: load, set each cell, save. With anchors, 392 of the values are traced to records, for which the other
side has nothing: a hidden name for each, and a line of the hidden sheet, 180 kB of XML beside the form's own 30.
A list of 100,000 × 15 is written by our own stream and by openpyxl's write-only mode with bare values; ours carries
the looks of a list ready to print. Peak memory is that of a process of its own.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.workbook.defined_name import DefinedName

from bench.table import HEAD, tell_faster
from reports.excel.list_stream import Value, write_list
from reports.excel.official_sheets import fill_official_bytes
from reports.prints import Number, Source

FORMS = 50
ROUNDS = 9
LIST_ROWS, LIST_ROUNDS = 100_000, 3
MORE_MEMORY = 1.2
SHEET = "Biểu 01"


def form() -> bytes:
    """A form of 30 × 20 with borders, fonts, number formats, heads, and a name over its 28 × 19 free cells."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    thin = Side(style="thin")
    for row in range(1, 31):
        for column in range(1, 21):
            cell = sheet.cell(row, column)
            cell.border = Border(thin, thin, thin, thin)
            cell.font = Font(name="Times New Roman", size=11, bold=row < 3)
            cell.number_format = "#,##0.00"
            if row < 3 or column == 1:
                cell.value = f"Cột {column}" if row < 3 else f"Chỉ tiêu {row}"
    book.defined_names["so_lieu"] = DefinedName("so_lieu", attr_text=f"'{SHEET}'!$B$3:$T$30")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def values(traced: bool) -> list[list[object]]:
    """28 × 19: numbers, and every fourth a text."""

    def cell(row: int, column: int) -> object:
        if not column % 4:
            return f"chữ {row} {column}"
        number = Decimal(row * column) / 4
        return Number(number, str(number), Source(f"{row * 32 + column:032x}", "value")) if traced else number

    return [[cell(row, column) for column in range(19)] for row in range(28)]


def load_fill_save(template: bytes, rows: list[list[object]]) -> None:
    book = load_workbook(io.BytesIO(template))
    sheet = book[SHEET]
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row, 2):
            sheet.cell(number, column).value = value  # type: ignore[assignment]
    book.save(io.BytesIO())


def list_rows(count: int) -> Iterator[tuple[Value, ...]]:
    for number in range(count):
        yield (
            number, f"Hộ ông Nguyễn Văn {number}", Decimal(number) / 4, "tổ dân phố số 5", "012345678901",
            "Bằng khen", "2023", 12, "ngõ 5, phố Đông", None, "có thành tích xuất sắc", "01/05/2023", "đề nghị",
            "Ủy ban nhân dân", "x",
        )  # fmt: skip


def own_list(target: Path, count: int) -> None:
    write_list(target, "Danh sách", [(f"Cột {number}", 12.5) for number in range(15)], list_rows(count))


def write_only(target: Path, count: int) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    for row in list_rows(count):
        sheet.append(row)
    book.save(target)


def timed(act: Callable[[], object], times: int) -> float:
    """Milliseconds for all of them."""
    start = time.perf_counter()
    for _ in range(times):
        act()
    return (time.perf_counter() - start) * 1000


def by_turns(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int, times: int
) -> tuple[list[float], list[float]]:
    pairs = [(timed(ours, times), timed(theirs, times)) for _ in range(rounds)]
    return [own for own, _ in pairs], [other for _, other in pairs]


def official_forms() -> bool:
    template, plain, traced = form(), values(False), values(True)
    theirs = lambda: load_fill_save(template, plain)  # noqa: E731
    kept = tell_faster(
        f"official form × {FORMS}",
        *by_turns(lambda: fill_official_bytes(template, {"so_lieu": plain}), theirs, ROUNDS, FORMS),
        least=10,
    )
    anchored = tell_faster(
        "  with 392 anchors",
        *by_turns(lambda: fill_official_bytes(template, {"so_lieu": traced}), theirs, ROUNDS, FORMS),
        least=3,
    )
    return kept and anchored


def long_list(folder: Path) -> bool:
    own, other = folder / "own.xlsx", folder / "other.xlsx"
    times = by_turns(lambda: own_list(own, LIST_ROWS), lambda: write_only(other, LIST_ROWS), LIST_ROUNDS, 1)
    return tell_faster(f"list {LIST_ROWS:,} × 15", *times, least=4)


def peak(count: int) -> int:
    """The peak memory, in kB, of a process that writes a list of so many rows; 0 where a system does not tell."""
    command = [sys.executable, "-m", "bench.sheet_ratio", str(count)]
    found = subprocess.run(
        command, cwd=Path(__file__).parent.parent, capture_output=True, encoding="utf-8", check=True
    )
    return int(found.stdout)


def tell_peak(count: int, folder: Path) -> None:
    own_list(folder / "own.xlsx", count)
    if sys.platform == "win32":
        print(0)
    else:
        import resource

        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def constant_memory() -> bool:
    few, many = peak(1_000), peak(LIST_ROWS)
    print(f"{'  its peak memory, MB':34}{many / 1024:>10.1f}{few / 1024:>10.1f}", end="")
    print(f"{many / max(few, 1):>8.2f}{MORE_MEMORY:>7.1f} ×   bare: the same with 1,000 rows", flush=True)
    return many <= few * MORE_MEMORY


def main(folder: Path) -> int:
    print(HEAD)
    kept = [official_forms(), long_list(folder), constant_memory()]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        if len(sys.argv) > 1:
            tell_peak(int(sys.argv[1]), Path(made))
        else:
            sys.exit(main(Path(made)))
