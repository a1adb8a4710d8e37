"""A part of a template as a program: compiled once, run with any context, its errors told by their place."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from types import CodeType, TracebackType
from typing import Any, Protocol

from reports.language.faults import ForbiddenError, TooMuchError, UnknownNameError, UnprintableError
from reports.language.functions import FunctionWriter
from reports.language.limits import Budget
from reports.language.nodes import Act
from reports.language.operations import names_of
from reports.language.statements import steps_of
from reports.language.undefined import Undefined
from reports.language.vocabulary import guess
from reports.language.writing import VOCABULARY
from reports.tags import Tag, TagFault
from ward.errors import UserError

__all__ = ["Act", "Printing", "Program", "faults_of"]
_OWN_FOLDER = "reports.language."
_SOURCE = "<mẫu>"


class Printing(Protocol):
    """What a program prints to. It also has the methods that the program's `Act`s name.

    For lenient runs it has `unknown(tag, name, guess) -> str`, the text that stands where an unknown name was to
    be printed, and a list `faults`, to which the sentences of what was unknown are added.
    """

    def write(self, value: Any, slot: int) -> str: ...


def faults_of(pieces: Iterable[str | Tag | Act]) -> list[TagFault]:
    """Everything that is wrong with the tags of a part before it is run, in their order."""
    return steps_of(pieces)[1]


class Program:
    """A compiled part: literal text, tags and acts in order, to be run with a context any number of times."""

    def __init__(self, pieces: Iterable[str | Tag | Act]) -> None:
        """Compiles. Raises UserError, with the place, for a tag that cannot be read."""
        steps, faults = steps_of(pieces)
        if faults:
            raise faults[0].error()
        written = FunctionWriter().write(steps)
        self._tags = written.tags
        self._tag_of_line = written.tag_of_line
        self._needed = written.needed
        names: dict[str, Any] = {**VOCABULARY, **{f"K{at}": text for at, text in enumerate(written.texts)}}
        exec(compile(written.source, _SOURCE, "exec", dont_inherit=True), names)
        self._run = names["run"]
        self._code: CodeType = self._run.__code__

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the context must have, in the order they are first asked for."""
        return tuple(self._needed)

    def run(self, context: Mapping[str, object], printing: Printing, *, lenient: bool = False) -> list[str]:
        """The pieces of the text in order. Raises UserError for an unknown name or a use that a value does not allow.

        `lenient`: what asks for an unknown name prints what `printing.unknown` gives, repeats nothing, or counts
        as not true, and is told in `printing.faults`.
        """
        if not lenient:
            for name, tag in self._needed.items():
                if name not in context or name.startswith("_"):
                    raise self._unknown(tag, UnknownNameError(name, context))
        out: list[str] = []

        def look(name: str) -> object:
            return context[name] if name in context and not name.startswith("_") else Undefined(name, context)

        try:
            self._run(out, look, printing, Budget(), _Unknown(self, printing, lenient))
        except UnknownNameError as error:
            raise self._unknown(self._tag_at(error.__traceback__), error) from error
        except UnprintableError as error:
            raise self._error(
                error,
                "Thẻ này không in được, vì nó là một nhóm giá trị hoặc một số chia lẻ. Hãy in từng giá trị trong nó.",
            ) from error
        except ForbiddenError as error:
            raise self._error(error, "Thẻ này gọi điều mẫu không được làm.") from error
        except (TooMuchError, RecursionError) as error:
            raise self._error(error, "Thẻ này lặp quá nhiều lần hoặc viết ra quá nhiều chữ.") from error
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            if not self._raised_in_language(error.__traceback__):
                raise
            raise self._error(error, "Giá trị này không dùng được như thế.") from error
        return out

    def fault(self, tag: int, error: UnknownNameError) -> str:
        """What is told of an unknown name in a lenient run."""
        return str(self._unknown(tag, error))

    def tag(self, number: int) -> Tag:
        return self._tags[number]

    def _unknown(self, tag: int, error: UnknownNameError) -> UserError:
        near = guess(error.name, names_of(error.owner))
        return self._tags[tag].error(f"Mẫu dùng tên “{error.name}” mà chương trình không biết.{near}")

    def _error(self, error: BaseException, problem: str) -> UserError:
        return self._tags[self._tag_at(error.__traceback__)].error(problem)

    def _tag_at(self, trace: TracebackType | None) -> int:
        while trace:
            if trace.tb_frame.f_code is self._code:
                return self._tag_of_line[trace.tb_lineno]
            trace = trace.tb_next
        return 0

    def _raised_in_language(self, trace: TracebackType | None) -> bool:
        while trace and trace.tb_next:
            trace = trace.tb_next
        if trace is None:
            return False
        frame = trace.tb_frame
        return frame.f_code is self._code or str(frame.f_globals.get("__name__", "")).startswith(_OWN_FOLDER)


class _Unknown:
    """What a run does where a name is unknown: it stops, or notes it and goes on."""

    def __init__(self, program: Program, printing: Any, lenient: bool) -> None:
        self._program = program
        self._printing = printing
        self._lenient = lenient

    def printed(self, tag: int) -> str:
        error = self._noted(tag)
        near = guess(error.name, names_of(error.owner))
        return str(self._printing.unknown(self._program.tag(tag), error.name, near))

    def listed(self, tag: int) -> Sequence[object]:
        self._noted(tag)
        return ()

    def tested(self, tag: int) -> bool:
        self._noted(tag)
        return False

    def given(self, tag: int) -> Undefined:
        error = self._noted(tag)
        return Undefined(error.name, error.owner)

    def _noted(self, tag: int) -> UnknownNameError:
        error = sys.exception()
        if not isinstance(error, UnknownNameError) or not self._lenient:
            raise error or RuntimeError("nothing is unknown here")
        sentence = self._program.fault(tag, error)
        if sentence not in self._printing.faults:
            self._printing.faults.append(sentence)
        return error
