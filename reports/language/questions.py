"""The tests of the language: `value is name`, one function each, in one table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from reports.language.operations import plain, same, within
from reports.language.undefined import Undefined
from reports.prints import Sentence


def _is_defined(value: Any) -> bool:
    return not isinstance(value, Undefined)


def _is_undefined(value: Any) -> bool:
    return isinstance(value, Undefined)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, Decimal))


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, (str, Sentence))


# Each with the number of arguments that it takes
_TESTS: dict[str, tuple[int, Callable[..., Any]]] = {
    "defined": (0, _is_defined),
    "undefined": (0, _is_undefined),
    "none": (0, lambda value: value is None),
    "boolean": (0, lambda value: isinstance(value, bool)),
    "true": (0, lambda value: value is True),
    "false": (0, lambda value: value is False),
    "odd": (0, lambda value: value % 2 == 1),
    "even": (0, lambda value: value % 2 == 0),
    "divisibleby": (1, lambda value, number: value % number == 0),
    "number": (0, _is_number),
    "integer": (0, _is_integer),
    "float": (0, lambda value: isinstance(value, float)),
    "string": (0, _is_text),
    "mapping": (0, lambda value: isinstance(value, Mapping)),
    "sequence": (0, lambda value: isinstance(value, (Sequence, Mapping))),
    "iterable": (0, lambda value: isinstance(value, Iterable)),
    "lower": (0, lambda value: str(plain(value)).islower()),
    "upper": (0, lambda value: str(plain(value)).isupper()),
    "in": (1, within),
    **dict.fromkeys(("==", "eq", "equalto"), (1, same)),
    **dict.fromkeys(("!=", "ne"), (1, lambda value, other: not same(value, other))),
    **dict.fromkeys(("<", "lt", "lessthan"), (1, lambda value, other: value < other)),
    **dict.fromkeys(("<=", "le"), (1, lambda value, other: value <= other)),
    **dict.fromkeys((">", "gt", "greaterthan"), (1, lambda value, other: value > other)),
    **dict.fromkeys((">=", "ge"), (1, lambda value, other: value >= other)),
}
TESTS: dict[str, Callable[..., Any]] = {name: test for name, (_, test) in _TESTS.items()}
ARGUMENTS: dict[str, int] = {name: count for name, (count, _) in _TESTS.items()}
