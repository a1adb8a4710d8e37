"""Typed text that could not be saved yet, kept beside the book so that neither a crash nor a closed year loses it."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from ward.errors import UserError

FORMAT = 1


@dataclass(frozen=True)
class Draft:
    """What stood in one field of one record: `record` is its uid in hex, or "new:<kind>" before there is one.

    `typed` is plain JSON, whatever the field's editor can take back; `shown` says it in words; `at` is
    the moment (UTC, ISO 8601).
    """

    record: str
    field: str
    typed: Any
    shown: str
    at: str = ""


class Drafts:
    """The drafts of one book, in the file `<name>.sovang.drafts` beside it; the file is gone when there are none."""

    def __init__(self, book: Path) -> None:
        self.path = book.with_name(book.name + ".drafts")
        self._drafts = {(draft.record, draft.field): draft for draft in _read(self.path)}

    def keep(self, draft: Draft) -> None:
        """Keeps the text, on disk, in place of an older draft of the same field. Raises UserError."""
        key = (draft.record, draft.field)
        known = self._drafts.get(key)
        if known and known.typed == draft.typed:
            return
        at = draft.at or dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._drafts[key] = Draft(draft.record, draft.field, draft.typed, draft.shown, at)
        self._write()

    def drop(self, record: str, field: str) -> None:
        """Forgets a draft, because its text was saved or is not wanted. Raises UserError."""
        if self._drafts.pop((record, field), None):
            self._write()

    def of(self, record: str) -> list[Draft]:
        """The drafts of one record, oldest first."""
        return sorted((one for one in self._drafts.values() if one.record == record), key=lambda one: one.at)

    def all(self) -> list[Draft]:
        """Every draft, oldest first."""
        return sorted(self._drafts.values(), key=lambda one: one.at)

    def _write(self) -> None:
        try:
            if not self._drafts:
                self.path.unlink(missing_ok=True)
                return
            plain = {"format": FORMAT, "drafts": [asdict(draft) for draft in self.all()]}
            part = self.path.with_name(self.path.name + ".part")
            with part.open("w", encoding="utf-8") as file:
                json.dump(plain, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, self.path)
        except OSError as error:
            raise UserError(
                f"Chưa giữ được chữ đang gõ vào “{self.path.name}”. "
                "Hãy kiểm tra chỗ trống của ổ đĩa, rồi rời ô để lưu lại."
            ) from error


def owners(db: SqliteDatabase, drafts: Iterable[Draft]) -> list[tuple[str, int]]:
    """The kind and the id (0: not there yet) of each record that has drafts; those that are gone are left out."""
    found: list[tuple[str, int]] = []
    for key in dict.fromkeys(draft.record for draft in drafts):
        if key.startswith("new:"):
            found.append((key.removeprefix("new:"), 0))
        else:
            found += db.execute_sql("SELECT kind, id FROM record WHERE uid = ?", (bytes.fromhex(key),)).fetchall()
    return found


def _read(path: Path) -> list[Draft]:
    """The drafts on disk; a file that is not ours to read is moved aside, never overwritten."""
    try:
        content = path.read_bytes()
    except OSError:
        return []
    try:
        plain = json.loads(content.decode("utf-8"))
        if plain["format"] != FORMAT:
            raise ValueError(plain["format"])
        return [Draft(**one) for one in plain["drafts"]]
    except (ValueError, KeyError, TypeError):
        aside = path.with_name(f"{path.name}.{dt.datetime.now():%Y%m%d-%H%M%S}")
        os.replace(path, aside)
        return []
