"""The list of all findings: order, years, progress; and that looking changes nothing."""

import re
from typing import Any

import pytest

from tests.ward.findings.books import TODAY, Ward
from ward.book import Book
from ward.findings import accept, findings, findings_of
from ward.findings.neighbours import neighbours_of


def troubled(ward: Ward) -> None:
    """An error, a warning and a note, in 2021, 2022 and no year."""
    indicator = ward.indicator("Dân số")
    ward.figure(indicator, "48.000 người", "năm 2021")
    ward.figure(indicator, "51.000 người", "năm 2021")
    ward.figure(ward.indicator("Tổ liên gia"), "hơn 543 tổ", "năm 2022")
    ward.add("person", name="Nguyễn Văn An", birth="1999", death="1998")


def test_errors_come_first_then_warnings_then_notes_and_accepted_ones_last(ward: Ward):
    troubled(ward)
    assert [finding.severity for finding in ward.found()] == ["error", "warning", "note"]
    accept(ward.book, ward.found()[0], "Đã xem.")
    assert [finding.severity for finding in ward.found()] == ["warning", "note", "error"]


def test_a_year_keeps_its_own_findings_and_those_of_no_year(ward: Ward):
    troubled(ward)
    assert [finding.severity for finding in ward.found(year=2021)] == ["error", "warning"]
    assert [finding.severity for finding in ward.found(year=2022)] == ["error", "note"]
    assert [finding.severity for finding in ward.found(year=2030)] == ["error"]


def test_what_a_year_shows_is_what_the_whole_list_shows_of_it(ward: Ward):
    indicator = ward.indicator("Tội phạm", ward.indicator("Trộm cắp"), aggregation="sum")
    part = ward.book.db.execute_sql("SELECT part_id FROM indicator_part").fetchone()[0]
    home = ward.unit("Phường", "phường")
    below = [ward.unit(f"Tổ {number}", "tổ dân phố", home) for number in (1, 2)]
    ward.add("office", name="UBND", unit=home, keeper=True)
    for year, number in ((2019, 40), (2020, 33), (2021, 22), (2022, 19)):
        claims = "giảm 05 vụ so với cùng kỳ, giảm 1 vụ so với năm 2019"
        ward.figure(indicator, f"{number} vụ", f"năm {year}", claims)
        ward.figure(part, f"{number + 1} vụ", f"năm {year}", scope=[home])
        for unit in below:
            ward.figure(indicator, "3 vụ", f"năm {year}", scope=[unit])
        ward.figure(indicator, f"{number + 9} vụ", period_words="mới đây", years=[year])
        ward.figure(None, f"hơn {number + 500} tổ", f"năm {year}", label="tổ liên gia")
        ward.figure(None, f"hơn {number + 600} tổ", f"năm {year}", label="Tổ liên gia")
    ward.figure(indicator, "41 vụ", "năm 2019", years=[])
    ward.add("person", name="Nguyễn Văn An", birth="1999", death="1998")
    whole = ward.found()
    years = _years(ward)
    assert len({finding.key.split(":")[0] for finding in whole}) >= 7
    for year in range(2018, 2024):
        expected = [
            finding for finding in whole
            if not (known := [years[record] for record in finding.records if record in years])
            or any(year in one for one in known)
        ]  # fmt: skip
        assert ward.found(year=year) == expected


def _years(ward: Ward) -> dict[int, set[int]]:
    years: dict[int, set[int]] = {}
    for record, year in ward.book.db.execute_sql("SELECT record_id, year FROM record_year"):
        years.setdefault(record, set()).add(year)
    return years


def test_looking_changes_nothing_in_the_file(ward: Ward):
    troubled(ward)
    ward.book.close()
    before = ward.book.path.read_bytes()
    ward.found()
    ward.beside(1)
    ward.book.close()
    assert ward.book.path.read_bytes() == before


def test_a_file_opened_for_reading_can_be_looked_through(ward: Ward):
    troubled(ward)
    with Book.open(ward.book.path, read_only=True) as book:
        assert len(findings(book.db, today=TODAY)) == 3


def test_progress_is_told_and_may_cancel(ward: Ward):
    troubled(ward)
    told: list[tuple[int, int]] = []
    findings(ward.book.db, progress=lambda done, steps: told.append((done, steps)))
    assert told[0][0] == 0 and told == sorted(told) and all(done <= steps for done, steps in told)

    def cancel(done: int, _steps: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        findings(ward.book.db, progress=cancel)


def test_an_empty_book_has_no_findings(ward: Ward):
    assert ward.found() == []


def test_a_record_that_is_gone_has_no_findings(ward: Ward):
    assert findings_of(ward.book.db, 999) == []


def test_keys_are_the_same_in_a_copy_of_the_file(ward: Ward, tmp_path):
    troubled(ward)
    copy = tmp_path / "copy.sovang"
    copy.write_bytes(ward.book.path.read_bytes())
    with Book.open(copy) as book:
        assert [finding.key for finding in findings(book.db, today=TODAY)] == [one.key for one in ward.found()]


def test_no_query_is_asked_once_for_each_record(ward: Ward, monkeypatch):
    asked: list[str] = []
    execute = type(ward.book.db).execute_sql
    troubled(ward)

    def counted(self, sql, params=None):
        asked.append(sql)
        return execute(self, sql, params)

    monkeypatch.setattr(type(ward.book.db), "execute_sql", counted)
    ward.found()
    few = len(asked)
    monkeypatch.undo()
    for number in range(20):
        troubled(ward)
        ward.indicator(f"Chỉ tiêu {number}")
    monkeypatch.setattr(type(ward.book.db), "execute_sql", counted)
    asked.clear()
    ward.found()
    assert len(asked) <= few + 1


SMALL = {
    "unit", "alias", "office", "indicator", "indicator_part", "succession", "acceptance",
    "whole", "own", "upper", "w", "CONSTANT",
}  # fmt: skip
"""What may be read whole: of these a ward has some hundreds at most; and what a query made itself."""


def read_whole(ward: Ward, record: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables that the form of a record reads from end to end, beside the small ones."""
    asked: list[tuple[str, Any]] = []
    execute = type(ward.book.db).execute_sql

    def noted(self: Any, sql: str, params: Any = None) -> Any:
        asked.append((sql, params))
        return execute(self, sql, params)

    with monkeypatch.context() as patch:
        patch.setattr(type(ward.book.db), "execute_sql", noted)
        findings_of(ward.book.db, record, today=TODAY)
    found: list[str] = []
    for sql, params in asked:
        tables = {alias: table for table, alias in re.findall(r'(?:FROM|JOIN) "?(\w+)"? (\w)\b', sql)}
        for *_, step in ward.book.db.execute_sql(f"EXPLAIN QUERY PLAN {sql}", params).fetchall():
            scan = re.match(r"SCAN (\w+)", step)
            if scan and "VIRTUAL TABLE" not in step and tables.get(scan[1], scan[1]) not in SMALL:
                found.append(f"{step}: {sql}")
    return found


def test_the_form_of_a_record_asks_only_what_an_index_answers(ward: Ward, monkeypatch):
    troubled(ward)
    unit = ward.unit("Tổ 1")
    award = ward.add("award", state="granted", recipients=[{"who": unit}, {"words": "Tổ 2"}])
    practice = ward.add("practice", name="Tuyến ngõ hoa")
    figure = ward.figure(ward.indicator("Hộ tham gia"), "1.819/1.835 hộ", "năm 2023", about=practice, scope=[unit])
    person = ward.add("person", name="Nguyễn Văn An")
    for record in (award, practice, figure, person):
        assert read_whole(ward, record, monkeypatch) == []


def test_figures_of_other_units_and_periods_are_not_neighbours(ward: Ward):
    part = ward.indicator("Phần")
    whole = ward.indicator("Tổng số", part)
    here, there = ward.unit("Tổ 1"), ward.unit("Tổ 2")
    mine = ward.figure(whole, "12 vụ", "năm 2023", scope=[here])
    near = [
        ward.figure(part, "12 vụ", "năm 2023", scope=[here]),
        ward.figure(part, "12 vụ", "năm 2023"),
        ward.figure(whole, "12 vụ", "năm 2022", scope=[here]),
        ward.figure(whole, "12 vụ", "năm 2024", scope=[here]),
    ]
    ward.figure(part, "12 vụ", "năm 2023", scope=[there])
    ward.figure(whole, "12 vụ", "năm 2019", scope=[here])
    assert neighbours_of(ward.book.db, mine) == {mine, here, *near}
