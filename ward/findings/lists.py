"""Lists against the numbers that were said of them: who was awarded, who registered, which parts a task has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from ward.figures import Figure, adds_up
from ward.findings.finding import Finding, Severity, key_of
from ward.findings.reading import Entry, Reading
from ward.said import Said, Statements, folded

GROUPS = {
    "tap_the": ("collectives", "tập thể", "unit"),
    "ca_nhan": ("persons", "cá nhân", "person"),
    "ho_gia_dinh": ("households", "hộ gia đình", "household"),
}
"""Each kind of recipient: the field that counts it, its word, the kind of record that it is."""
_KIND_OF = {kind: group for group, (_, _, kind) in GROUPS.items()}
_NOUNS = {
    "tap the": "tap_the",
    "ca nhan": "ca_nhan",
    "ho": "ho_gia_dinh",
    "ho gia dinh": "ho_gia_dinh",
}
_TASKS = {"du an": "du_an", "cong trinh": "cong_trinh", "nhiem vu": "nhiem_vu"}
_PARTICIPANTS = {
    "dai bieu": "guest",
    "khach moi": "guest",
    "giao luu": "speaker",
    "phat bieu": "speaker",
    "thanh vien": "member",
    "nguoi ung ho": "giver",
}
_COUNTED = re.compile(
    r"\D{0,20}?(\d{1,4}) (tập thể và cá nhân|tập thể, cá nhân|tập thể|cá nhân|hộ gia đình|hộ)\b(?!.*\d)"
)
_PLAIN_REGISTRATION = re.compile(
    r"(?:tong|so|luot|tap the|ca nhan|ho gia dinh|ho|dang ky|thi dua|tham gia|phong trao|mo hinh|[\s()\-,])*"
)


def award_counts(reading: Reading, _statements: Statements) -> Iterator[Finding]:
    """Awards whose number of recipients is not the length of their list.

    A list of less than half the number is a selection ("4 trong số 40") and no finding.
    """
    fields = [field for field, _, _ in GROUPS.values()]
    entries = reading.entries("award", *fields, "part_of", "counted_words")
    rows = reading.rows("award", "recipients", "recipient_kind", "who.kind")
    named = {entry["id"]: _named(rows.get(entry["id"], ())) for entry in entries}
    inside: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        inside[entry["part_of"]].append(entry)
    for entry in entries:
        for group, (field, noun, _) in GROUPS.items():
            stated = entry[field]
            if stated is None:
                continue
            listed = named[entry["id"]][group]
            total = _count(stated, noun)
            yield from _unlike(entry, field, total, listed, "danh sách có", (entry["id"],), "award-list")
            parts = inside[entry["id"]]
            within = sum(part[field] or named[part["id"]][group] for part in parts)
            if within > stated:
                records = (entry["id"], *(part["id"] for part in parts))
                told = "các lần khen nằm trong đó cộng lại là"
                yield from _unlike(entry, field, total, within, told, records, "award-parts")


def _named(rows: Iterable[Entry]) -> Counter[str]:
    return Counter(row["recipient_kind"] or _KIND_OF.get(row["who.kind"] or "", "") for row in rows)


def _count(stated: int, noun: str) -> Figure:
    return Figure(value=Decimal(stated), measure=noun, words=f"{stated} {noun}")


def counts_in_words(reading: Reading, _statements: Statements) -> Iterator[Finding]:
    """Awards whose count in words ("88 tập thể và cá nhân") differs from the numbers beside it."""
    for entry in reading.entries("award", "collectives", "persons", "households", "counted_words"):
        match = _COUNTED.match(entry["counted_words"].lower())
        if not match:
            continue
        group = _NOUNS.get(folded(match[2]))
        fields = [GROUPS[group][0]] if group else ["collectives", "persons"]
        counts = [entry[field] for field in fields]
        if None in counts or sum(counts) == int(match[1]):
            continue
        numbers = (match[1], str(sum(counts)))
        sentence = (
            f"“{entry['title']}” ghi bằng lời “{entry['counted_words']}”, nhưng các ô số lượng cộng lại là "
            f"{numbers[1]}. Hãy sửa chỗ sai."
        )
        key = key_of("award-words", entry["uid"])
        yield Finding(key, "warning", sentence, (entry["id"],), "counted_words", numbers, " ≠ ".join(numbers))


def figures_of_lists(reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Numbers said of an award, a movement, a task or an event against the list that the file holds of it."""
    lists = _lists(reading, statements)
    for said in statements.all.values():
        if not said.about or said.state != "known" or said.shape != "number" or said.role not in ("actual", ""):
            continue
        for words, noun, listed in lists.get(said.about, ()):
            if _speaks_of(statements, said, words, noun):
                entry = {"id": said.id, "uid": said.uid, "title": statements.title(said)}
                records = (said.id, said.about)
                yield from _unlike(entry, "words", said.figure, listed, "danh sách trong sổ có", records, "list")


def _speaks_of(statements: Statements, said: Said, words: str, noun: str) -> bool:
    """Whether the statement counts what the list holds: by its measure, or by a word of its name."""
    name = folded(statements.title(said)) if said.label or said.indicator else ""
    if words == "dang ky":
        return "dang ky" in name and _NOUNS.get(folded(said.measure)) == noun and _is_whole(name)
    if words:
        return words in f"{name} {folded(said.measure)}"
    return _NOUNS.get(folded(said.measure)) == noun and (not name or "khen" in name or name in _NOUNS)


def _is_whole(name: str) -> bool:
    """Whether a name of registrations narrows them to no field ("đăng ký – các lĩnh vực khác" does)."""
    return _PLAIN_REGISTRATION.fullmatch(name) is not None


def _lists(reading: Reading, statements: Statements) -> dict[int, list[tuple[str, str, int]]]:
    """What the file lists of each record: (word that must be said, kind of entry, how many)."""
    lists: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    about = {said.about for said in statements.all.values() if said.about}
    for record, rows in reading.rows("award", "recipients", "recipient_kind", "who.kind").items():
        lists[record] += [("", group, count) for group, count in _named(rows).items()]
    for record, found in _registered(reading).items():
        lists[record] += [("dang ky", group, count) for group, count in found.items()]
    for record, found in _parts_of_tasks(reading).items():
        lists[record] += [(words, kind, found[kind]) for words, kind in _TASKS.items() if found[kind]]
    for record, rows in reading.rows("event", "participants", "role").items():
        roles = Counter(row["role"] for row in rows)
        lists[record] += [(words, role, roles[role]) for words, role in _PARTICIPANTS.items() if roles[role]]
    return {record: found for record, found in lists.items() if record in about}


def _registered(reading: Reading) -> dict[int, Counter[str]]:
    """Named registrants of each movement, each counted once."""
    seen: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for entry in reading.entries("registration", "movement", "registrant", "registrant.kind"):
        if entry["movement"] and entry["registrant"]:
            seen[entry["movement"]].add((_KIND_OF.get(entry["registrant.kind"], ""), entry["registrant"]))
    return {movement: Counter(group for group, _ in found) for movement, found in seen.items()}


def _parts_of_tasks(reading: Reading) -> dict[int, Counter[str]]:
    parts: dict[int, Counter[str]] = defaultdict(Counter)
    for entry in reading.entries("task", "parent", "task_kind"):
        if entry["parent"]:
            parts[entry["parent"]][entry["task_kind"]] += 1
    return parts


def _unlike(
    entry: Entry, field: str, stated: Figure, listed: int, told: str, records: tuple[int, ...], rule: str
) -> Iterator[Finding]:
    """A finding when a list is longer than its number, or has most of it but not all."""
    number = Figure(value=Decimal(listed), measure=stated.measure)
    if stated.value is None or adds_up(stated, (number,), False).agrees:
        return
    longer = listed > stated.value
    if not longer and 2 * listed < stated.value:
        return
    severity: Severity = "warning" if longer or rule == "award-list" else "note"
    numbers = (stated.words or str(stated.value), str(listed))
    sentence = f"“{entry['title']}” ghi {numbers[0]} nhưng {told} {numbers[1]}. Hãy kiểm tra số lượng và danh sách."
    key = key_of(rule, entry["uid"], detail=field)
    yield Finding(key, severity, sentence, records, field, numbers, " ≠ ".join(numbers))


RULES: tuple[Callable[[Reading, Statements], Iterator[Finding]], ...] = (
    award_counts,
    counts_in_words,
    figures_of_lists,
)
