"""From what a condition finds to the line that the clerk reads: confirmed, reasoned, or unsure as the rule is."""

from __future__ import annotations

from dataclasses import replace

from ward.rules import collective, conditions, inventions
from ward.rules.case import Case, Ground
from ward.rules.conditions import Found, Test, award_name
from ward.rules.facts import Answer
from ward.rules.judgements import EvidenceRef, Line, LineState
from ward.rules.pack import AwardRule, Condition, Route
from ward.rules.words import day_words, trouble_words

SHORT = "verdict_short"
"""The key of a written reason that stands for every failed condition of a nomination."""
TESTS: dict[str, Test] = {
    "prior_award": conditions.prior_award,
    "rating": conditions.rating,
    "unit_rating": conditions.rating,
    "party_rating": conditions.party_rating,
    "unit_rating_or_title": conditions.unit_rating_or_title,
    "initiative": inventions.initiative,
    "research": inventions.research,
    "unit_age": conditions.unit_age,
    "member_share": collective.member_share,
    "has_member_title": collective.has_member_title,
    "all_members_rating": collective.all_members_rating,
    "no_member_discipline": collective.no_member_discipline,
}
OF_MEMBERS = frozenset(("member_share", "has_member_title", "all_members_rating", "no_member_discipline"))
"""Conditions that look at the people of a collective."""
BY_WEIGHT: tuple[LineState, ...] = ("yes", "confirm", "no")


def lines_of(case: Case, route: Route, ground: Ground) -> tuple[Line, ...]:
    """The lines of one way: one for each condition that must hold, and one for those of which one is enough."""
    top = route.condition
    if top.type != "group":
        return (line_of(case, top, ground),)
    return _of_group(case, top, ground)


def _of_group(case: Case, group: Condition, ground: Ground) -> tuple[Line, ...]:
    lines = tuple(line_of(case, part, ground) for part in group.all)
    if not group.any:
        return lines
    parts = tuple(line_of(case, part, ground) for part in group.any)
    return (*lines, parts[0] if len(parts) == 1 else joined(parts, group.text, ground, one_of=True))


def line_of(case: Case, condition: Condition, ground: Ground) -> Line:
    """What one condition, or a group of them, says of the nomination."""
    if condition.type == "group":
        lines = _of_group(case, condition, ground)
        return lines[0] if len(lines) == 1 else joined(lines, condition.text, ground, one_of=False)
    if condition.type == "meets_standard_of":
        found = meets_standard(case, condition)
    else:
        found = TESTS.get(condition.type, conditions.asked)(case, condition)
    return settled(case, found, condition.key, condition.text, ground)


def joined(parts: tuple[Line, ...], text: str, ground: Ground, *, one_of: bool, rule: str = "") -> Line:
    """A line of parts: its state is that of the best part, or of the worst where all must hold."""
    weight = (min if one_of else max)(part.weight for part in parts)
    state = next(part.state for part in parts if part.weight == weight)
    words = text or ("cần một trong các điều" if one_of else "cần đủ các điều")
    return Line(state, words, rule, text, ground.article, ground.sureness.conf, parts=parts, one_of=one_of)


def settled(case: Case, found: Found, rule: str, asks: str, ground: Ground) -> Line:
    """The line of a finding, once the unsureness of its rule, a person's answer and a written reason are heeded."""
    state, words = found.state, found.words
    if state == "no" and not ground.sureness.sure:
        state, words = "unverified", words + ground.unsure
    done = ""
    if state in ("confirm", "unverified") and (answer := answer_to(case, rule, asks, words)):
        done = _settled_words(answer)
        refused: LineState = "no" if ground.sureness.sure else "unverified"
        state = "yes" if answer.answer == "yes" else refused
    reason = case.reason_for(rule, SHORT) if state in ("no", "unverified") else ""
    return Line(
        state,
        words,
        rule,
        asks,
        ground.article,
        ground.sureness.conf,
        found.evidence,
        found.missing if state in ("no", "unverified") else "",
        found.lacking if state in ("no", "unverified") else 0,
        done,
        reason,
    )


def answer_to(case: Case, rule: str, *words: str) -> Answer | None:
    """The newest answer to a rule that still asks the same as when it was given."""
    for answer in reversed(case.nominated.answers):
        if answer.rule == rule and answer.answer in ("yes", "no") and (not answer.words or answer.words in words):
            return answer
    return None


def is_outdated(case: Case, lines: tuple[Line, ...]) -> list[Answer]:
    """Answers that were given to these rules when they asked something else."""
    asks = {leaf.rule: (leaf.asks, leaf.words) for line in lines for leaf in (line, *line.leaves()) if leaf.rule}
    answers = [one for one in case.nominated.answers if one.rule in asks and one.words]
    return [one for one in answers if one.words not in asks[one.rule]]


def _settled_words(answer: Answer) -> str:
    said = "đã xác nhận" if answer.answer == "yes" else "đã xác nhận là không"
    who = f" bởi {answer.who}" if answer.who else ""
    day = f" ngày {day_words(answer.at[:10])}" if answer.at else ""
    note = f" ({answer.note})" if answer.note else ""
    return f"{said}{who}{day}{note}"


def meets_standard(case: Case, condition: Condition) -> Found:
    """To meet the standard of a title, which is not to hold it: Luật 06/2022 Điều 23 khoản 1."""
    title = str(condition.params["title"])
    name = award_name(case, title)
    held = case.title_in(title, case.year)
    if held.state == "yes":
        return Found("yes", f"đạt tiêu chuẩn {name}: đã được tặng ({held.word})", held.evidence)
    rule = case.pack.award(title)
    routes = [one for one in rule.routes_for(case.nominated.recipient, "") if one.holds_on(case.on)] if rule else []
    if not routes:
        return Found("confirm", f"đạt tiêu chuẩn {name}", held.evidence)
    judged = [lines_of(case, route, case.ground(route)) for route in routes]
    best = min(judged, key=lambda lines: max(line.weight for line in lines))
    weight = max(line.weight for line in best)
    open_ = [leaf for line in best if line.weight for leaf in line.leaves() if leaf.weight]
    proven = [leaf.words for line in best if not line.weight for leaf in line.leaves()]
    told = "; ".join([*proven[:1], *(leaf.words for leaf in open_)])
    evidence = tuple(ref for line in best for leaf in line.leaves() for ref in leaf.evidence)
    missing = "; ".join(leaf.missing for leaf in open_ if leaf.missing)
    return Found(BY_WEIGHT[weight], f"đạt tiêu chuẩn {name} ({told})", (*held.evidence, *evidence), missing)


def exclusion_lines(case: Case, rule: AwardRule) -> tuple[Line, ...]:
    """What refuses the award by itself: to be confirmed of each nominee, one by one or all at once."""
    if not rule.exclusions:
        return ()
    told = tuple(EvidenceRef(one.id, trouble_words(one)) for one in case.troubles)
    parts = []
    for one in rule.exclusions:
        ground = case.ground(one)
        words = f"không thuộc trường hợp: {one.text}"
        if told:
            words += f" (sổ có ghi: {told[0].words})"
        parts.append(settled(case, Found("confirm", words, told), one.key, one.text, ground))
    key = exclusions_key(rule.id)
    text = f"không thuộc trường hợp nào bị loại khi xét {rule.name}"
    whole = joined(tuple(parts), text, case.ground(rule.exclusions[0]), one_of=False, rule=key)
    if (answer := answer_to(case, key, text)) and answer.answer == "yes" and not told:
        said = _settled_words(answer)
        kept = tuple(replace(part, state="yes", settled=said) if part.weight else part for part in parts)
        whole = replace(whole, state="yes", settled=said, parts=kept)
    return (whole,)


def exclusions_key(award: str) -> str:
    """The key under which all exclusions of an award are confirmed at once."""
    return f"{award}.exclusions"


def standard_line(case: Case, rule: AwardRule) -> Line:
    """The line of an award whose standards the pack does not spell out: a person confirms them."""
    what = "bộ tiêu chí" if rule.criteria_sets else "tiêu chuẩn"
    text = f"đạt {what} của {rule.name}"
    found = Found("confirm", f"{text} (bộ quy định chưa ghi tiêu chuẩn chi tiết)")
    return settled(case, found, f"{rule.id}.standards", text, case.ground(rule))
