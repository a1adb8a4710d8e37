"""From a number in a paper back to its record: what it says now, who said it, the evidence, what happened to it."""

from __future__ import annotations

import pytest

from ward.book import Book
from ward.changes import history
from ward.edits import Add, Amend, Bin
from ward.evidence import attach
from ward.loading import load
from ward.origins import cause, origin
from ward.references import merge
from ward.statements import typed_figure


def add(book: Book, kind: str, **values: object) -> int:
    return book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]


def uid_of(book: Book, record: int) -> str:
    return load(book.db, record).uid.hex()


@pytest.fixture
def figure(book: Book) -> int:
    letter = add(book, "document", doc_kind="Báo cáo", number="9/BC-CAP", years=(2025,))
    return add(
        book,
        "figure",
        **typed_figure("19 vụ"),
        label="Tội phạm",
        source=letter,
        source_words="trang 3",
        said_on="2025-11-30",
        years=(2025,),
        documents=[{"document": letter}],
    )


def test_a_figure_tells_its_source_its_day_and_what_it_says_now(book: Book, figure: int) -> None:
    book.write("Sửa số vụ", [Amend(figure, typed_figure("21 vụ"))])
    found = origin(book.db, uid_of(book, figure), "words")
    assert (found.record.kind, found.record.record, found.record.state) == ("figure", figure, "living")
    assert (found.values["words"], found.keys[0]) == ("21 vụ", "words")
    assert found.said.source and found.said.source.title.startswith("Báo cáo số 9/BC-CAP")
    assert (found.said.words, found.said.said_on) == ("trang 3", "2025-11-30")
    assert [one.title for one in found.documents] == [found.said.source.title]


def test_the_history_is_that_of_the_printed_field_newest_first(book: Book, figure: int) -> None:
    book.write("Sửa số vụ", [Amend(figure, typed_figure("21 vụ"))])
    book.write("Ghi chú", [Amend(figure, {"note": "hỏi lại"})])
    told = origin(book.db, uid_of(book, figure), "words").history
    assert [line.act for line in told if line.field == "words"] == ["Sửa số vụ", "Thêm figure"]
    assert not [line for line in told if line.act == "Ghi chú"]
    assert {line.who for line in told} == {"Chị Hà"}


def test_a_number_that_only_changed_its_parts_is_told_too(book: Book, figure: int) -> None:
    book.write("Đổi đơn vị tính", [Amend(figure, {"measure": "vụ việc"})])
    assert origin(book.db, uid_of(book, figure), "words").history[0].act == "Đổi đơn vị tính"


def test_evidence_of_the_record_and_of_the_field_is_told_but_not_of_another_field(book: Book, figure: int) -> None:
    for field in ("", "words", "label"):
        attach(book, field.encode() or b"x", figure, field, file_name=f"{field or 'chung'}.pdf")
    assert [one.file_name for one in origin(book.db, uid_of(book, figure), "words").evidence] == [
        "chung.pdf",
        "words.pdf",
    ]


def test_a_row_of_a_list_leads_to_the_list(book: Book) -> None:
    award = add(book, "award", recipients=[{"words": "tổ 1"}], years=(2025,))
    book.write("Đổi tên", [Amend(award, {"recipients": [{"words": "tổ 2"}]})])
    found = origin(book.db, uid_of(book, award), "recipients[0].words")
    assert found.keys == ("recipients",)
    assert [line.act for line in found.history] == ["Đổi tên", "Thêm award"]


def test_a_record_that_was_merged_leads_to_the_one_that_stays(book: Book) -> None:
    kept, gone = (add(book, "person", name="Nguyễn Văn An", rank=rank) for rank in ("Đại úy", "Thiếu tá"))
    merge(book, kept, gone)
    found = origin(book.db, uid_of(book, gone), "name")
    assert (found.record.state, found.record.record) == ("merged", gone)
    assert found.living and found.living.record == kept
    assert [line.field for line in found.history if line.act.startswith("Gộp")]


def test_a_record_in_the_bin_is_told_with_the_act_that_put_it_there(book: Book, figure: int) -> None:
    book.write("Bỏ vào thùng rác", [Bin(figure)])
    found = origin(book.db, uid_of(book, figure), "words")
    assert (found.record.state, found.living) == ("binned", None)
    assert found.history[0].act == "Bỏ vào thùng rác"
    assert found.values["words"] == "19 vụ"


def test_a_record_that_the_file_does_not_hold_is_told_as_gone(book: Book) -> None:
    found = origin(book.db, "f" * 32, "words")
    assert (found.record.state, found.living, found.history, found.values) == ("gone", None, (), {})
    assert cause(book.db, "f" * 32, "words") is None


def test_a_count_lists_what_was_counted(book: Book) -> None:
    awards = [add(book, "award", form_words=f"Giấy khen {n}", years=(2025,)) for n in (1, 2)]
    uids = [uid_of(book, award) for award in awards]
    book.write("Bỏ", [Bin(awards[1])])
    found = origin(book.db, "", "count", of=uids)
    assert [(one.title, one.state) for one in found.counted] == [("Giấy khen 1", "living"), ("Giấy khen 2", "binned")]
    assert found.values == {}


def test_the_cause_is_the_newest_act_on_the_field(book: Book, figure: int) -> None:
    book.write("Sửa số vụ", [Amend(figure, typed_figure("21 vụ"))])
    book.write("Ghi chú", [Amend(figure, {"note": "hỏi lại"})])
    newest = history(book.db, figure)[0].change
    found = cause(book.db, uid_of(book, figure), "words")
    assert found and (found.act, found.who) == ("Sửa số vụ", "Chị Hà")
    assert cause(book.db, uid_of(book, figure), "words", since=newest) is None


def test_the_cause_of_what_only_the_builder_knows_is_the_newest_act_on_the_record(book: Book, figure: int) -> None:
    book.write("Ghi chú", [Amend(figure, {"note": "hỏi lại"})])
    found = cause(book.db, uid_of(book, figure), "title")
    assert found and found.act == "Ghi chú"


def test_the_cause_of_a_count_is_the_newest_act_on_any_record_of_it(book: Book) -> None:
    awards = [add(book, "award", form_words=f"Giấy khen {n}", years=(2025,)) for n in (1, 2)]
    book.write("Bỏ giấy khen trùng", [Bin(awards[0])])
    found = cause(book.db, "", "count", of=[uid_of(book, award) for award in awards])
    assert found and found.act == "Bỏ giấy khen trùng"
