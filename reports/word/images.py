"""Pictures as values of a paper: PNG and JPEG files, their size on paper read from their own first bytes."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from ward.errors import UserError

EMU_PER_MM = 36_000
_EMU_PER_INCH = 914_400
_MOST_WIDE, _MOST_HIGH = 165 * EMU_PER_MM, 240 * EMU_PER_MM  # what a page of Decree 30 holds
_MOST_BYTES = 30 * 1024 * 1024
_MOST_PIXELS = 30_000
_SCREEN_DPI = 96
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the markers that carry a JPEG's size
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_ORIENTATION = 0x0112
_UPRIGHT = 1


@dataclass(frozen=True)
class Image:
    """A picture that a template prints: a file or its bytes; width and height on paper, or as the file says.

    With one of the two the other follows; with none it is as large as it says of itself, within a page. `alt`
    is read aloud in its place.
    """

    source: bytes | Path
    width_mm: int | Decimal | None = None
    height_mm: int | Decimal | None = None
    alt: str = ""

    @cached_property
    def picture(self) -> "Picture":
        """The file behind it. Raises UserError when there is none, or it is no sound PNG or JPEG."""
        if isinstance(self.source, bytes):
            return read_picture(self.source, self.alt or "không tên")
        try:
            return read_picture(self.source.read_bytes(), self.source.name)
        except OSError as error:
            raise UserError(f"Không đọc được ảnh “{self.source}”. Hãy chọn lại ảnh rồi thử lại.") from error

    @property
    def size(self) -> tuple[int, int]:
        """Width and height on paper, in EMU (36,000 to the millimetre)."""
        wide, high = self.picture.size
        if self.width_mm is not None and self.height_mm is not None:
            return int(self.width_mm * EMU_PER_MM), int(self.height_mm * EMU_PER_MM)
        if self.width_mm is not None:
            return int(self.width_mm * EMU_PER_MM), max(1, int(self.width_mm * EMU_PER_MM * high / wide))
        if self.height_mm is not None:
            return max(1, int(self.height_mm * EMU_PER_MM * wide / high)), int(self.height_mm * EMU_PER_MM)
        return (
            fitted((wide, high), (_MOST_WIDE, _MOST_HIGH)) if wide > _MOST_WIDE or high > _MOST_HIGH else (wide, high)
        )


@dataclass(frozen=True)
class Picture:
    """A sound picture file: its bytes, its kind ("png", "jpeg"), its size in EMU, how the camera was held."""

    content: bytes
    kind: str
    size: tuple[int, int]
    turned: bool = False

    @cached_property
    def name(self) -> str:
        """The name of its part in a package, the same for the same bytes."""
        return f"word/media/sv{hashlib.sha256(self.content).hexdigest()[:24]}.{self.kind}"


def fitted(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """The largest size of the same shape that the room holds."""
    wide, high = size
    if wide * room[1] > high * room[0]:
        return room[0], max(1, high * room[0] // wide)
    return max(1, wide * room[1] // high), room[1]


def read_picture(content: bytes, name: str) -> Picture:
    """A picture file looked into. Raises UserError, with its name, for anything but a sound PNG or JPEG."""
    if len(content) > _MOST_BYTES:
        raise UserError(f"Ảnh “{name}” lớn hơn 30 MB. Hãy thu nhỏ ảnh rồi thử lại.")
    try:
        picture = _png(content) if content.startswith(_PNG) else _jpeg(content)
    except (struct.error, IndexError):
        picture = None
    if picture is None:
        raise UserError(
            f"Ảnh “{name}” không phải ảnh PNG hoặc JPEG còn nguyên vẹn. "
            "Hãy mở nó bằng chương trình xem ảnh, lưu lại kiểu PNG hoặc JPEG rồi thử lại."
        )
    return picture


def _png(content: bytes) -> Picture | None:
    length, kind, wide, high = struct.unpack(">I4sII", content[8:24])
    if kind != b"IHDR" or length != 13 or b"IEND" not in content[-64:]:
        return None
    at, dpi = 8, (0, 0)
    while at + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        if kind == b"pHYs":
            across, down, unit = struct.unpack(">IIB", content[at + 8 : at + 17])
            dpi = (across * 254 // 10_000, down * 254 // 10_000) if unit == 1 else (0, 0)
        if kind in (b"pHYs", b"IDAT"):
            break
        at += length + 12
    return _sized(content, "png", (wide, high), dpi)


def _jpeg(content: bytes) -> Picture | None:
    if not content.startswith(_JPEG):
        return None
    dpi, turned = (0, 0), False
    for marker, segment in _segments(content):
        if marker == 0xE0 and segment.startswith(b"JFIF\0"):
            unit, across, down = struct.unpack(">BHH", segment[7:12])
            dpi = {1: (across, down), 2: (across * 254 // 100, down * 254 // 100)}.get(unit, (0, 0))
        elif marker == 0xE1 and segment.startswith(b"Exif\0\0"):
            turned = _orientation(segment[6:]) != _UPRIGHT
        elif marker in _FRAMES:
            high, wide = struct.unpack(">HH", segment[1:5])
            return _sized(content, "jpeg", (wide, high), dpi, turned)
    return None


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The marked segments of a JPEG up to its picture data."""
    at = 2
    while at < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        yield marker, content[at + 4 : at + 2 + length]
        if marker == 0xDA:
            return
        at += 2 + length


def _orientation(exif: bytes) -> int:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return _UPRIGHT
    (first,) = struct.unpack(f"{order}I", exif[4:8])
    (count,) = struct.unpack(f"{order}H", exif[first : first + 2])
    for at in range(first + 2, first + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack(f"{order}HHIH", exif[at : at + 10])
        if tag == _ORIENTATION:
            return int(value)
    return _UPRIGHT


def _sized(
    content: bytes, kind: str, pixels: tuple[int, int], dpi: tuple[int, int], turned: bool = False
) -> Picture | None:
    if not all(0 < count <= _MOST_PIXELS for count in pixels):
        return None
    across, down = (one if one >= 30 else _SCREEN_DPI for one in dpi)
    return Picture(content, kind, (pixels[0] * _EMU_PER_INCH // across, pixels[1] * _EMU_PER_INCH // down), turned)
