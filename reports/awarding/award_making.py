"""One making of an award paper: the record that it is about, what was read of its round, and the moment."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from reports.wording.wording import Telling
from ward.awarding.round_view import RoundView
from ward.book import Book
from ward.loading import Stored
from ward.year_view import YearView

if TYPE_CHECKING:
    from ward.rules.pack import Pack


class AwardContext(Protocol):
    """What a template is filled with."""

    def names(self) -> dict[str, object]:
        """Each field under its own name."""


@runtime_checkable
class Doubtful(Protocol):
    """A context that knows what the clerk should look at before the paper is signed."""

    def doubts(self) -> tuple[str, ...]:
        """Whole sentences."""


@dataclass(frozen=True)
class AwardMaking:
    """What the contexts of award papers are made from.

    `kind`: the paper's key; `about`: the record that it is made for; `on`: the day that the paper bears.
    """

    book: Book
    kind: str
    about: Stored
    view: RoundView
    now: dt.datetime
    on: dt.date

    @cached_property
    def words(self) -> Telling:
        """Says what the view's records hold, each text traced."""
        return Telling(self.view)

    @cached_property
    def pack(self) -> "Pack":
        """The rules that the round is judged by, with the office's own values."""
        from ward.rules.packs import pack_of

        return pack_of(self.book.db, self.view.round.id, self.view.round["rules_on"] or self.view.day)

    @property
    def uid(self) -> str:
        """The uid (hex) of the record that the paper is about."""
        return self.about.uid.hex()


@dataclass(frozen=True)
class LoneMaking:
    """The same for a paper about a record that is in no round: somebody's awards, an initiative, a unit's list.

    `view` holds the paper's year and day and the keeping office; the maker reads the rest.
    """

    book: Book
    kind: str
    about: Stored
    view: YearView
    now: dt.datetime
    on: dt.date
