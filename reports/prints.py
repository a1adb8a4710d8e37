"""What a paper prints and what stays known of it: traced texts, sentences, numbers, and the list of prints."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

_RECORD = re.compile(r"[0-9a-f]{32}\Z")
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_.\[\]]*\Z")


@dataclass(frozen=True)
class Source:
    """Where a printed value comes from: the record (uid as 32 hex digits), its field (an ASCII key), a label."""

    record: str
    field: str
    what: str = ""

    def __post_init__(self) -> None:
        if not _RECORD.match(self.record):
            raise ValueError(f"a record's uid is 32 hex digits, not {self.record!r}")
        if not _FIELD.match(self.field):
            raise ValueError(f"a field's key is ASCII, not {self.field!r}")


class Printed(str):
    """A text that comes from a record; wherever a template prints it, it can be found again."""

    source: Source

    def __new__(cls, text: str, *, record: str, field: str, what: str = "") -> "Printed":
        self = super().__new__(cls, text)
        self.source = Source(record, field, what)
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
        return Printed(text, record=self.source.record, field=self.source.field, what=self.source.what)

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        source = self.source
        return (str(self),), {"record": source.record, "field": source.field, "what": source.what}


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


@dataclass(frozen=True)
class Print:
    """One value that a paper printed: its anchor's name, the record and field, the text, the part or sheet."""

    id: str
    record: str
    field: str
    text: str
    part: str
    what: str = ""


@dataclass(frozen=True)
class Filled:
    """A finished file: where it lies, the SHA-256 of its bytes in hex, and what it printed in order."""

    path: Path
    sha256: str
    prints: tuple[Print, ...]


class PrintList:
    """Collects the prints of one paper and names each: `_sv`, a digest of record and field, the occurrence."""

    def __init__(self) -> None:
        self.prints: list[Print] = []
        self._seen: dict[Source, int] = {}
        self._stems: dict[Source, str] = {}

    def add(self, source: Source, text: str, part: str) -> str:
        """Notes one printed value and gives its anchor's name (at most 40 characters, unique in the paper)."""
        nth = self._seen[source] = self._seen.get(source, 0) + 1
        name = f"{self._stem(source)}_{nth}"
        self.prints.append(Print(name, source.record, source.field, text, part, source.what))
        return name

    def _stem(self, source: Source) -> str:
        if source not in self._stems:
            key = f"{source.record}/{source.field}".encode()
            self._stems[source] = "_sv" + hashlib.blake2s(key, digest_size=12).hexdigest()
        return self._stems[source]


def joined(pieces: Iterable["str | Sentence"]) -> Sentence:
    """One sentence of several pieces and sentences, in order, nothing put between."""
    flat: list[str] = []
    for piece in pieces:
        flat.extend(piece.pieces if isinstance(piece, Sentence) else (piece,))
    return Sentence(tuple(flat))
