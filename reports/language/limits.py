"""How much a template may do in one run: repetitions, items, text, so that none can hold the program up."""

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from reports.language.faults import TooMuchError

_T = TypeVar("_T")
_Items = TypeVar("_Items", bound=Sequence[object])

MAX_STEPS = 1_000_000  # tags that loops come by, and items that filters look at
LETTERS_OF_A_STEP = 16
MAX_OUTPUT = 64 * 1024 * 1024  # characters of one part
MAX_TEXT = 100_000  # characters of a text that a tag puts together
MAX_ITEMS = 10_000  # of a list that a tag puts together
MAX_RANGE = 100_000
MAX_BITS = 4_096  # of a whole number that a tag computes
UNMEASURED = 32  # pieces of output that may be written before their length is looked at


class Budget:
    """What one run has left. Every method raises TooMuchError when nothing is."""

    def __init__(self) -> None:
        self._steps = MAX_STEPS
        self._measured = 0
        self._written = 0

    def listed(self, value: object, weight: int) -> Sequence[object]:
        """What a loop goes through, as a list or tuple; each round does `weight` things."""
        if type(value) is not list and type(value) is not tuple:
            value = list(islice(value, self._steps + 1))  # type: ignore[call-overload]
        self._spend(len(value) * weight)
        return value

    def wide(self, value: _T) -> _T:
        """The value, whose items will be looked at one by one."""
        if isinstance(value, (list, tuple, dict, range)):
            self._spend(len(value))
        elif isinstance(value, str):
            self._spend(len(value) // LETTERS_OF_A_STEP)
        return value

    def measured(self, written: Sequence[str]) -> int:
        """Looks at the length of what was written since last time; gives at how many pieces to look again."""
        self._written += sum(map(len, written[self._measured :]))
        if self._written > MAX_OUTPUT:
            raise TooMuchError
        self._measured = len(written)
        return self._measured + UNMEASURED

    def _spend(self, steps: int) -> None:
        self._steps -= steps
        if self._steps < 0:
            raise TooMuchError


def few(items: _Items) -> _Items:
    """A list that was put together, when it has not too many items."""
    if len(items) > MAX_ITEMS:
        raise TooMuchError
    return items
