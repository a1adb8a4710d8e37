"""Báo cáo tổng kết năm: the annual report's context from what the ward did in a year, several years or a term."""

import datetime as dt
from collections.abc import Iterable

from reports.prints import joined
from reports.wording.award_wording import award_list
from reports.wording.figure_wording import MISSING, claims_of, figure_text, line_body, line_key, line_name, told_time
from reports.wording.letterheads import letterhead, office_name, signature
from reports.wording.movement_wording import theme_sentence
from reports.wording.sentences import Piece, capitalised, keyed, listed, sentence
from reports.wording.wording import Wording, traced
from reports.wording.work_wording import task_sentence
from reports.yearly.annual_report_context import (
    AnnualReport,
    Awards,
    FigureRow,
    Outlook,
    Period,
    Situation,
    TargetRow,
    Text,
    YearRow,
)
from reports.yearly.year_results import Standing, is_ahead, is_situation, passages_of, report_fields
from ward.text import fold
from ward.year_figures import Line, Stated
from ward.year_view import YearView

_STATES = {"proposed": ("proposed",), "granted": ("granted",), "refused": ("refused", "cancelled")}


def annual_report(view: YearView, on: dt.date) -> AnnualReport:
    """The whole report as the template asks for it; `on` is the paper's day."""
    words = Wording(view)
    standing = Standing(words)
    return AnnualReport(
        letterhead=letterhead(words, "BC", on),
        office=office_name(words),
        period=period_of(view),
        signature=signature(words),
        situation=_situation(words),
        leading=tuple(_leading(words, standing)),
        fields=tuple(report_fields(words, standing)),
        trend_years=tuple(map(str, view.years)) if len(view.years) > 1 else (),
        trend=tuple(_trend(words)),
        awards=_awards(words),
        strengths=passages_of(words, "strengths"),
        limits=passages_of(words, "limits"),
        lessons=passages_of(words, "lessons"),
        outlook=_outlook(words, standing),
        proposals=(*passages_of(words, "proposals"), *_ahead(words, standing, proposed=True)),
    )


def period_of(view: YearView) -> Period:
    """The reported time in words: a year, a term where something in it names one, else a stretch of years."""
    first, last = view.years[0], view.years[-1]
    if first == last:
        return Period(f"năm\u00a0{first}", f"năm\u00a0{first + 1}")
    if last - first + 1 != len(view.years):
        return Period(f"các năm {', '.join(map(str, view.years))}")
    named = any(entry.values.get("period") == f"T{first}/{last}" for entry in view.entries.all())
    return Period(f"{'nhiệm kỳ' if named else 'giai đoạn'} {first}-{last}")


def _situation(words: Wording) -> Situation:
    view = words.view
    lines = [line for line in view.lines if is_situation(line)]
    members = [entry for kind in ("unit", "person", "household") for entry in view.of(kind)]
    lines += [line for entry in members for line in view.results_of(entry)]
    rows = tuple(_figure_row(words, line) for line in lines if line.now)
    return Situation(passages_of(words, "situation"), rows)


def _figure_row(words: Wording, line: Line) -> FigureRow:
    name: Piece = line_name(words, line)
    if line.about and not words.is_keeper(line.about):
        unit = words.name(line.about, words.view.day)
        name = name if fold(str(unit)) in fold(str(name)) else joined([name, " (", unit, ")"])
    shown = keyed(line_key(words, line), capitalised(sentence(name)))
    told = line.now[0].first
    if len(line.now) > 1 or not line.now[0].decided:
        return FigureRow(shown, sentence(line_body(words, line)))
    remarks = [piece for piece in (told_time(words, told), *claims_of(told)) if piece]
    return FigureRow(shown, figure_text(told), sentence(listed(remarks, "; ", "; ")))


def _leading(words: Wording, standing: Standing) -> Iterable[Text]:
    """What opens section II: the themes of the year, and the office's words that belong to no field."""
    view = words.view
    if view.theme:
        theme = traced(view.theme, view.theme_of, "theme", "year")
        yield joined([f"Chủ đề công tác năm {view.years[0]}: “", theme, "”."])
    for movement in view.of("movement"):
        same = fold(movement["name"]) == fold(view.theme) and not movement["organiser_words"]
        told = same and (movement["organiser"] is None or words.is_keeper(movement["organiser"]))
        if standing.is_bare_theme(movement) and not told:
            yield theme_sentence(words, movement)
    for passage in standing.in_field("passage", ""):
        yield from words.sentences(passage, "text")


def _trend(words: Wording) -> Iterable[YearRow]:
    """Indicators of which single years were said, in a report of several."""
    years = words.view.years
    for line in words.view.lines if len(years) > 1 else ():
        by_year: dict[int, Stated] = {}
        for stated in line.now:
            spoken = stated.first.speaks_of
            if len(spoken) == 1 and stated.first.period.kind in ("year", "words", "as_of"):
                by_year.setdefault(spoken[0], stated)
        if len(by_year) > 1:
            cells = tuple(figure_text(by_year[year].first) if year in by_year else MISSING for year in years)
            yield YearRow(_row_name(words, line), _measure(line), cells)


def _awards(words: Wording) -> Awards:
    awards = words.view.of("award")
    by_state = {name: [award for award in awards if award["state"] in states] for name, states in _STATES.items()}
    lists = {name: award_list(words, found) for name, found in by_state.items() if found}
    return Awards(passages_of(words, "awards"), **lists)


def _outlook(words: Wording, standing: Standing) -> Outlook:
    rows = tuple(_target(words, line) for line in words.view.all_lines() if line.next)
    return Outlook(passages_of(words, "directions"), tuple(_ahead(words, standing, proposed=False)), rows)


def _ahead(words: Wording, standing: Standing, *, proposed: bool) -> Iterable[Text]:
    """The tasks of the time to come: those that are proposed to others, or those the ward sets itself."""
    nested = {part.id for parts in standing.parts.values() for part in parts}
    for task in words.view.of("task"):
        if (task["task_kind"] == "de_xuat") is proposed and task.id not in nested and is_ahead(words.view, task):
            yield task_sentence(words, task, standing.parts)


def _target(words: Wording, line: Line) -> TargetRow:
    target = line.next[0]
    actual: Piece = listed([figure_text(told) for told in line.now[0].told], " hoặc ") if line.now else ""
    if not actual and target.first.figure.state == "known":
        actual = MISSING
    time = "" if target.first.period.code == str(words.view.years[-1] + 1) else told_time(words, target.first)
    asked = listed([figure_text(told) for told in target.told], " hoặc ")
    return TargetRow(_row_name(words, line), _measure(line), sentence(actual), sentence(asked), time)


def _row_name(words: Wording, line: Line) -> Text:
    return keyed(line_key(words, line), capitalised(sentence(line_name(words, line))))


def _measure(line: Line) -> str:
    return traced(line.indicator.measure, line.indicator.uid, "measure", "indicator") if line.indicator else ""
