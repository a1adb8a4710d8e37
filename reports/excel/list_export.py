"""A list as it stands on the screen, written into an Excel sheet that is ready to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from reports.excel.list_stream import Value, write_list
from ward.book import Book
from ward.kinds import KINDS
from ward.listing import Line, Listing, Wanted, list_records

NUMBER_WIDTH = 6
STEP = 500
NUMBER_TYPES = frozenset({"whole", "exact"})


@dataclass(frozen=True)
class Head:
    """A column: its label, the keys of `wanted.columns` that it reads, how they are shown, its width in pixels."""

    label: str
    keys: tuple[str, ...]
    show: Callable[..., str]
    width: int


def export_list(
    book: Book,
    wanted: Wanted,
    title: str,
    heads: Sequence[Head],
    target: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Writes the wanted records into `target` (.xlsx): numbers as numbers, everything else as text.

    Raises: UserError when the file cannot be written, most often because Excel has it open; what `progress` raises
    to cancel. The old file then stays as it was.
    """
    listing = list_records(book.db, wanted)
    columns = [("STT", NUMBER_WIDTH), *((head.label, max(8, head.width / 7)) for head in heads)]
    return write_list(target, title, columns, _rows(listing, heads, progress))


def _rows(
    listing: Listing, heads: Sequence[Head], progress: Callable[[int, int], None] | None
) -> Iterator[list[Value]]:
    keys = {key: place for place, key in enumerate(listing.wanted.columns)}
    total = len(listing.ids)
    for start in range(0, total, STEP):
        if progress:
            progress(start, total)
        for number, line in enumerate(listing.lines(start, start + STEP), start + 1):
            cells = (
                _value(listing.wanted.kind, line, head, keys, first=not place) for place, head in enumerate(heads)
            )
            yield [number, *cells]


def _value(kind: str, line: Line, head: Head, keys: dict[str, int], *, first: bool) -> Value:
    raw = [line.cells[keys[key]] for key in head.keys]
    shape = KINDS[kind].shape.by_key.get(head.keys[0])
    if len(raw) == 1 and shape is not None and shape.type in NUMBER_TYPES and isinstance(raw[0], (int, Decimal)):
        return raw[0]
    return head.show(*raw) or (line.title if first else None)
