"""Copies of the file that were read back before they count."""

import datetime as dt
import os
import sqlite3

import pytest

from ward.backup import FOLDER, back_up, newest_backup, original_of
from ward.book import Book
from ward.edits import Add
from ward.errors import UserError
from ward.listing import Wanted, list_records

AN = Add("person", {"name": "Nguyễn Văn An"})


def test_a_backup_opens_as_the_same_file_and_holds_the_same_records(book):
    book.write("Thêm", [AN])
    copy = back_up(book.path, "cuoi-ngay")
    assert copy.parent == book.path.parent / FOLDER
    assert copy.name.startswith("Phường-")
    assert copy.name.endswith("-cuoi-ngay.sovang")
    with Book.open(copy) as again:
        assert again.lineage == book.lineage
        assert [line.title for line in list_records(again.db, Wanted("person")).lines(0, 9)] == ["Nguyễn Văn An"]


def test_backups_of_one_second_stand_side_by_side(book):
    copies = [back_up(book.path) for _ in range(3)]
    assert len(set(copies)) == 3
    assert sorted(copy.name for copy in (book.path.parent / FOLDER).iterdir()) == sorted(c.name for c in copies)


@pytest.mark.parametrize("name", ["Phường.sovang", "Phường-20250101-080000.sovang"])
def test_a_backup_knows_its_original_by_name_and_folder(tmp_path, name):
    with Book.create(tmp_path / name) as book:
        assert original_of(back_up(book.path)) == original_of(back_up(book.path, "cuoi-ngay")) == book.path
        assert original_of(book.path) is None


def test_a_backup_can_be_made_while_an_act_is_under_way_and_holds_the_state_before(book):
    book.write("Thêm", [AN])
    copies = []

    def look(done: int, total: int) -> None:
        if done == 1000:
            copies.append(back_up(book.path))

    book.write("Nhập", [AN] * 3000, progress=look)
    with Book.open(copies[0]) as before:
        assert len(list_records(before.db, Wanted("person")).ids) == 1


def test_a_damaged_file_gives_no_backup_and_leaves_nothing_behind(book):
    book.write("Thêm", [AN] * 500)
    path = book.path
    book.close()
    connection = sqlite3.connect(path)
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'record'").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with pytest.raises(UserError, match="Chưa sao lưu được"):
        back_up(path)
    assert list((path.parent / FOLDER).iterdir()) == []
    assert newest_backup(path) is None


def test_a_folder_that_takes_no_backup_is_told_in_words(book, tmp_path):
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="Hãy kiểm tra chỗ trống và quyền ghi"):
        back_up(book.path, folder=tmp_path / "tệp")


def test_the_newest_backup_is_known_and_those_of_other_files_do_not_count(tmp_path):
    with Book.create(tmp_path / "Sổ [1].sovang") as book, Book.create(tmp_path / "Sổ [1]-2025.sovang") as other:
        back_up(other.path)
        assert newest_backup(book.path) is None
        first, second = back_up(book.path, "sáng"), back_up(book.path)
        for copy, hour in ((first, 9), (second, 7)):
            moment = dt.datetime(2025, 11, 18, hour).timestamp()
            os.utime(copy, (moment, moment))
        assert newest_backup(book.path) == dt.datetime(2025, 11, 18, 9)


def test_a_backup_goes_where_the_clerk_wants_it(book, tmp_path):
    assert back_up(book.path, folder=tmp_path / "USB" / "sổ").parent == tmp_path / "USB" / "sổ"
