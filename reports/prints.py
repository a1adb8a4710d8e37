"""What a paper prints and what stays known of it: traced texts, sentences, numbers, and the list of prints."""

import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from reports.office_files.xml_text import quoteattr

_RECORD = re.compile(r"[0-9a-f]{32}\Z")
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_.\[\]]*\Z")
CELL_END = "\x1f"  # between the cells of a row, in a block's text; no text of a paper can hold it
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # characters that XML cannot hold, and CR


@dataclass(frozen=True)
class Source:
    """Where a printed value comes from: the record (uid as 32 hex digits), its field (an ASCII key), a label.

    A value that was counted or computed has no record of its own: it says what it is and `of` which records.
    """

    record: str
    field: str
    what: str = ""
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.of and _RECORD.match(self.record) and _FIELD.match(self.field):
            return
        computed = not self.record and self.what
        if not computed and (self.of or not _RECORD.match(self.record)):
            raise ValueError(f"a record's uid is 32 hex digits, not {self.record!r}")
        if not all(map(_RECORD.match, self.of)):
            raise ValueError(f"the records of a computed value are uids of 32 hex digits, not {self.of!r}")
        if not _FIELD.match(self.field):
            raise ValueError(f"a field's key is ASCII, not {self.field!r}")

    def named(self) -> tuple[str, str]:
        """What the names of its anchors begin with, and itself as XML attributes, a space before each.

        Two sources may begin alike where only the first 48 bits of their uids differ; their anchors are counted on.
        """
        if self.of or not self.record:
            return _named_computed(self)
        mark, attributes = _named_field(self.field, self.what)
        return f"_sv{self.record[12:]}{mark}", f' record="{self.record}"{attributes}'


@lru_cache(maxsize=1024)
def _named_field(field: str, what: str) -> tuple[str, str]:
    """A field's part in the names of its anchors (8 hex digits), and in their XML attributes."""
    told = f" what={_quoted(what)}" if what else ""
    return f"{zlib.crc32(field.encode()):08x}", f' field="{field}"{told}'


@lru_cache(maxsize=1024)
def _named_computed(source: Source) -> tuple[str, str]:
    """As `Source.named`; the label stands for the record."""
    mark, attributes = _named_field(source.field, source.what)
    stem = hashlib.blake2s(source.what.encode(), digest_size=10).hexdigest()
    return f"_sv{stem}{mark}", f' record=""{attributes} of="{" ".join(source.of)}"'


@lru_cache(maxsize=1024)
def _quoted(text: str) -> str:
    return quoteattr(UNWRITABLE.sub("", text))


class Printed(str):
    """A text that comes from a record; wherever a template prints it, it can be found again."""

    source: Source

    def __new__(cls, text: str, *, record: str, field: str, what: str = "") -> "Printed":
        self = super().__new__(cls, text)
        self.source = Source(record, field, what)
        return self

    @classmethod
    def counted(cls, text: str, *, of: Iterable[str], field: str = "count", what: str) -> "Printed":
        """A text computed from these records (uids, in hex): “12” counted from a list; `what` says what it is."""
        return cls._from(text, Source("", field, what, tuple(of)))

    @classmethod
    def _from(cls, text: str, source: Source) -> "Printed":
        self = super().__new__(cls, text)
        self.source = source
        return self

    @property
    def record(self) -> str:
        return self.source.record

    @property
    def field(self) -> str:
        return self.source.field

    @property
    def what(self) -> str:
        return self.source.what

    def upper(self) -> "Printed":
        return self.spelt(super().upper())

    def lower(self) -> "Printed":
        return self.spelt(super().lower())

    def capitalize(self) -> "Printed":
        return self.spelt(self[:1].upper() + self[1:])

    def spelt(self, text: str) -> "Printed":
        """Another spelling, or a part, of the text, with the same source."""
        return Printed._from(text, self.source)

    def __reduce__(self) -> tuple[Callable[[str, Source], "Printed"], tuple[str, Source]]:
        return Printed._from, (str(self), self.source)


@dataclass(frozen=True)
class Sentence:
    """A run of pieces, plain and `Printed`, that a template prints as one text with each `Printed` traced.

    `key` says which item of a list it is, where that is not the record that it names first: an award's
    sentence begins with people. It becomes the key of the block that the text stands in.
    """

    pieces: tuple[str, ...] = ()
    key: str = ""

    def __str__(self) -> str:
        return "".join(self.pieces)

    def __bool__(self) -> bool:
        return any(self.pieces)

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces)

    def __add__(self, other: "Sentence | str") -> "Sentence":
        return Sentence(self.pieces + ((other,) if isinstance(other, str) else other.pieces))


@dataclass(frozen=True)
class Number:
    """An exact number for a cell of a sheet; in Word its printed words stand (`text`)."""

    value: Decimal
    text: str
    source: Source | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class PrintStamp:
    """What a paper says of its own making; the same stamp and records give the same bytes."""

    made_at: datetime
    author: str = "Sổ Vàng"
    title: str = ""

    @property
    def made_at_utc(self) -> str:
        """The instant as Office files write it, e.g. 2026-01-05T08:00:00Z (a naive time is taken as UTC)."""
        made_at = self.made_at if self.made_at.tzinfo else self.made_at.replace(tzinfo=UTC)
        return made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Print(NamedTuple):
    """One value that a paper printed: its anchor's name, the record and field, the text, the part or sheet.

    `block` is the block that it stands in, or "". `cell` is the number of the cell (from 0) of its row that the
    value fills alone, and then has no anchor but the row's; else -1. `of`: the records of a computed value.
    """

    id: str
    record: str
    field: str
    text: str
    part: str
    what: str = ""
    block: str = ""
    cell: int = -1
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """One paragraph (kind "p") or table row ("tr") as it was printed, with the name of its bookmark.

    `slot` says which paragraph or row of the template it comes from; `loop`: whether it is one of a list, and
    `key` which of them, where a sentence in it says so.
    """

    id: str
    slot: str
    kind: str
    loop: bool
    pieces: tuple[str | Print, ...]
    key: str = ""

    @cached_property
    def text(self) -> str:
        """The whole text: line feeds and tabs as printed, CELL_END between the cells of a row."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)

    @cached_property
    def prints(self) -> tuple[Print, ...]:
        """The values in it, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Print))


@dataclass(frozen=True)
class Filled:
    """A finished file: where it lies, the SHA-256 of its bytes in hex, what it printed in order.

    `faults` are the places where a lenient filling found a name that the program does not know, as sentences.
    A file that was only made in memory has the path `NOWHERE`.
    """

    path: Path
    sha256: str
    prints: Sequence[Print]
    blocks: Sequence[Block] = ()
    faults: tuple[str, ...] = ()


NOWHERE = Path()


class PrintList:
    """Collects the prints of one paper and names each: `_sv`, a digest of record and field, the occurrence."""

    def __init__(self) -> None:
        self.prints: list[Print] = []
        self._seen: dict[str, int] = {}

    def add(self, source: Source, text: str, part: str) -> str:
        """Notes one printed value and gives its anchor's name (at most 40 characters, unique in the paper)."""
        name = self.name(source)
        self.prints.append(Print(name, source.record, source.field, text, part, source.what, of=source.of))
        return name

    def name(self, source: Source) -> str:
        """The name of the next anchor of a source, for a value that is noted elsewhere."""
        stem = source.named()[0]
        nth = self._seen[stem] = self._seen.get(stem, 0) + 1
        return f"{stem}_{nth}"


def joined(pieces: Iterable["str | Sentence"]) -> Sentence:
    """One sentence of several pieces and sentences, in order, nothing put between."""
    flat: list[str] = []
    for piece in pieces:
        flat.extend(piece.pieces if isinstance(piece, Sentence) else (piece,))
    return Sentence(tuple(flat))
