"""Pictures in a paper: printed by a tag or put in a placeholder, each file once, sizes as asked, broken ones told."""

import io
import struct
import zipfile
import zlib
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree

from reports.word.images import EMU_PER_MM, Image, read_picture
from tests.reports.documents import faults, filled, table, word
from tests.reports.golden import word_text
from ward.errors import UserError

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def png(wide: int = 40, high: int = 20, dpi: int = 0, shade: int = 200) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * wide) * high
    physical = chunk(b"pHYs", struct.pack(">IIB", dpi * 10_000 // 254, dpi * 10_000 // 254, 1)) if dpi else b""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + physical + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg(wide: int = 40, high: int = 20, orientation: int = 0) -> bytes:
    """The head of a JPEG: enough to be measured."""
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) + bytes(4)
    exif = b"Exif\0\0" + tiff
    parts = [b"\xff\xd8", b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\1" + struct.pack(">HHBB", 96, 96, 0, 0)]
    if orientation:
        parts.append(b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    parts.append(b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, high, wide, 1) + b"\1\x11\0\xff\xd9")
    return b"".join(parts)


def drawings(paper: Path, part: str = "word/document.xml") -> list[tuple[int, int, str, str]]:
    """Of each picture: width and height in EMU, its alternative text, and the part that it shows."""
    with zipfile.ZipFile(paper) as archive:
        root = etree.fromstring(archive.read(part))
        rels = etree.fromstring(archive.read(f"word/_rels/{Path(part).name}.rels"))
    targets = {entry.get("Id"): entry.get("Target") or "" for entry in rels}
    found = []
    for frame in root.iter(f"{WP}inline", f"{WP}anchor"):
        extent, named, blip = frame.find(f"{WP}extent"), frame.find(f"{WP}docPr"), next(frame.iter(f"{A}blip"))
        assert extent is not None and named is not None
        target = targets[blip.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed")]
        found.append((int(extent.get("cx") or 0), int(extent.get("cy") or 0), named.get("descr") or "", target))
    return found


def test_a_picture_stands_where_its_tag_stood_and_lies_once_in_the_file(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [["{%tr for p in photos %}"], ["{{ p }}"], ["{%tr endfor %}"]])
        document.sections[0].header.paragraphs[0].text = "{{ logo }}"

    logo = Image(png(), width_mm=20, alt='Biểu trưng "1"')
    other = Image(png(shade=9), height_mm=Decimal("10.5"))
    context = {"logo": logo, "photos": [logo, other, logo]}
    paper = filled(word("Ảnh: {{ logo }}!", build=build), context, tmp_path)
    wide = 20 * EMU_PER_MM
    shown = drawings(paper.path)
    assert [size[:3] for size in shown] == [
        (wide, wide // 2, 'Biểu trưng "1"'), (wide, wide // 2, 'Biểu trưng "1"'), (756_000, 378_000, ""),
        (wide, wide // 2, 'Biểu trưng "1"'),
    ]  # fmt: skip
    assert drawings(paper.path, "word/header1.xml")[0][3] == shown[0][3]
    with zipfile.ZipFile(paper.path) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/sv")]
        numbers = etree.fromstring(archive.read("word/document.xml")).iter(f"{WP}docPr")
    ids = [named.get("id") for named in numbers]
    assert len(media) == 2 and len(set(ids)) == len(ids) == 4
    assert word_text(paper.path).startswith("Ảnh: !")
    assert [picture.width for picture in docx.Document(str(paper.path)).inline_shapes] == [wide, wide, 756_000, wide]
    assert faults(paper.path) == []


def test_a_placeholder_named_by_a_tag_shows_the_picture_within_its_frame(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png(10, 10)), width=3_600_000)
        document.add_picture(io.BytesIO(png(10, 10)), width=3_600_000)
        for story in (document.sections[0].header._element, document.element):
            next(story.iter(f"{WP}docPr")).set("descr", "{{ logo }}")

    template = word(build=build)
    paper = filled(template, {"logo": Image(jpeg(40, 20), alt="Cổng phường")}, tmp_path)
    for part in ("word/document.xml", "word/header1.xml"):
        ((wide, high, alt, target),) = drawings(paper.path, part)
        assert (wide, high, alt) == (3_600_000, 1_800_000, "Cổng phường") and target.endswith(".jpeg")
    assert faults(paper.path) == []
    kept = filled(template, {"logo": None}, tmp_path)
    assert [size[:3] for size in drawings(kept.path)] == [(3_600_000, 3_600_000, "")]
    marked = filled(template, {}, tmp_path, lenient=True)
    assert drawings(marked.path) == drawings(kept.path) and len(marked.faults) == 2


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(96, 192), (914_400, 1_828_800)),
        (png(300, 300, dpi=300), (914_400, 914_400)),
        (jpeg(192, 96), (1_828_800, 914_400)),
        (png(9_600, 960), (165 * EMU_PER_MM, 165 * EMU_PER_MM // 10)),
        (png(10, 9_600), (240 * EMU_PER_MM * 10 // 9_600, 240 * EMU_PER_MM)),
    ],
)
def test_a_picture_is_as_large_as_it_says_but_fits_a_page(content: bytes, size: tuple[int, int]) -> None:
    found = Image(content).size
    assert all(abs(one - other) <= other // 50 for one, other in zip(found, size, strict=True))


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", png()[:30], png()[:-20], jpeg()[:8], b"\xff\xd8\xff", png(0, 5), jpeg(0, 0)]
)
def test_a_broken_picture_is_told_with_its_name(content: bytes, tmp_path: Path) -> None:
    photo = tmp_path / "ngày hội.png"
    photo.write_bytes(content)
    with pytest.raises(UserError, match=r"“ngày hội\.png” không phải ảnh"):
        filled(word("{{ photo }}"), {"photo": Image(photo)}, tmp_path)


def test_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không đọc được ảnh"):
        filled(word("{{ photo }}"), {"photo": Image(tmp_path / "none.png")}, tmp_path)


def test_a_photo_taken_with_a_turned_camera_is_told(tmp_path: Path) -> None:
    assert read_picture(jpeg(orientation=6), "a").turned and not read_picture(jpeg(orientation=1), "a").turned
    paper = filled(word("{{ a }}{{ a }}"), {"a": Image(jpeg(orientation=6), alt="Ngày hội")}, tmp_path)
    (told,) = paper.faults
    assert "“Ngày hội”" in told and "xoay" in told
