"""Five real places: the one contradiction among them is found once, and nothing else is called wrong."""

from pathlib import Path

import pytest

from forms.exchange import carry_out, plan_import
from tests.ward.findings.books import TODAY
from ward.book import Book
from ward.findings import Finding, findings

CASES = [path for path in sorted((Path(__file__).parents[2] / "cases").glob("*.json")) if path.stem != "facts"]


def found(case: Path, folder: Path) -> list[Finding]:
    with Book.create(folder / "place.sovang") as book:
        carry_out(book, plan_import(book, case))
        return findings(book.db, today=TODAY)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_only_nine_against_three_and_nine_disagrees(case, tmp_path):
    wrong = [finding.numbers for finding in found(case, tmp_path) if finding.severity != "note"]
    assert wrong == ([("9", "12")] if case.stem == "gia-thuy" else [])
