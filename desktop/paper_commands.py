"""The commands for papers that were made: refresh, trace, sign, correct, reconcile, compare, check templates, PDF."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands import FINE, LOOK, WRONG, open_book
from desktop.terminal import complain, plain, progress, say
from ward.book import Book
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.paper_acts import Made
    from desktop.paper_checks import Listing
    from reports.refreshing.proposals import Choice, Proposal

LEVELS_ABOVE = 3
"""So many folders, from the paper's own upwards, are searched for its book."""
TYPED: Mapping[str, Choice] = {"giu": "typed", "nay": "today"}
"""What --typed says of what somebody typed in place of a printed value."""
TO_CHOOSE = (
    "Có {} chỗ gõ tay ở nơi in số liệu. Hãy thêm --typed giu (giữ chữ đã gõ) hoặc --typed nay (dùng số nay) "
    "cùng với --yes; muốn chọn từng chỗ thì cập nhật trong cửa sổ."
)
_POINTS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))|(?<=\d)\.(?=\d{3}\.)")
KEPT = "Không có gì phải cập nhật: những chỗ trên được giữ như đang có trong văn bản."


def refresh(arguments: argparse.Namespace) -> int:
    """Shows what refreshing a draft would change; with --yes it is done, and the old file kept."""
    from desktop.paper_refresh import compare
    from desktop.paper_refresh import refresh as carry_out

    with _book_of(arguments, write=arguments.yes) as book:
        draft = compare(book, _known(book, arguments.paper), path=arguments.paper, progress=progress("So với sổ"))
        for note in draft.notes:
            say(f"Lưu ý: {note}")
        chosen = {one.key: _chosen(one, arguments.typed) for one in draft.proposals}
        for one in draft.proposals:
            _say_cells(_proposal(one, chosen[one.key]))
        if not any(_matters(one, chosen[one.key]) for one in draft.proposals):
            say(KEPT if draft.proposals else "Văn bản đang đúng với sổ.")
            return FINE
        open_ones = [key for key, choice in chosen.items() if choice is None]
        if open_ones:
            (complain if arguments.yes else say)(f"Chưa sửa gì. {TO_CHOOSE.format(len(open_ones))}")
            return WRONG if arguments.yes else LOOK
        if not arguments.yes:
            say("Chưa sửa gì. Thêm --yes để cập nhật.")
            return LOOK
        choices = {key: choice for key, choice in chosen.items() if choice}
        return _tell_made("Đã cập nhật", carry_out(book, draft, choices, listing=arguments.listing))


def trace(arguments: argparse.Namespace) -> int:
    """Tells where a number (or every printed value) of a paper comes from."""
    from desktop.origin_words import read_origin, state_words, told
    from reports.reading import read_lines

    wanted = plain(arguments.words)
    with _book_of(arguments, write=False) as book:
        found = 0
        for line in read_lines(arguments.paper):
            for text, value in line.pieces:
                if value is None or not _holds(plain(text), wanted):
                    continue
                found += 1
                origin = read_origin(book, value.record, value.field, value.of)
                named = origin.living or origin.record
                _say_cells((text, f"{value.what}: {named.title or state_words(named)}", line.place))
                for head, lines in told(book, origin) if wanted else ():
                    _say_cells(("", f"{head}: {'; '.join(lines)}"))
    if not found:
        say(f"Không có chỗ nào lấy từ sổ mang chữ “{wanted}”." if wanted else "Không có dấu vết nào.")
    return FINE if found else LOOK


def sign(arguments: argparse.Namespace) -> int:
    """Marks a paper as signed, as its file says it now."""
    from desktop.paper_checks import sign as mark_signed

    with _book_of(arguments, write=True) as book:
        paper = _known(book, arguments.paper)
        say(mark_signed(book, paper, arguments.paper, arguments.day, arguments.number).act)
    return FINE


def unsign(arguments: argparse.Namespace) -> int:
    """Takes the mark of signing away, for a reason."""
    from ward.paper_records import unsign as take_mark

    with _book_of(arguments, write=True) as book:
        say(take_mark(book, _known(book, arguments.paper), arguments.reason).act)
    return FINE


def correct(arguments: argparse.Namespace) -> int:
    """Makes the correction letter for a signed paper that is no longer true, beside it."""
    from desktop.paper_annexes import correction

    with _book_of(arguments, write=True) as book:
        made = correction(book, _known(book, arguments.paper), arguments.paper.parent)
    return _tell_made("Đã lập", made)


def sources(arguments: argparse.Namespace) -> int:
    """Makes the annex that says where each figure of a paper comes from, beside it."""
    from desktop.paper_annexes import sources as make_sources

    with _book_of(arguments, write=True) as book:
        made = make_sources(book, _known(book, arguments.paper), arguments.paper.parent)
    return _tell_made("Đã lập", made)


def reconcile(arguments: argparse.Namespace) -> int:
    """Holds papers against each other and against their book."""
    from desktop.paper_checks import reconciled

    arguments.paper = arguments.papers[0]
    with _book_of(arguments, write=False) as book:
        return _tell(reconciled(book, arguments.papers, progress=progress("Đối chiếu")))


def compare(arguments: argparse.Namespace) -> int:
    """What differs between two papers by people, awards and figures."""
    from desktop.paper_checks import compared_files

    arguments.paper = arguments.old
    with _book_of(arguments, write=False) as book:
        return _tell(compared_files(book, arguments.old, arguments.new))


def untrue(arguments: argparse.Namespace) -> int:
    """The signed papers that are no longer true, with what differs."""
    from desktop.paper_checks import no_longer_true

    with open_book(arguments.file, write=False) as book:
        return _tell(no_longer_true(book, progress=progress("So văn bản đã ký với sổ")))


def check_template(arguments: argparse.Namespace) -> int:
    """Every mistake of a template, with its place."""
    from reports.template_desk.check import check_file

    faults = check_file(arguments.template, arguments.kind)
    for one in faults:
        _say_cells((one.place, one.sentence))
    say(f"Có {len(faults)} chỗ cần xem." if faults else "Mẫu không có chỗ sai.")
    return LOOK if faults else FINE


def to_pdf(arguments: argparse.Namespace) -> int:
    """PDF files of papers, beside them."""
    from desktop.paper_checks import as_pdf

    for path in as_pdf(arguments.papers, progress=progress("Tạo PDF")):
        say(str(path))
    return FINE


def _holds(text: str, wanted: str) -> bool:
    """Whether a text holds these words; a number may be asked for with its points of thousands or without."""
    return wanted in text or wanted in _POINTS.sub("", text)


def _chosen(one: Proposal, typed: str | None) -> Choice | None:
    """What happens at a place: as --typed says where somebody typed, else the default; None while it is open."""
    asked = TYPED.get(typed or "") if one.default is None or one.kind == "typed_over" else None
    return asked if asked in one.choices else one.default


def _matters(one: Proposal, choice: Choice | None) -> bool:
    """Whether there is anything to write: a text that is kept is noted once as seen, a row that is told is not."""
    return choice != "typed" or (one.kind in ("typed_over", "words") and one.today != one.printed)


def _proposal(one: Proposal, choice: Choice | None) -> Sequence[str]:
    from desktop.choice_words import choice_words

    words = choice_words(one, choice) if choice else "Cần chọn"
    if one.kind == "deleted":
        return words, "đã xóa khỏi văn bản", one.printed
    typed = f" (đang ghi “{one.typed}”)" if one.typed not in ("", one.printed) else ""
    return words, one.place, f"{one.printed or '–'} → {one.today or '–'}{typed}"


def _tell_made(verb: str, made: Made) -> int:
    say(f"{verb}: {made.path}")
    for words in made.warnings:
        say(words)
    return FINE


def _tell(listing: Listing) -> int:
    for _record, cells in listing.lines:
        _say_cells(cells)
    say(f"Có {len(listing.lines)} dòng." if listing.lines else listing.nothing)
    return LOOK if listing.lines else FINE


def _say_cells(cells: Sequence[str]) -> None:
    """One line, however many lines and hard spaces its cells have."""
    say("\t".join(map(plain, cells)))


def _book_of(arguments: argparse.Namespace, *, write: bool) -> Book:
    """The named book, else the one near the paper that knows it. Raises UserError when there is none."""
    if arguments.book:
        return open_book(arguments.book, write=write)
    paper: Path = arguments.paper
    if not paper.is_file():
        raise UserError(f"Không thấy văn bản “{paper}”. Hãy ghi lại đường dẫn.")
    unread: list[UserError] = []
    for path in _books_near(paper.resolve()):
        try:
            book = open_book(path, write=False)
        except UserError as error:
            unread.append(error)
            continue
        with book:
            knows = _find(book, paper) is not None
        if knows:
            return open_book(path, write=write)
    if unread:
        raise unread[0]
    raise UserError(f"Không thấy sổ nào gần đó đã lập “{paper.name}”. Hãy thêm --book và đường dẫn của sổ.")


def _books_near(paper: Path) -> Iterator[Path]:
    for folder in list(paper.parents)[:LEVELS_ABOVE]:
        yield from sorted(folder.glob("*.sovang"))


def _known(book: Book, paper: Path) -> int:
    found = _find(book, paper)
    if found is None:
        raise UserError(f"Sổ “{Path(book.path).name}” chưa lập văn bản “{paper.name}”. Hãy chọn đúng sổ bằng --book.")
    return found


def _find(book: Book, paper: Path) -> int | None:
    from reports.standing import find_paper

    return find_paper(book, paper)
