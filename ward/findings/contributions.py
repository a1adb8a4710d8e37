"""Gifts whose amount can be read in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ward.findings.finding import Finding, key_of
from ward.findings.reading import Reading
from ward.said import Said, Statements


def unclear_amounts(reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Contributions marked as unclear: whether the money is the total or for each receiver."""
    amounts, counts = _of_each(statements)
    for entry in reading.entries("contribution", "amount_meaning"):
        amount, count = amounts.get(entry["id"]), counts.get(entry["id"])
        if entry["amount_meaning"] != "unclear":
            continue
        said = amount.shown if amount else "số tiền"
        among = f" trong {count.shown}" if count else ""
        sentence = (
            f"“{entry['title']}”: chưa rõ {said} là tổng số hay là của mỗi nơi nhận{among}. "
            "Hãy hỏi lại rồi chọn ở mục “Số tiền ghi dưới đây”."
        )
        records = tuple(said.id for said in (amount, count) if said)
        key = key_of("unclear-amount", entry["uid"])
        seen = f"{said}{among}"
        yield Finding(key, "note", sentence, (entry["id"], *records), "amount_meaning", None, seen)


def _of_each(statements: Statements) -> tuple[dict[int, Said], dict[int, Said]]:
    """The only amount of money said of a record, and the only count of two or more receivers."""
    amounts: dict[int, list[Said]] = defaultdict(list)
    counts: dict[int, list[Said]] = defaultdict(list)
    for said in statements.all.values():
        if said.about and said.state == "known" and said.shape != "rank":
            value = said.figure.value
            if said.measure.startswith("đồng"):
                amounts[said.about].append(said)
            elif value is not None and value >= 2:
                counts[said.about].append(said)
    return _alone(amounts), _alone(counts)


def _alone(said: dict[int, list[Said]]) -> dict[int, Said]:
    return {record: found[0] for record, found in said.items() if len(found) == 1}
