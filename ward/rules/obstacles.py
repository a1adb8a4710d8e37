"""What stands in the way of a nomination: each a demand for a written reason or a warning, never a wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ward.rules.case import RESTART, SPOT, Case
from ward.rules.facts import LIVE_STATES, PastAward, Trouble, Wish
from ward.rules.judgements import Blocked, EvidenceRef
from ward.rules.pack import BlockRule
from ward.rules.words import BASES, award_words, day_words, invention_words, trouble_words, wish_words
from ward.text import fold

PENDING = frozenset(("ky_luat", "dieu_tra", "thanh_tra", "khieu_nai", "bao_chi", "hinh_su"))
"""Matters that put an award off until they are settled."""


def obstacles(case: Case, wanted: frozenset[str]) -> tuple[Blocked, ...]:
    """All obstacles of a nomination by the principles of the day; `wanted` are the awards that its ways ask for."""
    found = []
    for rule in case.pack.principles:
        look = LOOKS.get(rule.id)
        if look is None or rule.effect == "info" or not rule.holds_on(case.on) or not _concerns(case, rule):
            continue
        found += [_blocked(case, rule, *told) for told in look(case, wanted)]
    return tuple(found)


Told = tuple[str, tuple[EvidenceRef, ...], int]
"""The words, the evidence, and the weight that the obstacle has where its rule is sure."""


def _blocked(case: Case, rule: BlockRule, words: str, evidence: tuple[EvidenceRef, ...], weight: int) -> Blocked:
    ground = case.ground(rule)
    sure = ground.sureness.sure
    demands = sure and weight > 0 and (rule.effect == "block" or rule.id == "one_achievement_one_award")
    heavy = weight if sure and rule.effect == "block" else min(weight, 1)
    reason = case.reason_for(rule.id)
    return Blocked(
        rule.id, words + ground.unsure, ground.article, ground.sureness.conf, heavy, demands, evidence, reason
    )


def _concerns(case: Case, rule: BlockRule) -> bool:
    nominated = case.nominated
    return (not rule.bases or nominated.basis in rule.bases) and (
        not rule.recipients or nominated.recipient in rule.recipients
    )


def _pending(case: Case, wanted: frozenset[str]) -> Iterator[Told]:
    """Discipline, investigation, inspection, complaint or press that is not settled yet."""
    for one in case.troubles:
        if one.matter in PENDING and (not one.until or one.until > case.on):
            yield f"chưa xét khi {trouble_words(one)}", (_trouble(one),), 2


def _restart(case: Case, wanted: frozenset[str]) -> Iterator[Told]:
    """What was reached before the end of a discipline does not count; one that is not over stops the award."""
    serving = [one for one in case.troubles if one.matter == "da_ky_luat" and (not one.until or one.until > case.on)]
    for one in serving:
        over = "" if one.until else " (sổ chưa ghi ngày chấp hành xong)"
        yield f"{trouble_words(one)}{over}: thành tích chỉ tính từ khi chấp hành xong", (_trouble(one),), 2
    if case.restart and case.restart.until:
        year = int(case.restart.until[:4])
        told = f"{trouble_words(case.restart)}: thành tích chỉ tính từ {day_words(case.restart.until)}"
        if year >= case.year:
            yield f"{told}, chưa đủ năm {case.year}", (_trouble(case.restart),), 2
        elif any(award.years and award.years[-1] <= year for award in case.history):
            yield f"{told}; khen thưởng, xếp loại trước đó không tính", (_trouble(case.restart),), 0


def _spot(case: Case, wanted: frozenset[str]) -> Iterator[Told]:
    """Awards that a way asks for, but that were given on the spot or in a movement."""
    left = [award for code in sorted(wanted) for award in case.spot_awards(code)]
    if left:
        names = ", ".join(f"{award.name} khen {BASES.get(award.basis, award.basis)}" for award in left)
        yield f"không tính cho khen công trạng: {names}", tuple(_award(award) for award in left), 0


def _household(case: Case, wanted: frozenset[str]) -> Iterator[Told]:
    """A commendation of merit is for persons and collectives only (titles are no such commendation)."""
    of_merit = case.nominated.basis == "cong_trang" and case.rule is not None and case.rule.kind == "hinh_thuc"
    if of_merit and case.nominated.recipient == "ho_gia_dinh":
        instead = "hãy đề nghị khen đột xuất hoặc phong trào, chuyên đề"
        yield f"hộ gia đình không được khen công trạng; {instead}", (), 2


def _dissolved(case: Case, wanted: frozenset[str]) -> Iterator[Told]:
    """A unit that ended, or went wholly into another one."""
    nominee = case.nominee
    if nominee is None or nominee.kind != "unit":
        return
    ended = nominee.ended or nominee.ended_by[:10].strip()
    if ended and ended <= case.on:
        into = nominee.ended_by.split(" ", 1)[1] if " " in nominee.ended_by else ""
        went = f", nhập vào “{into}”" if into else ""
        told = (EvidenceRef(nominee.id, nominee.name),)
        yield f"“{nominee.name}” đã kết thúc ngày {day_words(ended)}{went}; hãy đề nghị đơn vị mới", told, 2


def _initiative(case: Case, wanted: frozenset[str]) -> Iterator[Told]:
    """An initiative that the nomination lists, and another live nomination of the nominee lists too."""
    for one in case.inventions:
        if one.id in case.nominated.initiatives and (used := case.used_elsewhere(one)):
            told = (EvidenceRef(one.id, invention_words(one)), *(EvidenceRef(*use) for use in used))
            yield f"{invention_words(one)} đã dùng cho “{used[0][1]}”", told, 1


def _one_award(case: Case, wanted: frozenset[str]) -> Iterator[Told]:
    """The same title for the same year, or another form for what seems the same achievement."""
    rule = case.rule
    awards = case.history
    others = [one for one in case.facts.wishes.get(_nominee(case), ()) if one.id != case.nominated.id]
    same = [award for award in awards if _same_award(case, award)]
    again = [one for one in others if one.state in LIVE_STATES and not _granted(one) and _same_wish(case, one)]
    if rule and (same or again):
        evidence = (*map(_award, same), *(EvidenceRef(one.id, wish_words(one)) for one in again))
        first = evidence[0].words
        yield f"có thể là một thành tích được khen hai lần: {first}", evidence, 1


def _granted(wish: Wish) -> bool:
    """Whether its award stands in the register, where it is found by itself."""
    return wish.state in ("granted", "lowered")


def _same_award(case: Case, award: PastAward) -> bool:
    nominated = case.nominated
    if award.code == nominated.award and award.code and case.rule and case.rule.yearly:
        return nominated.year in award.years
    if case.award_of_title or award.form == "danh_hieu":
        return False
    return _same_deed(case, award.movement, award.practice, award.reason, award.years, award.basis)


def _same_wish(case: Case, wish: Wish) -> bool:
    nominated = case.nominated
    once = wish.round == nominated.round or (case.rule is not None and case.rule.yearly)
    if once and wish.code == nominated.award and wish.year == nominated.year:
        return True
    if case.award_of_title or wish.form == "danh_hieu":
        return False
    return _same_deed(case, wish.movement, wish.practice, wish.achievement, (wish.year,), wish.basis)


def _same_deed(
    case: Case, movement: int | None, practice: int | None, reason: str, years: tuple[int, ...], basis: str
) -> bool:
    """Whether another form was given for the same model, the same words, or the same movement and year."""
    nominated = case.nominated
    if nominated.practice and nominated.practice == practice:
        return True
    if nominated.achievement and fold(nominated.achievement) == fold(reason):
        return True
    if nominated.year not in years:
        return False
    if nominated.movement:
        return nominated.movement == movement
    return not movement and nominated.basis == basis == "cong_trang"


def _nominee(case: Case) -> int:
    return case.nominated.nominee or 0


def _award(award: PastAward) -> EvidenceRef:
    return EvidenceRef(award.id, award_words(award))


def _trouble(one: Trouble) -> EvidenceRef:
    return EvidenceRef(one.id, trouble_words(one))


LOOKS: dict[str, Callable[[Case, frozenset[str]], Iterator[Told]]] = {
    "pending_discipline": _pending,
    RESTART: _restart,
    SPOT: _spot,
    "household_not_cong_trang": _household,
    "dissolved_unit": _dissolved,
    "initiative_once": _initiative,
    "one_achievement_one_award": _one_award,
}
"""What looks for an obstacle, by the principle of the pack that it rests on."""
