"""What each condition of a way finds in the nominee's own history: titles in a row, ratings, initiatives, age."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ward.rules.case import Case, InYear
from ward.rules.judgements import EvidenceRef, LineState
from ward.rules.pack import Condition
from ward.rules.words import (
    GRADE_NAMES,
    at_least,
    award_words,
    grade_or_better,
    wish_words,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a condition finds: whether it holds, in words, by which records, what would make it enough."""

    state: LineState
    words: str
    evidence: tuple[EvidenceRef, ...] = ()
    missing: str = ""
    lacking: int = 0


Test = Callable[[Case, Condition], Found]


def prior_award(case: Case, condition: Condition) -> Found:
    """So many awards of a type, in a row up to the year that is judged, or at any time."""
    code, count = str(condition.params["award"]), whole(condition, "count", 1)
    name = award_name(case, code)
    first, waiting = first_year(case, condition)
    if waiting:
        return Found("no", f"cần {count} {name} sau khi được {waiting} (chưa có)", (), waiting)
    if condition.params.get("consecutive"):
        return in_a_row(case, count, name, lambda year: case.title_in(code, year), first, code)
    return _so_many(case, condition, code, name, count, first)


def _so_many(case: Case, condition: Condition, code: str, name: str, count: int, first: int) -> Found:
    """Awards counted over some years, or ever."""
    last_years = whole(condition, "years", whole(condition, "within", 0))
    begin = max(first, case.year - last_years + 1) if last_years else first
    found = [award for award in case.awards(code) if not award.years or award.years[-1] >= begin]
    found = [award for award in found if not award.years or award.years[0] <= case.year]
    sure = [award for award in found if not award.doubt]
    wishes = [wish for wish in case.wishes if wish.code == code and begin <= wish.year <= case.year]
    evidence = tuple(EvidenceRef(award.id, award_words(award)) for award in found)
    need = f"cần {count} {name}" + (f" từ năm {begin} đến năm {case.year}" if begin else "")
    if len(sure) >= count:
        return Found("yes", f"{need}: có {len(sure)}", evidence)
    if len(found) + len(wishes) >= count:
        told = (*evidence, *(EvidenceRef(wish.id, wish_words(wish)) for wish in wishes))
        unsure = f"{len(found) - len(sure)} cần xác nhận" if len(found) > len(sure) else ""
        asked = f"{len(wishes)} đang đề nghị" if wishes else ""
        return Found("confirm", f"{need}: {listing([f'có {len(sure)}', unsure, asked])}", told)
    lacking = count - len(found) - len(wishes)
    groups = tuple(case.groups_of(code, range(begin or 1, case.year + 1)))
    return Found(
        "no", f"{need}: có {len(found)}", (*evidence, *groups), f"thiếu {lacking} {name}", lacking if found else 0
    )


def in_a_row(case: Case, count: int, name: str, ask: Callable[[int], InYear], first: int, code: str = "") -> Found:
    """So many years in a row that end with the year judged.

    While that year's own award is still being decided, they may as well end with the year before it.
    """
    ends = [case.year]
    if code and ask(case.year).state == "wish":
        ends.append(case.year - 1)
    runs = [[_after(ask(year), year, first) for year in range(end - count + 1, end + 1)] for end in ends]
    best = min(runs, key=lambda run: max(_WEIGHT[one.state] for one in run))
    told = runs[0] if best is runs[0] else [*best, runs[0][-1]]
    words = f"cần {count} năm liền {name} ({', '.join(one.word for one in told)})" if count > 1 else ""
    words = words or f"cần {name} năm {case.year} ({told[0].word})"
    evidence = tuple(ref for one in told for ref in one.evidence)
    worst = max(_WEIGHT[one.state] for one in best)
    if worst == 0:
        return Found("yes", words, evidence)
    if worst == 1:
        return Found("confirm", words, evidence)
    lacking = [one.word.split(" ", 1)[0] for one in best if one.state == "no"]
    short = len(lacking) if any(one.state == "yes" for one in best) else 0
    groups = tuple(case.groups_of(code, [int(year) for year in lacking])) if code else ()
    return Found("no", words, (*evidence, *groups), f"đủ khi có {name} {_of_years(lacking)}", short)


_WEIGHT = {"yes": 0, "confirm": 1, "wish": 1, "no": 2}


def _of_years(years: Sequence[str]) -> str:
    return f"năm {years[0]}" if len(years) == 1 else f"các năm {', '.join(years)}"


def _after(found: InYear, year: int, first: int) -> InYear:
    return found if year >= first else InYear("no", f"{year} chưa tính, phải từ năm {first}")


def rating(case: Case, condition: Condition) -> Found:
    """Grades of the nominee's work: so many years (in a row), this grade or better."""
    return _rated(case, condition, "work")


def party_rating(case: Case, condition: Condition) -> Found:
    """Grades on the Party's side."""
    return _rated(case, condition, "party")


def _rated(case: Case, condition: Condition, side: str, title: str = "") -> Found:
    least, years = str(condition.params["min"]), whole(condition, "years", 1)
    first, waiting = first_year(case, condition)
    name = grade_or_better(least) + (f" hoặc {award_name(case, title)}" if title else "")
    if waiting:
        return Found("no", f"cần {years} năm {name} sau khi được {waiting} (chưa có)", (), waiting)

    def ask(year: int) -> InYear:
        graded = graded_in(case, year, side, least)
        held = case.title_in(title, year) if title else InYear("no", "")
        return min(graded, held, key=lambda one: _WEIGHT[one.state]) if title else graded

    within = whole(condition, "within", 0)
    if within > years or not (condition.params.get("consecutive") or years == 1):
        return _some_years(case, years, max(within, years), name, ask, first)
    return in_a_row(case, years, name, ask, first)


def _some_years(case: Case, years: int, within: int, name: str, ask: Callable[[int], InYear], first: int) -> Found:
    told = [ask(year) for year in range(max(first, case.year - within + 1), case.year + 1)]
    held = [one for one in told if one.state == "yes"]
    maybe = [one for one in told if one.state == "confirm"]
    words = f"cần {years} năm {name} trong {within} năm gần nhất ({', '.join(one.word for one in told)})"
    evidence = tuple(ref for one in told for ref in one.evidence)
    if len(held) >= years:
        return Found("yes", words, evidence)
    if len(held) + len(maybe) >= years:
        return Found("confirm", words, evidence)
    lacking = years - len(held) - len(maybe)
    return Found("no", words, evidence, f"thiếu {lacking} năm {name}", lacking if held else 0)


def graded_in(case: Case, year: int, side: str, least: str, record: int = 0) -> InYear:
    """Whether a grade was reached in a year; a year without any rating in the book is to be confirmed, not failed."""
    ratings = case.ratings(year, side, record)
    evidence = case.rating_evidence(ratings)
    if not ratings:
        return _by_the_party(case, year, least, record) if side == "work" else _unrated(year)
    good = [one for one in ratings if at_least(one.grade, least)]
    named = GRADE_NAMES.get(ratings[0].grade, ratings[0].grade)
    if not good:
        return InYear("confirm" if ratings[0].doubt else "no", f"{year} {named}", evidence)
    if len(good) < len(ratings):
        return InYear("confirm", f"{year} có hai mức xếp loại khác nhau", evidence)
    if all(one.doubt for one in good):
        return InYear("confirm", f"{year} cần xác nhận", evidence)
    if case.restart_year and year <= case.restart_year:
        return InYear("confirm", f"{year} trước khi chấp hành xong kỷ luật", evidence)
    return InYear("yes", f"{year} {GRADE_NAMES.get(good[0].grade, good[0].grade)}", evidence)


def _by_the_party(case: Case, year: int, least: str, record: int) -> InYear:
    """A collective's work that only the grade of its party organisation tells: some provinces take it for proof."""
    nominee = case.nominee
    ratings = [] if record or nominee is None or nominee.kind != "unit" else case.ratings(year, "party")
    if not any(at_least(one.grade, least) for one in ratings):
        return _unrated(year)
    return InYear("confirm", f"{year} chỉ có xếp loại tổ chức đảng", case.rating_evidence(ratings))


def _unrated(year: int) -> InYear:
    return InYear("confirm", f"{year} sổ chưa có xếp loại")


def unit_age(case: Case, condition: Condition) -> Found:
    """A unit that has stood for so many years."""
    years = whole(condition, "min_years", 0)
    need = f"cần thành lập từ {years} năm trở lên"
    nominee = case.nominee
    if nominee is None or not nominee.founded:
        return Found("confirm", f"{need}: sổ chưa ghi ngày thành lập của đơn vị")
    founded = f"{need}: thành lập năm {nominee.founded[:4]}"
    ripe = f"{int(nominee.founded[:4]) + years}{nominee.founded[4:]}"
    told = (EvidenceRef(nominee.id, f"{nominee.name} thành lập {nominee.founded[:4]}"),)
    if ripe <= case.on[: len(ripe)]:
        return Found("yes", founded, told)
    if nominee.before:
        old = nominee.before[0].name
        return Found("confirm", f"{founded}, có tính từ đơn vị cũ “{old}” không", told)
    return Found("no", founded, told, f"đủ từ năm {ripe[:4]}")


def asked(case: Case, condition: Condition) -> Found:
    """What no record proves: a person confirms it."""
    return Found("confirm", condition.text)


def unit_rating_or_title(case: Case, condition: Condition) -> Found:
    """Years in a row in which the unit had the grade or the title."""
    return _rated(case, condition, "work", str(condition.params["title"]))


def first_year(case: Case, condition: Condition) -> tuple[int, str]:
    """From which year on things count ("after" an award); and the name of that award where it was never given."""
    code = condition.params.get("after")
    if not code:
        return 0, ""
    given = [award.years[-1] for award in case.awards(str(code)) if award.years]
    return (min(given) + 1, "") if given else (0, award_name(case, str(code)))


def award_name(case: Case, code: str) -> str:
    """The name of an award of the pack."""
    rule = case.pack.award(code)
    return rule.name if rule else code


def whole(condition: Condition, key: str, default: int) -> int:
    """A whole number of a condition."""
    value: Any = condition.params.get(key)
    return default if value is None else int(value)


def listing(parts: Iterable[str]) -> str:
    """The parts that say something, with commas."""
    return ", ".join(part for part in parts if part)
