"""Single values of an exchange file: JSON in, what the ward keeps out, or a sentence why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from forms import fields
from forms.exchange.format import Inexact
from ward.dates import DateQuestion, parse_date
from ward.errors import UserError
from ward.exact import as_pair
from ward.periods import Period, PeriodQuestion, parse_period
from ward.shapes import FieldShape
from ward.text import nfc

Reader = Callable[[Any, int | None], Any]
"""Takes the JSON value and the year that a day or period without one belongs to."""


class Refused(Exception):
    """The value cannot be taken; the text says why and what to write instead."""


class Doubtful(Exception):
    """The value has several readings: the sentence to ask, and (label, value) for each reading."""

    def __init__(self, sentence: str, readings: tuple[tuple[str, Any], ...]) -> None:
        super().__init__(sentence)
        self.readings = readings


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference as the file gives it. `how`: "uid" (bytes), "id" or "name" (text), "key" (fields by path).

    `kinds` are those it may lead to (any when empty).
    """

    kinds: tuple[str, ...]
    how: str
    what: Any


def reader_of(
    shape: FieldShape, field: fields.Field | None, pointers: Callable[[Any, tuple[str, ...]], Any]
) -> Reader:
    """The reader of one field; `pointers` reads references (they need the other kinds' declarations)."""
    if isinstance(field, fields.Choice):
        return choice_reader(field.options)
    if shape.type == "ref":
        return lambda raw, year: pointers(raw, shape.kinds)
    return _READERS[shape.type]


def choice_reader(options: Mapping[str, str]) -> Reader:
    """Takes one of the keys, or its Vietnamese label."""
    known = {label.casefold(): key for key, label in options.items()} | {key: key for key in options}
    return partial(_choice, known, options)


def _choice(known: dict[str, str], options: Mapping[str, str], raw: Any, year: int | None) -> str:
    if raw is None or raw == "":
        return ""
    found: str | None = (known.get(raw) or known.get(nfc(raw).casefold())) if isinstance(raw, str) else None
    if found is None:
        offered = "; ".join(f"{key} ({label})" for key, label in options.items())
        raise Refused(f"không có lựa chọn {shown(raw)}; hãy chọn một trong: {offered}")
    return found


_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeffÐðƉɖ\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def text(raw: Any, year: int | None = None) -> str:
    """A text in NFC, trimmed; characters that no paper can hold are refused."""
    if raw is None:
        return ""
    if type(raw) is not str:
        raise Refused(f"phải là chữ trong dấu ngoặc kép, không phải {shown(raw)}")
    if not raw.isascii() and not unicodedata.is_normalized("NFC", raw):
        raw = unicodedata.normalize("NFC", raw)
    if _ODD.search(raw):
        if _FORBIDDEN.search(raw):
            raise Refused("có ký tự điều khiển không in được; hãy xóa đi")
        raw = nfc(raw, keep_blanks=True)
    return str(raw.strip())


def day(raw: Any, year: int | None) -> str:
    """A day, month or year as ISO text."""
    words = text(raw)
    try:
        return _day(words, year) if words else ""
    except DateQuestion as question:
        readings = tuple((reading.iso, reading.iso) for reading in question.readings)
        raise Doubtful(str(question), readings) from question
    except UserError as error:
        raise Refused(str(error)) from error


@lru_cache(maxsize=4096)
def _day(words: str, year: int | None) -> str:
    return parse_date(words, year=year).iso


def period(raw: Any, year: int | None) -> Period:
    """A period by its code or as wards write it."""
    words = text(raw)
    try:
        return _period(words, year)
    except PeriodQuestion as question:
        readings = tuple((reading.code or "chỉ giữ lời văn", reading) for reading in question.readings)
        raise Doubtful(str(question), readings) from question
    except UserError as error:
        raise Refused(str(error)) from error


_period = lru_cache(maxsize=4096)(lambda words, year: parse_period(words, year=year))


def period_code(raw: Any, year: int | None) -> str:
    """A period whose words have no place of their own, so that it must be one that has a code."""
    found = period(raw, year)
    if text(raw) and not found.code:
        raise Refused(f"không xếp được {shown(raw)} vào kỳ nào; hãy ghi bằng lời vào khóa ..._words bên cạnh")
    return found.code


_EXACT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def exact(raw: Any, year: int | None) -> Decimal | None:
    """An exact number from its decimal text, or from a whole JSON number."""
    if raw is None or raw == "":
        return None
    if type(raw) in (Inexact, float):
        raise Refused(f'số {shown(raw)} phải để trong dấu ngoặc kép để giữ đúng từng chữ số, ví dụ "0.81"')
    if type(raw) is not int and not (type(raw) is str and _EXACT.fullmatch(raw)):
        raise Refused(f'không phải số: {shown(raw)}; hãy ghi "1234.5" (dấu chấm thập phân), hoặc dùng "text"')
    number = Decimal(raw)
    if type(raw) is int or len(str(raw)) > 18:
        try:
            as_pair(number)
        except UserError as error:
            raise Refused(str(error)) from error
    return number


def whole(raw: Any, year: int | None) -> int | None:
    """A whole number."""
    if raw is None:
        return None
    if type(raw) is not int or abs(raw) >= 2**53:
        raise Refused(f"phải là số nguyên không có dấu ngoặc kép, không phải {shown(raw)}")
    return raw


def flag(raw: Any, year: int | None) -> bool:
    """Yes or no."""
    if raw is None:
        return False
    if type(raw) is not bool:
        raise Refused(f"phải là true hoặc false, không phải {shown(raw)}")
    return raw


def years(raw: Any) -> tuple[int, ...]:
    """The work years, each once, in order."""
    if raw is None:
        return ()
    if type(raw) is not list or not all(type(year) is int and 1900 <= year <= 2200 for year in raw):
        raise Refused("phải là danh sách năm, ví dụ [2023] hoặc [2023, 2024]")
    return tuple(sorted(set(raw)))


def shown(raw: Any) -> str:
    """A raw value as a sentence can show it."""
    if isinstance(raw, Inexact):
        return raw.written
    if isinstance(raw, str):
        plain = raw.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
        return f"“{plain[:60]}…”" if len(plain) > 60 else f"“{plain}”"
    if isinstance(raw, bool) or raw is None:
        return {True: "true", False: "false", None: "null"}[raw]
    if isinstance(raw, (dict, list)):
        return "một đối tượng {…}" if isinstance(raw, dict) else "một danh sách […]"
    return "một số quá dài" if isinstance(raw, int) and abs(raw) >= 10**60 else str(raw)


_READERS: dict[str, Reader] = {
    "text": text,
    "day": day,
    "period": period_code,
    "exact": exact,
    "whole": whole,
    "flag": flag,
}
