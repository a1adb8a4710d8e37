"""Records of an exchange file: each becomes an Entry with the ward's values, or says why it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.exchange import converting
from forms.exchange.converting import Doubtful, Pointer, Reader, Refused, shown
from forms.exchange.describing import described, uid_of
from forms.exchange.entries import Doubt, Entry, Link
from forms.exchange.format import TWICE, shown_key
from forms.exchange.statements import TYPED, note_typed
from ward.kinds import KINDS

IDENTITY = ("kind", "uid", "id")


def read_record(raw: Any, index: int) -> Entry:
    """One raw record, read as far as it can be without looking at other records."""
    entry = Entry(index)
    if type(raw) is not dict:
        entry.refuse("", f"mỗi bản ghi phải là một đối tượng {{…}}, không phải {shown(raw)}")
        return entry
    if raw.get("kind") not in KINDS if type(raw.get("kind")) is str else True:
        entry.refuse(".kind", f"không có loại bản ghi {shown(raw.get('kind'))}; các loại: {', '.join(KINDS)}")
        return entry
    entry.kind = raw["kind"]
    _identity(raw, entry)
    year = _years(raw, entry)
    readers = described(entry.kind)
    for key, value in raw.items():
        if key in readers.own:
            if key in readers.period_words:
                _period(entry, key, readers.period_words[key], value, year, raw)
            else:
                _take(entry, entry.values, key, readers.own[key], value, year, "")
        elif key in readers.lists:
            entry.values[key] = _rows(entry, key, readers.lists[key], value, year)
        elif key not in IDENTITY and key != "years":
            _other(entry, key, value)
    if entry.typed:
        note_typed(entry)
    return entry


def _identity(raw: dict[str, Any], entry: Entry) -> None:
    uid, local = raw.get("uid"), raw.get("id")
    if uid is not None:
        entry.uid = uid_of(uid)
        if entry.uid is None:
            entry.refuse(".uid", f"uid phải là 32 chữ số hệ 16, không phải {shown(uid)}")
    if local is not None:
        if type(local) is not str or not local:
            entry.refuse(".id", f"id phải là chữ trong dấu ngoặc kép, không phải {shown(local)}")
        else:
            entry.local = local


def _years(raw: dict[str, Any], entry: Entry) -> int | None:
    """Takes the work years; gives the year for days and periods without one: the only work year, if it is one."""
    if "years" not in raw:
        return None
    try:
        years = entry.values["years"] = converting.years(raw["years"])
    except Refused as reason:
        entry.refuse(".years", str(reason))
        return None
    return years[0] if len(years) == 1 else None


def _take(
    entry: Entry, row: dict[str, Any], key: str, reader: Reader, raw: Any, year: int | None, inner: str
) -> None:
    try:
        value = row[key] = reader(raw, year)
    except Refused as reason:
        entry.refuse(f"{inner}.{key}", str(reason))
    except Doubtful as doubt:
        readings = tuple((label, {key: _coded(value)}) for label, value in doubt.readings)
        entry.doubts.append(Doubt(f"{entry.place}{inner}.{key}", str(doubt), readings, row))
        row[key] = ""
    else:
        if type(value) is Pointer:
            entry.links.append(Link(row, key, value, f"{entry.place}{inner}.{key}"))


def _coded(value: Any) -> Any:
    return value if isinstance(value, str) else value.code


def _period(entry: Entry, key: str, words_key: str, raw: Any, year: int | None, record: dict[str, Any]) -> None:
    said = words_key in record
    try:
        period = converting.period(raw, year)
    except Refused as reason:
        entry.refuse(f".{key}", str(reason))
        return
    except Doubtful as doubt:
        readings = tuple(
            (label, {key: period.code} if said else {key: period.code, words_key: period.words})
            for label, period in doubt.readings
        )
        entry.doubts.append(Doubt(f"{entry.place}.{key}", str(doubt), readings, entry.values))
        entry.values[key] = ""
        if not said:
            entry.values[words_key] = converting.text(raw)
        return
    entry.values[key] = period.code
    if not said and (period.words or (type(raw) is str and raw.strip() != period.code)):
        entry.values[words_key] = period.words


def _rows(entry: Entry, key: str, readers: dict[str, Reader], raw: Any, year: int | None) -> tuple[Any, ...]:
    if raw is None:
        return ()
    if type(raw) is not list:
        entry.refuse(f".{key}", f"phải là danh sách […], không phải {shown(raw)}")
        return ()
    rows = []
    only = next(iter(readers)) if len(readers) == 1 else ""
    for n, line in enumerate(raw):
        row: dict[str, Any] = {}
        rows.append(row)
        inner = f".{key}[{n}]"
        if only and not (type(line) is dict and only in line):
            line = {only: line}
        if type(line) is not dict:
            entry.refuse(inner, f"mỗi dòng phải là một đối tượng {{…}}, không phải {shown(line)}")
            continue
        for name, value in line.items():
            if name in readers:
                _take(entry, row, name, readers[name], value, year, inner)
            else:
                entry.refuse(f"{inner}.{shown_key(name)}", _unknown(name, line, readers))
    return tuple(rows)


def _other(entry: Entry, key: str, value: Any) -> None:
    """A key that is no field: the typed forms of a figure, or a mistake."""
    if entry.kind == "figure" and key in TYPED:
        try:
            entry.typed[key] = converting.text(value)
        except Refused as reason:
            entry.refuse(f".{key}", str(reason))
        return
    readers = described(entry.kind)
    entry.refuse(f".{shown_key(key)}", _unknown(key, {TWICE: value}, {**readers.own, **readers.lists}))


def _unknown(key: str, row: dict[str, Any], known: Mapping[str, Any]) -> str:
    if key == TWICE:
        return f"khóa “{shown_key(str(row[TWICE]))}” được ghi hai lần; hãy giữ một"
    return f"không có khóa này; các khóa có thể dùng: {', '.join(known)}"
