"""No template can hold the program up, fill the memory or reach anything: it is refused in words, with its place."""

from pathlib import Path

import pytest

from tests.reports.language.printing import text_of
from ward.errors import UserError

CONTEXT: dict[str, object] = {"a": "x", "n": 3, "path": Path(), "rows": [{"name": "An"}], "_secret": "1"}


def refusal(template: str) -> str:
    with pytest.raises(UserError) as caught:
        text_of(template, CONTEXT)
    return str(caught.value)


@pytest.mark.parametrize(
    "template",
    [
        "{% for i in range(10 * 1000 * 1000 * 1000) %}x{% endfor %}",
        "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
        "{% for i in range(9000) %}{{ 'x' * 90000 }}{% endfor %}",
        "{{ 'a' * 1000000000 }}",
        "{{ 1000000000 * 'a' }}",
        "{{ [1] * 1000000000 }}",
        "{% set x = 'a' * 9000 %}{% set y = x ~ x ~ x ~ x ~ x ~ x ~ x ~ x ~ x ~ x ~ x ~ x %}",
        "{% set s = namespace(x='a') %}{% for i in range(99) %}{% set s.x = s.x + s.x %}{% endfor %}",
        "{% set s = namespace(x=[1]) %}{% for i in range(99) %}{% set s.x = s.x + s.x %}{% endfor %}",
        "{% set s = namespace(x=9) %}{% for i in range(99) %}{% set s.x = s.x * s.x %}{% endfor %}",
        "{% set s = namespace(x=1) %}{% for i in range(99999) %}{% set s.x = [s.x] %}{% endfor %}{{ s.x == [s.x] }}",
        "{% set x = namespace(a=1) %}{% for i in range(99999) %}{% if i %}"
        + "{% set y = i %}" * 50
        + "{% endif %}{% endfor %}",
        "{{ ('a' * 99999).replace('a', 'b' * 99999) }}",
        "{{ ('a' * 99999)|replace('', 'b' * 99999) }}",
        "{{ range(99999)|join('-' * 9999) }}",
        "{% for i in range(99999) %}{{ i in range(99999)|list }}{% endfor %}",
        "{% for i in range(99999) %}{{ range(99999)|sum }}{% endfor %}",
    ],
)
def test_what_never_ends_is_refused_in_words(template: str) -> None:
    assert "quá nhiều" in refusal(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ " + "(" * 5000 + "a" + ")" * 5000 + " }}",
        "{{ " + "not " * 5000 + "a }}",
        "{{ " + "-" * 5000 + "n }}",
        "{{ a" + "|upper" * 5000 + " }}",
        "{{ a" + ".b" * 5000 + " }}",
        "{{ n" + " + n" * 3000 + " }}",
        "{{ a" + " if n else a" * 900 + " }}",
        "{{ " + "[" * 900 + "]" * 900 + " }}",
        "{% for i in rows %}" * 50 + "{% endfor %}" * 50,
        "{% if n %}" * 500 + "{% endif %}" * 500,
        "{% set " + "(" * 900 + "x" + ")" * 900 + " = 1 %}",
        "{{ '" + "a" * 50_000 + "' }}",
    ],
)
def test_what_is_nested_too_deep_is_refused_in_words(template: str) -> None:
    assert "lồng quá nhiều tầng" in refusal(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ path.cwd() }}",
        "{{ path.home }}",
        "{{ a.format(a) }}",
        "{{ a.__class__ }}",
        "{{ a['__class__'] }}",
        "{{ a.upper.__self__ }}",
        "{{ rows|map(attribute='__class__')|join }}",
        "{{ rows.append(1) }}",
        "{{ rows[0].update({}) }}",
        "{{ rows[0].pop('name') }}",
        "{{ '%1000000000d' % n }}",
        "{{ '{0.__class__}'.format(a) }}",
        "{{ a.zfill(1000000000) }}",
        "{{ a.encode() }}",
        "{{ a() }}",
        "{{ (a|upper)() }}",
        "{{ rows[0]() }}",
        "{{ _secret }}",
        "{{ self }}",
        "{{ open('/etc/passwd') }}",
        "{{ __import__('os') }}",
        "{{ loop }}",
        "{{ dict(a=1) }}",
        "{{ lipsum() }}",
        "{% set a.name = 1 %}",
        "{% set rows.name = 1 %}",
        "{% for a.b in rows %}{% endfor %}",
        "{{ 2 ** 9999999 }}",
        "{{ rows|attr('append') }}",
        "{{ a|map('nonsense')|join }}",
        "{{ a|nonsense }}",
        "{{ a is nonsense }}",
        "{{ rows|xmlattr }}",
        "{% macro m() %}{% endmacro %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% call a() %}{% endcall %}",
        "{% filter upper %}{% endfilter %}",
        "{% set x %}a{% endset %}",
        "{% raw %}",
    ],
)
def test_nothing_but_the_language_can_be_used(template: str) -> None:
    assert "Chỗ sai: mục 1" in refusal(template)


def test_a_template_changes_nothing_of_the_context() -> None:
    rows = [{"name": "An"}]
    with pytest.raises(UserError):
        text_of("{{ rows.append(1) }}", {"rows": rows})
    assert text_of("{% set rows = rows + rows %}{{ rows|length }}", {"rows": rows}) == "2"
    assert rows == [{"name": "An"}]
