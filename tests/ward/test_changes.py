"""What acts did: history, undo and redo."""

from decimal import Decimal
from typing import Any

import pytest

from ward.book import Book
from ward.changes import history, inverse
from ward.edits import Add, Amend, Bin, Edit
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import load, portable
from ward.references import merge
from ward.search import search
from ward.uids import new_uid, new_uids


def state(book: Book) -> dict[str, Any]:
    """Everything the file says, by uid, without row numbers and revisions."""
    uid_of = {record: bytes(uid) for record, uid in book.db.execute_sql("SELECT id, uid FROM record").fetchall()}
    found: dict[str, Any] = {}
    for record, uid in uid_of.items():
        stored = load(book.db, record)
        fields = portable(KINDS[stored.kind], stored.values, uid_of.__getitem__, full=True)
        to = stored.forwarded_to
        found[uid.hex()] = (stored.kind, stored.title, fields, stored.binned, uid_of[to].hex() if to else None)
    return found


def search_index(book: Book) -> list[tuple[str, str, str]]:
    """What search knows of each record."""
    rows = book.db.execute_sql(
        "SELECT hex(r.uid), s.title, s.body FROM search s LEFT JOIN record r ON r.id = s.rowid ORDER BY 1"
    )
    return list(rows.fetchall())


def revision(book: Book, record: int) -> int:
    return load(book.db, record).revision


def added(book: Book, kind: str, **values: Any) -> int:
    return book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]


def there_and_back(book: Book, edits: list[Edit]) -> None:
    """The act, its undoing and its redoing give the states that they should, twice over."""
    before = state(book), search_index(book)
    book.write("Việc", edits)
    after = state(book), search_index(book)
    assert after != before
    for _ in range(2):
        undone = book.undo()
        assert undone is not None and undone.act == "Hoàn tác: Việc"
        assert (state(book), search_index(book)) == before
        redone = book.redo()
        assert redone is not None and redone.act == "Việc"
        assert (state(book), search_index(book)) == after
    book.db.execute_sql("INSERT INTO search(search) VALUES ('integrity-check')")
    assert book.db.execute_sql("PRAGMA foreign_key_check").fetchall() == []


# -- undo and redo ---------------------------------------------------------------------------------


def test_an_added_record_goes_and_comes_back_with_its_uid_and_every_field(book):
    values = {
        "counted_words": "88 tập thể và cá nhân",
        "collectives": 0,
        "state": "granted",
        "recipients": [{"words": "Tổ 5", "recipient_kind": "tap_the"}, {"words": "bà Tư"}],
        "years": [2024, 2025],
        "participants": [{"role": "helper", "words": "Chi đoàn"}],
    }
    there_and_back(book, [Add("award", values)])
    assert [fields["collectives"] for _, _, fields, _, _ in state(book).values()] == [0]


def test_an_exact_number_comes_back_with_its_zeros(book):
    figure = {"label": "Tỷ lệ", "value": Decimal("91.50"), "out_of": Decimal("0"), "value_to": Decimal("1E+3")}
    book.write("Thêm", [Add("figure", figure)])
    book.undo()
    book.redo()
    row = book.db.execute_sql("SELECT record_id FROM figure").fetchone()
    values = load(book.db, row[0]).values
    assert [str(values[key]) for key in ("value", "out_of", "value_to")] == ["91.50", "0", "1E+3"]


def test_an_amended_record_gets_its_fields_back(book):
    person = added(book, "person", name="An", birth="1980", positions=[{"title": "Tổ trưởng"}])
    there_and_back(book, [Amend(person, {"name": "Ấn", "birth": "", "positions": [], "years": [2025]})])


def test_a_binned_record_comes_back(book):
    there_and_back(book, [Bin(added(book, "person", name="An"))])


def test_records_that_name_each_other_go_and_come_back_together(book):
    one, two = new_uid(), new_uid()
    there_and_back(
        book,
        [
            Add("movement", {"name": "Dưới", "upper": two}, one),
            Add("movement", {"name": "Trên", "upper": one}, two),
            Add("movement", {"name": "Tự mình", "upper": (own := new_uid())}, own),
        ],
    )


def test_thousands_of_records_with_forward_references_go_and_come_back(book):
    uids = [uid for _, uid in zip(range(2500), new_uids(), strict=False)]
    edits: list[Edit] = [
        Add("task", {"name": f"Việc {n}", "parent": uids[(n + 1) % len(uids)]}, uid) for n, uid in enumerate(uids)
    ]
    there_and_back(book, edits)


def test_an_act_of_adding_and_amending_goes_back_as_one(book):
    task = added(book, "task", name="Công trình")
    part = new_uid()
    there_and_back(book, [Add("task", {"name": "Hạng mục"}, part), Amend(task, {"parent": part}), Bin(task)])


def test_an_act_that_amends_a_record_twice_goes_back(book):
    person = added(book, "person", name="An", birth="1980")
    there_and_back(book, [Amend(person, {"name": "Bình"}), Amend(person, {"name": "Chi", "birth": "1981"})])


def test_a_merge_goes_back(book):
    keep, duplicate = added(book, "person", name="An"), added(book, "person", name="Ân", birth="1980")
    added(book, "household", name="Hộ ông An", head=duplicate)
    added(book, "event", name="Ngày hội", participants=[{"who": duplicate}])
    before = state(book)
    merge(book, keep, duplicate)
    after = state(book)
    book.undo()
    assert state(book) == before
    book.redo()
    assert state(book) == after


def test_all_acts_of_a_session_go_back_and_forth_in_order(book):
    person = added(book, "person", name="An")
    states = [state(book)]
    for name in ("Bình", "Chi", "Dũng"):
        book.write(name, [Amend(person, {"name": name})])
        states.append(state(book))
    assert book.undoable == "Dũng"
    for expected in reversed(states[:-1]):
        book.undo()
        assert state(book) == expected
    assert book.redoable == "Bình"
    for expected in states[1:]:
        book.redo()
        assert state(book) == expected
    assert book.redo() is None


def test_a_new_act_ends_what_could_be_done_again(book):
    added(book, "person", name="An")
    book.undo()
    added(book, "person", name="Bình")
    assert book.redoable == ""
    assert book.redo() is None


def test_nothing_is_undone_in_a_new_session(book):
    added(book, "person", name="An")
    book.close()
    with Book.open(book.path) as again:
        assert again.undoable == ""
        assert again.undo() is None


@pytest.mark.parametrize(
    "later",
    [
        lambda person: Amend(person, {"name": "Chi"}),
        lambda person: Amend(person, {"name": "Chi", "birth": "1980"}),
    ],
)
def test_an_act_is_not_taken_back_when_a_later_one_touched_the_same_field(book, later):
    person = added(book, "person", name="An")
    change = book.write("Sửa tên", [Amend(person, {"name": "Bình"})])
    book.write("Sửa tiếp", [later(person)])
    with pytest.raises(UserError, match="đã được sửa tiếp sau việc này"):
        inverse(book.db, change.id)


def test_an_act_is_taken_back_although_a_later_one_touched_another_field(book):
    person = added(book, "person", name="An")
    change = book.write("Sửa tên", [Amend(person, {"name": "Bình"})])
    book.write("Sửa năm sinh", [Amend(person, {"birth": "1980"})])
    book.write("Lấy lại", inverse(book.db, change.id))
    assert load(book.db, person).values["name"] == "An"
    assert load(book.db, person).values["birth"] == "1980"


@pytest.mark.parametrize("later", [lambda p: Amend(p, {"birth": "1980"}), Bin, lambda p: Amend(p, {"years": [2025]})])
def test_a_record_that_was_touched_later_is_not_removed(book, later):
    change = book.write("Thêm", [Add("person", {"name": "An"})])
    book.write("Sửa", [later(change.added[0])])
    with pytest.raises(UserError, match="đã được sửa tiếp sau việc này"):
        inverse(book.db, change.id)


def test_a_record_that_others_name_is_not_removed(book):
    change = book.write("Thêm", [Add("person", {"name": "An"})])
    added(book, "household", name="Hộ ông An", head=change.added[0])
    before = state(book)
    with pytest.raises(UserError, match="nhắc tới"):
        book.write("Lấy lại", inverse(book.db, change.id))
    assert state(book) == before


# -- revisions and history ---------------------------------------------------------------------------


def test_every_act_raises_the_revision_and_undoing_never_lowers_it(book):
    person = added(book, "person", name="An")
    seen = [revision(book, person)]
    book.write("Sửa", [Amend(person, {"name": "Bình"})])
    seen.append(revision(book, person))
    book.undo()
    seen.append(revision(book, person))
    book.undo()
    redone = book.redo()
    assert redone is not None
    seen.append(revision(book, redone.added[0]))
    assert seen == [1, 2, 3, 4]
    found = book.db.execute_sql("SELECT revision FROM difference ORDER BY id").fetchall()
    assert [row[0] for row in found] == [0, 1, 2, 3, 3]


def test_the_history_of_a_record_and_of_a_field_is_read_newest_first(book):
    person = added(book, "person", name="An", birth="1980")
    book.write("Sửa tên", [Amend(person, {"name": "Ấn"})])
    book.write("Bỏ vào thùng rác", [Bin(person)])
    lines = [(line.act, line.field, line.before, line.after) for line in history(book.db, person)]
    assert lines == [
        ("Bỏ vào thùng rác", "@binned", False, True),
        ("Sửa tên", "name", "An", "Ấn"),
        ("Thêm person", "birth", None, "1980"),
        ("Thêm person", "name", None, "An"),
    ]
    assert [line.after for line in history(book.db, person, "name")] == ["Ấn", "An"]
    assert {line.who for line in history(book.db, person)} == {"Chị Hà"}


def test_a_change_remembers_who_where_and_what_it_takes_back(book):
    first = book.write("Thêm", [Add("person", {"name": "An"})])
    second = book.undo()
    assert second is not None
    rows = book.db.execute_sql('SELECT id, act, who, installation, undoes_id FROM "change" ORDER BY id').fetchall()
    assert rows == [
        (first.id, "Thêm", "Chị Hà", "máy 1", None),
        (second.id, "Hoàn tác: Thêm", "Chị Hà", "máy 1", first.id),
    ]
    assert second.removed == second.records == first.records
    assert second.kinds == {"person"}


def test_what_was_undone_is_not_found_by_search(book):
    added(book, "person", name="Nguyễn Văn An")
    book.undo()
    assert search(book.db, "nguyen") == []
    book.redo()
    assert [hit.title for hit in search(book.db, "nguyen")] == ["Nguyễn Văn An"]


# -- closed years ------------------------------------------------------------------------------------


def test_an_act_on_a_year_closed_since_is_not_undone_before_the_year_is_opened(book):
    figure = added(book, "figure", label="Số hộ", words="12", years=[2025])
    year = added(book, "year", year=2025)
    change = book.write("Sửa", [Amend(figure, {"words": "13"})])
    book.write("Khóa sổ", [Amend(year, {"closed_on": "2026-01-15"})])
    with pytest.raises(UserError, match="Năm 2025 đã khóa sổ"):
        book.write("Lấy lại", inverse(book.db, change.id))
    book.undo()
    book.undo()
    assert load(book.db, figure).values["words"] == "12"
