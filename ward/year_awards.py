"""The register of awards of some years, counted: by state, level and form, kind of recipient; unknown is not zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ward.year_entries import Entry

LEVELS = ("trung_uong", "tinh", "huyen", "phuong", "co_so", "")
GROUPS = {"collectives": "tap_the", "persons": "ca_nhan", "households": "ho_gia_dinh"}
"""The field that counts a kind of recipient, and that kind."""


@dataclass(frozen=True, slots=True)
class AwardForm:
    """A title or form of commendation: its name ("" when nobody said which), the record that names it (uid and
    kind), whether it is a title (danh_hieu) or a form (hinh_thuc), and the level of its type.
    """

    name: str
    uid: str
    kind: str
    form: str
    level: str


NO_FORM = AwardForm("", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Count:
    """Recipients of one kind: how many are stated or named (None: not known), and the awards that say so."""

    number: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The awards of one level and form: recipients by kind, and the groups whose split nobody knows, in words."""

    level: str
    form: AwardForm
    counts: Mapping[str, Count]
    undivided: tuple[Entry, ...]


def tallies(awards: Sequence[Entry], forms: Mapping[int, AwardForm]) -> list[Tally]:
    """The tallies of these awards, the highest level first.

    An award that stands inside another one of the list is counted there, where that one says how many.
    """
    ids = {award.id: award for award in awards}
    groups: dict[tuple[str, str], list[Entry]] = {}
    shown: dict[tuple[str, str], AwardForm] = {}
    for award in awards:
        form = form_of(award, forms)
        key = (level_of(award, forms), form.name)
        groups.setdefault(key, []).append(award)
        shown.setdefault(key, form)
    ordered = sorted(groups.items(), key=lambda group: LEVELS.index(group[0][0]))
    return [_tally(level, shown[level, name], entries, ids) for (level, name), entries in ordered]


def form_of(award: Entry, forms: Mapping[int, AwardForm]) -> AwardForm:
    """What is awarded: the clerk's words for it, else the type."""
    known = forms.get(award["award_type"], NO_FORM)
    if award["form_words"]:
        return AwardForm(award["form_words"], award.uid, "award", known.form, known.level)
    return known


def level_of(award: Entry, forms: Mapping[int, AwardForm]) -> str:
    """The level that awards it; "" when not said."""
    level = award["level"] or form_of(award, forms).level
    return level if level in LEVELS else ""


def count_of(award: Entry, key: str) -> int | None:
    """How many recipients of a kind one award has: as stated, else as named; None when neither is said."""
    if award[key] is not None:
        return int(award[key])
    named = sum(row["recipient_kind"] == GROUPS[key] for row in award["recipients"])
    return named or None


def is_undivided(award: Entry) -> bool:
    """Whether it goes to a group of which only words say how many."""
    return bool(award["counted_words"]) and all(count_of(award, key) is None for key in GROUPS)


def is_covered(award: Entry, outer: Entry | None, key: str) -> bool:
    """Whether the recipients of a kind are among those that the award around it counts."""
    return outer is not None and outer[key] is not None and count_of(award, key) is not None


def _tally(level: str, form: AwardForm, awards: Iterable[Entry], ids: Mapping[int, Entry]) -> Tally:
    listed = list(awards)
    counts = {}
    for key in GROUPS:
        apart = [award for award in listed if not is_covered(award, ids.get(award["part_of"]), key)]
        counted = [(award, count_of(award, key)) for award in apart]
        known = [(award, count) for award, count in counted if count is not None]
        total = sum(count for _, count in known) if known else None
        counts[key] = Count(total, tuple(award for award, _ in known))
    return Tally(level, form, counts, tuple(award for award in listed if is_undivided(award)))
