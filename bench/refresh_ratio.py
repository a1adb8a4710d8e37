"""Refreshing an edited three-page report against filling it: `python -m bench.refresh_ratio`, at most 10 ×.

The report has 60 fields and two tables of 20 rows. Since it was filled somebody wrote in it, half of its figures
changed, and of each table two rows came and two went. Reading both packages, planning, changing and writing are
counted; reading the records is not.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
import zipfile
from collections.abc import Callable

import docx

from bench.table import HEAD, tell
from reports.filling import fill_bytes
from reports.prints import Printed, PrintStamp
from reports.refresh import apply, plan_refresh

LIMIT = 10.0
ROUNDS = 60
STAMP = PrintStamp(dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC))
FIELDS, ROWS = 60, 20
WORDS = "Cấp ủy, chính quyền và các đoàn thể tập trung lãnh đạo, chỉ đạo; kết quả đạt được là"


def template() -> bytes:
    """Three pages: twenty paragraphs of three fields each, and two tables of six columns."""
    document = docx.Document()
    for paragraph in range(FIELDS // 3):
        tags = [f"{{{{ fields[{paragraph * 3 + at}] }}}}" for at in range(3)]
        document.add_paragraph(f"{WORDS} {tags[0]} hộ, {WORDS.lower()} {tags[1]} người; còn lại {tags[2]} vụ việc.")
        if paragraph in (6, 13):
            name = "first" if paragraph == 6 else "second"
            cells = ["{{ loop.index }}", *(f"{{{{ row[{at}] }}}}" for at in range(5))]
            rows = [["TT", "Đơn vị", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Ghi chú"]]
            rows += [[f"{{%tr for row in {name} %}}", *[""] * 5], cells, ["{%tr endfor %}", *[""] * 5]]
            table = document.add_table(len(rows), 6)
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def context(*, later: bool) -> dict[str, object]:
    """The records when the report was made, or later."""
    changed = 2 if later else 1000
    fields = [_printed(f"1.{at:03}" if at % changed else f"2.{at:03}", at) for at in range(FIELDS)]
    tables = [range(first + 2 * later, first + 2 * later + ROWS) for first in (100, 200)]
    rows = [
        [[_printed(f"{record}{'.5' if later and record % 2 else ''} {column}", record, f"c{column}") for column in range(5)]
         for record in table]
        for table in tables
    ]  # fmt: skip
    return {"fields": fields, "first": rows[0], "second": rows[1]}


def _printed(text: str, record: int, field: str = "words") -> Printed:
    return Printed(text, record=f"{record:032x}", field=field, what="Số liệu")


def edited(paper: bytes) -> bytes:
    """The paper with a sentence of somebody's in every second paragraph."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "word/document.xml":
                parts = content.split("Cấp ủy, ".encode())
                content = b"".join(
                    part + ("Năm qua cấp ủy, ".encode() if at % 2 else "Cấp ủy, ".encode())
                    for at, part in enumerate(parts[:-1])
                )
                content += parts[-1]
            new.writestr(info.filename, content)
    return made.getvalue()


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    source = template()
    paper = edited(fill_bytes(source, context(later=False), stamp=STAMP)[0])
    today = context(later=True)
    fresh = fill_bytes(source, today, stamp=STAMP)[0]
    acts: list[Callable[[], object]] = [
        lambda: apply(plan_refresh(paper, fresh), {}, at=STAMP.made_at),
        lambda: fill_bytes(source, today, stamp=STAMP),
    ]
    assert len(plan_refresh(paper, fresh).proposals) > FIELDS
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for act, spent in zip(acts, times, strict=True):
            spent.append(timed(act))
    print(HEAD)
    return int(not tell("refresh: report of 3 pages / fill", *times, limit=LIMIT))


if __name__ == "__main__":
    sys.exit(main())
