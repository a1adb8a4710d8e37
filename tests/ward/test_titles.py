"""A record's line says whom and what it names, and follows when that is renamed."""

from __future__ import annotations

from ward.book import Book
from ward.edits import Add, Amend
from ward.loading import load
from ward.search import search
from ward.statements import typed_figure


def test_a_figure_s_title_follows_the_name_of_its_indicator(book: Book):
    (indicator,) = book.write("Thêm", [Add("indicator", {"name": "Dân số"})]).added
    (figure,) = book.write("Thêm", [Add("figure", {"indicator": indicator, **typed_figure("gần 48 ngàn")})]).added
    assert load(book.db, figure).title == "Dân số: gần 48 ngàn"
    book.write("Sửa", [Amend(indicator, {"name": "Nhân khẩu"})])
    assert load(book.db, figure).title == "Nhân khẩu: gần 48 ngàn"
    assert load(book.db, figure).revision == 1
    assert figure in [hit.id for hit in search(book.db, "nhan khau")]
    book.undo()
    assert load(book.db, figure).title == "Dân số: gần 48 ngàn"


def test_an_award_names_its_first_recipients_and_its_type(book: Book):
    people = [Add("person", {"name": name}) for name in ("An", "Bình", "Cúc", "Dũng")]
    ids = book.write("Thêm", [*people, Add("award_type", {"name": "Giấy khen"})]).added
    rows = [{"who": person} for person in ids[:4]]
    (award,) = book.write("Thêm", [Add("award", {"award_type": ids[4], "recipients": rows})]).added
    assert load(book.db, award).title == "An, Bình, Cúc… – Giấy khen"


def test_a_succession_says_which_unit_became_which(book: Book):
    units = [Add("unit", {"names": [{"name": name}]}) for name in ("Phường cũ", "Phường mới")]
    old, new = book.write("Thêm", units).added
    (record,) = book.write("Thêm", [Add("succession", {"predecessor": old, "successor": new})]).added
    assert load(book.db, record).title == "Phường cũ → Phường mới"
