"""Names: people that cannot be told apart, one thing in two spellings, one place called by two kinds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, takewhile

from ward.findings.finding import Finding, key_of
from ward.findings.reading import Entry, Reading
from ward.text import fold, tone_style

_SPELLED = ("unit", "movement", "practice", "event", "indicator")
_LEADING = re.compile(
    r"(?:chương trình|cuộc vận động|phong trào(?: thi đua)?|mô hình|chuyên đề|đề án|xây dựng|thực hiện|triển khai)\s+"
)
_PLACES = ("tổ dân phố", "khu dân cư", "khu phố", "phố", "thôn", "xóm", "ấp", "bản", "tổ")
_KIND_WORD = re.compile(
    r"\b(?:phường|xã|quận|huyện|thị xã|thị trấn|thành phố|tp\.?|tỉnh|khu phố|tổ dân phố|thôn) ", re.IGNORECASE
)
_COMMON = 40
"""A name that more people bear than this is compared only for those of whom nothing else is known."""
_PARTY_CELL = re.compile(r"chi bộ (phường|xã|thị trấn) (?!đội\b)", re.IGNORECASE)
_LAST_I = re.compile(r"\b([hklmt]|qu)([iìỉĩíị])\b")
_Y = dict(zip("iìỉĩíị", "yỳỷỹýỵ", strict=True))


def people_alike(reading: Reading) -> Iterator[Finding]:
    """People of one name whom neither birth, identity number nor unit tells apart."""
    units: dict[int, set[object]] = {
        person: {row["unit"] or fold(row["unit_words"]) for row in rows} - {""}
        for person, rows in reading.rows("person", "positions", "unit", "unit_words").items()
    }
    same: dict[str, list[Entry]] = defaultdict(list)
    for entry in reading.entries("person", "birth", "identity_number"):
        same[spelling(entry["title"])].append({**entry, "units": units.get(entry["id"], set())})
    for people in same.values():
        if len(people) > _COMMON:
            people = [one for one in people if not (one["birth"] or one["identity_number"] or one["units"])]
        alike = {one["id"]: one for pair in _pairs(people) if not _told_apart(*pair) for one in pair}
        if not alike:
            continue
        told = sorted(alike.values(), key=lambda entry: entry["id"])
        sentence = (
            f"Có {len(told)} người cùng tên “{told[0]['title']}” chưa phân biệt được. Nếu là một người, hãy gộp lại; "
            "nếu là nhiều người, hãy ghi thêm năm sinh hoặc đơn vị."
        )
        yield _found("people-alike", sentence, told, "name")


def _pairs(people: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every two of them; each with the first where so many have one name that nothing tells apart."""
    return combinations(people, 2) if len(people) <= _COMMON else ((people[0], one) for one in people[1:])


def _told_apart(one: Entry, other: Entry) -> bool:
    """Whether something known of both differs; a whole birth date or number that is equal makes them one."""
    if one["identity_number"] and other["identity_number"]:
        return bool(one["identity_number"] != other["identity_number"])
    births = sorted((one["birth"], other["birth"]), key=len)
    if births[0]:
        if not births[1].startswith(births[0]):
            return True
        if len(births[0]) == 10:
            return False
    return bool(one["units"] and other["units"]) and not one["units"] & other["units"]


def spelled_apart(reading: Reading) -> Iterator[Finding]:
    """Names of one kind that differ only by capitals, tone marks, punctuation or a word like "Chương trình"."""
    uppers = {entry["id"]: entry["upper"] for entry in reading.entries("movement", "upper")}
    for kind in _SPELLED:
        same: dict[str, list[Entry]] = defaultdict(list)
        for entry in reading.entries(kind):
            plain = _core if kind in ("movement", "practice") else spelling
            same[plain(entry["title"])].append(entry)
        for entries in same.values():
            ids = {entry["id"] for entry in entries}
            spellings = list(dict.fromkeys(entry["title"] for entry in entries))
            if len(spellings) < 2 or any(uppers.get(record) in ids for record in ids):
                continue
            told = " và ".join(f"“{title}”" for title in spellings)
            advice = "Nếu là một, hãy gộp lại hoặc ghi thành “Tên khác”."
            sentence = f"Có thể là một tên viết nhiều cách: {told}. {advice}"
            yield _found("spelled-apart", sentence, entries, "name")


def proper_names(reading: Reading) -> Iterator[Finding]:
    """Names of the ward's places inside other names with another capital or tone mark ("Mai động")."""
    texts = [entry for kind in _SPELLED for entry in reading.entries(kind)]
    known = _places(reading) if texts else {}
    if not known:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?!\w)")
    for entry in texts:
        plain = tone_style(entry["title"], "cu").lower()
        if len(plain) != len(entry["title"]):
            continue
        for match in pattern.finditer(plain):
            written, right = entry["title"][match.start() : match.end()], known[match[0]]
            if written == right or written.islower() or written.isupper():
                continue
            sentence = (
                f"“{entry['title']}” viết “{written}”, nơi khác viết “{right}”. "
                "Hãy viết thống nhất; nếu tên riêng đúng là như vậy, hãy chấp nhận và ghi lý do."
            )
            key = key_of("proper-name", entry["uid"], detail=match[0])
            yield Finding(key, "note", sentence, (entry["id"],), "name", (written, right), f"{written} | {right}")


def _places(reading: Reading) -> dict[str, str]:
    """Proper names of two words or more after "phường", "quận"…, as most are written; by plain spelling."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in Reading(reading.db, None, reading.today).entries("unit"):
        for match in _KIND_WORD.finditer(entry["title"]):
            name = " ".join(takewhile(str.istitle, entry["title"][match.end() :].split(" ")))
            if " " in name:
                written[tone_style(name, "cu").lower()][name] += 1
    return {plain: names.most_common(1)[0][0] for plain, names in written.items()}


def places_of_two_kinds(reading: Reading) -> Iterator[Finding]:
    """One place that is called "khu phố" here and "tổ dân phố" there, in names or other names."""
    told: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    entries = [(entry, entry["title"]) for entry in reading.entries("unit")]
    entries += [(entry, entry["name"]) for entry in _other_names(reading)]
    for entry, name in entries:
        kind, core = _kind_and_core(name)
        if kind and len(core.split()) > 1:
            told[core].append((entry, name))
    for named in told.values():
        if len({_kind_and_core(name)[0] for _, name in named}) < 2:
            continue
        names = " và ".join(f"“{name}”" for name in dict.fromkeys(name for _, name in named))
        sentence = f"Một nơi đang được gọi theo nhiều loại: {names}. Hãy xem lại là khu phố, tổ dân phố hay thôn."
        yield _found("two-kinds", sentence, [entry for entry, _ in named], "names")


def _other_names(reading: Reading) -> list[Entry]:
    """Aliases of units, standing for the unit itself."""
    units = {entry["id"]: entry for entry in reading.entries("unit")}
    aliases = Reading(reading.db, None, reading.today).entries("alias", "name", "of")
    return [{**units[alias["of"]], "name": alias["name"]} for alias in aliases if alias["of"] in units]


def kind_against_name(reading: Reading) -> Iterator[Finding]:
    """Units whose kind is another than the one that begins their name; party cells of a whole ward."""
    for rows in reading.rows("unit", "names", "name", "unit_kind").values():
        for row in rows:
            kind = _kind_and_core(row["name"])[0]
            if kind and row["unit_kind"] in _PLACES and kind not in (row["unit_kind"], "tổ"):
                sentence = (
                    f"“{row['name']}” được ghi loại “{row['unit_kind']}” nhưng tên gọi là “{kind}”. Hãy sửa cho khớp."
                )
                yield _found("kind-name", sentence, [row], "names")
    named = [(entry, entry["title"]) for entry in reading.entries("unit")]
    for entry, name in named + [(entry, entry["name"]) for entry in _other_names(reading)]:
        match = _PARTY_CELL.match(name)
        if match:
            sentence = (
                f"“{name}”: một {match[1].lower()} thường có Đảng bộ gồm nhiều chi bộ. "
                f"Hãy xem có phải là “Đảng bộ{name[6:]}” không."
            )
            yield _found("party-cell", sentence, [entry], "names")


RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    people_alike,
    spelled_apart,
    proper_names,
    places_of_two_kinds,
    kind_against_name,
)


def spelling(name: str) -> str:
    """A name without what two spellings of it may differ in: capitals, place of the tone, i or y, punctuation."""
    plain = tone_style(name, "cu").lower().replace("tp.", "thành phố ").replace("tp ", "thành phố ")
    plain = _LAST_I.sub(lambda match: match[1] + _Y[match[2]], plain)
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


def _core(name: str) -> str:
    core = spelling(name)
    while match := _LEADING.match(core):
        core = core[match.end() :]
    return core if len(core.split()) > 2 else spelling(name)


def _kind_and_core(name: str) -> tuple[str, str]:
    plain = spelling(name)
    kind = next((place for place in _PLACES if plain.startswith(f"{place} ")), "")
    return kind, plain.removeprefix(kind).strip()


def _found(rule: str, sentence: str, entries: list[Entry], field: str) -> Finding:
    told = sorted({entry["id"]: entry for entry in entries}.values(), key=lambda entry: entry["id"])
    key = key_of(rule, *(entry["uid"] for entry in told))
    return Finding(key, "note", sentence, tuple(entry["id"] for entry in told), field, None, sentence)
