"""Danh sách thay đổi: what a refresh changed in a paper: old, new, by which act, whom, when, and chosen how."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.annexes.making import make_annex
from reports.annexes.words import cited, day_words, name_of, plain, why
from reports.paper_making import Built
from reports.refreshing.proposals import Choice, Proposal
from ward.book import Book
from ward.loading import load
from ward.origins import cause, named_all
from ward.paper_lookups import noted_by

KIND = "danh-sach-thay-doi"
_CHOSEN = {
    "today": "Lấy số liệu hôm nay",
    "typed": "Giữ như đang viết trong văn bản",
    "printed": "Trở về như lúc lập",
}
_OF_A_LIST = {
    "add": "Thêm vào danh sách",
    "remove": "Bỏ khỏi danh sách",
    "move": "Chuyển chỗ trong danh sách",
}
_LEFT = {"add": "Không thêm", "remove": "Giữ lại", "move": "Giữ nguyên chỗ"}
_DELETED = "Đã xóa trong văn bản"
_NOTHING = "(không có)"


@dataclass(frozen=True)
class ChangedRow:
    """One place that a refresh looked at: what it is about, where, its text before and after, chosen how, and why."""

    what: str
    place: str
    old: str
    new: str
    chosen: str
    why: str


@dataclass(frozen=True)
class ChangeList:
    """The list as its template asks for it; `untouched`: how many values stayed as they were."""

    paper: str
    who: str
    book: str
    made_on: str
    rows: tuple[ChangedRow, ...]
    untouched: int
    notes: tuple[str, ...]


def changed_rows(
    book: Book, proposals: Sequence[Proposal], choices: Mapping[str, Choice], since: int
) -> tuple[ChangedRow, ...]:
    """What a refresh with these choices (by the proposals' keys; else their defaults) did, in order.

    `since` is the number of the act that noted the paper before: the newest act after it is the reason.
    """
    return tuple(_row(book, one, choices.get(one.key, one.default), since) for one in proposals)


def make_changes(
    book: Book,
    paper: int,
    proposals: Sequence[Proposal],
    choices: Mapping[str, Choice],
    folder: Path | None = None,
    *,
    untouched: int = 0,
    notes: Sequence[str] = (),
    now: dt.datetime | None = None,
) -> Built:
    """The list as a Word file beside the paper's (the record that was refreshed); writes no record.

    `untouched` places were as the records say; `notes` are what the refresh told. Raises UserError as `make_annex`.
    """
    stored = load(book.db, paper)
    now = now or dt.datetime.now(dt.UTC)
    changes = ChangeList(
        paper=cited(stored),
        who=book.who,
        book=book.path.name,
        made_on=day_words(now.astimezone().date()),
        rows=changed_rows(book, proposals, choices, noted_by(book.db, paper)),
        untouched=untouched,
        notes=tuple(notes),
    )
    return make_annex(book, KIND, stored, vars(changes), folder, now)


def _row(book: Book, one: Proposal, choice: Choice | None, since: int) -> ChangedRow:
    named = next(iter(named_all(book.db, [one.record])), None)
    explained = cause(book.db, one.record, one.field, since)
    return ChangedRow(
        (name_of(book.db, named) if named and named.record else "") or one.what,
        one.place,
        plain(one.printed if one.kind == "deleted" else one.typed or one.printed) or _NOTHING,
        _after(one, choice),
        _chosen(one, choice),
        why(explained) if explained else "",
    )


def _after(one: Proposal, choice: Choice | None) -> str:
    """What stands there after the refresh."""
    if one.kind == "deleted":
        return _NOTHING
    taken = {"today": one.today, "typed": one.typed, "printed": one.printed}.get(choice or "typed", one.typed)
    return plain(taken) or _NOTHING


def _chosen(one: Proposal, choice: Choice | None) -> str:
    if one.kind == "deleted":
        return _DELETED
    if one.kind in _OF_A_LIST:
        return (_OF_A_LIST if choice == "today" else _LEFT)[one.kind]
    if one.kind == "typed_over" and choice != "today":
        return f"{_CHOSEN[choice or 'typed']} (đã in: {plain(one.printed)}; nay: {plain(one.today)})"
    return _CHOSEN[choice or "typed"]
