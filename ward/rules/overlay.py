"""The office's own rules over a pack: dated values by path, each marked as local; what does not fit is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from ward.errors import UserError
from ward.rules.kept_rows import held_rows
from ward.rules.local_rows import LocalRow
from ward.rules.local_values import READERS
from ward.rules.overlay_fields import OverlayField, local_route, overlay_fields, own_name
from ward.rules.pack import (
    AwardRule,
    BaseSalary,
    Condition,
    DossierPaper,
    LocalValue,
    Pack,
    PrizeFactor,
    Route,
    Stated,
)

__all__ = ["OverlayField", "check_local_value", "overlay_fields", "with_local_rules"]

Item = TypeVar("Item")


def with_local_rules(pack: Pack, rows: Iterable[LocalRow], on: str) -> Pack:
    """The pack with the office's values of a day (ISO) in place of its own.

    Of several rows for one path the one that began last holds. `Pack.local` lists what was set, `Pack.troubles`
    says in Vietnamese which rows could not be used; those are left out, never guessed at.
    """
    held = held_rows(rows, on)
    if not held:
        return pack
    fields = {field.path: field for field in overlay_fields(pack)}
    done, troubles = [], list(pack.troubles)
    for row in held:
        field = fields.get(row.what)
        if field is None:
            troubles.append(_NO_PLACE.format(row.what, row.value))
            continue
        try:
            value = _read(field, row.value, row.since)
        except UserError as error:
            troubles.append(f"Quy định của địa phương “{field.label}”: “{row.value}” chưa dùng được. {error}")
            continue
        pack = _set(pack, _Setting(row.what.split("."), value, row))
        done.append(LocalValue(row.what, field.label, row.value, row.since, row.until, row.instrument))
    return replace(pack, local=(*pack.local, *done), troubles=tuple(troubles))


def check_local_value(pack: Pack, path: str, text: str, since: str = "") -> None:
    """Raises a UserError that says what to write when a value (from a day on) cannot stand at this path."""
    field = next((field for field in overlay_fields(pack) if field.path == path), None)
    if field is None:
        raise UserError(_NO_PLACE.format(path, text))
    _read(field, text, since)


_NO_PLACE = "Quy định của địa phương “{}”: bộ quy định đang dùng không có mục này, nên giá trị “{}” chưa được dùng."


def _read(field: OverlayField, text: str, since: str) -> object:
    if field.path == "base_salary" and not since:
        raise UserError("Hãy ghi mức này áp dụng từ ngày nào.")
    return READERS[field.kind](text.strip())


@dataclass(frozen=True)
class _Setting:
    """A value to be set: the parts of its path, the value as read, the row it comes from."""

    path: list[str]
    value: Any
    row: LocalRow

    @property
    def marks(self) -> dict[str, Any]:
        """What every rule that holds a local value says of itself."""
        words = self.row.instrument or "Quy định của địa phương"
        dates = {"since": self.row.since, "until": self.row.until}
        return {"local": words, "article": words, "conf": "L", "note": self.row.note, "province": "", **dates}


def _set(pack: Pack, setting: _Setting) -> Pack:
    return _SETTERS[setting.path[0]](pack, setting)


def _set_award(pack: Pack, setting: _Setting) -> Pack:
    award = pack.awards[setting.path[1]]
    changed = _AWARD_SETTERS[setting.path[2]](award, setting)
    return replace(pack, awards=_with(pack.awards, award.id, changed))


def _set_stated(award: AwardRule, setting: _Setting) -> AwardRule:
    said = Stated(text=setting.value, **setting.marks)
    match setting.path[2]:
        case "copies":
            return replace(award, copies=said)
        case "due":
            return replace(award, due=said)
    return replace(award, procedure=said)


def _add_papers(award: AwardRule, setting: _Setting) -> AwardRule:
    extra = (
        DossierPaper(id=f"dia_phuong_{number}", name=name, **setting.marks)
        for number, name in enumerate(setting.value, start=1)
    )
    return replace(award, papers=(*award.papers, *extra))


def _set_prize(award: AwardRule, setting: _Setting) -> AwardRule:
    value = setting.value
    factor = (
        PrizeFactor(factor=value, **setting.marks)
        if isinstance(value, Decimal)
        else PrizeFactor(amount=value, **setting.marks)
    )
    return replace(award, prizes=_with(award.prizes, setting.path[3], factor))


def _set_route(award: AwardRule, setting: _Setting) -> AwardRule:
    routes = tuple(_changed_route(route, setting) if route.id == setting.path[3] else route for route in award.routes)
    return replace(award, routes=routes)


def _changed_route(route: Route, setting: _Setting) -> Route:
    match setting.path[4:]:
        case ["text"]:
            return replace(route, note=setting.value)
        case ["enabled"]:
            return replace(route, enabled=setting.value)
        case [name, key]:
            return replace(route, condition=_changed_condition(route.condition, name, key, setting))
    return route


def _changed_condition(part: Condition, name: str, key: str, setting: _Setting) -> Condition:
    if part.type != "group":
        if own_name(part) != name:
            return part
        text = f"{part.text} (địa phương quy định: {setting.row.value.strip()})"
        return replace(part, params={**part.params, key: setting.value}, text=text)
    return replace(
        part,
        all=tuple(_changed_condition(one, name, key, setting) for one in part.all),
        any=tuple(_changed_condition(one, name, key, setting) for one in part.any),
    )


def _add_route(award: AwardRule, setting: _Setting) -> AwardRule:
    """The office's own conditions stand in place of what another province's were an example of."""
    who = setting.path[3]
    key = f"{award.id}.{local_route(who)}"
    conditions = tuple(
        Condition(f"{key}.text_{number}", "text", {}, text) for number, text in enumerate(setting.value, start=1)
    )
    own = Route(
        id=local_route(who),
        award=award.id,
        name="Theo quy định của địa phương",
        recipients=(who,),
        condition=Condition(key, "group", {}, "", conditions),
        **setting.marks,
    )
    kept = tuple(
        replace(route, enabled=False) if route.province and route.recipients == (who,) else route
        for route in award.routes
    )
    return replace(award, routes=(*kept, own))


def _set_vote(pack: Pack, setting: _Setting) -> Pack:
    vote = pack.votes[setting.path[1]]
    match setting.path[2]:
        case "min_pct":
            percent, over = setting.value
            vote = replace(vote, min_pct=percent, over=over, **setting.marks)
        case "ballot":
            vote = replace(vote, ballot=setting.value)
        case "secret":
            vote = replace(vote, secret=setting.value, secret_conf="L", secret_note=setting.marks["local"])
    return replace(pack, votes=_with(pack.votes, vote.award, vote))


def _set_quorum(pack: Pack, setting: _Setting) -> Pack:
    rule = replace(pack.quorums[setting.path[1]], least=setting.value, **setting.marks)
    return replace(pack, quorums=_with(pack.quorums, rule.id, rule))


def _set_salary(pack: Pack, setting: _Setting) -> Pack:
    own = BaseSalary(amount=setting.value, **setting.marks)
    return replace(pack, base_salaries=(own, *pack.base_salaries))


def _set_fund(pack: Pack, setting: _Setting) -> Pack:
    fund = Stated(text=setting.value, **setting.marks)
    return replace(pack, prize_rules=replace(pack.prize_rules, fund=fund))


def _set_due(pack: Pack, setting: _Setting) -> Pack:
    marks = setting.marks | {"since": "", "until": ""}
    calendar = tuple(
        replace(entry, due=setting.value, before=False, opens=_before(entry.opens, setting.value), **marks)
        if entry.key == setting.path[1]
        else entry
        for entry in pack.calendar
    )
    return replace(pack, calendar=calendar)


def _before(opens: str, due: str) -> str:
    """When it opens, unless that is no longer before the day it is due."""
    return opens if opens < due else ""


def _set_checked(pack: Pack, setting: _Setting) -> Pack:
    """An instrument that the office compared with what came after it keeps its rules' own marks."""
    one = pack.instruments[setting.path[1]]
    if not setting.value:
        return pack
    checked = replace(one, later=(), checked=True, note=setting.row.instrument or one.note)
    return replace(pack, instruments=_with(pack.instruments, one.id, checked))


def _with(items: Mapping[str, Item], key: str, value: Item) -> dict[str, Item]:
    return {**items, key: value}


_AWARD_SETTERS: dict[str, Callable[[AwardRule, _Setting], AwardRule]] = {
    "copies": _set_stated,
    "due": _set_stated,
    "procedure": _set_stated,
    "papers+": _add_papers,
    "prize": _set_prize,
    "route": _set_route,
    "route+": _add_route,
}
_SETTERS: dict[str, Callable[[Pack, _Setting], Pack]] = {
    "award": _set_award,
    "vote": _set_vote,
    "quorum": _set_quorum,
    "base_salary": _set_salary,
    "fund": _set_fund,
    "calendar": _set_due,
    "instrument": _set_checked,
}
