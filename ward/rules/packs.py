"""Which pack of rules holds: the one a round keeps, else the one in use, else the program's own."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Add, Amend, Change, Edit
from ward.errors import UserError
from ward.lookups import LIVING
from ward.rules.kept_rows import held_rows
from ward.rules.local_rows import local_rows
from ward.rules.overlay import with_local_rules
from ward.rules.pack import Pack
from ward.rules.reading import built_in_pack, content_of, kept_rows, pack_from, read_pack, with_kept_rows
from ward.rules.toml_files import MOST_BYTES, MOST_FILES

_TOO_LARGE = f"lớn hơn {MOST_BYTES // 1_000_000} MB"


@dataclass(frozen=True)
class KeptPack:
    """A pack that the file keeps; `since` is the day from which it is used while `active`."""

    record: int
    name: str
    version: str
    sha: str
    since: str
    taken_on: str
    active: bool


def pack_of(db: SqliteDatabase, round_id: int | None, on: str) -> Pack:
    """The pack that holds for a round (or none) on a day (ISO), with the office's own values of that day.

    A round that keeps its rules keeps the office's values with them; one that kept a pack alone takes those of now.
    Raises:
        UserError: what the file keeps as a pack cannot be read.
    """
    bare = bare_pack_of(db, round_id, on)
    rows = kept_rows(bare)
    return with_local_rules(bare, local_rows(db) if rows is None else rows, on)


def pack_to_keep(db: SqliteDatabase, round_id: int | None, on: str) -> Pack:
    """The pack as a round keeps it: with the office's own values of the day, which are not applied yet.

    Raises:
        UserError: what the file keeps as a pack cannot be read.
    """
    bare = bare_pack_of(db, round_id, on)
    return bare if kept_rows(bare) is not None else with_kept_rows(bare, held_rows(local_rows(db), on))


def applied(kept: Pack, on: str) -> Pack:
    """A pack with the values that are kept with it in force on a day (ISO)."""
    return with_local_rules(kept, kept_rows(kept) or (), on)


def bare_pack_of(db: SqliteDatabase, round_id: int | None, on: str) -> Pack:
    """The pack without the office's own values: a round keeps the one it was judged under."""
    kept = db.execute_sql(
        'SELECT p.content FROM "round" o JOIN rule_pack p ON p.record_id = o.pack_id WHERE o.record_id = ?',
        (round_id,),
    ).fetchone()
    if kept is None:
        kept = db.execute_sql(
            f"SELECT p.content FROM rule_pack p CROSS JOIN record r ON r.id = p.record_id WHERE {LIVING} "
            "AND p.active AND p.since <= ? ORDER BY p.since DESC, p.record_id DESC LIMIT 1",
            (on,),
        ).fetchone()
    return pack_from(kept[0]) if kept else built_in_pack()


def kept_packs(db: SqliteDatabase) -> list[KeptPack]:
    """The packs that the file keeps, the newest first."""
    rows = db.execute_sql(
        "SELECT p.record_id, p.name, p.version, p.sha, p.since, p.taken_on, p.active FROM rule_pack p "
        f"CROSS JOIN record r ON r.id = p.record_id WHERE {LIVING} ORDER BY p.record_id DESC"
    )
    return [KeptPack(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6])) for row in rows]


def keep_pack(pack: Pack, *, active: bool = False, since: str = "", at: dt.datetime | None = None) -> Add:
    """The edit that puts a pack into the file, with the office's own values only where it keeps them already."""
    values = {
        "name": pack.name,
        "version": pack.version,
        "sha": pack.sha,
        "content": content_of(pack),
        "since": since,
        "taken_on": (at or dt.datetime.now(dt.UTC)).isoformat(timespec="seconds"),
        "active": active,
    }
    return Add("rule_pack", values)


def take_pack(book: Book, pack: Pack, *, since: str = "") -> Change:
    """Uses a pack from a day on (always: ""); rounds that keep another one go on keeping it.

    Packs in use from that day or later are no longer used.

    Raises:
        UserError: this pack is in use from that day already.
    """
    edits: list[Edit] = []
    known: int | None = None
    for kept in kept_packs(book.db):
        if kept.sha == pack.sha and known is None:
            known = kept.record
            if kept.active and kept.since == since:
                raise UserError(f"Bộ quy định “{pack.name}”, phiên bản {pack.version} đang được dùng rồi.")
        elif kept.active and kept.since >= since:
            edits.append(Amend(kept.record, {"active": False}))
    used = {"active": True, "since": since}
    edits.append(keep_pack(pack, active=True, since=since) if known is None else Amend(known, used))
    return book.write(f"Dùng bộ quy định “{pack.name}”, phiên bản {pack.version}", edits)


def use_built_in(book: Book) -> Change:
    """Uses the program's own pack again; rounds keep what they were judged under."""
    active = [kept.record for kept in kept_packs(book.db) if kept.active]
    return book.write(
        "Dùng lại bộ quy định của chương trình", [Amend(record, {"active": False}) for record in active]
    )


def pack_file(path: Path) -> Pack:
    """The pack in a .toml file, or in a .zip of them.

    Raises:
        UserError: the file cannot be read, is too large, or is not a pack of rules.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"Tệp “{path.name}” {_TOO_LARGE} nên không phải là bộ quy định. Hãy chọn lại tệp.")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"Không đọc được tệp “{path.name}”. Hãy kiểm tra ổ đĩa, thư mục rồi thử lại.") from error
    if path.suffix.lower() == ".zip":
        return read_pack(dict(_unpacked(path.name, content)))
    return read_pack({path.name: content})


def _unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The .toml files of an archive, never more than a pack may hold; what else lies there is left alone."""
    seen: set[str] = set()
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            rows = [row for row in archive.infolist() if row.filename.lower().endswith(".toml") and not row.is_dir()]
            if len(rows) > MOST_FILES:
                raise UserError(f"Tệp “{name}” có hơn {MOST_FILES} tệp .toml. Hãy chọn lại tệp bộ quy định.")
            for row in rows:
                own = PurePosixPath(row.filename).name
                with archive.open(row) as file:
                    inner = file.read(MOST_BYTES - size + 1)
                size += len(inner)
                if size > MOST_BYTES:
                    raise UserError(f"Tệp “{name}” mở ra {_TOO_LARGE} nên không được đọc. Hãy chọn lại tệp.")
                if own in seen:
                    raise UserError(f"Tệp “{name}” có hai tệp cùng tên “{own}”. Hãy bỏ bớt một tệp.")
                seen.add(own)
                yield own, inner
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise UserError(f"Tệp “{name}” hỏng, có mật khẩu, hoặc không phải tệp nén .zip. Hãy chọn lại tệp.") from error
