"""The places of the real cases and the sample ward, each taken into a file of its own."""

import json
from collections import Counter
from pathlib import Path

from forms.exchange import carry_out, plan_import
from ward.book import Book

ROOT = Path(__file__).parents[2]
CASES = sorted(path for path in (ROOT / "tests" / "cases").glob("*.json") if path.name != "facts.json")
SAMPLE = ROOT / "resources" / "sample" / "sample.json"
PLACES = {path.stem: path for path in (*CASES, SAMPLE)}


def take_in(exchange: Path, target: Path) -> Book:
    """A new file with everything of an exchange file. The caller closes it."""
    book = Book.create(target, who="Người thử", installation="máy thử", sample=exchange == SAMPLE)
    carry_out(book, plan_import(book, exchange))
    return book


def years_of(exchange: Path) -> tuple[int, ...]:
    """The years to report: all that something long spans, else the one with the most records."""
    records = json.loads(exchange.read_text(encoding="utf-8"))["records"]
    spans = [record["years"] for record in records if record.get("years")]
    longest = max(spans, key=len)
    if len(longest) >= 5:
        return tuple(longest)
    return (max(Counter(year for years in spans for year in years).items(), key=lambda pair: (pair[1], pair[0]))[0],)
