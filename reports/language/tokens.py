"""The words of an expression: names, numbers, texts in quotes, signs."""

import re
from typing import NamedTuple

from reports.language.faults import misspelt, too_deep

MAX_CODE = 10_000
MAX_DIGITS = 300
MAX_DEPTH = 50
MAX_LINKS = 64  # dots, brackets, filters and operators of one tag that hang on one another
KEYWORDS = frozenset(("if", "else", "in", "and", "or", "not", "is", "for"))
_TOKEN = re.compile(
    r"(?P<float>(?<!\.)\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?|[eE][+-]?\d+))"
    r"|(?P<whole>\d+(?:_\d+)*)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<sign>==|!=|<=|>=|//|[-+*/%~<>=()\[\]{},.:|])"
    r"|\s+|(?P<wrong>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\\'\"abfnrtv]|\n)")
_ESCAPED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\n": ""}


class Token(NamedTuple):
    """A word: its kind (float, whole, name, text, sign, end) and the word itself, texts without quotes."""

    kind: str
    word: str


def tokens(code: str) -> list[Token]:
    """The words in order, the last of kind "end". Raises SyntaxFault for what is no word of the language."""
    if len(code) > MAX_CODE:
        raise too_deep()
    found: list[Token] = []
    for match in _TOKEN.finditer(code):
        kind, word = match.lastgroup, match.group()
        if kind == "wrong" or (kind in ("float", "whole") and len(word) > MAX_DIGITS):
            raise misspelt()
        if kind:
            found.append(Token(kind, _ESCAPE.sub(_meant, word[1:-1]) if kind == "text" else word))
    found.append(Token("end", ""))
    return found


def _meant(escape: re.Match[str]) -> str:
    code = escape[1]
    if code[0] in "xu" and len(code) > 1:
        return chr(int(code[1:], 16))
    return _ESCAPED.get(code, code)


class Cursor:
    """Goes through the words of one tag. What is not as it should be raises SyntaxFault."""

    def __init__(self, code: str) -> None:
        self._tokens = tokens(code)
        self._at = 0
        self._depth = 0
        self._links = 0

    @property
    def now(self) -> Token:
        return self._tokens[self._at]

    def next(self) -> Token:
        """The token here, and goes on to the next one."""
        token = self._tokens[self._at]
        if token.kind != "end":
            self._at += 1
        return token

    def sees(self, *words: str) -> bool:
        """Whether one of these signs or keywords stands here."""
        return self.now.kind in ("sign", "name") and self.now.word in words

    def took(self, word: str) -> bool:
        """Goes past a sign or keyword if it stands here."""
        found = self.sees(word)
        if found:
            self._at += 1
        return found

    def expect(self, word: str) -> None:
        if not self.took(word):
            raise misspelt()

    def name(self) -> str:
        token = self.next()
        if token.kind != "name" or token.word in KEYWORDS:
            raise misspelt()
        return token.word

    def end(self) -> None:
        if self.now.kind != "end":
            raise misspelt()

    def sees_next(self, word: str) -> bool:
        """Whether the word after this one is that sign or keyword."""
        following = self._tokens[min(self._at + 1, len(self._tokens) - 1)]
        return following.kind in ("sign", "name") and following.word == word

    def deeper(self) -> None:
        """One bracket or operator further in."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep()

    def linked(self) -> None:
        """One more thing hangs on what was read."""
        self._links += 1
        if self._links > MAX_LINKS:
            raise too_deep()

    def shallower(self) -> None:
        self._depth -= 1
