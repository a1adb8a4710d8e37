"""What the nominee's initiatives and research bring: recognised, wide enough, of this year, not used before."""

from __future__ import annotations

from ward.rules.case import Case
from ward.rules.conditions import Found, whole
from ward.rules.facts import Invention
from ward.rules.judgements import EvidenceRef
from ward.rules.pack import Condition
from ward.rules.words import SCOPE_ORDER, SCOPES, invention_words


def initiative(case: Case, condition: Condition) -> Found:
    """Initiatives that were recognised within a scope or a wider one."""
    scope, count = str(condition.params.get("scope", "co_so")), whole(condition, "count", 1)
    known = [one for one in case.inventions if one.kind != "de_tai" and one.state in ("recognised", "accepted")]
    wide = [one for one in known if one.scope in SCOPE_ORDER[SCOPE_ORDER.index(scope) :]]
    unsaid = [one for one in known if not one.scope]
    name = f"sáng kiến được công nhận {SCOPES[scope]}"
    return _inventions(case, count, name, wide, unsaid)


def research(case: Case, condition: Condition) -> Found:
    """Research that was accepted."""
    count = whole(condition, "count", 1)
    done = [one for one in case.inventions if one.kind == "de_tai" and one.state == "accepted"]
    return _inventions(case, count, "đề tài được nghiệm thu", done, [])


def _inventions(case: Case, count: int, name: str, good: list[Invention], unsaid: list[Invention]) -> Found:
    """Those of the last `count` years that were not used before are sure, the others must be confirmed."""
    begin = case.year - count + 1
    fresh = [one for one in good if not case.used_elsewhere(one) and any(begin <= y <= case.year for y in one.years)]
    evidence = tuple(EvidenceRef(one.id, _told(case, one, begin)) for one in (*good, *unsaid))
    need = f"cần {count} {name}"
    if len(fresh) >= count:
        return Found("yes", f"{need}: có {len(fresh)}", evidence)
    if len(good) + len(unsaid) >= count:
        return Found("confirm", f"{need}: có {len(fresh)}, {len(good) + len(unsaid) - len(fresh)} cần xem", evidence)
    lacking = count - len(good) - len(unsaid)
    return Found("no", f"{need}: có {len(good)}", evidence, f"thiếu {lacking} {name}", lacking if good else 0)


def _told(case: Case, one: Invention, begin: int) -> str:
    used = case.used_elsewhere(one)
    timely = any(begin <= year <= case.year for year in one.years)
    notes = (
        "chưa ghi phạm vi công nhận" if not one.scope and one.kind != "de_tai" else "",
        f"đã dùng cho “{used[0][1]}”" if used else "",
        "" if timely else f"công nhận không phải trong năm {case.year}",
    )
    told = "; ".join(note for note in notes if note)
    return invention_words(one) + (f": {told}" if told else "")
