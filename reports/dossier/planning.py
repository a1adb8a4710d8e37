"""Which papers a round's whole dossier has, about which record each, in the order in which a reader wants them."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.awarding.achievement_reports import report_kind
from reports.awarding.proposal_papers import OWN_LEVELS
from ward.awarding.round_view import RoundView
from ward.year_entries import Entry

FAMILY, NEIGHBOURHOOD = "gia_dinh_van_hoa", "tdp_van_hoa"
PARTS = ("De-nghi", "Bao-cao", "Hoi-dong", "Quyet-dinh", "Tien-thuong", "Giay-khen")
"""The folders of a dossier, numbered in this order."""
_GROUPS = {"unit": "tap_the", "person": "ca_nhan", "household": "ho_gia_dinh"}


@dataclass(frozen=True)
class Planned:
    """One paper to make: its kind, the record that it is about, the folder that it goes into."""

    kind: str
    about: int
    part: str


def planned(view: RoundView) -> Iterator[Planned]:
    """The papers of a round; certificates are planned by their decisions (`decisions_of`)."""
    codes = {_code(view, one) for one in view.standing}
    yield from _proposals(view, codes)
    yield from _reports(view)
    minutes = "nd86-06" if codes == {NEIGHBOURHOOD} else "bien-ban-hoi-dong"
    for meeting in view.meetings:
        yield Planned("giay-moi-hop", meeting.id, "Hoi-dong")
        if view.ballots_in(meeting.id) and meeting["method"] != "open":
            yield Planned("phieu-bau", meeting.id, "Hoi-dong")
            yield Planned("bien-ban-kiem-phieu", meeting.id, "Hoi-dong")
        yield Planned(minutes, meeting.id, "Hoi-dong")
    decision = {frozenset({FAMILY}): "nd86-10", frozenset({NEIGHBOURHOOD}): "nd86-11"}
    for document in decisions_of(view):
        yield Planned(decision.get(frozenset(codes), "quyet-dinh-khen"), document, "Quyet-dinh")
        awards = (view.award_of.get(one.id) for one in view.standing if one["decision"] == document)
        if any(award is not None and award["prize"] is not None for award in awards):
            yield Planned("danh-sach-chi-thuong", document, "Tien-thuong")


def decisions_of(view: RoundView) -> tuple[int, ...]:
    """The ward's own decisions by which nominations were granted, in the order of the list; not those of others."""
    granted = (one["decision"] for one in view.standing if one["award"])
    return tuple(dict.fromkeys(document for document in granted if document in view.own_decisions))


def awards_of(view: RoundView, document: int) -> tuple[int, ...]:
    """The awards of a decision, in the order of the list."""
    return tuple(one["award"] for one in view.standing if one["decision"] == document and one["award"])


def _proposals(view: RoundView, codes: set[str]) -> Iterator[Planned]:
    if codes == {FAMILY}:
        for kind in ("nd86-01", "nd86-02", "nd86-03"):
            yield Planned(kind, view.round.id, "De-nghi")
        yield Planned("cong-khai", view.round.id, "De-nghi")
        return
    letter = "nd86-04" if codes == {NEIGHBOURHOOD} else "to-trinh"
    sent = [one.id for one in view.submissions]
    own = any(not one["submission"] and _level(view, one) in OWN_LEVELS for one in view.standing)
    for about in [*sent, *([view.round.id] if own or not sent else [])]:
        yield Planned(letter, about, "De-nghi")
        yield Planned("danh-sach-trich-ngang", about, "De-nghi")


def _reports(view: RoundView) -> Iterator[Planned]:
    initiatives: dict[int, None] = {}
    for one in view.standing:
        code = _code(view, one)
        if code == FAMILY:
            continue
        kind = "nd86-05" if code == NEIGHBOURHOOD else report_kind(str(view.round["basis"]), group_of(view, one))
        if kind:
            yield Planned(kind, one.id, "Bao-cao")
        initiatives.update(dict.fromkeys(row["initiative"] for row in one["initiatives"] if row["initiative"]))
    for initiative in initiatives:
        yield Planned("xac-nhan-sang-kien", initiative, "Bao-cao")


def group_of(view: RoundView, nomination: Entry) -> str:
    """tap_the, ca_nhan or ho_gia_dinh: as the nomination says, else as its nominee is; "" where neither is known."""
    nominee = view.nominees.get(nomination["nominee"])
    return str(nomination["recipient_kind"] or (_GROUPS.get(nominee.kind, "") if nominee else ""))


def _level(view: RoundView, nomination: Entry) -> str:
    award = view.award_type(nomination)
    return str(award["level"]) if award else ""


def _code(view: RoundView, nomination: Entry) -> str:
    award = view.award_type(nomination)
    return str(award["code"]) if award else ""
