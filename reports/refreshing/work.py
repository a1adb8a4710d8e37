"""What a refresh would do to a paper: each proposal with the changes in the file that its choices mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from reports.prints import Block, Print
from reports.refreshing.match import key_of, pair_prints, row_number, same_shape
from reports.refreshing.proposals import Choice, Proposal
from reports.refreshing.tables import standing_tables
from reports.refreshing.today import TodaysPaper
from reports.word.found import FoundBlock, TracedPaper
from reports.word.story import Span

Anchor = tuple[int, int, str]  # where in the text, and the id


@dataclass(eq=False, slots=True)
class TextWork:
    """Other words for a stretch of the paper. `anchors`: where values stand in the new text, or None: as they are.

    `within`: keys of proposals that, when today's words are chosen there, leave nothing to do here.
    """

    key: str
    span: Span
    texts: Mapping[Choice, str]
    anchors: Sequence[Anchor] | None = None
    mark: etree._Element | None = None  # the bookmark of a value that printed nothing
    within: tuple[str, ...] = ()
    moot: frozenset[str] = frozenset()  # ids of values that may stand in the stretch and are anchored anew


@dataclass(frozen=True)
class AddWork:
    """A paragraph, row or table of today's paper that the edited one has not: `blocks` by number in today's."""

    key: str
    element: etree._Element
    blocks: tuple[int, ...]


@dataclass(frozen=True)
class RemoveWork:
    """Blocks, or a whole table, that today's paper no longer has."""

    key: str
    found: tuple[FoundBlock, ...]
    table: etree._Element | None = None


@dataclass(frozen=True)
class MoveWork:
    """A block that stands elsewhere today: its number in today's paper."""

    key: str
    block: int


@dataclass
class Work:
    """A plan while it is made: the two papers, which blocks belong together, and what is to be done."""

    paper: TracedPaper
    fresh: TodaysPaper
    base: tuple[Block, ...]
    content: bytes  # of the edited paper
    prints: Sequence[Print] = ()
    spent: bool = False
    pairs: dict[int, int] = field(default_factory=dict)  # base block → today's
    there: dict[int, FoundBlock] = field(default_factory=dict)  # today's block → where it stands in the paper
    adopted: dict[int, etree._Element] = field(default_factory=dict)  # today's block → the clerk's own like it
    unmarked: dict[str, list[etree._Element]] = field(default_factory=dict)  # what belongs to no block, by its text
    proposals: list[Proposal] = field(default_factory=list)
    texts: list[TextWork] = field(default_factory=list)
    adds: list[AddWork] = field(default_factory=list)
    removes: list[RemoveWork] = field(default_factory=list)
    moves: list[MoveWork] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    untouched: int = 0
    ids: dict[str, str] = field(default_factory=dict)  # id in today's paper → id in the refreshed one

    @cached_property
    def taken(self) -> set[str]:
        """The names of all anchors of the edited paper, there or once printed."""
        names = {name for story in self.paper.stories for name in story.spans}
        return names | {one.id for one in self.base} | {one.id for one in (*self.paper.prints, *self.prints)}

    @cached_property
    def tables(self) -> dict[etree._Element, etree._Element]:
        """For tables of today's paper those that stand in the edited one; known when all blocks are paired."""
        return standing_tables(self.paper, self.fresh, self.there)

    def id_of(self, name: str) -> str:
        """The name that an anchor of today's paper gets in the refreshed one; a free one when it is new."""
        if name not in self.ids:
            stem, number = (name[:4], name[4:]) if "_" not in name[1:] else (name.rpartition("_")[0] + "_", "1")
            free = int(number)
            while f"{stem}{free}" in self.taken:
                free += 1
            self.ids[name] = f"{stem}{free}"
            self.taken.add(self.ids[name])
        return self.ids[name]

    def same_anchors(self, old: Block, new: Block) -> None:
        """Notes that a block of today's paper, and its values, keep the anchors that they have in the edited one."""
        self.ids[new.id] = old.id
        if same_shape(old.pieces, new.pieces):
            self.ids.update((now.id, was.id) for was, now in zip(old.prints, new.prints, strict=True))
        else:
            self.ids.update((value.id, name) for name, value in pair_prints(old.prints, new.prints).items())

    @property
    def is_as_printed(self) -> bool:
        """Whether today's records print what the edited paper's list says already."""
        base, today = self.base, self.fresh.base
        return (
            len(base) == len(today)
            and all(old == new for old, new in self.pairs.items())
            and all(map(_same_block, base, today))
            and [one.text for one in self.paper.loose] == [one.text for one in self.fresh.loose]
            and self.paper.fixed == self.fresh.fixed
        )


def _same_block(old: Block, new: Block) -> bool:
    """Whether two blocks print the same, but for a row's number: that one follows the order in the paper."""
    was, now = row_number(old), row_number(new)
    if was and now:
        rest = old.text[len(was) :] == new.text[len(now) :]
        return rest and [key_of(one) for one in old.prints] == [key_of(one) for one in new.prints]
    return old.text == new.text and same_shape(old.pieces, new.pieces)
