"""Evidence: kept once by content, tied to records, and named where a file is missing."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from ward.backup import back_up
from ward.book import Book
from ward.edits import Add, Bin
from ward.errors import UserError
from ward.evidence import attach, attached, detach, file_of, folder_of, missing, path_of
from ward.loading import load

SCAN = b"\x89PNG scan of a decision"


@pytest.fixture
def practice(book: Book) -> int:
    return book.write("Thêm", [Add("practice", {"name": "Camera an ninh", "years": (2023,)})]).added[0]


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Quyết định 12.png"
    path.write_bytes(SCAN)
    return path


def files(book: Book) -> list[Path]:
    return sorted(path for path in folder_of(book).rglob("*") if path.is_file())


def test_a_file_is_kept_under_its_hash_and_its_record_says_what_it_is(book: Book, practice: int, scan: Path) -> None:
    change = attach(book, scan, practice, "decision")
    digest = hashlib.sha256(SCAN).hexdigest()
    values = load(book.db, change.added[0]).values
    assert path_of(book, digest) == book.path.parent / "Phường.evidence" / digest[:2] / digest
    assert files(book) == [path_of(book, digest)]
    assert file_of(book, change.added[0]).read_bytes() == SCAN
    assert (values["file_name"], values["size"], values["media_type"]) == (
        "Quyết định 12.png",
        len(SCAN),
        "image/png",
    )
    assert values["years"] == (2023,)
    assert change.act == "Gắn minh chứng “Quyết định 12.png” vào Camera an ninh"
    assert [(one.file_name, one.field) for one in attached(book.db, practice)] == [("Quyết định 12.png", "decision")]


def test_the_same_content_is_kept_once_and_tied_to_both_records(book: Book, practice: int, scan: Path) -> None:
    other = book.write("Thêm", [Add("event", {"name": "Ngày hội"})]).added[0]
    first = attach(book, scan, practice).added[0]
    again = attach(book, SCAN, other, file_name="bản khác.png")
    assert again.added == ()
    assert [one.id for one in attached(book.db, other)] == [first]
    assert len(files(book)) == 1


def test_attaching_again_what_lies_in_the_bin_brings_it_back(book: Book, practice: int, scan: Path) -> None:
    evidence = attach(book, scan, practice).added[0]
    book.write("Bỏ", [Bin(evidence)])
    assert attached(book.db, practice) == []
    attach(book, scan, practice)
    assert [one.id for one in attached(book.db, practice)] == [evidence]


def test_attaching_is_one_act_to_undo(book: Book, practice: int, scan: Path) -> None:
    attach(book, scan, practice)
    book.undo()
    assert attached(book.db, practice) == []
    book.redo()
    assert len(attached(book.db, practice)) == 1


def test_detaching_leaves_the_file_and_its_record(book: Book, practice: int, scan: Path) -> None:
    evidence = attach(book, scan, practice).added[0]
    detach(book, evidence, practice)
    assert attached(book.db, practice) == []
    assert file_of(book, evidence).is_file()


def test_a_book_that_came_without_its_files_says_which_are_missing(book: Book, practice: int, scan: Path) -> None:
    evidence = attach(book, scan, practice).added[0]
    attach(book, b"other", practice, file_name="còn đây.txt")
    assert missing(book) == []
    file_of(book, evidence).unlink()
    assert [(one.id, one.file_name) for one in missing(book)] == [(evidence, "Quyết định 12.png")]
    with pytest.raises(UserError, match=r"Thiếu tệp minh chứng “Quyết định 12\.png”"):
        file_of(book, evidence)


def test_a_backup_finds_the_files_of_its_original(book: Book, practice: int, scan: Path) -> None:
    evidence = attach(book, scan, practice).added[0]
    kept = file_of(book, evidence)
    with Book.open(back_up(book.path, "trước khi nhập")) as copy:
        assert copy.path.parent.name == "Sao lưu"
        assert file_of(copy, evidence) == kept
        assert missing(copy) == []
        own = attach(copy, b"of the backup alone", practice).added[0]
        assert file_of(copy, own).parent.parent == folder_of(copy)
        kept.unlink()
        assert [one.id for one in missing(copy)] == [evidence]


def test_progress_hears_every_byte(book: Book, practice: int, tmp_path: Path) -> None:
    path = tmp_path / "phim.mp4"
    path.write_bytes(bytes(5_000_000))
    heard: list[tuple[int, int]] = []
    attach(book, path, practice, progress=lambda done, whole: heard.append((done, whole)))
    assert heard[-1] == (5_000_000, 5_000_000)
    assert len(heard) > 2


def test_what_cannot_be_read_is_told_in_words_and_leaves_nothing(book: Book, practice: int, tmp_path: Path) -> None:
    (tmp_path / "trống.pdf").touch()
    refused = {
        tmp_path / "không có.pdf": "Không đọc được tệp “không có.pdf”",
        tmp_path: "là thư mục",
        tmp_path / "trống.pdf": "trống nên không gắn được",
    }
    for source, words in refused.items():
        with pytest.raises(UserError, match=words):
            attach(book, source, practice)
    assert files(book) == []
    assert attached(book.db, practice) == []


def test_a_full_disk_keeps_neither_half_a_file_nor_a_record(
    book: Book, practice: int, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="Ổ đĩa đã đầy"):
        attach(book, scan, practice)
    monkeypatch.undo()
    assert files(book) == []
    assert attached(book.db, practice) == []


def test_a_task_that_is_cancelled_leaves_no_half_file(book: Book, practice: int, scan: Path) -> None:
    class Cancelled(Exception):
        """What the task runner raises."""

    def cancel(_done: int, _whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        attach(book, scan, practice, progress=cancel)
    assert files(book) == []


def test_a_read_only_book_takes_no_evidence(book: Book, practice: int, scan: Path) -> None:
    with Book.open(book.path, read_only=True) as shut, pytest.raises(UserError, match="chỉ đọc"):
        attach(shut, scan, practice)
    assert files(book) == []
