"""What a zip says it holds, read strictly and within bounds: one plain meaning for every reader, or none at all."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAX_PARTS = 4_000
STORED, DEFLATED = 0, 8
ENCRYPTED, UTF8_NAME = 0x0001, 0x0800

_HEAD, _LISTED, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END_64, _WAY_TO_END_64 = b"PK\x06\x06", b"PK\x06\x07"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_IN_EXTRA = 0xFFFF_FFFF  # the number stands in the zip64 extra field
_ZIP_64 = 1


class BrokenZipError(ValueError):
    """The bytes are no whole zip."""


class UnsafeZipError(ValueError):
    """The zip says two things at once: entries that overlap, heads that differ from the directory."""


class TooManyPartsError(ValueError):
    """The zip lists more parts than any Office file has."""


@dataclass(frozen=True)
class Entry:
    """An entry of the zip: its name as bytes, flags, packing, checksum, sizes, and where its packed bytes lie."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    head_at: int
    begins: int

    @property
    def ends(self) -> int:
        return self.begins + self.packed_size


def zip_listing(content: bytes) -> list[Entry]:
    """The entries in the order of the directory.

    Raises BrokenZipError, UnsafeZipError or TooManyPartsError. Nothing is unpacked, and nothing is believed that
    the heads of the entries say otherwise.
    """
    if not content.startswith(_HEAD):
        raise BrokenZipError("no zip")
    try:
        count, length, start = _directory(content)
        if count > MAX_PARTS:
            raise TooManyPartsError(f"{count} parts")
        entries = list(_entries(content, count, start, start + length))
    except (struct.error, IndexError) as error:
        raise BrokenZipError("the directory is torn") from error
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.head_at):
        if entry.head_at < at or entry.ends > start:
            raise UnsafeZipError("entries overlap")
        at = entry.ends
    return entries


def _directory(content: bytes) -> tuple[int, int, int]:
    """Number of entries, length and begin of the directory."""
    end = content.rfind(_END, max(0, len(content) - _END_SIZE - _LONGEST_COMMENT))
    if end < 0:
        raise BrokenZipError("no directory")
    _, disk, _, _, count, length, start, _ = struct.unpack_from("<4s4H2LH", content, end)
    if content[end - 20 : end - 16] == _WAY_TO_END_64:
        end = struct.unpack_from("<Q", content, end - 12)[0]
        if content[end : end + 4] != _END_64:
            raise BrokenZipError("no zip64 directory")
        count, length, start = struct.unpack_from("<3Q", content, end + 32)
    if disk not in (0, 0xFFFF) or start + length != end:
        raise BrokenZipError("the directory is not where it should be")
    return count, length, start


def _entries(content: bytes, count: int, at: int, end: int) -> Iterator[Entry]:
    for _ in range(count):
        if content[at : at + 4] != _LISTED:
            raise BrokenZipError("the directory is torn")
        flags, method, _, _, crc, packed, size, n, extra, comment, disk, _, _, head = struct.unpack_from(
            "<4H3L5H2L", content, at + 8
        )
        name = content[at + 46 : at + 46 + n]
        more = content[at + 46 + n : at + 46 + n + extra]
        packed, size, head = _true_numbers(more, packed, size, head)
        if disk not in (0, 0xFFFF) or head + 30 > len(content):
            raise BrokenZipError("an entry is not in the file")
        yield Entry(name, flags, method, crc, packed, size, head, _begin(content, head, name, method))
        at += 46 + n + extra + comment
    if at != end:
        raise UnsafeZipError("the directory holds more than it says")


def _begin(content: bytes, head: int, name: bytes, method: int) -> int:
    """Where the packed bytes begin, when the head says the same as the directory."""
    sign, _, _, said_method = struct.unpack_from("<4s3H", content, head)
    n, extra = struct.unpack_from("<2H", content, head + 26)
    if sign != _HEAD:
        raise BrokenZipError("an entry has no head")
    if said_method != method or content[head + 30 : head + 30 + n] != name:
        raise UnsafeZipError("the head of an entry differs from the directory")
    return int(head + 30 + n + extra)


def _true_numbers(extra: bytes, packed: int, size: int, head: int) -> tuple[int, int, int]:
    """The numbers that are too large for 32 bits, from the zip64 extra field."""
    if _IN_EXTRA not in (packed, size, head):
        return packed, size, head
    while extra:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == _ZIP_64:
            field = iter(struct.unpack_from(f"<{length // 8}Q", extra, 4))
            numbers = [next(field, -1) if number == _IN_EXTRA else number for number in (size, packed, head)]
            if -1 in numbers:
                break
            return numbers[1], numbers[0], numbers[2]
        extra = extra[4 + length :]
    raise BrokenZipError("a zip64 number is missing")
