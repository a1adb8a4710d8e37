"""The envelope of an exchange file: what is no such file is refused whole, in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from forms.exchange import plan_import
from tests.forms.exchange_files import of, unit, verdicts
from ward.book import Book
from ward.errors import UserError


def sentence(book: Book, path: Path) -> str:
    with pytest.raises(UserError) as caught:
        plan_import(book, path)
    return str(caught.value)


def on_disk(folder: Path, content: bytes) -> Path:
    path = folder / "tệp.json"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_unicode_encoding_is_read(book: Book, tmp_path: Path, encoding: str):
    text = json.dumps(of(unit("Phường Định Công")), ensure_ascii=False)
    plan = plan_import(book, on_disk(tmp_path, text.encode(encoding)))
    assert [line.title for line in plan.lines] == ["Phường Định Công"]


def test_another_encoding_is_refused_in_words(book: Book, tmp_path: Path):
    text = json.dumps(of(unit("Thành phố")), ensure_ascii=False).encode("cp1258", "replace")
    assert "UTF-8" in sentence(book, on_disk(tmp_path, text))


def test_broken_json_is_refused_with_its_line(book: Book, tmp_path: Path):
    assert "dòng 2" in sentence(book, on_disk(tmp_path, b'{"format": "sovang-exchange",\n "version": 1,, }'))


def test_a_file_that_is_nested_without_end_is_refused(book: Book, tmp_path: Path):
    assert "lồng quá nhiều lớp" in sentence(book, on_disk(tmp_path, b"[" * 200_000))


def test_a_number_without_end_is_refused(book: Book, tmp_path: Path):
    assert "số quá dài" in sentence(book, on_disk(tmp_path, b'{"version": ' + b"9" * 5000 + b"}"))


def test_a_file_that_is_not_there_is_told(book: Book, tmp_path: Path):
    assert "Không đọc được" in sentence(book, tmp_path / "không có.json")


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"format": "khác", "version": 1, "records": []},
        {"format": "sovang-exchange", "records": []},
        {"format": "sovang-exchange", "version": "1", "records": []},
        {"format": "sovang-exchange", "version": True, "records": []},
        {"format": "sovang-exchange", "version": 2, "records": []},
        {"format": "sovang-exchange", "version": 1},
        {"format": "sovang-exchange", "version": 1, "records": {}},
        {"format": "sovang-exchange", "version": 1, "records": [], "ghi chú": ""},
    ],
)
def test_what_is_no_exchange_file_is_refused_whole(book: Book, content: dict[str, Any]):
    with pytest.raises(UserError):
        plan_import(book, content)


def test_a_key_that_is_written_twice_refuses_its_record_alone(book: Book, tmp_path: Path):
    text = json.dumps(of(unit("Tổ 1"), unit("Tổ 2"))).replace(
        '"kind": "unit"', '"note": "a", "note": "b", "kind": "unit"', 1
    )
    plan = plan_import(book, on_disk(tmp_path, text.encode()))
    assert verdicts(plan) == ["refused", "new"]
    assert "hai lần" in plan.lines[0].reason


def test_an_empty_file_of_ours_holds_nothing(book: Book):
    assert plan_import(book, of()).lines == ()
