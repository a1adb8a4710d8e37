"""Traced texts behave as texts and keep their source."""

import copy
import pickle

import pytest

from reports.prints import Printed, PrintList, Sentence, Source, joined
from tests.reports.documents import OTHER_RECORD, RECORD, printed


def test_a_printed_text_is_a_text_with_its_source() -> None:
    text = printed("48 ngàn")
    assert text == "48 ngàn" and (text.record, text.field, text.what) == (RECORD, "value", "Số liệu")
    assert text.upper().source == text.source


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_keeps_the_source(copied) -> None:
    assert copied(printed("a")).source == printed("a").source


@pytest.mark.parametrize(("record", "field"), [("12", "value"), ("Z" * 32, "value"), (RECORD, "số"), (RECORD, "")])
def test_a_source_names_a_record_and_an_ascii_field(record: str, field: str) -> None:
    with pytest.raises(ValueError, match="is"):
        Printed("a", record=record, field=field)


def test_names_of_prints_tell_fields_apart_and_count_repeats() -> None:
    prints = PrintList()
    names = [
        prints.add(Source(record, field), "a", "word/document.xml")
        for record, field in ((RECORD, "a"), (RECORD, "a"), (RECORD, "b"), (OTHER_RECORD, "a"))
    ]
    assert len(set(names)) == 4 and max(map(len, names)) <= 40
    assert names[0].removesuffix("_1") == names[1].removesuffix("_2")


def test_sentences_are_joined_piece_by_piece() -> None:
    whole = joined(["Có ", Sentence((printed("3"), " vụ")), "."]) + " Hết."
    assert str(whole) == "Có 3 vụ. Hết."
    assert [piece for piece in whole if isinstance(piece, Printed)] == ["3"]
    assert not Sentence(("", ""))
