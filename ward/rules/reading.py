"""A pack of rules read from its files, checked strictly: a mistake is told with its file, its table and its field."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from typing import Any, TypeVar

from ward.errors import UserError
from ward.rules import reading_parts as parts
from ward.rules.award_rules import KINDS, AwardRule
from ward.rules.cross_checks import check
from ward.rules.kept_rows import KEPT_ROWS, rows_from, text_of_rows
from ward.rules.local_rows import LocalRow
from ward.rules.pack import Pack, Source
from ward.rules.reading_awards import Dossier, read_award, read_dossiers, read_prizes
from ward.rules.toml_files import parsed, texts_of
from ward.rules.toml_tables import Table, by_id

Value = TypeVar("Value")
LISTS = (
    "instrument", "pending", "authority", "award", "dossier", "principle", "vote", "quorum", "prize", "base_salary",
    "calendar", "form", "grades",
)  # fmt: skip
ONCE = ("pack", "prize_rules")


def read_pack(files: Mapping[str, bytes]) -> Pack:
    """The pack that these files (by name) make together.

    Raises:
        UserError: in Vietnamese, with file, table and field: not a pack, a field or id nobody knows, a value of
            the wrong kind or out of its range, an id used twice, days out of order.
    """
    texts = texts_of(files)
    tables = _Tables(parsed(texts))
    pack = _pack(tables, texts)
    check(pack)
    return pack


def content_of(pack: Pack) -> str:
    """The pack's files as the one text that a book keeps; `pack_from` reads it again."""
    return _joined(pack.files)


def with_kept_rows(pack: Pack, rows: Iterable[LocalRow]) -> Pack:
    """The pack together with rows of the office's own, kept but not applied; its sha is over both."""
    files = {**pack.files, KEPT_ROWS: text_of_rows(rows)}
    return replace(pack, files=files, sha=_sha(_joined(files)))


def kept_rows(pack: Pack) -> list[LocalRow] | None:
    """The rows that are kept with a pack, which may be none; None for a pack by itself.

    Raises:
        UserError: they cannot be read.
    """
    text = pack.files.get(KEPT_ROWS)
    return None if text is None else rows_from(text)


def pack_from(content: str) -> Pack:
    """The pack that was kept as this text (`content_of`); the same text is read only once.

    Raises:
        UserError: the text is not a pack.
    """
    return _kept(content)


@lru_cache(maxsize=8)
def _kept(content: str) -> Pack:
    try:
        files = json.loads(content)
    except ValueError as error:
        raise UserError("Bộ quy định giữ trong sổ không đọc được. Hãy đưa lại bộ quy định từ tệp.") from error
    if not isinstance(files, dict) or not all(isinstance(text, str) for text in files.values()):
        raise UserError("Bộ quy định giữ trong sổ không đọc được. Hãy đưa lại bộ quy định từ tệp.")
    rows = files.pop(KEPT_ROWS, None)
    pack = read_pack({name: text.encode() for name, text in files.items()})
    return pack if rows is None else with_kept_rows(pack, rows_from(rows))


@lru_cache(maxsize=1)
def built_in_pack() -> Pack:
    """The pack that comes with the program."""
    folder = resources.files("resources").joinpath("law")
    return read_pack({file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".toml")})


class _Tables:
    """The tables of all files by their top-level name."""

    def __init__(self, files: Mapping[str, Mapping[str, Any]]) -> None:
        self.lists: dict[str, list[Table]] = {name: [] for name in LISTS}
        self.once: dict[str, Table] = {}
        self.sources: dict[str, Source] = {}
        names = _names(files)
        for name, content in files.items():
            top = Table(f"Tệp “{name}”", content, names)
            for word in LISTS:
                self.lists[word] += top.tables(word)
            for word in ONCE:
                self._take_once(top, word)
            self._take_sources(top)
            top.done()
        for word in ONCE:
            if word not in self.once:
                raise UserError(f"Bộ quy định thiếu mục [{word}]. Hãy chọn đúng các tệp của bộ quy định.")

    def _take_once(self, top: Table, word: str) -> None:
        found = top.table(word)
        if found is not None and word in self.once:
            top.fail(word, "mục này đã có ở một tệp khác của bộ quy định")
        if found is not None:
            self.once[word] = found

    def _take_sources(self, top: Table) -> None:
        found = top.table("sources")
        for key in found.content if found else ():
            if key in self.sources:
                top.fail("sources", f"nguồn “{key}” đã có ở một tệp khác")
            self.sources[key] = Source(key, found.text(key, None)) if found else Source(key, "")

    def read(self, word: str, make: Callable[[Table], Value]) -> list[tuple[Table, Value]]:
        """What each table of a list says, every field asked for."""
        found = []
        for table in self.lists[word]:
            found.append((table, make(table)))
            table.done()
        return found


def _by_kind(awards: Mapping[str, AwardRule]) -> dict[str, AwardRule]:
    """Titles first, then forms of commendation, recognitions, the Party's; within each as the files have them."""
    return dict(sorted(awards.items(), key=lambda row: KINDS.index(row[1].kind)))


def _names(files: Mapping[str, Mapping[str, Any]]) -> dict[str, set[str]]:
    """The ids that the files give, by kind; what is no text or table is told when it is read."""
    found: dict[str, set[str]] = {word: set() for word in ("instrument", "authority", "award", "form", "sources")}
    for content in files.values():
        for word, ids in found.items():
            rows = content.get(word)
            if isinstance(rows, list):
                ids.update(row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str))
            elif isinstance(rows, dict):
                ids.update(rows)
    return found


def _pack(tables: _Tables, texts: Mapping[str, str]) -> Pack:
    head, prize_table = tables.once["pack"], tables.once["prize_rules"]
    dossiers, prizes = read_dossiers(tables.lists["dossier"]), read_prizes(tables.lists["prize"])

    def award(table: Table) -> AwardRule:
        name = table.ident()
        return read_award(table, dossiers.get(name, Dossier()), prizes.get(name, {}))

    votes = [(table, rule) for table, rules in tables.read("vote", parts.votes) for rule in rules]
    pack = Pack(
        name=head.text("name", None),
        version=head.text("version", None),
        compiled=head.day("compiled"),
        summary=head.text("summary"),
        sha=_sha(_joined(texts)),
        files=dict(texts),
        instruments=by_id(tables.read("instrument", parts.instrument), lambda one: one.id),
        sources=tables.sources,
        pending=tuple(one for _, one in tables.read("pending", parts.pending)),
        authorities=by_id(tables.read("authority", parts.authority), lambda one: one.id),
        awards=_by_kind(by_id(tables.read("award", award), lambda one: one.id)),
        principles=tuple(by_id(tables.read("principle", parts.principle), lambda one: one.id).values()),
        votes=by_id(votes, lambda one: one.award),
        quorums=by_id(tables.read("quorum", parts.quorum), lambda one: one.id),
        prize_rules=parts.prize_rules(prize_table),
        base_salaries=tuple(one for _, one in tables.read("base_salary", parts.base_salary)),
        calendar=tuple(by_id(tables.read("calendar", parts.calendar_entry), lambda one: one.key).values()),
        forms=by_id(tables.read("form", parts.form), lambda one: one.id),
        grades=tuple(one for _, one in tables.read("grades", parts.grades)),
    )
    head.done()
    prize_table.done()
    return pack


def _joined(files: Mapping[str, str]) -> str:
    return json.dumps(dict(files), ensure_ascii=False, sort_keys=True)


def _sha(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
