"""Packages from outside are read within bounds; files are written whole."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from reports.packages import MAX_PARTS, open_package, pack, parse_xml, write_whole, zipped
from tests.reports.documents import word
from ward.errors import UserError


def archive(*names: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return out.getvalue()


def encrypted() -> bytes:
    content = bytearray(archive("a.xml"))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def lying_about_its_size() -> bytes:
    content = bytearray(archive("a.xml", content=b"0" * 100_000))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 10)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không phải tệp Word"),
        (b"<html><body>", "không phải tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "mật khẩu"),
        (word("a")[:-200], "không phải tệp Word"),
        (archive("../a.xml"), "không an toàn"),
        (archive("/a.xml"), "không an toàn"),
        (archive("word/a.xml", "Word/A.xml"), "không an toàn"),
        (encrypted(), "không an toàn"),
        (archive("word/vbaProject.bin"), "macro"),
        (archive(*(f"{n}.xml" for n in range(MAX_PARTS + 1))), "quá nhiều"),
    ],
)
def test_an_unsafe_or_broken_package_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        open_package(content)


def test_a_package_that_would_unpack_without_end_is_refused() -> None:
    many = archive(*(f"{n}.xml" for n in range(40)), content=b"0" * (8 * 1024 * 1024))
    with pytest.raises(UserError, match="quá nhiều"):
        open_package(many)


def test_a_part_never_unpacks_to_more_than_it_says() -> None:
    with pytest.raises(UserError, match="bị hỏng"):
        open_package(lying_about_its_size())["a.xml"].content()


@pytest.mark.parametrize(
    "xml", [b"<a>", b"", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', b"<a>&lol;</a>"]
)
def test_xml_with_entities_or_broken_is_refused(xml: bytes) -> None:
    with pytest.raises(UserError, match="bị hỏng ở phần “word/document"):
        parse_xml("word/document.xml", xml)


def test_deeply_nested_xml_is_refused() -> None:
    with pytest.raises(UserError):
        parse_xml("word/document.xml", b"<a>" * 1_000_000 + b"</a>" * 1_000_000)


def test_what_is_zipped_is_a_zip_that_others_read() -> None:
    parts = {name: pack(name, content) for name, content in (("a.xml", b"1" * 9999), ("ảnh/đ.png", b""))}
    with zipfile.ZipFile(io.BytesIO(zipped(parts))) as made:
        assert made.testzip() is None
        assert [(info.filename, made.read(info)) for info in made.infolist()] == [
            ("a.xml", b"1" * 9999), ("ảnh/đ.png", b""),
        ]  # fmt: skip


def test_a_package_read_and_zipped_again_keeps_every_part() -> None:
    before = word("{{ a }}")
    after = zipped(open_package(before))
    with zipfile.ZipFile(io.BytesIO(before)) as one, zipfile.ZipFile(io.BytesIO(after)) as two:
        assert [(n, one.read(n)) for n in one.namelist()] == [(n, two.read(n)) for n in two.namelist()]


def test_a_file_is_replaced_and_nothing_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "Báo cáo năm 2023.docx"
    write_whole(target, b"1")
    write_whole(target, b"2")
    assert target.read_bytes() == b"2"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(UserError, match="là một thư mục"):
        write_whole(tmp_path / "x.docx", b"1")
