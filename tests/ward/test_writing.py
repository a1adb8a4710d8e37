"""The one door: what it takes, what it refuses, and what stands in the file afterwards."""

import datetime as dt
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ward.book import Book
from ward.edits import Add, Amend, Bin, Edit, Forward
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import load
from ward.shapes import FieldShape
from ward.uids import new_uid, new_uids

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
WHOLE = st.integers(-(10**18) + 1, 10**18 - 1)
EXACT = st.builds(
    lambda sign, digits, exponent: Decimal((sign, digits, exponent)),
    st.integers(0, 1),
    st.lists(st.integers(0, 9), min_size=1, max_size=9).map(tuple),
    st.integers(-18, 9),
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "day": st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)).map(str),
    "period": st.sampled_from(["", "2025", "2025-Q3", "@2025-12-31"]),
    "whole": st.none() | WHOLE,
    "flag": st.booleans(),
    "ref": st.none(),
    "exact": st.none() | EXACT,
}


def row_of(fields: tuple[FieldShape, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={field.key: VALUES[field.type] for field in fields})


def records() -> st.SearchStrategy[Edit]:
    """New records of any kind with any values that their fields may hold."""

    def of(kind: str) -> st.SearchStrategy[Edit]:
        shapes = KINDS[kind].list_shapes.items()
        lists = {key: st.lists(row_of(shape.fields), max_size=2) for key, shape in shapes}
        years = st.lists(st.integers(1900, 2100), max_size=3)
        own = row_of(KINDS[kind].shape.fields)
        return st.tuples(own, st.fixed_dictionaries({}, optional={**lists, "years": years})).map(
            lambda parts: Add(kind, {**parts[0], **parts[1]})
        )

    return st.sampled_from(list(KINDS)).flatmap(of)


def cells(book: Book, kind: str) -> list[Any]:
    """Every value that SQLite keeps as this type, in every column but those of the folded search index."""
    tables = book.db.execute_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
    ).fetchall()
    found: list[Any] = []
    for (table,) in tables:
        columns = [row[1] for row in book.db.execute_sql(f'PRAGMA table_info("{table}")').fetchall()]
        for column in columns:
            sql = f'SELECT "{column}" FROM "{table}" WHERE typeof("{column}") = ?'
            found += [row[0] for row in book.db.execute_sql(sql, (kind,)).fetchall()]
    return found


def bare(value: Any) -> Any:
    """A value as it must come back: NFC, no negative zero, numbers with their zeros."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Decimal):
        return repr(value if value else value.copy_abs())
    return value


# -- what is kept ------------------------------------------------------------------------------------


def test_whatever_is_written_comes_back_exactly_and_no_float_is_in_the_file(book):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(records(), min_size=1, max_size=5))
    def write_and_read(edits: list[Add]) -> None:
        for edit, record in zip(edits, book.write("Ghi", edits).added, strict=True):
            stored = load(book.db, record)
            for key, value in edit.values.items():
                if key == "years":
                    assert stored.years == tuple(sorted(set(value)))
                elif key in KINDS[edit.kind].list_shapes:
                    for wanted, row in zip(value, stored.values[key], strict=True):
                        assert {name: bare(row[name]) for name in wanted} == {k: bare(v) for k, v in wanted.items()}
                else:
                    assert bare(stored.values[key]) == bare(value)

    write_and_read()
    assert cells(book, "real") == []
    for text in cells(book, "text"):
        assert unicodedata.is_normalized("NFC", text)


def test_an_amended_record_is_as_if_it_had_been_added_so(book):
    @settings(max_examples=60, deadline=None)
    @given(records())
    def amend_and_undo(edit: Add) -> None:
        record, twin = book.write("Thêm", [Add(edit.kind, {}), edit]).added
        empty = repr(load(book.db, record).values)
        change = book.write("Sửa", [Amend(record, edit.values)])
        one, other = load(book.db, record), load(book.db, twin)
        assert (one.title, repr(one.values)) == (other.title, repr(other.values))
        found = book.db.execute_sql("SELECT title, body FROM search WHERE rowid IN (?, ?)", (record, twin)).fetchall()
        assert found[0] == found[1]
        if change.id:
            book.undo()
            assert repr(load(book.db, record).values) == empty

    amend_and_undo()


def test_decomposed_text_is_kept_composed_everywhere(book):
    name = unicodedata.normalize("NFD", "Nguyễn Thị Hoà")
    book.write(
        unicodedata.normalize("NFD", "Thêm một người"),
        [Add("person", {"name": name, "positions": [{"title": name}]})],
    )
    for text in cells(book, "text"):
        assert unicodedata.is_normalized("NFC", text)
    assert book.undoable == "Thêm một người"


@pytest.mark.parametrize("number", ["91.50", "91.5", "0", "0.000", "-5", "1E+3", "1E-18", "999999999999999999"])
def test_an_exact_number_keeps_its_zeros_and_its_exponent(book, number):
    figure = book.write("Thêm", [Add("figure", {"value": Decimal(number)})]).added[0]
    assert str(load(book.db, figure).values["value"]) == number


def test_the_zeros_of_a_number_are_a_change(book):
    figure = book.write("Thêm", [Add("figure", {"value": Decimal("91.5")})]).added[0]
    assert book.write("Sửa", [Amend(figure, {"value": Decimal("91.50")})]).id
    assert book.write("Sửa", [Amend(figure, {"value": Decimal("91.50")})]).id == 0


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+30", "1234567890123456789", "1E-19", "0E+30"])
def test_a_number_that_the_file_cannot_hold_is_refused_and_nothing_is_kept(book, number):
    with pytest.raises(UserError):
        book.write("Thêm", [Add("person", {"name": "An"}), Add("figure", {"value": Decimal(number)})])
    assert book.db.execute_sql("SELECT count(*) FROM record").fetchone()[0] == 0


@pytest.mark.parametrize("number", [10**18, -(10**18), 2**64])
def test_a_whole_number_that_the_file_cannot_hold_is_refused(book, number):
    with pytest.raises(UserError, match="18 chữ số"):
        book.write("Thêm", [Add("award", {"persons": number})])


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("figure", {"value": 1.5}),
        ("figure", {"value": 1}),
        ("figure", {"words": None}),
        ("award", {"persons": 1.0}),
        ("award", {"persons": True}),
        ("award", {"recipients": [{"words": 5}]}),
        ("award", {"không có": ""}),
    ],
)
def test_a_value_of_the_wrong_type_is_our_bug_and_nothing_is_kept(book, kind, values):
    with pytest.raises((TypeError, KeyError)):
        book.write("Thêm", [Add(kind, {}), Add(kind, values)])
    assert book.db.execute_sql("SELECT count(*) FROM record").fetchone()[0] == 0


def test_broken_characters_are_refused_in_words(book):
    with pytest.raises(UserError, match="ký tự hỏng"):
        book.write("Thêm", [Add("person", {"name": "An \ud800"})])
    assert book.write("Thêm", [Add("person", {"name": "An"})]).id == 1


# -- references --------------------------------------------------------------------------------------


def test_a_reference_is_given_by_id_by_uid_or_by_the_uid_of_a_later_record(book):
    unit = book.write("Thêm", [Add("unit", {})]).added[0]
    uid, later = load(book.db, unit).uid, new_uid()
    edits = [
        Add("task", {"unit": unit}),
        Add("task", {"unit": uid}),
        Add("task", {"unit": later}),
        Add("unit", {}, later),
    ]
    *tasks, other = book.write("Thêm", edits).added
    assert [load(book.db, task).values["unit"] for task in tasks] == [unit, unit, other]


@pytest.mark.parametrize("reference", [4711, new_uid()])
def test_a_reference_to_no_record_is_refused_in_words(book, reference):
    task = book.write("Thêm", [Add("task", {"name": "Việc"})]).added[0]
    edits: list[Edit] = [
        Add("task", {"unit": reference}),
        Add("task", {"participants": [{"who": reference}]}),
        Amend(task, {"unit": reference}),
        Amend(task, {"documents": [{"document": reference}]}),
        Forward(task, reference),
    ]
    for edit in edits:
        with pytest.raises(UserError, match="không còn trong sổ"):
            book.write("Ghi", [edit])
    assert book.db.execute_sql("SELECT generation FROM file").fetchone()[0] == 1


@pytest.mark.parametrize("edit", [Amend(99, {"name": "An"}), Bin(99), Forward(99, None)])
def test_an_edit_of_no_record_is_refused_in_words(book, edit):
    with pytest.raises(UserError, match="không còn trong sổ"):
        book.write("Ghi", [edit])


# -- one act -----------------------------------------------------------------------------------------


def test_an_act_is_one_transaction_whatever_fails_in_it(book):
    person = book.write("Thêm", [Add("person", {"name": "An"})]).added[0]
    edits = [*([Add("person", {"name": "Bình"})] * 3000), Amend(person, {"name": "Ấn"}), Bin(4711)]
    with pytest.raises(UserError):
        book.write("Ghi", edits)
    assert book.db.execute_sql("SELECT count(*), max(title) FROM record").fetchone() == (1, "An")
    assert book.db.execute_sql("SELECT count(*) FROM search").fetchone()[0] == 1
    assert book.undoable == "Thêm"


def test_a_change_names_every_record_and_kind_it_touched(book):
    unit, person = book.write("Thêm", [Add("unit", {}), Add("person", {})]).added
    change = book.write(
        "Ghi", [Amend(unit, {"code": "1"}), Bin(person), Add("event", {}), Amend(person, {"name": ""})]
    )
    assert change.records == {unit, person, *change.added}
    assert change.kinds == {"unit", "person", "event"}
    assert len(change.added) == 1


def test_a_long_act_tells_its_progress_up_to_the_end(book):
    told: list[tuple[int, int]] = []
    book.write("Nhập", [Add("person", {})] * 1200, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]


def test_an_amend_of_one_field_takes_few_statements(book):
    person = book.write("Thêm", [Add("person", {"name": "An", "positions": [{"title": "Tổ trưởng"}]})]).added[0]
    said: list[str] = []
    connection = book.db.connection()
    connection.set_trace_callback(said.append)
    book.write("Sửa", [Amend(person, {"birth": "1980"})])
    connection.set_trace_callback(None)
    own = [sql for sql in said if not sql.startswith("--")]
    assert len(own) <= 20, own
    assert not [sql for sql in own if "search" in sql.lower()]


# -- identities --------------------------------------------------------------------------------------


def test_uids_are_in_order_of_time_and_of_the_seventh_version():
    one = new_uid()
    many = [uid for uid, _ in zip(new_uids(), range(5000), strict=False)]
    assert many == sorted(set(many))
    assert one[:6] <= many[0][:6]
    for uid in (one, *many):
        assert len(uid) == 16
        assert uid[6] >> 4 == 7
        assert uid[8] >> 6 == 0b10


def test_a_taken_uid_is_our_bug_and_nothing_is_kept(book):
    uid = new_uid()
    book.write("Thêm", [Add("person", {"name": "An"}, uid)])
    with pytest.raises(Exception, match="UNIQUE"):
        book.write("Thêm", [Add("person", {"name": "Bình"}, uid)])
    assert [load(book.db, 1).title] == ["An"]
    assert book.db.execute_sql("SELECT count(*) FROM record").fetchone()[0] == 1
