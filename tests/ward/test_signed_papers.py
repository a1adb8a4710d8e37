"""Papers over time: signing, what a refresh leaves behind, which paper a file is, and what is no longer true."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ward.book import Book
from ward.changes import history
from ward.edits import Add, Amend, Bin
from ward.errors import UserError
from ward.loading import load
from ward.paper_lookups import paper_by_marks, papers_at, papers_by_hash, versions_of
from ward.paper_records import (
    MadePaper,
    Standing,
    is_untouched_draft,
    record_paper,
    refuse_signed,
    sign,
    unsign,
    void,
)
from ward.printed import printed_uids, prints_of
from ward.statements import typed_figure
from ward.untrue import untrue_candidates
from ward.years import close_year

DAY = dt.date(2025, 12, 20)


@dataclass(frozen=True)
class Value:
    """A printed value as the engine hands it over."""

    id: str
    record: str
    field: str
    text: str
    what: str = "Số liệu"
    of: tuple[str, ...] = ()
    block: str = ""
    cell: int = -1


@pytest.fixture
def figure(book: Book) -> int:
    return book.write(
        "Thêm số liệu", [Add("figure", {**typed_figure("48 hộ"), "label": "Số hộ", "years": (2025,)})]
    ).added[0]


def uid_of(book: Book, record: int) -> str:
    return load(book.db, record).uid.hex()


def made(book: Book, *values: Value, name: str = "Bao-cao.docx", **changed: object) -> MadePaper:
    paper = MadePaper(
        "Báo cáo năm 2025",
        "bao-cao-tong-ket-nam",
        (2025,),
        book.path.with_name(name),
        "ab" * 32,
        "bao-cao.docx",
        "cd" * 32,
        dt.datetime.now(dt.UTC),
        values,
    )
    return replace(paper, **changed)  # type: ignore[arg-type]


def test_a_print_is_kept_with_what_it_counts_and_where_it_stands(book: Book, figure: int) -> None:
    uid = uid_of(book, figure)
    one = Value("_sv1_1", uid, "words", "48 hộ", block="_svb3", cell=0)
    count = Value("_sv2_1", "", "count", "2 giấy khen", "Khen thưởng", ("0" * 31 + "1", uid))
    paper = record_paper(book, made(book, one, count))
    first, second = prints_of(book.db, paper)
    assert (first.text, first.what, first.block, first.cell, first.of) == ("48 hộ", "Số liệu", "_svb3", 0, ())
    assert (second.record, second.of, second.cell) == ("", count.of, -1)
    assert printed_uids(book.db, paper) == [bytes.fromhex("0" * 31 + "1"), bytes.fromhex(uid)]


def test_a_signed_paper_keeps_day_number_and_what_its_file_says_then(book: Book, figure: int) -> None:
    uid = uid_of(book, figure)
    paper = record_paper(book, made(book, Value("_sv1_1", uid, "words", "48 hộ")))
    moved = book.path.with_name("Bao-cao-da-ky.docx")
    sign(book, paper, DAY, "15/BC-UBND", Standing(moved, "ef" * 32, [Value("_sv1_1", uid, "words", "47 hộ")]))
    values = load(book.db, paper).values
    assert (values["state"], values["signed_on"], values["number"]) == ("signed", "2025-12-20", "15/BC-UBND")
    assert (values["file_path"], values["file_hash"]) == (str(moved.resolve()), "ef" * 32)
    assert [one.text for one in prints_of(book.db, paper)] == ["47 hộ"]


def test_a_signed_paper_is_not_refreshed_and_the_sentence_says_what_to_do(book: Book) -> None:
    paper = record_paper(book, made(book))
    refuse_signed(book.db, paper)
    sign(book, paper, DAY, "15/BC-UBND")
    with pytest.raises(UserError, match="số 15/BC-UBND, nên không cập nhật số liệu được nữa"):
        refuse_signed(book.db, paper)
    with pytest.raises(UserError, match="đã ký ngày 20/12/2025"):
        record_paper(book, made(book, previous=paper))


def test_a_paper_is_signed_once_and_a_void_one_never(book: Book) -> None:
    paper = record_paper(book, made(book))
    sign(book, paper, DAY)
    with pytest.raises(UserError, match="từ trước"):
        sign(book, paper, DAY)
    with pytest.raises(UserError, match="Chưa ghi lý do"):
        void(book, paper, " ")
    void(book, paper, "đã có báo cáo thay thế")
    assert history(book.db, paper, "state")[0].act == "Bỏ văn bản “Báo cáo năm 2025”: đã có báo cáo thay thế"
    with pytest.raises(UserError, match="đã bỏ từ trước"):
        void(book, paper, "lần nữa")
    with pytest.raises(UserError, match="đã bỏ nên không ký được"):
        sign(book, paper, DAY)
    with pytest.raises(UserError, match="đã bỏ nên không cập nhật"):
        refuse_signed(book.db, paper)


def test_taking_the_mark_of_signing_away_needs_a_reason_that_stays_in_the_history(book: Book) -> None:
    paper = record_paper(book, made(book))
    with pytest.raises(UserError, match="chưa được đánh dấu"):
        unsign(book, paper, "nhầm")
    sign(book, paper, DAY, "15/BC-UBND")
    with pytest.raises(UserError, match="Chưa ghi lý do"):
        unsign(book, paper, "  ")
    unsign(book, paper, "đánh dấu nhầm bản")
    values = load(book.db, paper).values
    assert (values["state"], values["signed_on"], values["number"]) == ("draft", "", "")
    assert history(book.db, paper, "state")[0].act == "Bỏ đánh dấu đã ký của “Báo cáo năm 2025”: đánh dấu nhầm bản"


def test_a_paper_of_a_closed_year_is_neither_signed_nor_unsigned(book: Book) -> None:
    paper, other = (record_paper(book, made(book)) for _ in range(2))
    sign(book, other, DAY)
    close_year(book, 2025, "đã xong")
    with pytest.raises(UserError, match="Năm 2025 đã khóa sổ"):
        sign(book, paper, DAY)
    with pytest.raises(UserError, match="Năm 2025 đã khóa sổ"):
        unsign(book, other, "nhầm")


def test_signing_can_be_undone_like_any_act(book: Book) -> None:
    paper = record_paper(book, made(book))
    sign(book, paper, DAY, "1/BC")
    book.undo()
    assert load(book.db, paper).values["state"] == "draft"


# -- refreshed papers ------------------------------------------------------------------------------------


def test_a_refreshed_paper_names_the_one_before_and_where_its_file_lies_now(book: Book) -> None:
    first = record_paper(book, made(book))
    kept = book.path.with_name("Bao-cao (bản trước).docx")
    second = record_paper(book, made(book, previous=first, previous_path=kept, file_hash="12" * 32))
    assert load(book.db, second).values["previous"] == first
    assert papers_at(book.db, kept) == [first]
    assert papers_at(book.db, book.path.with_name("Bao-cao.docx")) == [second]
    assert history(book.db, second)[0].act == "Cập nhật số liệu văn bản “Báo cáo năm 2025”"


def test_a_refreshed_paper_holds_the_clerks_words_so_no_draft_is_made_over_it(book: Book) -> None:
    first = record_paper(book, made(book))
    record_paper(book, made(book, previous=first, file_hash="12" * 32))
    assert is_untouched_draft(book.db, "ab" * 32)
    assert not is_untouched_draft(book.db, "12" * 32)


def test_versions_are_those_refreshed_from_each_other_and_those_of_the_same_kind_and_years(book: Book) -> None:
    moments = [dt.datetime(2025, 12, day, tzinfo=dt.UTC) for day in (1, 2, 3, 4, 5, 6)]
    first = record_paper(book, made(book, made_at=moments[0], years=(2024, 2025)))
    second = record_paper(book, made(book, made_at=moments[1], previous=first))
    third = record_paper(book, made(book, made_at=moments[2], previous=second))
    beside = record_paper(book, made(book, made_at=moments[3]))
    record_paper(book, made(book, made_at=moments[4], kind="bieu-chi-tieu"))
    binned = record_paper(book, made(book, made_at=moments[5]))
    book.write("Bỏ", [Bin(binned)])
    assert [one.paper for one in versions_of(book.db, third)] == [beside, third, second, first]
    assert [one.paper for one in versions_of(book.db, first)] == [third, second, first]


# -- which paper a file is -------------------------------------------------------------------------------


def test_a_file_is_known_by_its_hash_the_newest_paper_first(book: Book) -> None:
    older, newer = (
        record_paper(book, made(book, made_at=dt.datetime(2025, 12, day, tzinfo=dt.UTC))) for day in (1, 2)
    )
    assert papers_by_hash(book.db, "ab" * 32) == [newer, older]
    assert papers_by_hash(book.db, "") == []


def test_an_edited_file_that_was_moved_is_known_by_its_texts_and_its_moment(book: Book, figure: int) -> None:
    uid = uid_of(book, figure)
    values = [Value(f"_sv{n}_1", uid, "words", "48 hộ") for n in range(4)]
    moments = [dt.datetime(2025, 12, day, 8, 30, 15, tzinfo=dt.UTC) for day in (1, 2, 3)]
    first, second, _ = (record_paper(book, made(book, *values, made_at=moment)) for moment in moments)
    sheet = record_paper(book, made(book, values[0], made_at=moments[1], kind="bieu-chi-tieu"))
    kind, texts = "bao-cao-tong-ket-nam", {"_sv1_1": "48 hộ", "_sv2_1": "gõ lại", "_sv9_1": "48 hộ"}
    assert paper_by_marks(book.db, kind, "2025-12-02T08:30:15Z", texts) == second
    assert paper_by_marks(book.db, kind, "2025-12-01T08:30:15Z", texts) == first
    assert paper_by_marks(book.db, "bieu-chi-tieu", "2025-12-01T08:30:15Z", {"_sv0_1": "48 hộ"}) == sheet
    assert paper_by_marks(book.db, kind, "2025-12-02T08:30:15Z", {"_svx_1": "48 hộ"}) is None


def test_a_refreshed_file_that_kept_its_first_moment_is_known_by_its_new_texts(book: Book, figure: int) -> None:
    uid, moment = uid_of(book, figure), dt.datetime(2025, 12, 1, tzinfo=dt.UTC)
    first = record_paper(book, made(book, Value("_sv1_1", uid, "words", "48 hộ"), made_at=moment))
    second = record_paper(book, made(book, Value("_sv1_1", uid, "words", "49 hộ"), previous=first))
    assert paper_by_marks(book.db, "", "2025-12-01T00:00:00Z", {"_sv1_1": "49 hộ"}) == second
    assert paper_by_marks(book.db, "", "2025-12-01T00:00:00Z", {"_sv1_1": "48 hộ"}) == first


def test_without_a_moment_the_paper_with_most_of_the_marks_is_meant(book: Book, figure: int) -> None:
    uid = uid_of(book, figure)
    one, two = Value("_sv1_1", uid, "words", "48 hộ"), Value("_sv2_1", uid, "label", "Số hộ")
    both = record_paper(book, made(book, one, two, made_at=dt.datetime(2025, 12, 1, tzinfo=dt.UTC)))
    record_paper(book, made(book, one, made_at=dt.datetime(2025, 12, 9, tzinfo=dt.UTC)))
    assert paper_by_marks(book.db, "", "", {"_sv1_1": "gõ lại", "_sv2_1": "gõ lại"}) == both


def test_looking_for_a_file_scans_no_table(book: Book) -> None:
    for table, column in (
        ("paper", "file_hash"),
        ("paper", "file_path"),
        ("paper", "previous_id"),
        ("paper_print", "mark"),
    ):
        plan = book.db.execute_sql(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = 'ab'").fetchall()
        assert all(f"USING INDEX {table}_{column}" in line[3] for line in plan), plan


# -- no longer true --------------------------------------------------------------------------------------


def untrue(book: Book) -> list[tuple[int, int, int]]:
    return [(one.paper, one.changed, one.added) for one in untrue_candidates(book.db)]


def test_a_signed_paper_whose_printed_record_changed_may_be_no_longer_true(book: Book, figure: int) -> None:
    values = [Value("_sv1_1", uid_of(book, figure), "words", "48 hộ")]
    signed, draft = (record_paper(book, made(book, *values)) for _ in range(2))
    sign(book, signed, DAY, "15/BC-UBND")
    assert untrue(book) == []
    book.write("Sửa", [Amend(figure, typed_figure("47 hộ"))])
    book.write("Sửa", [Amend(figure, {"note": "đã đếm lại"})])
    assert untrue(book) == [(signed, 1, 0)]
    (one,) = untrue_candidates(book.db)
    assert (one.title, one.number, one.signed_on) == ("Báo cáo năm 2025", "15/BC-UBND", "2025-12-20")
    assert one.newest == history(book.db, figure)[0].at
    assert load(book.db, draft).values["state"] == "draft"


def test_a_record_that_was_counted_and_went_to_the_bin_makes_the_count_doubtful(book: Book, figure: int) -> None:
    paper = record_paper(book, made(book, Value("_sv1_1", "", "count", "1 số", of=(uid_of(book, figure),))))
    sign(book, paper, DAY)
    book.write("Bỏ", [Bin(figure)])
    assert untrue(book) == [(paper, 1, 0)]


def test_a_new_record_of_its_year_may_make_a_signed_paper_untrue_but_one_of_another_year_does_not(book: Book) -> None:
    paper = record_paper(book, made(book))
    sign(book, paper, DAY)
    book.write("Thêm", [Add("award", {"state": "granted", "years": (2024,)}), Add("person", {"name": "An"})])
    assert untrue(book) == []
    added = book.write("Thêm", [Add("award", {"state": "granted", "years": (2025,)})]).added[0]
    assert untrue(book) == [(paper, 0, 1)]
    book.write("Bỏ", [Bin(added)])
    assert untrue(book) == []


def test_what_is_in_the_bin_is_no_paper_any_more(book: Book, figure: int, tmp_path: Path) -> None:
    paper = record_paper(book, made(book, Value("_sv1_1", uid_of(book, figure), "words", "48 hộ")))
    sign(book, paper, DAY)
    book.write("Sửa", [Amend(figure, typed_figure("47 hộ"))])
    book.write("Bỏ", [Bin(paper)])
    assert untrue(book) == []
    assert papers_by_hash(book.db, "ab" * 32) == []
