"""Large packages written part by part, in constant memory, whole or not at all, always the same bytes."""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from reports.office_files.packages import LEVEL, Part, pack, zip_entry
from reports.office_files.whole_files import whole_file
from reports.office_files.zip_listing import DEFLATED
from ward.errors import UserError

_MAX_BYTES = 0xFFFF_FFFE
_MAX_PARTS = 0xFFFE
_SIZES_AT = 14  # where checksum, packed and unpacked size stand in the head of an entry
_PIECE = 1 << 16


class StreamedPart:
    """A part that is written in pieces; nothing of it is kept but its checksum and sizes."""

    def __init__(self, file: IO[bytes], level: int) -> None:
        self._file = file
        self._packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        self.crc = self.size = self.packed_size = 0

    def write(self, content: bytes) -> None:
        """Packs some more bytes and writes what is ready."""
        self.crc = zlib.crc32(content, self.crc)
        self.size += len(content)
        self._put(self._packer.compress(content))

    def close(self) -> None:
        """Writes what was still held back."""
        self._put(self._packer.flush())

    def _put(self, packed: bytes) -> None:
        if packed:
            self.packed_size += len(packed)
            self._file.write(packed)


class PackageWriter:
    """Writes a .docx or .xlsx to its place: `with PackageWriter(target) as package: package.add(name, content)`.

    The file is there whole when the block has ended, else the old one is as it was. `sha256` tells its bytes after
    the block. Raises UserError as `write_whole` does, and for a package beyond 4 GB.
    """

    def __init__(self, target: Path, level: int = LEVEL) -> None:
        self.target = target
        self.sha256 = ""
        self._level = level
        self._opening: AbstractContextManager[IO[bytes]] = whole_file(target)
        self._directory = bytearray()
        self._names: set[str] = set()

    def __enter__(self) -> Self:
        self._file = self._opening.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            try:
                self._end()
            except BaseException as mine:
                self._opening.__exit__(type(mine), mine, mine.__traceback__)
                raise
        self._opening.__exit__(kind, error, trace)

    def copy(self, part: Part) -> None:
        """Writes a part as it lies, without packing it again."""
        head, listed = zip_entry(
            part.name, part.method, part.crc, len(part.packed), part.size, self._begin(part.name)
        )
        self._file.write(head)
        self._file.write(part.packed)
        self._directory += listed

    def add(self, name: str, content: bytes) -> None:
        """Packs and writes a part."""
        self.copy(pack(name, content, self._level))

    @contextmanager
    def stream(self, name: str) -> Iterator[StreamedPart]:
        """A part to be written in pieces: `with package.stream(name) as part: part.write(piece)`; one at a time."""
        at = self._begin(name)
        self._file.write(zip_entry(name, DEFLATED, 0, 0, 0, at)[0])
        part = StreamedPart(self._file, self._level)
        yield part
        part.close()
        if part.size > _MAX_BYTES:
            raise _too_large(self.target)
        self._directory += zip_entry(name, DEFLATED, part.crc, part.packed_size, part.size, at)[1]
        end = self._file.tell()
        self._file.seek(at + _SIZES_AT)
        self._file.write(struct.pack("<III", part.crc, part.packed_size, part.size))
        self._file.seek(end)

    def _begin(self, name: str) -> int:
        if name.casefold() in self._names:
            raise ValueError(f"part {name} is written twice")
        self._names.add(name.casefold())
        at = self._file.tell()
        if at > _MAX_BYTES or len(self._names) > _MAX_PARTS:
            raise _too_large(self.target)
        return at

    def _end(self) -> None:
        at, count = self._file.tell(), len(self._names)
        if at + len(self._directory) > _MAX_BYTES:
            raise _too_large(self.target)
        self._file.write(self._directory)
        self._file.write(struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(self._directory), at, 0))
        self._file.seek(0)
        digest = hashlib.sha256()
        while piece := self._file.read(_PIECE):
            digest.update(piece)
        self.sha256 = digest.hexdigest()


def _too_large(target: Path) -> UserError:
    return UserError(f"“{target.name}” sẽ lớn hơn 4 GB nên chưa lưu được. Hãy chia thành nhiều tệp.")
