"""Office files as zip packages: read within bounds, written whole or not at all, always the same bytes."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from reports.whole_files import write_whole as write_whole
from ward.errors import UserError

MAX_PARTS = 4_000
MAX_PACKAGE = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIXED_DATE = 0x0021  # 1 January 1980, the first day that a zip can name
_UTF8_NAME = 0x0800
LEVEL = 6


@dataclass(frozen=True)
class Part:
    """One file of a package as it lies in the zip: packed bytes, how they are packed, checksum, true size."""

    name: str
    packed: bytes
    method: int
    crc: int
    size: int

    def content(self) -> bytes:
        """The unpacked bytes. Raises UserError when they are not what the zip says of them."""
        if self.method == zipfile.ZIP_STORED:
            data = self.packed
        else:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                data = unpacker.decompress(self.packed, self.size + 1)
            except zlib.error as error:
                raise _broken(self.name) from error
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise _broken(self.name)
        return data


def pack(name: str, content: bytes, level: int = LEVEL) -> Part:
    """A part made of new bytes, deflated; level 1 is fast, 6 small."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    return Part(name, packed, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content))


def open_package(content: bytes) -> dict[str, Part]:
    """The parts of a .docx or .xlsx by name, in their order, not yet unpacked.

    Raises UserError (in Vietnamese) for anything but a sound, bounded, unencrypted zip without macros.
    """
    if content.startswith(_OLE):
        raise UserError(
            "Tệp mẫu này có mật khẩu hoặc là kiểu .doc/.xls đời cũ. "
            "Hãy mở nó bằng Word hoặc Excel, bỏ mật khẩu và lưu lại kiểu .docx hoặc .xlsx."
        )
    if len(content) > MAX_PACKAGE:
        raise UserError("Tệp mẫu lớn hơn 64 MB. Hãy giảm cỡ ảnh trong tệp rồi thử lại.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, struct.error) as error:
        raise UserError(
            "Tệp mẫu không phải tệp Word hoặc Excel còn nguyên vẹn. Hãy mở nó bằng Word hoặc Excel và lưu lại."
        ) from error
    _check_listing(listed)
    return {info.filename: _raw_part(content, info) for info in listed if not info.is_dir()}


def _check_listing(listed: list[zipfile.ZipInfo]) -> None:
    names = [info.filename.casefold() for info in listed]
    if len(names) > MAX_PARTS or sum(info.file_size for info in listed) > MAX_UNPACKED:
        raise UserError("Tệp mẫu chứa quá nhiều dữ liệu nên không được mở. Hãy dùng một tệp mẫu khác.")
    unsafe = any(
        name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/") for name in names
    )
    if unsafe or len(set(names)) != len(names) or any(info.flag_bits & 0x1 for info in listed):
        raise UserError("Cấu trúc của tệp mẫu không an toàn nên không được mở. Hãy dùng một tệp mẫu khác.")
    if any(posixpath.basename(name) == "vbaproject.bin" for name in names):
        raise UserError("Tệp mẫu có macro nên không được dùng. Hãy lưu lại kiểu .docx hoặc .xlsx không có macro.")


def _raw_part(content: bytes, info: zipfile.ZipInfo) -> Part:
    head = content[info.header_offset : info.header_offset + 30]
    if len(head) < 30 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _broken(info.filename)
    name_length, extra_length = struct.unpack("<HH", head[26:30])
    start = info.header_offset + 30 + name_length + extra_length
    packed = content[start : start + info.compress_size]
    if len(packed) != info.compress_size:
        raise _broken(info.filename)
    return Part(info.filename, packed, info.compress_type, info.CRC, info.file_size)


def _broken(name: str) -> UserError:
    return UserError(f"Tệp mẫu bị hỏng ở phần “{name}”. Hãy mở nó bằng Word hoặc Excel và lưu lại.")


def parse_xml(name: str, content: bytes) -> etree._Element:
    """The root of a part's XML. No entity, DTD or network; raises UserError for anything else than plain XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in content[:4096]:
        raise _broken(name)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(name) from error


def to_bytes(root: etree._Element) -> bytes:
    """A part's XML as Office writes it: UTF-8, with the declaration, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def zipped(parts: Mapping[str, Part]) -> bytes:
    """The package as bytes: parts in the given order, fixed dates, the same on every machine."""
    pieces: list[bytes] = []
    directory, at = bytearray(), 0
    for part in parts.values():
        head, listed = zip_entry(part.name, part.method, part.crc, len(part.packed), part.size, at)
        pieces += (head, part.packed)
        directory += listed
        at += len(head) + len(part.packed)
    count = len(parts)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0)
    return b"".join((*pieces, directory, end))


def zip_entry(name: str, method: int, crc: int, packed_size: int, size: int, at: int) -> tuple[bytes, bytes]:
    """What a zip says of an entry that begins at `at`: the head before its bytes, its line in the directory."""
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    common = struct.pack(
        "<HHHHHIIIHH", 20, flags, method, 0, _FIXED_DATE, crc, packed_size, size, len(raw), 0
    )  # fmt: skip
    listed = b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + raw
    return b"PK\x03\x04" + common + raw, listed


def read_template(template: Path | bytes) -> bytes:
    """A template's bytes. Raises UserError when the file is not there, too large or not to be read."""
    if isinstance(template, bytes):
        return template
    try:
        if template.stat().st_size > MAX_PACKAGE:
            raise UserError(f"Tệp mẫu “{template.name}” lớn hơn 64 MB. Hãy giảm cỡ ảnh trong tệp rồi thử lại.")
        return template.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"Không thấy tệp mẫu “{template}”. Hãy chọn lại tệp mẫu.") from error
    except OSError as error:
        raise UserError(
            f"Không đọc được tệp mẫu “{template}”. Hãy đóng nó ở chương trình khác rồi thử lại."
        ) from error
