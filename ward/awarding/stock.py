"""Pre-printed blanks: how many came, were used and spoiled, and how many are left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.awarding.outcome import Outcome, needed, today
from ward.book import Book
from ward.edits import Amend
from ward.errors import UserError
from ward.loading import Stored, load
from ward.lookups import living
from ward.text import sort_key


@dataclass(frozen=True, slots=True)
class Stock:
    """Sheets of a blank; `left` = `came` − `used` − `spoiled`. `warnings` are whole sentences."""

    blank: int
    name: str
    came: int
    used: int
    spoiled: int
    left: int
    warnings: tuple[str, ...]


def stock_of(db: SqliteDatabase, blank: int) -> Stock:
    """The sheets of one blank. Raises UserError when it is gone."""
    found = _blank(db, blank)
    return _stock(found, found.values["stock"])


def stocks(db: SqliteDatabase) -> list[Stock]:
    """The sheets of every blank, by name."""
    found = [stock_of(db, head.id) for head in living(db, "blank")]
    return sorted(found, key=lambda stock: sort_key(stock.name))


def receive(book: Book, blank: int, count: int, *, on: str = "", reason: str = "") -> Outcome:
    """Sheets came in. Raises UserError for a count below one."""
    found = _blank(book.db, blank)
    _check(count)
    return _moved(book, found, f"Nhập {count} phôi", [_movement("in", count, on, reason=reason)])


def use(book: Book, blank: int, awards: Sequence[int], *, on: str = "") -> Outcome:
    """One sheet was printed for each award; warns when more were used than there are.

    An award that is printed once more takes another sheet, and is told. Raises UserError when none is named.
    """
    found = _blank(book.db, blank)
    if not awards:
        raise UserError("Chưa chọn khen thưởng nào để in. Hãy chọn ít nhất một.")
    before = {row["award"] for row in found.values["stock"] if row["movement"] == "used"}
    again = sum(award in before for award in awards)
    told = (f"{again} tờ in lại cho khen thưởng đã in trước đó. Nếu tờ cũ hỏng, hãy ghi hỏng.",) if again else ()
    rows = [_movement("used", 1, on, award=award) for award in awards]
    return _moved(book, found, f"Dùng {len(awards)} phôi", rows, told)


def spoil(book: Book, blank: int, count: int, reason: str, *, award: int | None = None, on: str = "") -> Outcome:
    """Sheets were spoiled: they leave the stock. What was counted as used for `award` counts as spoiled instead.

    Raises: UserError without a reason or for a count below one.
    """
    found = _blank(book.db, blank)
    reason = needed(reason, "Chưa ghi lý do hỏng. Hãy ghi vì sao phôi hỏng.")
    _check(count)
    rows = list(found.values["stock"])
    printed = [row for row in rows if row["movement"] == "used" and row["award"] == award and award is not None]
    for row in printed[-count:]:
        rows.remove(row)
    rows.append(_movement("spoiled", count, on, award=award, reason=reason))
    change = book.write(f"{count} phôi hỏng – {found.title}: {reason}", [Amend(blank, {"stock": rows})])
    return Outcome(change, (blank,), _stock(found, rows).warnings)


def _blank(db: SqliteDatabase, blank: int) -> Stored:
    found = load(db, blank)
    if found.kind != "blank":
        raise UserError("Bản ghi này không phải là phôi giấy khen. Hãy chọn lại phôi.")
    return found


def _check(count: int) -> None:
    if count < 1:
        raise UserError("Số phôi phải từ 1 tờ. Hãy ghi lại.")


def _movement(movement: str, count: int, on: str, *, award: int | None = None, reason: str = "") -> dict[str, Any]:
    return {"moved_on": today(on), "movement": movement, "count": count, "award": award, "reason": reason}


def _moved(
    book: Book, found: Stored, act: str, rows: Sequence[Mapping[str, Any]], told: Sequence[str] = ()
) -> Outcome:
    every = [*found.values["stock"], *rows]
    change = book.write(f"{act} – {found.title}", [Amend(found.id, {"stock": every})])
    return Outcome(change, (found.id,), (*told, *_stock(found, every).warnings))


def _stock(found: Stored, rows: Sequence[Mapping[str, Any]]) -> Stock:
    sums = {"in": 0, "used": 0, "spoiled": 0}
    unknown = 0
    for row in rows:
        if row["movement"] in sums and row["count"] is not None:
            sums[row["movement"]] += row["count"]
        else:
            unknown += 1
    left = sums["in"] - sums["used"] - sums["spoiled"]
    warnings = []
    if left < 0:
        warnings.append(f"“{found.title}”: đã dùng và hỏng nhiều hơn số nhập {-left} tờ. Hãy ghi số phôi đã nhập.")
    if unknown:
        warnings.append(f"“{found.title}”: có {unknown} dòng nhập, xuất chưa ghi số tờ hoặc việc. Hãy ghi đủ.")
    return Stock(found.id, found.title, sums["in"], sums["used"], sums["spoiled"], left, tuple(warnings))
