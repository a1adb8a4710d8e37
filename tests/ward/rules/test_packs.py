"""Which pack holds: a round keeps its own, else the one in use from its day on, else the program's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ward.rules.small_pack import SMALL, small_pack
from ward.book import Book
from ward.edits import Add, Amend, Bin
from ward.errors import UserError
from ward.rules.packs import bare_pack_of, keep_pack, kept_packs, pack_file, pack_of, take_pack, use_built_in
from ward.rules.reading import built_in_pack

ON = "2026-11-20"
SECOND = small_pack(('version = "1"', 'version = "2"'))


def _round(book: Book, pack: int | None = None) -> int:
    return book.write("Mở đợt", [Add("round", {"name": "Cuối năm", "pack": pack, "years": [2026]})]).added[0]


def test_without_any_pack_the_program_s_own_holds(book: Book) -> None:
    assert pack_of(book.db, None, ON) is built_in_pack()
    assert pack_of(book.db, _round(book), ON) is built_in_pack()


def test_a_pack_from_a_file_takes_its_place(book: Book, tmp_path: Path) -> None:
    (tmp_path / "thu.toml").write_text(SMALL, encoding="utf-8")
    take_pack(book, pack_file(tmp_path / "thu.toml"))
    assert pack_of(book.db, None, ON) == small_pack()
    assert [(kept.name, kept.version, kept.active) for kept in kept_packs(book.db)] == [("Bộ thử", "1", True)]


def test_a_round_keeps_the_pack_it_was_judged_under(book: Book) -> None:
    kept = book.write("Ghi lại bộ quy định", [keep_pack(small_pack())]).added[0]
    judged = _round(book, kept)
    take_pack(book, SECOND)
    assert pack_of(book.db, judged, ON).version == "1"
    assert pack_of(book.db, _round(book), ON).version == "2"


def test_a_round_keeps_its_pack_even_from_the_bin(book: Book) -> None:
    kept = book.write("Ghi lại bộ quy định", [keep_pack(small_pack())]).added[0]
    judged = _round(book, kept)
    book.write("Bỏ", [Bin(kept)])
    assert pack_of(book.db, judged, ON).version == "1"


def test_a_kept_pack_is_not_in_use_by_itself(book: Book) -> None:
    book.write("Ghi lại bộ quy định", [keep_pack(small_pack())])
    assert pack_of(book.db, None, ON) is built_in_pack()


def test_a_pack_in_use_from_a_day_leaves_the_days_before_alone(book: Book) -> None:
    take_pack(book, small_pack())
    take_pack(book, SECOND, since="2026-10-01")
    assert pack_of(book.db, None, "2026-09-30").version == "1"
    assert pack_of(book.db, None, "2026-10-01").version == "2"


def test_a_pack_for_all_days_takes_the_place_of_later_ones(book: Book) -> None:
    take_pack(book, SECOND, since="2026-10-01")
    take_pack(book, small_pack())
    assert pack_of(book.db, None, ON).version == "1"
    assert [kept.active for kept in kept_packs(book.db)] == [True, False]


def test_the_same_pack_is_kept_once(book: Book) -> None:
    book.write("Ghi lại bộ quy định", [keep_pack(small_pack())])
    take_pack(book, small_pack())
    assert len(kept_packs(book.db)) == 1
    with pytest.raises(UserError, match="đang được dùng"):
        take_pack(book, small_pack())


def test_the_program_s_own_pack_can_be_used_again(book: Book) -> None:
    take_pack(book, small_pack())
    use_built_in(book)
    assert pack_of(book.db, None, ON) is built_in_pack()
    assert len(kept_packs(book.db)) == 1


def test_taking_a_pack_can_be_undone(book: Book) -> None:
    take_pack(book, small_pack())
    book.undo()
    assert pack_of(book.db, None, ON) is built_in_pack()


def test_the_office_s_own_rules_lie_over_the_pack_of_a_round(book: Book) -> None:
    rule = Add("local_rule", {"what": "vote.ldtt.min_pct", "value": "từ 60%", "since": "2026-01-01"})
    record = book.write("Ghi quy định", [rule]).added[0]
    kept = book.write("Ghi lại bộ quy định", [keep_pack(small_pack())]).added[0]
    judged = _round(book, kept)
    assert pack_of(book.db, judged, ON).votes["ldtt"].min_pct == 60
    assert pack_of(book.db, judged, "2025-12-31").votes["ldtt"].min_pct == 50
    assert bare_pack_of(book.db, judged, ON).votes["ldtt"].min_pct == 50
    book.write("Bỏ", [Bin(record)])
    assert pack_of(book.db, judged, ON).votes["ldtt"].min_pct == 50


def test_a_local_rule_that_a_new_pack_does_not_know_is_told_not_lost(book: Book) -> None:
    book.write("Ghi quy định", [Add("local_rule", {"what": "vote.cstd_co_so.min_pct", "value": "90"})])
    take_pack(book, small_pack())
    assert "vote.cstd_co_so.min_pct" in pack_of(book.db, None, ON).troubles[0]
    use_built_in(book)
    assert pack_of(book.db, None, ON).votes["cstd_co_so"].min_pct == 90


def test_a_kept_pack_that_was_spoiled_is_told(book: Book) -> None:
    take_pack(book, small_pack())
    record = kept_packs(book.db)[0].record
    book.write("Hỏng", [Amend(record, {"content": "{"})])
    with pytest.raises(UserError, match="giữ trong sổ"):
        pack_of(book.db, None, ON)
