"""Pairs the blocks that a paper printed with those it would print today, and the values in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reports.prints import CELL_END, Block, Print

Pieces = tuple[str | Print, ...]
Key = tuple[str, str]
_ENOUGH = 0.3


def pair_blocks(base: Sequence[Block], today: Sequence[Block]) -> dict[int, int]:
    """For blocks of the base (by number) those of today that speak of the same records in the same place."""
    slots: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for at, block in enumerate(base):
        slots[block.slot][0].append(at)
    for at, block in enumerate(today):
        slots[block.slot][1].append(at)
    pairs: dict[int, int] = {}
    for olds, news in slots.values():
        if len(olds) == len(news) == 1 and not base[olds[0]].loop:
            pairs[olds[0]] = news[0]
        elif olds and news:
            pairs.update(_pairs_of_slot(base, today, olds, news))
    return pairs


def _pairs_of_slot(
    base: Sequence[Block], today: Sequence[Block], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int]]:
    for identity in (_whole, _key, records_of):
        waiting: defaultdict[object, list[int]] = defaultdict(list)
        for at in news:
            if known := identity(today[at]):
                waiting[known].append(at)
        paired = [(at, queue.pop(0)) for at in olds if (queue := waiting.get(identity(base[at])))]
        yield from paired
        olds = [at for at in olds if at not in {old for old, _ in paired}]
        news = [at for at in news if at not in {new for _, new in paired}]
    paired = list(_most_alike(base, today, olds, news))
    yield from paired
    if olds and not base[olds[0]].loop:
        done = {at for pair in paired for at in pair[:1]}, {new for _, new in paired}
        yield from zip((a for a in olds if a not in done[0]), (b for b in news if b not in done[1]), strict=False)


def _whole(block: Block) -> object:
    return records_of(block), block.text


def _key(block: Block) -> object:
    """Which item of its list it says it is: the record that its sentence is about, an indicator in a scope."""
    return block.key


def records_of(block: Block) -> tuple[str, ...]:
    """The records that its values come from, in order, each once."""
    return tuple(dict.fromkeys(one.record for one in block.prints if one.record))


def _most_alike(
    base: Sequence[Block], today: Sequence[Block], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs that share records; a record that many blocks of the slot speak of says little."""
    if not olds or not news:
        return
    spoken = Counter(record for at in olds for record in records_of(base[at]))
    spoken |= Counter(record for at in news for record in records_of(today[at]))
    scored = []
    for old in olds:
        ours = records_of(base[old])
        for new in news:
            theirs = records_of(today[new])
            shared = set(ours) & set(theirs)
            if shared:
                share = _weight(shared, spoken) / _weight({*ours, *theirs}, spoken)
                first = ours[0] == theirs[0] and spoken[ours[0]] == 1
                scored.append((-(share + first), old, new))
    taken: set[int] = set()
    given: set[int] = set()
    for score, old, new in sorted(scored):
        if -score >= _ENOUGH and old not in taken and new not in given:
            taken.add(old)
            given.add(new)
            yield old, new


def _weight(records: Iterable[str], spoken: Counter[str]) -> float:
    return sum(1 / spoken[record] for record in records)


def key_of(one: Print) -> Key:
    """What a value is: its record and field; a computed one's field and label."""
    return (one.record, one.field) if one.record else (f"/{one.what}", one.field)


def same_shape(old: Pieces, new: Pieces) -> bool:
    """Whether the words between the values are the same, and the values are of the same fields."""
    if len(old) != len(new):
        return False
    for one, other in zip(old, new, strict=True):
        if isinstance(one, str) or isinstance(other, str):
            if one != other:
                return False
        elif key_of(one) != key_of(other):
            return False
    return True


def pair_prints(old: Iterable[Print], new: Iterable[Print]) -> dict[str, Print]:
    """For ids of old values the new one of the same field of the same record, the first with the first."""
    waiting: defaultdict[Key, list[Print]] = defaultdict(list)
    for one in new:
        waiting[key_of(one)].append(one)
    return {one.id: queue.pop(0) for one in old if (queue := waiting.get(key_of(one)))}


def cells(block: Block) -> list[Pieces]:
    """The pieces of each cell of a row; a paragraph is one cell."""
    found: list[list[str | Print]] = [[]]
    for piece in block.pieces:
        if isinstance(piece, Print) or CELL_END not in piece:
            found[-1].append(piece)
            continue
        first, *rest = piece.split(CELL_END)
        found[-1] += [first] if first else []
        found += [[text] if text else [] for text in rest]
    return [tuple(one) for one in found]


def row_number(block: Block) -> str:
    """The number that a row was printed with in its first cell, or ""."""
    first = block.pieces[0] if block.pieces else ""
    number, end, _ = first.partition(CELL_END) if isinstance(first, str) else ("", "", "")
    return number if end and number.isdigit() else ""


def text_of(pieces: Pieces) -> str:
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def spans_of(pieces: Pieces) -> Iterator[tuple[Print, int, int]]:
    """Each value with where it stands in the text."""
    at = 0
    for piece in pieces:
        length = len(piece) if isinstance(piece, str) else len(piece.text)
        if isinstance(piece, Print):
            yield piece, at, at + length
        at += length
