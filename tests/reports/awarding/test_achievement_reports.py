"""The reports about one nominee, and the papers beside them, as text to read; what leads back, what is left open."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.awarding.achievement_reports import MAKERS, report_kind
from reports.awarding.award_paper_kinds import LONE_PAPERS, NOMINEE_PAPERS
from reports.awarding.award_papers import award_paper_bytes, make_award_paper
from reports.awarding.nominees import read_nominees
from reports.rebuilding import rebuild
from tests.reports.awarding.nominated_ward import Nominated, make_nominated_ward
from tests.reports.documents import faults
from tests.reports.golden import word_text
from tests.reports.test_golden_papers import sound
from ward.edits import Amend
from ward.paper_records import record_paper

GOLDEN = Path(__file__).parents[2] / "golden"
DAY = dt.date(2025, 12, 20)
PAPERS = [
    ("bao-cao-thanh-tich-tap-the", "collective"),
    ("bao-cao-thanh-tich-ca-nhan", "person"),
    ("bao-cao-thanh-tich-ca-nhan", "head"),
    ("bao-cao-thanh-tich-ca-nhan", "empty"),
    ("bao-cao-dot-xuat", "collective"),
    ("bao-cao-dot-xuat", "household"),
    ("bao-cao-dot-xuat", "words"),
    ("bao-cao-chuyen-de", "household"),
    ("bao-cao-chuyen-de", "collective"),
    ("bao-cao-cong-hien", "service"),
    ("bao-cao-ho-gia-dinh", "household"),
    ("tom-tat-thanh-tich", "person"),
    ("tom-tat-thanh-tich", "household"),
    ("xac-nhan-sang-kien", "idea"),
    ("dang-ky-thi-dua", "ward"),
    ("doi-khen-thuong", "mai"),
    ("doi-khen-thuong", "t3"),
    ("doi-khen-thuong", "home"),
]


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Nominated]:
    made = make_nominated_ward(tmp_path / "Phường.sovang")
    yield made
    made.book.close()


@pytest.mark.parametrize(("kind", "name"), PAPERS)
def test_a_paper_reads_as_expected_and_is_sound(kind: str, name: str, ward: Nominated, tmp_path: Path) -> None:
    built = make_award_paper(ward.book, kind, ward[name], tmp_path / "out", today=DAY)
    text, golden = word_text(built.path), f"achievement-{kind}-{name}.txt"
    (tmp_path / golden).write_text(text, encoding="utf-8")
    assert faults(built.path) == []
    assert sound(built.path) == []
    expected = GOLDEN / golden
    assert expected.is_file() and expected.read_text(encoding="utf-8") == text, f"read {tmp_path / golden}"


def test_every_kind_is_shown() -> None:
    assert {kind for kind, _ in PAPERS} == {*NOMINEE_PAPERS, *LONE_PAPERS}
    assert set(MAKERS) == set(NOMINEE_PAPERS)


def text_of(ward: Nominated, kind: str, name: str, today: dt.date = DAY) -> str:
    return word_text(award_paper_bytes(ward.book, kind, ward[name], today=today).content)


def test_every_award_of_section_three_leads_back_to_its_record(ward: Nominated) -> None:
    paper = award_paper_bytes(ward.book, "bao-cao-thanh-tich-tap-the", ward["collective"], today=DAY)
    rows = dict(ward.book.db.execute_sql("SELECT id, uid FROM record").fetchall())
    printed = {(one.record, one.field): one.text for one in paper.filled.prints}
    assert printed[bytes(rows[ward["t8-2023"]]).hex(), "decision_number"] == "15/QĐ-UBND"
    assert printed[bytes(rows[ward["t3-2022"]]).hex(), "period"] == "2022"


def test_a_sudden_deed_tells_no_earlier_award_and_no_year(ward: Nominated) -> None:
    text = text_of(ward, "bao-cao-dot-xuat", "collective")
    assert "CÁC HÌNH THỨC" not in text.upper() and "15/QĐ-UBND" not in text


def test_nobody_signs_for_the_dead(ward: Nominated) -> None:
    posthumous = text_of(ward, "bao-cao-dot-xuat", "words")
    assert "Đề nghị tặng (truy tặng) Giấy khen" in posthumous
    assert posthumous.count("Phạm Thị Tuyết") == 1
    household = text_of(ward, "bao-cao-ho-gia-dinh", "household")
    assert "Chủ hộ: Đỗ Văn Hùng (đã mất ngày 02/7/2025)" in household
    assert household.count("Đỗ Văn Hùng") == 3  # the household, its head, who gave the land; nobody below


def test_the_signature_of_the_submitting_authority_is_asked_for_central_awards_only(ward: Nominated) -> None:
    central = "Xác nhận của cơ quan trình"
    assert central not in text_of(ward, "bao-cao-dot-xuat", "collective")
    ward.book.write("Đổi", [Amend(ward["collective"], {"award_type": ward["hcld_ba"]})])
    assert central in text_of(ward, "bao-cao-dot-xuat", "collective")


def test_a_report_to_the_province_covers_two_years_and_makes_no_year_up(ward: Nominated) -> None:
    nominee = read_nominees(ward.book.db, [ward["collective"]], DAY)[ward["collective"]]
    assert nominee.years == (2024, 2025)
    rows = [
        line for line in text_of(ward, "bao-cao-thanh-tich-tap-the", "collective").splitlines() if "Thu quỹ" in line
    ]
    assert [row.split(" | ")[0] for row in rows] == ["| 2024", "| 2025"]
    assert "| 2024 | Hoàn thành" not in text_of(ward, "bao-cao-thanh-tich-tap-the", "collective")


def test_figures_before_and_after_a_merger_are_not_compared(ward: Nominated) -> None:
    text = text_of(ward, "bao-cao-thanh-tich-tap-the", "collective")
    assert "| 2025 | Thu quỹ vì người nghèo (triệu đồng) | 10 | 12 | 120% | không so (đơn vị đã thay đổi) |" in text


def test_the_clerks_own_comparison_is_printed_in_the_place_of_the_computed_one(ward: Nominated) -> None:
    ward.hand.figure(
        "30", role="actual", period="năm 2025", years=(2025,), indicator=ward["fund"], claims="vượt 49,9% kế hoạch",
        scope=[{"unit": ward["women"]}],
    )  # fmt: skip
    ward.figure("20", "plan", 2025, "women")
    ward.nominate("women's", nominee=ward["women"], recipient_kind="tap_the")
    assert "| 20 | 30 | vượt 49,9% kế hoạch |" in text_of(ward, "bao-cao-thanh-tich-tap-the", "women's")


def test_a_signed_report_stays_as_its_day_saw_it(ward: Nominated, tmp_path: Path) -> None:
    built = make_award_paper(ward.book, "bao-cao-thanh-tich-ca-nhan", ward["person"], tmp_path, today=DAY)
    record = record_paper(ward.book, built.paper)
    before = word_text(rebuild(ward.book, record, today=DAY))
    ward.award("mai-later", ward["mai"], "ldtt", decided_on="2026-01-15", period="2025")
    assert word_text(rebuild(ward.book, record, today=DAY)) == before
    assert "15/01/2026" in word_text(rebuild(ward.book, record, today=dt.date(2026, 2, 1)))


def test_the_clerk_is_told_what_is_missing_before_the_paper_is_signed(ward: Nominated, tmp_path: Path) -> None:
    told = make_award_paper(ward.book, "bao-cao-thanh-tich-tap-the", ward["collective"], tmp_path, today=DAY).warnings
    assert told[0] == "Sổ chưa có xếp loại năm 2024. Hãy thêm ở mục Xếp loại nếu đã có."
    told = make_award_paper(ward.book, "bao-cao-thanh-tich-ca-nhan", ward["person"], tmp_path, today=DAY).warnings
    assert told[0].startswith("Có 01 lần khen thưởng trước đây chưa đủ năm, số, ngày quyết định")
    told = make_award_paper(ward.book, "bao-cao-cong-hien", ward["service"], tmp_path, today=DAY).warnings
    assert [one[:12] for one in told[:2]] == ["Có 01 chức v"] * 2
    told = make_award_paper(ward.book, "xac-nhan-sang-kien", ward["idea"], tmp_path, today=DAY).warnings
    assert "Mẫu số 13" in told[0]


@pytest.mark.parametrize(
    ("basis", "group", "kind"),
    [
        ("cong_trang", "tap_the", "bao-cao-thanh-tich-tap-the"),
        ("cong_trang", "ca_nhan", "bao-cao-thanh-tich-ca-nhan"),
        ("", "ho_gia_dinh", "bao-cao-ho-gia-dinh"),
        ("dot_xuat", "ho_gia_dinh", "bao-cao-dot-xuat"),
        ("chuyen_de", "tap_the", "bao-cao-chuyen-de"),
        ("cong_hien", "ca_nhan", "bao-cao-cong-hien"),
        ("", "", ""),
    ],
)
def test_each_nomination_has_its_report(basis: str, group: str, kind: str) -> None:
    assert report_kind(basis, group) == kind
