"""The grounds (căn cứ) of award papers: what of the law held on the round's day, and the round's own documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import OPEN
from reports.prints import joined
from reports.wording.sentences import Piece, capitalised, ended
from reports.yearly.annual_report_context import Text
from ward.year_entries import Entry

_CULTURE = ("gia_dinh_van_hoa", "tdp_van_hoa")


@dataclass(frozen=True)
class Instrument:
    """A law or decree as papers cite it, from `since` to `until` (ISO); `of`: the awards that it is about, or all."""

    text: str
    since: str
    until: str = "9999"
    own_decision: bool = False
    of: tuple[str, ...] = ()


_LAWS = (
    Instrument("Luật Tổ chức chính quyền địa phương số 72/2025/QH15", "2025-07-01", own_decision=True),
    Instrument("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "2024-01-01"),
    Instrument(
        "Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026 sửa đổi, bổ sung Luật Thi đua, khen thưởng", "2026-10-01"
    ),
    Instrument("Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ", "2025-07-01"),
    Instrument("Nghị định số 129/2025/NĐ-CP của Chính phủ", "2025-07-01", own_decision=True),
    Instrument("Nghị định số 86/2023/NĐ-CP ngày 07 tháng 12 năm 2023 của Chính phủ", "2024-01-30", of=_CULTURE),
    Instrument("Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ", "2025-08-05"),
)
_OLD_LAW = "Luật Thi đua, khen thưởng"
_LOCAL = f"Quyết định số {OPEN} ngày {OPEN} của {OPEN} quy định về công tác thi đua, khen thưởng"


def grounds(making: AwardMaking, awards: frozenset[str], *, own_decision: bool = False) -> tuple[Text, ...]:
    """The grounds without their stops. `awards`: codes of what is given; `own_decision`: the ward's chair decides.

    The laws are those that held on the day whose rules the round is judged by; the province's regulation stays open.
    A Party body cites its own instruments, which the clerk fills in.
    """
    keeper = making.view.keeper
    if keeper and keeper.layout == "dang":
        return (OPEN, *_of_the_round(making))
    return (*_laws(rules_day(making), awards, own_decision), _LOCAL, *_of_the_round(making))


def punctuated(texts: Sequence[Text], last: str = ".") -> tuple[Text, ...]:
    """Each with a semicolon behind it, the last with a stop; dots that are to be filled in have none."""
    return tuple(ended(text, last if at == len(texts) else ";") for at, text in enumerate(texts, 1))


def rules_day(making: AwardMaking) -> str:
    """The day (ISO) whose rules hold for the round: when its dossiers came, else when it was opened, else today."""
    told = making.view.round
    return str(told["rules_on"] or told["opened_on"] or making.view.day)


def _laws(day: str, awards: frozenset[str], own_decision: bool) -> Iterator[str]:
    if day < "2024-01-01":
        yield _OLD_LAW
    for law in _LAWS:
        asked = (own_decision or not law.own_decision) and (not law.of or awards.intersection(law.of))
        if law.since <= day <= law.until and asked:
            yield law.text


def _of_the_round(making: AwardMaking) -> Iterator[Text]:
    """The document that opened the round, and those that it names."""
    told = making.view.round
    records = [told["opening_document"], *(row["document"] for row in told["documents"])]
    for record in dict.fromkeys(record for record in records if record):
        yield capitalised(making.words.citation(record, making.view.day))


def minutes_ground(making: AwardMaking, meeting: Entry | None) -> Text:
    """The council's minutes as a ground: "Biên bản họp Hội đồng Thi đua - Khen thưởng số 03/BB ngày 05/12/2026"."""
    if meeting is None:
        return f"Biên bản họp Hội đồng Thi đua - Khen thưởng ngày {OPEN}"
    said: list[Piece] = ["Biên bản họp Hội đồng Thi đua - Khen thưởng"]
    if number := making.words.value(meeting, "minutes_number"):
        said += [" số ", number]
    return joined([*said, " ", making.words.dated(meeting, "held_on") or f"ngày {OPEN}"])
