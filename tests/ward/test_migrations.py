"""Old files come into today's form, whole or not at all, after a backup."""

import ast
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ward import migrations
from ward.backup import FOLDER
from ward.book import Book
from ward.edits import Add
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import load
from ward.search import search

OLD = sorted((Path(__file__).parents[1] / "databases").glob("*.sovang"))
NEXT = 'CREATE TABLE "new" ("x" INTEGER);\nALTER TABLE "person" ADD COLUMN "nick" TEXT NOT NULL DEFAULT \'\';\n'


def schema(path: Path) -> set[tuple[str, str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    connection.close()
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def form(path: Path) -> int:
    connection = sqlite3.connect(path)
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return int(number)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A closed file of the first form with one person in it."""
    with Book.create(tmp_path / "a.sovang") as book:
        book.write("Thêm", [Add("person", {"name": "Nguyễn Văn An"})])
    return tmp_path / "a.sovang"


@pytest.fixture
def coming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of steps with one more step than today's; the program knows it."""
    folder = tmp_path / "steps"
    shutil.copytree(migrations.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / f"{migrations.newest() + 1:04d}.sql").write_text(NEXT, encoding="utf-8")
    monkeypatch.setattr(migrations, "FOLDER", folder)
    return folder


# -- old databases -----------------------------------------------------------------------------------


def test_a_database_of_every_form_is_kept():
    assert [int(path.stem) for path in OLD] == [number for number, _ in migrations.steps()]


@pytest.mark.parametrize("kept", OLD, ids=lambda path: path.stem)
def test_an_old_database_gets_todays_form_and_keeps_its_records(kept, tmp_path):
    path = Path(shutil.copy(kept, tmp_path / "cũ.sovang"))
    Book.create(tmp_path / "mới.sovang").close()
    with Book.open(path) as book:
        assert schema(path) == schema(tmp_path / "mới.sovang")
        assert book.db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
        assert book.db.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
        kinds = [load(book.db, record).kind for (record,) in book.db.execute_sql("SELECT id FROM record").fetchall()]
        assert set(kinds) <= KINDS.keys()
        assert len(kinds) > 2 * 20
        assert search(book.db, "gia thụy", ["unit"]) != []
        assert book.write("Thêm", [Add(kind, {}) for kind in KINDS]).id


@pytest.mark.parametrize("kept", OLD, ids=lambda path: path.stem)
def test_an_old_database_keeps_a_zero_a_zero(kept, tmp_path):
    with Book.open(Path(shutil.copy(kept, tmp_path / "cũ.sovang"))) as book:
        rows = book.db.execute_sql("SELECT record_id FROM award").fetchall()
        assert [load(book.db, record).values["persons"] for (record,) in rows] == [0, 0]


# -- steps -------------------------------------------------------------------------------------------


def test_steps_are_numbered_without_a_gap():
    assert [number for number, _ in migrations.steps()] == list(range(1, migrations.newest() + 1))


@pytest.mark.parametrize(("number", "sql"), migrations.steps())
def test_a_step_is_complete_sql_without_its_own_transaction(number, sql):
    last = sql[sql.rindex(";") + 1 :]
    assert last.strip() == ""
    assert sqlite3.complete_statement(sql)
    assert "COMMIT" not in sql.upper()


def test_migrations_do_not_know_todays_tables():
    tree = ast.parse(Path(migrations.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in imported if name and name.startswith(("ward.tables", "ward.kinds", "ward.shapes"))]


# -- going up ----------------------------------------------------------------------------------------


def test_a_file_of_todays_form_is_left_alone(old):
    before = old.read_bytes()
    assert migrations.upgrade(old) is None
    Book.open(old).close()
    assert old.read_bytes() == before
    assert not (old.parent / FOLDER).exists()


def test_an_older_form_goes_up_after_a_backup_of_the_old_one(old, coming):
    before = schema(old)
    Book.open(old).close()
    assert form(old) == migrations.newest()
    assert {name for _, name, _ in schema(old) - before} == {"new", "person"}
    backups = list((old.parent / FOLDER).iterdir())
    assert [(schema(copy), form(copy)) for copy in backups] == [(before, migrations.newest() - 1)]


def test_a_file_is_only_read_when_it_needs_a_new_form_but_cannot_be_written(old, coming):
    holder = sqlite3.connect(old)
    with Book.open(old, read_only=True) as book:
        assert book.read_only_reason
    holder.close()
    assert form(old) == migrations.newest() - 1


@pytest.mark.parametrize("kept", OLD, ids=lambda kept: kept.stem)
def test_a_file_of_any_form_can_be_read_where_it_cannot_be_written(tmp_path, monkeypatch, kept):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = Path(shutil.copy(kept, tmp_path / "sổ.sovang"))
    before = path.read_bytes()
    with Book.open(path, read_only=True) as book:
        records = book.db.execute_sql("SELECT id FROM record").fetchall()
        assert records and all(load(book.db, record).kind for (record,) in records)
    assert path.read_bytes() == before and [one.name for one in tmp_path.iterdir()] == ["sổ.sovang"]


def test_a_step_that_fails_leaves_the_old_form(old, coming):
    last = max(coming.glob("*.sql"))
    last.write_text(NEXT + 'CREATE TABLE "record" ("x" INTEGER);\n', encoding="utf-8")
    before = old.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        Book.open(old)
    assert old.read_bytes() == before


def test_a_full_disk_leaves_the_old_form_and_says_so(old, coming):
    last = max(coming.glob("*.sql"))
    last.write_text("PRAGMA max_page_count = 1;\n" + NEXT, encoding="utf-8")
    before = old.read_bytes()
    with pytest.raises(UserError, match="Chưa nâng cấp được tệp"):
        Book.open(old)
    assert old.read_bytes() == before


def test_no_step_is_taken_without_a_backup(old, coming):
    (old.parent / FOLDER).write_text("không phải thư mục", encoding="utf-8")
    before = old.read_bytes()
    with pytest.raises(UserError, match="Chưa sao lưu được"):
        Book.open(old)
    assert old.read_bytes() == before


def test_a_migration_killed_in_the_middle_leaves_the_old_form(old, coming):
    before = schema(old)
    script = """
import os, sys
from pathlib import Path
from ward import migrations
from ward.book import Book
migrations.FOLDER = Path(sys.argv[2])
run = migrations._run
def crash(connection, number, sql):
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA cache_spill = 1")
    run(connection, number, sql)
    os._exit(9)
migrations._run = crash
Book.open(Path(sys.argv[1]))
"""
    last = max(coming.glob("*.sql"))
    rows = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 50000) SELECT x FROM n"
    filling = f"INSERT INTO new {rows};\n"
    last.write_text(NEXT + filling, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", script, str(old), str(coming)]
    assert subprocess.run(command, env={**os.environ, "PYTHONPATH": root}).returncode == 9
    assert old.with_name(old.name + "-journal").exists()
    assert (schema(old), form(old)) == (before, migrations.newest() - 1)
    with Book.open(old) as book:
        assert book.checked_after_crash
        assert [hit.title for hit in search(book.db, "an")] == ["Nguyễn Văn An"]
    assert form(old) == migrations.newest()
