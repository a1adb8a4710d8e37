"""How many years an achievement report covers, by what is asked for."""

from collections.abc import Sequence

_FIVE = ("hcld_nhat", "hcld_nhi", "hcld_ba", "bang_khen_ttg")
_TWO = ("bang_khen_tinh",)


def years_asked(code: str) -> int:
    """How many years the report for an award of this code covers.

    Five for a Huân chương or the Prime Minister's Bằng khen, two for that of the province, one for the others. It
    stands in a footnote of the forms of Decree 98/2023 as secondary sources tell it (mark S); the forms of Decree
    152/2025 were not seen.
    """
    return 5 if code in _FIVE else 2 if code in _TWO else 1


def reported_years(code: str, told: Sequence[int]) -> tuple[int, ...]:
    """The years of a report, in order: those that the nomination tells of, and as many before them as are asked.

    Raises ValueError when it tells of none.
    """
    if not told:
        raise ValueError("a report covers at least one year")
    last = max(told)
    first = min(min(told), last - years_asked(code) + 1)
    return tuple(range(first, last + 1))
