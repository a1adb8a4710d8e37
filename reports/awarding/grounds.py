"""The grounds (căn cứ) of award papers: what of the rules held on the round's day, and the round's own documents."""

import re
from collections.abc import Collection, Iterator, Sequence

from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import OPEN, written_day
from reports.prints import joined
from reports.wording.sentences import Piece, capitalised, ended
from reports.wording.wording import spelt, traced
from reports.yearly.annual_report_context import Text
from ward.rules.pack import Instrument
from ward.year_entries import Entry

_SELF_GOVERNMENT = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
_TWO_LEVELS_SINCE = "2025-07-01"
_OLD_LAW = "Luật Thi đua, khen thưởng"
_LOCAL = f"Quyết định số {OPEN} ngày {OPEN} của {OPEN} quy định về công tác thi đua, khen thưởng"
_ORDER = ("Luật", "Nghị định", "Thông tư", "Hướng dẫn")
"""What national papers are cited, in this order; decisions and letters of single bodies are not."""
_REMARK = re.compile(r"\s*\([^()]*\)\Z")
_DAY = re.compile(r"ngày (\d\d?)/(\d\d?)/(\d{4})")
_OF_THE_LAW = re.compile(r"Luật 06/2022 (Điều \d+[a-z]?)(?: (khoản \d+[a-z]?))?(?: (điểm [a-zđ]))?")


def grounds(making: AwardMaking, awards: frozenset[str], *, own_decision: bool = False) -> tuple[Text, ...]:
    """The grounds without their stops. `awards`: codes of what is given; `own_decision`: the ward's chair decides.

    The laws are those of the pack that the round is judged by, as they held on its day; the province's regulation is
    the one that the office has entered, else it stays open. A Party body cites the Party's own instruments.
    """
    keeper = making.view.keeper
    in_party = bool(keeper and keeper.layout == "dang")
    laws = tuple(_instruments(making, awards, own_decision, in_party))
    if in_party:
        return (*(laws or (OPEN,)), *_of_the_round(making))
    first = (_SELF_GOVERNMENT,) if own_decision and rules_day(making) >= _TWO_LEVELS_SINCE else ()
    return (*first, *(laws or (_OLD_LAW,)), *_local(making), *_of_the_round(making))


def punctuated(texts: Sequence[Text], last: str = ".") -> tuple[Text, ...]:
    """Each with a semicolon behind it, the last with a stop; dots that are to be filled in have none."""
    return tuple(ended(text, last if at == len(texts) else ";") for at, text in enumerate(texts, 1))


def rules_day(making: AwardMaking) -> str:
    """The day (ISO) whose rules hold for the round: when its dossiers came, else when it was opened, else today."""
    told = making.view.round
    return str(told["rules_on"] or told["opened_on"] or making.view.day)


def minutes_ground(making: AwardMaking, meeting: Entry | None) -> Text:
    """The council's minutes as a ground: "Biên bản họp Hội đồng Thi đua - Khen thưởng số 03/BB ngày 05/12/2026"."""
    if meeting is None:
        return f"Biên bản họp Hội đồng Thi đua - Khen thưởng ngày {OPEN}"
    said: list[Piece] = ["Biên bản họp Hội đồng Thi đua - Khen thưởng"]
    if number := making.words.value(meeting, "minutes_number"):
        said += [" số ", number]
    return joined([*said, " ", making.words.dated(meeting, "held_on") or f"ngày {OPEN}"])


def article(making: AwardMaking, nomination: Entry) -> Text:
    """The article that a proposal rests on: of the route it was judged by, of the award's rule, or of its type.

    Cited as papers do ("khoản 1 Điều 23 Luật Thi đua, khen thưởng"); open where it was never verified.
    """
    chosen = making.view.award_type(nomination)
    if chosen is None:
        return OPEN
    rule = making.pack.award(chosen["code"])
    if rule is None:
        unsure = not chosen["article"] or chosen["confidence"].startswith("M")
        return OPEN if unsure else _cited(traced(chosen["article"], chosen.uid, "article", "award_type"))
    route = next((one for one in rule.routes if one.id == nomination["route"] and not one.province), None)
    source = route if route and route.conf == "L" else rule
    return OPEN if source.conf == "M" or not source.article else _cited(source.article)


def _cited(whole: str) -> str:
    found = _OF_THE_LAW.search(whole)
    if not found:
        return whole
    steps = " ".join(step for step in reversed(found.groups()) if step)
    return spelt(whole, f"{steps} Luật Thi đua, khen thưởng")


def _instruments(making: AwardMaking, awards: Collection[str], own: bool, in_party: bool) -> Iterator[str]:
    """The instruments that the rules of these awards rest on, the highest first, and a law that amends them."""
    pack, day = making.pack, rules_day(making)
    held = (pack.instruments[one] for one in _ids(making, awards, own, in_party) if one in pack.instruments)
    named = [one for one in held if _rank(one) < len(_ORDER) and _holds(one, day)]
    amending = [one.instrument for one in pack.pending if one.instrument.startswith("Luật") and one.in_force <= day]
    laws = [one for one in sorted(dict.fromkeys(named), key=_rank) if _rank(one) == 0]
    yield from map(_as_cited, laws)
    yield from (amending if laws else ())
    yield from (_as_cited(one) for one in sorted(dict.fromkeys(named), key=_rank) if one not in laws)


def _ids(making: AwardMaking, awards: Collection[str], own: bool, in_party: bool) -> Iterator[str]:
    pack = making.pack
    for rule in filter(None, map(pack.award, sorted(awards))):
        yield from rule.instruments
        yield from (one for paper in rule.papers for one in paper.instruments)
        if own and rule.decided_by in pack.authorities:
            yield from pack.authorities[rule.decided_by].instruments
    if not in_party:
        yield from pack.prize_rules.instruments
        yield from (one for rule in pack.principles if rule.effect == "block" for one in rule.instruments)


def _rank(instrument: Instrument) -> int:
    return next((at for at, kind in enumerate(_ORDER) if instrument.name.startswith(kind)), len(_ORDER))


def _holds(instrument: Instrument, day: str) -> bool:
    return instrument.since <= day and (not instrument.until or day <= instrument.until)


def _as_cited(instrument: Instrument) -> str:
    """Its name without the pack's own remark, days written out."""
    return _DAY.sub(_written, _REMARK.sub("", instrument.name))


def _written(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"ngày {written_day(f'{year}-{int(month):02d}-{int(day):02d}')}"


def _local(making: AwardMaking) -> tuple[str, ...]:
    told = dict.fromkeys(one.instrument for one in making.pack.local if one.instrument)
    return tuple(told) or (_LOCAL,)


def _of_the_round(making: AwardMaking) -> Iterator[Text]:
    """The document that opened the round, and those that it names."""
    told = making.view.round
    records = [told["opening_document"], *(row["document"] for row in told["documents"])]
    for record in dict.fromkeys(record for record in records if record):
        yield capitalised(making.words.citation(record, making.view.day))
