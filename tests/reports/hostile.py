"""Packages as an attacker, a torn download or another program would make them, each from a sound Word file."""

import io
import struct
import sys
import zipfile
from collections.abc import Mapping

from tests.reports.documents import word

RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT = "word/document.xml"
DOCUMENT_RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped_up(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(more: Mapping[str, bytes], package: bytes | None = None) -> bytes:
    """A sound package with these parts added or replaced."""
    return zipped_up({**parts_of(package or word("{{ a }}")), **more})


def without(name: str) -> bytes:
    return zipped_up({other: content for other, content in parts_of(word("a")).items() if other != name})


def with_text(name: str, old: str, new: str, package: bytes | None = None) -> bytes:
    """A sound package with a text of one part replaced."""
    parts = parts_of(package or word("{{ a }}"))
    assert old.encode() in parts[name]
    return zipped_up({**parts, name: parts[name].replace(old.encode(), new.encode(), 1)})


def with_relation(kind: str, target: str, mode: str = "External", package: bytes | None = None) -> bytes:
    kind = kind if "://" in kind else f"{RELS}/{kind}"
    added = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return with_text(DOCUMENT_RELS, "</Relationships>", added, package)


def with_type(content_type: str) -> bytes:
    """A sound package that says this of its document."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_text(TYPES, main, content_type)


def with_field(*runs: str) -> bytes:
    """A field whose instruction Word has split over these runs."""
    split = "".join(f"<w:r><w:instrText>{run}</w:instrText></w:r>" for run in runs)
    field = (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{split}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    return with_text(DOCUMENT, "<w:p>", f"{field}<w:p>")


def with_body(body: bytes) -> bytes:
    xml = f"<w:document {W}><w:body>".encode() + body + b"</w:body></w:document>"
    return with_parts({DOCUMENT: xml})


def compound(*streams: str) -> bytes:
    """A file like .doc, .xls and encrypted Office files, with these streams."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + b"".join(name.encode("utf-16-le") for name in streams)


def patched(package: bytes, name: str, at: int, form: str, *values: int) -> bytes:
    """A package whose directory says something else of one entry."""
    content = bytearray(package)
    line = content.index(name.encode(), content.index(b"PK\x01\x02")) - 46
    struct.pack_into(form, content, line + at, *values)
    return bytes(content)


def encrypted() -> bytes:
    return patched(word("a"), DOCUMENT, 8, "<H", 1)


def lying_about_its_size(size: int = 10) -> bytes:
    return patched(with_body(b"<w:p/>" * 10_000), DOCUMENT, 24, "<I", size)


def overlapping() -> bytes:
    """Every line of the directory leads to the same packed bytes: much from little, unpacked over and over."""
    one = zipped_up({"a.xml": b"0" * 100_000})
    listed = one.index(b"PK\x01\x02")
    line = one[listed : one.index(b"PK\x05\x06")]
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 100, 100, len(line) * 100, listed, 0)
    return one[:listed] + line * 100 + end


def with_two_meanings() -> bytes:
    """The head of an entry names another part than the directory does."""
    content = bytearray(word("a"))
    at = content.index(b"word/styles.xml")
    content[at : at + 15] = b"word/settin.xml"
    return bytes(content)


def with_a_directory_that_hides_a_part() -> bytes:
    content = bytearray(word("a"))
    end = content.rindex(b"PK\x05\x06")
    count = struct.unpack_from("<H", content, end + 10)[0]
    struct.pack_into("<HH", content, end + 8, count - 1, count - 1)
    return bytes(content)


def in_zip_64() -> bytes:
    """A sound package as programs write it that do not know the sizes beforehand."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts_of(word("Kính gửi")).items():
            with made.open(name, "w", force_zip64=True) as part:
                part.write(content)
    content = out.getvalue()
    end = content.rindex(b"PK\x05\x06")
    count, length, start = struct.unpack_from("<HII", content, end + 10)
    end_64 = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, start)
    way = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return content[:end] + end_64 + way + last


BOMBS = {
    "a part of zeros": lambda: with_parts({f"{n}.bin": b"0" * (8 << 20) for n in range(33)}),
    "nested elements": lambda: with_body(b"<w:p>" * 1_000_000 + b"</w:p>" * 1_000_000),
    "elements": lambda: with_body(b"<w:p/>" * 2_100_000),
    "attributes": lambda: with_body(b"<w:p " + b" ".join(b'a%d=""' % n for n in range(2_100_000)) + b"/>"),
    "namespaces": lambda: with_body(b"<w:p " + b" ".join(b'xmlns:a%d="b"' % n for n in range(2_100_000)) + b"/>"),
    "one text": lambda: with_body(b"<w:p>" + b"x" * (65 << 20) + b"</w:p>"),
    "comments": lambda: with_body(b"<!---->" * 2_100_000),
    "entities": lambda: with_parts({DOCUMENT: laughing()}),
    "relationships": lambda: with_parts(
        {DOCUMENT_RELS: b"<Relationships>" + b"<R/>" * 2_100_000 + b"</Relationships>"}
    ),
    "content types": lambda: with_parts({TYPES: b"<Types>" + b"<D/>" * 2_100_000 + b"</Types>"}),
    "undeclared size": lambda: patched(with_body(b" " * (60 << 20)), DOCUMENT, 24, "<I", 1000),
    "nested zip": lambda: with_parts(
        {"word/embeddings/a.docx": zipped_up({"b": zipped_up({"c": b"0" * (90 << 20)})})}
    ),
}
"""What takes all of a machine's memory, or its time, when it is read without bounds."""


def laughing() -> bytes:
    """A billion laughs: each entity is ten of the one before."""
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    return f"<!DOCTYPE w:document [{''.join(lines)}]><w:document {W}>&a9;</w:document>".encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(BOMBS[sys.argv[1]]())
