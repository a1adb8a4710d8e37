"""The methods of texts, mappings and lists that a template may call; there are no others."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reports.language.faults import ForbiddenError, TooMuchError, UnknownNameError
from reports.language.limits import MAX_TEXT, few
from reports.language.operations import as_text, concat, names_of
from reports.language.undefined import Undefined
from reports.prints import Printed, Sentence


def call_method(owner: Any, name: str, /, *places: Any, **named: Any) -> Any:
    """`owner.name(…)`. Raises UnknownNameError or ForbiddenError where templates have no such method."""
    if isinstance(owner, Undefined):
        raise owner.error()
    if isinstance(owner, Sentence):
        owner = str(owner)
    table = next((table for kind, table in _METHODS if isinstance(owner, kind)), {})
    if name in table:
        return table[name](owner, *places, **named)
    if not name.startswith("_") and (name in names_of(owner) or hasattr(type(owner), name)):
        raise ForbiddenError
    raise UnknownNameError(name, table or owner)


def replace(text: str, old: str, new: str, count: int | None = None) -> str:
    """`text` with `old` replaced by `new`, everywhere or `count` times from the left; it stays traced."""
    times = text.count(old) if count is None else min(text.count(old), count)
    if len(text) + times * (len(new) - len(old)) > MAX_TEXT:
        raise TooMuchError
    return spelt(text, str(text).replace(old, new, -1 if count is None else count))


def spelt(text: str, other: str) -> str:
    """Another spelling of a text; it leads back to where the text does."""
    return text.spelt(other) if isinstance(text, Printed) else other


def joined_by(between: Any, pieces: Iterable[Any]) -> str | Sentence:
    """The pieces with `between` between them; what comes from records stays traced."""
    between = as_text(between)
    return concat(*(text for at, piece in enumerate(pieces) for text in ((between, piece) if at else (piece,))))


def _traced(name: str) -> Callable[..., str]:
    change = getattr(str, name)
    return lambda text, *given: spelt(text, change(text, *given))


_OF_TEXTS: dict[str, Callable[..., Any]] = {
    **{name: getattr(str, name) for name in ("startswith", "endswith", "count", "find", "index", "isdigit")},
    **{name: _traced(name) for name in ("strip", "lstrip", "rstrip", "title", "removeprefix", "removesuffix")},
    "upper": lambda text: text.upper(),
    "lower": lambda text: text.lower(),
    "capitalize": lambda text: text.capitalize(),
    "replace": replace,
    "split": lambda text, *given: few(text.split(*given)),
    "splitlines": lambda text: few(text.splitlines()),
    "join": joined_by,
}
_OF_MAPPINGS: dict[str, Callable[..., Any]] = {
    "items": lambda owner: list(owner.items()),
    "keys": lambda owner: list(owner.keys()),
    "values": lambda owner: list(owner.values()),
    "get": lambda owner, key, other=None: owner.get(key, other),
}
_OF_LISTS: dict[str, Callable[..., Any]] = {
    "index": lambda owner, thing: owner.index(thing),
    "count": lambda owner, thing: owner.count(thing),
}
_METHODS: tuple[tuple[Any, dict[str, Callable[..., Any]]], ...] = (
    (str, _OF_TEXTS),
    (Mapping, _OF_MAPPINGS),
    ((list, tuple), _OF_LISTS),
)
