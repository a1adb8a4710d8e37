"""Drafts of papers about one nominee, brought up to date: today's register around what the clerk wrote by hand."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from reports.awarding.award_papers import award_paper_bytes
from reports.refreshing.refresh import apply, plan_refresh
from tests.reports.awarding.nominated_ward import Nominated, make_nominated_ward
from tests.reports.awarding.test_achievement_reports import PAPERS
from tests.reports.refresh.small_report import faults_of, lines
from ward.edits import Amend, Bin
from ward.statements import typed_figure

DAY = dt.date(2025, 12, 20)
MINE = "Câu này do người viết báo cáo tự ghi."


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Nominated]:
    made = make_nominated_ward(tmp_path / "Phường.sovang")
    yield made
    made.book.close()


def paper(ward: Nominated, kind: str, name: str) -> bytes:
    return award_paper_bytes(ward.book, kind, ward[name], today=DAY).content


def change_records(ward: Nominated) -> None:
    """Awards more and less, another number, another birthday, another figure, a post that ended."""
    ward.award("new for mai", ward["mai"], "giay_khen", period="2021", years=(2021,), decision_number="5/QĐ-UBND")
    ward.award("new for t3", ward["t3"], "giay_khen", period="2020", years=(2020,))
    ward.award("new for home", ward["home"], "giay_khen", period="2019", years=(2019,))
    ward.add("nobody rated", "rating", subject=ward["nobody"], year=2025, grade="HTTNV")
    ward.add("nobody's idea", "initiative", name="Ý mới", state="recognised", authors=[{"who": ward["nobody"]}])
    figures = [row[0] for row in ward.book.db.execute_sql("SELECT record_id FROM figure").fetchall()]
    ward.book.write(
        "Sửa",
        [
            Amend(ward["mai-2024"], {"decision_number": "391/QĐ-UBND", "decided_on": "2024-12-12"}),
            Amend(ward["mai"], {"birth": "1990-02-03"}),
            Bin(ward["t3-2022"]),
            Bin(ward["mai-party"]),
            *(Amend(one, typed_figure("14", measure="triệu đồng")) for one in figures[-1:]),
            Amend(ward["idea"], {"effect": "Giảm 70% thời gian."}),
            Amend(ward["wish"], {"status": "achieved"}),
        ],
    )


@pytest.mark.parametrize(("kind", "name"), PAPERS)
def test_an_unedited_draft_becomes_todays_paper(kind: str, name: str, ward: Nominated, tmp_path: Path) -> None:
    printed = paper(ward, kind, name)
    change_records(ward)
    fresh = paper(ward, kind, name)
    refreshed = apply(plan_refresh(printed, fresh), {})
    assert lines(refreshed) == lines(fresh)
    assert faults_of(refreshed, tmp_path) <= faults_of(printed, tmp_path)


def test_what_the_clerk_wrote_over_a_line_of_dots_stays_while_the_register_grows(ward: Nominated) -> None:
    draft = docx.Document(io.BytesIO(paper(ward, "bao-cao-thanh-tich-ca-nhan", "person")))
    places = [one for one in draft.paragraphs if one.style is not None and one.style.name == "Chỗ ghi"]
    places[0].text = MINE
    edited = io.BytesIO()
    draft.save(edited)
    change_records(ward)
    plan = plan_refresh(edited.getvalue(), paper(ward, "bao-cao-thanh-tich-ca-nhan", "person"))
    told = lines(apply(plan, {}))
    assert plan.undecided == ()
    assert MINE in told
    assert any("5/QĐ-UBND" in line for line in told) and any("391/QĐ-UBND" in line for line in told)
