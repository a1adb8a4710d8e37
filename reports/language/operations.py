"""What the operators, dots and brackets of a template do with values."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from reports.language.faults import TooMuchError, UnprintableError
from reports.language.limits import MAX_BITS, MAX_ITEMS, MAX_RANGE, MAX_TEXT
from reports.language.undefined import Undefined
from reports.prints import Number, Printed, Sentence, joined

_known_fields: dict[type, frozenset[str]] = {}


class Namespace:
    """`namespace(…)`: the one value that a template may change, to carry something out of a loop."""

    def __init__(self, **values: object) -> None:
        self.values = dict(values)


def attribute(owner: Any, name: str) -> Any:
    """`owner.name`: the key of a mapping, the field or property of a dataclass; Undefined when there is none."""
    kind = type(owner)
    if kind is dict:
        found = owner.get(name, _known_fields)
        return found if found is not _known_fields else Undefined(name, owner)
    known = _known_fields.get(kind)
    if known is None:
        known = _known_fields[kind] = _fields(kind)
    if name in known:
        return getattr(owner, name)
    if isinstance(owner, Mapping) and name in owner:
        return owner[name]
    if isinstance(owner, Namespace) and name in owner.values:
        return owner.values[name]
    if isinstance(owner, Undefined):
        raise owner.error()
    return Undefined(name, owner)


def private(owner: Any, name: str) -> Undefined:
    """`owner._name`: for templates there is no such thing."""
    if isinstance(owner, Undefined):
        raise owner.error()
    return Undefined(name, owner)


def _fields(kind: type) -> frozenset[str]:
    """The names that a template may ask a value of this type for."""
    names: list[str] = []
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        names += [
            name for parent in kind.__mro__ for name, held in vars(parent).items() if isinstance(held, property)
        ]
    elif issubclass(kind, tuple):
        names = list(getattr(kind, "_fields", ()))
    return frozenset(name for name in names if not name.startswith("_"))


def names_of(owner: object) -> list[str]:
    """The names that a value answers to."""
    if isinstance(owner, Namespace):
        owner = owner.values
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    return sorted(_fields(type(owner)))


def item(owner: Any, key: Any) -> Any:
    """`owner[key]`: of a mapping, a list or a text; a field of anything else."""
    if isinstance(owner, Undefined):
        raise owner.error()
    if isinstance(owner, (Mapping, list, tuple, str, range)):
        try:
            return owner[key]
        except LookupError:
            return Undefined(str(key), owner)
        except TypeError:
            if not isinstance(key, str):
                raise
    if isinstance(key, str) and not key.startswith("_"):
        return attribute(owner, key)
    return Undefined(str(key), owner)


def part(owner: Any, *bounds: int | None) -> Any:
    """`owner[a:b]` of a list or text; a part of a text from a record leads back there."""
    if isinstance(owner, Undefined):
        raise owner.error()
    if not isinstance(owner, (list, tuple, str, range)):
        raise TypeError
    found = owner[slice(*bounds)]
    return owner.spelt(str(found)) if isinstance(owner, Printed) else found


def put(space: object, name: str, value: object) -> None:
    """`{% set space.name = value %}`."""
    if not isinstance(space, Namespace):
        raise TypeError
    space.values[name] = value


def add(left: Any, right: Any) -> Any:
    """`left + right`; texts from records stay traced."""
    if isinstance(left, (str, Sentence)) and isinstance(right, (str, Sentence)):
        return concat(left, right)
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)) and len(left) + len(right) > MAX_ITEMS:
        raise TooMuchError
    return left + right


def multiply(left: Any, right: Any) -> Any:
    """`left * right`, of numbers, or a text or list and how many times."""
    times, thing = (left, right) if isinstance(left, int) else (right, left)
    if isinstance(times, int):
        size, most = 0, MAX_BITS
        if isinstance(thing, int):
            size = times.bit_length() + thing.bit_length()
        elif isinstance(thing, (str, list, tuple)):
            size, most = len(thing) * times, MAX_TEXT if isinstance(thing, str) else MAX_ITEMS
        if size > most:
            raise TooMuchError
    return left * right


def remainder(left: Any, right: Any) -> Any:
    """`left % right` of numbers; a text is never taken as a pattern."""
    if isinstance(left, str):
        raise TypeError
    return left % right


def concat(*pieces: Any) -> str | Sentence:
    """`a ~ b ~ …`: one text, in which what comes from records stays traced; None is nothing."""
    traced = False
    texts: list[str | Sentence] = []
    for piece in pieces:
        if isinstance(piece, Number):
            piece = _number_text(piece)
        if isinstance(piece, (Printed, Sentence)):
            traced = True
        elif isinstance(piece, Undefined):
            raise piece.error()
        elif piece is not None and type(piece) is not str:
            piece = as_text(piece)
        if piece is not None:
            texts.append(piece)
    if sum(len(str(text)) for text in texts) > MAX_TEXT:
        raise TooMuchError
    return joined(texts) if traced else "".join(map(str, texts))


def _number_text(number: Number) -> str:
    source = number.source
    return Printed(number.text, record=source.record, field=source.field, what=source.what) if source else number.text


def as_text(value: Any) -> str:
    """A value as a plain text. Raises UnprintableError for what is none."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, Undefined):
        raise value.error()
    if isinstance(value, (Sentence, Number, int)):
        return str(value)
    raise UnprintableError


def plain(value: Any) -> Any:
    """A value as it is compared: a sentence by its text."""
    return str(value) if isinstance(value, Sentence) else value


def same(left: Any, right: Any) -> bool:
    """`left == right`."""
    return bool(plain(left) == plain(right))


def within(thing: Any, container: Any) -> bool:
    """`thing in container`."""
    return plain(thing) in plain(container)


def numbers(*bounds: int) -> range:
    """`range(…)`, of no more than MAX_RANGE numbers."""
    found = range(*bounds)
    if len(found) > MAX_RANGE:
        raise TooMuchError
    return found
