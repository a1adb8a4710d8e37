"""The checklist of each nomination: the papers that the rules ask for, and how each of them stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.dossier.cross_check import name_of
from reports.dossier.findings import Dossier, Item, ItemState
from reports.dossier.planning import group_of
from ward.awarding.round_papers import RoundPaper
from ward.awarding.round_view import RoundView
from ward.text import fold
from ward.year_entries import Entry

if TYPE_CHECKING:
    from ward.rules.pack import DossierPaper, Pack

MINUTES, COUNT = ("bien-ban-hoi-dong", "dang-bien-ban"), ("bien-ban-kiem-phieu",)
REPORTS = {
    ("cong_trang", "tap_the"): ("bao-cao-thanh-tich-tap-the",),
    ("cong_trang", "ca_nhan"): ("bao-cao-thanh-tich-ca-nhan",),
    ("dot_xuat", ""): ("bao-cao-dot-xuat",),
    ("chuyen_de", ""): ("bao-cao-chuyen-de",),
    ("cong_hien", ""): ("bao-cao-cong-hien",),
    ("", "ho_gia_dinh"): ("bao-cao-ho-gia-dinh", "bao-cao-dot-xuat", "bao-cao-chuyen-de"),
}
FORM_KINDS: Mapping[str, tuple[str, ...]] = {
    "nd152-01": ("to-trinh", "dang-to-trinh"),
    "nd152-04": ("bao-cao-thanh-tich-tap-the",),
    "nd152-05": ("bao-cao-thanh-tich-ca-nhan",),
    "nd152-06": ("bao-cao-dot-xuat",),
    "nd152-07": ("bao-cao-cong-hien",),
    "nd152-08": ("bao-cao-chuyen-de",),
    "nd152-13": ("xac-nhan-sang-kien",),
    "danh-sach-trich-ngang": ("danh-sach-trich-ngang",),
    "bb-hoi-dong": MINUTES,
    "bb-kiem-phieu": COUNT,
    "tom-tat-thanh-tich": ("tom-tat-thanh-tich",),
    "quyet-dinh-khen": ("quyet-dinh-khen", "dang-quyet-dinh"),
    "nd86-10": ("nd86-10", "quyet-dinh-khen"),
    "nd86-11": ("nd86-11", "quyet-dinh-khen"),
}
"""Which of our papers a form of the rules is; forms with a paper of their own name need no line."""
WORDS = (
    ("to trinh", ("to-trinh", "dang-to-trinh", "nd86-04")),
    ("bo phieu", COUNT),
    ("kiem phieu", COUNT),
    ("bien ban", MINUTES),
    ("danh sach", ("danh-sach-trich-ngang",)),
    ("sang kien", ("xac-nhan-sang-kien",)),
    ("quyet dinh", ("quyet-dinh-khen", "dang-quyet-dinh")),
    ("bao cao", ()),
)
"""Where the rules name a paper without a form: words of its name, and our papers."""
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True)
class Attached:
    """A piece of evidence that belongs to a record: its own record, what it says it is, and what the list says."""

    evidence: int | None
    words: str
    told: str = ""


def checklists(
    view: RoundView,
    pack: "Pack",
    papers: Sequence[RoundPaper],
    attached: Mapping[int, Sequence[Attached]],
    stale: Iterable[int] = (),
) -> tuple[Dossier, ...]:
    """The checklist of each standing nomination.

    `attached` holds the evidence by record; `stale` the papers that are known to say something else than the book.
    """
    by_about: dict[int, list[RoundPaper]] = defaultdict(list)
    for paper in papers:
        by_about[paper.about].append(paper)
    known = frozenset(stale)
    return tuple(_dossier(view, pack, one, by_about, attached, known) for one in view.standing)


def _dossier(
    view: RoundView,
    pack: "Pack",
    nomination: Entry,
    by_about: Mapping[int, Sequence[RoundPaper]],
    attached: Mapping[int, Sequence[Attached]],
    stale: frozenset[int],
) -> Dossier:
    award = view.award_type(nomination)
    rule = pack.award(str(award["code"])) if award else None
    group, basis = group_of(view, nomination), str(view.round["basis"])
    near = [record for record in records_of(view, nomination) if record]
    papers = [paper for record in near for paper in by_about.get(record, ())]
    own = [one for record in (nomination.id, *initiatives_of(nomination)) for one in attached.get(record, ())]
    own += [one for record in initiatives_of(nomination) if (one := _recognised(view, record))]
    needed = rule.papers_for(group, basis) if rule else ()
    items = tuple(
        _item(paper, kinds_for(paper, group, basis), papers, own, stale, decided=bool(nomination["decision"]))
        for paper in needed
        if paper.stage != "register"
    )
    title = str(nomination["form_words"] or (award["name"] if award else ""))
    return Dossier(nomination.id, name_of(view, nomination), title, items)


def records_of(view: RoundView, nomination: Entry) -> tuple[int, ...]:
    """The records whose papers belong to a nomination's dossier, the nearest first."""
    meetings = (ballot["meeting"] for ballot in view.ballots if ballot["nomination"] == nomination.id)
    award = view.award_of.get(nomination.id)
    return (
        nomination.id,
        *initiatives_of(nomination),
        award.id if award else 0,
        nomination["decision"] or 0,
        nomination["submission"] or 0,
        *meetings,
        *(meeting.id for meeting in view.meetings),
        view.round.id,
    )


def initiatives_of(nomination: Entry) -> tuple[int, ...]:
    """The initiatives that a nomination rests on."""
    return tuple(row["initiative"] for row in nomination["initiatives"] if row["initiative"])


def _recognised(view: RoundView, initiative: int) -> Attached | None:
    """The recognition of an initiative under a number, which is its certificate."""
    known = view.related.get(initiative)
    if known is None or known["state"] != "recognised" or not known["decision_number"]:
        return None
    return Attached(None, "Chứng nhận sáng kiến", f"công nhận tại {known['decision_number']}")


def kinds_for(paper: "DossierPaper", group: str, basis: str) -> tuple[str, ...]:
    """Our papers that serve as a paper of the rules."""
    if paper.form:
        return FORM_KINDS.get(paper.form, (paper.form,))
    words = fold(paper.name)
    for word, kinds in WORDS:
        if word in words:
            return kinds or reports_for(group, basis)
    return ()


def reports_for(group: str, basis: str) -> tuple[str, ...]:
    """The achievement reports that fit a recipient and a basis."""
    found = REPORTS.get((basis, group)) or REPORTS.get(("", group)) or REPORTS.get((basis, ""))
    return found or ("bao-cao-thanh-tich-ca-nhan", "bao-cao-thanh-tich-tap-the")


def _item(
    paper: "DossierPaper",
    kinds: tuple[str, ...],
    papers: Sequence[RoundPaper],
    own: Sequence[Attached],
    stale: frozenset[int],
    *,
    decided: bool,
) -> Item:
    marks = {"article": paper.article, "conf": paper.conf}
    mine = next((one for one in papers if one.kind in kinds), None)
    if mine is None:
        named = next((one for one in own if _is_named(one.words, paper.name)), None)
        if named:
            told = named.told or f"minh chứng “{named.words}”"
            return Item(paper.id, paper.name, "there", told, named.evidence, **marks)
        late = paper.stage == "result" and not decided
        state: ItemState = "unneeded" if late or paper.needed == "as_needed" else "missing"
        words = "chưa đến bước này" if late else ("khi cần" if state == "unneeded" else _how_to(kinds))
        return Item(paper.id, paper.name, state, words, None, **marks)
    state, words = _standing(mine, stale)
    return Item(paper.id, paper.name, state, words, mine.id, **marks)


def _standing(paper: RoundPaper, stale: frozenset[int]) -> tuple[ItemState, str]:
    if not paper.path.is_file():
        return "missing", f"tệp “{paper.path.name}” không còn ở chỗ cũ"
    if paper.id in stale or paper.changed:
        signed = paper.state == "signed"
        return "stale", "đã ký nhưng sổ đã đổi sau đó" if signed else "sổ đã đổi sau khi lập: cập nhật số liệu"
    if paper.state != "signed":
        return "unsigned", f"“{paper.path.name}” còn là dự thảo"
    return "there", f"số {paper.number}" if paper.number else "đã ký"


def _is_named(words: str, name: str) -> bool:
    """Whether a piece of evidence says that it is this paper: all words of the shorter one stand in the other."""
    said, wanted = set(_LETTERS.findall(fold(words))), set(_LETTERS.findall(fold(name)))
    shorter, longer = sorted((said, wanted), key=len)
    return len(shorter) >= 2 and shorter <= longer


def _how_to(kinds: tuple[str, ...]) -> str:
    return "chưa lập" if kinds else "chưa có: gắn tệp vào đề nghị, ghi tên giấy tờ ở chú thích"
