"""The kinds of paper that are made of awards: about which kind of record each is, and who makes its context."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.paper_kind import PaperKind


@dataclass(frozen=True)
class AwardPaperKind(PaperKind):
    """A paper about one record.

    `about`: the kinds of record that it can be made for, the usual first. `maker`: "module:function"; the function
    takes an `AwardMaking` and gives the context, a dataclass with `names()`; it is imported when a paper is made.
    `party`: the kind that takes its place where the office writes in the Party's layout.
    """

    about: tuple[str, ...] = ("round",)
    maker: str = ""
    party: str = ""


def _kind(
    label: str, key: str, about: str | tuple[str, ...], maker: str, *, party: str = ""
) -> tuple[str, AwardPaperKind]:
    stem = key.removeprefix("dang-").capitalize()
    records = (about,) if isinstance(about, str) else about
    return key, AwardPaperKind(label, stem, f"{key}.docx", records, f"reports.awarding.{maker}", party)


ROUND_PAPERS: Mapping[str, AwardPaperKind] = {}
"""The papers of a round, its meetings and its decisions, in the order in which they are needed."""
PARTY_PAPERS: Mapping[str, AwardPaperKind] = {}
"""The same in the layout of Party papers; offered in the place of those whose `party` they are."""
AWARD_PAPERS: Mapping[str, AwardPaperKind] = {**ROUND_PAPERS, **PARTY_PAPERS}
"""Every kind of paper that is made of awards, by its key; a template stands behind each."""
ABOUT: Mapping[str, str] = {key: kind.about[0] for key, kind in AWARD_PAPERS.items()}
"""The kind of record that each paper is usually made for."""


def papers_about(record_kind: str) -> tuple[str, ...]:
    """The keys of the papers that can be made for a record of this kind; the Party's layout is chosen later."""
    return tuple(key for key, kind in AWARD_PAPERS.items() if record_kind in kind.about and key not in PARTY_PAPERS)
