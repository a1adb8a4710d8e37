"""The declared tables and the file are the same, and every lookup of a screen goes through an index."""

import re
from typing import Any

import peewee
import pytest

from ward.book import Book
from ward.edits import Add
from ward.kinds import EVERY_RECORD, KINDS
from ward.listing import NOT_FORWARDED, Wanted, list_records
from ward.loading import load
from ward.search import search
from ward.tables import shared
from ward.tables.columns import ChildRow, KindRow, Record, Row

BASES = (Row, KindRow, ChildRow)


def declared() -> list[type[Row]]:
    """Every table that some module of `ward.tables` declares."""
    found: list[type[Row]] = []
    waiting: list[type[Row]] = [Row]
    while waiting:
        for model in waiting.pop().__subclasses__():
            waiting.append(model)
            if model not in BASES:
                found.append(model)
    return found


def facts(db: peewee.SqliteDatabase, table: str) -> dict[str, Any]:
    """Columns with types, keys and foreign keys of a table, whether it has row numbers, and its indexes."""

    def rows(pragma: str, name: str = table) -> list[tuple[Any, ...]]:
        return list(db.execute_sql(f'PRAGMA {pragma}("{name}")').fetchall())

    columns = {name: (kind, required, key) for _, name, kind, required, _, key in rows("table_info")}
    references = {
        row[3]: (row[2], row[4], "NO ACTION" if row[6] == "RESTRICT" else row[6]) for row in rows("foreign_key_list")
    }
    indexes = {
        (tuple(line[2] for line in rows("index_info", name)), unique)
        for _, name, unique, origin, _ in rows("index_list")
        if origin != "pk"
    }
    without_rowid = db.execute_sql("SELECT wr FROM pragma_table_list WHERE name = ?", (table,)).fetchone()[0]
    return {"columns": columns, "references": references, "indexes": indexes, "without_rowid": without_rowid}


@pytest.mark.parametrize("model", declared(), ids=lambda model: model.__name__)
def test_every_declared_table_stands_so_in_the_file(book, model):
    memory = peewee.SqliteDatabase(":memory:")
    with memory.bind_ctx([model]):
        memory.create_tables([model])
    assert facts(book.db, model._meta.table_name) == facts(memory, model._meta.table_name)
    memory.close()


def test_the_file_has_no_other_tables(book):
    rows = book.db.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
    assert {name for (name,) in rows} == {model._meta.table_name for model in declared()}


def test_every_table_of_a_kind_and_of_its_lists_belongs_to_one_kind():
    lists = [model for kind in KINDS.values() for model in kind.lists.values()]
    used = [*(kind.model for kind in KINDS.values()), *lists, *EVERY_RECORD.values()]
    assert len(used) == len(set(used))
    assert set(declared()) - set(used) == {Record, shared.RecordYear, shared.Change, shared.Difference, shared.File}


def test_every_foreign_key_says_what_happens_when_its_record_goes(book):
    for model in declared():
        for row in book.db.execute_sql(f'PRAGMA foreign_key_list("{model._meta.table_name}")').fetchall():
            expected = {
                "record_id": "CASCADE",
                "owner_id": "CASCADE",
                "change_id": "CASCADE",
                "undoes_id": "RESTRICT",
            }
            assert row[6] == expected.get(row[3], "NO ACTION")


# -- lookups -----------------------------------------------------------------------------------------


def plan(book: Book, sql: str) -> list[str]:
    return [row[3] for row in book.db.execute_sql(f"EXPLAIN QUERY PLAN {sql}").fetchall()]


def asked(book: Book, ask: Any) -> list[str]:
    """The SQL that a verb runs, as SQLite saw it."""
    said: list[str] = []
    connection = book.db.connection()
    connection.set_trace_callback(said.append)
    ask()
    connection.set_trace_callback(None)
    return [sql for sql in said if sql.startswith("SELECT")]


REFERENCES = [
    (shape.table, column, "record_id" if shape is kind.shape else "owner_id")
    for kind in KINDS.values()
    for shape in (kind.shape, *kind.list_shapes.values())
    for field in shape.references
    for column in field.columns
]


@pytest.mark.parametrize(("table", "column", "owner"), sorted(set(REFERENCES)))
def test_who_names_a_record_is_looked_up_by_an_index(book, table, column, owner):
    steps = plan(book, f'SELECT {owner} FROM "{table}" WHERE "{column}" = 1')
    assert re.match(rf"SEARCH {table} USING (COVERING )?INDEX {table}_{column}", steps[0]), steps


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT id FROM record WHERE uid = x'00'", "record_uid"),
        ("SELECT record_id FROM record_year WHERE year = 2025", "record_year_year_record_id"),
        ("SELECT record_id FROM figure WHERE indicator_id = 1 AND period = '2025'", "figure_indicator_id_period"),
        ("SELECT record_id FROM figure WHERE about_id = 1", "figure_about_id"),
        ("SELECT id FROM difference WHERE record_uid = x'00'", "difference_record_uid"),
        ("SELECT id FROM difference WHERE change_id = 1", "difference_change_id"),
        (
            f"SELECT r.id FROM record r WHERE r.kind = '' AND r.binned = 0 AND {NOT_FORWARDED}",
            "record_kind_binned_sort",
        ),
    ],
)
def test_what_the_screens_look_up_has_its_index(book, sql, index):
    assert f"INDEX {index} " in plan(book, sql)[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("descending", [False, True])
def test_a_list_by_title_comes_from_the_index_alone_without_sorting(book, kind, descending):
    wanted = Wanted(kind, descending=descending)
    for sql in asked(book, lambda: list_records(book.db, wanted)):
        steps = plan(book, sql)
        assert any("COVERING INDEX record_kind_binned_sort" in step for step in steps), steps
        assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps if descending is False), steps


@pytest.mark.parametrize("kind", KINDS)
def test_a_window_of_a_list_reads_no_table_whole(book, kind):
    columns = tuple(KINDS[kind].shape.by_key)
    record = book.write("Thêm", [Add(kind, {})]).added[0]
    listing = list_records(book.db, Wanted(kind, columns))
    assert listing.ids == [record]
    for sql in asked(book, lambda: listing.lines(0, 200)):
        assert not [step for step in plan(book, sql) if step.startswith("SCAN") and "json_each" not in step]


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_and_its_lists_are_read_by_their_keys(book, kind):
    record = book.write("Thêm", [Add(kind, {})]).added[0]
    for sql in asked(book, lambda: load(book.db, record)):
        assert [step for step in plan(book, sql) if step.startswith("SCAN") and "json_each" not in step] == []


def test_search_reads_the_full_text_index_and_records_by_number(book):
    own = [sql for sql in asked(book, lambda: search(book.db, "nguyen van", ["person"])) if "FROM search s" in sql]
    assert len(own) == 4
    for sql in own:
        first, second = plan(book, sql)
        assert first.startswith("SCAN s VIRTUAL TABLE INDEX")
        assert second == "SEARCH r USING INTEGER PRIMARY KEY (rowid=?)"


def test_removing_a_record_scans_no_table(book):
    """Every foreign key to `record` is checked through an index, or undoing an import would take hours."""
    for model in declared():
        table = model._meta.table_name
        for row in book.db.execute_sql(f'PRAGMA foreign_key_list("{table}")').fetchall():
            if row[3] != "undoes_id":
                assert plan(book, f'SELECT 1 FROM "{table}" WHERE "{row[3]}" = 1')[0].startswith("SEARCH")
