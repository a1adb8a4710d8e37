"""What is wrong with a template is told with the tag, its place and the nearest name; or marked in a lenient run."""

from dataclasses import dataclass

import pytest

from reports.language import Act, Program, faults_of
from reports.prints import Number, Printed, Sentence
from tests.reports.documents import OTHER_RECORD, RECORD, printed
from tests.reports.language.printing import Plain, pieces, text_of
from ward.errors import UserError


@dataclass(frozen=True)
class Row:
    name: str
    _hidden: str = "x"

    @property
    def title(self) -> str:
        return self.name.upper()


def refusal(template: str, **context: object) -> str:
    with pytest.raises(UserError) as caught:
        text_of(template, context)
    return str(caught.value)


def test_an_unknown_name_is_told_before_anything_is_run() -> None:
    words = refusal("{% if no %}{{ awrads }}{% endif %}", no=False, awards=1)
    assert "“awrads”" in words and "Có phải là “awards” không?" in words and "thẻ {{ awrads }}" in words


@pytest.mark.parametrize(
    ("template", "tag"),
    [
        ("{{ row.name }}{{ row.titel }}", "{{ row.titel }}"),
        ("{% for one in rows %}\n{{ one.name }}\n{{ one.titel }}{% endfor %}", "{{ one.titel }}"),
        ("{% for one in rows %}{% if one.titel %}{% endif %}{% endfor %}", "{% if one.titel %}"),
        ("{% for one in rows if one.titel %}{% endfor %}", "{% for one in rows if one.titel %}"),
        ("{% for one in row.titel %}{% endfor %}", "{% for one in row.titel %}"),
        ("{% set x = row.titel %}a{{ x }}", "{{ x }}"),
        ("{% with x = row.titel ~ 'a' %}{% endwith %}", "{% with x = row.titel ~ 'a' %}"),
        ("{{ rows|map(attribute='titel')|join }}", "{{ rows|map(attribute='titel')|join }}"),
    ],
)
def test_an_unknown_field_is_told_with_its_own_tag(template: str, tag: str) -> None:
    words = refusal(template, row=Row("An"), rows=[Row("An")])
    assert "“titel”" in words and "Có phải là “title” không?" in words and f"thẻ {tag}." in words


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ rows|jion }}", "“jion”. Có phải là “join” không?"),
        ("{{ rows is defind }}", "“defind”. Có phải là “defined” không?"),
        ("{{ 'a'.uper() }}", "“uper” mà chương trình không biết. Có phải là “upper” không?"),
        ("{{ row._hidden }}", "“_hidden” mà chương trình không biết"),
        ("{{ 1 // 0 }}", "không dùng được như thế"),
        ("{% for x in 5 %}{% endfor %}", "không dùng được như thế"),
        ("{% for a, b in [1] %}{% endfor %}", "không dùng được như thế"),
        ("{{ rows|first.name }}", "viết sai cú pháp"),
        ("{% else if x %}", "không có thẻ mở"),
        ("{% if rows %}{% else if x %}{% endif %}", "viết sai cú pháp"),
        ("{% if rows %}{% else %}{% elif rows %}{% endif %}", "không có thẻ mở"),
        ("{% for x in rows %}{% endif %}{% endfor %}", "không có thẻ mở"),
        ("{% set x %}", "{% set tên = giá trị %}"),
        ("{{ 'a }}", "viết sai cú pháp"),
        ("{{ a..b }}", "viết sai cú pháp"),
        ("{{ f(a=1, a=2) }}", "viết sai cú pháp"),
        ("{% for if in rows %}{% endfor %}", "viết sai cú pháp"),
        ("{% endfor x %}", "không có thẻ mở"),
        ("{% do x %}", "“do” không phải lệnh"),
    ],
)
def test_what_is_wrong_is_told_in_words(template: str, said: str) -> None:
    assert said in refusal(template, rows=[Row("An")], row=Row("An"))


def test_every_fault_of_a_part_is_found_in_its_order() -> None:
    template = "{{ a b }}{% for x in %}{{ x|jion }}{% if y %}{% endfor %}{{ good }}{% do z %}{{ ( }}"
    assert [fault.tag.typed for fault in faults_of(pieces(template))] == [
        "{{ a b }}", "{% for x in %}", "{% for x in %}", "{{ x|jion }}", "{% if y %}", "{% endfor %}", "{% do z %}",
        "{{ ( }}",
    ]  # fmt: skip
    assert faults_of(pieces("{{ good }}")) == []


def test_a_fault_of_the_program_itself_is_not_told_as_one_of_the_template() -> None:
    class Broken(Plain):
        def write(self, value: object, slot: int) -> str:
            raise TypeError("ours")

    with pytest.raises(TypeError, match="ours"):
        Program(pieces("{{ 1 }}")).run({}, Broken())


def lenient(template: str, **context: object) -> tuple[str, list[str]]:
    printing = Plain()
    return "".join(Program(pieces(template)).run(context, printing, lenient=True)), printing.faults


def test_a_lenient_run_marks_what_is_unknown_and_goes_on() -> None:
    text, faults = lenient("a {{ titel }} {{ row.nmae ~ 'x' }} {{ row.name }} b", row=Row("An"))
    assert text == "a «titel» «nmae» An b"
    assert [("“titel”" in faults[0], "“nmae”" in faults[1], len(faults))] == [(True, True, 2)]
    assert "Có phải là “name” không?" in faults[1] and "thẻ {{ row.nmae ~ 'x' }}" in faults[1]


def test_a_lenient_run_repeats_nothing_and_chooses_the_other_branch() -> None:
    text, faults = lenient(
        "{% for x in rwos %}x{% else %}none{% endfor %}{% if yes.no %}1{% elif titel %}2{% else %}3{% endif %}"
        "{% for r in rows if r.nmae %}r{% endfor %}{% set y = titel ~ 1 %}{{ y }}",
        rows=[Row("An")], yes=Row("An"),
    )  # fmt: skip
    assert text == "none3«titel»"
    assert [name in fault for name, fault in zip(["rwos", "no", "titel", "nmae", "titel"], faults, strict=False)]
    assert len(faults) == 6


def test_a_lenient_run_tells_a_fault_once_however_often_it_meets_it() -> None:
    text, faults = lenient("{% for r in rows %}{{ r.nmae }}{% endfor %}", rows=[Row("An"), Row("Bình")])
    assert text == "«nmae»«nmae»" and len(faults) == 1


def test_acts_are_done_where_they_stand_and_their_text_is_written() -> None:
    class Marked(Plain):
        def mark(self, number: int) -> str:
            return f"<{number}>"

    program = Program(
        ["a", *pieces("{% for x in rows %}"), Act("mark", (5,)), Act("note", ("x",)), *pieces("{% endfor %}")]
    )
    printing = Marked()
    assert program.run({"rows": [1, 2]}, printing) == ["a", "<5>", "<5>"]
    assert printing.done == [("x",), ("x",)]


def written(template: str, **context: object) -> list[object]:
    """The values as the printing gets them."""

    class Kept(Plain):
        def write(self, value: object, slot: int) -> str:
            self.done.append((value,))
            return ""

    printing = Kept()
    Program(pieces(template)).run(context, printing)
    return [value for (value,) in printing.done]


def sources(value: object) -> list[tuple[str, str]]:
    found = value.pieces if isinstance(value, Sentence) else (value,)
    return [(str(piece), piece.record) for piece in found if isinstance(piece, Printed)]


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("a|upper", [("MAI", RECORD)]),
        ("a.strip()", [("Mai", RECORD)]),
        ("a|replace('M', 'H')", [("Hai", RECORD)]),
        ("a[1:]", [("ai", RECORD)]),
        ("a|truncate(3, true, '…', 0)", [("Mai", RECORD)]),
        ("'(' ~ a ~ ', ' ~ b ~ ')'", [("Mai", RECORD), ("Động", OTHER_RECORD)]),
        ("a + ' ' + b", [("Mai", RECORD), ("Động", OTHER_RECORD)]),
        ("[a, b]|join(', ')", [("Mai", RECORD), ("Động", OTHER_RECORD)]),
        ("s|upper", [("MAI", RECORD)]),
        ("s|capitalize", [("Mai", RECORD)]),
        ("s|trim ~ '!'", [("Mai", RECORD)]),
        ("number ~ ' hộ'", [("năm", RECORD)]),
        ("a if yes else b", [("Mai", RECORD)]),
        ("none|default(a, true)", [("Mai", RECORD)]),
    ],
)
def test_what_comes_from_a_record_stays_traced(expression: str, found: list[tuple[str, str]]) -> None:
    context: dict[str, object] = {
        "a": printed("Mai"), "b": printed("Động", record=OTHER_RECORD), "yes": True,
        "s": Sentence(("phường ", printed("Mai"), " ")), "number": Number(5, "năm", printed("x").source),  # type: ignore[arg-type]
    }  # fmt: skip
    (value,) = written(f"{{{{ {expression} }}}}", **context)
    assert sources(value) == found
