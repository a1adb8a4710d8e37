"""Whatever Jinja2 makes of a template, this language makes of it too; or both refuse."""

from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, TemplateError

from reports.language import Program
from tests.reports.language.printing import pieces, text_of
from ward.errors import UserError

JINJA = Environment(undefined=StrictUndefined, keep_trailing_newline=True)


@dataclass(frozen=True)
class Person:
    name: str
    age: int

    @property
    def next_age(self) -> int:
        return self.age + 1


CONTEXT: dict[str, object] = {
    "n": 3,
    "m": -2,
    "s": "phường Mai Động",
    "t": "a b",
    "yes": True,
    "no": False,
    "nothing": None,
    "xs": [3, 1, 2],
    "ys": [],
    "ts": ["b", "A", "c"],
    "d": {"k": 7, "w": "từ"},
    "r": Person("An", 40),
    "rows": [Person("Bình", 5), Person("an", 9)],
}


def theirs(template: str) -> str | None:
    try:
        return JINJA.from_string(template).render(CONTEXT)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError):
        return None


def ours(template: str) -> str | None:
    try:
        return text_of(template, CONTEXT)
    except UserError:
        return None


def joined(*parts: object) -> st.SearchStrategy[str]:
    """The parts one after the other, texts as they are and strategies by what they draw."""
    strategies = [part if isinstance(part, st.SearchStrategy) else st.just(str(part)) for part in parts]
    return st.tuples(*strategies).map(" ".join)


def numbers_of(inner: st.SearchStrategy[str], texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        joined("(", inner, st.sampled_from(["+", "-", "*", "//", "%"]), inner, ")"),
        joined("-", inner),
        joined("(", inner, ")|abs"),
        joined("(", inner, "if", TESTS, "else", inner, ")"),
        joined("(", texts, ")|length"),
        joined("[", inner, ",", inner, "]|", st.sampled_from(["sum", "max", "min", "first", "last", "length"])),
    )


def texts_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    filters = st.sampled_from([
        "upper", "lower", "title", "capitalize", "trim", "string", "first", "last", "default('x')", "reverse",
        "replace('a', 'bb')", "truncate(5, true, '…', 0)", "truncate(6)", "e", "d", "list|join('-')",
    ])  # fmt: skip
    methods = st.sampled_from(["upper()", "strip()", "replace('a', '')", "title()", "lower()", "strip('a')"])
    return st.one_of(
        joined("(", inner, "~", inner, ")"),
        joined("(", inner, "~", NUMBERS, "~", inner, ")"),
        joined("(", inner, "+", inner, ")"),
        joined("(", inner, "*", st.sampled_from(["0", "1", "3"]), ")"),
        joined("(", inner, ")|", filters),
        joined("(", inner, ").", methods).map(lambda text: text.replace(". ", ".")),
        joined("(", inner, ")[", st.sampled_from(["0", "-1", ":2", "1:", "::-1", "-3:-1"]), "]"),
        joined("(", inner, "if", TESTS, "else", inner, ")"),
        joined(LISTS, "|join(", inner, ")"),
        joined("(", inner, "or", inner, ")"),
        joined("(", inner, "and", inner, ")"),
    )


def asked_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
    return st.one_of(
        joined("(", NUMBERS, signs, NUMBERS, ")"),
        joined("(", NUMBERS, signs, NUMBERS, signs, NUMBERS, ")"),
        joined("(", TEXTS, signs, TEXTS, ")"),
        joined("(", NUMBERS, st.sampled_from(["in", "not in"]), LISTS, ")"),
        joined("(", TEXTS, "in", TEXTS, ")"),
        joined("(", "not", inner, ")"),
        joined("(", inner, st.sampled_from(["and", "or"]), inner, ")"),
        joined("(", NUMBERS, "is", st.sampled_from(["odd", "even", "not odd", "divisibleby 3", "ge 1"]), ")"),
        joined("(", TEXTS, "is", st.sampled_from(["string", "not none", "lower", "upper", "mapping", "in ts"]), ")"),
        joined("(", st.sampled_from(["n", "q", "r.age", "r.nope", "d.nope", "q"]), "is",
               st.sampled_from(["defined", "not defined", "undefined"]), ")"),
    )  # fmt: skip


def lists_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    filters = st.sampled_from([
        "sort", "sort(reverse=true)", "reverse|list", "unique|list", "list", "select('odd')|list", "map('abs')|list",
        "reject('odd')|list", "sort|unique|list",
    ])  # fmt: skip
    return st.one_of(
        joined("(", inner, "+", inner, ")"),
        joined("(", inner, ")|", filters),
        joined("(", inner, ")[", st.sampled_from(["1:", ":-1", "::2"]), "]"),
        joined("[", NUMBERS, ",", NUMBERS, "]"),
        joined("range(", st.sampled_from(["4", "1, 5", "5, 0, -2", "n"]), ")|list"),
    )


NUMBER_ATOMS = st.sampled_from(
    ["0", "1", "7", "1_000", "n", "m", "xs[0]", "xs.1", "d.k", "d['k']", "r.age", "r.next_age", "(xs[9] + 1)",
     "(-r.nope)",
     "(q|default(4))", "xs|length", "s|length", "nothing|default(1, true)", "rows|sum(attribute='age')",
     "rows[1].age"]
)  # fmt: skip
TEXT_ATOMS = st.sampled_from(
    ["''", "'a'", '"Tổ 1"', "'a\\nb'", "s", "t", "d.w", "r.name", "ts[1]", "ts|join",
     "rows|map(attribute='name')|join",
     "rows|sort(attribute='name')|map(attribute='name')|join(', ')", "s.split(' ')[0]", "n|string", "q|d('k')"]
)  # fmt: skip
LIST_ATOMS = st.sampled_from(["xs", "ys", "[1, 2, 2]", "(5, 4)|list", "range(3)|list", "xs[1:]"])
TEST_ATOMS = st.sampled_from(["yes", "no", "true", "False", "n", "ys", "s", "nothing", "rows"])
NUMBERS: st.SearchStrategy[str] = st.deferred(
    lambda: st.recursive(NUMBER_ATOMS, lambda one: numbers_of(one, TEXT_ATOMS), max_leaves=5)
)
TEXTS: st.SearchStrategy[str] = st.deferred(lambda: st.recursive(TEXT_ATOMS, texts_of, max_leaves=5))
LISTS: st.SearchStrategy[str] = st.deferred(lambda: st.recursive(LIST_ATOMS, lists_of, max_leaves=4))
TESTS: st.SearchStrategy[str] = st.deferred(lambda: st.recursive(TEST_ATOMS, asked_of, max_leaves=4))
VALUES = st.one_of(NUMBERS, TEXTS, LISTS, TESTS)


@settings(max_examples=250, deadline=None)
@given(value=VALUES)
def test_an_expression_gives_the_same_text(value: str) -> None:
    assume(value.count("|") + value.count("(") < 40)  # deeper ones are refused, which Jinja does not do
    template = f"[{{{{ {value} }}}}]"
    assert ours(template) == theirs(template)


NAMES = st.sampled_from(["x", "y", "z", "n", "s"])
LOOP = st.sampled_from([
    "loop.index", "loop.index0", "loop.first", "loop.last", "loop.length", "loop.revindex", "loop.revindex0",
    "loop.cycle('a', 'b')", "loop.depth", "loop.previtem|default('-')", "loop.nextitem|default('-')",
])  # fmt: skip
SMALL_VALUES = st.one_of(
    NAMES, st.sampled_from(["n", "s", "1", "'a'", "xs", "ts", "x == 1", "z|default('-')", "y is defined", "n + 1"])
)
ITEMS = st.sampled_from(["xs", "ys", "ts", "rows|map(attribute='age')|list", "range(2)", "d", "'ab'", "1, 2", "n"])


def block(*parts: object) -> st.SearchStrategy[str]:
    return joined(*parts).map(lambda text: text.replace("{% ", "{% ").replace("  ", " "))


def blocks_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        block("{% for", NAMES, "in", ITEMS, "%}", inner, inner, "{% endfor %}"),
        block("{% for", NAMES, "in", ITEMS, "if", SMALL_VALUES, "%}", inner, "{% else %}", inner, "{% endfor %}"),
        block("{% for x, y in d.items() %}", inner, "{% endfor %}"),
        block("{% for a in xs %}{% for b in ts %}{{", LOOP, "}}", inner, "{% endfor %}{{", LOOP, "}}{% endfor %}"),
        block("{% if", TEST_ATOMS, "%}", inner, "{% elif", SMALL_VALUES, "%}", inner, "{% else %}", inner,
              "{% endif %}"),
        block("{% if", SMALL_VALUES, "%}", inner, "{% endif %}"),
        block("{% with", NAMES, "=", SMALL_VALUES, "%}", inner, inner, "{% endwith %}"),
        block(inner, inner),
    )  # fmt: skip


PRINTS = st.one_of(
    block("{{", SMALL_VALUES, "}}"),
    block("{% set", NAMES, "=", SMALL_VALUES, "%}"),
    block("{% set x, y = n, s %}"),
    st.sampled_from(["chữ ", "\n"]),
)
TEMPLATES = st.recursive(PRINTS, blocks_of, max_leaves=12)


@settings(max_examples=250, deadline=None)
@given(template=TEMPLATES)
def test_blocks_give_the_same_text(template: str) -> None:
    assume(set(Program(pieces(template)).names) <= CONTEXT.keys())  # a name nobody has is refused before the run
    expected = theirs(template)
    # Jinja2 loses a name of the context in an inner loop when the outer one sets the same name further down
    assume(expected is not None or "{% set" not in template)
    assert ours(template) == expected


@pytest.mark.parametrize(
    "template",
    [
        "{% set n = 0 %}{% for x in xs %}{% set n = n + x %}{{ n }}{% endfor %}={{ n }}",
        "{% set t = namespace(n=0) %}{% for x in xs %}{% set t.n = t.n + x %}{% endfor %}{{ t.n }}",
        "{% for x in xs %}{% if x == 1 %}{% set seen = x %}{% endif %}{{ seen is defined }}{% endfor %}",
        "{% for r in rows %}{% set o = loop %}{% for c in r.name %}{{ o.index }}{{ c }}{% endfor %}{% endfor %}",
        "{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}",
        "{% for key, found in rows|groupby('age') %}{{ key }}{{ found|length }}{% endfor %}",
        "{% for line in xs|batch(2, 0) %}{{ line }}{% endfor %}",
        "{{ 'x' if no else 'y' if no else 'z' }}{{ (1, 2)[1] }}{{ {'a': 1}['a'] }}{{ 'a' 'b' }}",
        "{{ -m|abs }}{{ -3|abs }}{{ not yes and no }}{{ (1 + 2) ~ 3 * 4 }}{{ 2 - 1 - 1 }}{{ 1 < 2 < 3 }}",
        "{{ d|dictsort }}{{ d.items()|list }}{{ d.get('zz', 5) }}{{ 'a' is in d }}{{ 7 is divisibleby(7) }}",
        "{{ rows|selectattr('age', 'gt', 6)|map(attribute='name')|join }}{{ rows|rejectattr('age')|list|length }}",
        "{{ xs is iterable }}{{ ts is sequence and d is mapping and n is integer }}{{ nothing is none }}",
        "{% with a = 1, b = n %}{{ a }}{{ b }}{% endwith %}{{ 'Hội  nghị'|wordcount }}{{ '7'|int + 'x'|int(2) }}",
    ],
)
def test_what_people_write_gives_the_same_text(template: str) -> None:
    assert ours(template) == theirs(template) is not None


def test_a_choice_without_else_gives_nothing_as_in_a_plain_jinja() -> None:
    template = "[{{ 'a' if no }}]"
    assert ours(template) == Environment().from_string(template).render(CONTEXT) == "[]"
