"""One nomination before the rules: what of the nominee's history counts for it, and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from ward.rules.facts import (
    NOT_FOR_MERIT,
    WAITING_STATES,
    Facts,
    Invention,
    Members,
    Nominated,
    Nominee,
    PastAward,
    Rated,
    Trouble,
    Wish,
)
from ward.rules.identities import same_name
from ward.rules.judgements import EvidenceRef
from ward.rules.pack import AwardRule, Pack, Sourced
from ward.rules.sureness import Sureness, sureness
from ward.rules.words import UNSURE, award_words, rating_words, wish_words

SPOT = "spot_awards_not_counted"
RESTART = "after_discipline_restart"
YearState = Literal["yes", "confirm", "wish", "no"]
"""Has it; has it perhaps; it is proposed and not decided; has it not."""


@dataclass(frozen=True, slots=True)
class InYear:
    """Whether something was reached in a year, in a word for the clerk, by which records."""

    state: YearState
    word: str
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """The rule that a line stands on: its article, and how sure it is on the day."""

    article: str
    sureness: Sureness

    @property
    def unsure(self) -> str:
        """ " (quy định chưa kiểm chứng)", or "" for a rule that is seen."""
        return "" if self.sureness.sure else f" ({UNSURE})"


@dataclass
class Case:
    """A nomination with its rule and what is known of its nominee."""

    pack: Pack
    facts: Facts
    nominated: Nominated
    on: str
    grounds: dict[int, Ground] = field(default_factory=dict)
    """What was worked out before of rules, by their identity; shared by the cases of one judging."""
    _known: dict[str, list[PastAward]] = field(default_factory=dict)

    @cached_property
    def rule(self) -> AwardRule | None:
        return self.pack.award(self.nominated.award)

    @cached_property
    def nominee(self) -> Nominee | None:
        return self.facts.nominees.get(self.nominated.nominee or 0)

    @property
    def year(self) -> int:
        return self.nominated.year

    @cached_property
    def award_of_title(self) -> bool:
        """Whether a title is asked for, not a form."""
        return self.rule is not None and self.rule.kind == "danh_hieu"

    @cached_property
    def troubles(self) -> Sequence[Trouble]:
        """The nominee's disciplines and inquiries that were not found empty, known by the day of judging."""
        found = self.facts.troubles.get(self.nominated.nominee or 0, ())
        return [one for one in found if not one.cleared and (not one.since or one.since <= self.on)]

    @cached_property
    def restart(self) -> Trouble | None:
        """The discipline that ended last: what was reached before its end counts no more (NĐ 152/2025 Đ4 k4)."""
        served = [one for one in self.troubles if one.matter == "da_ky_luat" and one.until and one.until <= self.on]
        return max(served, key=lambda one: one.until, default=None)

    @cached_property
    def restart_year(self) -> int:
        """The year in which what counts begins again; 0 when nothing stands in the way or a reason is written."""
        if self.restart is None or self.reason_for(RESTART) or self.pack.principle(RESTART) is None:
            return 0
        return int(self.restart.until[:4])

    def reason_for(self, *rules: str) -> str:
        """The written reason for going on against one of these rules; "" when there is none."""
        return next((one.reason for one in self.nominated.reasons if one.rule in rules and one.reason), "")

    def is_sure(self, principle: str) -> bool:
        """Whether a principle of the pack is seen in the law for the day of judging."""
        rule = self.pack.principle(principle)
        return rule is not None and self.ground(rule).sureness.sure

    def ground(self, rule: Sourced) -> Ground:
        """What a rule of the pack stands on, on the day of judging."""
        found = self.grounds.get(id(rule))
        if found is None:
            found = self.grounds[id(rule)] = Ground(rule.article, sureness(self.pack, rule, self.on))
        return found

    # -- awards -------------------------------------------------------------------------------------

    @cached_property
    def _leaves_spot_out(self) -> bool:
        return self.nominated.basis in ("", "cong_trang") and self.pack.principle(SPOT) is not None

    def spot_awards(self, code: str) -> list[PastAward]:
        """The awards of this type that were given on the spot or in a movement, and so do not count for merit."""
        if not self._leaves_spot_out or self.nominated.basis == "":
            return []
        return [award for award in self._of_type(code) if award.basis in NOT_FOR_MERIT]

    def awards(self, code: str) -> list[PastAward]:
        """The awards of this type that count, each with the doubt about it."""
        if code not in self._known:
            counted = (self._counted(award) for award in self._of_type(code))
            self._known[code] = [award for award in counted if award]
        return self._known[code]

    @cached_property
    def history(self) -> Sequence[PastAward]:
        """The nominee's awards but the one that came of this nomination; what was entered twice counts once."""
        found: dict[object, PastAward] = {}
        for award in self.facts.awards.get(self.nominated.nominee or 0, ()):
            if not (award.nomination and award.nomination == self.nominated.id):
                same = (award.code, award.name, award.years, award.number, award.decided_on, award.issuer)
                found.setdefault(same if award.number else award.id, award)
        return list(found.values())

    def _of_type(self, code: str) -> list[PastAward]:
        found = [award for award in self.history if award.code == code]
        rule = self.pack.award(code)
        in_words = [award for award in self.history if not award.code] if rule else []
        if rule and in_words:
            names = {same_name(rule.name), same_name(rule.former_name or rule.name)}
            told = (award for award in in_words if same_name(award.name) in names)
            found += [_doubted(award, "tên hình thức khen chỉ ghi bằng lời") for award in told]
        return found

    def _counted(self, award: PastAward) -> PastAward | None:
        if self.restart_year and award.years and award.years[-1] <= self.restart_year:
            if award.years[-1] < self.restart_year and self.is_sure(RESTART):
                return None
            award = _doubted(award, "đạt được trước khi chấp hành xong kỷ luật")
        if self._leaves_spot_out and award.form != "danh_hieu":
            if award.basis in NOT_FOR_MERIT and self.nominated.basis and not self.reason_for(SPOT):
                return None if self.is_sure(SPOT) else _doubted(award, "khen đột xuất hoặc chuyên đề")
            if not award.basis:
                award = _doubted(award, "chưa ghi là khen công trạng, đột xuất hay chuyên đề")
        return award

    @cached_property
    def wishes(self) -> Sequence[Wish]:
        """The nominee's other nominations that are not decided yet."""
        found = self.facts.wishes.get(self.nominated.nominee or 0, ())
        return [one for one in found if one.id != self.nominated.id and one.state in WAITING_STATES]

    def title_in(self, code: str, year: int) -> InYear:
        """Whether the nominee has a yearly award for a year."""
        found = [award for award in self.awards(code) if year in award.years]
        sure = [award for award in found if not award.doubt and len(award.years) == 1]
        if sure:
            return InYear("yes", f"{year} có", (EvidenceRef(sure[0].id, award_words(sure[0])),))
        if found:
            told = found[0] if found[0].doubt else _doubted(found[0], "một lần ghi cho nhiều năm")
            return InYear("confirm", f"{year} cần xác nhận", (EvidenceRef(told.id, award_words(told)),))
        for wish in self.wishes:
            if wish.code == code and wish.year == year:
                here = wish.round is not None and wish.round == self.nominated.round
                where = "đang đề nghị trong đợt này" if here else "đang đề nghị trong đợt khác"
                return InYear("wish", f"{year} {where}", (EvidenceRef(wish.id, wish_words(wish)),))
        return InYear("no", f"{year} thiếu")

    def groups_of(self, code: str, years: Sequence[int]) -> list[EvidenceRef]:
        """Awards of this type in these years that went to a number of recipients without names."""
        return [
            EvidenceRef(
                group.id,
                f"{group.name} cho “{group.counted}”"
                + (f", số {group.number}" if group.number else "")
                + ": không ghi tên nên không tính cho ai",
            )
            for group in self.facts.groups.get(code, ())
            if not set(group.years).isdisjoint(years)
        ]

    # -- ratings, initiatives, members --------------------------------------------------------------

    def ratings(self, year: int, side: str, record: int = 0) -> list[Rated]:
        """The ratings of the nominee (or of another record) in a year; a side that is not said is work."""
        found = self.facts.ratings.get(record or self.nominated.nominee or 0, ())
        return [one for one in found if one.year == year and (one.side or "work") == side]

    def rating_evidence(self, ratings: Sequence[Rated]) -> tuple[EvidenceRef, ...]:
        """The ratings as evidence."""
        return tuple(EvidenceRef(one.id, rating_words(one)) for one in ratings)

    @cached_property
    def inventions(self) -> Sequence[Invention]:
        """The initiatives that the nomination lists; when it lists none, all of the nominee's."""
        found = self.facts.inventions.get(self.nominated.nominee or 0, ())
        listed = self.nominated.initiatives
        return [one for one in found if one.id in listed] if listed else found

    def used_elsewhere(self, one: Invention) -> list[tuple[int, str]]:
        """The nominee's other live nominations that rest on an initiative."""
        return [use for use in one.uses if use[0] != self.nominated.id]

    @cached_property
    def members(self) -> Members:
        """The people of the nominated collective in the year that is judged."""
        return self.facts.members.get((self.nominated.nominee or 0, self.year), Members())


def _doubted(award: PastAward, doubt: str) -> PastAward:
    return award._replace(doubt="; ".join(filter(None, (award.doubt, doubt))))
