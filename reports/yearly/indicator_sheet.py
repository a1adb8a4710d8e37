"""Biểu chỉ tiêu: the indicator sheet's context, exact numbers beside their words, with the source of each."""

import datetime as dt
from collections.abc import Iterable, Sequence

from reports.prints import joined
from reports.wording.letterheads import letterhead, signature
from reports.wording.sentences import keyed
from reports.wording.wording import Wording
from reports.yearly.indicator_columns import Column, blocks
from reports.yearly.indicator_rows import Sources, row_of
from reports.yearly.indicator_sheet_context import IndicatorGroup, IndicatorSheet
from reports.yearly.year_results import Standing, is_situation
from ward.text import fold
from ward.year_figures import Line
from ward.year_view import YearView

OTHERS = "Số liệu khác"
SITUATION = "Đặc điểm, tình hình"
_ROMAN = (("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def indicator_sheet(view: YearView, on: dt.date) -> IndicatorSheet:
    """The whole sheet as the template asks for it; `on` is the paper's day."""
    words = Wording(view)
    sources = Sources(words)
    first, last = view.years[0], view.years[-1]
    time = f"năm {first}" if first == last else f"giai đoạn {first}-{last}"
    groups = tuple(_groups(words, sources))
    return IndicatorSheet(
        letterhead=letterhead(words, "BC", on),
        title=f"BIỂU CHỈ TIÊU {time.upper()}",
        subtitle=joined(["(Kèm theo Báo cáo tổng kết công tác ", time, ")"]),
        last_year_head=f"Thực hiện năm {first - 1}" if first == last else "Thực hiện năm trước",
        plan_head=f"Kế hoạch {time}" if first == last else "Kế hoạch",
        actual_head=f"Thực hiện {time}" if first == last else "Thực hiện",
        signature=signature(words),
        groups=groups,
        sources=tuple(sources.rows),
    )


def _groups(words: Wording, sources: Sources) -> Iterable[IndicatorGroup]:
    """The groups of each block, in the order in which the report tells of them."""
    titles = [fold(title) for title in Standing(words).titles]
    number = 0
    for title, columns in blocks(words.view):
        by_group: dict[str, list[Column]] = {}
        for column in columns:
            by_group.setdefault(fold(_group_of(column.line)), []).append(column)
        for _, found in sorted(by_group.items(), key=lambda item: _place(item[1][0].line, titles)):
            number += 1
            name = _group_of(found[0].line)
            rows = tuple(row_of(words, sources, place, column) for place, column in enumerate(found, 1))
            shown = f"{title} – {name}" if title else name
            yield IndicatorGroup(roman(number), keyed(fold(shown), shown), rows)


def _group_of(line: Line) -> str:
    group = line.indicator.group if line.indicator else ""
    return group or (SITUATION if is_situation(line) else OTHERS)


def _place(line: Line, titles: Sequence[str]) -> tuple[int, int]:
    """Where a line's group stands: the ward's situation, the fields of the report, other groups, none."""
    group = fold(line.indicator.group) if line.indicator else ""
    if is_situation(line):
        return 0, 0
    if group in titles:
        return 1, titles.index(group)
    return (2, 0) if group else (3, 0)


def roman(number: int) -> str:
    """“XIV”, as groups of a table are numbered."""
    written = ""
    for letters, value in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written
