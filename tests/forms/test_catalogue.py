"""Every kind has one form, and the form and the table speak of the same fields."""

import pytest

from forms import fields
from forms.catalogue import FORMS
from ward.kinds import EVERY_RECORD, KINDS

KEPT_BY_THE_PROGRAM = {("paper", "prints")}
"""Lists that no form shows: the program alone writes them."""


def shown(kind: str) -> set[str]:
    return {key for field in FORMS[kind].fields for key in field.keys}


def test_every_kind_has_a_form_and_the_forms_are_in_the_order_of_the_kinds():
    assert list(FORMS) == list(KINDS)
    assert all(form.kind == kind for kind, form in FORMS.items())


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_form_is_one_of_the_kind(kind: str):
    known = {*KINDS[kind].shape.by_key, *KINDS[kind].list_shapes, "years"}
    assert shown(kind) - known == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_stands_in_its_form(kind: str):
    kept = {key for owner, key in KEPT_BY_THE_PROGRAM if owner == kind}
    assert {*KINDS[kind].shape.by_key, *KINDS[kind].lists} - shown(kind) - kept == set()


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_of_a_list_are_those_of_its_table(kind: str):
    for field in FORMS[kind].fields:
        if isinstance(field, fields.Rows):
            inside = {key for part in field.fields for key in part.keys}
            assert inside == set(KINDS[kind].list_shapes[field.key].by_key), field.key


@pytest.mark.parametrize("kind", KINDS)
def test_a_reference_takes_the_kinds_that_the_table_takes(kind: str):
    for field in FORMS[kind].fields:
        if isinstance(field, fields.Reference):
            assert set(field.kinds) == set(KINDS[kind].shape.by_key[field.key].kinds), field.key


@pytest.mark.parametrize("kind", KINDS)
def test_a_natural_key_names_fields_that_are_there_and_one_that_is_no_reference(kind: str):
    types = []
    for path in FORMS[kind].natural_key:
        key, _, inner = path.partition(".")
        shape = KINDS[kind].list_shapes[key] if inner else KINDS[kind].shape
        types.append(shape.by_key[inner or key].type)
    assert set(types) - {"ref"}


def test_a_key_is_written_once_in_a_form():
    for kind in KINDS:
        keys = [key for field in FORMS[kind].fields for key in field.keys]
        assert sorted(keys) == sorted(set(keys)), kind


def test_the_lists_that_every_record_may_have_keep_their_names():
    assert set(EVERY_RECORD) == {"participants", "documents"}
