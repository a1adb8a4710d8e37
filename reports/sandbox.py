"""The language inside the tags: Jinja2 in a sandbox, strict about names, with errors told by their place."""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing

from reports.tags import Tag
from ward.errors import UserError

# Text of a template is data, whatever braces it holds: only these private-use characters open and close tags.
VALUE_OPEN, VALUE_CLOSE, BLOCK_OPEN, BLOCK_CLOSE, _COMMENT_OPEN, _COMMENT_CLOSE = (
    chr(code) for code in range(0xE0A0, 0xE0A6)
)
_DELIMITERS = VALUE_OPEN + VALUE_CLOSE + BLOCK_OPEN + BLOCK_CLOSE + _COMMENT_OPEN + _COMMENT_CLOSE
NO_DELIMITERS = dict.fromkeys(map(ord, _DELIMITERS), "\ufffd")
PRINTING = "_sv_printing"
_GONE_FILTERS = ("safe", "xmlattr", "urlize", "tojson", "random", "pprint", "striptags")
_GONE_GLOBALS = ("lipsum", "cycler", "joiner")
_CALLABLE_OWNERS = (str, dict, list, tuple, LoopContext)
_LETTERS = "abcdđeghiklmnopqrstuvxy"


class UnknownNameError(UndefinedError):
    """A template asked for a name that the context, or one of its values, does not have."""

    def __init__(self, owner: object, name: str, message: str | None = None) -> None:
        super().__init__(message)
        self.owner = owner
        self.unknown_name = name


class UnprintableError(Exception):
    """A template prints what is no text: a whole record, a list, or a number computed inexactly."""


class _StrictName(StrictUndefined):
    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None) -> None:
        super().__init__(hint, obj, name, partial(UnknownNameError, obj, str(name)))  # type: ignore[arg-type]


class _Sandbox(ImmutableSandboxedEnvironment):
    """Templates may call methods of texts and lists, their own macros and `loop`; nothing else."""

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, (Macro, LoopContext)) or obj is range or obj is Namespace:
            return True
        owner = getattr(obj, "__self__", None)
        return isinstance(owner, _CALLABLE_OWNERS) and super().is_safe_callable(obj)


def letter(number: int) -> str:
    """The letter of the n-th point as Vietnamese law counts them: a, b, c, d, đ, e, g, h, …"""
    return _LETTERS[(number - 1) % len(_LETTERS)]


def sandbox(**filters: Callable[..., Any]) -> _Sandbox:
    """A Jinja2 environment for templates from outside, with the filters that write values."""
    environment = _Sandbox(
        variable_start_string=VALUE_OPEN, variable_end_string=VALUE_CLOSE,
        block_start_string=BLOCK_OPEN, block_end_string=BLOCK_CLOSE,
        comment_start_string=_COMMENT_OPEN, comment_end_string=_COMMENT_CLOSE,
        undefined=_StrictName, autoescape=True, keep_trailing_newline=True,
    )  # fmt: skip
    for name in _GONE_FILTERS:
        del environment.filters[name]
    for name in _GONE_GLOBALS:
        del environment.globals[name]
    for name in ("e", "escape", "forceescape"):  # every value is escaped where it is written
        environment.filters[name] = lambda value: value
    environment.filters["letter"] = letter
    environment.filters.update(filters)
    return environment


class Program:
    """A compiled part: literal text and tags in order, to be run with a context any number of times."""

    def __init__(self, environment: _Sandbox, pieces: Iterable[str | Tag]) -> None:
        """Compiles. Raises UserError, with the place, for a tag that Jinja cannot read."""
        self._lines: list[tuple[int, Tag]] = []
        source = self._write_source(pieces)
        try:
            tree = environment.parse(source)
            self._template: Template = environment.from_string(tree)
        except TemplateSyntaxError as error:
            raise self._misspelt(error) from error
        self._names = meta.find_undeclared_variables(tree) - _names_asked_for(tree) - {PRINTING}

    def run(self, context: Mapping[str, object], printing: object) -> str:
        """The rendered text. Raises UserError for an unknown name or a use that a value does not allow."""
        for name in sorted(self._names - context.keys()):
            raise self._unknown(self._first_tag_with(name), name, context)
        try:
            return self._template.render({**context, PRINTING: printing})
        except UnknownNameError as error:
            tag = self._tag_at(_line_of(error.__traceback__))
            owner = context if error.owner is missing else error.owner
            raise self._unknown(tag, error.unknown_name, owner) from error
        except UnprintableError as error:
            raise self._tag_at(_line_of(error.__traceback__)).error(
                "Thẻ này không in được, vì nó là một nhóm giá trị hoặc một số chia lẻ. Hãy in từng giá trị trong nó."
            ) from error
        except SecurityError as error:
            raise self._tag_at(_line_of(error.__traceback__)).error("Thẻ này gọi điều mẫu không được làm.") from error
        except (TypeError, ValueError, ArithmeticError) as error:
            if not _raised_in_template(error.__traceback__):
                raise
            raise self._tag_at(_line_of(error.__traceback__)).error("Giá trị này không dùng được như thế.") from error

    def _write_source(self, pieces: Iterable[str | Tag]) -> str:
        # Each tag's code begins a line of its own, so that Jinja's line number tells which tag it was.
        written: list[str] = []
        line = 1
        for piece in pieces:
            if isinstance(piece, str):
                written.append(piece)
                line += piece.count("\n")
                continue
            if piece.kind == "comment":
                continue
            line += 1
            self._lines.append((line, piece))
            opening, closing = (VALUE_OPEN, VALUE_CLOSE) if piece.kind == "value" else (BLOCK_OPEN, BLOCK_CLOSE)
            written.append(f"{opening}\n{piece.code.translate(NO_DELIMITERS)} {closing}")
        return "".join(written)

    def _tag_at(self, line: int) -> Tag:
        return next((tag for number, tag in reversed(self._lines) if number <= line), self._lines[0][1])

    def _first_tag_with(self, name: str) -> Tag:
        return next((tag for _, tag in self._lines if name in tag.code), self._lines[0][1])

    def _misspelt(self, error: TemplateSyntaxError) -> UserError:
        tag = self._tag_at(error.lineno)
        unknown_filter = isinstance(error, TemplateAssertionError)
        return tag.error("Thẻ này dùng một bộ lọc không có." if unknown_filter else "Thẻ này viết sai cú pháp.")

    def _unknown(self, tag: Tag, name: str, owner: object) -> UserError:
        near = difflib.get_close_matches(name, _names_of(owner), n=1, cutoff=0.5)
        guess = f" Có phải là “{near[0]}” không?" if near else ""
        return tag.error(f"Mẫu dùng tên “{name}” mà chương trình không biết.{guess}")


def _names_of(owner: object) -> Sequence[str]:
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    if is_dataclass(owner):
        return [field.name for field in fields(owner)]
    return [name for name in dir(owner) if not name.startswith("_")]


def _names_asked_for(tree: nodes.Template) -> set[str]:
    """Names that the template itself tests with `is defined`: it may live without them."""
    tests = (test for test in tree.find_all(nodes.Test) if test.name in ("defined", "undefined"))
    return {test.node.name for test in tests if isinstance(test.node, nodes.Name)}


def _line_of(trace: TracebackType | None) -> int:
    line = 1
    while trace:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _raised_in_template(trace: TracebackType | None) -> bool:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and (
        "__jinja_exception__" in trace.tb_frame.f_globals or "jinja2" in trace.tb_frame.f_code.co_filename
    )
