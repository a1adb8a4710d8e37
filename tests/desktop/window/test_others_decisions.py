"""Facts about a decision of a level above or of another body in a round: shown as theirs, nothing made of it here."""

import pytest

from desktop.awarding.certificates_tab import NONE_OF_ITS_OWN, CertificatesTab
from desktop.awarding.decision_step import DecisionStep
from tests.desktop.window.awarded_ward import award_the_ward
from ward.edits import Amend
from ward.lookups import with_value

PROVINCE = {"issuer_words": "Chủ tịch Ủy ban nhân dân thành phố", "level": "tinh"}


@pytest.fixture
def ward(book):
    made = award_the_ward(book)
    nominations = with_value(book.db, "nomination", "round", [made.round])
    awards = {one: award for award in made.awards for one in [_nomination(book, award)]}
    granted = [Amend(one, {"decision": made.decision, "award": awards[one]}) for one in nominations]
    book.write("Nối quyết định", granted)
    return made


def _nomination(book, award):
    return book.db.execute_sql("SELECT nomination_id FROM award WHERE record_id = ?", (award,)).fetchone()[0]


def shown(kind, window, ward):
    step = kind(window, window.places.middle)
    window.places.middle.addWidget(step)
    window.places.middle.setCurrentWidget(step)
    step.show_round(ward.round)
    return step


@pytest.mark.parametrize(
    ("values", "name", "offered"),
    [({}, "Quyết định khen thưởng", True), (PROVINCE, "Quyết định của nơi khác", False)],
)
def test_the_paper_of_a_decision_is_offered_only_for_the_offices_own(window, book, ward, values, name, offered):
    book.write("Cơ quan ban hành", [Amend(ward.decision, values or {"level": "phuong"})])
    step = shown(DecisionStep, window, ward)
    (row,) = step.out.rows.rows
    assert (row.name, row.to) == (name, values.get("issuer_words", ""))
    step.out.selectRow(0)
    assert step.buttons["make_quyet-dinh-khen"].isEnabled() is offered
    assert step.buttons["number"].isEnabled()


def test_no_certificate_is_offered_for_a_decision_from_above(window, book, ward):
    book.write("Cơ quan ban hành", [Amend(ward.decision, PROVINCE)])
    tab = shown(CertificatesTab, window, ward)
    assert tab.decision.count() == 0 and tab.list is None
    assert tab.empty.text == NONE_OF_ITS_OWN and not tab.all.isEnabled()
