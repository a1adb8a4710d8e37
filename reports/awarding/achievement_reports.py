"""The achievement reports: each one's context from a nominee that was read with many others."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reports.awarding.achievement_context import (
    AnyoneReport,
    CollectiveReport,
    HouseholdReport,
    PersonReport,
    ServiceReport,
    Summary,
)
from reports.awarding.achievement_parts import CollectiveFacts, HouseholdFacts, PastAwards, PersonFacts, Text
from reports.awarding.award_making import AwardMaking
from reports.awarding.nominee_deeds import deeds_of, rating_rows, situation_of
from reports.awarding.nominee_facts import (
    collective_facts,
    household_facts,
    own_letterhead,
    person_facts,
    reporter,
)
from reports.awarding.nominees import Nominee, nominee_name, proposed_of, read_nominees
from reports.awarding.past_awards import award_decision, award_name, award_year, is_past, past_awards
from reports.awarding.service_report import service_report
from reports.prints import Sentence, joined
from reports.wording.sentences import capitalised, ended, keyed, sentence
from ward.awarding.recipients import Held, Recipient

Report = CollectiveReport | PersonReport | AnyoneReport | ServiceReport | HouseholdReport | Summary
_LONGEST_MATTER = 150
_CULTURAL = "gia_dinh_van_hoa"
"""The code of the award type Gia đình văn hóa."""


def collective_report(nominee: Nominee) -> CollectiveReport:
    """Báo cáo thành tích đề nghị khen thưởng công trạng cho tập thể."""
    return CollectiveReport(
        own_letterhead(nominee),
        proposed_of(nominee),
        collective_facts(nominee),
        deeds_of(nominee),
        _past(nominee),
        situation_of(nominee),
    )


def person_report(nominee: Nominee) -> PersonReport:
    """Báo cáo thành tích đề nghị khen thưởng công trạng cho cá nhân."""
    led = [nominee.read.recipients[unit] for unit in (nominee.recipient.led if nominee.recipient else ())]
    return PersonReport(
        own_letterhead(nominee),
        proposed_of(nominee),
        person_facts(nominee),
        deeds_of(nominee),
        _past(nominee),
        is_head=bool(led) or nominee.nomination["worker_group"] == "leader",
        unit_summary=tuple(text for unit in led for text in _summary_of(nominee, unit)),
        reporter=reporter(nominee),
    )


def sudden_report(nominee: Nominee) -> AnyoneReport:
    """Báo cáo thành tích đột xuất: no earlier years, no earlier awards."""
    report = _of_anyone(nominee)
    told = nominee.words.sentences(nominee.nomination, "achievement")
    short = len(told) == 1 and len(str(told[0])) <= _LONGEST_MATTER
    matter = (
        joined([piece.rstrip(" .;") if piece is told[0].pieces[-1] else piece for piece in told[0]]) if short else ""
    )
    return replace(report, matter=matter)


def theme_report(nominee: Nominee) -> AnyoneReport:
    """Báo cáo thành tích thi đua theo đợt, chuyên đề."""
    return _of_anyone(nominee)


def household_report(nominee: Nominee) -> HouseholdReport:
    """Báo cáo thành tích của hộ gia đình."""
    recipient = nominee.recipient
    held = [one for one in recipient.awards if is_past(one, nominee.on, nominee.nomination)] if recipient else []
    cultural = [one for one in held if one.code == _CULTURAL and not set(one.years).isdisjoint(nominee.years)]
    return HouseholdReport(
        own_letterhead(nominee),
        proposed_of(nominee),
        household_facts(nominee),
        deeds_of(nominee),
        tuple(_told(nominee, recipient, one) for one in cultural if recipient),
        reporter(nominee),
    )


def summary(nominee: Nominee) -> Summary:
    """Tóm tắt thành tích of a person, a collective or a household."""
    unit: Text = nominee.words.value(nominee.nomination, "as_title")
    if not unit and nominee.group == "ca_nhan":
        person = person_facts(nominee)
        unit = person.post or person.unit
    elif not unit and nominee.group == "ho_gia_dinh":
        household = household_facts(nominee)
        unit = household.address or household.neighbourhood
    elif not unit:
        unit = collective_facts(nominee).superior
    return Summary(
        own_letterhead(nominee),
        proposed_of(nominee),
        capitalised(nominee_name(nominee)),
        unit,
        deeds_of(nominee),
        _past(nominee),
    )


MAKERS: Mapping[str, Callable[[Nominee], Report]] = {
    "bao-cao-thanh-tich-tap-the": collective_report,
    "bao-cao-thanh-tich-ca-nhan": person_report,
    "bao-cao-dot-xuat": sudden_report,
    "bao-cao-chuyen-de": theme_report,
    "bao-cao-cong-hien": service_report,
    "bao-cao-ho-gia-dinh": household_report,
    "tom-tat-thanh-tich": summary,
}
"""Who makes the context of each kind of report about one nomination."""
_BY_BASIS = {"dot_xuat": "bao-cao-dot-xuat", "chuyen_de": "bao-cao-chuyen-de", "cong_hien": "bao-cao-cong-hien"}
_BY_GROUP = {
    "tap_the": "bao-cao-thanh-tich-tap-the",
    "ca_nhan": "bao-cao-thanh-tich-ca-nhan",
    "ho_gia_dinh": "bao-cao-ho-gia-dinh",
}


def report_kind(basis: str, group: str) -> str:
    """The report that goes with a nomination, by the ground of its round and who is proposed; "" if none is known."""
    return _BY_BASIS.get(basis) or _BY_GROUP.get(group, "")


def reports_of(making: AwardMaking) -> Report:
    """The context of a report about one nomination."""
    nominee = read_nominees(making.book.db, [making.about.id], making.on)[making.about.id]
    return MAKERS[making.kind](nominee)


def _of_anyone(nominee: Nominee) -> AnyoneReport:
    group = nominee.group
    collective = collective_facts(nominee) if group == "tap_the" else CollectiveFacts("")
    person = person_facts(nominee) if group == "ca_nhan" else PersonFacts("")
    household = household_facts(nominee) if group == "ho_gia_dinh" else HouseholdFacts("")
    return AnyoneReport(
        own_letterhead(nominee),
        proposed_of(nominee),
        collective,
        person,
        household,
        deeds_of(nominee),
        is_collective=group not in ("ca_nhan", "ho_gia_dinh"),
        is_person=group == "ca_nhan",
        is_household=group == "ho_gia_dinh",
        reporter=reporter(nominee),
    )


def _past(nominee: Nominee) -> PastAwards:
    return past_awards(nominee.words, nominee.recipient, nominee.on, nominee.nomination)


def _summary_of(nominee: Nominee, unit: Recipient) -> list[Text]:
    """How the collective of a head was rated and awarded in the reported years."""
    words = nominee.words
    name = capitalised(words.name(unit.id, nominee.day))
    said: list[Text] = [
        keyed(
            f"{row.grade.key if isinstance(row.grade, Sentence) else ''}/led",
            ended(sentence(name, ": năm ", row.year, " được xếp loại “", row.grade, "” (", row.decision, ")")),
        )
        for row in rating_rows(words, unit, nominee.years, "work")
    ]
    held = [one for one in unit.awards if is_past(one, nominee.on, nominee.nomination)]
    of_years = [one for one in held if not set(one.years).isdisjoint(nominee.years)]
    return [*said, *(_told(nominee, unit, one) for one in of_years)]


def _told(nominee: Nominee, recipient: Recipient, held: Held) -> Text:
    """An award in a line: “Năm 2025: Giấy khen … (Số …, ngày …; …).”"""
    what = award_name(nominee.words, recipient, held)
    return keyed(
        f"{held.award.uid}/told",
        ended(sentence("Năm ", award_year(held), ": ", what, " (", award_decision(nominee.words, held), ")")),
    )
