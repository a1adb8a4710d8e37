"""Facts about the decisions of a round: which documents granted what, in the order of the book."""

import pytest

from ward.awarding.decisions import decisions_of
from ward.book import Book
from ward.edits import Add, Amend
from ward.uids import new_uid


@pytest.fixture
def book(tmp_path):
    with Book.create(tmp_path / "Phường Thử.sovang", who="Người thử") as made:
        yield made


def granted(book: Book, round_uid: bytes, document: Add | None, *numbers: str) -> list[int]:
    """Awards of a round with these numbers in the book."""
    edits = [document] if document else []
    for number in numbers:
        nomination = Add("nomination", {"round": round_uid, "state": "granted", "years": (2025,)}, new_uid())
        values = {"nomination": nomination.uid, "state": "granted", "book_number": number, "years": (2025,)}
        edits += [nomination, Add("award", {**values, **({"decision": document.uid} if document else {})})]
    return [one for one in book.write("Khen", edits).added if _kind(book, one) == "award"]


def _kind(book: Book, record: int) -> str:
    return str(book.db.execute_sql("SELECT kind FROM record WHERE id = ?", (record,)).fetchone()[0])


def decision(number: str, day: str) -> Add:
    return Add(
        "document", {"doc_kind": "Quyết định", "number": number, "issued_on": day, "years": (2025,)}, new_uid()
    )


@pytest.fixture
def rounds(book):
    made = [Add("round", {"name": name, "years": (2025,)}, new_uid()) for name in ("Đợt một", "Đợt hai")]
    return dict(zip((one.uid for one in made), book.write("Mở đợt", made).added, strict=True))


def test_the_newest_decision_stands_first_and_awards_by_their_number_in_the_book(book, rounds):
    (first, record), (second, other) = rounds.items()
    old = granted(book, first, decision("12/QĐ-UBND", "2025-07-01"), "10", "9", "1")
    new = granted(book, first, decision("40/QĐ-UBND", "2025-12-05"), "02")
    granted(book, second, decision("41/QĐ-UBND", "2025-12-06"), "01")
    found = decisions_of(book.db, record)
    assert [(one.number, one.on) for one in found] == [("40/QĐ-UBND", "2025-12-05"), ("12/QĐ-UBND", "2025-07-01")]
    assert [one.awards for one in found] == [tuple(new), (old[2], old[1], old[0])]
    assert [one.number for one in decisions_of(book.db, other)] == ["41/QĐ-UBND"]


def test_awards_without_a_document_stand_together(book, rounds):
    (first, record), _ = rounds.items()
    awards = granted(book, first, None, "1", "")
    (found,) = decisions_of(book.db, record)
    assert (found.document, found.number, found.awards) == (None, "", tuple(awards))


def test_what_was_cancelled_or_binned_is_no_award_of_the_decision(book, rounds):
    (first, record), _ = rounds.items()
    awards = granted(book, first, decision("12/QĐ-UBND", "2025-07-01"), "1", "2")
    book.write("Hủy", [Amend(awards[0], {"state": "cancelled"})])
    (found,) = decisions_of(book.db, record)
    assert found.awards == (awards[1],)


def test_a_round_without_awards_has_no_decision(book, rounds):
    assert decisions_of(book.db, next(iter(rounds.values()))) == []
