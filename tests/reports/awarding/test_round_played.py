"""Rounds played by the program's own verbs, from nomination to decision: what their papers say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.awarding.award_papers import award_paper_bytes
from tests.reports.awarding.small_round import SmallRound, make_small_round
from tests.reports.golden import word_text
from ward.awarding.council import Attending, attending, mark_attendance, open_meeting
from ward.awarding.counting import Count, Written, enter_count, enter_lower, enter_written, note_papers
from ward.awarding.deciding import Signing, decide
from ward.awarding.judging import demands, give_reason
from ward.awarding.nominating import Draft, nominate
from ward.awarding.results import lock
from ward.awarding.submitting import submit

DAY = dt.date(2026, 12, 20)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SmallRound]:
    found = make_small_round(tmp_path / "sổ.sovang")
    yield found
    found.book.close()


def put_in(made: SmallRound, code: str, *who: str) -> list[int]:
    drafts = [Draft(award_type=made[code], nominee=made[one], achievement=f"Thành tích của {one}") for one in who]
    return list(nominate(made.book, made["round"], drafts).added)


def text(made: SmallRound, kind: str, about: int) -> str:
    return word_text(award_paper_bytes(made.book, kind, about, today=DAY).content).replace("\u00a0", " ")


def reasoned(made: SmallRound, nominations: list[int]) -> None:
    for one in demands(made.book.db, nominations):
        give_reason(made.book, one.nomination, one.rule, one.sentence, "Đã có văn bản của cấp trên")


def test_a_secret_ballot_with_an_absent_member_and_a_lower_award(made: SmallRound) -> None:
    mai, an, nam = put_in(made, "cstd_co_so", "mai", "an", "nam")
    meeting = open_meeting(made.book, made["round"], {"held_on": "2026-12-05"})
    members = attending(made.book.db, meeting)
    away = Attending(members[4].who, members[4].name, members[4].role, members[4].as_title, "written", "Ốm")
    mark_attendance(made.book, meeting, [*members[:4], away])
    note_papers(made.book, meeting, issued=4, returned=4)
    enter_written(made.book, meeting, [Written(mai, 1), Written(an, 0, 1), Written(nam, 0, 1)])
    for which, who in ((1, "Chị Hà"), (2, "Anh Dũng")):
        enter_count(made.book, meeting, which, who, [Count(mai, 4), Count(an, 2, 2), Count(nam, 1, 3)])
    enter_lower(made.book, meeting, an, made["ldtt"], 5)
    lock(made.book, meeting, who="Chị Hà")
    minutes = text(made, "bien-ban-hoi-dong", meeting)
    assert "| 05 | 05 | 100% | Đạt |" in minutes and "| 01 | 05 | 20% | Không đạt |" in minutes
    assert "| 02 | 05 | 40% | Không đạt; mức Lao động tiên tiến: 05 phiếu đồng ý |" in minutes
    assert "thông qua mức khen thấp hơn đối với 01 cá nhân" in minutes
    proposal = text(made, "to-trinh", made["round"])
    assert "“Chiến sĩ thi đua cơ sở” cho 01 cá nhân" in proposal and "“Lao động tiên tiến” cho 01 cá nhân" in proposal
    assert "Bùi Văn Nam" not in text(made, "danh-sach-trich-ngang", made["round"])


def test_a_show_of_hands_is_counted_once(made: SmallRound) -> None:
    (mai,) = put_in(made, "giay_khen_phuong", "mai")
    meeting = open_meeting(made.book, made["round"], {"held_on": "2026-12-05"})
    enter_count(made.book, meeting, 1, "Chị Hà", [Count(mai, 5)])
    lock(made.book, meeting)
    minutes = text(made, "bien-ban-hoi-dong", meeting)
    assert "| 05 | 05 | 100% | Đạt |" in minutes and "biểu quyết công khai" in minutes


def test_a_decision_says_names_offices_numbers_and_signer_as_they_were_decided(made: SmallRound) -> None:
    nominations = put_in(made, "giay_khen_phuong", "mai", "an", "tdp 16", "household")
    reasoned(made, nominations)
    signing = Signing(signer="Phạm Văn Bình", signer_title="Phó Chủ tịch")
    decided = decide(made.book, made["round"], nominations, on="2026-12-10", number="123/QĐ-UBND", signing=signing)
    made.set("mai", name="Nguyễn Thị Mai Hương", positions=[])
    whole = text(made, "quyet-dinh-khen", decided.document)
    assert "| 1 | Bà Nguyễn Thị Mai | Công chức Văn hóa - Xã hội" in whole and "Mai Hương" not in whole
    assert "KT. CHỦ TỊCH ⏎ PHÓ CHỦ TỊCH ⏎  ⏎ Phạm Văn Bình" in whole
    assert [f"| {n} |" in whole for n in (1, 2, 3, 4)] == [True] * 4
    money = text(made, "danh-sach-chi-thuong", decided.document)
    assert "Bốn triệu một trăm tám mươi nghìn đồng" in whole and "Bốn triệu một trăm tám mươi nghìn đồng" in money


def test_what_is_sent_up_says_its_number_day_and_addressee(made: SmallRound) -> None:
    nominations = put_in(made, "bang_khen_tinh", "mai", "an")
    reasoned(made, nominations)
    sent = submit(
        made.book,
        made["round"],
        nominations,
        level="tinh",
        authority="Chủ tịch Ủy ban nhân dân Thành phố",
        number="45/TTr-UBND",
        on="2026-12-08",
    )
    whole = text(made, "to-trinh", sent.records[0])
    assert "Số: 45/TTr-UBND" in whole and "Yên Thái, ngày 08 tháng 12 năm 2026" in whole
    assert "- Chủ tịch Ủy ban nhân dân Thành phố;" in whole and "02 cá nhân" in whole
    listing = text(made, "danh-sach-trich-ngang", sent.records[0])
    assert (
        "(Kèm theo Tờ trình số 45/TTr-UBND ngày 08 tháng 12 năm 2026 của Ủy ban nhân dân phường Yên Thái)" in listing
    )
