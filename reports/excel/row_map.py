"""Where each row of a template came to lie when its sheet was filled."""

import bisect
from collections.abc import Sequence


class RowMap:
    """Where the rows of the template came to lie in the filled sheet (row numbers from 1)."""

    def __init__(self, printed: Sequence[int], height: int = 0) -> None:
        """`printed`: the template's row number of each filled row, in order; `height`: how many rows it has."""
        self._at: dict[int, list[int]] = {}
        for number, model in enumerate(printed, 1):
            self._at.setdefault(model, []).append(number)
        self._models = sorted(self._at)
        self.height = height or max(self._models, default=0)
        self.moved = list(printed) != list(range(1, self.height + 1))

    def all(self, model: int) -> list[int]:
        return self._at.get(model, [])

    def first(self, model: int) -> int:
        """The first row that came of a model row, or of the next one that was printed."""
        after = bisect.bisect_left(self._models, model)
        if after < len(self._models):
            return self._at[self._models[after]][0]
        return self._below(model)

    def last(self, model: int) -> int:
        """The last row that came of a model row, or of the one printed before it."""
        before = bisect.bisect_right(self._models, model) - 1
        if before < 0:
            return 1
        return self._at[self._models[before]][-1] if model <= self.height else self._below(model)

    def nearest(self, model: int, here: int) -> int:
        """The row of a model row that lies nearest to row `here`."""
        rows = self._at.get(model)
        if not rows:
            return self.first(model)
        after = bisect.bisect_left(rows, here)
        return min(rows[max(0, after - 1) : after + 1], key=lambda row: abs(row - here))

    def _below(self, model: int) -> int:
        printed = max((rows[-1] for rows in self._at.values()), default=0)
        return printed + max(1, model - self.height)
