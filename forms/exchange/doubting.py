"""Which records of an import the clerk must be asked about, and what may be answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from forms.exchange.entries import Entry
from forms.exchange.plan import NEW, READING, SAME, SKIP, Choice, Item
from forms.exchange.resolving import Resolver
from ward.text import tone_style

SKIPPED = Choice(SKIP, "Bỏ qua")


def doubt_items(resolver: Resolver, items: Sequence[Item]) -> None:
    """Turns the items that cannot be decided into doubtful ones."""
    _doubt_same_names(resolver, items)
    binned = {head.id for head in resolver.known.heads.values() if head.binned or head.forwarded_to}
    for item in items:
        if item.verdict == "refused":
            continue
        if item.entry.doubts:
            _doubt_reading(item)
        elif item.twin:
            _doubt_twin(item)
        elif item.record is not None and item.verdict != "same":
            head = resolver.known.heads.get(item.entry.uid or b"")
            if head and head.id in binned:
                _doubt_gone(item, head.forwarded_to is not None)


def _doubt_reading(item: Item) -> None:
    first, *more = item.entry.doubts
    item.verdict = "doubtful"
    item.reasons = [(doubt.place, _asked(doubt.sentence, doubt.readings)) for doubt in item.entry.doubts]
    if not more:
        item.doubt = first
        offered = [Choice(f"{READING}{n}", label) for n, (label, _) in enumerate(first.readings, 1)]
        item.choices = (*offered, SKIPPED)


def _asked(sentence: str, readings: Sequence[tuple[str, Any]]) -> str:
    offered = "; ".join(f"({n}) {label}" for n, (label, _) in enumerate(readings, 1))
    return f"{sentence} Có thể hiểu: {offered}" if offered else sentence


def _doubt_twin(item: Item) -> None:
    assert item.twin
    item.verdict = "doubtful"
    item.reasons = [(item.entry.place, f"trùng với {item.twin.place} trong cùng tệp")]
    item.choices = (Choice(NEW, "Là bản ghi khác, thêm mới"), SKIPPED)


def _doubt_gone(item: Item, merged: bool) -> None:
    item.verdict = "doubtful"
    said = "đã được gộp vào bản ghi khác" if merged else "đang ở thùng rác"
    label = "Sửa bản ghi được gộp vào" if merged else "Lấy lại từ thùng rác và sửa"
    item.binned = not merged
    item.reasons = [(item.entry.place, f"bản ghi này {said}")]
    item.choices = (Choice("same", label), SKIPPED)


def _doubt_same_names(resolver: Resolver, items: Sequence[Item]) -> None:
    """A new person who may be somebody of the same name, in the book or earlier in the file."""
    persons = [item for item in items if item.entry.kind == "person" and item.verdict != "refused"]
    if not any(item.verdict == "new" for item in persons):
        return
    given = {head.id for uid, head in resolver.known.heads.items() if uid in resolver.file.by_uid}
    in_book: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for record, values in resolver.known.values.get("person", {}).items():
        in_book[_name(values)].append((record, values))
    earlier: dict[str, list[Item]] = defaultdict(list)
    for item in persons:
        name = _name(item.entry.values)
        if item.verdict == "new" and not item.twin and name:
            known = [(record, values) for record, values in in_book[name] if not (item.entry.uid and record in given)]
            alike: list[tuple[str, Entry | int]] = [
                (f"{SAME}{record}", record) for record, values in known if _compatible(item.entry.values, values)
            ]
            alike += _alike_in_file(item, earlier[name])
            if alike:
                _doubt_person(item, alike)
        earlier[name].append(item)


def _alike_in_file(item: Item, others: Iterable[Item]) -> list[tuple[str, Entry | int]]:
    return [
        (f"{SAME}{other.entry.place}", other.entry)
        for other in others
        if not (item.entry.uid and other.entry.uid)
        and other.record is None
        and _compatible(item.entry.values, other.entry.values)
    ]


def _doubt_person(item: Item, alike: list[tuple[str, Entry | int]]) -> None:
    item.verdict = "doubtful"
    item.likes = dict(alike)
    where = [target.place if isinstance(target, Entry) else "trong sổ" for _, target in alike]
    item.reasons = [(item.entry.place, f"có người trùng tên ({', '.join(where)}); là một người hay hai người?")]
    same = [Choice(key, f"Là người đã có ({said})") for (key, _), said in zip(alike, where, strict=True)]
    item.choices = (Choice(NEW, "Là người khác, thêm mới"), *same, SKIPPED)


def _name(values: dict[str, Any]) -> str:
    return tone_style(" ".join(str(values.get("name", "")).split()).casefold(), "cu")


def _compatible(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two persons of one name may be the same: no birth date or identity number speaks against it."""
    first, second = one.get("birth", ""), other.get("birth", "")
    numbers = {values.get("identity_number", "") for values in (one, other)} - {""}
    return len(numbers) < 2 and (first.startswith(second) or second.startswith(first))


def doubt_followers(items: Sequence[Item]) -> None:
    """What names a doubtful record waits for the clerk's answer about that one."""
    open_items = {item.entry: item for item in items if item.verdict == "doubtful" and not item.twin}
    found = bool(open_items)
    while found:
        found = False
        for item in items:
            if item.verdict in ("refused", "doubtful"):
                continue
            waiting = [
                link for link in item.entry.links if isinstance(link.target, Entry) and link.target in open_items
            ]
            if waiting:
                item.verdict = "doubtful"
                item.follows = [link.target for link in waiting if isinstance(link.target, Entry)]
                item.reasons = [(waiting[0].place, f"đi theo {item.follows[0].place}, bản ghi đó còn phải hỏi lại")]
                open_items[item.entry] = item
                found = True
