"""Whether the lists of a round's papers name the same people: each paper against the nominations that it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.dossier.findings import DossierFinding
from reports.standing import StandingPaper
from ward.awarding.round_papers import RoundPaper
from ward.awarding.round_view import RoundView
from ward.year_entries import Entry

OF_SUBMISSION = frozenset({"to-trinh", "danh-sach-trich-ngang", "dang-to-trinh"})
OF_MEETING = frozenset({"bien-ban-hoi-dong", "bien-ban-kiem-phieu", "phieu-bau", "dang-bien-ban"})
OF_DECISION = frozenset({"quyet-dinh-khen", "dang-quyet-dinh", "nd86-10", "nd86-11"})
OF_ROUND = frozenset({"danh-sach-chi-thuong", "cong-khai"})
NAMED = 5


@dataclass(frozen=True)
class Listed:
    """A paper that lists nominations: what it says now, and which nominations it should have."""

    paper: RoundPaper
    standing: StandingPaper
    expected: tuple[Entry, ...]


def expected_in(view: RoundView, paper: RoundPaper) -> tuple[Entry, ...] | None:
    """The nominations that a paper should list; None for one that lists none."""
    if paper.kind in OF_SUBMISSION:
        if paper.about == view.round.id:
            return view.standing
        return tuple(one for one in view.standing if one["submission"] == paper.about)
    if paper.kind in OF_DECISION:
        if paper.about == view.round.id:
            return tuple(one for one in view.standing if one["decision"])
        return tuple(one for one in view.standing if one["decision"] == paper.about)
    if paper.kind in OF_MEETING:
        voted = {ballot["nomination"] for ballot in view.ballots_in(paper.about)}
        return tuple(one for one in view.nominations if one.id in voted) if voted else None
    if paper.kind == "danh-sach-chi-thuong":
        return tuple(one for one in view.standing if one["award"])
    return view.standing if paper.kind in OF_ROUND else None


def lists_disagree(view: RoundView, papers: Sequence[Listed]) -> Iterator[DossierFinding]:
    """Who is missing in a list, and who stands in it and should not."""
    owners = owners_of(view)
    for one in papers:
        there = {owner for value in one.standing.values for uid in (value.record, *value.of)
                 for owner in owners.get(uid, ())}  # fmt: skip
        wanted = {entry.id for entry in one.expected}
        missing = [entry for entry in one.expected if entry.id not in there]
        namesakes = {owner for entry in one.expected for owner in owners.get(_nominee_uid(view, entry), ())}
        extra = [entry for entry in view.nominations if entry.id in there - wanted - namesakes]
        if missing:
            yield _told("missing", one, missing, "thiếu", view)
        if extra:
            yield _told("extra", one, extra, "còn ghi cả", view)


def owners_of(view: RoundView) -> Mapping[str, tuple[int, ...]]:
    """By the uid (hex) of a nomination, of its nominee or of its award: the nominations."""
    found: dict[str, tuple[int, ...]] = {}
    for one in view.nominations:
        award = view.award_of.get(one.id)
        for uid in filter(None, (one.uid, _nominee_uid(view, one), award.uid if award else "")):
            found[uid] = (*found.get(uid, ()), one.id)
    return found


def name_of(view: RoundView, nomination: Entry) -> str:
    """Who is nominated, as the book names them."""
    if nomination["nominee_words"]:
        return str(nomination["nominee_words"])
    nominee = nomination["nominee"]
    return view.names.of(nominee, view.day).text if nominee else "(chưa ghi tên)"


def _nominee_uid(view: RoundView, nomination: Entry) -> str:
    nominee = view.nominees.get(nomination["nominee"]) if nomination["nominee"] else None
    return nominee.uid if nominee else ""


def _told(key: str, one: Listed, entries: Sequence[Entry], verb: str, view: RoundView) -> DossierFinding:
    names = [name_of(view, entry) for entry in entries]
    said = ", ".join(names[:NAMED]) + (f" và {len(names) - NAMED} trường hợp nữa" if len(names) > NAMED else "")
    sentence = (
        f"“{one.paper.title}” {verb} {said}: văn bản này phải có {len(one.expected)} trường hợp theo sổ. "
        "Hãy cập nhật số liệu hoặc lập lại văn bản."
    )
    records = tuple(entry.id for entry in entries)
    return DossierFinding(f"{key}:{one.paper.id}", "wrong", sentence, one.paper.title, "", (*records, one.paper.id))
