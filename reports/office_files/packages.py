"""Office files as zip packages: read within bounds, written always the same bytes."""

import posixpath
import re
import struct
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reports.office_files.foreign_files import what_is_wrong
from reports.office_files.package_checks import check_package
from reports.office_files.part_xml import broken, parse_xml, to_bytes
from reports.office_files.whole_files import write_whole
from reports.office_files.zip_listing import (
    DEFLATED,
    ENCRYPTED,
    MAX_PARTS,
    STORED,
    UTF8_NAME,
    BrokenZipError,
    Entry,
    TooManyPartsError,
    UnsafeZipError,
    zip_listing,
)
from ward.errors import UserError

__all__ = [
    "LEVEL", "MAX_PARTS", "PAPER", "TEMPLATE", "Part", "open_package", "pack", "parse_xml", "read_office_file",
    "read_template", "to_bytes", "write_whole", "zip_entry", "zipped",
]  # fmt: skip
TEMPLATE, PAPER = "Tệp mẫu", "Văn bản"
"""How a refusal names the file that it is about."""
MAX_PACKAGE = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
_FIXED_DATE = 0x0021  # 1 January 1980, the first day that a zip can name
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?$", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
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
        if self.method == STORED:
            data = self.packed
        else:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                data = unpacker.decompress(self.packed, self.size + 1)
            except zlib.error as error:
                raise broken(self.name) from error
            if not unpacker.eof and len(data) == self.size:
                raise broken(self.name)
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise broken(self.name)
        return data


def pack(name: str, content: bytes, level: int = LEVEL) -> Part:
    """A part made of new bytes, deflated; level 1 is fast, 6 small."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    return Part(name, packed, DEFLATED, zlib.crc32(content), len(content))


def open_package(content: bytes, noun: str = TEMPLATE) -> dict[str, Part]:
    """The parts of a .docx or .xlsx by name, in their order; each was unpacked once and is what the zip says of it.

    A template that the file was attached to on a drive of its machine is taken off. Raises UserError (in
    Vietnamese, beginning with the noun) for anything but a sound, bounded, unencrypted package that carries no
    program and fetches nothing.
    """
    if len(content) > MAX_PACKAGE:
        raise UserError(f"{noun} lớn hơn 64 MB. Hãy giảm cỡ ảnh trong tệp rồi thử lại.")
    try:
        entries = zip_listing(content)
    except BrokenZipError as error:
        raise UserError(f"{noun} {what_is_wrong(content)}") from error
    except UnsafeZipError as error:
        raise _unsafe(noun) from error
    except TooManyPartsError as error:
        raise _too_much(noun) from error
    if sum(entry.size for entry in entries) > MAX_UNPACKED:
        raise _too_much(noun)
    if any(entry.flags & ENCRYPTED for entry in entries):
        raise UserError(f"{noun} có mật khẩu. Hãy mở nó bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại.")
    parts = {part.name: part for part in (_part(content, entry) for entry in entries) if not part.name.endswith("/")}
    _check_names([_name(entry) for entry in entries], noun)
    check_package(parts, noun)
    return _without_attached_template(parts)


def _part(content: bytes, entry: Entry) -> Part:
    if entry.method not in (STORED, DEFLATED):
        raise broken(_name(entry))
    return Part(_name(entry), content[entry.begins : entry.ends], entry.method, entry.crc, entry.size)


def _name(entry: Entry) -> str:
    """The name as text; old zips that do not say it is UTF-8 mostly are, else it is that of a DOS machine."""
    try:
        return entry.name.decode("utf-8")
    except UnicodeDecodeError:
        return entry.name.decode("utf-8" if entry.flags & UTF8_NAME else "cp437", "replace")


def _check_names(names: list[str], noun: str) -> None:
    """No name that climbs, that means a device on Windows, or that two systems read as one."""
    same = {unicodedata.normalize("NFC", name).casefold() for name in names}
    if len(same) != len(names) or any(_NOT_IN_NAMES.search(name) for name in names):
        raise _unsafe(noun)
    for name in names:
        steps = name.removesuffix("/").split("/")
        if any(not step or step.endswith((".", " ")) or _DEVICE.match(step) for step in steps):
            raise _unsafe(noun)


def _without_attached_template(parts: dict[str, Part]) -> dict[str, Part]:
    """The package without the link to a template file, which would be looked for each time it is opened."""
    for rels in [name for name in parts if name.endswith("_rels/settings.xml.rels")]:
        owner = posixpath.join(posixpath.dirname(posixpath.dirname(rels)), "settings.xml")
        for name, mark in ((rels, "Type"), (owner, "")):
            if name not in parts or b"attachedTemplate" not in (content := parts[name].content()):
                continue
            root = parse_xml(name, content)
            for entry in list(root):
                if (entry.get("Type") or "" if mark else str(entry.tag)).endswith(
                    ("/attachedTemplate", "}attachedTemplate")
                ):
                    root.remove(entry)
            parts[name] = pack(name, to_bytes(root))
    return parts


def _unsafe(noun: str) -> UserError:
    return UserError(f"{noun} có cấu trúc không an toàn nên không được mở. Hãy dùng một tệp khác.")


def _too_much(noun: str) -> UserError:
    return UserError(f"{noun} chứa quá nhiều dữ liệu nên không được mở. Hãy dùng một tệp khác.")


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
    head, before, after = _entry(name, method, crc, packed_size, size)
    return head, before + at.to_bytes(4, "little") + after


@lru_cache(maxsize=1024)  # the parts that a template gives to all its papers are the same each time
def _entry(name: str, method: int, crc: int, packed_size: int, size: int) -> tuple[bytes, bytes, bytes]:
    raw = name.encode()
    flags = 0 if name.isascii() else UTF8_NAME
    common = struct.pack(
        "<HHHHHIIIHH", 20, flags, method, 0, _FIXED_DATE, crc, packed_size, size, len(raw), 0
    )  # fmt: skip
    return b"PK\x03\x04" + common + raw, b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHI", 0, 0, 0, 0), raw


def read_template(template: Path | bytes) -> bytes:
    """A template's bytes. Raises UserError as `read_office_file`."""
    return template if isinstance(template, bytes) else read_office_file(template, TEMPLATE)


def read_office_file(path: Path, noun: str = PAPER) -> bytes:
    """A file's bytes. Raises UserError when it is not there, no file, too large or not to be read."""
    named = f"{noun} “{path.name}”"
    try:
        if path.is_dir():
            raise UserError(f"“{path}” là một thư mục. Hãy chọn một tệp Word hoặc Excel.")
        if path.exists() and not path.is_file():
            raise UserError(f"“{path}” không phải một tệp. Hãy chọn một tệp Word hoặc Excel.")
        with path.open("rb") as file:
            content = file.read(MAX_PACKAGE + 1)
    except FileNotFoundError as error:
        raise UserError(f"Không thấy {noun.lower()} “{path}”. Hãy chọn lại tệp.") from error
    except PermissionError as error:
        raise UserError(
            f"Không được phép đọc {noun.lower()} “{path}”. Hãy đóng nó ở chương trình khác hoặc xin quyền đọc tệp."
        ) from error
    except OSError as error:
        raise UserError(f"Không đọc được {noun.lower()} “{path}” ({error.strerror}). Hãy thử lại.") from error
    if len(content) > MAX_PACKAGE:
        raise UserError(f"{named} lớn hơn 64 MB. Hãy giảm cỡ ảnh trong tệp rồi thử lại.")
    return content
