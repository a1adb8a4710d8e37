"""Awards: states, decisions, recipients."""

from typing import Any

import pytest

from tests.ward.findings.books import Ward

DECIDED = {"decision_number": "12/QĐ-UBND", "decided_on": "2023-05-05", "level": "phuong"}


def award(ward: Ward, *names: str, state: str = "granted", **values: Any) -> int:
    rows = [{"recipient_kind": "tap_the", "words": name} for name in names]
    return ward.add("award", recipients=rows, **{"state": state, "form_words": "Giấy khen", **DECIDED, **values})


def rules(ward: Ward) -> list[tuple[str, str]]:
    return [(finding.severity, finding.key.split(":")[0]) for finding in ward.found()]


def test_a_granted_award_without_number_day_or_level_is_a_note_that_names_them(ward: Ward):
    award(ward, "Tổ 1", decision_number="", decided_on="", level="")
    (finding,) = ward.found()
    assert finding.severity == "note"
    assert "chưa ghi số quyết định, ngày quyết định, cấp khen" in finding.sentence


def test_a_part_of_a_granted_award_shares_its_decision(ward: Ward):
    whole = award(ward, collectives=88)
    award(ward, "Tổ 1", part_of=whole, decision_number="", decided_on="", level="")
    assert ward.found() == []


def test_a_decision_kept_as_a_document_is_enough(ward: Ward):
    decision = ward.add("document", doc_kind="Quyết định")
    award(ward, "Tổ 1", decision_number="", decided_on="", decision=decision)
    assert ward.found() == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"state": "proposed"}, ("warning", "state-decision")),
        ({"state": "refused"}, ("warning", "state-decision")),
        ({"state": ""}, ("note", "state-decision")),
        ({"decided_on": "2026-03-02"}, ("error", "decided-later")),
        ({"period": "2024"}, ("warning", "decided-early")),
    ],
)
def test_states_and_days_that_contradict_are_found(ward: Ward, values, expected):
    award(ward, "Tổ 1", **values)
    assert rules(ward) == [expected]


@pytest.mark.parametrize(
    "values",
    [
        {"state": "proposed", "decision_number": "", "decided_on": ""},
        {"state": "cancelled"},
        {"period": "2022"},
        {"period": "2023"},
        {"period": "", "period_words": "nhiều năm"},
    ],
)
def test_proposals_cancelled_and_dated_awards_are_fine(ward: Ward, values):
    award(ward, "Tổ 1", **values)
    assert ward.found() == []


def test_a_granted_award_inside_a_refused_one_is_a_warning(ward: Ward):
    whole = award(ward, state="refused", decision_number="", decided_on="")
    part = award(ward, "Tổ 1", part_of=whole)
    (finding,) = ward.found()
    assert finding.records == (part, whole)


def test_the_same_award_for_the_same_deed_twice_is_a_warning_with_both(ward: Ward):
    first = award(ward, "Tổ 1", reason="Dân vận khéo", years=[2023])
    second = award(ward, "tổ 1", reason="Dân vận khéo", years=[2023], decision_number="13/QĐ-UBND")
    (finding,) = ward.found()
    assert finding.records == (first, second)
    assert "12/QĐ-UBND" in finding.sentence and "13/QĐ-UBND" in finding.sentence
    assert ward.beside(second) == [finding]


@pytest.mark.parametrize(
    "other",
    [
        {"reason": "Phòng, chống dịch"},
        {"reason": "Dân vận khéo", "years": [2022], "decided_on": "2022-05-05"},
        {"reason": "Dân vận khéo", "form_words": "Bằng khen"},
        {"reason": "Dân vận khéo", "level": "huyen"},
        {"reason": "Dân vận khéo", "state": "refused", "decision_number": "", "decided_on": ""},
    ],
)
def test_another_deed_year_form_or_level_is_another_award(ward: Ward, other):
    award(ward, "Tổ 1", reason="Dân vận khéo", years=[2023])
    award(ward, "Tổ 1", **{"years": [2023], **other})
    assert ward.found() == []


def test_two_awards_of_which_nothing_is_known_but_their_numbers_are_two(ward: Ward):
    award(ward, "Tổ 1", years=[2023])
    award(ward, "Tổ 1", years=[2023], decision_number="40/QĐ-UBND", decided_on="2023-11-02")
    assert ward.found() == []


def test_a_recipient_listed_twice_in_one_award_is_found(ward: Ward):
    award(ward, "Tổ 1", "Tổ 1", reason="Dân vận khéo")
    assert rules(ward) == [("warning", "awarded-twice")]


def test_a_name_listed_again_inside_the_whole_award_is_fine(ward: Ward):
    whole = award(ward, "Tổ 1", reason="Dân vận khéo")
    award(ward, "Tổ 1", reason="Dân vận khéo", part_of=whole)
    assert ward.found() == []


def units_awarded(ward: Ward, **values: Any) -> tuple[int, int]:
    """Tổ 16 and its women's chapter, both awarded."""
    movement = ward.add("movement", name="Dân vận khéo")
    group = ward.unit("Tổ 16", "tổ dân phố")
    chapter = ward.unit("Chi hội phụ nữ tổ 16", "chi hội", group)
    for unit in (group, chapter):
        rows = [{"recipient_kind": "tap_the", "who": unit}]
        ward.add("award", **{"state": "granted", "recipients": rows, "movement": movement, **DECIDED, **values})
    return group, chapter


def test_a_unit_and_its_own_part_awarded_in_one_movement_are_a_note(ward: Ward):
    group, chapter = units_awarded(ward, years=[2021])
    (finding,) = ward.found("awarded-with-part")
    assert finding.severity == "note" and set(finding.records) >= {group, chapter}


def test_a_unit_awarded_after_it_ended_is_a_warning(ward: Ward):
    unit = ward.unit("Tổ 16", ended="2022-12-31")
    record = ward.add("award", state="granted", recipients=[{"who": unit}], **DECIDED)
    (finding,) = ward.found()
    assert finding.numbers == ("05/5/2023", "31/12/2022") and finding.records == (record, unit)
    assert ward.beside(record) == [finding]


def test_an_award_by_a_district_that_no_longer_was_is_a_warning(ward: Ward):
    district = ward.unit("Quận Long Biên", "quận", ended="2025-06-30")
    values = {**DECIDED, "decided_on": "2025-09-02"}
    ward.add("award", state="granted", issuers=[{"issuer": district}], **values)
    assert [finding.field for finding in ward.found()] == ["issuers"]


def test_an_award_on_the_last_day_of_a_unit_is_fine(ward: Ward):
    unit = ward.unit("Tổ 16", ended="2023-05-05")
    ward.add("award", state="granted", recipients=[{"who": unit}], **DECIDED)
    assert ward.found() == []


def test_a_unit_awarded_for_a_model_that_the_file_does_not_hold_is_a_note(ward: Ward):
    movement = ward.add("movement", name="Dân vận khéo")
    first, second = ward.unit("Tổ 1"), ward.unit("Tổ 18")
    ward.add(
        "practice", name="Tuyến ngõ không rác", movement=movement, participants=[{"role": "owner", "who": first}]
    )
    rows = [{"recipient_kind": "tap_the", "who": unit} for unit in (first, second)]
    record = ward.add("award", state="granted", recipients=rows, movement=movement, reason="Mô hình Dân vận khéo",
                      **DECIDED)  # fmt: skip
    (finding,) = ward.found()
    assert finding.records == (record, second) and finding.severity == "note"
    assert ward.beside(record) == [finding]


def test_the_sentence_names_the_recipients_that_the_award_points_to(ward: Ward):
    units = [ward.unit(f"Tổ {number}") for number in range(1, 6)]
    ward.add("award", state="granted", recipients=[{"who": unit} for unit in units], reason="Dân vận khéo")
    assert ward.found()[0].sentence.startswith("Khen thưởng “Tổ 1, Tổ 2, Tổ 3… – Dân vận khéo” đã được khen")
