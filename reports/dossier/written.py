"""What a person wrote into a report: words that are neither printed from records nor the template's own."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from reports.awarding.award_paper_kinds import AWARD_PAPERS
from reports.reading import read_lines
from ward.errors import UserError
from ward.text import fold

_TEMPLATES = Path(__file__).parents[1] / "templates"
_TAG = re.compile(r"\{[{%].*?[%}]\}")
_WORDS = re.compile(r"\w+")


def written_by_hand(path: Path, kind: str) -> Iterator[tuple[str, str]]:
    """Place and text of each paragraph without what records print; nothing for a file that cannot be read.

    What a nomination says of the achievement is a person's words, too, although it was printed from the record.
    """
    try:
        lines = read_lines(path)
    except UserError:
        return
    fixed = fixed_words(kind)
    for line in lines:
        texts = [text for text, value in line.pieces if value is None or value.field in ("achievement", "effect")]
        text = "".join(texts)
        if _bare(text) not in fixed:
            yield line.place, text


@lru_cache(maxsize=64)
def fixed_words(kind: str) -> frozenset[str]:
    """The paragraphs that every paper of a kind has from its template, their tags left out."""
    described = AWARD_PAPERS.get(kind)
    if described is None or described.suffix != ".docx":
        return frozenset()
    return frozenset(_bare(_TAG.sub("", line.text)) for line in read_lines(_TEMPLATES / described.template))


def _bare(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))
