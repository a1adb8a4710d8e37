"""Báo cáo tổng kết năm: the annual report's context from what the ward did in a year, several years or a term."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from forms.choices import WORK_FIELDS
from reports.annual_report_context import (
    AnnualReport,
    Awards,
    Field,
    FigureRow,
    Outlook,
    Period,
    Results,
    Situation,
    TargetRow,
    Text,
    YearRow,
)
from reports.award_wording import award_list
from reports.figure_wording import (
    MISSING,
    claims_of,
    figure_text,
    line_body,
    line_name,
    sentences_of,
    told_time,
)
from reports.letterheads import letterhead, office_name, signature
from reports.prints import Sentence, joined
from reports.sentences import capitalised, listed, sentence
from reports.wording import Wording, traced
from reports.work_wording import (
    contribution_sentence,
    document_sentence,
    event_sentence,
    movement_passages,
    movement_title,
    practice_sentence,
    registration_sentences,
    task_sentence,
)
from ward.text import fold
from ward.year_entries import Entry
from ward.year_figures import Line, Stated
from ward.year_view import YearView

GENERAL = "Kết quả khác"
LEADERSHIP = "Công tác lãnh đạo, chỉ đạo"
MOVEMENTS = "Phong trào thi đua, các cuộc vận động"
_SITUATION = ("tinh hinh", "dac diem", "dan cu", "dia ly", "dien tich, dan so")
_STATES = {"proposed": ("proposed",), "granted": ("granted", ""), "refused": ("refused", "cancelled")}
_AHEAD = ("thoi gian toi", "nam toi", "sap toi", "tiep theo")


def annual_report(view: YearView, on: dt.date) -> AnnualReport:
    """The whole report as the template asks for it; `on` is the paper's day."""
    words = Wording(view)
    shape = _Shape(words)
    return AnnualReport(
        letterhead=letterhead(words, "BC", on),
        office=office_name(words),
        period=period_of(view),
        signature=signature(words),
        situation=_situation(words, shape),
        leading=_leading(words),
        fields=(*_leadership(words, shape), *_fields(words, shape)),
        trend_years=tuple(map(str, view.years)) if len(view.years) > 1 else (),
        trend=tuple(_trend(words)),
        awards=_awards(words),
        limits=_passages(words, "limits"),
        outlook=_outlook(words),
    )


def period_of(view: YearView) -> Period:
    """The reported time in words: a year, a term where something in it names one, else a stretch of years."""
    first, last = view.years[0], view.years[-1]
    if first == last:
        return Period(f"năm\u00a0{first}", f"năm\u00a0{first + 1}")
    if last - first + 1 != len(view.years):
        return Period(f"các năm {', '.join(map(str, view.years))}")
    term = f"T{first}/{last}"
    named = any(entry.values.get("period") == term for entry in view.entries.all())
    return Period(f"{'nhiệm kỳ' if named else 'giai đoạn'} {first}-{last}")


class _Shape:
    """Which field and movement each record of the view stands under."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        view = words.view
        self.movements = {entry.id: entry for entry in view.of("movement")}
        self.upper_tasks = {entry.id for entry in view.of("task")}

    def field(self, entry: Entry) -> str:
        """The record's own field, else that of its movement, else ""."""
        if entry.values.get("field"):
            return str(entry["field"])
        upper = self.movements.get(entry.values.get("movement") or entry.values.get("upper") or 0)
        return self.field(upper) if upper and upper.id != entry.id and not self._loops(upper) else ""

    def _loops(self, movement: Entry) -> bool:
        seen = set()
        step: Entry | None = movement
        while step is not None:
            if step.id in seen:
                return True
            seen.add(step.id)
            step = self.movements.get(step["upper"] or 0)
        return False

    def of_movement(self, kind: str, movement: Entry) -> list[Entry]:
        return [entry for entry in self.words.view.of(kind) if entry["movement"] == movement.id]


def _situation(words: Wording, shape: _Shape) -> Situation:
    view = words.view
    lines = [line for line in view.lines if is_situation(line)]
    lines += [line for unit in view.of("unit") for line in view.results_of(unit)]
    rows = [_figure_row(words, line) for line in lines if line.now]
    return Situation(_passages(words, "situation"), tuple(rows))


def is_situation(line: Line) -> bool:
    """Whether a figure tells what the ward is like, not what it did: by its group, or as information only."""
    if line.indicator is None:
        return False
    group = fold(line.indicator.group)
    return any(word in group for word in _SITUATION) or (not group and line.indicator.direction == "none")


def _figure_row(words: Wording, line: Line) -> FigureRow:
    name = line_name(words, line)
    if line.about:
        unit = words.name(line.about, words.view.day)
        name = name if fold(str(unit)) in fold(str(name)) else joined([name, " (", unit, ")"])
    told = line.now[0].first
    if len(line.now) > 1 or not line.now[0].decided:
        return FigureRow(capitalised(sentence(name)), sentence(line_body(words, line)))
    remarks = [piece for piece in (told_time(words, told), *claims_of(told)) if piece]
    return FigureRow(capitalised(sentence(name)), figure_text(told), sentence(listed(remarks, "; ", "; ")))


def _leading(words: Wording) -> tuple[Text, ...]:
    view = words.view
    themes = [joined([f"Chủ đề công tác năm {view.years[0]}: “", view.theme, "”."])] if view.theme else []
    plain = [entry for entry in _of_section(view, "results") if not entry["field"] and not entry["movement"]]
    return (*themes, *(text for entry in plain for text in words.sentences(entry, "text")))


def _leadership(words: Wording, shape: _Shape) -> Iterable[Field]:
    documents = sorted(words.view.of("document"), key=lambda entry: (entry["issued_on"] or "9", entry.id))
    passages = _passages(words, "leadership")
    if passages or documents:
        yield Field(LEADERSHIP, passages, tuple(document_sentence(words, one) for one in documents))


def _fields(words: Wording, shape: _Shape) -> Iterable[Field]:
    view = words.view
    titles = list(WORK_FIELDS)
    for title in _titles(words, shape):
        if fold(title) not in map(fold, titles):
            titles.append(title)
    for title in (*titles, ""):
        field = _field(words, shape, title)
        if field.passages or field.points or field.movements:
            yield field
    general = [entry for entry in view.of("movement") if not shape.field(entry)]
    if general:
        yield Field(MOVEMENTS, movements=tuple(_movement(words, shape, entry) for entry in _tree(general)))


def _titles(words: Wording, shape: _Shape) -> Iterable[str]:
    for line in words.view.lines:
        if line.indicator and line.indicator.group and not is_situation(line):
            yield line.indicator.group
    for entry in words.view.entries.all():
        if title := shape.field(entry):
            yield title


def _field(words: Wording, shape: _Shape, title: str) -> Field:
    view = words.view

    def mine(kind: str) -> list[Entry]:
        here = [entry for entry in view.of(kind) if fold(shape.field(entry)) == fold(title)]
        return [entry for entry in here if entry.values.get("movement") not in shape.movements]

    lines = [line for line in view.lines if not is_situation(line) and fold(_group(line)) == fold(title)]
    texts = [text for entry in _of_section(view, "results") if entry["field"] and not entry["movement"]
             and fold(entry["field"]) == fold(title) for text in words.sentences(entry, "text")]  # fmt: skip
    movements = [entry for entry in view.of("movement") if title and fold(shape.field(entry)) == fold(title)]
    return Field(
        title or GENERAL,
        tuple(texts),
        (*sentences_of(words, lines), *registration_sentences(words, mine("registration"))),
        tuple(practice_sentence(words, one) for one in mine("practice")),
        tuple(event_sentence(words, one) for one in _by_day(mine("event"))),
        _tasks(words, mine("task")),
        tuple(contribution_sentence(words, one) for one in mine("contribution")),
        movements=tuple(_movement(words, shape, one) for one in _tree(movements)),
    )


def _movement(words: Wording, shape: _Shape, movement: Entry) -> Results:
    view = words.view

    def mine(kind: str) -> list[Entry]:
        return shape.of_movement(kind, movement)

    texts = [text for entry in _of_section(view, "results") if entry["movement"] == movement.id
             for text in words.sentences(entry, "text")]  # fmt: skip
    return Results(
        movement_title(words, movement),
        (*movement_passages(words, movement), *texts),
        (*sentences_of(words, view.results_of(movement)), *registration_sentences(words, mine("registration"))),
        tuple(practice_sentence(words, one) for one in mine("practice")),
        tuple(event_sentence(words, one) for one in _by_day(mine("event"))),
        _tasks(words, mine("task")),
        tuple(contribution_sentence(words, one) for one in mine("contribution")),
    )


def _tree(movements: Sequence[Entry]) -> list[Entry]:
    """Upper movements first, each followed by what hangs under it."""
    ids = {entry.id for entry in movements}
    below: dict[int, list[Entry]] = defaultdict(list)
    for entry in movements:
        below[entry["upper"] if entry["upper"] in ids and entry["upper"] != entry.id else 0].append(entry)
    ordered: list[Entry] = []
    waiting = below[0][::-1]
    while waiting:
        entry = waiting.pop()
        ordered.append(entry)
        waiting.extend(below.pop(entry.id, [])[::-1])
    return ordered + [entry for left in below.values() for entry in left if entry not in ordered]


def _tasks(words: Wording, tasks: Sequence[Entry]) -> tuple[Sentence, ...]:
    ids = {task.id for task in words.view.of("task")}
    tops = [task for task in tasks if task["parent"] not in ids and not is_ahead(words.view, task)]
    parts: dict[int, list[Entry]] = defaultdict(list)
    for task in words.view.of("task"):
        parts[task["parent"] or 0].append(task)
    return tuple(task_sentence(words, task, parts[task.id]) for task in tops)


def is_ahead(view: YearView, task: Entry) -> bool:
    """Whether a task is an aim or a proposal for the time after the reported one."""
    times = " ".join((task["period_words"], task["due_words"]))
    if any(word in fold(times) for word in _AHEAD):
        return True
    last = str(view.years[-1])
    begins = task["period"].lstrip("@.T/<S")[:4]
    if begins and begins > last:
        return True
    return task["task_kind"] in ("muc_tieu", "de_xuat") and task["status"] not in ("done", "dropped")


def _by_day(events: Sequence[Entry]) -> list[Entry]:
    return sorted(events, key=lambda entry: (entry["held_on"] or "9999", entry.id))


def _group(line: Line) -> str:
    return line.indicator.group if line.indicator else ""


def _trend(words: Wording) -> Iterable[YearRow]:
    """Indicators of which single years were said, in a report of several."""
    years = words.view.years
    if len(years) < 2:
        return
    for line in words.view.lines:
        by_year: dict[int, Stated] = {}
        for stated in line.now:
            spoken = stated.first.speaks_of
            if len(spoken) == 1 and stated.first.period.kind in ("year", "words", "as_of"):
                by_year.setdefault(spoken[0], stated)
        if len(by_year) > 1:
            cells = tuple(figure_text(by_year[year].first) if year in by_year else MISSING for year in years)
            measure = line.indicator.measure if line.indicator else ""
            yield YearRow(capitalised(sentence(line_name(words, line))), measure, cells)


def _awards(words: Wording) -> Awards:
    awards = words.view.of("award")
    by_state = {name: [award for award in awards if award["state"] in states] for name, states in _STATES.items()}
    lists = {name: award_list(words, found, name) for name, found in by_state.items() if found}
    return Awards(_passages(words, "awards"), **lists)


def _outlook(words: Wording) -> Outlook:
    view = words.view
    tasks = tuple(task_sentence(words, task) for task in view.of("task") if is_ahead(view, task))
    lines = [line for line in (*view.lines, *(line for told in view.results.values() for line in told)) if line.next]
    rows = tuple(_target(words, line) for line in lines)
    return Outlook((*_passages(words, "directions"), *_passages(words, "proposals")), tasks, rows)


def _target(words: Wording, line: Line) -> TargetRow:
    targets = listed([figure_text(told) for told in line.next[0].told], " hoặc ")
    actual = listed([figure_text(told) for told in line.now[0].told], " hoặc ") if line.now else MISSING
    period = line.next[0].first.period
    time = "" if period.code == str(words.view.years[-1] + 1) else told_time(words, line.next[0].first)
    name = capitalised(sentence(line_name(words, line)))
    measure = traced(line.indicator.measure, line.indicator.uid, "measure", "indicator") if line.indicator else ""
    return TargetRow(name, measure, sentence(actual), sentence(targets), time)


def _of_section(view: YearView, section: str) -> list[Entry]:
    found = [entry for entry in view.of("passage") if entry["section"] == section]
    found.sort(key=lambda entry: (entry["place_in_section"] is None, entry["place_in_section"] or 0, entry.id))
    return found


def _passages(words: Wording, section: str) -> tuple[Text, ...]:
    return tuple(text for entry in _of_section(words.view, section) for text in words.sentences(entry, "text"))
