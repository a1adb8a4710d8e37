"""Every figure, name, award and count of the papers leads back to records; what may stay plain is listed here."""

import dataclasses
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from reports.prints import Number, Printed, Sentence
from reports.yearly.indicator_sheet import indicator_sheet
from reports.yearly.year_report import annual_report
from tests.reports.cases import PLACES, ROOT, take_in, years_of
from ward.text import fold
from ward.year_view import YearView, year_view

INVENTED = ROOT / "tests" / "cases" / "other"
EVERY_PLACE = {**PLACES, **{name: INVENTED / f"{name}.json" for name in ("nam-thuong", "kim-dai")}}
PLAIN_NUMBERS = (
    r"sheet\.groups\[\]\.rows\[\]\.no|sheet\.sources\[\]\.no|sheet\.groups\[\]\.rows\[\]\.source",  # numbering
    r".*\.letterhead\.place_and_date",  # the year of the paper's own day
    r"report\.period\..*|report\.trend_years\[\]|sheet\.(title|subtitle|.*_head)",  # the years that are reported
)
YEAR_OF_THE_PAPER = re.compile(r"(?:năm|giai đoạn|chủ đề công tác năm)\s(?:\d{4}-)?(\d{4})", re.IGNORECASE)
NO_NAMES = ("figure", "paper", "year", "indicator")  # figures and papers have none; an indicator's may be “Dân số”
SHORTEST = 8  # letters of a name that no common word holds


@pytest.fixture(scope="module", params=EVERY_PLACE)
def view(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[YearView, set[str]]]:
    exchange = EVERY_PLACE[request.param]
    with take_in(exchange, tmp_path_factory.mktemp("sổ") / "sổ.sovang") as book:
        years = years_of(exchange)
        titles = book.db.execute_sql("SELECT title, kind FROM record WHERE binned = 0").fetchall()
        names = {fold(title.rstrip("…")) for title, kind in titles if kind not in NO_NAMES}
        yield year_view(book.db, years, dt.date(years[-1], 12, 31)), {name for name in names if len(name) >= SHORTEST}


def papers(view: YearView) -> Iterator[tuple[str, object]]:
    day = dt.date(view.years[-1], 12, 31)
    yield from places("report", annual_report(view, day).names())
    yield from places("sheet", indicator_sheet(view, day).names())


def places(path: str, value: object) -> Iterator[tuple[str, object]]:
    """Every value of a context with its path, lists and rows taken apart."""
    if dataclasses.is_dataclass(value) and not isinstance(value, (Sentence, Number)):
        value = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(f"{path}.{key}", inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from places(f"{path}[]", inner)
    else:
        yield path, value


def plain_pieces(value: object) -> list[str]:
    if isinstance(value, Sentence):
        return [piece for piece in value.pieces if not isinstance(piece, Printed)]
    if isinstance(value, Number):
        return [] if value.source else [value.text]
    return [] if isinstance(value, (Printed, bool)) or value is None else [str(value)]


def test_every_number_of_the_papers_is_traced(view: tuple[YearView, set[str]]):
    year_view, _ = view
    own = {str(year) for year in range(year_view.years[0] - 1, year_view.years[-1] + 2)}
    loose = []
    for path, value in papers(year_view):
        for piece in plain_pieces(value):
            said = YEAR_OF_THE_PAPER.sub(lambda year: "" if year[1] in own else year[0], piece)
            if re.search(r"\d", said) and not any(re.fullmatch(known, path) for known in PLAIN_NUMBERS):
                loose.append((path, piece, str(value)))
    assert loose == []


def test_every_name_of_a_record_in_the_papers_is_traced(view: tuple[YearView, set[str]]):
    year_view, names = view
    loose = [
        (path, piece, str(value))
        for path, value in papers(year_view)
        for piece in plain_pieces(value)
        if any(f" {name} " in f" {fold(piece)} " for name in names)
    ]
    assert loose == []


def items(path: str, value: object) -> Iterator[tuple[str, list[object]]]:
    """Every list of a context with its items."""
    if dataclasses.is_dataclass(value) and not isinstance(value, (Sentence, Number)):
        value = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from items(f"{path}.{key}", inner)
    elif isinstance(value, tuple):
        yield path, list(value)
        for inner in value:
            yield from items(f"{path}[]", inner)


def identity(item: object) -> str:
    """What a refreshed paper knows an item of a list by: its key, else the record that it names first."""
    texts = [value for _, value in places("", item)]
    key = next((text.key for text in texts if isinstance(text, Sentence) and text.key), "")
    pieces = [piece for text in texts for piece in (text.pieces if isinstance(text, Sentence) else (text,))]
    return key or next((piece.record for piece in pieces if isinstance(piece, Printed)), "")


NOT_KEYED = r".*\.letterhead\.office|report\.trend_years|.*\.(fields|trend\[\]\.figures)"


def test_every_item_of_a_list_says_which_record_it_is_about(view: tuple[YearView, set[str]]):
    year_view, _ = view
    day = dt.date(year_view.years[-1], 12, 31)
    lists = [
        *items("report", annual_report(year_view, day).names()),
        *items("sheet", indicator_sheet(year_view, day).names()),
    ]
    nameless, twice = [], []
    for path, found in lists:
        if re.fullmatch(NOT_KEYED, path):
            continue
        keys = Counter(map(identity, found))
        nameless += [(path, str(item)) for item in found if not identity(item)]
        if not path.endswith(("passages", "leading", "strengths", "limits", "lessons", "proposals")):
            twice += [(path, key) for key, count in keys.items() if count > 1]  # a passage has several paragraphs
    assert nameless == []
    assert twice == []
