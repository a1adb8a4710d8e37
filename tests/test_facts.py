"""The facts of five real places: each is held as it was said, and printed where it belongs in the year's report.

`pytest tests/test_facts.py -s` prints the table: held where, printed where, or why not.
"""

import datetime as dt
import json
from collections import Counter
from pathlib import Path

import pytest

from forms.exchange import carry_out, plan_import
from reports.papers import make_paper
from tests.facts.matching import Fact, find, statement_of
from tests.facts.papers import left_out, lines_of, printed
from tests.facts.records import Held, read
from ward.book import Book
from ward.findings import findings, findings_of

CASES = Path(__file__).parent / "cases"
FACTS = json.loads((CASES / "facts.json").read_text(encoding="utf-8"))
PLACES = {"000": "mai-dong", "001": "gia-thuy", "002": "dinh-cong", "003": "hue", "004": "thanh-hoa"}
A_LONG_TIME = 5


class Place:
    """One place: its book, all its records, and the lines of its reports by work year."""

    def __init__(self, book: Book, folder: Path) -> None:
        self.book = book
        self.records = read(book)
        self.lines: dict[int, list[str]] = {}
        years = sorted({year for held in self.records for year in held.values["years"]})
        for group in [years] if len(years) > A_LONG_TIME else [[year] for year in years]:
            paper = make_paper(book, "bao-cao-tong-ket-nam", group, folder, today=dt.date(group[-1], 12, 31))
            self.lines.update(dict.fromkeys(group, lines_of(paper.path)))

    def lines_for(self, held: Held) -> list[str]:
        """The lines of all reports that the record belongs to (every one, when it names no year)."""
        years = held.values["years"] or tuple(self.lines)
        return [line for year in years for line in self.lines[year]]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("places")
    made = {}
    for seed, name in PLACES.items():
        book = Book.create(folder / f"{name}.sovang")
        plan = plan_import(book, CASES / f"{name}.json")
        assert plan.count("new") == len(plan.items), plan.receipt()
        carry_out(book, plan)
        made[seed] = Place(book, folder / name)
    yield made
    for place in made.values():
        place.book.close()


def test_every_fact_is_held_and_printed_where_it_belongs(places: dict[str, Place]):
    rows = [_row(fact, places[fact["seed"]]) for fact in FACTS]
    print(f"\n{'':4}{'fact':<62} {'held':<22} printed")
    for number, (fact, (kind, where, why)) in enumerate(zip(FACTS, rows, strict=True)):
        print(f"{number:<4}{fact['text_vi'][:60]:<62} {kind or 'KHÔNG':<22} {where[:110] or why or 'KHÔNG'}")
    print(Counter("in" if where else "held only" for _, where, _ in rows))
    assert [number for number, (kind, _, _) in enumerate(rows) if not kind] == []
    assert [number for number, (kind, where, why) in enumerate(rows) if kind and not where and not why] == []


def _row(fact: Fact, place: Place) -> tuple[str, str, str]:
    """Where a fact is held, the line that prints it, and why it need not be printed."""
    held = find(fact, place.records)
    if held is None:
        return "", "", ""
    statement = statement_of(fact, held)
    kind = held.kind if statement in (None, held) else f"{held.kind} + figure"
    why = left_out(fact, held, place.records)
    return kind, "" if why else printed(fact, held, place.lines_for(held)), why


def test_no_record_stands_for_two_facts_of_its_kind(places: dict[str, Place]):
    holding: dict[tuple[str | int, ...], list[str]] = {}
    for fact in FACTS:
        held = find(fact, places[fact["seed"]].records)
        assert held is not None
        statement = statement_of(fact, held)
        if fact["kind"] not in ("person", "criterion"):
            key = (fact["seed"], fact["kind"], held.id, statement.id if statement else 0)
            holding.setdefault(key, []).append(fact["text_vi"])
    assert [facts for facts in holding.values() if len(facts) > 1] == []


def test_nothing_that_is_only_implied_is_held(places: dict[str, Place]):
    for fact in FACTS:
        implied = (fact["compare_to"] or {}).get("implied")
        if implied is not None:
            figure = find(fact, places[fact["seed"]].records)
            assert figure is not None
            same = [one for one in places[fact["seed"]].records if one.kind == "figure" and one.name == figure.name]
            assert implied not in [one.values["value"] for one in same]


def test_what_is_odd_or_unclear_is_seen_on_the_record(places: dict[str, Place]):
    for fact in FACTS:
        if fact.get("contradiction") or fact.get("ambiguous"):
            place = places[fact["seed"]]
            held = find(fact, place.records)
            assert held is not None
            near = [held, *held.around, *held.results]
            noted = [one for one in near if one.values.get("note") or one.aliases]
            assert noted or any(findings_of(place.book.db, one.id) for one in near), fact["text_vi"]


def test_a_total_that_does_not_add_up_is_one_finding_and_one_that_does_is_none(places: dict[str, Place]):
    found = [finding for finding in findings(places["001"].book.db) if finding.key.startswith("total:")]
    assert [finding.numbers for finding in found] == [("9", "12")]


def test_a_place_goes_out_and_in_again_the_same(places: dict[str, Place], tmp_path: Path):
    from forms.exchange import export

    for place in places.values():
        export(place.book, tmp_path / "first.json")
        with Book.create(tmp_path / f"{place.book.path.stem}.sovang") as copy:
            carry_out(copy, plan_import(copy, tmp_path / "first.json"))
            export(copy, tmp_path / "second.json")
        assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
