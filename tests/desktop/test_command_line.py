"""The command line as a person or a script meets it: a process of its own, piped, with its exit code."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__
from desktop.command_line import main
from desktop.terminal import progress
from tests.reports.small_ward import Hand, make_small_ward
from ward.book import Book

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "cases" / "gia-thuy.json"


def sovang(*arguments: object, folder: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """Runs the program with piped output, under an encoding that knows no Vietnamese."""
    command = [sys.executable, "-m", "desktop.command_line", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "LANG": "C"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=folder, timeout=300)


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    make_small_ward(tmp_path / "phường.sovang").close()
    return tmp_path / "phường.sovang"


def test_help_names_every_act_in_vietnamese() -> None:
    done = sovang("--help")
    assert done.returncode == 0
    for act in ("new", "open", "import", "export", "report", "pack", "check", "sample"):
        assert f"\n    {act} " in done.stdout
    for english in ("usage", "options", "positional", "show this"):
        assert english not in done.stdout
    assert "Cách dùng: sovang" in done.stdout


@pytest.mark.parametrize("act", ["new", "open", "import", "export", "report", "pack", "check", "sample"])
def test_each_act_has_help_of_its_own(act: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([act, "--help"])
    shown = capsys.readouterr().out
    assert not ended.value.code
    assert f"Cách dùng: sovang {act}" in shown and "usage" not in shown


def test_the_version_is_told() -> None:
    assert sovang("--version").stdout == f"Sổ Vàng {__version__}\n"


def test_without_an_act_the_help_is_shown() -> None:
    done = sovang()
    assert (done.returncode, done.stdout) == (0, sovang("--help").stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "x.sovang"), "Còn thiếu: --kind, --year, --out."),
        (("pack", "x.sovang", "--year", "23", "--out", "y"), "“23” không phải là năm"),
        (("report", "x.sovang", "--kind", "thư", "--year", "2023", "--out", "y"), "Hãy chọn"),
        (("lập",), "Hãy chọn"),
        (("check", "x.sovang", "--all"), "Không hiểu: --all."),
        (("check",), "Còn thiếu: SỔ."),
    ],
)
def test_a_wrong_request_is_told_in_words_with_code_2(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = sovang(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr and done.stdout == ""


def test_what_the_clerk_can_mend_is_told_with_code_2(tmp_path: Path, ward: Path) -> None:
    (tmp_path / "thư.sovang").write_text("đây không phải sổ", encoding="utf-8")
    for arguments in (
        ("check", tmp_path / "không có.sovang"),
        ("check", tmp_path / "thư.sovang"),
        ("new", ward),
        ("import", ward, tmp_path / "không có.json"),
        ("pack", ward, "--year", "2023", "--to-year", "2021", "--out", tmp_path),
    ):
        done = sovang(*arguments)
        assert done.returncode == 2, arguments
        assert done.stderr.endswith(".\n") and "Traceback" not in done.stderr


def test_a_new_file_takes_an_exchange_file_in_and_gives_it_out_again(tmp_path: Path) -> None:
    book, out = tmp_path / "mới" / "sổ.sovang", tmp_path / "ra" / "tệp.json"
    assert sovang("new", book).returncode == 0
    dry = sovang("import", book, CASE)
    assert dry.returncode == 0 and "Chưa ghi gì vào sổ" in dry.stdout
    records = json.loads(CASE.read_text(encoding="utf-8"))["records"]
    assert dry.stdout.count("Thêm mới\trecords[") == len(records)
    with Book.open(book, read_only=True) as opened:
        assert opened.db.execute_sql("SELECT count(*) FROM record").fetchone()[0] == 0
    assert sovang("import", book, CASE, "--yes").returncode == 0
    again = sovang("import", book, CASE)
    assert again.stdout.count("Đã có, giống hệt\trecords[") == len(records)
    assert sovang("export", book, out).returncode == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["records"]) >= len(records)


def test_doubtful_and_refused_records_give_code_1(tmp_path: Path) -> None:
    book, exchange = tmp_path / "sổ.sovang", tmp_path / "tệp.json"
    sovang("new", book)
    head = json.loads(CASE.read_text(encoding="utf-8"))
    doubtful = {"kind": "figure", "label": "Thu", "text": "1,800,000,000 đồng", "years": [2023]}
    head["records"] = [doubtful, {"kind": "lạ"}]
    exchange.write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    done = sovang("import", book, exchange)
    assert done.returncode == 1
    assert "Cần hỏi lại\trecords[0]" in done.stdout and "Không nhận\trecords[1]" in done.stdout
    left = sovang("import", book, exchange, "--yes")
    assert left.returncode == 1 and "để lại 2 bản ghi" in left.stdout


def test_check_gives_code_1_while_something_waits(ward: Path, tmp_path: Path) -> None:
    found = sovang("check", ward)
    assert found.returncode == 1
    assert "Chưa khớp\t“Hộ đạt Gia đình văn hóa”" in found.stdout
    elsewhere = sovang("check", ward, "--year", "1999")
    assert elsewhere.returncode == 0
    sovang("new", tmp_path / "trống.sovang")
    assert sovang("check", tmp_path / "trống.sovang").stdout == "Không có chỗ nào chưa khớp.\n"


def test_a_report_and_a_pack_list_their_files_and_nothing_else(ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "văn bản"
    one = sovang("report", ward, "--kind", "bieu-chi-tieu", "--year", 2023, "--out", out)
    assert (one.returncode, one.stdout) == (0, f"{out / 'Bieu-chi-tieu-2023.xlsx'}\n")
    pack = sovang("pack", ward, "--year", 2022, "--to-year", 2023, "--out", out)
    assert pack.returncode == 0
    assert [Path(line).name for line in pack.stdout.splitlines()] == [
        "Bao-cao-tong-ket-nam-2022-2023.docx", "Bieu-chi-tieu-2022-2023.xlsx", "Muc-luc-2022-2023.docx",
    ]  # fmt: skip
    assert all(Path(line).is_file() for line in pack.stdout.splitlines())
    assert "Lưu ý: Có nhiều số khác nhau" in pack.stderr and "[" not in pack.stderr
    with Book.open(ward, read_only=True) as book:
        assert book.db.execute_sql("SELECT count(*) FROM paper").fetchone()[0] == 4


def test_a_file_that_a_window_holds_still_gives_its_papers(tmp_path: Path) -> None:
    hand = Hand(tmp_path / "sổ.sovang")
    hand.add("practice", name="Tuyến ngõ hoa")
    done = sovang("pack", hand.book.path, "--year", 2023, "--out", tmp_path / "out")
    hand.book.close()
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 3
    assert "không ghi được vào sổ văn bản đã lập" in done.stderr


def test_the_sample_ward_and_its_pack_are_made_twice_without_more_files(tmp_path: Path) -> None:
    for _ in range(2):
        done = sovang("sample", tmp_path / "out")
        assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_file())
    assert len([name for name in names if name.endswith((".docx", ".xlsx"))]) == 3
    assert "Phường mẫu.sovang" in names


def test_the_papers_are_made_without_qt(ward: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from desktop.command_line import main\n"
        "code = main(sys.argv[1:])\n"
        "print(code, [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    command = [sys.executable, "-c", code, "pack", str(ward), "--year", "2023", "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=300)
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr


def test_no_office_library_is_loaded_before_the_first_paper() -> None:
    code = "import sys, desktop.command_line\nprint([n for n in ('lxml', 'jinja2', 'openpyxl') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60)
    assert done.stdout == "[]\n", done.stderr


class Terminal(io.StringIO):
    """A stderr that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_where_a_person_looks_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    show = progress("Lập văn bản")
    assert show is not None
    show(1, 3)
    show(3, 3)
    assert screen.getvalue().startswith("\rLập văn bản [████████················] 1/3")
    assert screen.getvalue().endswith("3/3\r\033[K")
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert progress("Lập văn bản") is None
