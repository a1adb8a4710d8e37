"""Facts about the commands of an award's way, on the sample ward."""

import zipfile

import pytest

from tests.desktop.paper_folder import BOOK, PaperFolder

ROUND = "tổng kết năm 2025"


def said(desk: PaperFolder, *arguments: str) -> tuple[int, str]:
    """The exit code and what was said; SỔ is the sample's book."""
    code = desk.sovang(*(desk.folder / BOOK if one == "SỔ" else one for one in arguments))
    return code, desk.answer


def test_rounds_are_listed_with_verdict_and_state(desk: PaperFolder) -> None:
    code, out = said(desk, "rounds", "SỔ", "--year", "2025")
    assert code == 0 and "Khen thưởng tổng kết năm 2025\t14 đề nghị" in out
    assert "Tạ Việt Cường Mẫu\tGiấy khen của Chủ tịch UBND phường\tchưa xét\tĐã rút" in out


def test_a_year_without_rounds_says_so(desk: PaperFolder) -> None:
    assert said(desk, "rounds", "SỔ", "--year", "2019") == (0, "Năm 2019 chưa có đợt xét khen nào.\n")


def test_judging_explains_and_gives_1_when_somebody_is_short(desk: PaperFolder) -> None:
    code, out = said(desk, "judge", "SỔ", "danh hiệu cấp thành phố")
    assert code == 1, out
    assert "3 năm liền Chiến sĩ thi đua cơ sở (2023 thiếu, 2024 có, 2025 có)" in out


def test_a_round_that_nobody_knows_is_asked_back_with_those_that_are_there(desk: PaperFolder) -> None:
    code, answer = said(desk, "judge", "SỔ", "không có đợt này")
    assert code == 2 and "“Khen thưởng tổng kết năm 2025”" in answer


def test_a_name_that_fits_several_rounds_is_asked_back(desk: PaperFolder) -> None:
    code, answer = said(desk, "doctor", "SỔ", "năm 2025")
    assert code == 2 and "đợt xét có tên như" in answer


def test_the_whole_dossier_is_made_zipped_and_remembered(desk: PaperFolder) -> None:
    out = desk.folder / "hồ sơ"
    code, listed = said(desk, "dossier", "SỔ", ROUND, "--out", str(out), "--zip")
    assert code == 0
    papers = [line for line in listed.splitlines() if line.endswith(".docx")]
    assert "00-Muc-luc-ho-so" in papers[0] and any("Giay-khen" in one for one in papers)
    (archive,) = out.glob("*.zip")
    with zipfile.ZipFile(archive) as packed:
        assert len(packed.namelist()) == len(papers) and packed.testzip() is None
    code, told = said(desk, "doctor", "SỔ", ROUND)
    assert code == 1 and "còn là dự thảo" in told


def test_the_register_finds_a_recipient_without_diacritics_and_shows_days_as_written(desk: PaperFolder) -> None:
    code, out = said(desk, "register", "SỔ", "nguyen van phuc")
    assert code == 0 and "438/QĐ-UBND 19/12/2025" in out and "Nguyễn Văn Phúc Mẫu" in out


def test_an_award_that_the_rules_do_not_know_is_refused_with_the_known_codes(desk: PaperFolder) -> None:
    code, answer = said(desk, "suggest", "SỔ", "bang_khen_sao_hoa", "--year", "2025")
    assert code == 2 and "cstd_co_so" in answer


@pytest.mark.parametrize("book", [(), ("SỔ",)])
def test_the_pack_in_force_names_each_award_with_article_and_mark(desk: PaperFolder, book: tuple[str, ...]) -> None:
    code, out = said(desk, "rules", *book)
    assert code == 0 and "cstd_co_so\tChiến sĩ thi đua cơ sở\tLuật 06/2022 Điều 23" in out
