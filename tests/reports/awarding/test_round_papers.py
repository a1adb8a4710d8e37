"""What the papers of a round may and may not say: counts, who stands in them, money, votes, layouts."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reports.awarding.award_paper_kinds import AWARD_PAPERS, PARTY_PAPERS, ROUND_PAPERS, papers_about
from reports.awarding.award_papers import AwardPaper, award_paper_bytes, make_award_paper
from reports.rebuilding import rebuild_context, rebuilt
from tests.reports.awarding.round_stories import DAY, PASSED, PRIZES, STORIES, Papers, year_end_voted
from tests.reports.awarding.small_round import SmallRound, decide, make_small_round, nominate_all
from tests.reports.golden import word_text
from ward.awarding.deciding import decide as grant_by_decision
from ward.edits import Bin
from ward.errors import UserError
from ward.paper_records import record_paper, sign


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SmallRound]:
    """The year's end after the vote."""
    found = year_end_voted(tmp_path / "sổ.sovang")
    yield found
    found.book.close()


def paper(made: SmallRound, kind: str, about: str) -> AwardPaper:
    return award_paper_bytes(made.book, kind, made[about], today=DAY)


def text(made: SmallRound, kind: str, about: str) -> str:
    return word_text(paper(made, kind, about).content).replace("\u00a0", " ")


def rows(whole: str) -> list[list[str]]:
    """The numbered rows of the tables."""
    return [line.strip("| ").split(" | ") for line in whole.splitlines() if re.match(r"\| \d+ \|", line)]


def test_the_counts_of_the_proposal_are_the_rows_of_its_list_and_the_reports_it_names(made: SmallRound) -> None:
    listed = rows(text(made, "danh-sach-trich-ngang", "round"))
    proposal = text(made, "to-trinh", "round")
    assert len(listed) == 4
    assert "01 tập thể, 02 cá nhân và 01 hộ gia đình" in proposal
    assert "Báo cáo thành tích (04 báo cáo)" in proposal
    assert len(rows(text(made, "cong-khai", "round"))) == 4


@pytest.mark.parametrize("kind", ["to-trinh", "danh-sach-trich-ngang", "cong-khai", "quyet-dinh-khen"])
def test_who_was_withdrawn_or_failed_stands_in_no_proposal_and_no_decision(made: SmallRound, kind: str) -> None:
    whole = text(made, kind, "round")
    assert "Nguyễn Thị Mai" in whole or kind == "to-trinh"
    assert "Bùi Văn Nam" not in whole and "Phạm Văn Bình" not in whole


def test_the_minutes_tell_what_fell_out_before_and_by_the_vote(made: SmallRound) -> None:
    whole = text(made, "bien-ban-hoi-dong", "meeting")
    assert "Ông Bùi Văn Nam (Lao động tiên tiến): đã rút – Chuyển công tác." in whole
    assert ["4", "Ông Phạm Văn Bình", "", "Chiến sĩ thi đua cơ sở", "02", "05", "40%", "Không đạt"] in rows(whole)


def test_the_percent_is_of_all_members_written_opinions_among_them(made: SmallRound) -> None:
    row = next(one for one in rows(text(made, "bien-ban-hoi-dong", "meeting")) if "Hộ ông Hoàng Văn Sinh" in one)
    assert row[4:7] == ["04", "05", "80%"]


def test_two_countings_that_differ_leave_the_vote_open_and_are_told(made: SmallRound) -> None:
    made.set("ballot n mai", second_agree=3)
    found = paper(made, "bien-ban-kiem-phieu", "meeting")
    row = next(one for one in rows(word_text(found.content)) if "Bà Nguyễn Thị Mai" in one)
    assert row[3:] == ["…", "0", "…"]
    assert any("1 đề nghị chưa có kết quả kiểm phiếu khớp nhau" in one for one in found.warnings())


def test_a_vote_that_is_counted_once_only_stays_open(made: SmallRound) -> None:
    made.set("ballot n mai", second_agree=None, second_disagree=None)
    assert ["2", "Bà Nguyễn Thị Mai", "Chiến sĩ thi đua cơ sở", "…", "…", "…"] in rows(
        text(made, "bien-ban-kiem-phieu", "meeting")
    )


def test_a_secret_ballot_has_no_place_for_a_name_and_an_open_one_has(made: SmallRound) -> None:
    assert "Ký, ghi rõ họ tên" not in text(made, "phieu-bau", "meeting")
    made.set("meeting", method="open")
    whole = text(made, "phieu-bau", "meeting")
    assert "Phiếu lấy ý kiến" in whole and "Thành viên Hội đồng ⏎ (Ký, ghi rõ họ tên)" in whole


def test_the_ballot_lists_what_is_voted_on_and_not_what_was_withdrawn(made: SmallRound) -> None:
    names = [row[1] for row in rows(text(made, "phieu-bau", "meeting"))]
    assert "Ông Phạm Văn Bình" in names and "Ông Bùi Văn Nam" not in names and len(names) == 5


def test_a_drafted_decision_has_the_prizes_of_the_rules_and_no_numbers_in_the_book(made: SmallRound) -> None:
    whole = text(made, "quyet-dinh-khen", "round")
    assert ["3", "Bà Nguyễn Thị Mai", "Công chức Văn hóa - Xã hội phường Yên Thái", "", "2.530.000"] in rows(whole)
    assert "5.950.000 đồng (Bằng chữ: Năm triệu chín trăm năm mươi nghìn đồng)" in whole
    assert "Số: …/QĐ-UBND" in whole


def test_a_decision_has_the_number_and_day_of_its_document_and_the_numbers_in_the_book(made: SmallRound) -> None:
    decide(made, PRIZES)
    whole = text(made, "quyet-dinh-khen", "decision")
    assert "Số: 123/QĐ-UBND" in whole and "Yên Thái, ngày 10 tháng 12 năm 2026" in whole
    assert ["2", "Hộ ông Hoàng Văn Sinh", "Số 5, ngõ 12, tổ dân phố số 1", "2", "1.140.000"] in rows(whole)
    assert text(made, "quyet-dinh-khen", "round") == whole


def test_the_decision_is_the_chairs_own_and_a_deputy_signs_for_the_chair(made: SmallRound) -> None:
    assert "CHỦ TỊCH ⏎  ⏎ Lê Thị Hà" in text(made, "quyet-dinh-khen", "round")
    assert "TM. ỦY BAN" not in text(made, "quyet-dinh-khen", "round")
    deputy = {"authority": "KT. CHỦ TỊCH", "position_title": "PHÓ CHỦ TỊCH", "name": "Phạm Văn Bình"}
    made.set("office", signatories=[deputy])
    assert "KT. CHỦ TỊCH ⏎ PHÓ CHỦ TỊCH ⏎  ⏎ Phạm Văn Bình" in text(made, "quyet-dinh-khen", "round")


def test_an_award_that_was_cancelled_leaves_the_list_and_its_sums(made: SmallRound) -> None:
    decide(made, PRIZES)
    made.set("award n mai", state="cancelled", cancelled_on="2027-01-05")
    whole = text(made, "danh-sach-chi-thuong", "decision")
    assert "Nguyễn Thị Mai" not in whole and "Ba triệu bốn trăm hai mươi nghìn đồng" in whole


def test_the_higher_title_is_paid_alone_and_the_list_says_so(made: SmallRound) -> None:
    made.nominate("n mai 2", "ldtt", made["mai"], state="passed")
    decide(made, {"n mai": 2_530_000, "n mai 2": 760_000})
    listed = rows(text(made, "danh-sach-chi-thuong", "decision"))
    assert listed[1][6] == "0" and "mức cao nhất" in listed[1][7]
    assert "Hai triệu năm trăm ba mươi nghìn đồng" in text(made, "danh-sach-chi-thuong", "decision")
    assert "Hai triệu năm trăm ba mươi nghìn đồng" in text(made, "quyet-dinh-khen", "decision")


def test_a_drafted_decision_pays_the_higher_title_alone_and_counts_one_person_once(made: SmallRound) -> None:
    for name in ("n tdp", "n an", "n hộ"):
        made.set(name, state="withdrawn")
    made.nominate("n mai 2", "ldtt", made["mai"], state="passed")
    drafted = text(made, "quyet-dinh-khen", "round")
    assert "Khen thưởng 01 cá nhân với 02 lượt khen" in drafted
    assert "2.530.000 đồng (Bằng chữ: Hai triệu năm trăm ba mươi nghìn đồng)" in drafted
    assert "01 cá nhân với 02 lượt khen" in text(made, "to-trinh", "round")


def test_titles_of_two_times_are_each_paid_in_a_drafted_decision(made: SmallRound) -> None:
    made.nominate("n mai 2", "ldtt", made["mai"], state="passed", period="2025")
    assert "6.710.000 đồng" in text(made, "quyet-dinh-khen", "round")


@pytest.mark.parametrize("kind", ["danh-sach-trich-ngang", "cong-khai", "to-trinh", "quyet-dinh-khen"])
def test_a_round_that_was_opened_again_proposes_and_drafts_only_what_is_not_decided(
    made: SmallRound, kind: str
) -> None:
    decide(made, PRIZES)
    made.nominate("n muộn", "ldtt", made["nam"], state="nominated")
    whole = text(made, kind, "round")
    assert "Nguyễn Thị Mai" not in whole and "Hoàng Văn Sinh" not in whole and "02 cá nhân" not in whole
    assert "Bùi Văn Nam" in whole or (kind == "to-trinh" and "cho 01 cá nhân" in whole)


def test_papers_about_a_decision_hold_its_own_awards_when_the_round_was_opened_again(made: SmallRound) -> None:
    decide(made, PRIZES)
    made.nominate("n muộn", "ldtt", made["nam"], state="nominated")
    for kind in ("quyet-dinh-khen", "cong-khai", "danh-sach-chi-thuong"):
        whole = text(made, kind, "decision")
        assert "Nguyễn Thị Mai" in whole and "Bùi Văn Nam" not in whole, kind
    assert "Nguyễn Thị Mai" in text(made, "danh-sach-chi-thuong", "round")


def test_once_all_is_decided_the_proposal_names_again_what_was_proposed(made: SmallRound) -> None:
    decide(made, PRIZES)
    assert len(rows(text(made, "danh-sach-trich-ngang", "round"))) == 4


def test_the_list_cites_its_letter_under_the_number_that_the_letter_bears(made: SmallRound) -> None:
    assert "Số: …/TTr-…" in text(made, "to-trinh", "round")
    assert "(Kèm theo Tờ trình số …/TTr-… ngày … tháng … năm 2026 của …)" in text(
        made, "danh-sach-trich-ngang", "round"
    )


def test_the_order_in_the_list_of_a_decision_is_the_number_in_the_book(made: SmallRound) -> None:
    chosen = [made[name] for name in PASSED]
    found = grant_by_decision(made.book, made["round"], chosen, on="2026-12-10", number="9/QĐ-UBND", first_number=7)
    whole = word_text(award_paper_bytes(made.book, "quyet-dinh-khen", found.document, today=DAY).content)
    listed = [(row[0], row[1], row[3]) for row in rows(whole)]
    assert listed == [
        ("7", "Tổ dân phố số 16", "7"),
        ("8", "Hộ ông Hoàng Văn Sinh", "8"),
        ("9", "Bà Nguyễn Thị Mai", "9"),
        ("10", "Ông Trần Văn An", "10"),
    ]


def test_a_prize_that_nobody_knows_leaves_the_total_open(made: SmallRound) -> None:
    made.add("thư khen", "award_type", name="Thư khen", form="hinh_thuc", level="phuong")
    made.nominate("n thư", "thư khen", made["nam"], state="passed")
    decide(made, {"n mai": 2_530_000, "n thư": None})
    found = paper(made, "danh-sach-chi-thuong", "decision")
    whole = word_text(found.content)
    assert "| Tổng cộng | … |" in whole and "còn 1 dòng chưa rõ mức thưởng" in whole
    assert any("1 dòng chưa rõ mức thưởng" in one for one in found.warnings())


def test_cultured_families_bring_no_prize_so_the_decision_speaks_of_no_money(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang")
    made.nominate("n", "gia_dinh_van_hoa", made["household"])
    whole = text(made, "nd86-10", "round")
    assert "Tiền thưởng" not in whole and "Điều 2. Chánh Văn phòng" in whole and "Như Điều 2" in whole
    assert "cho hộ ông Hoàng Văn Sinh, Số 5, ngõ 12, tổ dân phố số 1." in whole
    made.book.close()


def test_one_paper_goes_to_one_authority(made: SmallRound) -> None:
    made.nominate("n up", "bang_khen_tinh", made["an"], state="passed")
    assert "Bằng khen" not in text(made, "to-trinh", "round")
    for name in (*PASSED, "n bình", "n nam"):
        made.set(name, state="withdrawn")
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân thành phố" not in text(made, "to-trinh", "round")
    assert "- Sở Nội vụ." in text(made, "to-trinh", "round")
    made.add(
        "ttg", "award_type", name="Bằng khen của Thủ tướng", form="hinh_thuc", level="trung_uong", authority="TTg"
    )
    made.nominate("n ttg", "ttg", made["mai"], state="passed")
    with pytest.raises(UserError, match="lên nhiều nơi quyết định: Chủ tịch Ủy ban nhân dân thành phố; TTg"):
        paper(made, "to-trinh", "round")


def test_what_has_no_level_is_drafted_as_it_is_decided(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang")
    made.nominate("n", "ldtt", made["mai"], award_type=None, form_words="Thư khen")
    assert "Nguyễn Thị Mai" in text(made, "quyet-dinh-khen", "round")
    found = grant_by_decision(made.book, made["round"], [made["n"]], on="2026-12-10", number="9/QĐ-UBND")
    assert "Nguyễn Thị Mai" in text(made, "quyet-dinh-khen", "round") and found.document
    made.book.close()


def test_several_decisions_of_a_round_are_each_made_from_their_own_document(made: SmallRound) -> None:
    decide(made, {"n mai": 2_530_000})
    first = made["decision"]
    decide(made, {"n an": 760_000}, number="124/QĐ-UBND")
    drafted = text(made, "quyet-dinh-khen", "round")
    assert "tổ dân phố số 16" in drafted and "Nguyễn Thị Mai" not in drafted and "Trần Văn An" not in drafted
    for name in ("n tdp", "n hộ"):
        made.set(name, state="withdrawn")
    with pytest.raises(UserError, match="nhiều quyết định"):
        paper(made, "quyet-dinh-khen", "round")
    whole = word_text(award_paper_bytes(made.book, "quyet-dinh-khen", first, today=DAY).content)
    assert "Nguyễn Thị Mai" in whole and "Trần Văn An" not in whole


def test_the_party_writes_in_its_own_layout(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang", layout="dang")
    nominate_all(made)
    found = paper(made, "quyet-dinh-khen", "round")
    whole = word_text(found.content)
    assert found.making.kind == "dang-quyet-dinh" and found.kind in PARTY_PAPERS.values()
    assert "Số …-QĐ/ĐU" in whole and "Đảng Cộng sản Việt Nam" in whole and "./." not in whole
    assert "CHỦ TỊCH" not in whole and "T/M ĐẢNG ỦY ⏎ BÍ THƯ" in whole
    notices = list(paper(made, "cong-khai", "round").warnings())
    assert any("thể thức văn bản của Đảng" in one for one in notices)
    assert not any("thể thức" in one for one in found.warnings())
    made.book.close()


def test_a_paper_that_is_about_another_kind_of_record_is_refused_in_words(made: SmallRound) -> None:
    with pytest.raises(UserError, match="Không lập được “Phiếu bầu” từ “Xét khen cuối năm 2026”"):
        paper(made, "phieu-bau", "round")


def test_a_nomination_without_a_round_is_told(made: SmallRound) -> None:
    alone = made.add("alone", "nomination", nominee=made["mai"], award_type=made["ldtt"])
    with pytest.raises(UserError, match="chưa thuộc đợt xét khen nào"):
        award_paper_bytes(made.book, "phieu-yeu-cau-bo-sung", alone)


@pytest.mark.parametrize("kind", ["to-trinh", "quyet-dinh-khen", "cong-khai", "nd86-01"])
def test_a_round_without_nominations_is_told_and_makes_no_empty_table(tmp_path: Path, kind: str) -> None:
    empty = make_small_round(tmp_path / "sổ.sovang")
    with pytest.raises(UserError, match="Hãy"):
        paper(empty, kind, "round")
    empty.book.close()


def test_papers_are_found_by_the_record_that_they_can_be_made_for() -> None:
    assert set(papers_about("meeting")) == {
        "giay-moi-hop", "bien-ban-hoi-dong", "phieu-bau", "bien-ban-kiem-phieu", "nd86-06",
    }  # fmt: skip
    assert "to-trinh" in papers_about("round") and "dang-to-trinh" not in papers_about("round")
    assert all(kind.maker for kind in ROUND_PAPERS.values())


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_every_name_in_a_list_leads_to_its_record_and_every_count_to_what_it_counts(
    story: Callable[[Path], Papers], tmp_path: Path
) -> None:
    for name, found in story(tmp_path / "sổ.sovang"):
        for one in found.filled.prints:
            assert one.record or one.of, (name, one)
        keyed = [block for block in found.filled.blocks if block.kind == "tr" and block.loop and block.key]
        assert len({(block.slot, block.key) for block in keyed}) == len(keyed), name


def test_a_paper_remembers_what_it_is_about_and_is_made_again_byte_for_byte(made: SmallRound, tmp_path: Path) -> None:
    for kind, about in (("to-trinh", "round"), ("bien-ban-hoi-dong", "meeting"), ("quyet-dinh-khen", "round")):
        built = make_award_paper(made.book, kind, made[about], tmp_path / "out", today=DAY)
        record = record_paper(made.book, built.paper)
        again = rebuilt(made.book, record, today=DAY)
        assert again.content == built.path.read_bytes(), kind
        assert again.paper.about == made[about] and again.notes == ()
        assert rebuild_context(made.book, record, today=DAY).keys()


def test_a_signed_paper_is_made_again_as_of_its_day(made: SmallRound, tmp_path: Path) -> None:
    made.set(
        "office",
        signatories=[
            {"position_title": "CHỦ TỊCH", "name": "Lê Thị Hà", "until": "2026-12-31"},
            {"position_title": "CHỦ TỊCH", "name": "Đinh Văn Mới", "since": "2027-01-01"},
        ],
    )
    built = make_award_paper(made.book, "quyet-dinh-khen", made["round"], tmp_path, today=DAY)
    record = record_paper(made.book, built.paper)
    sign(made.book, record, dt.date(2026, 12, 20))
    assert "Lê Thị Hà" in word_text(rebuilt(made.book, record).content)


def test_an_untouched_draft_is_made_over_but_not_that_of_another_record_with_the_same_name(
    made: SmallRound, tmp_path: Path
) -> None:
    twin = made.add("twin", "round", name="Xét khen cuối năm 2026", basis="cong_trang")
    made.nominate("n twin", "ldtt", made["an"], round=twin)
    first = make_award_paper(made.book, "cong-khai", made["round"], tmp_path, today=DAY)
    record_paper(made.book, first.paper)
    again = make_award_paper(made.book, "cong-khai", made["round"], tmp_path, today=DAY)
    other = make_award_paper(made.book, "cong-khai", twin, tmp_path, today=DAY)
    assert first.path == again.path and first.path.name == "Cong-khai-xet-khen-cuoi-nam-2026.docx"
    assert other.path.name == "Cong-khai-xet-khen-cuoi-nam-2026-2.docx"


def test_every_paper_of_a_round_has_its_template_and_label() -> None:
    assert all(kind.label and kind.template.endswith(".docx") for kind in AWARD_PAPERS.values())
    assert len({kind.label for kind in AWARD_PAPERS.values()}) == len(AWARD_PAPERS)


def test_what_is_in_the_bin_stands_in_no_paper(made: SmallRound) -> None:
    made.book.write("Bỏ", [Bin(made["n an"])])
    assert "Trần Văn An" not in text(made, "danh-sach-trich-ngang", "round")
