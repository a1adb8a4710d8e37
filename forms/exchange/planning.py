"""The dry run of an import: every record read, matched with the book, and given its verdict; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from forms.exchange.converting import Refused
from forms.exchange.doubting import doubt_followers, doubt_items
from forms.exchange.entries import Entry
from forms.exchange.evidence import missing_beside
from forms.exchange.format import read_exchange
from forms.exchange.memory import without_collection
from forms.exchange.plan import ImportPlan, Item
from forms.exchange.reading import read_record
from forms.exchange.resolving import Resolver
from forms.exchange.showing import describer
from forms.exchange.statements import complete_parts, read_typed
from ward.book import Book
from ward.kinds import KINDS
from ward.shapes import Shape
from ward.uids import new_uids

Progress = Callable[[int, int], None]


def plan_import(book: Book, data: dict[str, Any] | Path, *, progress: Progress | None = None) -> ImportPlan:
    """What importing an exchange file (its path, or the object it holds) would do to the book.

    `progress(done, total)` counts records and may raise to cancel.
    Raises: UserError when it is no exchange file at all; a single wrong record is only refused in its line.
    """
    with without_collection():
        return _planned(book, data, progress)


def _planned(book: Book, data: dict[str, Any] | Path, progress: Progress | None) -> ImportPlan:
    raws = read_exchange(data)
    report = _reporter(progress, 2 * len(raws))
    generation = int(book.db.execute_sql("SELECT generation FROM file").fetchone()[0])
    entries = []
    for index, raw in enumerate(raws):
        entries.append(read_record(raw, index))
        report(index)
    resolver = Resolver(book.db, entries)
    for done, _ in enumerate(resolver.identify(), len(raws)):
        report(done)
    _settle_links(resolver)
    _read_figures(resolver)
    items = _items(resolver, entries)
    doubt_items(resolver, items)
    _refuse_followers(items)
    doubt_followers(items)
    report(2 * len(raws))
    source = data if isinstance(data, Path) else None
    missing = missing_beside(items, source, book)
    return ImportPlan(items, generation, source, describer(resolver), missing)


def _reporter(progress: Progress | None, total: int) -> Callable[[int], None]:
    def report(done: int) -> None:
        if progress and (done % 500 == 0 or done == total):
            progress(done, total)

    return report


def _settle_links(resolver: Resolver) -> None:
    """Puts what each reference leads to in its place."""
    for entry in resolver.file.entries:
        for link in entry.links:
            try:
                link.target = link.row[link.key] = resolver.lead(link.pointer)
            except Refused as reason:
                entry.refusals.append((link.place, str(reason)))


def _read_figures(resolver: Resolver) -> None:
    figures = [entry for entry in resolver.file.entries if entry.kind == "figure"]
    typed = [entry for entry in figures if entry.typed]
    indicators = {entry.values.get("indicator") for entry in typed}
    resolver.known.load("indicator", {target for target in indicators if type(target) is int})
    for entry in typed:
        read_typed(entry, _measure(resolver, entry.values.get("indicator")))
    for entry in figures:
        record = resolver.matched.get(entry)
        stored = resolver.known.load("figure", [record])[record] if record is not None else None
        if stored:
            _adopt_reading(entry, stored)
        complete_parts(entry, stored)


def _measure(resolver: Resolver, indicator: Any) -> str:
    if isinstance(indicator, Entry):
        indicator = resolver.matched.get(indicator, indicator)
    if isinstance(indicator, Entry):
        return str(indicator.values.get("measure", ""))
    if type(indicator) is not int:
        return ""
    return str(resolver.known.load("indicator", [indicator])[indicator]["measure"])


def _adopt_reading(entry: Entry, stored: dict[str, Any]) -> None:
    """A doubtful value that the clerk has decided before, in the book, is no doubt any more."""
    open_doubts = []
    for doubt in entry.doubts:
        decided = [patch for _, patch in doubt.readings if all(stored.get(key) == patch[key] for key in patch)]
        if decided and doubt.into is entry.values:
            entry.values.update(decided[0])
        else:
            open_doubts.append(doubt)
    entry.doubts[:] = open_doubts


def _items(resolver: Resolver, entries: Sequence[Entry]) -> list[Item]:
    uids = new_uids()
    items = []
    for entry in entries:
        item = Item(entry, record=resolver.matched.get(entry), twin=resolver.twins.get(entry))
        items.append(item)
        if not entry.refusals and item.record is not None:
            stored = resolver.known.load(entry.kind, [item.record])[item.record]
            item.changed = differing(resolver, entry, stored)
            item.verdict = "changed" if item.changed else "same"
            years = {*stored["years"], *entry.values.get("years", ())} if item.changed else set()
        else:
            item.uid = entry.uid or next(uids)
            years = set(entry.values.get("years", ()))
        _refuse_closed(resolver, entry, years)
        if entry.refusals:
            item.verdict, item.reasons = "refused", entry.refusals
    return items


def _refuse_closed(resolver: Resolver, entry: Entry, years: set[int]) -> None:
    closed = sorted(resolver.known.closed & years)
    if closed and entry.kind and KINDS[entry.kind].locked:
        entry.refuse(".years", f"năm {closed[0]} đã khóa sổ; hãy mở khóa năm đó trước khi nhập")


def differing(resolver: Resolver, entry: Entry, stored: dict[str, Any]) -> dict[str, Any]:
    """The given fields of an entry that say something else than the stored record."""
    described = KINDS[entry.kind]
    changed = {}
    for key, value in entry.values.items():
        shape = described.list_shapes.get(key)
        same = [_whole_row(resolver, shape, row) for row in value] if shape else _settled(resolver, value)
        kept = list(stored[key]) if shape else stored[key]
        if repr(same) != repr(kept):
            changed[key] = value
    return changed


def _whole_row(resolver: Resolver, shape: Shape, row: dict[str, Any]) -> dict[str, Any]:
    return {field.key: _settled(resolver, row.get(field.key, field.empty)) for field in shape.fields}


def _settled(resolver: Resolver, value: Any) -> Any:
    """A value with a reference to an entry that the book has already as that record's id."""
    return resolver.matched.get(value, value) if isinstance(value, Entry) else value


def _refuse_followers(items: Sequence[Item]) -> None:
    """What names a refused record is refused, too."""
    refused = {item.entry for item in items if item.verdict == "refused"}
    found = bool(refused)
    while found:
        found = False
        for item in items:
            if item.verdict == "refused":
                continue
            for link in item.entry.links:
                if isinstance(link.target, Entry) and link.target in refused:
                    item.verdict = "refused"
                    item.reasons = [(link.place, f"nhắc tới {link.target.place}, bản ghi đó không nhận được")]
                    refused.add(item.entry)
                    found = True
                    break
