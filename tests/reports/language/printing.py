"""A printing for tests: values as Python says them, unknown names between marks."""

from collections.abc import Mapping

from reports.language import Act, Program
from reports.tags import Tag, split_tags

PLACE = "mục 1"


class Plain:
    """Prints each value as Python's `str` says it."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.done: list[tuple[object, ...]] = []

    def write(self, value: object, slot: int) -> str:
        return str(value)

    def unknown(self, tag: Tag, name: str, guess: str) -> str:
        return f"«{name}»"

    def note(self, *args: object) -> str:
        self.done.append(args)
        return ""


def pieces(text: str) -> list[str | Tag | Act]:
    return list(split_tags(text, PLACE))


def text_of(template: str, context: Mapping[str, object]) -> str:
    return "".join(Program(pieces(template)).run(context, Plain()))
