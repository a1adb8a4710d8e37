"""The texts of a value that a template prints, each with its source, in characters that Office can hold."""

import re
from collections.abc import Iterator

from reports.language import Undefined, UnprintableError
from reports.prints import Number, Printed, Sentence, Source

_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEW_LINE = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def traced(value: object) -> Iterator[tuple[str, Source | None]]:
    """A value's texts in order, each with its source or None. Raises UnprintableError for what is no text."""
    if value is None:
        return
    if isinstance(value, Printed):
        yield str(value), value.source
    elif isinstance(value, Number):
        yield value.text, value.source
    elif isinstance(value, Sentence):
        for piece in value:
            yield str(piece), piece.source if isinstance(piece, Printed) else None
    elif isinstance(value, (str, Undefined)) or type(value) is int:
        yield str(value), None
    else:
        raise UnprintableError


def writable(text: str) -> str:
    """The text without characters that XML cannot hold, every kind of line break as a line feed."""
    return _UNWRITABLE.sub("", _NEW_LINE.sub("\n", text))
