"""The commands for papers that were made, as a clerk meets them in a folder with the sample ward and its papers."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

from tests.desktop.paper_folder import BOOK, CRIMES, FIRMS, REPORT, SHEET, PaperFolder
from tests.desktop.test_command_line import ROOT, sovang
from tests.desktop.typing_clerk import ADDED, TypingClerk
from ward.book import Book
from ward.edits import Bin


def test_papers_as_they_were_made_are_true(desk: PaperFolder) -> None:
    for name in (REPORT, SHEET):
        assert desk.sovang("refresh", desk.folder / name) == 0
        assert desk.answer.endswith("Văn bản đang đúng với sổ.\n")
    assert desk.sovang("reconcile", desk.report, desk.folder / SHEET) == 1
    told = desk.answer.splitlines()
    assert len(told) > 1 and all(line.startswith("Chưa khớp trong sổ\t") for line in told[:-1])


def test_a_comparison_that_no_longer_fits_its_new_figure_is_told_before_it_comes_in(desk: PaperFolder) -> None:
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    assert desk.sovang("refresh", desk.report) == 1
    assert any(
        line.startswith("Lưu ý: Chưa khớp trong sổ") and "giảm 03" in line for line in desk.answer.splitlines()
    )


def test_the_list_of_changes_lies_beside_a_paper_that_was_moved(desk: PaperFolder) -> None:
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    moved = desk.folder / "Chuyển đi" / REPORT
    moved.parent.mkdir()
    desk.report.rename(moved)
    assert desk.sovang("refresh", moved, "--yes", "--listing") == 0
    assert (moved.parent / f"Danh-sach-thay-doi-{REPORT}").is_file()


def test_a_paper_is_not_signed_in_the_future_nor_while_it_is_open(desk: PaperFolder) -> None:
    assert desk.sovang("sign", desk.report, "--day", "31/12/2199") == 2
    assert "sau hôm nay" in desk.answer
    desk.report.with_name(f"~${REPORT[2:]}").write_bytes(b"")
    assert desk.sovang("sign", desk.report, "--day", "15/12/2025") == 2
    assert "đang mở" in desk.answer


def test_without_yes_everything_is_shown_and_nothing_changed(edited: PaperFolder) -> None:
    before = edited.files()
    assert edited.sovang("refresh", edited.report) == 1
    assert "Dùng số nay\tmục “Quốc phòng - an ninh”\t19 vụ → 20 vụ\n" in edited.answer
    assert "Cần chọn\t" in edited.answer and "31 doanh nghiệp → 32 doanh nghiệp (đang ghi “33 doanh" in edited.answer
    assert "Để như vậy\tđã xóa khỏi văn bản\tCamera an ninh: trên 140 mắt" in edited.answer
    assert "Chưa sửa gì." in edited.answer and "--typed giu" in edited.answer
    assert edited.files() == before


def test_what_was_typed_over_is_not_decided_by_yes_alone(edited: PaperFolder) -> None:
    before = edited.files()
    assert edited.sovang("refresh", edited.report, "--yes") == 2
    assert "1 chỗ gõ tay" in edited.answer
    assert {name: edited.files()[name] for name in (REPORT, SHEET)} == {
        name: before[name] for name in (REPORT, SHEET)
    }
    assert edited.kept() == []


def test_a_refreshed_draft_has_today_s_numbers_and_every_word_of_the_clerk(edited: PaperFolder) -> None:
    was = edited.report.read_bytes()
    assert edited.sovang("refresh", edited.report, "--yes", "--typed", "giu") == 0
    assert edited.lines(CRIMES)[0].startswith("Vụ phạm pháp hình sự: 20 vụ (năm 2024: 22 vụ)")
    assert edited.lines(CRIMES)[0].endswith(ADDED)
    assert edited.lines(FIRMS)[0].startswith(f"{FIRMS} 33 doanh nghiệp")
    assert edited.lines("32 doanh nghiệp") == ["32 doanh nghiệp"]  # in the table, where nobody typed
    order = edited.lines()
    moved, army = (next(n for n, line in enumerate(order) if line.startswith(words)) for words in ("Vụ tai", "Thanh"))
    assert moved < army
    assert edited.lines("Camera an ninh: trên") == [] and edited.lines("Thư khen của Giám đốc") == []
    assert edited.lines("15 bình chữa cháy") == ["Phường có thêm 15 bình chữa cháy."]
    assert [path.read_bytes() for path in edited.kept()] == [was]
    assert f"Bản cũ được giữ ở “{edited.kept()[0].name}”" in edited.answer


def test_a_refreshed_draft_needs_no_second_refresh(edited: PaperFolder) -> None:
    edited.sovang("refresh", edited.report, "--yes", "--typed", "giu")
    for more in ((), ("--yes",)):
        assert edited.sovang("refresh", edited.report, *more) == 0
        assert "Không có gì phải cập nhật" in edited.answer
    assert len(edited.kept()) == 1


def test_today_s_number_may_be_taken_in_place_of_a_typed_one_even_later(edited: PaperFolder) -> None:
    edited.sovang("refresh", edited.report, "--yes", "--typed", "giu")
    assert edited.sovang("refresh", edited.report, "--yes", "--typed", "nay") == 0
    assert edited.lines(FIRMS)[0].startswith(f"{FIRMS} 32 doanh nghiệp")
    assert edited.lines(CRIMES)[0].endswith(ADDED)
    assert len(edited.kept()) == 2


def test_the_list_of_changes_says_what_was_done_by_which_act(edited: PaperFolder) -> None:
    assert edited.sovang("refresh", edited.report, "--yes", "--typed", "giu", "--listing") == 0
    listing = next(edited.folder.glob("Danh-sach-thay-doi-*.docx"))
    assert f"Danh sách thay đổi ở “{listing.name}”" in edited.answer
    text = "\n".join(TypingClerk(listing).lines())
    for words in ("19 vụ", "20 vụ", "33 doanh nghiệp", "Chị Lan"):
        assert words in text


def test_a_record_that_went_takes_its_line_along(desk: PaperFolder) -> None:
    assert desk.lines("Cổng trường an toàn giao thông” của")
    with Book.open(desk.folder / BOOK) as book:
        sql = "SELECT record_id FROM practice WHERE name = 'Cổng trường an toàn giao thông'"
        book.write("Bỏ mô hình", [Bin(int(book.db.execute_sql(sql).fetchone()[0]))])
    assert desk.sovang("refresh", desk.report) == 1
    assert "Bớt đi\t" in desk.answer
    assert desk.sovang("refresh", desk.report, "--yes") == 0
    assert desk.lines("Cổng trường an toàn giao thông” của") == []


def test_records_that_came_by_import_reach_the_draft(desk: PaperFolder) -> None:
    exchange = desk.folder / "thêm.json"
    practice = {"kind": "practice", "name": "Vườn rau sạch", "field": "Văn hóa - xã hội", "years": [2025]}
    head = {"format": "sovang-exchange", "version": 1, "records": [{**practice, "practice_kind": "mo_hinh"}]}
    exchange.write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    assert desk.sovang("import", desk.folder / BOOK, exchange, "--yes") == 0
    assert desk.sovang("refresh", desk.report, "--yes") == 0
    assert "Thêm vào\t" in desk.answer
    assert any("Vườn rau sạch" in line for line in desk.lines())


def test_a_sheet_is_refreshed_too(desk: PaperFolder) -> None:
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    assert desk.sovang("refresh", desk.folder / SHEET, "--yes") == 0
    sheet = openpyxl.load_workbook(desk.folder / SHEET).worksheets[0]
    row = next(row for row in sheet.iter_rows(values_only=True) if "Vụ phạm pháp hình sự" in row)
    assert 20 in row and 19 not in row


def test_rows_that_a_sheet_would_need_are_told_and_nothing_is_written(desk: PaperFolder) -> None:
    exchange = desk.folder / "thêm.json"
    indicator = {"kind": "indicator", "id": "cay", "name": "Cây xanh trồng mới", "measure": "cây"}
    figure = {"kind": "figure", "indicator": {"id": "cay"}, "text": "250 cây", "years": [2025]}
    head = {"format": "sovang-exchange", "version": 1, "records": [indicator, figure]}
    exchange.write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    assert desk.sovang("import", desk.folder / BOOK, exchange, "--yes") == 0
    before = (desk.folder / SHEET).read_bytes()
    assert desk.sovang("refresh", desk.folder / SHEET, "--yes") == 0
    assert "Cây xanh trồng mới" in desk.answer and "lập lại biểu" in desk.answer
    assert (desk.folder / SHEET).read_bytes() == before and desk.kept() == []


def test_a_number_leads_to_its_record_and_history(edited: PaperFolder) -> None:
    edited.sovang("refresh", edited.report, "--yes", "--typed", "giu")
    assert edited.sovang("trace", edited.report, "20 vụ") == 0
    assert "20 vụ\tSố liệu: Vụ phạm pháp hình sự: 20 vụ\tmục “Quốc phòng - an ninh”\n" in edited.answer
    assert "Chị Lan: Sửa số liệu (19 vụ → 20 vụ)" in edited.answer
    assert edited.sovang("trace", edited.report, "Độc lập") == 1
    assert edited.sovang("trace", edited.report) == 0
    assert all(len(line.split("\t")) == 3 for line in edited.answer.splitlines())


def test_a_number_of_a_sheet_is_found_with_its_points_and_without(desk: PaperFolder) -> None:
    for words in ("46.215", "46215"):
        assert desk.sovang("trace", desk.folder / SHEET, words) == 0
        assert desk.answer.startswith("46.215\tSố liệu: ")
    assert desk.sovang("trace", desk.folder / SHEET, "46216") == 1


def test_a_reader_who_goes_away_is_no_fault(desk: PaperFolder) -> None:
    code = "import sys\nfrom desktop.command_line import main\nsys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "trace", str(desk.report)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as going:
        assert going.stdout and going.stderr
        going.stdout.close()
        assert going.stderr.read() == ""


def test_numbers_typed_by_hand_are_listed_before_printing(edited: PaperFolder) -> None:
    assert edited.sovang("reconcile", edited.report) == 1
    assert "Số gõ tay “15” trong “Phường có thêm 15 bình chữa cháy.”" in edited.answer
    assert "33 doanh nghiệp" in edited.answer


def test_two_versions_differ_by_figures(edited: PaperFolder) -> None:
    edited.sovang("refresh", edited.report, "--yes", "--typed", "giu")
    assert edited.sovang("compare", edited.kept()[0], edited.report) == 1
    assert "Số liệu\tVụ phạm pháp hình sự\t19 vụ\t20 vụ\n" in edited.answer
    assert edited.sovang("compare", edited.report, edited.report) == 0


def test_a_signed_paper_is_refused_and_becomes_untrue_and_gets_a_letter(desk: PaperFolder) -> None:
    assert desk.sovang("sign", desk.report, "--day", "15/12/2025", "--number", "125/BC-UBND") == 0
    assert "15/12/2025, số 125/BC-UBND" in desk.answer
    assert desk.sovang("untrue", desk.folder / BOOK) == 0
    assert desk.sovang("correct", desk.report) == 2 and "vẫn đúng với sổ" in desk.answer
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    before = desk.report.read_bytes()
    assert desk.sovang("refresh", desk.report, "--yes") == 2
    assert "số 125/BC-UBND, nên không cập nhật số liệu được nữa" in desk.answer
    assert desk.report.read_bytes() == before and desk.kept() == []
    assert desk.sovang("untrue", desk.folder / BOOK) == 1
    assert "(125/BC-UBND)" in desk.answer and "\t19 vụ\t20 vụ" in desk.answer
    assert desk.sovang("correct", desk.report) == 0
    letter = "\n".join(TypingClerk(next(desk.folder.glob("Thu-dinh-chinh-*.docx"))).lines())
    assert "125/BC-UBND" in letter and "19 vụ" in letter and "20 vụ" in letter
    assert desk.sovang("sign", desk.report, "--day", "16/12/2025") == 2


def test_signing_asks_for_a_whole_day_and_is_taken_back_for_a_reason(desk: PaperFolder) -> None:
    for day in ("12/2025", "31/2/2025", "hôm qua"):
        assert desk.sovang("sign", desk.report, "--day", day) == 2
    desk.sovang("sign", desk.report, "--day", "15/12/2025")
    assert desk.sovang("unsign", desk.report, "--reason", " ") == 2
    assert desk.sovang("unsign", desk.report, "--reason", "Đánh dấu nhầm") == 0
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    assert desk.sovang("refresh", desk.report, "--yes") == 0


def test_the_annex_of_sources_lies_beside_the_paper_wherever_that_is(desk: PaperFolder) -> None:
    elsewhere = desk.folder / "gửi"
    elsewhere.mkdir()
    paper = Path(shutil.move(desk.report, elsewhere / "báo cáo gửi.docx"))
    assert desk.sovang("sources", paper) == 0
    assert [path.name for path in elsewhere.glob("Nguon-so-lieu-*")] != []


def test_a_template_is_checked_by_name_and_place(desk: PaperFolder) -> None:
    template = desk.folder / "mẫu.docx"
    shutil.copy(ROOT / "reports" / "templates" / "bao-cao-tong-ket-nam.docx", template)
    assert desk.sovang("check-template", template, "--kind", "bao-cao-tong-ket-nam") == 0
    clerk = TypingClerk(template)
    clerk.add_paragraph(next(line for line in clerk.lines() if line.strip()), "Tổng cộng {{ tong_khong_co }}")
    clerk.save()
    assert desk.sovang("check-template", template, "--kind", "bao-cao-tong-ket-nam") == 1
    assert "tong_khong_co" in desk.answer and "Có 1 chỗ cần xem." in desk.answer


def test_papers_become_pdf_beside_them(desk: PaperFolder) -> None:
    assert desk.sovang("pdf", desk.report) == 0
    assert desk.report.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_the_commands_on_papers_need_no_qt(edited: PaperFolder) -> None:
    code = (
        "import sys\nfrom desktop.command_line import main\ncode = main(sys.argv[1:])\n"
        "print(code, [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    for arguments in (("refresh", edited.report, "--yes", "--typed", "giu"), ("trace", edited.report, "20 vụ")):
        command = [sys.executable, "-c", code, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=300)
        assert done.stdout.splitlines()[-1] == "0 []", done.stderr


def test_help_names_every_act_on_papers() -> None:
    told = sovang("--help").stdout
    for act in ("refresh", "trace", "sign", "unsign", "correct", "sources", "reconcile", "compare", "untrue", "pdf"):
        assert f"\n    {act} " in told
