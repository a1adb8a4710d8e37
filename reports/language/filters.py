"""The filters of the language: `value|name(…)`, one function each, in one table."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reports.language.limits import MAX_TEXT, few
from reports.language.methods import joined_by, replace, spelt
from reports.language.operations import as_text, item, plain
from reports.language.questions import TESTS
from reports.language.undefined import Undefined
from reports.prints import Sentence

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_WORD_BEGINS = re.compile(r"([-\s({\[<]+)")
_WORD = re.compile(r"\w+")


def letter(number: int) -> str:
    """The letter of the n-th point as Vietnamese law counts them: a, b, c, d, đ, e, g, h, …"""
    return _LETTERS[(number - 1) % len(_LETTERS)]


def _same(value: Any) -> Any:
    """`escape` and its other names: every value is escaped where it is written."""
    return value


def _default(value: Any, other: Any = "", boolean: bool = False) -> Any:
    return other if isinstance(value, Undefined) or (boolean and not value) else value


def _recased(value: Any, change: Callable[[str], str]) -> str | Sentence:
    if isinstance(value, Sentence):
        return Sentence(tuple(map(change, value.pieces)))
    return change(as_text(value))


def _upper(value: Any) -> str | Sentence:
    return _recased(value, lambda text: text.upper())


def _lower(value: Any) -> str | Sentence:
    return _recased(value, lambda text: text.lower())


def _capitalize(value: Any) -> str | Sentence:
    if not isinstance(value, Sentence):
        return as_text(value).capitalize()
    begins = next((at for at, piece in enumerate(value.pieces) if piece), 0)
    return Sentence(
        tuple(spelt(piece, piece[:1].upper() + piece[1:]) if at == begins else piece
              for at, piece in enumerate(value.pieces))
    )  # fmt: skip


def _title(value: Any) -> str:
    text = as_text(value)
    words = _WORD_BEGINS.split(str(text))
    return spelt(text, "".join(word[0].upper() + word[1:].lower() for word in words if word))


def _trim(value: Any, chars: str | None = None) -> str | Sentence:
    if not isinstance(value, Sentence) or not value.pieces:
        return spelt(text := as_text(value), str(text).strip(chars))
    pieces = list(value.pieces)
    for at in (*range(len(pieces)),):
        pieces[at] = spelt(pieces[at], str(pieces[at]).lstrip(chars))
        if pieces[at]:
            break
    for at in reversed(range(len(pieces))):
        pieces[at] = spelt(pieces[at], str(pieces[at]).rstrip(chars))
        if pieces[at]:
            break
    return Sentence(tuple(pieces))


def _replace(value: Any, old: Any, new: Any, count: int | None = None) -> str:
    return replace(as_text(value), as_text(old), as_text(new), count)


def _truncate(value: Any, length: int = 255, killwords: bool = False, end: str = "...", leeway: int = 5) -> str:
    text = as_text(value)
    if length < len(end) or leeway < 0:
        raise ValueError("a text is cut at no less than the length of its end")
    if len(text) <= length + leeway:
        return text
    cut = str(text)[: length - len(end)]
    return spelt(text, (cut if killwords else cut.rsplit(" ", 1)[0]) + end)


def _length(value: Any) -> int:
    return len(plain(value))


def _whole(value: Any, default: int = 0) -> int:
    try:
        return int(as_text(value)[:MAX_TEXT] if isinstance(value, (str, Sentence)) else value)
    except (TypeError, ValueError, OverflowError):
        return default


def _wordcount(value: Any) -> int:
    return len(_WORD.findall(as_text(value)))


def _listed(value: Any) -> list[Any]:
    return list(plain(value))


def _first(value: Iterable[Any]) -> Any:
    return next(iter(plain(value)), Undefined("first", value))


def _last(value: Sequence[Any]) -> Any:
    return next(reversed(plain(value)), Undefined("last", value))


def _join(value: Any, between: Any = "", attribute: str | int | None = None) -> str | Sentence:
    return joined_by(between, map(_of(attribute), plain(value)))


def _of(path: str | int | None, fold: bool = False) -> Callable[[Any], Any]:
    """The getter of `attribute="a.b"`; texts in small letters where case does not count."""
    keys = [int(key) if key.isdigit() else key for key in str(path).split(".")] if path is not None else []

    def get(value: Any) -> Any:
        for key in keys:
            value = item(value, key)
        value = plain(value)
        return str(value).lower() if fold and isinstance(value, str) else value

    return get


def _sort(
    value: Iterable[Any], reverse: bool = False, case_sensitive: bool = False, attribute: str | int | None = None
) -> list[Any]:
    names = str(attribute).split(",") if attribute is not None else [None]
    getters = [_of(name, not case_sensitive) for name in names]
    return sorted(value, key=lambda one: [get(one) for get in getters], reverse=reverse)


def _dictsort(
    value: Mapping[Any, Any], case_sensitive: bool = False, by: str = "key", reverse: bool = False
) -> list[tuple[Any, Any]]:
    place = ("key", "value").index(by)
    get = _of(None, not case_sensitive)
    return sorted(value.items(), key=lambda pair: get(pair[place]), reverse=reverse)


def _items(value: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return list(value.items())


def _unique(value: Iterable[Any], case_sensitive: bool = False, attribute: str | int | None = None) -> list[Any]:
    get = _of(attribute, not case_sensitive)
    kept: dict[Any, Any] = {}
    for one in value:
        kept.setdefault(get(one), one)
    return list(kept.values())


def _best(choose: Callable[..., Any]) -> Callable[..., Any]:
    def best(value: Iterable[Any], case_sensitive: bool = False, attribute: str | int | None = None) -> Any:
        among = list(value)
        return choose(among, key=_of(attribute, not case_sensitive)) if among else Undefined(choose.__name__, value)

    return best


def _sum(value: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
    get = _of(attribute)
    return sum((get(one) for one in value), start)


def _groupby(value: Iterable[Any], attribute: str | int, default: Any = None, case_sensitive: bool = False) -> Any:
    """Pairs of a key and what has it; Jinja's groups are also asked for `.grouper` and `.list`."""
    get = _of(attribute, not case_sensitive)
    exact = _of(attribute)
    groups: dict[Any, list[Any]] = {}
    for one in sorted(value, key=get):
        groups.setdefault(get(one), []).append(one)
    return [(exact(found[0]) if default is None else default, found) for found in groups.values()]


def _batch(value: Iterable[Any], linecount: int, fill_with: Any = None) -> list[list[Any]]:
    among = list(value)
    lines = [among[at : at + linecount] for at in range(0, len(among), linecount)]
    if fill_with is not None and lines:
        lines[-1] += [fill_with] * few(range(linecount - len(lines[-1]))).stop
    return lines


def _select(wanted: bool, of_attribute: bool) -> Callable[..., list[Any]]:
    def select(value: Iterable[Any], *given: Any) -> list[Any]:
        get = _of(given[0]) if of_attribute else _of(None)
        given = given[1:] if of_attribute else given
        test = TESTS[given[0]] if given else bool
        return [one for one in value if bool(test(get(one), *given[1:])) is wanted]

    return select


def _map(value: Iterable[Any], *given: Any, attribute: str | int | None = None, **named: Any) -> list[Any]:
    if attribute is not None:
        get, other = _of(attribute), named.get("default")
        found = [get(one) for one in value]
        return [other if "default" in named and isinstance(one, Undefined) else one for one in found]
    change = FILTERS[given[0]]
    return [change(one, *given[1:], **named) for one in value]


def _paragraphs(value: Any) -> list[Any]:
    """What {{p x }} prints a paragraph each of: the items of a list, or one text."""
    if isinstance(value, (list, tuple)):
        return list(value)
    return [] if value is None else [value]


FILTERS: dict[str, Callable[..., Any]] = {
    "abs": abs, "batch": _batch, "capitalize": _capitalize, "count": _length, "d": _default, "default": _default,
    "dictsort": _dictsort, "e": _same, "escape": _same, "first": _first, "forceescape": _same, "groupby": _groupby,
    "int": _whole, "items": _items, "join": _join, "last": _last, "length": _length, "letter": letter,
    "list": _listed, "lower": _lower, "map": _map, "max": _best(max), "min": _best(min),
    "paragraphs": _paragraphs,
    "reject": _select(False, False), "rejectattr": _select(False, True), "replace": _replace,
    "reverse": lambda value: value[::-1] if isinstance(value, str) else list(reversed(value)),
    "select": _select(True, False), "selectattr": _select(True, True), "sort": _sort, "string": as_text,
    "sum": _sum, "title": _title, "trim": _trim, "truncate": _truncate, "unique": _unique, "upper": _upper,
    "wordcount": _wordcount,
}  # fmt: skip
# Filters that look at each item of a list, so that what they do counts
WIDE = frozenset(FILTERS) - {
    "abs", "capitalize", "count", "d", "default", "e", "escape", "first", "forceescape", "int", "last", "length",
    "letter", "lower", "string", "upper",
}  # fmt: skip
