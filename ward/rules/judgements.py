"""What is found about a nomination: each rule's line with its evidence, each way to the award, a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LineState = Literal["yes", "no", "confirm", "unverified"]
VerdictState = Literal["enough", "short", "confirm"]
WEIGHTS: dict[LineState, int] = {"yes": 0, "unverified": 1, "confirm": 1, "no": 2}
STATES: tuple[VerdictState, ...] = ("enough", "confirm", "short")
"""From the best to the worst: what a weight of 0, 1 or 2 makes of a verdict."""
HEADS: dict[VerdictState, str] = {"enough": "Đủ", "short": "Chưa đủ", "confirm": "Cần xác nhận"}


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """A record that speaks for or against, and what it says: award, number, day, issuer."""

    record: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """What one condition says of a nomination.

    `rule` is the key under which a person confirms it or gives a reason, `asks` the words to be confirmed: an answer
    holds only as long as the rule still asks the same. "unverified" is a failed rule of which we are not sure on the
    day: it only warns. `missing` says what would make it enough, `lacking` how many years or awards that is where
    there are some already, `settled` who confirmed it and when, `reason` why the nomination goes on all the same.
    Of `parts` all must hold, or one is enough (`one_of`).
    """

    state: LineState
    words: str
    rule: str = ""
    asks: str = ""
    article: str = ""
    conf: str = ""
    evidence: tuple[EvidenceRef, ...] = ()
    missing: str = ""
    lacking: int = 0
    settled: str = ""
    reason: str = ""
    parts: tuple[Line, ...] = ()
    one_of: bool = False

    @property
    def weight(self) -> int:
        """0 it holds, 1 a person must look, 2 it fails; a failure with a written reason is looked at."""
        if self.parts:
            weights = [part.weight for part in self.parts]
            return min(weights) if self.one_of else max(weights)
        return min(1, WEIGHTS[self.state]) if self.reason else WEIGHTS[self.state]

    def leaves(self) -> Iterator[Line]:
        """The lines without parts, in their order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@dataclass(frozen=True, slots=True)
class RouteVerdict:
    """One way to the award: every line must hold. `sure` is whether the law of the day was seen; `why` if not."""

    route: str
    name: str
    state: VerdictState
    lines: tuple[Line, ...]
    article: str = ""
    conf: str = ""
    sure: bool = True
    why: str = ""

    @property
    def proven(self) -> int:
        """How many of its conditions hold by the records."""
        return sum(leaf.state == "yes" and bool(leaf.evidence) for line in self.lines for leaf in line.leaves())


@dataclass(frozen=True, slots=True)
class Blocked:
    """Something that stands in the way; never a wall: a written reason, kept under `rule`, leads through.

    `weight` is what it makes of the verdict while no reason is written: 0 nothing, 1 look at it, 2 not enough.
    `demands` is whether the reason must be written before the nomination goes on; a rule that is not sure only warns.
    """

    rule: str
    words: str
    article: str = ""
    conf: str = ""
    weight: int = 1
    demands: bool = False
    evidence: tuple[EvidenceRef, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found about one nomination, by every way that fits it; `route` is the best of them ("" for none).

    `words` says all of it in a few Vietnamese sentences, as it is kept with the nomination; `pack` is the SHA-256
    of the rules.
    """

    nomination: int
    award: str
    state: VerdictState
    routes: tuple[RouteVerdict, ...] = ()
    blocks: tuple[Blocked, ...] = ()
    hints: tuple[str, ...] = ()
    route: str = ""
    pack: str = ""
    words: str = ""

    @property
    def needs_reason(self) -> tuple[Blocked, ...]:
        """What still demands a written reason."""
        return tuple(block for block in self.blocks if block.demands and not block.reason)

    @property
    def to_confirm(self) -> tuple[Line, ...]:
        """The lines of the best way that wait for a person's word."""
        lines = next((one.lines for one in self.routes if one.route == self.route), ())
        waiting = (leaf for line in lines if line.weight for leaf in line.leaves())
        return tuple(leaf for leaf in waiting if leaf.state in ("confirm", "unverified") and leaf.rule)
