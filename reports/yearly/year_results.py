"""What was done, by field and by movement: which record stands where, and the sentences that come of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from forms.choices import PASSAGE_SECTIONS, WORK_FIELDS
from reports.prints import Sentence
from reports.wording.figure_wording import sentences_of
from reports.wording.movement_wording import THEME, movement_passages, movement_title
from reports.wording.wording import Wording
from reports.wording.work_wording import (
    OWN_LEVELS,
    contribution_sentence,
    document_sentence,
    event_sentence,
    practice_sentence,
    registration_sentences,
    task_sentence,
)
from reports.yearly.annual_report_context import Field, Results
from ward.text import fold
from ward.year_entries import Entry
from ward.year_figures import Line
from ward.year_view import YearView

LEADERSHIP = "Công tác lãnh đạo, chỉ đạo"
MOVEMENTS = "Phong trào thi đua, các cuộc vận động"
ALL_WORK = "Kết quả thực hiện nhiệm vụ"
OTHER_WORK = "Các mặt công tác khác"
_SITUATION = ("tinh hinh", "dac diem", "dan cu", "dia ly")
_AHEAD = ("thoi gian toi", "nam toi", "sap toi", "tiep theo")
_WORK = ("practice", "event", "task", "contribution", "registration")


class Standing:
    """Where each record of a view stands in the report: under a movement, in a field, or in none."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.view = words.view
        self.movements = {entry.id: entry for entry in self.view.of("movement")}
        self.parts = parts_of(self.view.of("task"))
        self._own: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._below: dict[tuple[str, int], list[Entry]] = defaultdict(list)
        self._lines: dict[str, list[Line]] = defaultdict(list)
        self.titles = list(WORK_FIELDS)
        self._sort_records()
        self._sort_lines()

    def in_field(self, kind: str, title: str) -> list[Entry]:
        """The records of a kind in a field that stand under no movement."""
        return self._own[kind, fold(title)]

    def under(self, kind: str, movement: Entry) -> list[Entry]:
        """The records of a kind under a movement."""
        return self._below[kind, movement.id]

    def lines(self, title: str) -> list[Line]:
        """The figures of a field that tell what was done."""
        return self._lines[fold(title)]

    def field(self, entry: Entry) -> str:
        """A record's field: its own, else that of its movement or the one above, else none."""
        seen: set[int] = set()
        step: Entry | None = entry
        while step is not None and step.id not in seen:
            seen.add(step.id)
            if step["field"]:
                return str(step["field"])
            step = self.movements.get(step.values.get("movement") or step.values.get("upper") or 0)
        return ""

    def _sort_records(self) -> None:
        nested = {part.id for parts in self.parts.values() for part in parts}
        for kind in (*_WORK, "passage", "movement"):
            for entry in self.view.of(kind):
                if kind == "task" and (entry.id in nested or is_ahead(self.view, entry)):
                    continue
                if kind == "passage" and section_of(entry) != "results":
                    continue
                if entry.values.get("movement") in self.movements:
                    self._below[kind, entry["movement"]].append(entry)
                else:
                    title = self.field(entry)
                    self._own[kind, fold(title)].append(entry)
                    self._know(title)

    def _sort_lines(self) -> None:
        for line in self.view.lines:
            if not is_situation(line):
                title = line.indicator.group if line.indicator else ""
                self._lines[fold(title)].append(line)
                self._know(title)

    def _know(self, title: str) -> None:
        if title and fold(title) not in map(fold, self.titles):
            self.titles.append(title)

    def is_bare_theme(self, movement: Entry) -> bool:
        """Whether a movement is but the theme of a year, with nothing reported under it."""
        beneath = any(self.under(kind, movement) for kind in (*_WORK, "passage"))
        told = movement["summary"] or movement["goal"] or self.view.results_of(movement)
        return movement["movement_kind"] == THEME and not beneath and not told


def report_fields(words: Wording, standing: Standing) -> Iterable[Field]:
    """The fields of section II: leadership, the fields of work, movements of no field, everything else."""
    leadership = Field(LEADERSHIP, passages_of(words, "leadership"), tuple(_documents(words)))
    if leadership.passages or leadership.figures:
        yield leadership
    named = [field for title in standing.titles if _has_content(field := _field(standing, title))]
    yield from named
    general = [one for one in standing.in_field("movement", "") if not standing.is_bare_theme(one)]
    if general:
        yield Field(MOVEMENTS, movements=tuple(_movement(standing, one) for one in tree(general)))
    rest = _field(standing, "", OTHER_WORK if named else ALL_WORK)
    if _has_content(rest):
        yield rest


def is_situation(line: Line) -> bool:
    """Whether a figure tells what the ward is like, not what it did: by its group, or as information only."""
    if line.indicator is None:
        return False
    group = fold(line.indicator.group)
    return any(word in group for word in _SITUATION) or (not group and line.indicator.direction == "none")


def is_ahead(view: YearView, task: Entry) -> bool:
    """Whether a task is an aim or a proposal for the time after the reported one."""
    times = fold(" ".join((task["period_words"], task["due_words"])))
    begins = task["period"].lstrip("@.T/<S")[:4]
    if any(word in times for word in _AHEAD) or begins > str(view.years[-1]):
        return True
    return task["task_kind"] in ("muc_tieu", "de_xuat") and task["status"] not in ("done", "dropped")


def parts_of(tasks: Sequence[Entry]) -> dict[int, list[Entry]]:
    """The parts of each task among these, by the task they are part of; a ring of parts is cut open."""
    above = {task.id: task["parent"] for task in tasks}
    parts: dict[int, list[Entry]] = defaultdict(list)
    for task in tasks:
        seen, step = {task.id}, task["parent"]
        while step in above and step not in seen:
            seen.add(step)
            step = above[step]
        if task["parent"] in above and not (step in seen and task.id == min(seen)):
            parts[task["parent"]].append(task)
    return dict(parts)


def section_of(passage: Entry) -> str:
    """The section that a passage is for; what names none tells of results."""
    return passage["section"] if passage["section"] in PASSAGE_SECTIONS else "results"


def passages_of(words: Wording, section: str) -> tuple[Sentence, ...]:
    """The office's own paragraphs for a section, those of the ward itself before those of its units."""
    found = [entry for entry in words.view.of("passage") if section_of(entry) == section]
    found.sort(key=lambda entry: _order(words, entry))
    return tuple(text for entry in found for text in _paragraphs(words, entry))


def tree(movements: Sequence[Entry]) -> list[Entry]:
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
    known = {entry.id for entry in ordered}
    return ordered + [entry for entry in movements if entry.id not in known]


def _field(standing: Standing, title: str, shown: str = "") -> Field:
    words = standing.words
    found = _work(standing, lambda kind: standing.in_field(kind, title), standing.lines(title))
    movements = [one for one in standing.in_field("movement", title) if title and not standing.is_bare_theme(one)]
    plain = sorted(standing.in_field("passage", title) if title else (), key=lambda one: _order(words, one))
    texts = tuple(text for entry in plain for text in _paragraphs(words, entry))
    return Field(shown or title, texts, *found, movements=tuple(_movement(standing, one) for one in tree(movements)))


def _movement(standing: Standing, movement: Entry) -> Results:
    words = standing.words
    found = _work(standing, lambda kind: standing.under(kind, movement), standing.view.results_of(movement))
    texts = [text for entry in standing.under("passage", movement) for text in _paragraphs(words, entry)]
    return Results(movement_title(words, movement), (*movement_passages(words, movement), *texts), *found)


_Said = tuple[Sentence, ...]


def _work(
    standing: Standing, mine: Callable[[str], list[Entry]], lines: Sequence[Line]
) -> tuple[_Said, _Said, _Said, _Said, _Said]:
    """The sentences of figures, practices, events, tasks and contributions."""
    words = standing.words
    held = [event for event in mine("event") if event["event_kind"] != "tin_bai"]  # an article is no event
    events = sorted(held, key=lambda entry: (entry["held_on"] or "9999", entry.id))
    return (
        (*sentences_of(words, lines), *registration_sentences(words, mine("registration"))),
        tuple(practice_sentence(words, one) for one in mine("practice")),
        tuple(event_sentence(words, one) for one in events),
        tuple(task_sentence(words, one, standing.parts) for one in mine("task")),
        tuple(contribution_sentence(words, one) for one in mine("contribution")),
    )


def _documents(words: Wording) -> Iterable[Sentence]:
    """The documents of the years; what others decided on an award is cited with the award, and no task."""
    granting = {award["decision"] for award in words.view.of("award")}
    for document in sorted(words.view.of("document"), key=lambda entry: (entry["issued_on"] or "9999", entry.id)):
        if document.id not in granting or document["level"] in OWN_LEVELS:
            yield document_sentence(words, document)


def _paragraphs(words: Wording, passage: Entry) -> Iterable[Sentence]:
    """A passage, and those of its figures that its text does not name."""
    yield from words.sentences(passage, "text")
    told = fold(passage["text"])
    held = [line for line in words.view.results_of(passage) if fold(line.first.said.words) not in told]
    yield from sentences_of(words, held)


def _order(words: Wording, passage: Entry) -> tuple[bool, bool, int, int]:
    place = passage["place_in_section"]
    of_another = passage["unit"] is not None and not words.is_keeper(passage["unit"])
    return place is None, of_another, place or 0, passage.id


def _has_content(field: Field) -> bool:
    return bool(field.passages or field.points or field.movements)
