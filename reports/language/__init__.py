"""The language inside the tags of a template: Jinja's expressions and blocks, strict, bounded, calling nothing."""

from reports.language.faults import UnknownNameError, UnprintableError
from reports.language.program import Act, Program, faults_of
from reports.language.undefined import Undefined

__all__ = ["Act", "Program", "Undefined", "UnknownNameError", "UnprintableError", "faults_of"]
