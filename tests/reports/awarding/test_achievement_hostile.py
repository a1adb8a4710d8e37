"""What nobody should write, in the papers about one nominee: braces, markup, endless names, decomposed letters."""

import datetime as dt
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from reports.awarding.award_paper_kinds import AWARD_PAPERS, LONE_PAPERS, NOMINEE_PAPERS
from reports.awarding.award_papers import make_award_paper
from tests.reports.awarding.nominated_ward import Nominated, make_nominated_ward
from tests.reports.documents import faults
from tests.reports.golden import word_text
from ward.book import Book
from ward.edits import Add, Amend

DAY = dt.date(2025, 12, 20)
ODD = 'Ngô & <b>"Mai"</b> {{ 1 + 1 }} {% if %} \'; DROP\u200b'
LONG = " ".join(["Nguyễn Thị Ánh Tuyết"] * 15)
WORD = "Đ" * 300
NAMES = [ODD, LONG, WORD, unicodedata.normalize("NFD", "Nguyễn Thị Thủy Trường")]
PEOPLE = {"person": "mai", "unit": "t3", "household": "home"}


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Nominated]:
    made = make_nominated_ward(tmp_path / "Phường.sovang")
    yield made
    made.book.close()


def rename(ward: Nominated, name: str) -> None:
    """Everybody and everything is called so."""
    unit = [{"name": name, "unit_kind": "tổ dân phố", "parent": ward["ward"]}]
    changes = [Amend(ward["mai"], {"name": name, "hometown": name}), Amend(ward["home"], {"name": name})]
    changes += [Amend(ward["t3"], {"names": unit, "address": name}), Amend(ward["idea"], {"name": name})]
    changes += [Amend(ward[one], {"achievement": f"{name}\n{name}"}) for one in ("person", "collective", "household")]
    ward.book.write("Đổi tên", [*changes, Amend(ward["lane"], {"name": name}), Amend(ward["hien"], {"name": name})])


@pytest.mark.parametrize("name", NAMES, ids=["markup", "long", "one word", "decomposed"])
def test_odd_names_are_printed_whole_and_the_files_are_sound(name: str, ward: Nominated, tmp_path: Path) -> None:
    rename(ward, name)
    written = unicodedata.normalize("NFC", name)
    abouts = {"bao-cao-thanh-tich-tap-the": "collective", "bao-cao-ho-gia-dinh": "household"}
    abouts |= {"bao-cao-chuyen-de": "household", "bao-cao-cong-hien": "service"}
    for kind in NOMINEE_PAPERS:
        built = make_award_paper(ward.book, kind, ward[abouts.get(kind, "person")], tmp_path / kind, today=DAY)
        assert faults(built.path) == [] and not [one for one in built.warnings if "thẻ" in one]
        assert written.casefold() in word_text(built.path).casefold()
        docx.Document(str(built.path))
    for kind, about in (("xac-nhan-sang-kien", "idea"), ("dang-ky-thi-dua", "ward"), ("doi-khen-thuong", "mai")):
        built = make_award_paper(ward.book, kind, ward[about], tmp_path / kind, today=DAY)
        assert faults(built.path) == [] and not [one for one in built.warnings if "thẻ" in one]
        assert written.casefold() in word_text(built.path).casefold()


def test_a_hundred_awards_stand_in_one_table_whose_head_is_repeated(ward: Nominated, tmp_path: Path) -> None:
    types = ward["ldtt"], ward["giay_khen"]
    rows = [{"recipient_kind": "ca_nhan", "who": ward["mai"]}]
    given = [
        {"award_type": types[n % 2], "state": "granted", "recipients": rows, "period": str(1930 + n), "years": ()}
        for n in range(90)
    ]
    ward.book.write("Thêm", [Add("award", values) for values in given])
    report = make_award_paper(ward.book, "bao-cao-thanh-tich-ca-nhan", ward["person"], tmp_path, today=DAY)
    tables = [table for table in docx.Document(str(report.path)).tables if table.cell(0, 0).text == "Năm"]
    assert [len(table.rows) for table in tables[-2:]] == [48, 46]
    life = make_award_paper(ward.book, "doi-khen-thuong", ward["mai"], tmp_path, today=DAY)
    (table,) = [table for table in docx.Document(str(life.path)).tables if table.cell(0, 0).text == "TT"]
    assert len(table.rows) == 95
    assert table.rows[0]._tr.trPr is not None and "tblHeader" in table.rows[0]._tr.trPr.xml


def test_a_book_without_an_office_and_a_person_without_anything_give_sound_papers(tmp_path: Path) -> None:
    with Book.create(tmp_path / "Trống.sovang", who="A", installation="máy") as book:
        person, unit, household, idea, group = book.write(
            "Thêm",
            [
                Add("person", {"name": "X"}),
                Add("unit", {"names": [{"name": "Y"}]}),
                Add("household", {"name": "Z"}),
                Add("initiative", {"name": "I"}),
                Add("round", {"name": "Đợt"}),
            ],
        ).added
        for who in (person, unit, household):
            values = {"round": group, "nominee": who, "form_words": "Giấy khen"}
            (nomination,) = book.write("Đề nghị", [Add("nomination", values)]).added
            for kind in NOMINEE_PAPERS:
                built = make_award_paper(book, kind, nomination, tmp_path / "out", today=DAY)
                assert faults(built.path) == []
                assert "None" not in word_text(built.path) and "()" not in word_text(built.path)
        for kind in LONE_PAPERS:
            for about in (person, unit, household, idea):
                stored = book.db.execute_sql("SELECT kind FROM record WHERE id = ?", (about,)).fetchone()[0]
                if stored in AWARD_PAPERS[kind].about:
                    assert faults(make_award_paper(book, kind, about, tmp_path / "out", today=DAY).path) == []
