"""Whether a round's papers name the right people: what each names now beside what it would name if made today."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from reports.awarding.award_paper_kinds import PARTY_PAPERS, ROUND_PAPERS
from reports.certificates.kinds import CERTIFICATES, FITS, GIAY_KHEN, drawing_for
from reports.dossier.findings import DossierFinding, Severity
from ward.awarding.round_papers import RoundPaper
from ward.awarding.round_view import RoundView
from ward.year_entries import Entry

LISTING = frozenset({*ROUND_PAPERS, *PARTY_PAPERS}) - {
    "giay-moi-hop",
    "muc-luc-ho-so",
    "nd86-05",
    "phieu-yeu-cau-bo-sung",
}
"""The papers that name several nominations."""
NAMED = 5
_DRAFT = "Hãy cập nhật số liệu hoặc lập lại văn bản."
_SIGNED = "Văn bản đã ký: hãy xem có cần văn bản thay thế hoặc đính chính không."


class Traced(Protocol):
    """A value of a paper: its record (uid in hex, or ""), and the records that it counts."""

    @property
    def record(self) -> str: ...
    @property
    def of(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class NamedRecord:
    """A record that a paper names, where no more is known of it."""

    record: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listed:
    """A paper that names nominations: the values in its file, and those that it would have if it was made today."""

    paper: RoundPaper
    now: Sequence[Traced]
    today: Sequence[Traced]


def is_certificate(paper: RoundPaper) -> bool:
    """Whether a paper is a file of certificates, which name those whom a decision gives something."""
    return paper.kind in CERTIFICATES


def certificates_today(view: RoundView, document: int, drawing: str) -> list[str]:
    """The awards of a decision that are printed on a drawing, by their uids (hex)."""
    granted = (one for one in view.awards if one["decision"] == document and one["state"] == "granted")
    return [one.uid for one in granted if _drawing(view, one) in FITS[drawing]]


def _drawing(view: RoundView, award: Entry) -> str:
    kind = view.related.get(award["award_type"])
    return drawing_for(kind["code"], kind["form"]) if kind else GIAY_KHEN


def lists_disagree(view: RoundView, papers: Iterable[Listed]) -> Iterator[DossierFinding]:
    """Who is missing in a paper, and who stands in it and should not."""
    for one in papers:
        now, today = _Named.of(one.now), _Named.of(one.today)
        missing = [entry for entry in view.nominations if _lacks(_keys(view, entry), now, today)]
        extra = [entry for entry in view.nominations if _lacks(_keys(view, entry), today, now)]
        if missing:
            yield _told("missing", one.paper, missing, "thiếu", view)
        if extra:
            yield _told("extra", one.paper, extra, "còn ghi cả", view)


def name_of(view: RoundView, nomination: Entry) -> str:
    """Who is nominated, as the book names them."""
    if nomination["nominee_words"]:
        return str(nomination["nominee_words"])
    nominee = nomination["nominee"]
    return view.names.of(nominee, view.day).text if nominee else "(chưa ghi tên)"


@dataclass(frozen=True)
class _Named:
    """The records that a paper names, and those that its numbers count."""

    direct: frozenset[str]
    counted: frozenset[str]

    @classmethod
    def of(cls, values: Iterable[Traced]) -> "_Named":
        told = list(values)
        return cls(frozenset(one.record for one in told), frozenset(uid for one in told for uid in one.of))


def _keys(view: RoundView, nomination: Entry) -> Sequence[str]:
    """The uids by which a paper can name a nomination: its own first, its nominee's, its award's."""
    nominee, award = view.nominees.get(nomination["nominee"]), view.award_of.get(nomination.id)
    return [one.uid for one in (nomination, nominee, award) if one]


def _lacks(keys: Sequence[str], paper: _Named, beside: _Named) -> bool:
    """Whether a paper says nothing of a nomination that the one beside it names, or counts others and not it.

    Whoever is named for another reason, as a member of the council, is never told.
    """
    if not beside.direct.isdisjoint(keys) and paper.direct.isdisjoint(keys):
        return True
    return bool(paper.counted) and keys[0] in beside.counted and keys[0] not in paper.counted


def _told(key: str, paper: RoundPaper, entries: Sequence[Entry], verb: str, view: RoundView) -> DossierFinding:
    names = [name_of(view, entry) for entry in entries]
    said = ", ".join(names[:NAMED]) + (f" và {len(names) - NAMED} trường hợp nữa" if len(names) > NAMED else "")
    is_signed = paper.state == "signed"
    severity: Severity = "look" if is_signed else "wrong"
    sentence = f"“{paper.title}” {verb} {said} so với sổ hôm nay. {_SIGNED if is_signed else _DRAFT}"
    records = tuple(entry.id for entry in entries)
    return DossierFinding(f"{key}:{paper.id}", severity, sentence, paper.title, "", (*records, paper.id))
