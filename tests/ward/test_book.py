"""Opening, closing and sharing a file of records."""

import os
import sqlite3
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path

import pytest

from tests.ward.opened import AN, BINH, generation, names
from ward import migrations
from ward.book import Book
from ward.edits import Add, Amend, Edit
from ward.errors import UserError

NAMES = ["Phường Gia Thụy.sovang", unicodedata.normalize("NFD", "Sổ #1 (50%) [mới] & khác; 'ba'.sovang")]
if os.name == "posix":
    NAMES.append('có ? và "nháy" \\ lạ.sovang')


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
