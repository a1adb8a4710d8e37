"""The catalogues that come with the program, taken into a new office's file."""

from __future__ import annotations

from importlib.resources import as_file, files

from ward.book import Book


def take_in_award_types(book: Book) -> None:
    """Adds the first catalogue of titles and forms of commendation; an act of its own, which can be undone."""
    from forms.exchange import carry_out, plan_import

    with as_file(files("resources").joinpath("catalogue", "awards.json")) as path:
        carry_out(book, plan_import(book, path))
