"""Opening, closing and guarding a file of records."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path

import pytest

from ward import migrations
from ward.book import Book
from ward.edits import Add, Amend, Edit
from ward.errors import UserError
from ward.listing import Wanted, list_records

AN = Add("person", {"name": "Nguyễn Văn An"})
BINH = Add("person", {"name": "Trần Thị Bình"})
NAMES = ["Phường Gia Thụy.sovang", unicodedata.normalize("NFD", "Sổ #1 (50%) [mới] & khác; 'ba'.sovang")]
if os.name == "posix":
    NAMES.append('có ? và "nháy" \\ lạ.sovang')


def names(book: Book) -> list[str]:
    listing = list_records(book.db, Wanted("person"))
    return [line.title for line in listing.lines(0, 1000)]


def generation(path: Path) -> int:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT generation FROM file").fetchone()[0]
    connection.close()
    return int(found)


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a script in a process of its own; `os._exit` there leaves the file as a crash would."""
    head = "import os, sys\nfrom pathlib import Path\nfrom ward.book import Book\nfrom ward.edits import Add\n"
    return subprocess.run(
        [sys.executable, "-c", head + script, *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        capture_output=True,
    )


CRASH_IN_MID_WRITE = """
book = Book.open(Path(sys.argv[1]))
book.db.execute_sql("PRAGMA cache_spill = 1")
book.db.execute_sql("PRAGMA cache_size = 10")
def crash(done, total):
    if done >= 2000:
        os._exit(9)
book.write("Nhập", [Add("person", {"name": f"Người {n}"}) for n in range(5000)], progress=crash)
"""


# -- making and opening ---------------------------------------------------------------------------


def test_a_new_file_is_empty_and_opens_again(tmp_path):
    with Book.create(tmp_path / "a.sovang") as book:
        assert names(book) == []
        lineage = book.lineage
    with Book.open(tmp_path / "a.sovang") as book:
        assert book.lineage == lineage
        assert book.read_only_reason == ""
        assert not book.checked_after_crash
    assert generation(tmp_path / "a.sovang") == 0


def test_a_taken_name_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "a.sovang"
    path.write_text("của người khác", encoding="utf-8")
    with pytest.raises(UserError, match="Đã có tệp"):
        Book.create(path)
    assert path.read_text(encoding="utf-8") == "của người khác"


def test_a_folder_that_does_not_exist_is_told_in_words(tmp_path):
    with pytest.raises(UserError, match="Hãy chọn thư mục khác"):
        Book.create(tmp_path / "không có" / "a.sovang")


def test_a_making_that_fails_leaves_nothing(tmp_path, monkeypatch):
    (tmp_path / "0001.sql").write_text("PRAGMA max_page_count = 1;\nCREATE TABLE a (x);\n", encoding="utf-8")
    monkeypatch.setattr(migrations, "FOLDER", tmp_path)
    with pytest.raises(UserError, match="Không lập được tệp sổ"):
        Book.create(tmp_path / "a.sovang")
    assert [path.name for path in tmp_path.iterdir()] == ["0001.sql"]


def test_a_making_that_was_cut_off_does_not_take_the_name(tmp_path):
    (tmp_path / "a.sovang.part").write_bytes(b"half")
    with Book.create(tmp_path / "a.sovang"):
        assert not (tmp_path / "a.sovang.part").exists()


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_file_opens_for_writing_and_for_reading(tmp_path, name):
    with Book.create(tmp_path / name) as book:
        book.write("Thêm", [AN])
        with Book.open(tmp_path / name, read_only=True) as reader:
            assert names(reader) == ["Nguyễn Văn An"]
    with Book.open(tmp_path / name) as book:
        assert book.read_only_reason == ""
        assert names(book) == ["Nguyễn Văn An"]


def test_a_missing_file_is_told_in_words(tmp_path):
    with pytest.raises(UserError, match="Không thấy tệp"):
        Book.open(tmp_path / "a.sovang")


@pytest.mark.parametrize("content", [b"", b"PK", b"SQLite format 3\x00" + b"?!" * 500])
def test_a_foreign_file_is_refused_and_nothing_is_left_beside_it(tmp_path, content):
    path = tmp_path / "báo cáo.docx"
    path.write_bytes(content)
    with pytest.raises(UserError, match="không phải là tệp Sổ Vàng"):
        Book.open(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_foreign_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "khác.sovang"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="không phải là tệp Sổ Vàng"):
        Book.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_from_the_future_is_refused_in_words(book):
    path = book.path
    book.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="mới hơn"):
        Book.open(path)
    assert path.read_bytes() == before


# -- damage ---------------------------------------------------------------------------------------


def test_a_truncated_file_is_refused_in_words(book):
    path = book.path
    book.close()
    path.write_bytes(path.read_bytes()[: 40 * 4096])
    with pytest.raises(UserError, match="hỏng"):
        Book.open(path)
    assert path.stat().st_size == 40 * 4096


def damage(path: Path) -> bytes:
    """Overwrites the page on which the table of records begins; gives the file's content then."""
    connection = sqlite3.connect(path)
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'record'").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    return bytes(content)


def test_a_file_damaged_by_a_crash_is_refused_at_every_opening(book):
    book.write("Thêm", [AN] * 500)
    path = book.path
    book.close()
    content = damage(path)
    path.with_name(path.name + ".open").touch()
    for _ in range(2):
        with pytest.raises(UserError, match="bản sao lưu gần nhất"):
            Book.open(path)
    assert path.read_bytes() == content


def test_damage_met_while_reading_is_told_in_words(book):
    book.write("Thêm", [AN] * 500)
    path = book.path
    book.close()
    damage(path)
    with Book.open(path, read_only=True) as reader, pytest.raises(UserError, match="hỏng"):
        reader.db.execute_sql("SELECT title FROM record").fetchall()


def test_a_write_cut_off_by_a_crash_is_rolled_back_and_the_file_checked(book):
    book.write("Thêm", [AN])
    path = book.path
    book.close()
    assert run(CRASH_IN_MID_WRITE, path).returncode == 9
    assert path.with_name(path.name + "-journal").exists()
    with Book.open(path) as again:
        assert again.checked_after_crash
        assert names(again) == ["Nguyễn Văn An"]
    assert generation(path) == 1
    with Book.open(path) as again:
        assert not again.checked_after_crash


def test_a_cut_off_write_can_not_be_rolled_back_by_a_reader_who_says_so(book):
    path = book.path
    book.close()
    run(CRASH_IN_MID_WRITE, path)
    with pytest.raises(UserError, match="Lần ghi trước bị ngắt"):
        Book.open(path, read_only=True)
    assert path.with_name(path.name + "-journal").exists()


# -- one writer -----------------------------------------------------------------------------------


def test_a_second_window_reads_and_says_why_it_cannot_write(book):
    book.write("Thêm", [AN])
    with Book.open(book.path) as second:
        assert second.read_only_reason == "Sổ này đang được mở ở cửa sổ khác, nên cửa sổ này chỉ đọc."
        assert names(second) == ["Nguyễn Văn An"]
        with pytest.raises(UserError, match="cửa sổ khác"):
            second.write("Thêm", [BINH])
        book.write("Thêm", [BINH])
        assert names(second) == ["Nguyễn Văn An", "Trần Thị Bình"]


def test_a_second_window_reads_the_old_state_while_a_long_act_is_under_way(book):
    book.write("Thêm", [AN])
    seen: list[list[str]] = []

    def look(done: int, total: int) -> None:
        with Book.open(book.path) as second:
            second.db.execute_sql("PRAGMA busy_timeout = 0")
            seen.append(names(second))

    book.write("Nhập", [BINH] * 9000, progress=look)
    assert len(seen) > 5
    assert seen == [["Nguyễn Văn An"]] * len(seen)


def test_another_process_holds_the_file_until_it_dies(book):
    path = book.path
    book.close()
    script = "book = Book.open(Path(sys.argv[1])); print(book.read_only_reason, flush=True); sys.stdin.read()"
    head = "import sys\nfrom pathlib import Path\nfrom ward.book import Book\n"
    holder = subprocess.Popen(
        [sys.executable, "-c", head + script, str(path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "\n"
        with Book.open(path) as second:
            assert "cửa sổ khác" in second.read_only_reason
        holder.kill()
        holder.wait()
    with Book.open(path) as second:
        assert second.read_only_reason == ""
        assert second.checked_after_crash


def test_a_file_opened_in_one_thread_may_be_closed_in_another(tmp_path):
    opened: list[Book] = []
    thread = threading.Thread(target=lambda: opened.append(Book.create(tmp_path / "a.sovang")))
    thread.start()
    thread.join()
    opened[0].close()
    with Book.open(tmp_path / "a.sovang") as again:
        assert again.read_only_reason == ""


def test_two_threads_write_without_losing_an_act(book):
    def add(letter: str) -> None:
        for n in range(30):
            book.write(f"Thêm {letter}{n}", [Add("person", {"name": f"{letter}{n}"})])
        book.db.close()

    threads = [threading.Thread(target=add, args=(letter,)) for letter in "XY"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(book)) == 60
    assert generation(book.path) == 60
    acts = [book.undoable]
    while book.undo():
        acts.append(book.undoable)
    assert [act for act in acts if "X" in act] == [f"Thêm X{n}" for n in reversed(range(30))]
    assert names(book) == []


def test_a_closed_file_takes_no_more_acts(book):
    book.close()
    with pytest.raises(UserError, match="đã đóng"):
        book.write("Thêm", [AN])


# -- a file swapped under the program ---------------------------------------------------------------


def swapped_by_replacing(path: Path, other: Path) -> None:
    os.replace(other, path)


def swapped_by_copying_over(path: Path, other: Path) -> None:
    shutil.copyfile(other, path)


@pytest.fixture(params=[swapped_by_replacing, swapped_by_copying_over])
def swap(request):
    return request.param


def refuses_to_write(book: Book) -> None:
    before = book.path.read_bytes()
    with pytest.raises(UserError, match="đã bị thay bằng tệp khác"):
        book.write("Thêm", [BINH])
    assert book.path.read_bytes() == before


def test_an_older_copy_put_in_place_is_noticed_and_not_written(book, tmp_path, swap):
    shutil.copyfile(book.path, tmp_path / "cũ.sovang")
    book.write("Thêm", [AN])
    swap(book.path, tmp_path / "cũ.sovang")
    refuses_to_write(book)


def test_another_office_with_as_many_writes_is_noticed_and_not_written(book, tmp_path, swap):
    with Book.create(tmp_path / "khác.sovang") as other:
        other.write("Thêm", [BINH])
    book.write("Thêm", [AN])
    swap(book.path, tmp_path / "khác.sovang")
    refuses_to_write(book)


def test_a_foreign_file_put_in_place_is_told_in_words(book, swap, tmp_path):
    book.write("Thêm", [AN])
    (tmp_path / "rác").write_bytes(b"x" * book.path.stat().st_size)
    swap(book.path, tmp_path / "rác")
    before = book.path.read_bytes()
    with pytest.raises(UserError, match=r"đã bị thay|hỏng"):
        book.write("Thêm", [BINH])
    assert book.path.read_bytes() == before


def test_a_file_that_went_away_is_told_in_words(book):
    book.path.rename(book.path.with_name("dời.sovang"))
    with pytest.raises(UserError, match="Không mở được tệp sổ"):
        book.write("Thêm", [AN])
    assert not book.path.exists()


# -- what the disk forbids --------------------------------------------------------------------------


def test_a_full_disk_keeps_the_old_records_whole_and_says_so(book):
    first = book.write("Thêm", [AN])
    book.db.execute_sql("PRAGMA max_page_count = 1")
    with pytest.raises(UserError, match="Ổ đĩa đã đầy"):
        book.write("Nhập", [BINH] * 5000)
    assert names(book) == ["Nguyễn Văn An"]
    book.db.execute_sql("PRAGMA max_page_count = 1000000")
    assert book.write("Thêm", [BINH]).id == first.id + 1
    assert book.db.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_read_only_file_opens_for_reading_with_the_reason(unprivileged):
    path = unprivileged.folder / "a.sovang"
    Book.create(path).close()
    path.with_name(path.name + ".lock").chmod(0o666)
    path.chmod(0o444)
    assert unprivileged.reason(path) == "Tệp sổ không cho ghi, nên sổ chỉ đọc. Hãy chép tệp sang thư mục khác để sửa."
    path.chmod(0o666)
    assert unprivileged.reason(path) == ""


if os.name == "posix":  # a folder of Windows has no such mark

    def test_a_read_only_folder_opens_for_reading_with_the_reason(unprivileged):
        path = unprivileged.folder / "a.sovang"
        Book.create(path).close()
        path.chmod(0o666)
        unprivileged.folder.chmod(0o555)
        assert unprivileged.reason(path).startswith("Thư mục của sổ không cho ghi, nên sổ chỉ đọc.")
        unprivileged.folder.chmod(0o777)

    def test_a_limit_of_the_system_keeps_the_old_records_whole_and_says_so(book):
        book.write("Thêm", [AN])
        path = book.path
        book.close()
        script = """
import resource
book = Book.open(Path(sys.argv[1]))
limit = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    book.write("Nhập", [Add("person", {"name": "Trần Thị Bình"})] * 5000)
except Exception as error:
    print(type(error).__name__, error)
"""
        assert "UserError Ổ đĩa báo lỗi" in run(script, path).stdout
        with Book.open(path) as again:
            assert names(again) == ["Nguyễn Văn An"]


def test_nothing_but_a_cut_off_act_is_lost_when_it_is_cancelled(book):
    book.write("Thêm", [AN])

    def cancel(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        book.write("Nhập", [BINH] * 3000, progress=cancel)
    assert names(book) == ["Nguyễn Văn An"]
    assert book.undoable == "Thêm"
    assert generation(book.path) == 1


# -- what a write costs the file ---------------------------------------------------------------------


def test_an_act_that_changes_nothing_writes_nothing(book):
    person = book.write("Thêm", [AN]).added[0]
    before = book.path.read_bytes()
    nothing: list[list[Edit]] = [[], [Amend(person, {"name": "Nguyễn Văn An"})]]
    for edits in nothing:
        assert book.write("Không đổi", edits).id == 0
    assert book.path.read_bytes() == before
    assert book.undoable == "Thêm"


def test_every_connection_writes_durably_and_keeps_references(book):
    settings = {"foreign_keys": 1, "journal_mode": "delete", "synchronous": 3}
    for name, value in settings.items():
        assert book.db.execute_sql(f"PRAGMA {name}").fetchone()[0] == value
