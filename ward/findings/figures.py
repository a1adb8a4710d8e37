"""Single statements and several of the same thing: what cannot be, what contradicts, what was not chosen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from ward.figures import from_pair
from ward.figures.lexicon import sense
from ward.findings.finding import Finding, Severity, key_of
from ward.findings.reading import Reading
from ward.said import Said, Statements, Thing, folded, same


def several_statements(_reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Things of which several statements disagree, or agree in other words while none was chosen for print."""
    for thing, told in statements.by_thing.items():
        if len(told) < 2 or not _is_one_thing(thing):
            continue
        known = [said for said in told if said.state == "known"]
        chosen = [said for said in told if said.chosen]
        apart = _disagreeing(known)
        if len(chosen) > 1:
            yield _several(statements, chosen, "warning", "có nhiều số cùng được chọn để in", "Hãy chỉ chọn một số.")
        elif apart and chosen:
            yield _several(statements, apart, "note", "có các số khác nhau", "Đã chọn số để in; hãy xem lại số kia.")
        elif apart:
            advice = "Hãy chọn số dùng khi in, hoặc sửa số sai."
            yield _several(statements, apart, "warning", "có các số khác nhau", advice)
        elif not chosen and len({said.shown for said in known}) > 1 and _in_one_measure(known):
            yield _several(statements, known, "note", "có nhiều cách ghi", "Hãy chọn số dùng khi in.")


def _is_one_thing(thing: Thing) -> bool:
    """A label or an indicator says what is counted; without a record or a time, two need not be the same."""
    return bool((thing.indicator or thing.label) and (thing.about or thing.when))


def _disagreeing(known: list[Said]) -> list[Said]:
    """The first two of them that cannot both be true as they were stated; none when all agree."""
    different = {said.figure: said for said in reversed(known)}
    figures = [(said, said.figure) for said in reversed(different.values())]
    for place, (one, figure) in enumerate(figures):
        for other, second in figures[place + 1 :]:
            if not same(figure, second):
                return [one, other]
    return []


def _in_one_measure(known: list[Said]) -> bool:
    return len({folded(said.measure) for said in known if said.measure}) <= 1


def _several(statements: Statements, told: list[Said], severity: Severity, words: str, advice: str) -> Finding:
    shown = " và ".join(f"{said.shown}{statements.source(said)}" for said in told)
    sentence = f"{statements.named(told[0])} {words}: {shown}. {advice}"
    seen = " | ".join(said.shown for said in told)
    records = tuple(said.id for said in told)
    key = key_of("several", told[0].uid)
    return Finding(key, severity, sentence, records, "words", (told[0].shown, told[1].shown), seen)


def impossible_shapes(reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Ranges whose ends are turned round, ranks beyond the last place, more than there are.

    "29/27 đảng viên, đạt 107,4% kế hoạch" is more than was planned, and said to be.
    """
    turned = [said for said in statements.all.values() if _is_turned(said)]
    surpassing = _surpassing(reading, [said.id for said in turned if said.shape == "ratio"])
    for said in turned:
        if said.id in surpassing:
            continue
        figure = said.figure
        wrong = {
            "range": "số đầu lớn hơn số cuối",
            "rank": "thứ hạng lớn hơn số đơn vị được xếp",
            "ratio": "số đạt lớn hơn tổng số",
        }[figure.shape]
        severity: Severity = "warning" if figure.shape == "ratio" else "error"
        sentence = f"{statements.named(said)} ghi {said.shown}: {wrong}. Hãy kiểm tra lại hai số."
        yield Finding(key_of("shape", said.uid), severity, sentence, (said.id,), "words", None, said.shown)


def _is_turned(said: Said) -> bool:
    if said.shape not in ("range", "rank", "ratio"):
        return False
    figure = said.figure
    low, high = figure.value, figure.value_to if figure.shape == "range" else figure.out_of
    return low is not None and high is not None and low > high


def _surpassing(reading: Reading, ratios: list[int]) -> set[int]:
    """Those of the ratios with a comparison by which they surpass the whole: "vượt", or more than 100 %."""
    if not ratios:
        return set()
    rows = reading.db.execute_sql(
        "SELECT owner_id, relation, amount_coefficient, amount_exponent FROM figure_claim "
        "WHERE owner_id IN (SELECT value FROM json_each(?)) AND (relation = 'vuot' "
        "OR (relation IN ('dat', 'bang') AND unit = '%' AND amount_coefficient IS NOT NULL))",
        (json.dumps(ratios),),
    )
    return {
        record
        for record, relation, coefficient, exponent in rows
        if relation == "vuot" or from_pair(coefficient, exponent) > 100
    }


def exact_looking(_reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Counts with a word for "about" before a number that is given to the last digit ("gần 11.390")."""
    for said in statements.all.values():
        if not said.qualifier or said.shape != "number" or not _looks_exact(said.coefficient, said.exponent):
            continue
        if sense(said.qualifier) not in ("below", "above", "about") or said.qualifier.startswith(("ước", "dự")):
            continue
        sentence = (
            f"{statements.named(said)} ghi “{said.shown}”: chữ “{said.qualifier}” đứng trước một số lẻ. Cả hai được "
            "giữ và in đúng như đã ghi; nếu biết số chính xác, hãy ghi số đó và bỏ chữ này."
        )
        yield Finding(key_of("exact-looking", said.uid), "note", sentence, (said.id,), "words", None, said.shown)


def _looks_exact(coefficient: int | None, exponent: int | None) -> bool:
    """Whether a whole number has at least three digits that count, and is not rounded to fifties."""
    if coefficient is None or (exponent or 0) < 0:
        return False
    value = abs(coefficient) * 10 ** (exponent or 0)
    return value % 50 != 0 and len(str(value).rstrip("0")) >= 3


RULES: tuple[Callable[[Reading, Statements], Iterator[Finding]], ...] = (
    several_statements,
    impossible_shapes,
    exact_looking,
)
