"""Every rule of a pack that has an article and a mark, with where it stands; and those that are not sure on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ward.rules.pack import AwardRule, Pack, Sourced
from ward.rules.sureness import Sureness, sureness


@dataclass(frozen=True)
class Doubtful:
    """A rule that only warns on a day: where it stands, its article, how sure it is and why."""

    place: str
    article: str
    sure: Sureness


def doubtful_rules(pack: Pack, on: str) -> list[Doubtful]:
    """The rules in force on a day (ISO) that are not sure then, in the pack's order."""
    rows = ((place, rule, sureness(pack, rule, on)) for place, rule in rules_of(pack) if rule.holds_on(on))
    return [Doubtful(place, rule.article, told) for place, rule, told in rows if not told.sure]


def rules_of(pack: Pack) -> Iterator[tuple[str, Sourced]]:
    """Every rule with its place in words ("Chiến sĩ thi đua cơ sở: hồ sơ")."""
    for award in pack.awards.values():
        yield award.name, award
        yield from ((f"{award.name}: {words}", rule) for words, rule in _inside(award))
    named: tuple[tuple[str, Iterable[tuple[str, Sourced]]], ...] = (
        ("Thẩm quyền", ((one.label, one) for one in pack.authorities.values())),
        ("Nguyên tắc", ((one.text, one) for one in pack.principles)),
        ("Tỷ lệ phiếu", ((_name(pack, one.award), one) for one in pack.votes.values())),
        ("Số người dự họp", ((one.scope, one) for one in pack.quorums.values())),
        ("Lịch", ((one.what, one) for one in pack.calendar)),
        ("Biểu mẫu", ((one.title, one) for one in pack.forms.values())),
        ("Thay đổi", ((one.instrument, one) for one in pack.pending)),
        ("Lương cơ sở", ((f"{one.amount} đồng", one) for one in pack.base_salaries)),
        ("Tên mức xếp loại", ((one.names["HTNV"], one) for one in pack.grades)),
    )
    for word, rows in named:
        yield from ((f"{word}: {name}", rule) for name, rule in rows)
    money = pack.prize_rules
    yield from (("Tiền thưởng", rule) for rule in (money, money.household, money.collective))
    if money.fund.text:
        yield "Quỹ thi đua, khen thưởng", money.fund


def _inside(award: AwardRule) -> Iterator[tuple[str, Sourced]]:
    yield from ((f"đường xét “{route.name}”", route) for route in award.routes)
    yield from (("trường hợp không xét", exclusion) for exclusion in award.exclusions)
    yield from ((f"giấy tờ “{paper.name}”", paper) for paper in award.papers)
    yield from (("tiền thưởng", factor) for factor in award.prizes.values())
    for words, said in (("số bộ", award.copies), ("trình tự", award.procedure), ("hạn", award.due)):
        if said.text:
            yield words, said


def _name(pack: Pack, code: str) -> str:
    award = pack.award(code)
    return award.name if award else code
