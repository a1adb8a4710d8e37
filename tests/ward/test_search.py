"""Finding records as one types."""

import unicodedata

import pytest

from ward.book import Book
from ward.edits import Add, Amend, Bin
from ward.kinds import KINDS
from ward.references import merge
from ward.search import search


def titles(book: Book, text: str, *kinds: str, limit: int = 20) -> list[str]:
    return [hit.title for hit in search(book.db, text, kinds, limit)]


@pytest.fixture
def people(book: Book) -> Book:
    names = ["Đỗ Đức Đạt", "Nguyễn Văn An", "Nguyễn Văn Ân", "Trần Thị Hoà"]
    book.write("Thêm", [Add("person", {"name": name}) for name in names])
    return book


@pytest.mark.parametrize("text", ["đỗ đức đạt", "do duc dat", "DO DUC", "dat", "đạt đỗ", "Ðỗ", "d"])
def test_case_and_diacritics_do_not_matter_nor_does_the_letter_d(people, text):
    assert titles(people, text) == ["Đỗ Đức Đạt"]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("text", ["Nguyễn Văn Ân", "Đỗ Đức Đạt", "hoà"])
def test_every_unicode_form_of_the_query_finds_the_same(people, form, text):
    assert titles(people, unicodedata.normalize(form, text)) == titles(people, text) != []


@pytest.mark.parametrize(
    "text", ['"', "'", "*", "(", ")", "^", "-", "+", ":", "{", "\\", "", " ", "\x00", "\ue000", "…", "𝟙𝟚"]
)
def test_marks_alone_find_nothing_and_break_nothing(people, text):
    assert titles(people, text) == []


@pytest.mark.parametrize(
    "text",
    ['"nguyen" van an', "nguyen* van an", "(nguyen) van an", "^nguyen van an", "title:nguyen van an", "NOT nguyen"],
)
def test_signs_of_the_query_language_are_only_marks(people, text):
    found = titles(people, text)
    assert found == ([] if text.startswith(("title", "NOT")) else ["Nguyễn Văn An", "Nguyễn Văn Ân"])


@pytest.mark.parametrize("word", ["AND", "OR", "NOT", "NEAR"])
def test_words_of_the_query_language_are_words(book, word):
    book.write("Thêm", [Add("event", {"name": f"Ngày {word} hội"}), Add("event", {"name": "Ngày hội"})])
    assert titles(book, f"ngay {word} hoi") == [f"Ngày {word} hội"]


def test_the_exact_name_comes_first_among_thousands_that_begin_so(book):
    names = [f"An Khê {n} nhánh" for n in range(3000)] + ["Khê An", "An Khê"] + [f"An Khê {n}" for n in range(3000)]
    book.write("Thêm", [Add("event", {"name": name, "programme": "an khê"}) for name in names])
    assert titles(book, "an khê")[0] == "An Khê"
    assert titles(book, "An Khê", limit=1) == ["An Khê"]


def test_names_come_before_other_words_and_those_that_begin_so_before_the_rest(book):
    book.write(
        "Thêm",
        [
            Add("event", {"name": "Tổng kết", "programme": "ra quân"}),
            Add("event", {"name": "Lễ ra quân"}),
            Add("event", {"name": "Ra quân tháng 3"}),
            Add("event", {"name": "Ra quân"}),
        ],
    )
    assert titles(book, "ra quân") == ["Ra quân", "Ra quân tháng 3", "Lễ ra quân", "Tổng kết"]


def test_what_stands_in_a_list_of_the_record_is_found(book):
    book.write("Thêm", [Add("person", {"name": "An", "positions": [{"title": "Chi hội trưởng"}]})])
    assert titles(book, "chi hoi truong") == ["An"]


def test_what_only_the_program_reads_is_not_found(book):
    prints = [{"mark": "_sv12", "record_uid": "abc0123", "field": "words", "text": "1.819 hộ"}]
    book.write("Lập", [Add("paper", {"name": "Báo cáo", "file_hash": "fade99", "prints": prints})])
    assert [titles(book, text) for text in ("_sv12", "abc0123", "words", "fade99")] == [[], [], [], []]
    assert titles(book, "1.819") == ["Báo cáo"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_search_among_one_kind_finds_that_kind_only(book, kind):
    every = book.write("Thêm", [Add(key, {"note": "hoa phượng"}) for key in KINDS]).added
    found = search(book.db, "hoa phượng", [kind])
    assert [(hit.id, hit.kind) for hit in found] == [(every[list(KINDS).index(kind)], kind)]
    assert len(search(book.db, "hoa phượng", limit=100)) == len(KINDS)
    assert search(book.db, kind.replace("_", "")) == []


def test_a_rare_kind_is_found_among_thousands_of_another(book):
    book.write(
        "Thêm", [Add("person", {"name": f"Hoa {n}"}) for n in range(3000)] + [Add("event", {"name": "Lễ hội Hoa"})]
    )
    assert titles(book, "hoa", "event") == ["Lễ hội Hoa"]


def test_what_is_in_the_bin_or_merged_away_is_not_found(people):
    an, an2 = (search(people.db, text)[0].id for text in ("nguyen van an", "nguyen van ân"))
    dat = search(people.db, "dat")[0].id
    people.write("Bỏ", [Bin(dat)])
    assert titles(people, "dat") == []
    people.write("Lấy lại", [Bin(dat, binned=False)])
    assert titles(people, "dat") == ["Đỗ Đức Đạt"]
    merge(people, an, an2 if an2 != an else search(people.db, "nguyen van an")[1].id)
    assert len(titles(people, "nguyen van")) == 1


def test_an_amended_record_is_found_by_its_new_words_only(people):
    an = search(people.db, "nguyen van an")[0].id
    people.write("Sửa", [Amend(an, {"name": "Phan Bá Vượng", "residence": "ngõ 12"})])
    assert titles(people, "vuong") == titles(people, "ngo 12") == ["Phan Bá Vượng"]
    assert len(titles(people, "nguyen van")) == 1
    people.write("Sửa", [Amend(an, {"residence": ""})])
    assert titles(people, "ngo 12") == []
