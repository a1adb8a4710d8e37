"""Who was awarded: twice for one deed, together with its own part, after it had ended, without a model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from ward.dates import show_date
from ward.findings.awards import awards, named
from ward.findings.dates import day
from ward.findings.finding import Finding, key_of
from ward.findings.reading import Entry, Reading
from ward.text import fold


def _granted(reading: Reading) -> list[Entry]:
    return [entry for entry in awards(reading) if entry["state"] == "granted"]


def awarded_twice(reading: Reading) -> Iterator[Finding]:
    """The same recipient with the same award for the same deed, in two entries or twice in one."""
    years = reading.years("award")
    told: dict[Any, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in _granted(reading):
        deed = _deed(entry, years.get(entry["id"], ()))
        for row in entry["who"]:
            name = row["words"] or row["who.title"] or ""
            if name:
                told[row["who"] or (row["recipient_kind"], fold(name)), deed].append((entry, name))
    for same in told.values():
        entries = _apart([entry for entry, _ in same])
        if len(entries) < 2:
            continue
        sentence = (
            f"“{same[0][1]}” được khen {len(entries)} lần cùng hình thức về cùng một thành tích: "
            f"{'; '.join(_told(entry) for entry in entries)}. "
            "Nếu là một lần khen, hãy bỏ bớt; nếu là hai lần, hãy ghi rõ thành tích hoặc thời gian."
        )
        first = min(entries, key=lambda entry: entry["id"])
        records = tuple(dict.fromkeys(entry["id"] for entry in entries))
        key = key_of("awarded-twice", first["uid"], detail=fold(same[0][1]))
        seen = " | ".join(_told(entry) for entry in entries)
        yield Finding(key, "warning", sentence, records, "recipients", None, seen)


def _deed(entry: Entry, years: tuple[int, ...]) -> tuple[Any, ...]:
    """What the award is for: two entries that say the same here speak of one deed."""
    form = entry["award_type"] or fold(entry["form_words"])
    time = entry["period"] or fold(entry["period_words"])
    if time or entry["reason"]:
        return form, entry["level"], time or years, fold(entry["reason"]), entry["movement"], entry["practice"]
    return form, entry["level"], years, entry["decided_on"], fold(entry["decision_number"]), entry["movement"]


def _apart(entries: list[Entry]) -> list[Entry]:
    """The entries without those that are only listed again inside another of them."""
    ids = {entry["id"] for entry in entries}
    return [entry for entry in entries if entry["part_of"] not in ids]


def _told(entry: Entry) -> str:
    decided = day(entry["decided_on"])
    said = (
        entry["award_type.title"] or entry["form_words"] or "khen thưởng",
        f"số {entry['decision_number']}" if entry["decision_number"] else "",
        f"ngày {show_date(decided)}" if decided else "",
    )
    return " ".join(filter(None, said))


def awarded_with_its_part(reading: Reading) -> Iterator[Finding]:
    """A unit and a unit below it, both awarded in one award or one movement and time (a double award?)."""
    years = reading.years("award")
    parents = _parents(reading)
    together: dict[Any, dict[int, tuple[Entry, str]]] = defaultdict(dict)
    for entry in _granted(reading):
        time = entry["period"] or fold(entry["period_words"]) or years.get(entry["id"], ())
        where = (entry["movement"], time) if entry["movement"] else (entry["part_of"] or entry["id"], "award")
        for row in entry["who"]:
            if row["who.kind"] == "unit":
                together[where][row["who"]] = (entry, row["who.title"])
    for units in together.values():
        for unit, (entry, name) in units.items():
            for upper in parents.get(unit, set()) & units.keys():
                other, upper_name = units[upper]
                sentence = (
                    f"“{upper_name}” và “{name}” trực thuộc đều được khen trong cùng phong trào. "
                    "Hãy xem có phải một thành tích được khen hai lần không."
                )
                records = tuple(dict.fromkeys((entry["id"], other["id"], unit, upper)))
                key = key_of("awarded-with-part", entry["uid"], other["uid"], detail=fold(name))
                yield Finding(key, "note", sentence, records, "recipients", None, f"{upper_name} | {name}")


def awarded_after_their_end(reading: Reading) -> Iterator[Finding]:
    """Awards decided after the unit that received them, or that gave them, had ended."""
    ended = {entry["id"]: entry["ended"] for entry in reading.entries("unit", "ended") if day(entry["ended"])}
    if not ended:
        return
    issuers = reading.rows("award", "issuers", "issuer", "issuer.title")
    for entry in _granted(reading):
        decided = day(entry["decided_on"])
        rows = [(row["who"], row["who.title"], "recipients") for row in entry["who"]]
        rows += [(row["issuer"], row["issuer.title"], "issuers") for row in issuers.get(entry["id"], ())]
        for unit, name, field in rows:
            last = day(ended.get(unit, ""))
            if decided is None or last is None or decided.first_day <= last.last_day:
                continue
            numbers = (show_date(decided), show_date(last))
            sentence = (
                f"{named(entry)} quyết định ngày {numbers[0]}, nhưng “{name}” đã kết thúc ngày {numbers[1]}. "
                "Hãy chọn đơn vị mới, hoặc sửa ngày."
            )
            key = key_of("awarded-after-end", entry["uid"], detail=f"{field}:{fold(name)}")
            yield Finding(key, "warning", sentence, (entry["id"], unit), field, numbers, " > ".join(numbers))


def awarded_without_practice(reading: Reading) -> Iterator[Finding]:
    """Units awarded for a model ("mô hình") of a movement whose models are listed, but none of them theirs."""
    owners, parents = _owners(reading), _parents(reading)
    for entry in _granted(reading):
        known = owners.get(entry["movement"], set())
        if not known or entry["practice"] or "mo hinh" not in fold(f"{entry['reason']} {entry['form_words']}"):
            continue
        for row in entry["who"]:
            unit = row["who"]
            if row["who.kind"] != "unit" or unit in known or any(unit in parents.get(owner, ()) for owner in known):
                continue
            sentence = (
                f"“{row['who.title']}” được khen về mô hình, nhưng phong trào này chưa có mô hình nào của đơn vị. "
                "Hãy thêm mô hình, hoặc kiểm tra lại tên đơn vị."
            )
            key = key_of("awarded-without-practice", entry["uid"], detail=fold(row["who.title"]))
            yield Finding(key, "note", sentence, (entry["id"], unit), "recipients", None, row["who.title"])


def _owners(reading: Reading) -> dict[int, set[int]]:
    """The units that have a part in a practice, by the practice's movement."""
    owners: dict[int, set[int]] = defaultdict(set)
    partners = reading.rows("practice", "participants", "who")
    for practice in reading.entries("practice", "movement", "unit"):
        if practice["movement"]:
            owners[practice["movement"]] |= {row["who"] for row in partners.get(practice["id"], ())}
            owners[practice["movement"]].add(practice["unit"])
    return owners


def _parents(reading: Reading) -> dict[int, set[int]]:
    """The units that each unit stood under at some time."""
    return {
        unit: {row["parent"] for row in rows if row["parent"]}
        for unit, rows in reading.rows("unit", "names", "parent").items()
    }


RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    awarded_twice,
    awarded_with_its_part,
    awarded_after_their_end,
    awarded_without_practice,
)
