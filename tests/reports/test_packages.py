"""Packages are opened, packed and zipped as other programs understand them; their XML is read without entities."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.office_files.packages import open_package, pack, parse_xml, zipped
from tests.reports.documents import word
from ward.errors import UserError


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


@given(at=st.floats(0, 1, exclude_max=True), junk=st.binary(max_size=12), cut=st.booleans())
def test_whatever_is_torn_or_overwritten_is_opened_or_refused_in_words(at: float, junk: bytes, cut: bool) -> None:
    whole = word("a")
    place = int(at * len(whole))
    try:
        open_package(whole[:place] + junk + (b"" if cut else whole[place + len(junk) :]))
    except UserError as error:
        assert ". " in str(error)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(content: bytes) -> None:
    for whole in (content, b"PK\x03\x04" + content):
        with pytest.raises(UserError, match=r"[.] "):
            open_package(whole)


DOCTYPE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize(
    "xml",
    [
        b"", b"<a>", b"<a>&lol;</a>", DOCTYPE.encode(), b" " * 5000 + DOCTYPE.encode(),
        f"<!-- {'x' * 5000} -->{DOCTYPE}".encode(), DOCTYPE.encode("utf-16"), DOCTYPE.encode("utf-16-le"),
        b"\xfe\xff" + DOCTYPE.encode("utf-16-be"), DOCTYPE.encode("utf-16-be"), DOCTYPE.encode("utf-32"),
        b"\xef\xbb\xbf" + DOCTYPE.encode(), DOCTYPE.encode("cp037"),
        b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>",
        b"<?xml version='1.0' encoding='cp037'?><a/>", b"<?xml version='1.0' encoding='utf-16'?><a/>",
        b"<a>" * 1_000_000 + b"</a>" * 1_000_000,
    ],
)  # fmt: skip
def test_xml_with_a_document_type_or_broken_is_refused(xml: bytes) -> None:
    with pytest.raises(UserError, match=r"bị hỏng ở phần “word/document|quá nhiều dữ liệu"):
        parse_xml("word/document.xml", xml)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_xml_is_read_in_the_encodings_of_the_standard(encoding: str) -> None:
    assert parse_xml("a.xml", "<a>Đảng ủy</a>".encode(encoding)).text == "Đảng ủy"
