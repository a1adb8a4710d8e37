"""The command that fills a given Excel form, and what the other commands make of the paper."""

import openpyxl

from tests.desktop.paper_folder import BOOK, PaperFolder
from tests.reports.ministry_form import SHEET, ministry_form

NAMES = {"vu_pham_phap_hinh_su": "C7", "ho_ngheo_ke_hoach": "D8", "ho_ngeo": "C8", "muc_do_hai_long": "C9"}
MADE = "B01-2025.xlsx"


def fill(desk: PaperFolder, names: dict[str, str]) -> int:
    (desk.folder / "B01.xlsx").write_bytes(ministry_form(names))
    return desk.sovang("form", desk.folder / BOOK, desk.folder / "B01.xlsx", "--year", "2025", "--out", desk.folder)


def number(desk: PaperFolder) -> object:
    return openpyxl.load_workbook(desk.folder / MADE)[SHEET]["C7"].value


def test_the_form_is_filled_and_what_is_missing_is_told(desk: PaperFolder) -> None:
    assert fill(desk, NAMES) == 1
    path, *lines, summary = desk.answer.splitlines()[-4:]
    assert (path, summary) == (
        str(desk.folder / MADE), f"Đã điền “{MADE}”: 2 ô có số của sổ, 2 ô còn trống.",
    )  # fmt: skip
    assert lines == [
        f"{SHEET}!C8\tho_ngeo\tCòn trống: sổ không có chỉ tiêu nào mang mã “ho_ngeo”; có phải là “ho_ngheo” không?",
        f"{SHEET}!C9\tmuc_do_hai_long\tCòn trống: sổ chưa có số liệu.",
    ]
    assert number(desk) == 19


def test_a_form_with_everything_in_it_is_fine(desk: PaperFolder) -> None:
    assert fill(desk, {"vu_pham_phap_hinh_su": "C7"}) == 0
    assert desk.answer.endswith(f"Đã điền “{MADE}”: 1 ô có số của sổ.\n")


def test_a_filled_form_is_traced_held_against_the_book_and_refreshed(desk: PaperFolder) -> None:
    fill(desk, NAMES)
    paper = desk.folder / MADE
    assert desk.sovang("trace", paper, "19") == 0
    assert "19\tSố liệu: Vụ phạm pháp hình sự: 19 vụ\t" in desk.answer
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    (desk.folder / "B01.xlsx").unlink()
    assert desk.sovang("reconcile", paper) == 1
    assert "19" in desk.answer and "20" in desk.answer
    assert desk.sovang("refresh", paper) == 1
    assert "19 → 20" in desk.answer and number(desk) == 19
    assert desk.sovang("refresh", paper, "--yes") == 0
    assert number(desk) == 20 and len(desk.kept()) == 1
    assert desk.sovang("refresh", paper) == 0
    assert desk.sovang("sources", paper) == 0


def test_a_form_that_asks_for_nothing_is_refused(desk: PaperFolder) -> None:
    assert fill(desk, {"la": "C7"}) == 2
    assert "không có ô nào mang mã chỉ tiêu của sổ" in desk.answer
    assert not (desk.folder / MADE).exists()
