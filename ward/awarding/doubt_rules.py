"""The doubts about a nomination, rule by rule, each a sentence with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ward.awarding.doubt_facts import Asked, Known, Past, name_key
from ward.awarding.same_deed import times_meet, words_alike
from ward.dates import PartialDate, show_date
from ward.text import fold

Severity = Literal["ask", "warn", "info"]
PENDING = {
    "ky_luat": "đang bị xem xét kỷ luật",
    "dieu_tra": "đang bị điều tra",
    "thanh_tra": "đang được thanh tra, kiểm tra vì có dấu hiệu vi phạm",
    "khieu_nai": "đang được xác minh theo đơn khiếu nại, tố cáo",
    "bao_chi": "đang được xác minh việc báo chí nêu",
    "hinh_su": "đang bị truy cứu trách nhiệm hình sự",
}
"""Matters during which nobody is proposed."""
AFTER = {
    "da_ky_luat": "đã bị kỷ luật",
    "xu_phat": "bị xử phạt vi phạm hành chính",
}
NOT_COUNTED = ("dot_xuat", "chuyen_de")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about a nomination. "ask" demands a written reason under its `key` (`Reason.rule`); others only tell.

    `records` are what it speaks of, the likeliest first; `article` is where the rule stands.
    """

    key: str
    severity: Severity
    sentence: str
    records: tuple[int, ...] = ()
    article: str = ""


@dataclass(frozen=True, slots=True)
class Principle:
    """How grave a principle of the rules is that day, and where it stands."""

    severity: Severity
    article: str


Principles = Mapping[str, Principle]


def same_name(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """Several persons or households of one name; graver when they belong to one unit."""
    nominee = known.nominees.get(asked.nominee or 0)
    key = name_key(nominee, asked)
    found = known.same_names.get(key, []) if key else []
    others = [one for one in found if one.id != asked.nominee]
    if not others:
        return
    name = nominee.title if nominee else asked.nominee_words
    records = tuple(one.id for one in others)
    if nominee is None:
        told = (
            f"Trong sổ đã có {len(others)} người tên “{name}”. Hãy chọn đúng người, hoặc giữ chữ nếu là người khác."
        )
        yield Doubt("same_name", "warn", told, records)
        return
    mine = next((set(one.units) for one in found if one.id == asked.nominee), set())
    what = "người" if nominee.kind == "person" else "hộ"
    together = [one for one in others if mine and not mine.isdisjoint(one.units)]
    if together:
        told = f"Có {len(together) + 1} {what} tên “{name}” trong cùng một đơn vị. Hãy xem ngày sinh, địa chỉ."
    else:
        where = "; ".join(dict.fromkeys(one.where for one in others if one.where))
        told = (
            f"Có {len(found)} {what} tên “{name}”{f' (còn ở: {where})' if where else ''}. Hãy xem đã chọn đúng chưa."
        )
    yield Doubt("same_name", "warn" if together or nominee.kind == "person" else "info", told, records)


def twice(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """The same nominee stands in the round already."""
    if asked.nominee is None:
        words = fold(asked.nominee_words)
        listed = [row for row in known.same_words.get(asked.round, ()) if fold(row[1]) == words]
        mine = [row[0] for row in listed if row[0] != asked.nomination and row[3] == asked.award_type]
        if mine:
            told = f"“{asked.nominee_words}” đã có trong đợt này với cùng hình thức khen. Hãy xem có trùng không."
            yield Doubt("twice", "warn", told, tuple(mine))
        return
    others = [row for row in known.others.get(asked.nominee, ()) if row[0] != asked.nomination]
    name = known.nominees[asked.nominee].title
    same = [row[0] for row in others if row[1] == asked.round and row[2] == asked.award_type]
    if same:
        told = f"“{name}” đã có trong đợt này với cùng danh hiệu, hình thức. Hãy bỏ bớt một đề nghị."
        yield Doubt("twice", "warn", told, tuple(same))
        return
    apart = [row for row in others if row[1] == asked.round]
    if apart:
        told = f"“{name}” còn được đề nghị trong đợt này: {'; '.join(row[4] for row in apart)}."
        yield Doubt("twice", "info", told, tuple(row[0] for row in apart))


def same_deed(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """An award was granted for the same achievement: one achievement, one award; a reason where the rule is sure."""
    form = known.types.get(asked.award_type or 0, ("", ""))[1]
    found = [
        past
        for past in known.awards.get(asked.nominee or 0, ())
        if ("danh_hieu" not in (form, past.form) or past.type == asked.award_type) and _one_deed(asked, past)
    ]
    if found:
        told = f"{known.nominees[asked.nominee or 0].title} đã được khen về thành tích này: {_told(found[0])}"
        rule = principles["one_achievement_one_award"]
        last = "nếu vẫn đề nghị, hãy ghi lý do." if rule.severity == "ask" else "hãy xem có trùng thành tích không."
        advice = f"Một thành tích chỉ khen một lần; {last}"
        records = tuple(past.id for past in found)
        yield Doubt("one_achievement_one_award", rule.severity, f"{told}. {advice}", records, rule.article)


def _one_deed(asked: Asked, past: Past) -> bool:
    meet = times_meet(asked.period, asked.years, past.period, past.years)
    if asked.practice is not None and asked.practice == past.practice:
        return meet or not (past.period or past.years)
    together = meet or (asked.movement is not None and asked.movement == past.movement)
    return together and words_alike(asked.achievement, past.reason)


def _told(past: Past) -> str:
    parts = (
        past.name or "khen thưởng",
        f"số {past.number}" if past.number else "",
        f"ngày {show_date(PartialDate(past.decided_on))}" if past.decided_on else "",
        f"({past.reason})" if past.reason else "",
    )
    return " ".join(filter(None, parts))


def disciplines(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """A pending matter stops a nomination unless a reason is written; after a penalty the record starts anew."""
    for record, matter, since, until, _ in known.disciplines.get(asked.nominee or 0, ()):
        name = known.nominees[asked.nominee or 0].title
        from_day = f" từ ngày {show_date(PartialDate(since))}" if since else ""
        if matter in PENDING and (not until or until >= asked.day):
            rule = principles["pending_discipline"]
            told = f"“{name}” {PENDING[matter]}{from_day} nên chưa xét khen. Hãy chờ kết luận, hoặc ghi lý do."
            yield Doubt("pending_discipline", rule.severity, told, (record,), rule.article)
        elif matter in AFTER and _bears(asked, until):
            rule = principles["after_discipline_restart"]
            told = f"“{name}” {AFTER[matter]}{from_day}; thành tích chỉ tính từ khi chấp hành xong. Hãy xem lại."
            severity = rule.severity if matter == "da_ky_luat" else "warn"
            yield Doubt("after_discipline_restart", severity, told, (record,), rule.article)


def _bears(asked: Asked, until: str) -> bool:
    """Whether a penalty reaches into the years of the achievement."""
    return not until or not asked.years or until[:4] >= str(min(asked.years))


def not_counted(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """Spot and thematic awards are no ground for an award of merit."""
    spot = [past for past in known.awards.get(asked.nominee or 0, ()) if past.basis in NOT_COUNTED]
    if asked.basis == "cong_trang" and spot:
        rule = principles["spot_awards_not_counted"]
        told = f"{len(spot)} lần khen đột xuất, chuyên đề không tính khi xét công trạng: {_told(spot[0])}"
        more = "…" if len(spot) > 1 else "."
        yield Doubt("spot_awards_not_counted", "info", told + more, tuple(one.id for one in spot), rule.article)


def household_for_merit(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """A household is not rewarded for merit; its titles are another matter."""
    form = known.types.get(asked.award_type or 0, ("", ""))[1]
    if asked.basis == "cong_trang" and asked.recipient_kind == "ho_gia_dinh" and form != "danh_hieu":
        rule = principles["household_not_cong_trang"]
        told = "Khen công trạng chỉ dành cho cá nhân, tập thể. Hãy chuyển hộ này sang đợt chuyên đề, hoặc ghi lý do."
        yield Doubt("household_not_cong_trang", rule.severity, told, (), rule.article)


def gone_or_moved(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """A unit that has ended, a person or head of household who died, a person who moved to another unit."""
    nominee = known.nominees.get(asked.nominee or 0)
    if nominee is None:
        return
    if nominee.ended and nominee.ended <= asked.day:
        after = known.successors.get(nominee.id, [])
        into = f", nay là {', '.join(title for _, title in after)}" if after else ""
        rule = principles["dissolved_unit"]
        told = (
            f"“{nominee.title}” đã kết thúc ngày {show_date(PartialDate(nominee.ended))}{into}. "
            "Đơn vị đã giải thể thì không khen; hãy xem lại."
        )
        yield Doubt("dissolved_unit", rule.severity, told, tuple(row[0] for row in after), rule.article)
    if nominee.kind == "household" and nominee.death:
        told = (
            f"Chủ hộ {nominee.head} đã mất ngày {show_date(PartialDate(nominee.death))}. "
            "Hãy ghi chủ hộ hiện nay vào hộ, hoặc ghi tên hộ cần in trên giấy khen."
        )
        yield Doubt("head_died", "warn", told, (nominee.id,))
    if nominee.kind == "person" and nominee.death and not asked.posthumous:
        day = show_date(PartialDate(nominee.death))
        told = f"{nominee.title} đã mất ngày {day}. Nếu vẫn đề nghị, hãy chọn “Truy tặng”."
        yield Doubt("posthumous", "warn", told, (nominee.id,))
    if nominee.kind == "person" and asked.posthumous and not nominee.death:
        told = (
            f"Đề nghị truy tặng {nominee.title}, nhưng sổ chưa ghi ngày mất. Hãy ghi ngày mất, hoặc bỏ “Truy tặng”."
        )
        yield Doubt("posthumous", "warn", told, (nominee.id,))
    yield from _moved(asked, known, nominee.title)


def _moved(asked: Asked, known: Known, name: str) -> Iterator[Doubt]:
    posts = known.posts.get(asked.nominee or 0, [])
    left = [row for row in posts if row[0] == asked.proposer and row[2] and row[2] < asked.day]
    now = [row for row in posts if not row[2] or row[2] >= asked.day]
    if asked.proposer is None or not left or any(row[0] == asked.proposer for row in now):
        return
    where = ", ".join(dict.fromkeys(row[3] for row in now if row[3])) or "nơi khác"
    told = f"{name} đã rời “{left[-1][3]}” ngày {show_date(PartialDate(left[-1][2]))}, nay ở {where}."
    yield Doubt("moved", "warn", f"{told} Hãy xem đơn vị nào đề nghị.", tuple(row[0] for row in now if row[0]))


def initiative_used(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """An initiative serves once."""
    for initiative in asked.initiatives:
        others = [row for row in known.initiatives.get(initiative, ()) if row[0] != asked.nomination]
        if others:
            rule = principles["initiative_once"]
            used = "; ".join(row[1] for row in others)
            told = f"Sáng kiến “{others[0][2]}” đã dùng cho: {used}. Hãy chọn sáng kiến khác."
            yield Doubt("initiative_once", rule.severity, told, tuple(row[0] for row in others), rule.article)


def not_registered(asked: Asked, known: Known, principles: Principles) -> Iterator[Doubt]:
    """The title was not registered for at the start of the year."""
    name, form = known.types.get(asked.award_type or 0, ("", ""))
    if form != "danh_hieu" or asked.basis != "cong_trang" or asked.nominee is None or not asked.years:
        return
    if not any((asked.nominee, asked.award_type, year) in known.registered for year in asked.years):
        told = f"Đầu năm chưa thấy đăng ký danh hiệu “{name}”. Nếu đã đăng ký, hãy ghi vào mục Đăng ký thi đua."
        yield Doubt("not_registered", "info", told)


RULES: tuple[Callable[[Asked, Known, Principles], Iterator[Doubt]], ...] = (
    same_deed,
    disciplines,
    household_for_merit,
    gone_or_moved,
    twice,
    same_name,
    initiative_used,
    not_counted,
    not_registered,
)
