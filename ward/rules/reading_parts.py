"""The parts of a pack that are not awards: instruments, principles, votes, money, calendar, forms, grades."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ward.rules.award_rules import BASES, GRADES, KINDS, RECIPIENTS, PrizeFactor
from ward.rules.pack import (
    Authority,
    BaseSalary,
    BlockRule,
    CalendarEntry,
    FormRule,
    GradeNames,
    PendingChange,
    PrizeRules,
    Quorum,
    VoteRule,
)
from ward.rules.sources import UNSTATED, Instrument, LaterMark, Sourced, Stated
from ward.rules.toml_tables import Table

EFFECTS = ("block", "warn", "info")


def sourced(table: Table, above: Sourced | None = None) -> dict[str, Any]:
    """Where a rule stands: its own fields, each taken from the rule above it where it says nothing itself."""
    own: dict[str, Any] = {
        "article": table.text("article", above.article if above else ""),
        "conf": table.conf("conf", above.conf if above else None),
        "src": table.refs("src", "sources") or (above.src if above else ()),
        "note": table.text("note"),
        "since": table.day("since") or (above.since if above else ""),
        "until": table.day("until") or (above.until if above else ""),
        "instruments": table.refs("instruments", "instrument") or (above.instruments if above else ()),
        "province": table.text("province", above.province if above else ""),
    }
    if own["since"] and own["until"] and own["since"] > own["until"]:
        table.fail("until", "ngày hết hiệu lực đứng trước ngày có hiệu lực")
    if own["conf"] == "L" and not own["article"]:
        table.fail("article", "quy định ghi mức chắc chắn “L” phải nói rõ điều, khoản, văn bản")
    if own["conf"] != "M" and not own["src"]:
        table.fail("src", "phải nói đã thấy ở đâu; nếu chưa thấy thì ghi mức chắc chắn “M”")
    return own


def stated(table: Table, key: str, above: Sourced) -> Stated:
    """Something said in words under a key; nothing where the key is absent."""
    inner = table.table(key)
    if inner is None:
        return UNSTATED
    found = Stated(text=inner.text("text", None), **sourced(inner, above))
    inner.done()
    return found


def instrument(table: Table) -> Instrument:
    """A law, decree, circular or guide with its later marks, the earliest first."""
    later = tuple(_later(inner) for inner in table.tables("later"))
    if list(later) != sorted(later, key=lambda mark: mark.since):
        table.fail("later", "các mốc phải xếp theo ngày, mốc sớm đứng trước")
    return Instrument(
        id=table.ident(),
        short=table.text("short", None),
        name=table.text("name", None),
        since=table.day("since"),
        until=table.day("until"),
        seen=table.text("seen"),
        note=table.text("note"),
        later=later,
    )


def _later(table: Table) -> LaterMark:
    since = table.day("since")
    if not since:
        table.fail("since", "còn thiếu. Hãy ghi thêm")
    mark = LaterMark(since, table.conf("conf"), table.text("why", None))
    table.done()
    return mark


def pending(table: Table) -> PendingChange:
    """What is known to change without its text having been seen."""
    return PendingChange(
        instrument=table.text("instrument", None),
        in_force=table.day("in_force"),
        signed=table.day("signed"),
        transition=table.text("transition"),
        contents=table.texts("contents"),
        **sourced(table),
    )


def authority(table: Table) -> Authority:
    """Who decides."""
    return Authority(id=table.ident(), label=table.text("label", None), party=table.flag("party"), **sourced(table))


def principle(table: Table) -> BlockRule:
    """A principle: what asks for a reason, warns or informs."""
    effect = table.choice("effect", EFFECTS)
    return BlockRule(
        id=table.ident(),
        effect="block" if effect == "block" else "warn" if effect == "warn" else "info",
        text=table.text("text", None),
        bases=table.texts("bases", BASES),
        recipients=table.texts("recipients", RECIPIENTS),
        kinds=table.texts("kinds", KINDS),
        **sourced(table),
    )


def votes(table: Table) -> list[VoteRule]:
    """One rule for each award that the table names."""
    awards = table.refs("awards", "award")
    if not awards:
        table.fail("awards", "còn thiếu. Hãy ghi thêm")
    rule: dict[str, Any] = {
        "min_pct": table.number("min_pct", most=100),
        "over": table.flag("over"),
        "ballot": table.flag("ballot"),
        "secret": table.flag("secret"),
        "secret_conf": table.conf("secret_conf", "M"),
        "secret_note": table.text("secret_note"),
        **sourced(table),
    }
    return [VoteRule(award=award, **rule) for award in awards]


def quorum(table: Table) -> Quorum:
    """Which part of the members must come, written "2/3" or "80%"."""
    return Quorum(
        id=table.ident(),
        scope=table.text("scope", None),
        least=_part(table, "least"),
        absent=table.text("absent"),
        **sourced(table),
    )


def _part(table: Table, key: str) -> Fraction:
    found = re.fullmatch(r"(\d{1,3})/(\d{1,3})|(\d{1,3})%", table.text(key, None))
    above, below = (int(found[1] or found[3]), int(found[2] or 100)) if found else (0, 0)
    if not below or not 0 < above <= below:
        table.fail(key, 'phải là một phần của số thành viên, ví dụ "2/3" hoặc "80%"')
    return Fraction(above, below)


def prize_rules(table: Table) -> PrizeRules:
    """How prizes are reckoned."""
    rule = sourced(table)
    whole = Sourced(**rule)
    return PrizeRules(
        round_to=table.whole("round_to"),
        highest_title_only=table.flag("highest_title_only"),
        title_and_form=table.flag("title_and_form"),
        household=_factor(table, "household", whole),
        collective=_factor(table, "collective", whole),
        texts=table.texts("texts"),
        fund=stated(table, "fund", whole),
        **rule,
    )


def _factor(table: Table, key: str, above: Sourced) -> PrizeFactor:
    inner = table.table(key)
    if inner is None:
        table.fail(key, "còn thiếu. Hãy ghi thêm")
    found = PrizeFactor(factor=inner.number("factor", most=100), **sourced(inner, above))
    inner.done()
    return found


def prize(table: Table) -> tuple[str, dict[str, PrizeFactor]]:
    """An award's id and its factor for each recipient the table names."""
    if table.has("factor") == table.has("at_most"):
        table.fail("factor", "phải ghi hệ số (“factor”) hoặc mức trần (“at_most”), và chỉ một trong hai")
    value: Decimal = table.number("factor" if table.has("factor") else "at_most", most=100)
    rule = sourced(table)
    found = PrizeFactor(factor=value, **rule) if table.has("factor") else PrizeFactor(at_most=value, **rule)
    recipients = table.texts("recipients", RECIPIENTS)
    if not recipients:
        table.fail("recipients", "còn thiếu. Hãy ghi thêm")
    return table.ref("award", "award", None), dict.fromkeys(recipients, found)


def base_salary(table: Table) -> BaseSalary:
    """The base salary of some time."""
    return BaseSalary(amount=table.whole("amount"), **sourced(table))


def calendar_entry(table: Table) -> CalendarEntry:
    """A day of the year's work."""
    return CalendarEntry(
        key=table.ident("key"),
        what=table.text("what", None),
        due=_month_day(table, "due", None),
        opens=_month_day(table, "opens"),
        before=table.flag("before"),
        due_years_later=table.whole("due_years_later", 0, least=0, most=5),
        period_from=_month_day(table, "period_from"),
        period_to=_month_day(table, "period_to"),
        period_from_previous_year=table.flag("period_from_previous_year"),
        awards=table.refs("awards", "award"),
        **sourced(table),
    )


def _month_day(table: Table, key: str, default: str | None = "") -> str:
    found = table.text(key, default)
    if found != default and not is_month_day(found):
        table.fail(key, 'phải là tháng-ngày trong ngoặc kép, ví dụ "11-25"')
    return found


def is_month_day(text: str) -> bool:
    """Whether the text is a day of any year as "MM-DD"."""
    found = re.fullmatch(r"(\d\d)-(\d\d)", text)
    lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return bool(found) and 1 <= int(text[:2]) <= 12 and 1 <= int(text[3:]) <= lengths[int(text[:2]) - 1]


def form(table: Table) -> FormRule:
    """A form of paper."""
    return FormRule(
        id=table.ident(),
        number=table.text("number"),
        title=table.text("title", None),
        number_conf=table.conf("number_conf", "M"),
        skeleton_conf=table.conf("skeleton_conf", "M"),
        skeleton_note=table.text("skeleton_note"),
        predecessor=table.text("predecessor"),
        **sourced(table),
    )


def grades(table: Table) -> GradeNames:
    """What the grades were called in some years."""
    names = table.table("names")
    if names is None:
        table.fail("names", "còn thiếu. Hãy ghi thêm")
    said = {grade: names.text(grade, None) for grade in GRADES}
    names.done()
    return GradeNames(
        side=table.choice("side", ("work", "party")),
        subject=table.choice("subject", ("ca_nhan", "tap_the")),
        first_year=table.whole("first_year", 0, least=1900, most=2200),
        last_year=table.whole("last_year", 0, least=1900, most=2200),
        names=said,
        **sourced(table),
    )
