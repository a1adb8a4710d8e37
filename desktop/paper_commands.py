"""The commands for papers that were made: refresh, where a number comes from, reconcile, compare, check, PDF."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands import FINE, LOOK, open_book
from desktop.terminal import progress, say
from ward.book import Book
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.paper_checks import Listing
    from reports.proposals import Choice, Proposal

LEVELS_ABOVE = 3
"""So many folders, from the paper's own upwards, are searched for its book."""
TYPED: Mapping[str, Choice] = {"giu": "typed", "nay": "today"}
"""What --typed says of what somebody typed in place of a printed value."""


def refresh(arguments: argparse.Namespace) -> int:
    """Shows what refreshing a draft would change; with --yes it is done, and the old file kept."""
    from desktop.paper_refresh import compare
    from desktop.paper_refresh import refresh as carry_out

    with _book_of(arguments, write=arguments.yes) as book:
        draft = compare(book, _known(book, arguments.paper), path=arguments.paper, progress=progress("So với sổ"))
        for note in draft.notes:
            say(f"Lưu ý: {note}")
        if not draft.proposals:
            say("Văn bản đang đúng với sổ.")
            return FINE
        choices = {one.key: one.default or TYPED.get(arguments.typed) for one in draft.proposals}
        for one in draft.proposals:
            say(_proposal(one, choices[one.key]))
        if not arguments.yes:
            say("Chưa sửa gì. Thêm --yes để cập nhật.")
            return LOOK
        chosen = {key: choice for key, choice in choices.items() if choice}
        if len(chosen) < len(choices):
            raise UserError(
                f"Có {len(choices) - len(chosen)} chỗ gõ tay ở nơi in số liệu. Hãy thêm --typed giu (giữ chữ đã gõ) "
                "hoặc --typed nay (dùng số nay); muốn chọn từng chỗ thì cập nhật trong cửa sổ."
            )
        made = carry_out(book, draft, chosen, listing=arguments.listing)
    say(f"Đã cập nhật: {made.path}")
    for words in made.warnings:
        say(words)
    return FINE


def trace(arguments: argparse.Namespace) -> int:
    """Tells where a number (or every printed value) of a paper comes from."""
    from desktop.origin_words import read_origin, state_words, told
    from reports.reading import read_lines

    with _book_of(arguments, write=False) as book:
        found = 0
        for line in read_lines(arguments.paper):
            for text, value in line.pieces:
                if value is None or (arguments.words and arguments.words not in text):
                    continue
                found += 1
                origin = read_origin(book, value.record, value.field, value.of)
                named = origin.living or origin.record
                say(f"{text}\t{value.what}: {named.title or state_words(named)}\t{line.place}")
                for head, lines in told(book, origin) if arguments.words else ():
                    say(f"\t{head}: {'; '.join(lines)}")
    if not found:
        say(
            f"Không có chỗ nào lấy từ sổ mang chữ “{arguments.words}”."
            if arguments.words
            else "Không có dấu vết nào."
        )
    return FINE if found else LOOK


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
    from reports.template_check import check_file

    faults = check_file(arguments.template, arguments.kind)
    for one in faults:
        say(f"{one.place}\t{one.sentence}")
    say(f"Có {len(faults)} chỗ cần xem." if faults else "Mẫu không có chỗ sai.")
    return LOOK if faults else FINE


def to_pdf(arguments: argparse.Namespace) -> int:
    """PDF files of papers, beside them."""
    from desktop.paper_checks import as_pdf

    for path in as_pdf(arguments.papers, progress=progress("Tạo PDF")):
        say(str(path))
    return FINE


def _proposal(one: Proposal, choice: Choice | None) -> str:
    from desktop.choice_words import choice_words

    words = choice_words(one, choice) if choice else "Cần chọn"
    typed = f" (đang ghi “{one.typed}”)" if one.typed not in ("", one.printed) else ""
    return f"{words}\t{one.place}\t{one.printed or '–'} → {one.today or '–'}{typed}"


def _tell(listing: Listing) -> int:
    for _record, cells in listing.lines:
        say("\t".join(cells))
    say(f"Có {len(listing.lines)} dòng." if listing.lines else listing.nothing)
    return LOOK if listing.lines else FINE


def _book_of(arguments: argparse.Namespace, *, write: bool) -> Book:
    """The named book, else the one near the paper that knows it. Raises UserError when there is none."""
    if arguments.book:
        return open_book(arguments.book, write=write)
    paper: Path = arguments.paper
    if not paper.is_file():
        raise UserError(f"Không thấy văn bản “{paper}”. Hãy ghi lại đường dẫn.")
    for path in _books_near(paper.resolve()):
        with open_book(path, write=False) as book:
            knows = _find(book, paper) is not None
        if knows:
            return open_book(path, write=write)
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
