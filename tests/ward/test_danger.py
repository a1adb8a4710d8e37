"""Damage, crashes, swapped files and what the disk forbids: nothing lost, everything told in words."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.ward.opened import AN, BINH, generation, names, run
from ward.book import Book
from ward.errors import UserError

CRASH_IN_MID_WRITE = """
book = Book.open(Path(sys.argv[1]))
book.db.execute_sql("PRAGMA cache_spill = 1")
book.db.execute_sql("PRAGMA cache_size = 10")
def crash(done, total):
    if done >= 2000:
        os._exit(9)
book.write("Nhập", [Add("person", {"name": f"Người {n}"}) for n in range(5000)], progress=crash)
"""


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
