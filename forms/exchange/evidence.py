"""The files behind evidence records: they travel in a folder beside the exchange file, under their content hash."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from forms.exchange.plan import Item
from ward import lookups
from ward.book import Book
from ward.errors import UserError
from ward.evidence import path_of
from ward.loading import values_of

_HASH = re.compile(r"[0-9a-f]{64}")


def folder_beside(path: Path) -> Path:
    """Where the evidence of a book or of an exchange file lies: "name.evidence" beside "name.json"."""
    return path.with_name(f"{path.stem}.evidence")


def place_of(folder: Path, content_hash: str) -> Path:
    """Where the content with this hash lies in an evidence folder."""
    return folder / content_hash[:2] / content_hash


def copy_out(book: Book, target: Path) -> tuple[str, ...]:
    """Copies all evidence of the book beside the exchange file; gives the names of what is missing."""
    heads = lookups.living(book.db, "evidence")
    values = values_of(book.db, "evidence", [head.id for head in heads])
    named = [(values[head.id]["hash"], values[head.id]["file_name"] or head.title) for head in heads]
    return _copy(named, partial(path_of, book), folder_beside(target))


def missing_beside(items: Iterable[Item], source: Path | None, book: Book) -> tuple[str, ...]:
    """The evidence files that an import would need and that lie neither beside it nor beside the book."""
    folders = [folder_beside(book.path)] + ([folder_beside(source)] if source else [])
    return tuple(
        name
        for content_hash, name in _wanted(items)
        if not any(place_of(folder, content_hash).is_file() for folder in folders)
    )


def copy_in(items: Iterable[Item], source: Path | None, book: Book) -> tuple[str, ...]:
    """Copies the evidence of an import beside the book; gives the names of what is missing or damaged."""
    if source is None:
        return missing_beside(items, None, book)
    return _copy(_wanted(items), partial(place_of, folder_beside(source)), folder_beside(book.path))


def _wanted(items: Iterable[Item]) -> list[tuple[str, str]]:
    found = [item.entry.values for item in items if item.entry.kind == "evidence" and item.verdict != "refused"]
    return [(values["hash"], str(values.get("file_name", ""))) for values in found if values.get("hash")]


def _copy(wanted: Iterable[tuple[str, str]], origin_of: Callable[[str], Path], target: Path) -> tuple[str, ...]:
    missing = []
    for content_hash, name in wanted:
        there = _HASH.fullmatch(content_hash) and (
            place_of(target, content_hash).is_file() or _copy_one(content_hash, origin_of(content_hash), target)
        )
        if not there:
            missing.append(name)
    return tuple(missing)


def _copy_one(content_hash: str, origin: Path, target: Path) -> bool:
    """Copies one content, if it is there and is what its hash says."""
    place = place_of(target, content_hash)
    if not origin.is_file():
        return False
    part = place.with_name(f"{content_hash}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, part)
        with part.open("r+b") as file:
            whole = hashlib.file_digest(file, "sha256").hexdigest() == content_hash
            os.fsync(file.fileno())
        if whole:
            os.replace(part, place)
    except OSError as error:
        raise UserError(
            f"Không chép được minh chứng vào “{target.name}”. Hãy kiểm tra chỗ trống và quyền ghi rồi thử lại."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return whole
