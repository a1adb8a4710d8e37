"""Which awards of the register stand in section III, under which year and name; what does not."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.awarding.nominees import Nominee, read_nominees
from reports.awarding.past_awards import past_awards
from tests.reports.awarding.nominated_ward import Nominated, make_nominated_ward
from ward.edits import Add, Amend, Bin
from ward.references import merge

DAY = dt.date(2025, 12, 20)
OPEN_DAY = "Số\u00a0…, ngày …; …"


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Nominated]:
    made = make_nominated_ward(tmp_path / "Phường.sovang")
    yield made
    made.book.close()


def nominee(ward: Nominated, name: str, on: dt.date = DAY) -> Nominee:
    return read_nominees(ward.book.db, [ward[name]], on)[ward[name]]


def titles(ward: Nominated, name: str = "person", on: dt.date = DAY) -> list[tuple[str, ...]]:
    return [row for row in lines(ward, name, on) if row[0] == "danh hiệu"]


def lines(ward: Nominated, name: str, on: dt.date = DAY) -> list[tuple[str, ...]]:
    """Kind, year, name and decision of each line of section III."""
    one = nominee(ward, name, on)
    past = past_awards(one.words, one.recipient, on, one.nomination)
    kinds = ("danh hiệu", past.titles), ("hình thức", past.forms)
    return [(kind, str(row.year), str(row.name), str(row.decision)) for kind, rows in kinds for row in rows]


def test_a_title_counts_for_the_year_of_the_deed_not_of_the_decision(ward: Nominated) -> None:
    assert titles(ward)[0][1:3] == ("2016", "Chiến sĩ thi đua cơ sở")
    assert "08/12/2015" in titles(ward)[0][3]


def test_what_is_not_known_of_a_decision_is_left_open(ward: Nominated) -> None:
    assert titles(ward)[1] == ("danh hiệu", "2024", "Lao động tiên tiến", "Số\u00a0…, tháng 12/2024; … (cấp phường)")
    ward.award("bare", ward["nobody"], form_words="Giấy khen", years=())
    assert lines(ward, "empty") == [("hình thức", "…", "Giấy khen", OPEN_DAY)]


def test_only_what_was_granted_until_the_day_stands_there(ward: Nominated) -> None:
    told = [row[1] for row in titles(ward)]
    assert "2020" not in told and "2025" not in told
    ward.award("later", ward["mai"], "ldtt", decided_on="2026-01-05", period="2025")
    assert len(titles(ward)) == 2 and len(titles(ward, on=dt.date(2026, 1, 5))) == 3


def test_what_came_of_the_nomination_itself_is_no_earlier_award(ward: Nominated) -> None:
    ward.award("own", ward["mai"], "cstd_co_so", decided_on="2025-12-10", nomination=ward["person"])
    assert len(titles(ward)) == 2
    ward.book.write("Gỡ", [Amend(ward["own"], {"nomination": None}), Amend(ward["person"], {"award": ward["own"]})])
    assert len(titles(ward)) == 2


def test_awards_of_a_unit_that_was_merged_in_stand_with_its_old_name(ward: Nominated) -> None:
    found = lines(ward, "collective")
    assert [row[1:3] for row in found] == [
        ("2022", "Giấy khen của Chủ tịch Ủy ban nhân dân phường (tặng tổ dân phố số 3)"),
        ("2023", "Giấy khen của Chủ tịch Ủy ban nhân dân phường (tặng tổ dân phố 8)"),
    ]


def test_a_unit_that_only_a_part_came_from_is_told_so(ward: Nominated) -> None:
    ward.book.write("Sửa", [Amend(ward["merger"], {"extent": "partly"})])
    assert lines(ward, "collective")[1][2].endswith("(tặng tổ dân phố 8, một phần nhập vào tổ dân phố 3)")


def test_a_merger_after_the_day_or_in_the_bin_brings_nothing(ward: Nominated) -> None:
    ward.book.write("Sửa", [Amend(ward["merger"], {"on_day": "2026-01-01"})])
    assert [row[1] for row in lines(ward, "collective")] == ["2022"]
    ward.book.write("Sửa", [Amend(ward["merger"], {"on_day": "2025-01-01"}), Bin(ward["merger"])])
    assert [row[1] for row in lines(ward, "collective")] == ["2022"]


def test_units_that_became_each_other_are_read_once(ward: Nominated) -> None:
    ward.add("back", "succession", predecessor=ward["t3"], successor=ward["t8"], on_day="2025-02-01")
    assert [row[1] for row in lines(ward, "collective")] == ["2022", "2023"]


def test_awards_of_a_duplicate_belong_to_the_record_that_stays(ward: Nominated) -> None:
    twin = ward.add("twin", "person", name="Ngô Thanh Mai")
    ward.award("twin-2023", twin, "ldtt", period="2023", years=(2023,))
    assert [row[1] for row in titles(ward)] == ["2016", "2024"]
    merge(ward.book, ward["mai"], twin)
    assert [row[1] for row in titles(ward)] == ["2016", "2023", "2024"]


def test_two_persons_of_one_name_keep_their_own_awards(ward: Nominated) -> None:
    other = ward.add("other", "person", name="Ngô Thanh Mai", birth="1971")
    ward.award("other-2023", other, "ldtt", period="2023", years=(2023,))
    assert [row[1] for row in titles(ward)] == ["2016", "2024"]


def test_an_award_of_a_household_is_not_that_of_its_head(ward: Nominated) -> None:
    ward.nominate("head of home", nominee=ward["hung"], recipient_kind="ca_nhan")
    assert lines(ward, "head of home") == []
    assert [row[2] for row in lines(ward, "household")] == ["Gia đình văn hóa"]


def test_a_joint_award_names_all_who_gave_it_and_a_posthumous_one_says_so(ward: Nominated) -> None:
    ward.award("joint", ward["nobody"], form_words="Bằng khen", period="2021/2025", years=(2025,), posthumous=True,
               issuers=[{"words": "Ủy ban nhân dân tỉnh"}, {"words": "Liên đoàn Lao động tỉnh"}])  # fmt: skip
    assert lines(ward, "empty") == [
        (
            "hình thức",
            "2021-2025",
            "Bằng khen (truy tặng)",
            "Số\u00a0…, ngày …; Ủy ban nhân dân tỉnh và Liên đoàn Lao động tỉnh",
        )
    ]


def test_a_decision_that_is_a_document_gives_what_the_award_does_not_say(ward: Nominated) -> None:
    paper = {
        "doc_kind": "Quyết định",
        "number": "31/QĐ-UBND",
        "issued_on": "2024-03-01",
        "issuer_words": "UBND phường",
    }
    decision = ward.add("decision", "document", **paper)
    ward.award("by paper", ward["nobody"], form_words="Giấy khen", decision=decision)
    assert lines(ward, "empty")[0][3] == "Số\u00a031/QĐ-UBND, ngày 01/3/2024; UBND phường"


def test_a_title_without_a_type_is_known_by_its_words(ward: Nominated) -> None:
    ward.award("worded", ward["nobody"], form_words="Chiến sĩ thi đua cơ sở")
    assert lines(ward, "empty")[0][0] == "danh hiệu"


def test_the_number_of_queries_does_not_grow_with_that_of_the_nominees(ward: Nominated) -> None:
    def queries(wanted: list[int]) -> int:
        asked: list[str] = []
        connection = ward.book.db.connection()
        connection.set_trace_callback(asked.append)
        read_nominees(ward.book.db, wanted, DAY)
        connection.set_trace_callback(None)
        return len(asked)

    few = queries([ward["person"]])
    people = ward.book.write("Thêm", [Add("person", {"name": f"Người {n}"}) for n in range(40)]).added
    given = [
        {"round": ward["round"], "award_type": ward["cstd_co_so"], "years": (2025,), "nominee": one} for one in people
    ]
    many = ward.book.write("Đề nghị", [Add("nomination", values) for values in given]).added
    assert queries([ward["person"], *many]) <= few + 3
