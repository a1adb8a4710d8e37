"""Totals against their parts, and ratios against their numerator and denominator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ward.figures import Figure, adds_up, computed_ratio, ratio_agrees, rounded, show_number
from ward.findings.finding import Finding, Severity, key_of
from ward.findings.reading import Reading
from ward.said import Said, Statements, Thing, folded

MISSING = Figure("missing")
_SIZES = {"km2", "km²", "m2", "m²", "ha", "km", "m", "kg", "tan", "ta", "%", "‰"}
_CUT_OFF = "Các số chỉ khớp nhau nếu phần lẻ đã được bỏ bớt. "


def totals_and_parts(_reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Totals whose listed parts come to something else; a part that was not said makes no finding.

    Where only cut-off digits would make them agree, it is a note.
    """
    for thing, total in _totals(statements):
        told = _parts(statements, thing)
        if told is None or not any(part and part.state == "known" for _, part in told):
            continue
        if _not_of_one_size(total, [part for _, part in told if part]):
            continue
        indicator = statements.indicators[thing.indicator or 0]
        figures = [part.figure if part else MISSING for _, part in told]
        added = adds_up(total.figure, figures, bool(indicator.open_parts))
        if (added.agrees and not added.cut_off) or added.total is None or added.stated is None:
            continue
        numbers = (show_number(added.stated), show_number(added.total))
        explained = _CUT_OFF if added.agrees else ""
        sentence = (
            f"{statements.named(total)} ghi {total.shown}{statements.source(total)}, nhưng các phần cộng lại là "
            f"{_added(statements, told)} = {numbers[1]}{_incomplete(added.missing)}. {explained}"
            "Hãy kiểm tra tổng số và từng phần; chương trình không tự sửa số nào."
        )
        records = (total.id, *(part.id for _, part in told if part))
        seen = f"{total.shown} ≠ {' + '.join(part.shown for _, part in told if part)}"
        severity: Severity = "note" if added.agrees else "warning"
        yield Finding(key_of("total", total.uid), severity, sentence, records, "words", numbers, seen)


def _totals(statements: Statements) -> Iterator[tuple[Thing, Said]]:
    for thing in statements.by_thing:
        if thing.indicator not in statements.parts:
            continue
        indicator = statements.indicators.get(thing.indicator)
        total = statements.of(thing)
        if indicator and indicator.aggregation not in ("ratio", "none") and total and total.state == "known":
            yield thing, total


def _parts(statements: Statements, thing: Thing) -> list[tuple[int, Said | None]] | None:
    """The statement of each part, None for one that nobody made; None altogether while one is in dispute."""
    told: list[tuple[int, Said | None]] = []
    for part in statements.parts[thing.indicator or 0]:
        beside = statements.beside(thing, part)
        said = statements.of(beside) if beside else None
        if beside and said is None:
            return None
        told.append((part, said))
    return told


def _not_of_one_size(total: Said, parts: list[Said]) -> bool:
    """Whether sizes in different measures (km2 and ha) stand side by side, which are not added here."""
    measures = {folded(said.measure) for said in (total, *parts)}
    return len(measures) > 1 and bool(measures & _SIZES)


def _added(statements: Statements, told: list[tuple[int, Said | None]]) -> str:
    known = [part for _, part in told if part and part.state == "known"]
    return " + ".join(f"{_bare(part)} ({statements.title(part)})" for part in known)


def _bare(said: Said) -> str:
    value = said.figure.value
    return " ".join(filter(None, (said.qualifier, show_number(value) if value is not None else said.words)))


def _incomplete(missing: int) -> str:
    return f", chưa kể {missing} phần chưa có số liệu" if missing else ""


def ratios(_reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Ratios that differ from what their numerator and denominator give, beyond how exactly all were said."""
    for thing in statements.by_thing:
        indicator = statements.indicators.get(thing.indicator or 0)
        if indicator is None or not indicator.numerator or not indicator.denominator:
            continue
        stated = statements.of(thing)
        sides = [statements.beside(thing, side) for side in (indicator.numerator, indicator.denominator)]
        told = [statements.of(side) for side in sides if side]
        if stated is None or stated.state != "known" or len(told) < 2:
            continue
        over, under = told
        if over and under and over.state == under.state == "known" and under.figure.value:
            figure = replace(stated.figure, measure=stated.measure or indicator.measure)
            yield from _ratio(statements, stated, figure, over, under)


def _ratio(statements: Statements, stated: Said, figure: Figure, over: Said, under: Said) -> Iterator[Finding]:
    found = computed_ratio(figure.measure, over.figure, under.figure)
    if found is None or figure.value is None or ratio_agrees(figure, over.figure, under.figure):
        return
    shown = f"{show_number(rounded(found, figure.value, 1))} {figure.measure}".replace(" %", "%").strip()
    sentence = (
        f"{statements.named(stated)} ghi {stated.shown}{statements.source(stated)}, nhưng {over.shown} "
        f"({statements.title(over)}) trên {under.shown} ({statements.title(under)}) là {shown}. "
        "Hãy kiểm tra ba số này; chương trình không tự sửa số nào."
    )
    records = (stated.id, over.id, under.id)
    seen = f"{stated.shown} ≠ {over.shown} / {under.shown}"
    yield Finding(key_of("ratio", stated.uid), "warning", sentence, records, "words", (stated.shown, shown), seen)


RULES: tuple[Callable[[Reading, Statements], Iterator[Finding]], ...] = (totals_and_parts, ratios)
