"""The one table that all benches print their lines into."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

HEAD = f"{'':34}{'ours':>10}{'bare':>10}{'ratio':>8}{'limit':>9}   noise: ours; bare (middle half / median)"


def tell(what: str, ours: Sequence[float], bare: Sequence[float], *, limit: float | None = None) -> bool:
    """Prints the medians (milliseconds) of both sides and their ratio; gives whether the limit is kept."""
    own, floor = statistics.median(ours), statistics.median(bare)
    ratio = own / floor
    shown = f"{limit:.1f} ×" if limit else "–"
    noise = f"{_spread(ours)}; {_spread(bare)}"
    print(f"{what:34}{own:>10.1f}{floor:>10.1f}{ratio:>8.2f}{shown:>9}   {noise}", flush=True)
    return limit is None or ratio <= limit


def tell_faster(what: str, ours: Sequence[float], theirs: Sequence[float], *, least: float | None = None) -> bool:
    """Prints the medians (milliseconds) of both sides and how many times as fast ours is; gives if it is enough."""
    own, other = statistics.median(ours), statistics.median(theirs)
    shown = f"≥ {least:.0f} ×" if least else "–"
    noise = f"{_spread(ours)}; {_spread(theirs)}"
    print(f"{what:34}{own:>10.1f}{other:>10.1f}{other / own:>7.1f}×{shown:>9}   {noise}", flush=True)
    return least is None or other / own >= least


def _spread(values: Sequence[float]) -> str:
    middle = statistics.median(values)
    low, _, high = statistics.quantiles(values, n=4)
    return f"{low / middle:.2f}–{high / middle:.2f}"
