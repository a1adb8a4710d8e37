"""Writes the steps of one part as one Python function, with a table that tells which tag each line came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.language.nodes import Act, Attribute, For, Group, If, Name, Node, Print, Set, Step, Target, Text, With
from reports.language.scopes import LoopNames, Scope, names_set
from reports.language.writing import ExpressionWriter
from reports.tags import Tag

UNMEASURED_TAGS = 32


@dataclass
class Written:
    """The source, its texts, the tags, the tag of each line (-1: none), and the names that the context must have.

    `needed`: each such name with the number of the first tag that asks for it.
    """

    source: str
    texts: list[str]
    tags: list[Tag]
    tag_of_line: list[int]
    needed: dict[str, int]


@dataclass
class _Line:
    indent: int
    code: str
    tag: int


@dataclass
class FunctionWriter:
    """Writes `run(write_out, context, printing, …)`; used once."""

    texts: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    _lines: list[_Line] = field(default_factory=list)
    _indent: int = 1
    _names: dict[str, str] = field(default_factory=dict)  # of the context, each with its variable
    _needed: dict[str, int] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)
    _methods: dict[str, str] = field(default_factory=dict)
    _count: int = 0
    _unmeasured: int = 0

    def __post_init__(self) -> None:
        self._expressions = ExpressionWriter(self._of_context)
        self._root = Scope(None)

    def write(self, steps: Sequence[Step]) -> Written:
        """The function of these steps."""
        for name in names_set(steps):
            self._root.names[name] = self._variable("n")
        self._steps(steps, self._root)
        self._begin()
        source = "".join(f"{' ' * line.indent}{line.code}\n" for line in self._lines)
        needed = {name: tag for name, tag in self._needed.items() if name not in self._asked}
        return Written(source, self.texts, self.tags, [-1, *(line.tag for line in self._lines)], needed)

    def _begin(self) -> None:
        head = [
            _Line(0, "def run(out, look, printing, budget, unknown):", -1),
            _Line(1, "append = out.append; write = printing.write", -1),
            _Line(1, "listed = budget.listed; wide = budget.wide; measured = budget.measured; mark = 0", -1),
            *(_Line(1, f"{variable} = printing.{method}", -1) for method, variable in self._methods.items()),
            *(_Line(1, f"{variable} = look({name!r})", -1) for name, variable in self._names.items()),
            *(_Line(1, f"{variable} = look({name!r})", -1) for name, variable in self._root.names.items()),
        ]
        self._lines[:0] = head

    def _variable(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"

    def _of_context(self, name: str, asked: bool) -> str:
        if name not in self._names:
            self._names[name] = self._variable("n")
        if asked:
            self._asked.add(name)
        else:
            self._needed.setdefault(name, len(self.tags) - 1)
        return self._names[name]

    def _add(self, code: str, tag: int = -1) -> None:
        self._lines.append(_Line(self._indent, code, tag))

    def _tag(self, tag: Tag) -> int:
        self.tags.append(tag)
        return len(self.tags) - 1

    def _guarded(self, code: str, instead: str, tag: int) -> None:
        """A line that may ask for an unknown name, and what is done then."""
        self._add(f"try: {code}", tag)
        self._add(f"except UnknownNameError: {instead}", tag)

    def _steps(self, steps: Sequence[Step], scope: Scope) -> None:
        for step in steps:
            match step:
                case Text():
                    self._text(step)
                case Act():
                    self._act(step)
                case Print():
                    self._print(step, scope)
                case For():
                    self._for(step, scope)
                case If():
                    self._if(step, scope)
                case Set():
                    tag = self._tag(step.tag)
                    self._assign(step.target, self._expressions.write(step.value, scope), scope, scope, tag)
                case With():
                    self._with(step, scope)

    def _text(self, step: Text) -> None:
        if step.text:
            self.texts.append(step.text)
            self._add(f"append(K{len(self.texts) - 1})")

    def _act(self, step: Act) -> None:
        if not step.method.isidentifier() or step.method.startswith("_"):
            raise ValueError(f"no method of a printing: {step.method!r}")
        method = self._methods.setdefault(step.method, f"m{len(self._methods)}")
        self._add(f"t = {method}({', '.join(map(repr, step.args))})")
        self._add("if t: append(t)")

    def _print(self, step: Print, scope: Scope) -> None:
        tag = self._tag(step.tag)
        value = self._expressions.write(step.value, scope)
        self._guarded(f"append(write({value}, {step.tag.slot}))", f"append(unknown.printed({tag}))", tag)
        self._unmeasured += 1
        if not _is_plain(step.value) or self._unmeasured > UNMEASURED_TAGS:
            self._add("if len(out) > mark: mark = measured(out)", tag)
            self._unmeasured = 0

    def _for(self, step: For, scope: Scope) -> None:
        tag = self._tag(step.tag)
        items, inside = self._variable("s"), Scope(scope)
        loop = inside.loop = LoopNames(self._variable("i"), items)
        value = f"listed({self._expressions.write(step.items, scope)}, {_weight(step.body)})"
        self._guarded(f"{items} = {value}", f"{items} = unknown.listed({tag})", tag)
        target = self._target(step.target, inside)
        if step.only is not None:
            self._only(step.only, step.target, items, scope, tag)
        at = len(self._lines)
        self._indent += 1
        for name in names_set(step.body):
            if name not in inside.names:
                outer = self._outer(name, scope)
                inside.names[name] = self._variable("v")
                self._add(f"{inside.names[name]} = {outer}", tag)
        self._steps(step.body, inside)
        self._add("if len(out) > mark: mark = measured(out)", tag)
        self._indent -= 1
        head = f"for {loop.place}, {target} in enumerate({items}):" if loop.uses else f"for {target} in {items}:"
        self._lines.insert(at, _Line(self._indent, head, tag))
        if step.otherwise:
            self._add(f"if not {items}:", tag)
            self._block(step.otherwise, scope)

    def _only(self, test: Node, target: Target, items: str, scope: Scope, tag: int) -> None:
        """Keeps the items that a loop's `if` asks for."""
        inside, kept, one = Scope(scope), self._variable("s"), self._variable("v")
        names = self._target(target, inside)
        self._add(f"{kept} = []", tag)
        self._add(f"for {one} in {items}:", tag)
        self._indent += 1
        self._add(f"{names} = {one}", tag)
        self._guarded(
            f"keep = True if {self._expressions.write(test, inside)} else False", f"keep = unknown.tested({tag})", tag
        )
        self._add(f"if keep: {kept}.append({one})", tag)
        self._indent -= 1
        self._add(f"{items} = {kept}", tag)

    def _block(self, steps: Sequence[Step], scope: Scope) -> None:
        """An indented block that is a scope of its own."""
        inside = Scope(scope)
        self._indent += 1
        for name in names_set(steps):
            outer = self._outer(name, scope)
            inside.names[name] = self._variable("v")
            self._add(f"{inside.names[name]} = {outer}")
        self._steps(steps, inside)
        self._add("pass")
        self._indent -= 1

    def _outer(self, name: str, scope: Scope) -> str:
        """What a name stands for outside of a block that sets it; nobody has asked for it yet."""
        found = scope.find(name)
        return found if isinstance(found, str) else self._of_context(name, asked=True)

    def _if(self, step: If, scope: Scope) -> None:
        branch = self._variable("b")
        tests = [(tag, test) for tag, test, _ in step.branches if test is not None]
        for number, (where, test) in enumerate(tests):
            tag = self._tag(where)
            value = self._expressions.write(test, scope)
            if number:
                self._add(f"if {branch} < 0:", tag)
                self._indent += 1
            self._guarded(f"{branch} = {number} if {value} else -1", f"unknown.tested({tag}); {branch} = -1", tag)
            self._indent -= bool(number)
        for number, (_, asked, body) in enumerate(step.branches):
            head = f"{'el' * bool(number)}if {branch} == {number}:" if asked is not None else "else:"
            self._add(head)
            self._indent += 1
            self._steps(body, scope)
            self._add("pass")
            self._indent -= 1

    def _with(self, step: With, scope: Scope) -> None:
        tag = self._tag(step.tag)
        inside = Scope(scope)
        for target, value in step.given:
            self._assign(target, self._expressions.write(value, scope), inside, None, tag)
        for name in names_set(step.body):
            if name not in inside.names:
                outer = self._outer(name, scope)
                inside.names[name] = self._variable("v")
                self._add(f"{inside.names[name]} = {outer}", tag)
        self._steps(step.body, inside)

    def _assign(self, target: Target, value: str, scope: Scope, known: Scope | None, tag: int) -> None:
        """Gives a value to a target; `known`: the scope whose variables a `set` changes."""
        if isinstance(target, Attribute):
            owner = self._expressions.write(target.owner, scope)
            self._add(f"put({owner}, {target.name!r}, {value})", tag)
            return
        names = self._target(target, scope, new=known is None)
        instead = f"{names} = unknown.given({tag})" if isinstance(target, Name) else "raise"
        self._guarded(f"{names} = {value}", instead, tag)

    def _target(self, target: Target, scope: Scope, *, new: bool = True) -> str:
        """The variables of a target, which are new ones of this scope or those that it has."""
        if isinstance(target, Group):
            return "(" + "".join(f"{self._target(part, scope, new=new)}, " for part in target.parts) + ")"  # type: ignore[arg-type]
        assert isinstance(target, Name)
        if new or target.name not in scope.names:
            scope.names[target.name] = self._variable("v")
        return scope.names[target.name]


def _weight(steps: Sequence[Step]) -> int:
    """How many things a block does in one round; loops inside it count for themselves."""
    inside = 0
    for step in steps:
        if isinstance(step, If):
            inside += sum(_weight(body) for _, _, body in step.branches)
        elif isinstance(step, With):
            inside += _weight(step.body)
    return inside + len(steps) + 1


def _is_plain(node: Node) -> bool:
    while isinstance(node, Attribute):
        node = node.owner
    return isinstance(node, Name)
