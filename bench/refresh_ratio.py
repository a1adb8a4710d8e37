"""Refreshing an edited three-page report against filling it: `python -m bench.refresh_ratio`, at most 10 ×.

The report is that of the filling bench, as Word and LibreOffice save it: without the part stylesWithEffects. Since
it was filled somebody wrote a sentence into every second paragraph, a quarter of its figures changed, and of each
table a row came and one went. Reading the packages, planning, changing and writing are counted; reading the records
is not. Both sides take turns and work in memory, so that no disk comes between; counted is the processor's time.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import time
import zipfile
from collections.abc import Callable

from bench.fill_templates import template
from bench.fill_workloads import REPORT
from bench.table import HEAD, tell
from reports.prints import PrintStamp
from reports.refreshing.refresh import apply, plan_refresh
from reports.word.filling import fill_bytes

LIMIT = 10.0
ROUNDS = 60
STAMP = PrintStamp(dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC))
_OLD_STYLES = "word/stylesWithEffects.xml"
_BEGINNING = "Thực hiện Kế hoạch".encode()


def printed() -> dict[str, object]:
    """The records when the report was made."""
    return {**REPORT.fields(), **{name: rows[:-1] for name, rows in REPORT.lists().items()}}


def today() -> dict[str, object]:
    """A quarter of the figures are others, a row of each table is gone and one is new."""
    later = REPORT.fields(1000)
    fields = {name: value if at % 4 else later[name] for at, (name, value) in enumerate(REPORT.fields().items())}
    lists = {}
    for name, rows in REPORT.lists().items():
        others = REPORT.lists(500)[name]
        lists[name] = [row if at % 4 else other for at, (row, other) in enumerate(zip(rows, others, strict=True))][1:]
    return {**fields, **lists}


def edited(paper: bytes) -> bytes:
    """The paper with a sentence of somebody's at the beginning of every second paragraph."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == _OLD_STYLES:
                continue
            if info.filename in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
                content = re.sub(rb"<[^<>]*stylesWithEffects[^<>]*/>", b"", content)
            if info.filename == "word/document.xml":
                first, *rest = content.split(_BEGINNING)
                typed = ("Câu này do tôi viết. ".encode() if at % 2 else b"" for at in range(len(rest)))
                content = first + b"".join(one + _BEGINNING + part for one, part in zip(typed, rest, strict=True))
            new.writestr(info.filename, content)
    return made.getvalue()


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of the processor."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def main() -> int:
    source, records = template(REPORT, "tags"), today()
    paper = edited(fill_bytes(source, printed(), stamp=STAMP)[0])
    fresh = fill_bytes(source, records, stamp=STAMP)[0]
    acts: list[Callable[[], object]] = [
        lambda: apply(plan_refresh(paper, fresh), {}, at=STAMP.made_at),
        lambda: fill_bytes(source, records, stamp=STAMP),
    ]
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for act, spent in zip(acts, times, strict=True):
            spent.append(timed(act))
    print(HEAD)
    return int(not tell("refresh: report of 3 pages / fill", *times, limit=LIMIT))


if __name__ == "__main__":
    sys.exit(main())
