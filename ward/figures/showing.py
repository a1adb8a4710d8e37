"""Writing figures: in the clerk's words, in full, or as bare Vietnamese numbers."""

from __future__ import annotations

from ward.errors import UserError
from ward.figures.reading import parse_figure
from ward.figures.values import IN_WORDS, Figure, names_rank, written_value
from ward.text import plain

_NBSP = "\u00a0"


def show_figure(figure: Figure, style: str = "words") -> str:
    """Write a figure. Styles:

    - "words": the clerk's words if any, else as "number".
    - "full": as "words", with the measure added where the words lack it ("trên 48 ngàn người").
    - "number": "gần 1.800.000.000 đồng", "97,36%", "hạng 3/14", "chưa có số liệu".

    Raises:
        ValueError: for another style.
    """
    if style not in ("words", "full", "number"):
        raise ValueError(style)
    if figure.words and (style != "number" or figure.state == "words"):
        return with_measure(figure) if style == "full" else figure.words
    if figure.value is None:
        return IN_WORDS.get(figure.state, "")
    number = join_measure(written_value(figure), "" if names_rank(figure) else figure.measure)
    return " ".join(part for part in (figure.qualifier, number, figure.qualifier_after) if part)


def understood(figure: Figure) -> str:
    """The line below a field, what the program took the text for: "gần · 1.800.000.000 · đồng"."""
    return figure.understood


def with_measure(figure: Figure) -> str:
    """Give the clerk's words, with the measure after them when they do not say it themselves."""
    says_a_number = figure.state == "known" and any(char.isdecimal() for char in figure.words)
    if not says_a_number or not figure.measure or names_rank(figure):
        return figure.words
    try:
        typed = parse_figure(figure.words)
    except UserError:
        return figure.words
    if typed.measure or typed.state != "known":
        return figure.words
    after = figure.qualifier_after
    if after and plain(figure.words).endswith(after):
        return f"{join_measure(figure.words[: -len(after)].strip(), figure.measure)} {figure.words[-len(after) :]}"
    return join_measure(figure.words, figure.measure)


def join_measure(number: str, measure: str) -> str:
    """Write a number and its measure: "97,36%", or with a non-breaking space "24 tổ"."""
    return number + ("" if measure in ("%", "‰", "") else _NBSP) + measure
