"""What a tag says, as a tree: the expressions and the blocks of the language."""

from __future__ import annotations

from typing import NamedTuple

from reports.tags import Tag


class Const(NamedTuple):
    value: str | int | float | bool | None


class Name(NamedTuple):
    name: str


class Attribute(NamedTuple):
    owner: Node
    name: str


class Item(NamedTuple):
    owner: Node
    key: Node


class Slice(NamedTuple):
    owner: Node
    bounds: tuple[Node | None, ...]


class Arguments(NamedTuple):
    """What stands between the brackets of a call or filter."""

    places: tuple[Node, ...] = ()
    named: tuple[tuple[str, Node], ...] = ()


class Method(NamedTuple):
    """A call of a method: `owner.name(…)`."""

    owner: Node
    name: str
    given: Arguments


class Call(NamedTuple):
    """A call of one of the few functions of the language: range, namespace."""

    name: str
    given: Arguments


class Filter(NamedTuple):
    value: Node
    name: str
    given: Arguments


class Test(NamedTuple):
    value: Node
    name: str
    given: Arguments


class Unary(NamedTuple):
    sign: str  # "not ", "-" or "+"
    value: Node


class Binary(NamedTuple):
    sign: str  # + - * / // %
    left: Node
    right: Node


class Concat(NamedTuple):
    pieces: tuple[Node, ...]


class Compare(NamedTuple):
    first: Node
    others: tuple[tuple[str, Node], ...]


class Logic(NamedTuple):
    word: str  # "and" or "or"
    parts: tuple[Node, ...]


class Choice(NamedTuple):
    test: Node
    yes: Node
    no: Node


class Group(NamedTuple):
    """A tuple or a list written out."""

    parts: tuple[Node, ...]
    is_list: bool = False


class Pairs(NamedTuple):
    """A dict written out."""

    parts: tuple[tuple[Node, Node], ...]


Node = (
    Const | Name | Attribute | Item | Slice | Method | Call | Filter | Test | Unary | Binary | Concat | Compare
    | Logic | Choice | Group | Pairs
)  # fmt: skip
Target = Name | Attribute | Group  # what a value is given to: a name, `space.name`, or a tuple of names


class Text(NamedTuple):
    text: str


class Act(NamedTuple):
    """A method of the printing that is called when the program comes by; the text it gives is written."""

    method: str
    args: tuple[int | str, ...] = ()


class Print(NamedTuple):
    tag: Tag
    value: Node


class For(NamedTuple):
    tag: Tag
    target: Target
    items: Node
    only: Node | None
    body: tuple[Step, ...] = ()
    otherwise: tuple[Step, ...] = ()


class If(NamedTuple):
    """The branches, each with its tag and its test (None: else), in order."""

    branches: tuple[tuple[Tag, Node | None, tuple[Step, ...]], ...]


class Set(NamedTuple):
    tag: Tag
    target: Target
    value: Node


class With(NamedTuple):
    tag: Tag
    given: tuple[tuple[Target, Node], ...]
    body: tuple[Step, ...] = ()


Step = Text | Act | Print | For | If | Set | With
