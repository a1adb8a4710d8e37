"""The office's own values as they are kept inside a pack, beside its files: what a round was judged by, whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields

from ward.errors import UserError
from ward.rules.local_rows import LocalRow

KEPT_ROWS = "local_rules.json"
"""The name in `Pack.files` under which they stand; no file of a pack has it, since those end with .toml."""
_KEYS = {field.name for field in fields(LocalRow)}


def held_rows(rows: Iterable[LocalRow], on: str) -> list[LocalRow]:
    """The rows in force on a day (ISO), one for each path: of several the one that began last."""
    held = {row.what: row for row in sorted(rows, key=lambda row: row.since) if row.holds_on(on)}
    return [held[what] for what in sorted(held)]


def text_of_rows(rows: Iterable[LocalRow]) -> str:
    """The rows as one text; `rows_from` reads it again."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, sort_keys=True)


def rows_from(text: str) -> list[LocalRow]:
    """The rows that were kept as this text.

    Raises:
        UserError: the text is no list of them.
    """
    try:
        rows = json.loads(text)
    except ValueError as error:
        raise UserError(_SPOILED) from error
    if not isinstance(rows, list) or not all(_is_row(row) for row in rows):
        raise UserError(_SPOILED)
    return [LocalRow(**row) for row in rows]


_SPOILED = "Quy định của địa phương giữ trong sổ cùng đợt xét không đọc được. Hãy ghi lại quy định của đợt."


def _is_row(row: object) -> bool:
    whole = isinstance(row, dict) and set(row) == _KEYS
    return whole and isinstance(row, dict) and all(isinstance(value, str) for value in row.values())
