"""The register of the five real places in section III of reports and in the life of awards: true, and no more."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.awarding.award_papers import award_paper_bytes
from tests.reports.cases import PLACES, take_in
from tests.reports.golden import word_text
from ward.book import Book
from ward.edits import Add, Amend

DAY = dt.date(2023, 12, 20)
REPORTS = {"unit": "bao-cao-thanh-tich-tap-the", "person": "bao-cao-thanh-tich-ca-nhan"}


class Place:
    """One of the five places, with the papers about whoever is named in it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.book: Book = take_in(PLACES[name], folder / "Phường.sovang")

    def record(self, title: str) -> int:
        """The record with this title."""
        (found,) = self.book.db.execute_sql("SELECT id FROM record WHERE title = ?", (title,)).fetchall()
        return int(found[0])

    def past(self, record: int) -> list[str]:
        """The lines of section III of the report about a nominee."""
        kind = str(self.book.db.execute_sql("SELECT kind FROM record WHERE id = ?", (record,)).fetchone()[0])
        named = {"form_words": "Giấy khen", "nominee": record, "state": "nominated", "years": (2023,)}
        done = self.book.write("Mở đợt xét", [Add("round", {"name": "Đợt xét", "years": (2023,)})]).added[0]
        nomination = self.book.write("Đề nghị", [Add("nomination", {**named, "round": done})]).added[0]
        text = word_text(award_paper_bytes(self.book, REPORTS[kind], nomination, today=DAY).content)
        return _rows(text.split("Các hình thức đã được khen thưởng")[1])

    def life(self, record: int) -> list[str]:
        """The lines of the life of awards."""
        return _rows(word_text(award_paper_bytes(self.book, "doi-khen-thuong", record, today=DAY).content))


def _rows(text: str) -> list[str]:
    """The rows of tables that begin with a year, or with a number and a year."""
    cells = [
        line.strip("| ").split(" | ") for line in text.replace("\u00a0", " ").splitlines() if line.startswith("| ")
    ]
    found = [row[1:] if row[0].isdigit() and len(row[0]) < 4 else row for row in cells]
    return [" | ".join(row) for row in found if row[0].isdigit() and len(row[0]) == 4]


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    found = Place(request.param, tmp_path)
    yield found
    found.book.close()


@pytest.mark.parametrize("place", ["gia-thuy"], indirect=True)
@pytest.mark.parametrize("name", ["Tổ dân phố 1", "Tổ dân phố 16", "Tổ dân phố 18"])
def test_three_collectives_of_gia_thuy_have_their_one_award(place: Place, name: str) -> None:
    unit = place.record(name)
    assert place.past(unit) == ["2021 | Khen thưởng (không nêu hình thức) | Số …, ngày …; …"]
    (line,) = place.life(unit)
    assert "Thực hiện mô hình Dân vận khéo" in line


@pytest.mark.parametrize("place", ["gia-thuy"], indirect=True)
def test_the_womens_chapter_of_group_16_has_its_own_award_and_not_that_of_the_group(place: Place) -> None:
    unit = place.record("Chi hội phụ nữ tổ 16")
    assert place.past(unit) == ["2021 | Khen thưởng (không nêu hình thức) | Số …, ngày …; quận Long Biên"]
    (line,) = place.life(unit)
    assert "Thực hiện chủ đề công tác năm 2021" in line and "Dân vận khéo" not in line


@pytest.mark.parametrize("place", ["gia-thuy"], indirect=True)
def test_a_collective_with_a_model_but_no_award_has_none(place: Place) -> None:
    assert place.past(place.record("Tổ dân phố 15")) == []
    assert place.past(place.record("Chi hội phụ nữ tổ 15")) == []


@pytest.mark.parametrize("place", ["dinh-cong"], indirect=True)
def test_an_award_to_two_persons_without_names_is_nobodys_until_they_are_named(place: Place) -> None:
    everyone = [record for (record,) in place.book.db.execute_sql("SELECT id FROM record WHERE kind = 'person'")]
    assert [line for record in everyone for line in place.life(record)] == []
    two = [place.book.write("Thêm", [Add("person", {"name": name})]).added[0] for name in ("Ông A", "Bà B")]
    sql = "SELECT record_id FROM award WHERE form_words = 'Giấy khen của UBND quận'"
    (award,) = place.book.db.execute_sql(sql).fetchone()
    rows = [{"recipient_kind": "ca_nhan", "who": person} for person in two]
    place.book.write("Ghi tên", [Amend(award, {"recipients": rows})])
    said = "2023 | Giấy khen của UBND quận | Số …, ngày …; UBND quận Hoàng Mai"
    assert [place.past(person) for person in two] == [[said], [said]]
    assert [line for record in everyone for line in place.life(record)] == []


@pytest.mark.parametrize("place", ["dinh-cong"], indirect=True)
def test_an_award_to_the_people_of_a_ward_is_not_the_wards_own(place: Place) -> None:
    assert place.life(place.record("Phường Định Công")) == []


@pytest.mark.parametrize("place", ["mai-dong"], indirect=True)
def test_the_exemplar_of_mai_dong_was_praised_by_the_city(place: Place) -> None:
    person = place.record("Đặng Thị Thanh Bình")
    (line,) = place.past(person)
    assert line.startswith("2023 | Tuyên dương gương điển hình tiên tiến | Số …, ngày …; Ban Chỉ đạo 138")
    assert len(place.life(person)) == 1


@pytest.mark.parametrize("place", ["hue", "thanh-hoa"], indirect=True)
def test_places_without_a_named_recipient_have_no_award_of_anybody(place: Place) -> None:
    rows = place.book.db.execute_sql("SELECT id FROM record WHERE kind IN ('person', 'unit', 'household')")
    assert [line for (record,) in rows.fetchall() for line in place.life(record)] == []
