"""Two invented places, entered from the exchange page alone: all they say is held, and printed where it belongs."""

import datetime as dt
import json
from pathlib import Path

import pytest

from forms.exchange import carry_out, export, plan_import
from reports.papers import make_paper
from tests.facts.matching import find
from tests.facts.papers import left_out, lines_of, printed
from tests.facts.records import Held, read
from ward.book import Book
from ward.findings import findings

CASES = Path(__file__).parent / "cases" / "other"
YEARS = {"nam-thuong": 2023, "kim-dai": 2025}
DISAGREEING = {
    "nam-thuong": {("120", "118"), ("96,5%", "95,7%")},
    "kim-dai": {("64", "66")},
}


class Place:
    """An invented place: its book, its facts, its records, the lines of its report."""

    def __init__(self, name: str, folder: Path) -> None:
        self.facts = json.loads((CASES / f"{name}.facts.json").read_text(encoding="utf-8"))
        self.file = CASES / f"{name}.json"
        self.name = name
        self.book = Book.create(folder / f"{name}.sovang")
        plan = plan_import(self.book, self.file)
        assert plan.count("new") == len(plan.items), plan.receipt()
        carry_out(self.book, plan)
        self.records = read(self.book)
        year = YEARS[name]
        paper = make_paper(self.book, "bao-cao-tong-ket-nam", [year], folder, today=dt.date(year, 12, 31))
        self.lines = lines_of(paper.path)

    def line(self, words: str) -> str:
        (found,) = [line for line in self.lines if words in line]
        return found.replace("\u00a0", " ")

    def of(self, kind: str) -> list[Held]:
        return [held for held in self.records if held.kind == kind]


@pytest.fixture(scope="module", params=sorted(YEARS))
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    made = Place(request.param, tmp_path_factory.mktemp(request.param))
    yield made
    made.book.close()


def test_every_fact_is_held(place: Place):
    assert [fact["text_vi"] for fact in place.facts if find(fact, place.records) is None] == []


def test_every_fact_that_belongs_in_the_report_is_printed_there(place: Place):
    missing = []
    for fact in place.facts:
        held = find(fact, place.records)
        if held and not left_out(fact, held, place.records) and not printed(fact, held, place.lines):
            missing.append(fact["text_vi"])
    assert missing == []


def test_what_disagrees_is_found_and_nothing_else_is_alarmed_at(place: Place):
    found = [one for one in findings(place.book.db) if one.severity != "note"]
    assert {one.numbers for one in found} == DISAGREEING[place.name]
    told = [fact for fact in place.facts if fact.get("contradiction")]
    assert len(found) == len(told) == len(DISAGREEING[place.name])


def test_the_same_file_again_adds_nothing(place: Place):
    plan = plan_import(place.book, place.file)
    assert plan.count("same") == len(plan.items)


def test_it_goes_out_and_in_again_the_same(place: Place, tmp_path: Path):
    export(place.book, tmp_path / "first.json")
    with Book.create(tmp_path / "copy.sovang") as copy:
        carry_out(copy, plan_import(copy, tmp_path / "first.json"))
        export(copy, tmp_path / "second.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()


def test_names_with_marks_and_names_of_three_hundred_letters_are_printed_as_they_are(place: Place):
    for practice in place.of("practice"):
        assert any(practice.values["name"] in line for line in place.lines)


SAID = {
    "nam-thuong": [
        "31 vụ (năm 2022: 43 vụ), giảm 12 vụ (27,9%) so với cùng kỳ.",
        "2.264 tỷ đồng, vượt 468,9% dự toán, bằng 157,8% so cùng kỳ.",
        "thứ 3 (năm 2022: hạng 119/126).",
        "Trần Văn Đại, nghệ nhân hát then) được UBND thành phố truy tặng Bằng khen.",
        "Đoạn 4: đang thực hiện, khối lượng hoàn thành là 65%; Đoạn 5: chưa bắt đầu.",
        "88 tập thể và cá nhân được UBND phường Nam Thượng tặng Giấy khen",
        "được UBND quận Lam Kiều và Công an thành phố Vân Phong Đông tặng Giải Nhất",
    ],
    "kim-dai": [
        "16.976/18.452 hồ sơ (từ 01/7/2025 đến 30/11/2025), chiếm 92%.",
        "29/27 đảng viên, đạt 107,4% kế hoạch.",
        "Thu ngân sách trên địa bàn (ba phường cũ): 148,6 tỷ đồng (9 tháng đầu năm 2025).",
        "Kế hoạch số 77/KH-CAP tháng 8/2025 của Công an phường Kim Đài.",
        "Đỗ Thị Hạnh Nguyên, Bí thư Đảng ủy phường Kim Đài, Chủ tịch HĐND phường Kim Đài.",
        "| dưới 0,05% | đến năm 2030",
        "Đề nghị truy tặng Huân chương Dũng cảm cho 01 cá nhân (Lý Văn Tâm)",
    ],
}


def test_the_report_says_it_the_way_it_was_said(place: Place):
    for words in SAID[place.name]:
        assert words in place.line(words)
