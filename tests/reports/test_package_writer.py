"""Large packages are written part by part: the same bytes each time, in constant memory, whole or not at all."""

import hashlib
import io
import tracemalloc
import zipfile
from pathlib import Path

import docx
import pytest

from reports.office_files.package_writer import PackageWriter
from reports.office_files.packages import open_package, pack, zipped
from tests.reports.documents import word
from ward.errors import UserError


def test_what_is_written_is_a_package_that_others_read(tmp_path: Path) -> None:
    source = open_package(word("Kính gửi: Ủy ban nhân dân phường"))
    target = tmp_path / "Giấy khen.docx"
    with PackageWriter(target) as package:
        for name, part in source.items():
            if name == "word/document.xml":
                with package.stream(name) as body:
                    for at in range(0, part.size, 100):
                        body.write(part.content()[at : at + 100])
            else:
                package.copy(part)
        package.add("word/media/ảnh.png", b"1" * 9999)
    with zipfile.ZipFile(target) as made:
        assert made.testzip() is None
        assert made.read("word/media/ảnh.png") == b"1" * 9999
        assert {name: made.read(name) for name in source} == {n: part.content() for n, part in source.items()}
    assert docx.Document(str(target)).paragraphs[0].text == "Kính gửi: Ủy ban nhân dân phường"
    assert package.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert list(open_package(target.read_bytes())) == [*source, "word/media/ảnh.png"]


def test_parts_written_one_by_one_give_the_bytes_of_the_whole_package(tmp_path: Path) -> None:
    parts = {name: pack(name, content) for name, content in (("a.xml", b"1" * 9999), ("ảnh/đ.png", b""))}
    for name in ("một.docx", "hai.docx"):
        with PackageWriter(tmp_path / name) as package:
            with package.stream("a.xml") as part:
                part.write(b"1" * 5000)
                part.write(b"1" * 4999)
            package.copy(parts["ảnh/đ.png"])
    assert (tmp_path / "một.docx").read_bytes() == (tmp_path / "hai.docx").read_bytes() == zipped(parts)


@pytest.mark.parametrize("level", [1, 6])
def test_a_part_of_a_hundred_megabytes_takes_less_than_two_of_memory(level: int, tmp_path: Path) -> None:
    row = b"<row><c><v>12</v></c></row>" * 1000
    tracemalloc.start()
    try:
        with PackageWriter(tmp_path / "lớn.xlsx", level) as package, package.stream("xl/sheet1.xml") as part:
            for _ in range(4000):
                part.write(row)
        assert part.size > 100_000_000
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_lower_level_packs_less_and_holds_the_same(tmp_path: Path) -> None:
    content = word("a " * 5000)
    fast, small = (pack("a", open_package(content)["word/document.xml"].content(), level) for level in (1, 9))
    assert len(fast.packed) > len(small.packed)
    assert fast.content() == small.content()


def test_a_failure_on_the_way_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "Báo cáo.docx"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), PackageWriter(target) as package:
        package.add("a.xml", b"1")
        with package.stream("b.xml") as part:
            part.write(bytes([1 // 0]))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_part_written_twice_is_our_fault_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="written twice"), PackageWriter(tmp_path / "a.docx") as package:
        package.add("word/a.xml", b"1")
        package.add("Word/A.xml", b"2")
    assert list(tmp_path.iterdir()) == []


def test_more_parts_than_a_zip_can_list_are_refused(tmp_path: Path) -> None:
    part = pack("", b"")
    with pytest.raises(UserError, match="chia thành nhiều tệp"), PackageWriter(tmp_path / "a.docx") as package:
        for number in range(70_000):
            package.copy(type(part)(f"{number}", part.packed, part.method, part.crc, part.size))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_stream_is_an_empty_part(tmp_path: Path) -> None:
    with PackageWriter(tmp_path / "a.docx") as package, package.stream("a.xml"):
        assert not (tmp_path / "a.docx").exists()
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as made:
        assert made.read("a.xml") == b""
