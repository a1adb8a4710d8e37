"""What a template may ask a loop for: its place among its items."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reports.language.undefined import Undefined


@dataclass(frozen=True, slots=True)
class Loop:
    """`loop` as a value: where the loop stands now, at `index0` of its items."""

    index0: int
    _items: Sequence[Any]
    depth: int = 1
    depth0: int = 0

    @property
    def index(self) -> int:
        return self.index0 + 1

    @property
    def first(self) -> bool:
        return self.index0 == 0

    @property
    def last(self) -> bool:
        return self.index0 + 1 == len(self._items)

    @property
    def length(self) -> int:
        return len(self._items)

    @property
    def revindex(self) -> int:
        return len(self._items) - self.index0

    @property
    def revindex0(self) -> int:
        return len(self._items) - self.index0 - 1

    @property
    def previtem(self) -> Any:
        return self._items[self.index0 - 1] if self.index0 else Undefined("previtem", self)

    @property
    def nextitem(self) -> Any:
        return Undefined("nextitem", self) if self.last else self._items[self.index0 + 1]

    def cycle(self, *values: Any) -> Any:
        """The values by turns."""
        return values[self.index0 % len(values)]
