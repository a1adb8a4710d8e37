"""The condition trees of a pack: which types there are, what each may say, and how a tree is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from ward.rules.award_rules import GRADES, Condition
from ward.rules.toml_tables import Table

DEGREES = ("khien_trach", "canh_cao", "cach_chuc", "khai_tru")
SCOPES = ("co_so", "tinh", "toan_quoc")
MOST_LEVELS = 6

Reader = Callable[[Table, str], object]


def _whole(table: Table, key: str) -> int:
    return table.whole(key, most=100)


def _words(table: Table, key: str) -> str:
    return table.text(key, None)


def _award(table: Table, key: str) -> str:
    return table.ref(key, "award", None)


def _flag(table: Table, key: str) -> bool:
    return table.flag(key)


def _grade(table: Table, key: str) -> str:
    return table.choice(key, GRADES)


def _scope(table: Table, key: str) -> str:
    return table.choice(key, SCOPES)


def _degree(table: Table, key: str) -> str:
    return table.choice(key, DEGREES)


def _percent(table: Table, key: str) -> Decimal:
    return table.number(key, most=100)


_RATED: dict[str, Reader] = {"min": _grade, "years": _whole}
_SPAN: dict[str, Reader] = {"consecutive": _flag, "within": _whole, "after": _award}
_SCOPED: dict[str, Reader] = {"scope": _words}

TYPES: Mapping[str, tuple[Mapping[str, Reader], Mapping[str, Reader]]] = {
    "prior_award": (
        {"award": _award, "count": _whole},
        {"years": _whole, "consecutive": _flag, "after": _award},
    ),
    "rating": (_RATED, _SPAN),
    "party_rating": (_RATED, _SPAN),
    "unit_rating": (_RATED, _SPAN),
    "unit_rating_or_title": (_RATED | {"title": _award}, {"consecutive": _flag, "after": _award}),
    "all_members_rating": ({"min": _grade}, {}),
    "initiative": ({"scope": _scope, "count": _whole}, {}),
    "research": ({"count": _whole}, {}),
    "meets_standard_of": ({"title": _award}, {}),
    "member_share": ({"title": _award, "min_pct": _percent}, {}),
    "has_member_title": ({"title": _award, "count": _whole}, {}),
    "no_member_discipline": ({"from": _degree}, {}),
    "unit_age": ({"min_years": _whole}, {}),
    "office_years": ({"min_years": _whole}, {}),
    "service_years": ({"male": _whole, "female": _whole}, {}),
    "criteria_set": ({"set": _words}, {}),
    "lead_group": ({}, _SCOPED),
    "lead_movement": ({}, _SCOPED | {"min_years": _whole}),
    "outstanding_among_leaders": ({}, _SCOPED),
    "movement_result": ({}, _SCOPED),
    "achievement": ({}, _SCOPED),
    "targets_exceeded": ({}, {}),
    "contribution": ({}, {}),
    "text": ({}, {}),
}
"""By type: what it must say, what it may say. `text` and `id` belong to every type."""


def read_tree(table: Table, key: str) -> Condition:
    """The condition of a route's `all` and `any`; `key` begins the keys of all its conditions."""
    tree = _group(table, key, 1, {})
    if not tree.all and not tree.any:
        table.fail("all", "đường xét không có điều kiện nào. Hãy ghi “all” hoặc “any”")
    return tree


def _group(table: Table, key: str, level: int, taken: dict[str, int]) -> Condition:
    if level > MOST_LEVELS:
        table.fail("all", f"các điều kiện lồng quá {MOST_LEVELS} tầng")
    parts = {
        word: tuple(_condition(part, key, level, taken) for part in table.tables(word)) for word in ("all", "any")
    }
    return Condition(key, "group", {}, table.text("text"), parts["all"], parts["any"])


def _condition(table: Table, key: str, level: int, taken: dict[str, int]) -> Condition:
    if not table.has("type"):
        group = _group(table, key, level + 1, taken)
        if not group.all and not group.any:
            table.fail("type", "điều kiện phải có “type”, hoặc là một nhóm có “all”, “any”")
        table.done()
        return group
    kind = table.choice("type", tuple(TYPES))
    must, may = TYPES[kind]
    params = {name: read(table, name) for name, read in must.items()}
    params |= {name: read(table, name) for name, read in may.items() if table.has(name)}
    condition = Condition(f"{key}.{_own_name(table, kind, taken)}", kind, params, table.text("text", None))
    if not condition.text:
        table.fail("text", "phải nói điều kiện bằng lời")
    table.done()
    return condition


def _own_name(table: Table, kind: str, taken: dict[str, int]) -> str:
    """The condition's id, or its type with a number from the second on: a key that a confirmation is kept under."""
    name = table.ident() if table.has("id") else kind
    taken[name] = taken.get(name, 0) + 1
    if taken[name] > 1 and table.has("id"):
        table.fail("id", f"“{name}” đã dùng cho điều kiện khác của đường xét này")
    return name if taken[name] == 1 else f"{name}_{taken[name]}"
