"""A sequence that costs nothing until somebody looks at it."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar, overload

_One = TypeVar("_One")


class Later(Sequence[_One], Generic[_One]):
    """A sequence that is made when it is first looked at."""

    def __init__(self, make: Callable[[], Iterable[_One]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[_One, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, at: int) -> _One: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_One]: ...
    def __getitem__(self, at: int | slice) -> _One | Sequence[_One]:
        return self._made[at]

    def __len__(self) -> int:
        return len(self._made)

    def __eq__(self, other: object) -> bool:
        return self._made == (other._made if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._made)
