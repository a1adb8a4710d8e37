"""The register: awards found again by any name, and the life of a person, household or unit."""

from __future__ import annotations

import pytest

from ward.awarding.register import find_awards, life_of, next_book_number
from ward.references import merge


def award(ward, *recipients, **values):
    rows = [one if isinstance(one, dict) else {"who": one, "recipient_kind": "ca_nhan"} for one in recipients]
    stated = {
        "award_type": ward.type("giay_khen_phuong"),
        "state": "granted",
        "recipients": rows,
        "decision_number": "15/QĐ-UBND",
        "decided_on": "2026-05-10",
        "years": [2026],
        **values,
    }
    return ward.add("award", **stated)


def found(ward, *text, **values):
    return [line.id for line in find_awards(ward.book.db, *text, **values)]


def test_words_are_found_in_any_order_without_diacritics(ward):
    one = award(ward, ward.person("Lê Thị Cúc"), reason="Hiến đất mở ngõ")
    award(ward, ward.person("Trần Bình"), reason="Dân vận khéo")
    assert found(ward, "ngo cuc le") == [one]
    assert found(ward, "15/QĐ cuc") == [one]
    assert found(ward, "cúc dân vận") == []


def test_an_award_is_found_by_the_old_name_of_a_unit_and_by_an_alias_of_a_person(ward):
    unit = ward.add(
        "unit",
        names=[
            {"name": "Khu phố Bắc", "until": "2024-12-31", "parent": ward.place},
            {"name": "Tổ dân phố số 7", "since": "2025-01-01", "parent": ward.place},
        ],
    )
    person = ward.person("Lê Thị Cúc")
    ward.add("alias", name="Cúc bán hoa", of=person)
    one, other = award(ward, unit), award(ward, person)
    assert found(ward, "khu pho bac") == [one]
    assert found(ward, "ban hoa") == [other]


def test_an_award_is_found_by_the_name_of_an_entry_that_was_merged_away(ward):
    person, duplicate = ward.person("Lê Thị Cúc"), ward.person("Lê Thị Kim Cúc")
    one = award(ward, duplicate)
    merge(ward.book, person, duplicate)
    assert found(ward, "kim cuc") == [one]
    assert found(ward, "le thi cuc") == [one]


def test_the_name_that_was_written_then_is_found_and_shown(ward):
    person = ward.person("Lê Thị Cúc")
    one = award(
        ward, {"who": person, "words": "Lê Thị Kim Cúc", "as_title": "Tổ trưởng", "recipient_kind": "ca_nhan"}
    )
    assert found(ward, "kim cuc") == [one]
    (line,) = find_awards(ward.book.db, "cuc")
    assert (line.named, line.as_title) == ("Lê Thị Kim Cúc", "Tổ trưởng")


def test_one_number_in_two_years_or_of_two_issuers_are_two_awards(ward):
    person = ward.person("Lê Thị Cúc")
    one = award(ward, person, issuers=[{"issuer": ward.place}])
    two = award(ward, person, issuers=[{"words": "UBND quận Tây Hồ"}])
    three = award(ward, person, decided_on="2025-05-10", years=[2025])
    lines = find_awards(ward.book.db, "15/QĐ-UBND cuc")
    assert [line.id for line in lines] == [two, one, three]
    assert [(line.decided_on[:4], line.issuers) for line in lines] == [
        ("2026", "UBND quận Tây Hồ"),
        ("2026", "Phường Yên Thái"),
        ("2025", ""),
    ]
    assert found(ward, "tây hồ") == [two]


def test_a_joint_award_of_two_levels_names_both_issuers(ward):
    one = award(ward, ward.group, issuers=[{"issuer": ward.place}, {"words": "UBND thành phố"}])
    (line,) = find_awards(ward.book.db, "thành phố")
    assert (line.id, line.issuers) == (one, "Phường Yên Thái, UBND thành phố")


def test_filters_narrow_by_year_type_group_state_and_level(ward):
    person = award(ward, ward.person("Lê Thị Cúc"))
    unit = award(
        ward, {"who": ward.group, "recipient_kind": "tap_the"}, award_type=ward.type("tt_ldtt"), years=[2025]
    )
    counted = award(ward, counted_words="88 tập thể và cá nhân", collectives=40, state="cancelled", level="tinh")
    assert found(ward, year=2025) == [unit]
    assert found(ward, code="giay_khen_phuong") == [counted, person]
    assert found(ward, group="tap_the") == [counted, unit]
    assert found(ward, group="ca_nhan") == [person]
    assert found(ward, state="cancelled") == [counted]
    assert found(ward, level="tinh") == [counted]
    assert found(ward, level="phuong") == [unit, person]
    assert len(found(ward, limit=1)) == 1


def test_a_group_without_a_split_keeps_its_words(ward):
    award(ward, counted_words="88 tập thể và cá nhân")
    (line,) = find_awards(ward.book.db, "88 tập thể")
    assert (line.named, line.recipients) == ("88 tập thể và cá nhân", ())


def test_a_register_without_awards_is_empty_and_starts_with_one(ward):
    assert find_awards(ward.book.db, "cúc") == []
    assert next_book_number(ward.book.db, 2026) == "1"
    assert life_of(ward.book.db, ward.person("Lê Thị Cúc")).own == ()


def test_the_next_number_follows_the_greatest_of_the_year(ward):
    award(ward, book_number="9")
    award(ward, book_number="10")
    award(ward, book_number="12A")
    award(ward, book_number="99", decided_on="2025-05-10", years=[2025])
    assert next_book_number(ward.book.db, 2026) == "11"


def test_a_life_stands_by_the_years_of_the_deeds_the_newest_first(ward):
    person = ward.person("Lê Thị Cúc")
    early = award(ward, person, years=[2016], decided_on="2015-12-08")
    late = award(ward, person, years=[2026])
    cancelled = award(ward, person, years=[2020], decided_on="2021-01-05", state="cancelled")
    life = life_of(ward.book.db, person)
    assert [(one.year, one.line.id) for one in life.own] == [(2026, late), (2020, cancelled), (2016, early)]
    assert life.before == ()


def test_the_life_of_a_merged_entry_is_that_of_the_one_that_stays(ward):
    person, duplicate = ward.person("Lê Thị Cúc"), ward.person("Lê Thị Cúc")
    one = award(ward, duplicate)
    merge(ward.book, person, duplicate)
    life = life_of(ward.book.db, duplicate)
    assert (life.record, [row.line.id for row in life.own]) == (person, [one])


def test_what_the_units_before_were_awarded_stands_apart(ward):
    oldest, old, now = (ward.unit(name, ward.place) for name in ("Cụm 1", "Tổ dân phố 8", "Tổ dân phố 9"))
    ward.add("succession", predecessor=oldest, successor=old, on_day="2015-01-01")
    ward.add("succession", predecessor=old, successor=now, on_day="2025-07-01")
    first, second, own = award(ward, oldest, years=[2012]), award(ward, old, years=[2020]), award(ward, now)
    life = life_of(ward.book.db, now)
    assert [row.line.id for row in life.own] == [own]
    assert [(row.line.id, row.of_name) for row in life.before] == [(second, "Tổ dân phố 8"), (first, "Cụm 1")]


@pytest.mark.parametrize("text", ["", "  ", "…"])
def test_no_words_ask_for_everything(ward, text):
    one = award(ward, ward.person("Lê Thị Cúc"))
    assert found(ward, text) == [one]
