"""One table of a pack's file, read field by field; what is wrong is told with its file, table and field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from ward.errors import UserError
from ward.rules.sources import CONFS, Conf

Value = TypeVar("Value")
_ABSENT = object()


@dataclass
class Table:
    """A table with its place ("Tệp “danh-hieu.toml”, mục award “ldtt”"); `done` refuses fields nobody asked for.

    `names` holds the ids of the whole pack by kind, for what refers to them.
    """

    place: str
    content: Mapping[str, Any]
    names: Mapping[str, Collection[str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def fail(self, key: str, words: str) -> NoReturn:
        """Raises the UserError that names the place and the field."""
        raise UserError(f"{self.place}, trường “{key}”: {words}.")

    def has(self, key: str) -> bool:
        """Whether the table says anything under the key."""
        return key in self.content

    def text(self, key: str, default: str | None = "") -> str:
        """A text; `default` None demands it."""
        return str(self._typed(key, str, "phải là chữ trong ngoặc kép", default)).strip()

    def ident(self, key: str = "id") -> str:
        """An id: small letters without marks, digits, "-" and "_"; demanded."""
        found = self.text(key, None)
        if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", found):
            self.fail(key, "mã chỉ gồm chữ thường không dấu, chữ số, “-” và “_”")
        return found

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """One of the choices; demanded unless there is a default."""
        found = self.text(key, default)
        if found not in choices and found != default:
            self.fail(key, f"“{found}” không có trong các giá trị: {', '.join(choices)}")
        return found

    def conf(self, key: str, default: str | None = None) -> Conf:
        """A mark of how sure something is."""
        found = self.choice(key, CONFS, default)
        return next(conf for conf in CONFS if conf == found)

    def texts(self, key: str, choices: Collection[str] = ()) -> tuple[str, ...]:
        """A list of texts (one text alone counts as a list of one), each one of `choices` where given."""
        found = self.content.get(key, [])
        self.asked.add(key)
        rows = [found] if isinstance(found, str) else found
        if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
            self.fail(key, "phải là danh sách các chữ trong ngoặc kép")
        for row in rows:
            if choices and row not in choices:
                self.fail(key, f"“{row}” không có trong các giá trị: {', '.join(choices)}")
        if len(set(rows)) < len(rows):
            self.fail(key, "có giá trị ghi hai lần")
        return tuple(row.strip() for row in rows)

    def ref(self, key: str, kind: str, default: str | None = "") -> str:
        """The id of something of that kind, which exists in the pack; `default` None demands it."""
        found = self.text(key, default)
        return self._exist(key, kind, (found,))[0] if found else ""

    def refs(self, key: str, kind: str) -> tuple[str, ...]:
        """A list of ids of that kind, all of which exist in the pack."""
        return self._exist(key, kind, self.texts(key))

    def _exist(self, key: str, kind: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        for one in ids:
            if one not in self.names.get(kind, ()):
                self.fail(key, f"không có mục {kind} nào mang mã “{one}”. Hãy xem lại chính tả")
        return ids

    def flag(self, key: str, default: bool = False) -> bool:
        """Yes or no."""
        return bool(self._typed(key, bool, "phải là true hoặc false", default))

    def whole(self, key: str, default: int | None = None, *, least: int = 1, most: int = 1_000_000_000) -> int:
        """A whole number within bounds; demanded unless there is a default."""
        found = int(self._typed(key, int, "phải là số nguyên", default))
        if not (least <= found <= most or found == default):
            self.fail(key, f"phải là số nguyên từ {least} đến {most}")
        return found

    def number(self, key: str, default: Decimal | None = None, *, most: int = 1000) -> Decimal:
        """An exact number from 0 to `most`; demanded unless there is a default."""
        found = self._typed(key, (int, Decimal), "phải là số", default)
        exact = Decimal(found)
        if not exact.is_finite() or not 0 <= exact <= most:
            self.fail(key, f"phải là số từ 0 đến {most}")
        return exact

    def day(self, key: str) -> str:
        """A day as ISO text, or "" where none is said."""
        found = self.content.get(key, _ABSENT)
        self.asked.add(key)
        if found is _ABSENT:
            return ""
        if not isinstance(found, dt.date) or isinstance(found, dt.datetime):
            self.fail(key, "phải là ngày dạng năm-tháng-ngày, không có ngoặc kép, ví dụ 2026-07-01")
        return found.isoformat()

    def tables(self, key: str) -> list[Table]:
        """The tables of a list, each with its place by id or number."""
        found = self.content.get(key, [])
        self.asked.add(key)
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            self.fail(key, f"phải là danh sách các mục [[{key}]]")
        return [Table(self._name(key, row, number), row, self.names) for number, row in enumerate(found, start=1)]

    def table(self, key: str) -> Table | None:
        """The table under a key; None where there is none."""
        if key not in self.content:
            return None
        self.asked.add(key)
        if not isinstance(self.content[key], dict):
            self.fail(key, f"phải là một mục [{key}]")
        return Table(f"{self.place}, mục {key}", self.content[key], self.names)

    def done(self) -> None:
        """Refuses a field that nobody asked for: a misspelt one would be lost silently."""
        for key in self.content:
            if key not in self.asked:
                self.fail(key, "chương trình không biết trường này. Hãy xem lại chính tả, hoặc bỏ trường đó")

    def _typed(self, key: str, wanted: Any, words: str, default: Any) -> Any:
        self.asked.add(key)
        found = self.content.get(key, _ABSENT)
        if found is _ABSENT:
            if default is None:
                self.fail(key, "còn thiếu. Hãy ghi thêm")
            return default
        if not isinstance(found, wanted) or (isinstance(found, bool) and wanted is not bool):
            self.fail(key, words)
        return found

    def _name(self, key: str, row: Mapping[str, Any], number: int) -> str:
        named = next((row[word] for word in ("id", "key", "type") if isinstance(row.get(word), str)), "")
        return f"{self.place}, mục {key} “{named}”" if named else f"{self.place}, mục {key} thứ {number}"


def by_id(rows: list[tuple[Table, Value]], id_of: Callable[[Value], str]) -> dict[str, Value]:
    """The values by id; a second one of the same id is refused."""
    found: dict[str, Value] = {}
    for table, value in rows:
        if id_of(value) in found:
            raise UserError(
                f"{table.place}: mã “{id_of(value)}” đã dùng ở một mục khác. Hãy đặt mã riêng cho từng mục."
            )
        found[id_of(value)] = value
    return found
