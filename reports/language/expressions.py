"""Reads an expression, as Jinja writes it, into its tree."""

from reports.language.faults import misspelt
from reports.language.nodes import (
    Arguments,
    Attribute,
    Binary,
    Choice,
    Compare,
    Concat,
    Const,
    Group,
    Item,
    Logic,
    Name,
    Node,
    Pairs,
    Slice,
    Target,
    Test,
    Unary,
)
from reports.language.tokens import KEYWORDS, Cursor
from reports.language.vocabulary import call, filtered, test_of

_LITERALS = {"true": True, "True": True, "false": False, "False": False, "none": None, "None": None}
_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">=", "in"))
# How tightly an operator holds its operands together
_OR, _AND, _NOT, _COMPARE, _SUM, _CONCAT, _PRODUCT, _UNARY = range(1, 9)
_SUMS, _PRODUCTS = ("+", "-"), ("*", "/", "//", "%")


class Reader(Cursor):
    """Reads one tag's code from left to right. Each method raises SyntaxFault for what it cannot read."""

    def expression(self) -> Node:
        """A value, or a choice `a if b else c`."""
        found = self.operation()
        while self.took("if"):
            test = self.operation()
            self.deeper()
            found = Choice(test, found, self.expression() if self.took("else") else Const(""))
            self.shallower()
        return found

    def listing(self, *, choices: bool = True) -> Node:
        """One value, or several with commas between them: a tuple."""
        read = self.expression if choices else self.operation
        first = read()
        if not self.sees(","):
            return first
        parts = [first]
        while self.took(",") and self.now.kind != "end" and not self.sees("if"):
            parts.append(read())
        return Group(tuple(parts))

    def target(self) -> Target:
        """What a value is given to: a name, or names with commas between them."""
        parts = [self.target_of_one()]
        several = False
        while self.took(","):
            several = True
            if self.sees("in", "=", ")") or self.now.kind == "end":
                break
            parts.append(self.target_of_one())
        return Group(tuple(parts)) if several else parts[0]

    def target_of_one(self) -> Target:
        """A name, `space.name`, or names in brackets."""
        if self.took("("):
            self.deeper()
            inside = self.target()
            self.expect(")")
            self.shallower()
            return inside
        name = self.name()
        if name in _LITERALS:
            raise misspelt()
        return Attribute(Name(name), self.name()) if self.took(".") else Name(name)

    def operation(self, least: int = _OR) -> Node:
        """A value made by operators that hold at least this tightly."""
        self.deeper()
        found = self._first(least)
        while True:
            word = self.now.word if self.now.kind in ("sign", "name") else ""
            if word == "or" and least <= _OR:
                found = Logic("or", self._chain(found, "or", _AND))
            elif word == "and" and least <= _AND:
                found = Logic("and", self._chain(found, "and", _NOT))
            elif least <= _COMPARE and (word in _COMPARISONS or self._sees_not_in()):
                found = self._comparison(found)
            elif word in _SUMS and least <= _SUM:
                found = self._binary(found, _CONCAT)
            elif word == "~" and least <= _CONCAT:
                found = Concat(self._chain(found, "~", _PRODUCT))
            elif word in _PRODUCTS and least <= _PRODUCT:
                found = self._binary(found, _UNARY)
            else:
                self.shallower()
                return found

    def _first(self, least: int) -> Node:
        if least <= _NOT and self.took("not"):
            return Unary("not ", self.operation(_NOT))
        return self._with_filters(self._unary())

    def _binary(self, left: Node, least: int) -> Binary:
        self.linked()
        return Binary(self.next().word, left, self.operation(least))

    def _chain(self, first: Node, word: str, least: int) -> tuple[Node, ...]:
        parts = [first]
        while self.took(word):
            parts.append(self.operation(least))
        return tuple(parts)

    def _sees_not_in(self) -> bool:
        return self.sees("not") and self.sees_next("in")

    def _comparison(self, first: Node) -> Compare:
        others: list[tuple[str, Node]] = []
        while self.sees(*_COMPARISONS) or self._sees_not_in():
            sign = self.next().word
            if sign == "not":
                self.next()
                sign = "not in"
            others.append((sign, self.operation(_SUM)))
        return Compare(first, tuple(others))

    def _unary(self) -> Node:
        """A sign and its value, or a value; the filters that follow are not yet read."""
        self.deeper()
        found = Unary(self.next().word, self._unary()) if self.sees("-", "+") else self._primary()
        self.shallower()
        return self._with_postfixes(found)

    def _primary(self) -> Node:
        token = self.next()
        if token.kind == "name" and token.word not in KEYWORDS:
            return Const(_LITERALS[token.word]) if token.word in _LITERALS else Name(token.word)
        if token.kind == "text":
            text = token.word
            while self.now.kind == "text":
                text += self.next().word
            return Const(text)
        if token.kind == "whole":
            return Const(int(token.word))
        if token.kind == "float":
            return Const(float(token.word))
        if token.word == "(" and token.kind == "sign":
            return self._parenthesis()
        if token.word == "[" and token.kind == "sign":
            return Group(self._parts("]"), is_list=True)
        if token.word == "{" and token.kind == "sign":
            return self._pairs()
        raise misspelt()

    def _parenthesis(self) -> Node:
        if self.took(")"):
            return Group(())
        first = self.expression()
        if self.took(")"):
            return first
        self.expect(",")
        return Group((first, *self._parts(")")))

    def _parts(self, closing: str) -> tuple[Node, ...]:
        parts: list[Node] = []
        while not self.took(closing):
            parts.append(self.expression())
            if not self.sees(closing):
                self.expect(",")
        return tuple(parts)

    def _pairs(self) -> Pairs:
        parts: list[tuple[Node, Node]] = []
        while not self.took("}"):
            key = self.expression()
            self.expect(":")
            parts.append((key, self.expression()))
            if not self.sees("}"):
                self.expect(",")
        return Pairs(tuple(parts))

    def _with_postfixes(self, found: Node) -> Node:
        while self.sees(".", "[", "("):
            self.linked()
            if self.took("."):
                token = self.next()
                if token.kind not in ("name", "whole"):
                    raise misspelt()
                found = Attribute(found, token.word) if token.kind == "name" else Item(found, Const(int(token.word)))
            elif self.took("["):
                found = self._subscript(found)
            else:
                self.expect("(")
                found = call(found, self._arguments())
        return found

    def _subscript(self, owner: Node) -> Node:
        bounds: list[Node | None] = [None]
        while not self.took("]"):
            if self.took(":"):
                bounds.append(None)
            elif bounds[-1] is None:
                bounds[-1] = self.expression()
            else:
                raise misspelt()
        if len(bounds) > 3:
            raise misspelt()
        if len(bounds) > 1:
            return Slice(owner, tuple(bounds))
        if bounds[0] is None:
            raise misspelt()
        return Item(owner, bounds[0])

    def _with_filters(self, found: Node) -> Node:
        while self.sees("|", "is", "("):
            self.linked()
            if self.took("|"):
                name = self.name()
                found = filtered(found, name, self._arguments() if self.took("(") else Arguments())
            elif self.took("is"):
                found = self._test(found)
            else:
                self.expect("(")
                found = call(found, self._arguments())
        return found

    def _test(self, value: Node) -> Node:
        negated = self.took("not")
        token = self.next()
        if token.kind != "name" and token.word not in _COMPARISONS:
            raise misspelt()
        given = Arguments()
        if self.took("("):
            given = self._arguments()
        elif self.now.kind in ("text", "whole", "float") or self.sees("[", "{") or self._sees_a_name():
            given = Arguments((self._with_postfixes(self._primary()),))
        if self.sees("is"):
            raise misspelt()
        found: Test = test_of(value, token.word, given)
        return Unary("not ", found) if negated else found

    def _sees_a_name(self) -> bool:
        return self.now.kind == "name" and self.now.word not in KEYWORDS

    def _arguments(self) -> Arguments:
        places: list[Node] = []
        named: list[tuple[str, Node]] = []
        while not self.took(")"):
            if self.now.kind == "name" and self.sees_next("="):
                name = self.name()
                self.expect("=")
                named.append((name, self.expression()))
            elif named:
                raise misspelt()
            else:
                places.append(self.expression())
            if not self.sees(")"):
                self.expect(",")
        if len({name for name, _ in named}) < len(named):
            raise misspelt()
        return Arguments(tuple(places), tuple(named))
