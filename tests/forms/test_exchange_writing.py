"""Carrying out: one act, undoable, cancelled without a trace; the receipt says what was done and what was left."""

from pathlib import Path

import pytest

from forms.exchange import carry_out, plan_import, receipt
from tests.forms.exchange_files import count, of, take_in, unit, verdicts, written
from ward.book import Book
from ward.errors import UserError


class StopError(Exception):
    """What the window raises to cancel."""


def stop(done: int, total: int) -> None:
    raise StopError


def test_an_import_is_one_act_that_can_be_undone_and_done_again(book: Book, tmp_path: Path):
    plan = plan_import(book, written(tmp_path / "phường.json", unit("A"), unit("B"), {"kind": "person", "name": "C"}))
    change = carry_out(book, plan)
    assert (len(change.added), count(book)) == (3, 3)
    assert book.undoable == "Nhập 3 bản ghi từ tệp “phường.json”"
    book.undo()
    assert count(book) == 0
    book.redo()
    assert count(book) == 3


def test_a_dry_run_writes_nothing(book: Book):
    before = book.path.read_bytes()
    plan_import(book, of(unit("A")))
    assert book.path.read_bytes() == before


def test_a_plan_is_void_once_the_book_has_changed(book: Book):
    plan = plan_import(book, of(unit("A")))
    take_in(book, unit("B"))
    with pytest.raises(UserError, match="xem trước lại"):
        carry_out(book, plan)


def test_a_plan_may_be_carried_out_after_a_refused_answer(book: Book):
    plan = plan_import(book, of(unit("A"), {"kind": "household", "name": "H", "unit": "A"}))
    with pytest.raises(UserError):
        carry_out(book, plan, accept={"records[0]": "lạ"})
    carry_out(book, plan)
    assert count(book) == 2


@pytest.mark.parametrize("act", ["plan", "write"])
def test_a_cancelled_import_leaves_no_trace(book: Book, act: str):
    with pytest.raises(StopError):
        plan = plan_import(book, of(unit("A")), progress=stop if act == "plan" else None)
        carry_out(book, plan, progress=stop)
    assert count(book) == 0
    assert book.undoable == ""


def test_progress_goes_up_to_its_total(book: Book):
    seen: list[tuple[int, int]] = []
    records = [unit(f"Tổ {n}") for n in range(1200)]
    plan = plan_import(book, of(*records), progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (2400, 2400)
    seen.clear()
    carry_out(book, plan, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (1200, 1200)


def test_the_receipt_names_what_was_left_out_and_why(book: Book):
    records = (
        unit("A"),
        unit("A"),
        {"kind": "person", "name": 5},
        {"kind": "figure", "label": "a", "text": "1.8 tỷ"},
    )
    plan = plan_import(book, of(*records))
    assert (
        plan.summary == "Tệp có 4 bản ghi (thêm mới: 1, sửa: 0, đã có, giống hệt: 0, cần hỏi lại: 2, không nhận: 1)."
    )
    assert [line[:20] for line in receipt(plan).splitlines()][1] == "- Cần hỏi lại: recor"
    change = carry_out(book, plan)
    lines = receipt(plan, change).splitlines()
    assert lines[0] == "Đã nhập: thêm 1, sửa 0, để lại 3 bản ghi."
    assert "records[1] “A”: trùng với records[0]" in lines[1]
    assert "records[2].name" in lines[2]
    assert "chưa có trả lời" in lines[3]


def test_nothing_to_do_is_no_act(book: Book):
    take_in(book, unit("A"))
    plan = plan_import(book, of(unit("A")))
    change = carry_out(book, plan)
    assert verdicts(plan) == ["same"]
    assert not change.records
    assert book.undoable == "Nhập 1 bản ghi"


def test_a_read_only_book_shows_the_plan_and_refuses_to_write(tmp_path: Path):
    Book.create(tmp_path / "a.sovang").close()
    with Book.open(tmp_path / "a.sovang", read_only=True) as book:
        plan = plan_import(book, of(unit("A")))
        assert verdicts(plan) == ["new"]
        with pytest.raises(UserError, match="chỉ đọc"):
            carry_out(book, plan)
