"""Facts about the dossier's doctor: what it finds in a round's papers, and that it finds nothing in healthy ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reports.dossier.doctor import examine
from reports.dossier.findings import DossierFinding, Item
from tests.desktop.typing_clerk import TypingClerk
from tests.reports.awarding.small_round import SmallRound, make_small_round
from tests.reports.dossier.played import STORIES, States, kept, year_end
from ward.edits import Add
from ward.evidence import attach
from ward.paper_records import sign, void

SIGNED = dt.date(2026, 12, 14)
COPIED = (
    "Bản thân đã chủ động tham mưu cho Ủy ban nhân dân phường triển khai có hiệu quả việc số hóa hồ sơ, "
    "rút ngắn thời gian giải quyết thủ tục hành chính cho nhân dân từ năm ngày xuống còn hai ngày làm việc."
)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SmallRound]:
    *_, found = year_end(tmp_path / "sổ.sovang")
    yield found
    found.book.close()


@pytest.fixture
def papers(made: SmallRound, tmp_path: Path) -> dict[str, int]:
    return kept(made, tmp_path / "out")[1]


def findings(made: SmallRound) -> tuple[DossierFinding, ...]:
    return examine(made.book, made["round"]).findings


def item(made: SmallRound, nomination: str, label: str) -> Item:
    (dossier,) = (one for one in examine(made.book, made["round"]).dossiers if one.nomination == made[nomination])
    return next(one for one in dossier.items if label in one.label)


def file_of(made: SmallRound, tmp_path: Path, name: str) -> Path:
    return next((tmp_path / "out").rglob(name))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_a_healthy_round_has_no_finding_in_any_state(story: Callable[[Path], States], tmp_path: Path) -> None:
    made = None
    for made in story(tmp_path / "sổ.sovang"):
        _, papers = kept(made, tmp_path / "out")
        assert findings(made) == ()
        for paper in papers.values():
            sign(made.book, paper, SIGNED)
        assert findings(made) == ()
        for paper in papers.values():
            void(made.book, paper, "Làm lại ở bước sau")
    assert made is not None
    made.book.close()


def test_nothing_made_means_everything_is_missing_and_nothing_contradicts(made: SmallRound) -> None:
    told = examine(made.book, made["round"])
    assert told.findings == () and all(one.missing for one in told.dossiers)
    assert {one.name for one in told.dossiers} == {
        "Tổ dân phố số 16",
        "Nguyễn Thị Mai",
        "Trần Văn An",
        "Hộ ông Hoàng Văn Sinh",
    }


def test_a_draft_is_unsigned_and_a_signed_paper_is_there_with_its_number(
    made: SmallRound, papers: dict[str, int]
) -> None:
    assert item(made, "n mai", "Báo cáo").state == "unsigned"
    sign(made.book, papers["02-Bao-cao-thanh-tich-ca-nhan-nguyen-thi-mai.docx"], SIGNED, "7/BC")
    found = item(made, "n mai", "Báo cáo")
    assert (found.state, found.words) == ("there", "số 7/BC") and found.article


def test_a_signed_paper_is_stale_once_what_it_printed_changes(made: SmallRound, papers: dict[str, int]) -> None:
    sign(made.book, papers["02-Bao-cao-thanh-tich-ca-nhan-nguyen-thi-mai.docx"], SIGNED)
    made.set("n mai", state_on="2026-12-15")
    assert item(made, "n mai", "Báo cáo").state == "there"
    made.set("n mai", achievement="Sáng kiến giảm 5 ngày")
    assert item(made, "n mai", "Báo cáo").state in ("stale", "wrong")
    assert item(made, "n an", "Báo cáo").state == "unsigned"


def test_a_file_that_is_gone_is_missing_and_told(made: SmallRound, papers: dict[str, int], tmp_path: Path) -> None:
    file_of(made, tmp_path, "01-To-trinh.docx").unlink()
    found = item(made, "n an", "Tờ trình")
    assert found.state == "missing" and "01-To-trinh.docx" in found.words
    assert [one.records for one in findings(made)] == [(papers["01-To-trinh.docx"],)]


def test_a_file_that_is_no_paper_is_told_in_words(made: SmallRound, papers: dict[str, int], tmp_path: Path) -> None:
    file_of(made, tmp_path, "01-To-trinh.docx").write_bytes(b"rac")
    (found,) = findings(made)
    assert found.severity == "look" and "Hãy lập lại văn bản này." in found.sentence


def test_evidence_attached_under_the_papers_name_counts(made: SmallRound) -> None:
    assert item(made, "n mai", "Chứng nhận sáng kiến").state == "missing"
    attach(made.book, b"%PDF-1.4", made["n mai"], file_name="Chứng nhận sáng kiến.pdf")
    found = item(made, "n mai", "Chứng nhận sáng kiến")
    assert found.state == "there" and "Chứng nhận sáng kiến" in found.words


def test_an_initiative_recognised_under_a_number_is_its_certificate(made: SmallRound) -> None:
    idea = made.add("idea", "initiative", name="Số hóa", state="proposed", authors=[{"who": made["mai"]}])
    made.set("n mai", initiatives=[{"initiative": idea}])
    assert item(made, "n mai", "Chứng nhận sáng kiến").state == "missing"
    made.set("idea", state="recognised", decision_number="31/QĐ-UBND")
    found = item(made, "n mai", "Chứng nhận sáng kiến")
    assert (found.state, found.words) == ("there", "công nhận tại 31/QĐ-UBND")


def test_who_was_withdrawn_after_the_papers_were_made_still_stands_in_them(tmp_path: Path) -> None:
    made = next(year_end(tmp_path / "sổ.sovang"))
    _, papers = kept(made, tmp_path / "out")
    made.set("n an", state="withdrawn", state_reason="Chuyển công tác")
    told = [one for one in findings(made) if one.severity == "wrong"]
    assert {one.records[-1] for one in told} == {papers["01-To-trinh.docx"], papers["02-Danh-sach-trich-ngang.docx"]}
    assert all("còn ghi cả Trần Văn An" in one.sentence and one.records[0] == made["n an"] for one in told)
    assert item(made, "n mai", "Tờ trình").state == "wrong"
    made.book.close()


def test_who_was_added_after_the_papers_were_made_is_missing_in_them(tmp_path: Path) -> None:
    made = next(year_end(tmp_path / "sổ.sovang"))
    kept(made, tmp_path / "out")
    made.nominate("n tdp 1", "giay_khen_phuong", made["tdp 1"], achievement="Không có tội phạm")
    told = [one.sentence for one in findings(made)]
    assert len(told) == 2 and all("thiếu Tổ dân phố số 1 so với sổ" in one for one in told)
    made.book.close()


def test_the_papers_of_each_step_are_counted_against_the_book(made: SmallRound, papers: dict[str, int]) -> None:
    made.set("award n an", state="cancelled", cancelled_on="2026-12-20", cancelled_reason="Kê khai sai")
    made.set("n an", state="cancelled")
    concerned = {one.paper.partition(":")[0] for one in findings(made) if "còn ghi cả Trần Văn An" in one.sentence}
    assert concerned >= {
        "Tờ trình đề nghị khen thưởng",
        "Danh sách trích ngang đề nghị khen thưởng",
        "Quyết định khen thưởng",
        "Danh sách chi thưởng",
        "Giấy chứng nhận danh hiệu",
    }


def test_a_row_deleted_in_word_is_missed(made: SmallRound, papers: dict[str, int], tmp_path: Path) -> None:
    clerk = TypingClerk(file_of(made, tmp_path, "02-Danh-sach-trich-ngang.docx"))
    clerk.delete_row("Trần Văn An")
    clerk.save()
    assert any("thiếu Trần Văn An" in one.sentence and one.severity == "wrong" for one in findings(made))


def test_a_signed_list_that_the_book_has_left_behind_is_only_to_be_looked_at(
    made: SmallRound, papers: dict[str, int]
) -> None:
    sign(made.book, papers["01-To-trinh.docx"], SIGNED)
    made.set("n an", state="withdrawn", state_reason="Chuyển công tác")
    (found,) = (one for one in findings(made) if one.records[-1] == papers["01-To-trinh.docx"])
    assert found.severity == "look" and "Văn bản đã ký" in found.sentence


def test_a_number_typed_over_in_a_paper_is_told_with_its_place(
    made: SmallRound, papers: dict[str, int], tmp_path: Path
) -> None:
    clerk = TypingClerk(file_of(made, tmp_path, "01-Danh-sach-chi-thuong.docx"))
    clerk.type_over("760.000", "960.000", within="760.000")
    clerk.save()
    told = [one for one in findings(made) if "960.000" in one.sentence]
    assert told and all(one.paper.startswith("Danh sách chi thưởng") and one.page for one in told)


def test_a_paragraph_copied_between_two_persons_reports_is_told_with_both(
    made: SmallRound, papers: dict[str, int], tmp_path: Path
) -> None:
    for name in ("nguyen-thi-mai", "tran-van-an"):
        clerk = TypingClerk(file_of(made, tmp_path, f"*-Bao-cao-thanh-tich-ca-nhan-{name}.docx"))
        clerk.add_paragraph("c) Sáng kiến", COPIED)
        clerk.save()
    (found,) = (one for one in findings(made) if one.key.startswith("same"))
    assert found.severity == "look" and "giống hệt nhau" in found.sentence and found.page
    assert "Nguyễn Thị Mai" in found.sentence and "Trần Văn An" in found.sentence and len(found.records) == 2


def test_a_paragraph_taken_from_last_years_report_of_the_same_person_is_told(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang", basis="dot_xuat")
    this_year = made["round"]
    held = {"name": "Năm trước", "basis": "dot_xuat", "years": (2025,)}
    (last,) = made.book.write("Đợt", [Add("round", held)]).added
    for number, record in enumerate((last, this_year)):
        made.ids["round"] = record
        made.nominate(f"n {number}", "giay_khen_phuong", made["mai"], achievement=f"Việc tốt lần {number + 1}")
        _, papers = kept(made, tmp_path / f"out {number}")
        (report,) = (tmp_path / f"out {number}").rglob("*Bao-cao-dot-xuat*.docx")
        clerk = TypingClerk(report)
        clerk.add_paragraph("Khó khăn, thách thức", COPIED)
        clerk.save()
    (found,) = (one for one in findings(made) if one.key.startswith("same"))
    assert found.records == (papers[report.name],) and "(năm 2025)" in found.sentence
    made.book.close()


def test_looking_through_can_be_stopped_and_changes_nothing(made: SmallRound, papers: dict[str, int]) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert 0 <= done < total
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        examine(made.book, made["round"], progress=stop)


def test_a_round_without_anybody_has_neither_dossiers_nor_findings(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang")
    told = examine(made.book, made["round"])
    assert told.dossiers == () and told.findings == ()
    made.book.close()


def test_reports_of_two_persons_of_one_name_are_told_apart(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang", basis="dot_xuat")
    for number in (1, 2):
        who = made.add(f"who {number}", "person", name="Nguyễn Văn Hùng")
        made.nominate(f"n {number}", "giay_khen_phuong", who, achievement=COPIED)
    _, papers = kept(made, tmp_path / "out")
    (found,) = (one for one in findings(made) if one.key.startswith("same"))
    assert set(found.records) == {papers[name] for name in papers if "nguyen-van-hung" in name}
    made.book.close()
