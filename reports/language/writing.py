"""Writes expressions as Python: every name a variable of ours, every text a quoted one, every call a known one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reports.language.faults import UnknownNameError
from reports.language.filters import FILTERS, WIDE
from reports.language.loops import Loop
from reports.language.methods import call_method
from reports.language.nodes import (
    Arguments,
    Attribute,
    Binary,
    Call,
    Choice,
    Compare,
    Concat,
    Const,
    Filter,
    Group,
    Item,
    Logic,
    Method,
    Name,
    Node,
    Pairs,
    Slice,
    Test,
    Unary,
)
from reports.language.operations import (
    Namespace,
    add,
    attribute,
    concat,
    item,
    multiply,
    numbers,
    part,
    private,
    put,
    remainder,
    same,
    within,
)
from reports.language.questions import TESTS
from reports.language.scopes import LoopNames, Scope
from reports.language.undefined import Undefined

# What the written code may call, by the names it calls them
VOCABULARY: dict[str, Any] = {
    **{
        function.__name__: function
        for function in (
            add, attribute, call_method, concat, item, multiply, part, private, put, remainder, same, within,
            Loop, Undefined, UnknownNameError,
        )
    },
    "f_range": numbers,
    "f_namespace": Namespace,
    **{f"f_{name}": function for name, function in FILTERS.items()},
    **{f"t_{name}": test for name, test in TESTS.items() if name.isidentifier()},
}  # fmt: skip
_SIGNED_TESTS = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
_FUNCTIONS = {"+": "add", "*": "multiply", "%": "remainder"}
_OF_LOOP = {
    "index": "({0} + 1)",
    "index0": "{0}",
    "first": "({0} == 0)",
    "last": "({0} + 1 == len({1}))",
    "length": "len({1})",
    "revindex": "(len({1}) - {0})",
    "revindex0": "(len({1}) - {0} - 1)",
    "previtem": "({1}[{0} - 1] if {0} else Undefined('previtem', None))",
    "nextitem": "({1}[{0} + 1] if {0} + 1 < len({1}) else Undefined('nextitem', None))",
    "depth": "1",
    "depth0": "0",
}


class ExpressionWriter:
    """Writes the expressions of one part; `read` is told each name that must come from the context."""

    def __init__(self, read: Callable[[str, bool], str]) -> None:
        self._read = read
        self._writers: dict[type, Callable[[Any, Scope], str]] = {
            Const: self._const, Name: self._name, Attribute: self._attribute, Item: self._item, Slice: self._slice,
            Method: self._method, Call: self._call, Filter: self._filter, Test: self._test, Unary: self._unary,
            Binary: self._binary, Concat: self._concat, Compare: self._compare, Logic: self._logic,
            Choice: self._choice, Group: self._group, Pairs: self._pairs,
        }  # fmt: skip

    def write(self, node: Node, scope: Scope) -> str:
        """The expression as Python, in brackets where needed."""
        return self._writers[type(node)](node, scope)

    def _const(self, node: Const, _: Scope) -> str:
        return repr(node.value)

    def _name(self, node: Name, scope: Scope, asked: bool = False) -> str:
        found = scope.find(node.name)
        if isinstance(found, LoopNames):
            found.uses.add("")
            return f"Loop({found.place}, {found.items})"
        return found if found is not None else self._read(node.name, asked)

    def _attribute(self, node: Attribute, scope: Scope) -> str:
        if isinstance(node.owner, Name):
            found = scope.find(node.owner.name)
            if isinstance(found, LoopNames) and node.name in _OF_LOOP:
                found.uses.add(node.name)
                return _OF_LOOP[node.name].format(found.place, found.items)
        if node.name.startswith("_"):
            return f"private({self.write(node.owner, scope)}, {node.name!r})"
        return f"attribute({self.write(node.owner, scope)}, {node.name!r})"

    def _item(self, node: Item, scope: Scope) -> str:
        return f"item({self.write(node.owner, scope)}, {self.write(node.key, scope)})"

    def _slice(self, node: Slice, scope: Scope) -> str:
        bounds = ", ".join("None" if bound is None else self.write(bound, scope) for bound in node.bounds)
        return f"part({self.write(node.owner, scope)}, {bounds})"

    def _method(self, node: Method, scope: Scope) -> str:
        given = self._given(node.given, scope)
        if isinstance(node.owner, Name) and node.name == "cycle":
            found = scope.find(node.owner.name)
            if isinstance(found, LoopNames):
                found.uses.add("cycle")
                return f"Loop({found.place}, {found.items}).cycle({given.removeprefix(', ')})"
        return f"call_method({self.write(node.owner, scope)}, {node.name!r}{given})"

    def _call(self, node: Call, scope: Scope) -> str:
        return f"f_{node.name}({self._given(node.given, scope).removeprefix(', ')})"

    def _filter(self, node: Filter, scope: Scope) -> str:
        value = self._asked(node.value, scope) if node.name in ("d", "default") else self.write(node.value, scope)
        value = f"wide({value})" if node.name in WIDE else value
        return f"f_{node.name}({value}{self._given(node.given, scope)})"

    def _test(self, node: Test, scope: Scope) -> str:
        asking = node.name in ("defined", "undefined")
        value = self._asked(node.value, scope) if asking else self.write(node.value, scope)
        return f"t_{_SIGNED_TESTS.get(node.name, node.name)}({value}{self._given(node.given, scope)})"

    def _asked(self, value: Node, scope: Scope) -> str:
        return self._name(value, scope, asked=True) if isinstance(value, Name) else self.write(value, scope)

    def _given(self, given: Arguments, scope: Scope) -> str:
        places = [self.write(value, scope) for value in given.places]
        named = [f"{name!r}: {self.write(value, scope)}" for name, value in given.named]
        return "".join(f", {one}" for one in places) + (f", **{{{', '.join(named)}}}" if named else "")

    def _unary(self, node: Unary, scope: Scope) -> str:
        return f"({node.sign}{self.write(node.value, scope)})"

    def _binary(self, node: Binary, scope: Scope) -> str:
        left, right = self.write(node.left, scope), self.write(node.right, scope)
        function = _FUNCTIONS.get(node.sign)
        return f"{function}({left}, {right})" if function else f"({left} {node.sign} {right})"

    def _concat(self, node: Concat, scope: Scope) -> str:
        return f"concat({', '.join(self.write(piece, scope) for piece in node.pieces)})"

    def _compare(self, node: Compare, scope: Scope) -> str:
        left = self.write(node.first, scope)
        if len(node.others) == 1:
            sign, other = node.others[0]
            return _comparison(left, sign, self.write(other, scope))
        return "(" + left + "".join(f" {sign} {self.write(other, scope)}" for sign, other in node.others) + ")"

    def _logic(self, node: Logic, scope: Scope) -> str:
        return "(" + f" {node.word} ".join(self.write(one, scope) for one in node.parts) + ")"

    def _choice(self, node: Choice, scope: Scope) -> str:
        yes, test, no = (self.write(one, scope) for one in (node.yes, node.test, node.no))
        return f"({yes} if {test} else {no})"

    def _group(self, node: Group, scope: Scope) -> str:
        parts = "".join(f"{self.write(one, scope)}, " for one in node.parts)
        return f"[{parts}]" if node.is_list else f"({parts})"

    def _pairs(self, node: Pairs, scope: Scope) -> str:
        return "{" + "".join(f"{self.write(k, scope)}: {self.write(v, scope)}, " for k, v in node.parts) + "}"


def _comparison(left: str, sign: str, right: str) -> str:
    if sign in ("==", "!="):
        return f"same({left}, {right})" if sign == "==" else f"(not same({left}, {right}))"
    if sign in ("in", "not in"):
        return f"within({left}, wide({right}))" if sign == "in" else f"(not within({left}, wide({right})))"
    return f"({left} {sign} {right})"
