"""Giấy xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến.

One source alone (mark S) says that it is form 13 of Decree 152/2025; its lines are inferred (mark M).
"""

from dataclasses import dataclass, fields, replace

from forms.choices import INITIATIVE_KINDS, INITIATIVE_SCOPES
from reports.awarding.achievement_doubts import UNSEEN_13
from reports.awarding.achievement_parts import Text
from reports.awarding.award_making import LoneMaking
from reports.awarding.heads import committee_head
from reports.awarding.nominee_deeds import initiative_decision
from reports.wording.letterheads import office_name, signature
from reports.wording.sentences import Piece, keyed
from reports.wording.wording import Wording, traced
from reports.yearly.annual_report_context import Letterhead, Signature
from ward.lookups import forwards
from ward.names import Names
from ward.year_entries import Entries, Entry, load_entries, references
from ward.year_view import YearView

OPEN = "…"


@dataclass(frozen=True)
class AuthorRow:
    """An author with post and unit, and the share in the work."""

    name: Text
    unit: Text
    share: Text = ""


@dataclass(frozen=True)
class InitiativePaper:
    """The paper as its template asks for it. `kind`: “Sáng kiến” or “Đề tài khoa học”."""

    letterhead: Letterhead
    office: Text
    kind: Text
    name: Text
    authors: tuple[AuthorRow, ...]
    field: Text
    decision: Text
    scope: Text
    applied_since: Text
    effect: tuple[Text, ...]
    spread: tuple[Text, ...]
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def doubts(self) -> tuple[str, ...]:
        """What the clerk should look at before the paper is signed."""
        unknown = "Quyết định công nhận còn thiếu số, ngày hoặc cơ quan. Hãy bổ sung ở mục Sáng kiến."
        return (unknown, UNSEEN_13) if OPEN in str(self.decision) else (UNSEEN_13,)


def initiative_paper(making: LoneMaking) -> InitiativePaper:
    """The confirmation of one initiative."""
    view, one = _read(making)
    words = Wording(view)
    kind = INITIATIVE_KINDS.get(one["initiative_kind"] or "sang_kien", "Sáng kiến")
    return InitiativePaper(
        committee_head(words, OPEN),
        office_name(words),
        traced(kind, one.uid, "initiative_kind", "initiative") if one["initiative_kind"] else kind,
        words.value(one, "name"),
        tuple(_author(words, one, place) for place in range(len(one["authors"]))),
        words.value(one, "field"),
        initiative_decision(words, one),
        traced(INITIATIVE_SCOPES.get(one["scope"], ""), one.uid, "scope", "initiative"),
        words.dated(one, "applied_since"),
        words.sentences(one, "effect"),
        words.sentences(one, "spread"),
        signature(words),
    )


def _read(making: LoneMaking) -> tuple[YearView, Entry]:
    db = making.book.db
    (one,) = load_entries(db, "initiative", [making.about.id], forwards(db), making.on.year)
    view = making.view
    unit = {view.keeper.unit} if view.keeper and view.keeper.unit else set()
    entries = Entries()
    entries.add([one])
    names = Names(db, references([one]) | unit)
    return replace(view, entries=entries, names=names), replace(one, day=view.day)


def _author(words: Wording, one: Entry, place: int) -> AuthorRow:
    row, field = one["authors"][place], f"authors[{place}]"
    name: Piece = traced(row["words"], one.uid, f"{field}.words", "initiative")
    unit: Piece = ""
    if row["who"]:
        name = name or words.name(row["who"], one.day)
        named = words.view.names.of(row["who"], one.day)
        unit = traced(named.position, named.uid, "positions", "person")
    share = traced(f"{row['share']}%", one.uid, f"{field}.share", "initiative") if row["share"] is not None else ""
    key = words.view.names.uid(row["who"]) if row["who"] else f"{one.uid}/{row['words']}"
    return AuthorRow(keyed(key, name or OPEN), unit, share)
