"""What the people of a collective bring it: the share with a title, their ratings, who was disciplined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from ward.rules.case import Case
from ward.rules.conditions import Found, award_name, graded_in, whole
from ward.rules.facts import Member
from ward.rules.judgements import EvidenceRef
from ward.rules.pack import Condition
from ward.rules.words import DEGREE_ORDER, DEGREES, grade_or_better, listed, trouble_words

NOBODY = "sổ chưa ghi ai thuộc tập thể này; hãy ghi chức vụ, đơn vị của từng người, hoặc xác nhận theo danh sách"
IMPLIED = {"ldtt": ("cstd_co_so",)}
"""Titles whose holders meet the standard of another one: Luật 06/2022 Điều 23 khoản 1."""
SHOWN = 5


def member_share(case: Case, condition: Condition) -> Found:
    """At least such a share of the people has a title in the year; as the book tells it, and from which records."""
    title, least = str(condition.params["title"]), Fraction(str(condition.params["min_pct"]))
    name = award_name(case, title)
    need = f"cần từ {percent(least)}% người đạt {name} trong năm {case.year}"
    people = case.members.people
    if not people:
        return Found("confirm", f"{need}: {NOBODY}")
    have, maybe, without = _with_title(case, title)
    counted = f"tính từ sổ: {len(have)}/{len(people)} người ({percent(share(len(have), len(people)))}%)"
    if maybe:
        counted += f", {len(maybe)} người đang đề nghị hoặc cần xác nhận"
    told = f"{need}; {counted}" + (f"; chưa có: {names(without)}" if without else "") + _below(case)
    evidence = tuple(ref for _, ref in (*have, *maybe))
    if share(len(have), len(people)) >= least:
        return Found("confirm" if case.members.below else "yes", told, evidence)
    if share(len(have) + len(maybe), len(people)) >= least or case.members.below:
        return Found("confirm", told, evidence)
    lacking = -(-least * len(people) // 100) - len(have) - len(maybe)
    return Found("no", told, evidence, f"thiếu {lacking} người đạt {name}")


def has_member_title(case: Case, condition: Condition) -> Found:
    """Some of the people have a title in the year."""
    title, count = str(condition.params["title"]), whole(condition, "count", 1)
    name = award_name(case, title)
    need = f"cần ít nhất {count} người đạt {name} trong năm {case.year}"
    if not case.members.people:
        return Found("confirm", f"{need}: {NOBODY}")
    have, maybe, _ = _with_title(case, title)
    who = f"{need}: có {len(have)}" + (f" ({names([member for member, _ in have])})" if have else "")
    evidence = tuple(ref for _, ref in (*have, *maybe))
    if len(have) >= count:
        return Found("yes", who, evidence)
    if len(have) + len(maybe) >= count:
        return Found("confirm", f"{who}, {len(maybe)} người đang đề nghị hoặc cần xác nhận", evidence)
    return Found("no", who + _below(case), evidence, f"thiếu {count - len(have) - len(maybe)} người đạt {name}")


def all_members_rating(case: Case, condition: Condition) -> Found:
    """Everybody's work was rated so or better in the year."""
    least = str(condition.params["min"])
    need = f"cần mọi người được xếp {grade_or_better(least)} trong năm {case.year}"
    people = case.members.people
    if not people:
        return Found("confirm", f"{need}: {NOBODY}")
    told = [(member, graded_in(case, case.year, "work", least, member.id)) for member in people]
    below = [member for member, found in told if found.state == "no"]
    open_ = [member for member, found in told if found.state == "confirm"]
    evidence = tuple(ref for member, found in told if found.state != "yes" for ref in found.evidence)
    if below:
        return Found("no", f"{need}: {names(below)} không đạt", evidence, f"vướng {names(below)}")
    if open_ or case.members.below:
        who = f"{names(open_)} chưa có xếp loại chắc chắn trong sổ" if open_ else "đủ theo sổ"
        return Found("confirm", f"{need}: {who}{_below(case)}", evidence)
    return Found("yes", f"{need}: đủ {len(people)}/{len(people)} người", evidence)


def no_member_discipline(case: Case, condition: Condition) -> Found:
    """Nobody was disciplined so or harder in the year."""
    least = str(condition.params.get("from", "canh_cao"))
    need = f"không ai bị kỷ luật từ {DEGREES[least]} trở lên trong năm {case.year}"
    people = case.members.people
    if not people:
        return Found("confirm", f"{need}: {NOBODY}")
    hard, unsure, evidence = [], [], []
    for member in people:
        for trouble in case.facts.troubles.get(member.id, ()):
            if trouble.cleared or trouble.matter != "da_ky_luat" or not _in_year(trouble.since, case.year):
                continue
            evidence.append(EvidenceRef(trouble.id, f"{member.name} {trouble_words(trouble)}"))
            if trouble.degree not in DEGREE_ORDER or not trouble.since:
                unsure.append(member)
            elif DEGREE_ORDER.index(trouble.degree) >= DEGREE_ORDER.index(least):
                hard.append(member)
    if hard:
        return Found("no", f"{need}: vướng {names(hard)}", tuple(evidence), f"vướng {names(hard)}")
    if unsure:
        return Found("confirm", f"{need}: cần xem {names(unsure)}", tuple(evidence))
    return Found("yes", f"{need}: theo sổ, không ai trong {len(people)} người", tuple(evidence))


def member_case(case: Case, member: int) -> Case:
    """The same round as a member of the collective stands in it."""
    nominated = replace(case.nominated, nominee=member, reasons=(), initiatives=())
    return Case(case.pack, case.facts, nominated, case.on, case.grounds)


Told = list[tuple[Member, EvidenceRef]]


def _with_title(case: Case, title: str) -> tuple[Told, Told, list[Member]]:
    """Who has the title in the year, who may have it, who has not."""
    have: Told = []
    maybe: Told = []
    without: list[Member] = []
    for member in case.members.people:
        one = member_case(case, member.id)
        found = one.title_in(title, case.year)
        if found.state == "no":
            other = (one.title_in(code, case.year) for code in IMPLIED.get(title, ()))
            found = next((held for held in other if held.state != "no"), found)
            into = maybe if found.state != "no" else None
        else:
            into = have if found.state == "yes" else maybe
        if into is None:
            without.append(member)
        else:
            into.append((member, EvidenceRef(found.evidence[0].record, f"{member.name}: {found.evidence[0].words}")))
    return have, maybe, without


def _below(case: Case) -> str:
    below = case.members.below
    return f" (chưa tính {below} người của các đơn vị trực thuộc)" if below else ""


def _in_year(day: str, year: int) -> bool:
    return not day or int(day[:4]) == year


def share(part: int, total: int) -> Fraction:
    """A part in percent, exactly."""
    return Fraction(part * 100, total)


def percent(value: Fraction) -> str:
    """ "77,8": to one place, half up, with a decimal comma; a whole number without it."""
    tenths = (value * 20 + 1) // 2
    return f"{tenths // 10},{tenths % 10}" if tenths % 10 else f"{tenths // 10}"


def names(people: Sequence[Any]) -> str:
    """The first names of a list of members, and how many more there are."""
    shown = [member.name for member in people[:SHOWN]]
    return listed(shown) if len(people) <= SHOWN else f"{', '.join(shown)} và {len(people) - SHOWN} người khác"
