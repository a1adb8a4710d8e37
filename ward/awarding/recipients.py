"""A person, unit or household as papers about it need it: plain values, with the awards of the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ward.text import fold
from ward.year_awards import AwardForm
from ward.year_entries import Entry
from ward.year_figures import Line
from ward.year_view import YearView

GRANTED = "granted"
_HEADS = (
    "to truong", "truong ", "bi thu", "chu tich", "chu nhiem", "hieu truong", "giam doc", "tong giam doc",
    "chi hoi truong", "chi huy truong", "doi truong", "chanh van phong", "khu truong", "thon truong",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """An award as a recipient has it: `place` is its row among the award's recipients, `given_to` who stands there.

    That is the recipient itself, or a unit that became it; `extent` says then how much of that unit did. `years` are
    those of the deed, not of the decision: a title of 2016 decided on 08/12/2015 is of 2016. `code` is the award's in
    the rules, "" where none is known.
    """

    award: Entry
    place: int
    given_to: int
    form: AwardForm
    code: str
    years: tuple[int, ...]
    extent: str = ""

    @property
    def granted(self) -> bool:
        return bool(self.award["state"] == GRANTED)


@dataclass(frozen=True)
class Recipient:
    """A person, unit or household with what the book tells of it.

    `awards` are all in the register, the earliest first, whatever their state; `ratings` and `initiatives` all that
    are known; `work` other records of the reported years, by kind; `lines` what was said of a unit in each of those
    years. `head` is the head of a household; `led` are the units that a person heads.
    """

    entry: Entry
    awards: tuple[Held, ...] = ()
    ratings: tuple[Entry, ...] = ()
    initiatives: tuple[Entry, ...] = ()
    work: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    lines: tuple[tuple[int, Line], ...] = ()
    head: Entry | None = None
    led: tuple[int, ...] = ()

    @property
    def id(self) -> int:
        return self.entry.id

    @property
    def kind(self) -> str:
        return self.entry.kind

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The records of a kind from the reported years."""
        return self.work.get(kind, ())


@dataclass(frozen=True)
class RecipientsView:
    """Recipients by id, and the view that says what everything they mention is called.

    `changed`: the years in which a unit's figures are not compared with the year before, since another unit was
    merged into it, or it was divided, between the two.
    """

    view: YearView
    recipients: Mapping[int, Recipient]
    changed: Mapping[int, frozenset[int]] = field(default_factory=dict)


def is_head(title: str) -> bool:
    """Whether a post is that of the head of its unit, as far as its title tells; no deputy is."""
    return fold(title).startswith(_HEADS)
