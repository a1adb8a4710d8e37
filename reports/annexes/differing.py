"""How the values that two papers printed differ, by record and field; spellings and repetitions do not count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, Protocol

Kind = Literal["value", "gone", "new"]


class Value(Protocol):
    """A printed value: its mark, record (uid in hex, "" for a count of `of`), field, text and what it is called."""

    @property
    def id(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def of(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Pair:
    """A value of the old paper and the one that stands for it in the new; where one is gone or new, None."""

    kind: Kind
    old: Value | None
    new: Value | None
    of: tuple[str, ...]

    @property
    def first(self) -> Value:
        """The old value, or where there is none the new one."""
        found = self.old or self.new
        assert found is not None
        return found


def differing(old: Sequence[Value], new: Sequence[Value]) -> list[Pair]:
    """What the old values say otherwise than the new ones, in the order in which they stand.

    A text that stands among the new ones of the same record and field is no difference, however often.
    """
    before, after = _by_source(old), _by_source(new)
    keys = [*before, *(key for key in after if key not in before)]
    return [pair for key in keys for pair in _of_source(before.get(key, []), after.get(key, []))]


def spelt(text: str) -> str:
    """The text as two spellings of it compare: blanks of every kind are one, capitals do not count."""
    return " ".join(text.split()).casefold()


def _by_source(values: Iterable[Value]) -> dict[tuple[str, str, str], list[Value]]:
    """The values by what they are printed from: record and field, or for a count what it is called."""
    found: dict[tuple[str, str, str], list[Value]] = {}
    for one in values:
        found.setdefault((one.record, one.field, "" if one.record else one.what), []).append(one)
    return found


def _of_source(old: Sequence[Value], new: Sequence[Value]) -> list[Pair]:
    wrong, right = _without(old, new), _without(new, old)
    if old and not wrong:
        return []
    kind: Kind = "value" if old and new else "gone" if old else "new"
    if kind == "value":
        right = right or list(new)
        right = [right[min(at, len(right) - 1)] for at in range(len(wrong))]
    counted = tuple(dict.fromkeys(uid for one in (*old, *new) for uid in one.of))
    return [Pair(kind, one, other, counted) for one, other in zip_longest(wrong, right)]


def _without(values: Sequence[Value], others: Sequence[Value]) -> list[Value]:
    """The values whose texts do not stand among the others, each text once."""
    taken = {spelt(one.text) for one in others}
    found: dict[str, Value] = {}
    for one in values:
        if spelt(one.text) not in taken:
            found.setdefault(spelt(one.text), one)
    return list(found.values())
