"""One reading of a round for all its papers: the round, its nominees, and each paper's context from them."""

import datetime as dt

from reports.awarding.achievement_reports import MAKERS
from reports.awarding.award_making import AwardContext, AwardMaking, LoneMaking
from reports.awarding.award_paper_kinds import AWARD_PAPERS, LONE_PAPERS
from reports.awarding.award_papers import context_of
from reports.awarding.lone_making import lone_making
from reports.awarding.nominees import Nominee, read_nominees
from reports.dossier.planning import Planned, planned
from reports.paper_making import paper_day
from ward.awarding.round_view import RoundView, round_view
from ward.book import Book
from ward.loading import Stored, load, load_many


class RoundReading:
    """What all papers of a round are made from, read once; `on` is the day that they bear.

    Raises: UserError when there is no such round.
    """

    def __init__(self, book: Book, round_id: int, now: dt.datetime) -> None:
        self._book, self._now = book, now
        self._round = load(book.db, round_id)
        today = now.astimezone().date()
        self.on = paper_day(self._round.years, today) if self._round.years else today
        self.view: RoundView = round_view(book.db, round_id, self.on)
        self.plan: tuple[Planned, ...] = tuple(planned(self.view))
        standing = [one.id for one in self.view.standing]
        self._nominees: dict[int, Nominee] = dict(read_nominees(book.db, standing, self.on))
        self._stored: dict[int, Stored] = dict(load_many(book.db, {one.about for one in self.plan}))

    @property
    def title(self) -> str:
        """What the round is called."""
        return self._round.title

    def making(self, one: Planned) -> AwardMaking | LoneMaking:
        """What a planned paper is made from, in the Party's layout where the office writes in it."""
        about = self._stored[one.about]
        if one.kind in LONE_PAPERS:
            return lone_making(self._book, one.kind, about, self._now)
        party, keeper = AWARD_PAPERS[one.kind].party, self.view.keeper
        chosen = party if party and keeper and keeper.layout == "dang" else one.kind
        return AwardMaking(self._book, chosen, about, self.view, self._now, self.on)

    def context(self, one: Planned, making: AwardMaking | LoneMaking) -> AwardContext:
        """What the template of a planned paper is filled with. Raises UserError where there is nothing to say."""
        return MAKERS[one.kind](self._nominees[one.about]) if one.kind in MAKERS else context_of(making)

    def about_all(self, kind: str) -> AwardMaking:
        """The making of a paper about the round itself."""
        return AwardMaking(self._book, kind, self._round, self.view, self._now, self.on)
