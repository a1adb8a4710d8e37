"""What an expression of a template stands for, told from its names alone; and what cannot be meant by it."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from reports.language.faults import ForbiddenError, UnknownNameError
from reports.language.methods import call_method
from reports.language.nodes import (
    Attribute,
    Binary,
    Choice,
    Concat,
    Const,
    Filter,
    Group,
    Item,
    Logic,
    Method,
    Name,
    Node,
    Slice,
    Test,
    Unary,
)
from reports.template_desk.check_filters import attribute_asked_for, given_by, wanted_instead
from reports.template_desk.shapes import ANY, FLAG, NUMBER, TEXT, Shape

INEXACT = Shape("inexact")
_CONSTANTS = {bool: FLAG, str: TEXT, int: NUMBER, float: INEXACT}
_SHOWN = 6


@dataclass(frozen=True)
class Names:
    """The names that hold at a tag; `elsewhere`: those that only hold in some loop, with that loop's tag."""

    known: Mapping[str, Shape]
    elsewhere: Mapping[str, str]


class Wrong(Exception):
    """What is wrong with an expression, as a sentence for the office."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Values:
    """Finds what expressions stand for. Every method raises Wrong for a name that is not there."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def printed(self, node: Node) -> None:
        """Whether a value tag can print this. Raises Wrong for a list, a group or a yes-or-no."""
        shape, typed = self.shape(node), _typed(node)
        if shape.kind == "list":
            raise Wrong(f"{typed} là một danh sách nên không in thẳng được. Hãy in từng mục bằng vòng lặp for.")
        if shape.kind == "group":
            inside = ", ".join(f"{_bare(node)}.{name}" for name in list(shape.members)[:_SHOWN])
            raise Wrong(f"{typed} là một nhóm giá trị nên không in thẳng được. Hãy chọn một trường của nó: {inside}.")
        if shape.kind == "inexact":
            raise Wrong("Phép chia và số thập phân không in được, vì có thể bị làm tròn. Hãy in số có trong sổ.")
        if shape.kind == "flag":
            raise Wrong(f"{typed} chỉ là có hay không nên không in được. Hãy dùng nó trong thẻ if.")

    def looped(self, node: Node) -> Shape:
        """What a loop over this gives. Raises Wrong for what is no list."""
        shape = self.shape(node)
        if shape.kind in ("list", "any"):
            return shape.items
        if shape.kind == "group":
            lists = [f"{_bare(node)}.{name}" for name, one in shape.members.items() if one.kind == "list"]
            advice = f" Hãy lặp qua một danh sách của nó: {', '.join(lists)}." if lists else ""
            raise Wrong(f"{_typed(node)} là một nhóm giá trị, không phải danh sách, nên không lặp được.{advice}")
        raise Wrong(f"{_typed(node)} không phải danh sách nên không lặp được. Hãy in thẳng: {{{{ {_bare(node)} }}}}.")

    def shape(self, node: Node) -> Shape:
        """What the expression stands for; "any" where that cannot be told."""
        match node:
            case Const(value):
                return _CONSTANTS.get(type(value), ANY)
            case Name(name):
                return self._named(name)
            case Attribute(owner, name):
                return self._member(owner, self.shape(owner), name)
            case Item(owner, key):
                return self._item(owner, self.shape(owner), key)
            case Slice(owner, _):
                return self.shape(owner)
            case Method():
                return self._method(node)
            case Filter():
                return self._filtered(node)
            case Test(value, name, _):
                if name not in ("defined", "undefined"):
                    self._all_of(node)
                return FLAG
            case Logic(_, parts):
                return _one_of([self.shape(part) for part in parts])
            case Choice(test, yes, no):
                self.shape(test)
                return _one_of([self.shape(yes), self.shape(no)])
            case Concat():
                self._all_of(node)
                return TEXT
            case Binary(sign, left, right):
                return _computed(sign, self.shape(left), self.shape(right))
            case Unary("not ", value):
                self.shape(value)
                return FLAG
            case Group():
                self._all_of(node)
                return Shape("list", ANY)
        self._all_of(node)
        return ANY

    def _all_of(self, node: tuple[object, ...]) -> None:
        """Looks at every expression inside another."""
        for held in node:
            if isinstance(held, Node):
                self.shape(held)
            elif isinstance(held, tuple):
                self._all_of(held)

    def _named(self, name: str) -> Shape:
        if name in self._names.known:
            return self._names.known[name]
        if name == "loop":
            raise Wrong("“loop” chỉ dùng được bên trong vòng lặp for.")
        if name in self._names.elsewhere:
            loop = self._names.elsewhere[name]
            raise Wrong(f"“{name}” chỉ có bên trong vòng lặp {loop}. Hãy đưa thẻ này vào giữa vòng lặp ấy.")
        raise Wrong(f"Mẫu dùng tên “{name}” mà chương trình không biết.{self._guess(name)}")

    def _guess(self, name: str) -> str:
        """The nearest known name, or the whole name of a field that is called so below a group."""
        paths = {path for top, shape in self._names.known.items() for path in _paths(top, shape)}
        below = sorted((path for path in paths if path.rpartition(".")[2] == name.lower()), key=len)
        return f" Có phải là “{below[0]}” không?" if below else guess(name, self._names.known)

    def _member(self, owner: Node, shape: Shape, name: str) -> Shape:
        if shape.kind == "any":
            return ANY
        if name in shape.members:
            return shape.members[name]
        if shape.kind == "group":
            known = ", ".join(list(shape.members)[:_SHOWN]) + ("…" if len(shape.members) > _SHOWN else "")
            advice = guess(name, shape.members) or f" Trong đó chỉ có: {known}."
            raise Wrong(f"{_typed(owner)} không có trường “{name}”.{advice}")
        if shape.kind == "list":
            raise Wrong(f"{_typed(owner)} là danh sách nên không có trường “{name}”. Hãy lấy nó bên trong vòng lặp.")
        raise Wrong(f"{_typed(owner)} là một giá trị để in, bên trong không có trường “{name}”.")

    def _item(self, owner: Node, shape: Shape, key: Node) -> Shape:
        if shape.kind == "group" and isinstance(key, Const) and isinstance(key.value, str):
            return self._member(owner, shape, key.value)
        self.shape(key)
        if shape.kind not in ("list", "text", "any"):
            raise Wrong(f"{_typed(owner)} không phải danh sách nên không lấy được một mục của nó.")
        return shape.items if shape.kind == "list" else shape if shape.kind == "text" else ANY

    def _method(self, node: Method) -> Shape:
        shape = ANY if isinstance(node.owner, Name) and node.owner.name == "loop" else self.shape(node.owner)
        self._all_of(node.given)
        example = {"text": "", "list": []}.get(shape.kind)
        if example is not None:
            try:
                call_method(example, node.name)
            except (UnknownNameError, ForbiddenError):
                raise Wrong(f"Không có phép “{node.name}()” cho {_typed(node.owner)}.") from None
            except (TypeError, ValueError):  # it is there and wants something between its brackets
                return ANY
        return ANY

    def _filtered(self, node: Filter) -> Shape:
        shape = self._maybe(node.value) if node.name in ("default", "d") else self.shape(node.value)
        self._all_of(node.given)
        if words := wanted_instead(node.name, shape):
            raise Wrong(f"Bộ lọc “{node.name}” chỉ dùng cho {words}, mà {_typed(node.value)} không phải {words}.")
        by = attribute_asked_for(node)
        asked = self._path(node.value, shape.items, by) if by and shape.kind == "list" else None
        if node.name == "join" and (asked or shape.items).kind in ("group", "list", "flag"):
            raise Wrong(
                f"“join” chỉ nối được chữ, mà mỗi mục của {_typed(node.value)} không phải chữ. "
                "Hãy in từng mục bằng vòng lặp for."
            )
        return given_by(node.name, shape, asked)

    def _maybe(self, node: Node) -> Shape:
        """What stands for a value that may be missing: only its last name need not be known."""
        if isinstance(node, Name):
            return self._names.known.get(node.name, ANY)
        if isinstance(node, Attribute):
            return self.shape(node.owner).members.get(node.name, ANY)
        return self.shape(node)

    def _path(self, owner: Node, shape: Shape, path: str) -> Shape:
        for name in path.split(","):
            found = shape
            for step in name.split("."):
                found = self._member(owner, found, step)
        return found


def guess(name: str, known: Mapping[str, object]) -> str:
    """“Có phải là … không?” with the nearest known name, whatever its case; "" when none is near."""
    near = difflib.get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
    return f" Có phải là “{near[0]}” không?" if near else ""


def _paths(name: str, shape: Shape) -> list[str]:
    below = [path for one, inner in shape.members.items() for path in _paths(f"{name}.{one}", inner)]
    return below or [name]


def _computed(sign: str, left: Shape, right: Shape) -> Shape:
    if sign == "/" or INEXACT in (left, right):
        return INEXACT
    return NUMBER if left.kind == right.kind == "number" else ANY


def _one_of(shapes: list[Shape]) -> Shape:
    kinds = {shape.kind for shape in shapes}
    return shapes[0] if len(kinds) == 1 and "group" not in kinds else TEXT if kinds <= {"text", "number"} else ANY


def _typed(node: Node) -> str:
    words = _bare(node)
    return f"“{words}”" if words else "Giá trị này"


def _bare(node: Node) -> str:
    """The expression as it is typed, where it is a plain name."""
    if isinstance(node, Name):
        return node.name
    if isinstance(node, Attribute) and (owner := _bare(node.owner)):
        return f"{owner}.{node.name}"
    return ""
