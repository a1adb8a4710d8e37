"""The office's own copies of templates: taken out, kept through updates, laid aside and never lost."""

import datetime as dt
import json
from pathlib import Path

import pytest

from reports.template_desk import files as template_files
from reports.template_desk.files import (
    ORIGINS,
    back_to_original,
    copy_out,
    find_template,
    keep_own,
    original,
    own_folder,
    state_of,
    take_file,
)
from tests.reports.documents import word, workbook
from ward.errors import UserError

NAME = "muc-luc.docx"
DAY = dt.date(2026, 3, 2)
NOW = dt.datetime(2026, 3, 5, 9, 30)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "Phường Hoa Sen.sovang"


def move_original_on(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """As an update of the program does."""
    newer = word("Mẫu của bản mới: {{ office }}")
    monkeypatch.setattr(template_files, "original", lambda _name: newer)
    return newer


def test_a_copy_is_the_original_until_somebody_edits_it_and_stays_theirs(book: Path) -> None:
    assert state_of(book, NAME).words == "mẫu gốc"
    copy = copy_out(book, NAME, DAY)
    assert copy == own_folder(book) / NAME and copy.read_bytes() == original(NAME)
    copy.write_bytes(b"edited")
    assert copy_out(book, NAME, DAY).read_bytes() == b"edited"
    assert find_template(book, NAME).content == b"edited"
    assert (state_of(book, NAME).words, state_of(book, NAME).taken) == ("mẫu riêng", DAY)


def test_an_update_leaves_the_copy_and_tells_that_the_original_moved_on(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copy_out(book, NAME, DAY)
    before = copy.read_bytes()
    move_original_on(monkeypatch)
    state = state_of(book, NAME)
    assert (state.moved_on, state.words) == (True, "mẫu riêng, bản gốc đã đổi")
    assert copy.read_bytes() == before == find_template(book, NAME).content
    keep_own(book, NAME, DAY)
    assert state_of(book, NAME).words == "mẫu riêng"


def test_going_back_keeps_the_copy_aside_with_its_date(book: Path) -> None:
    copy_out(book, NAME, DAY).write_bytes(b"edited")
    kept = back_to_original(book, NAME, NOW)
    assert kept == own_folder(book) / "Bản cũ" / "muc-luc (05-03-2026 09.30).docx"
    assert kept.read_bytes() == b"edited"
    assert find_template(book, NAME).content == original(NAME)
    assert state_of(book, NAME).words == "mẫu gốc"
    assert back_to_original(book, NAME, NOW) is None


def test_two_copies_laid_aside_in_one_minute_are_both_kept(book: Path) -> None:
    kept = []
    for text in (b"one", b"two"):
        copy_out(book, NAME, DAY).write_bytes(text)
        kept.append(back_to_original(book, NAME, NOW))
    assert [path and path.read_bytes() for path in kept] == [b"one", b"two"]


def test_an_original_that_moved_on_and_was_gone_back_to_is_plain_again(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_out(book, NAME, DAY)
    newer = move_original_on(monkeypatch)
    back_to_original(book, NAME, NOW)
    assert copy_out(book, NAME, DAY).read_bytes() == newer
    assert not state_of(book, NAME).moved_on


def test_a_copy_put_there_by_hand_is_the_offices_own_of_an_unknown_day(book: Path) -> None:
    own_folder(book).mkdir()
    (own_folder(book) / NAME).write_bytes(word("{{ office }}"))
    state = state_of(book, NAME)
    assert (state.own, state.moved_on, state.taken) == (True, False, None)


@pytest.mark.parametrize("content", ["", "not json", "[]", '{"muc-luc.docx": 3}', '{"muc-luc.docx": {}}'])
def test_a_spoilt_list_of_originals_loses_no_copy(book: Path, content: str) -> None:
    copy = copy_out(book, NAME, DAY)
    (own_folder(book) / ORIGINS).write_text(content, encoding="utf-8")
    assert state_of(book, NAME).own
    assert copy.is_file()


def test_what_is_remembered_of_other_copies_stays(book: Path) -> None:
    copy_out(book, NAME, DAY)
    copy_out(book, "bieu-chi-tieu.xlsx", DAY)
    back_to_original(book, NAME, NOW)
    kept = json.loads((own_folder(book) / ORIGINS).read_text(encoding="utf-8"))
    assert list(kept) == ["bieu-chi-tieu.xlsx"]


def test_another_file_becomes_the_copy_and_the_old_one_is_kept(book: Path, tmp_path: Path) -> None:
    copy_out(book, NAME, DAY).write_bytes(b"edited")
    mine = tmp_path / "Mẫu của phường.docx"
    mine.write_bytes(word("{{ office }}"))
    assert take_file(book, NAME, mine, NOW).read_bytes() == mine.read_bytes()
    assert (own_folder(book) / "Bản cũ" / "muc-luc (05-03-2026 09.30).docx").read_bytes() == b"edited"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (workbook([["{{ office }}"]]), "Tệp này là tệp Excel, mà mẫu này phải là tệp Word (.docx)"),
        (b"<html><body>{{ office }}</body></html>", "lưu lại"),
        (b"{\\rtf1 {{ office }}}", "lưu lại"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(500), ".doc"),
    ],
    ids=["excel", "html", "rtf", "doc"],
)
def test_a_file_of_another_kind_is_refused_and_nothing_changes(
    book: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    copy = copy_out(book, NAME, DAY)
    copy.write_bytes(b"edited")
    other = tmp_path / "khác.docx"
    other.write_bytes(content)
    with pytest.raises(UserError) as refused:
        take_file(book, NAME, other, NOW)
    assert "Chưa lấy “khác.docx” làm mẫu." in str(refused.value) and words in str(refused.value)
    assert copy.read_bytes() == b"edited"
    assert not (own_folder(book) / "Bản cũ").exists()
