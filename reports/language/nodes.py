"""What a tag says, as a tree: the expressions and the blocks of the language."""

from __future__ import annotations

from dataclasses import dataclass

from reports.tags import Tag


@dataclass(frozen=True, slots=True)
class Const:
    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Attribute:
    owner: Node
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    owner: Node
    key: Node


@dataclass(frozen=True, slots=True)
class Slice:
    owner: Node
    bounds: tuple[Node | None, ...]


@dataclass(frozen=True, slots=True)
class Arguments:
    """What stands between the brackets of a call or filter."""

    places: tuple[Node, ...] = ()
    named: tuple[tuple[str, Node], ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """A call of a method: `owner.name(…)`."""

    owner: Node
    name: str
    given: Arguments


@dataclass(frozen=True, slots=True)
class Call:
    """A call of one of the few functions of the language: range, namespace."""

    name: str
    given: Arguments


@dataclass(frozen=True, slots=True)
class Filter:
    value: Node
    name: str
    given: Arguments


@dataclass(frozen=True, slots=True)
class Test:
    value: Node
    name: str
    given: Arguments


@dataclass(frozen=True, slots=True)
class Unary:
    sign: str  # "not ", "-" or "+"
    value: Node


@dataclass(frozen=True, slots=True)
class Binary:
    sign: str  # + - * / // %
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Concat:
    pieces: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    first: Node
    others: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Logic:
    word: str  # "and" or "or"
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    test: Node
    yes: Node
    no: Node


@dataclass(frozen=True, slots=True)
class Group:
    """A tuple or a list written out."""

    parts: tuple[Node, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """A dict written out."""

    parts: tuple[tuple[Node, Node], ...]


Node = (
    Const | Name | Attribute | Item | Slice | Method | Call | Filter | Test | Unary | Binary | Concat | Compare
    | Logic | Choice | Group | Pairs
)  # fmt: skip
Target = Name | Attribute | Group  # what a value is given to: a name, `space.name`, or a tuple of names


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Act:
    """A method of the printing that is called when the program comes by; the text it gives is written."""

    method: str
    args: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Print:
    tag: Tag
    value: Node


@dataclass(frozen=True, slots=True)
class For:
    tag: Tag
    target: Target
    items: Node
    only: Node | None
    body: tuple[Step, ...] = ()
    otherwise: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class If:
    """The branches, each with its tag and its test (None: else), in order."""

    branches: tuple[tuple[Tag, Node | None, tuple[Step, ...]], ...]


@dataclass(frozen=True, slots=True)
class Set:
    tag: Tag
    target: Target
    value: Node


@dataclass(frozen=True, slots=True)
class With:
    tag: Tag
    given: tuple[tuple[Target, Node], ...]
    body: tuple[Step, ...] = ()


Step = Text | Act | Print | For | If | Set | With
