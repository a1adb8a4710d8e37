"""What the program brings: the sample ward and the catalogues are taken in whole, and twice adds nothing."""

from pathlib import Path

import pytest

from forms.exchange import carry_out, plan_import
from ward.book import Book
from ward.evidence import missing
from ward.findings import findings
from ward.kinds import KINDS

RESOURCES = Path(__file__).parents[1] / "resources"
FILES = sorted(RESOURCES.rglob("*.json"))
SAMPLE = RESOURCES / "sample" / "sample.json"


@pytest.fixture
def book(tmp_path: Path):
    with Book.create(tmp_path / "a.sovang") as new:
        yield new


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_is_taken_in_without_a_question_and_twice_adds_nothing(book: Book, file: Path):
    plan = plan_import(book, file)
    assert plan.count("new") == len(plan.items), plan.receipt()
    carry_out(book, plan)
    assert plan_import(book, file).count("same") == len(plan.items)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_typed_figure_of_a_file_is_left_without_its_period_or_year(book: Book, file: Path):
    carry_out(book, plan_import(book, file))
    sql = (
        "SELECT count(*) FROM figure f WHERE f.period = '' AND f.period_words = '' "
        "AND NOT EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = f.record_id)"
    )
    assert book.db.execute_sql(sql).fetchone()[0] == 0


def test_the_sample_uses_every_kind_that_a_clerk_writes(book: Book):
    carry_out(book, plan_import(book, SAMPLE))
    used = {kind for (kind,) in book.db.execute_sql("SELECT DISTINCT kind FROM record").fetchall()}
    assert set(KINDS) - used == {"paper", "rule_pack"}


def test_the_sample_has_its_evidence_and_findings_of_which_one_is_accepted(book: Book):
    plan = plan_import(book, SAMPLE)
    carry_out(book, plan)
    assert plan.missing_evidence == ()
    assert missing(book) == []
    found = findings(book.db)
    assert {finding.severity for finding in found} >= {"warning", "note"}
    assert [bool(finding.accepted) for finding in found].count(True) == 1


def test_award_types_carry_their_source_and_how_sure_it_is(book: Book):
    carry_out(book, plan_import(book, RESOURCES / "catalogue" / "awards.json"))
    rows = book.db.execute_sql("SELECT name, article, confidence FROM award_type").fetchall()
    assert [name for name, _, confidence in rows if confidence[:2] not in ("L:", "S:", "M:")] == []
    assert [name for name, article, confidence in rows if not article and not confidence.startswith("M:")] == []
