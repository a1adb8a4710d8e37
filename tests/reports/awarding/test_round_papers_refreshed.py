"""A draft of a round's paper that the clerk went on writing: today's list comes in, the clerk's words stay."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from desktop.paper_refresh import Refreshing, compare, refresh
from reports.awarding.award_papers import make_award_paper
from tests.reports.awarding.round_stories import PRIZES, year_end_voted
from tests.reports.awarding.small_round import SmallRound, decide
from tests.reports.golden import word_text
from ward.loading import load
from ward.paper_records import record_paper

OWN = "Đoạn này do cán bộ viết thêm."


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SmallRound]:
    found = year_end_voted(tmp_path / "sổ.sovang")
    yield found
    found.book.close()


def written(made: SmallRound, kind: str, about: str, folder: Path, before: str) -> tuple[int, Path]:
    """A draft in which the clerk wrote a paragraph before the one that holds some words."""
    built = make_award_paper(made.book, kind, made[about], folder)
    record = record_paper(made.book, built.paper)
    document = docx.Document(str(built.path))
    place = next(one for one in document.paragraphs if before in one.text)
    place.insert_paragraph_before(OWN)
    document.save(str(built.path))
    return record, built.path


def taken(made: SmallRound, draft: Refreshing) -> str:
    """The refreshed file's text when the clerk takes every proposal."""
    refresh(made.book, draft, {one.key: "today" for one in draft.proposals}, now=dt.datetime.now(dt.UTC))
    return word_text(draft.path).replace("\u00a0", " ")


def test_a_nomination_that_came_later_is_proposed_as_a_row_and_the_counts_follow(
    made: SmallRound, tmp_path: Path
) -> None:
    record, _ = written(made, "danh-sach-trich-ngang", "round", tmp_path / "out", "Danh sách gồm")
    made.set("n nam", state="passed", state_reason="")
    draft = compare(made.book, record)
    assert any(one.kind == "add" and "Ông Bùi Văn Nam" in one.today for one in draft.proposals)
    text = taken(made, draft)
    assert OWN in text and "Ông Bùi Văn Nam" in text
    assert "Danh sách gồm 01 tập thể, 03 cá nhân và 01 hộ gia đình" in text


def test_a_nomination_that_was_withdrawn_is_proposed_to_go(made: SmallRound, tmp_path: Path) -> None:
    record, _ = written(made, "to-trinh", "round", tmp_path / "out", "Hồ sơ kèm theo")
    made.set("n an", state="withdrawn")
    text = taken(made, compare(made.book, record))
    assert OWN in text and "Lao động tiên tiến" not in text
    assert "01 tập thể, 01 cá nhân và 01 hộ gia đình" in text and "(03 báo cáo)" in text


def test_a_draft_of_the_decision_gets_its_number_when_it_is_decided(made: SmallRound, tmp_path: Path) -> None:
    record, _ = written(made, "quyet-dinh-khen", "round", tmp_path / "out", "Điều 2.")
    decide(made, PRIZES)
    text = taken(made, compare(made.book, record))
    assert OWN in text and "Số: 123/QĐ-UBND" in text and "ngày 10 tháng 12 năm 2026" in text
    assert "| 2 | Hộ ông Hoàng Văn Sinh | Số 5, ngõ 12, tổ dân phố số 1 | 2 | 1.140.000 |" in text


def test_nothing_changed_proposes_nothing(made: SmallRound, tmp_path: Path) -> None:
    for kind, about in (("to-trinh", "round"), ("bien-ban-hoi-dong", "meeting"), ("bien-ban-kiem-phieu", "meeting")):
        built = make_award_paper(made.book, kind, made[about], tmp_path / "out")
        draft = compare(made.book, record_paper(made.book, built.paper))
        assert list(draft.proposals) == [], kind


def test_a_refreshed_paper_still_knows_what_it_is_about(made: SmallRound, tmp_path: Path) -> None:
    record, _ = written(made, "to-trinh", "round", tmp_path / "out", "Hồ sơ kèm theo")
    made.set("n an", state="withdrawn")
    draft = compare(made.book, record)
    done = refresh(made.book, draft, {one.key: "today" for one in draft.proposals})
    assert done.record is not None
    assert load(made.book.db, done.record).values["about"] == made["round"]
