"""The list of fields to copy from: whole, labelled, with true examples, and every tag of it can be used."""

import pytest

from docs.take_examples import examples
from reports.paper_kinds import TEMPLATED
from reports.template_desk.check import look_at
from reports.template_desk.fields import EXAMPLES, FieldLine, _kept_examples, fields_of
from reports.template_desk.files import original
from reports.template_desk.labels import LABELS
from reports.template_desk.shapes import CONTEXTS, Shape, members
from tests.reports.documents import word


def owners(owner: type, found: set[type]) -> set[type]:
    """The dataclasses that a context is made of, itself included."""
    if owner not in found:
        found.add(owner)
        for shape in members(owner).values():
            for one in (shape, shape.items):
                if one.owner:
                    owners(one.owner, found)
    return found


def test_every_kind_of_paper_has_a_context() -> None:
    assert set(CONTEXTS) == set(TEMPLATED)


def test_no_field_of_a_context_lacks_a_label_and_no_label_its_field() -> None:
    used: set[type] = set()
    for context in CONTEXTS.values():
        owners(context, used)
    assert {owner: set(members(owner)) for owner in used} == {owner: set(labels) for owner, labels in LABELS.items()}
    assert all(label for labels in LABELS.values() for label in labels.values())


def test_no_field_of_a_context_is_of_an_unknown_kind() -> None:
    def unknown(shape: Shape) -> bool:
        return shape.kind == "any" or (shape.kind == "list" and unknown(shape.items))

    found = [f"{owner.__name__}.{name}" for owner in LABELS for name, one in members(owner).items() if unknown(one)]
    assert found == []


def test_examples_are_what_the_sample_ward_prints() -> None:
    assert _kept_examples() == examples(), f"python -m docs.take_examples writes {EXAMPLES} anew"


@pytest.mark.parametrize("kind", CONTEXTS)
def test_each_field_stands_once_with_its_section_and_tag(kind: str) -> None:
    lines = fields_of(kind)
    assert len({line.path for line in lines}) == len(lines)
    assert all(line.section and line.label and line.tag for line in lines)
    sections = [line.section for line in lines]
    assert sections == sorted(sections, key=sections.index)


def of(kind: str, path: str) -> FieldLine:
    return next(line for line in fields_of(kind) if line.path == path)


def test_a_text_is_one_tag_and_a_list_is_the_lines_of_its_loop() -> None:
    report = "bao-cao-tong-ket-nam"
    assert of(report, "period.words").tag == "{{ period.words }}"
    assert of(report, "strengths[]").tag == "{%p for text in strengths %}\n{{ text }}\n{%p endfor %}"
    assert of(report, "outlook.targets[]").tag.splitlines() == [
        "{%tr for row in outlook.targets %}",
        "{{ loop.index }}\t{{ row.name }}\t{{ row.measure }}\t{{ row.actual }}\t{{ row.target }}\t{{ row.remark }}",
        "{%tr endfor %}",
    ]
    assert of("muc-luc", "warnings[]").tag.startswith("{%p for")
    assert of("bieu-chi-tieu", "letterhead.office[]").tag.startswith("{%tr for")


def test_a_field_of_a_row_names_the_loops_it_must_stand_in() -> None:
    line = of("bieu-chi-tieu", "groups[].rows[].actual")
    assert (line.tag, line.loops) == ("{{ row.actual }}", ("group in groups", "row in group.rows"))
    assert line.label == "Các dòng chỉ tiêu › Thực hiện"


def test_the_name_of_the_signatory_comes_with_the_samples() -> None:
    assert of("bao-cao-tong-ket-nam", "signature.name").example == "Lê Thị Thu Mẫu"


@pytest.mark.parametrize("kind", CONTEXTS)
def test_the_fields_that_a_template_asks_for_are_among_those_of_the_list(kind: str) -> None:
    used = look_at(original(TEMPLATED[kind].template), kind).used
    known = {line.path for line in fields_of(kind)}
    groups = {path.rpartition(".")[0] for path in known} | {path.removesuffix("[]") for path in known}
    numbers = {f"{path}.#" for path in known if path.endswith("[]")}
    assert used <= known | groups | numbers
    assert len(used & known) >= 8


def test_fields_asked_for_inside_loops_are_told_by_their_whole_path() -> None:
    template = word("{%p for f in fields %}", "{{ loop.index }}{{ f.title|upper }}", "{%p for text in f.tasks %}",
                    "{{ text }}", "{%p endfor %}", "{%p endfor %}", "{{ period.words or office }}")  # fmt: skip
    used = look_at(template, "bao-cao-tong-ket-nam").used & {line.path for line in fields_of("bao-cao-tong-ket-nam")}
    assert used == {"fields[]", "fields[].#", "fields[].title", "fields[].tasks[]", "period.words", "office"}
