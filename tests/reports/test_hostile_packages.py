"""Hostile and broken packages are refused in words, within bounds, and nothing is written."""

import subprocess
import sys
from pathlib import Path

import pytest

from reports.office_files.packages import MAX_PARTS, PAPER, open_package, zipped
from reports.word.filling import fill
from tests.reports import hostile
from tests.reports.documents import STAMP, word, workbook
from tests.reports.hostile import (
    DOCUMENT,
    TYPES,
    W,
    compound,
    with_body,
    with_field,
    with_parts,
    with_relation,
    with_text,
    with_type,
    without,
    zipped_up,
)
from ward.errors import UserError

ROOT = Path(__file__).parents[2]
MICROSOFT = "http://schemas.microsoft.com/office"
OFFICE = "application/vnd.ms-word"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

FOREIGN = {
    "rỗng": b"",
    "HTML": b"<html><body><table>",
    "trang web": "<!DOCTYPE HTML>".encode("utf-16") + "<html>".encode("utf-16-le"),
    ".mht": b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
    "RTF": rb"{\rtf1\ansi",
    "PDF": b"%PDF-1.7",
    "tệp ảnh": b"\x89PNG\r\n",
    "XML": b'<?xml version="1.0"?><pkg:package/>',
    "chương trình": b"MZ\x90\x00",
    "RAR": b"Rar!\x1a\x07",
    ".doc đời cũ": compound("WordDocument"),
    ".xls đời cũ": compound("Workbook"),
    "có mật khẩu": compound("EncryptionInfo", "EncryptedPackage"),
    "Outlook": compound("__substg1.0_001A001E"),
    "không còn nguyên vẹn": word("a")[:-200],
    "OpenDocument": zipped_up({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
    ".zip": zipped_up({"ảnh.jpg": b"1"}),
    "nén rỗng": zipped_up({}),
    "không phải tệp Word": "Kính gửi Ủy ban".encode(),
}
BROKEN = {
    "mật khẩu": hostile.encrypted(),
    "là tệp nén .zip": without(TYPES),
    "_rels/.rels": without("_rels/.rels"),
    "word/document.xml": without(DOCUMENT),
    "document.xml.rels: rId": with_body(b'<w:p xmlns:r="r"><w:hyperlink r:id="rId999"/></w:p>'),
    "bị hỏng ở phần “word/styles.xml”": hostile.patched(word("a"), "word/styles.xml", 16, "<I", 1),
    "Strict Open XML": with_text(
        "_rels/.rels", hostile.RELS, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    ".dotx": with_type("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
}
UNSAFE = {
    "overlapping entries": hostile.overlapping(),
    "two meanings": hostile.with_two_meanings(),
    "a hidden part": hostile.with_a_directory_that_hides_a_part(),
    **{
        f"a part {name!r}": with_parts({name: b"1"})
        for name in (
            "../a.xml", "word/../../a.xml", "/a.xml", "//host/a", "word\\a.xml", "C:/a.xml", "word//a.xml", "./a.xml",
            "word/CON", "word/nul.xml", "AUX.bin", "com1", "word/a.", "word/a ", "a\x01.xml", "Word/Document.xml",
        )
    },
    "two forms of a letter": with_parts({"ảnh.png": b"1", "a\u0309nh.png": b"2"}),
}  # fmt: skip
FORBIDDEN = {
    "a macro part": (with_parts({"word/vbaProject.bin": b"1"}), "macro"),
    "a macro under another name": (with_parts({"word/media/image9.bin": compound("_VBA_PROJECT")}), "macro"),
    "a .docm by its type": (with_type(f"{OFFICE}.document.macroEnabled.main+xml"), "macro"),
    "a .dotm by its type": (with_type(f"{OFFICE}.template.macroEnabledTemplate.main+xml"), "macro"),
    "a .xlsm by its type": (with_type("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "macro"),
    "a macro by its relation": (
        with_relation(f"{MICROSOFT}/2006/relationships/vbaProject", "x.bin", "Internal"), "macro",
    ),
    "an ActiveX control": (with_relation("control", "activeX/activeX1.xml", "Internal"), "ActiveX"),
    "a program": (with_parts({"word/embeddings/a.bin": b"MZ" + b"\0" * 76 + b"This program cannot"}), "chương trình"),
    "a packaged file": (with_parts({"word/embeddings/oleObject1.bin": compound("\1Ole10Native")}), "chương trình"),
    "a remote template": (with_relation("attachedTemplate", "https://example.org/a.dotm"), "mẫu ở máy khác"),
    "a template on a share": (with_relation("attachedTemplate", r"\\may-chu\mau\a.dotx"), "mẫu ở máy khác"),
    "a remote image": (with_relation("image", "http://example.org/a.png"), "ảnh nằm ở nơi khác"),
    "an image on a share": (with_relation("image", "file://may-chu/a.png"), "ảnh nằm ở nơi khác"),
    "an image by its address": (
        with_body(b'<w:pict xmlns:v="v"><v:imagedata id="a" src="https://example.org/a"/></w:pict>'), "ảnh nằm ở nơi",
    ),
    "a linked object": (with_relation("oleObject", "file:///C:/a.xlsx"), "lấy nội dung từ nơi khác"),
    "a mail merge source": (with_relation("mailMergeSource", "file:///C:/a.xlsx"), "lấy nội dung từ nơi khác"),
    "a frame": (with_relation("frame", "http://example.org"), "lấy nội dung từ nơi khác"),
    "an inserted web page": (with_relation("aFChunk", "a.html", "Internal"), "đoạn chèn"),
    "a link that runs something": (with_relation("hyperlink", "ms-msdt:/id"), "liên kết không an toàn"),
    "a link to a share": (with_relation("hyperlink", "file://may-chu/a.docx"), "liên kết không an toàn"),
    "a script in a link": (with_relation("hyperlink", "javascript:alert(1)"), "liên kết không an toàn"),
    "a DDE field": (with_field(" DDEAUTO c:\\\\windows"), "“DDEAUTO”"),
    "a DDE field in pieces": (with_field(" D", "D", "&#69; excel"), "“DDE”"),
    "a DDE field in a comment's shade": (with_field(" DD<!-- -->E excel"), "“DDE”"),
    "a picture from elsewhere": (with_field(' INCLUDEPICTURE "http://example.org/a.png"'), "Ctrl\\+Shift\\+F9"),
    "a simple field": (with_body(b'<w:p><w:fldSimple w:instr=" includetext c:/a"/></w:p>'), "“INCLUDETEXT”"),
    "an add-in": (
        with_relation(f"{MICROSOFT}/2011/relationships/webextensiontaskpanes", "a", "Internal"),
        "tiện ích web",
    ),
    "another workbook": (
        with_text(
            TYPES, "</Types>",
            f'<Override PartName="/xl/a.xml" ContentType="{SPREADSHEET}.externalLink+xml"/></Types>',
            with_parts({"xl/a.xml": b"<a/>"}, workbook([[1]])),
        ),
        "Ngắt liên kết",
    ),
    "a connection": (
        with_text(
            TYPES, "</Types>",
            f'<Override PartName="/xl/connections.xml" ContentType="{SPREADSHEET}.connections+xml"/></Types>',
            with_parts({"xl/connections.xml": b"<a/>"}, workbook([[1]])),
        ),
        "kết nối dữ liệu",
    ),
    "a DDE formula": (workbook([["=cmd|'/c calc'!A0"]]), "công thức lấy dữ liệu"),
    "a web formula": (workbook([['=_xlfn.WEBSERVICE("http://example.org")']]), "công thức lấy dữ liệu"),
}  # fmt: skip
HARMLESS = {
    "a link to a page": with_relation("hyperlink", "https://example.org/a?b=|!"),
    "a link to a mailbox": with_relation("hyperlink", "mailto:ubnd@example.org"),
    "a link to a paper beside": with_relation("hyperlink", "Phụ lục 1.docx"),
    "a link to a paper on the drive": with_relation("hyperlink", "file:///C:\\Van ban\\a.docx"),
    "a page number": with_field(" PA", "GE "),
    "a link field": with_field(' HYPERLINK "http://example.org/LINK" '),
    "an embedded sheet": with_parts({"word/embeddings/a.xlsx": workbook([["=1+1"]])}),
    "a formula with an or": workbook([["=IF(A2>1,1,0)"], ["a|b!"]]),
    "zip64": hostile.in_zip_64(),
    "an accented part": with_parts({"word/media/ảnh.png": b"1"}),
    "a part in UTF-16": with_parts(
        {"customXml/item1.xml": "<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16")}
    ),
}


def refused(content: bytes) -> str:
    with pytest.raises(UserError) as told:
        open_package(content)
    return str(told.value)


@pytest.mark.parametrize("said", FOREIGN)
def test_a_file_of_another_kind_is_called_by_its_name_and_the_way_out_told(said: str) -> None:
    sentence = refused(FOREIGN[said])
    assert said in sentence
    assert sentence.startswith("Tệp mẫu ") and (". Hãy " in sentence or "Đừng mở" in sentence)


def test_a_refusal_calls_the_file_what_it_is_to_the_clerk() -> None:
    with pytest.raises(UserError, match=r"^Văn bản có mật khẩu"):
        open_package(hostile.encrypted(), PAPER)


@pytest.mark.parametrize("said", BROKEN)
def test_a_broken_package_is_refused_with_what_is_wrong(said: str) -> None:
    sentence = refused(BROKEN[said])
    assert said in sentence and ". Hãy " in sentence


@pytest.mark.parametrize("what", UNSAFE)
def test_a_zip_with_two_meanings_or_unsafe_names_is_refused(what: str) -> None:
    assert "không an toàn" in refused(UNSAFE[what])


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_runs_or_fetches_something_is_refused(what: str) -> None:
    content, said = FORBIDDEN[what]
    with pytest.raises(UserError, match=said):
        open_package(content)


@pytest.mark.parametrize("what", HARMLESS)
def test_what_does_no_harm_is_opened(what: str) -> None:
    assert zipped(open_package(HARMLESS[what]))


def test_a_template_on_a_drive_of_another_day_is_taken_off() -> None:
    settings, rels = "word/settings.xml", "word/_rels/settings.xml.rels"
    words = f'Id="rId1" Type="{hostile.RELS}/attachedTemplate" Target="file:///C:/a.dot" TargetMode="External"'
    relation = f"<Relationships><Relationship {words}/></Relationships>"
    package = with_parts(
        {
            rels: relation.encode(),
            settings: f'<w:settings {W} xmlns:r="r"><w:zoom/><w:attachedTemplate r:id="rId1"/></w:settings>'.encode(),
        }
    )
    parts = open_package(package)
    assert b"zoom" in parts[settings].content()
    assert b"attachedTemplate" not in parts[settings].content() + parts[rels].content()


def test_too_many_parts_are_refused() -> None:
    assert "quá nhiều" in refused(zipped_up({f"{n}.xml": b"" for n in range(MAX_PARTS + 1)}))


@pytest.mark.parametrize("size", [0, 10, 59_999, 1_000_000])
def test_a_part_that_lies_about_its_size_is_refused(size: int) -> None:
    assert "bị hỏng" in refused(hostile.lying_about_its_size(size))


@pytest.mark.parametrize("what", sorted(hostile.BOMBS))
def test_a_bomb_takes_bounded_memory_and_writes_nothing(what: str, tmp_path: Path) -> None:
    bomb, target = tmp_path / "bomb.docx", tmp_path / "out.docx"
    bomb.write_bytes(hostile.BOMBS[what]())
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("in_little_memory.py")), str(bomb), str(target)],
        cwd=ROOT, capture_output=True, encoding="utf-8", env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.stderr == ""
    if what == "nested zip":
        assert done.stdout == "made\n"  # a file in a file is copied, and never unpacked
    else:
        assert done.stdout.startswith("UserError: ") and not target.exists()


def test_nothing_is_written_of_a_refused_template(tmp_path: Path) -> None:
    (tmp_path / "out.docx").write_bytes(b"old")
    with pytest.raises(UserError):
        fill(FORBIDDEN["a DDE field"][0], {"a": "1"}, tmp_path / "out.docx", stamp=STAMP)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("out.docx", b"old")]
