"""The command that fills a given Excel form with the book's numbers."""

from __future__ import annotations

import argparse

from desktop.commands import FINE, LOOK, open_book, years_of
from desktop.form_filling import fill_form
from desktop.terminal import complain, plain, progress, say


def fill(arguments: argparse.Namespace) -> int:
    """Fills the form; tells each cell that stayed empty, or whose number needs a look."""
    with open_book(arguments.file) as book:
        years = years_of(arguments)
        filled = fill_form(book, arguments.form, years, arguments.out, progress=progress("Điền biểu"))
    say(str(filled.made.path))
    for _record, cells in filled.listing.lines:
        say("\t".join(map(plain, cells)))
    say(filled.summary)
    for words in filled.made.warnings:
        complain(f"Lưu ý: {words}")
    return LOOK if filled.remarks else FINE
