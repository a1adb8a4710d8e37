"""Which filters, tests and calls the language knows; anything else is told with the nearest known one."""

from collections.abc import Iterable

from reports.language.faults import SyntaxFault, forbidden, misspelt
from reports.language.filters import FILTERS
from reports.language.nodes import Arguments, Attribute, Call, Filter, Method, Name, Node, Test
from reports.language.questions import ARGUMENTS

FUNCTIONS = ("range", "namespace")


def filtered(value: Node, name: str, given: Arguments) -> Filter:
    """`value|name(…)`. Raises SyntaxFault for a filter that is not there."""
    if name not in FILTERS:
        raise SyntaxFault(f"Thẻ này dùng một bộ lọc không có: “{name}”.{guess(name, FILTERS)}")
    return Filter(value, name, given)


def test_of(value: Node, name: str, given: Arguments) -> Test:
    """`value is name …`. Raises SyntaxFault for a test that is not there."""
    if name not in ARGUMENTS:
        raise SyntaxFault(f"Thẻ này dùng một phép thử không có: “{name}”.{guess(name, ARGUMENTS)}")
    if given.named or len(given.places) != ARGUMENTS[name]:
        raise misspelt()
    return Test(value, name, given)


def call(called: Node, given: Arguments) -> Node:
    """`name(…)` or `owner.name(…)`. Raises SyntaxFault for a call of anything else."""
    if isinstance(called, Attribute):
        return Method(called.owner, called.name, given)
    if isinstance(called, Name) and called.name in FUNCTIONS:
        return Call(called.name, given)
    raise forbidden()


def guess(name: str, known: Iterable[str]) -> str:
    """“Có phải là … không?” with the nearest known name; "" when none is near."""
    import difflib  # only where something is wrong

    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Có phải là “{near[0]}” không?" if near else ""
