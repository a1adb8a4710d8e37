"""Proposed, granted and refused awards are never mixed: where an award stands against what its record says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from forms.kinds.award import STATES
from reports.reconcile.by_hand import NUMBERING
from reports.reconcile.opened import AWARD, Item, OpenedPaper, PaperFinding, short
from ward.text import fold

_WORDS = {"proposed": "đề nghị", "granted": "đã được khen", "refused": "không được khen"}
_SAME = {"cancelled": "refused"}
_REFUSED = re.compile(r"khong duoc (khen|tang|cong nhan)|viec khen da huy|khong duoc khen thuong")
_GRANTED = re.compile(r"(ket qua )?(da )?duoc (khen|tang|nhan|cong nhan|tuyen duong|bieu duong)|da khen thuong")
_PROPOSED = re.compile(r"(?:cac|danh|sach|hieu|hinh|thuc|va|,|\s)*(?:da )?de nghi\b")


def state_of(words: str) -> str:
    """The state that a heading speaks of; "" where it speaks of none, or of several."""
    said = fold(NUMBERING.sub("", words, count=1))
    if _REFUSED.search(said):
        return "refused"
    proposed, granted = bool(_PROPOSED.match(said)), bool(_GRANTED.search(said))
    if proposed == granted:
        return ""
    return "proposed" if proposed else "granted"


def mixed_states(papers: Sequence[OpenedPaper], states: Mapping[str, str]) -> Iterator[PaperFinding]:
    """Awards that stand under a heading of another state than their record's, or than in another place.

    `states` are those of the book, by uid; without a book the sentence itself tells which state was meant, and
    the papers are compared with each other.
    """
    under: dict[str, list[tuple[str, OpenedPaper, Item]]] = defaultdict(list)
    for paper in papers:
        awards = {value.record for value in paper.values if value.what == AWARD}
        for item in paper.items:
            heading = state_of(item.heading)
            if item.text is None or not item.in_list or not heading:
                continue
            own = {item.key} if len(item.key) == 32 else item.records  # a table's row is keyed by its form
            for record in sorted(own & (awards | states.keys())):
                under[record].append((heading, paper, item))
    for record, places in under.items():
        yield from _of_award(record, places, _SAME.get(states.get(record, ""), states.get(record, "")))


def _of_award(record: str, places: Sequence[tuple[str, OpenedPaper, Item]], known: str) -> Iterator[PaperFinding]:
    for heading, paper, item in places:
        meant = known or state_of_sentence(item.printed)
        if meant and meant != heading:
            told = STATES.get(known, "") if known else ""
            because = f"trong sổ là “{told}”" if told else f"câu được lập là {_WORDS[meant]}"
            sentence = (
                f"“{short(item.text or '')}” đứng dưới mục {_WORDS[heading]} nhưng {because}. "
                "Hãy cập nhật số liệu, hoặc đưa về đúng mục; nếu tình trạng trong sổ sai thì sửa bản ghi."
            )
            yield PaperFinding(
                "state", paper.name, item.place, sentence, (_WORDS[heading], _WORDS[meant]), record, "state"
            )
            return
    headings = dict.fromkeys(heading for heading, _, _ in places)
    if len(headings) > 1:
        (first, paper, item), (second, other, elsewhere) = (
            next(place for place in places if place[0] == heading) for heading in list(headings)[:2]
        )
        where = elsewhere.place if other is paper else f"{elsewhere.place} của “{other.name}”"
        sentence = (
            f"“{short(item.text or '')}” ở đây đứng dưới mục {_WORDS[first]}, còn ở {where} dưới mục "
            f"{_WORDS[second]}. Hãy xem lại tình trạng rồi cập nhật số liệu của văn bản lập trước."
        )
        yield PaperFinding(
            "state", paper.name, item.place, sentence, (_WORDS[first], _WORDS[second]), record, "state"
        )


def state_of_sentence(printed: str) -> str:
    """The state that a generated sentence was written for: it begins with “Đề nghị”, “Đã đề nghị”, or a name."""
    said = fold(printed)
    if said.startswith("da de nghi ") and _REFUSED.search(said):
        return "refused"
    if said.startswith("de nghi "):
        return "proposed"
    return "granted" if " duoc " in said and not said.startswith("da de nghi ") else ""
