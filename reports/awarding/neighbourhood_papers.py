"""The papers of tổ dân phố about Gia đình văn hóa and Tổ dân phố văn hóa (NĐ 86/2023): a page for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import body_head, chair_in_words, in_capitals
from reports.awarding.nominee_lists import Naming, NomineeRow, counted
from reports.prints import joined
from reports.wording.letterheads import office_name
from reports.wording.sentences import Piece, ended, keyed, sentence
from reports.yearly.annual_report_context import Letterhead, Text
from ward.awarding.round_view import OUT
from ward.errors import UserError
from ward.year_entries import Entry


@dataclass(frozen=True)
class Neighbourhood:
    """One tổ dân phố: its head and name, the households that it proposes, and those that fall short, with why."""

    letterhead: Letterhead
    name: Text
    rows: tuple[NomineeRow, ...]
    count: Text
    unfit: tuple[Text, ...]


@dataclass(frozen=True)
class CulturedFamilies:
    """What the papers of a round of Gia đình văn hóa say, tổ dân phố by tổ dân phố; `authority` decides."""

    authority: Text
    office: Text
    year: Text
    neighbourhoods: tuple[Neighbourhood, ...]

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True)
class NeighbourhoodReport:
    """The report of a tổ dân phố that is proposed itself; `achievements` a paragraph each."""

    letterhead: Letterhead
    name: Text
    award: Text
    authority: Text
    year: Text
    achievements: tuple[Text, ...]

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def cultured_families(making: AwardMaking) -> CulturedFamilies:
    """The households of a round by tổ dân phố, in the order of the list. Raises UserError when there are none."""
    naming = Naming(making.words, making.view, as_proposed=True)
    gathered: dict[tuple[int | None, str], list[Entry]] = {}
    for one in making.view.nominations:
        if naming.kind(one) == "ho_gia_dinh":
            gathered.setdefault(_of_unit(making, one), []).append(one)
    told = (_neighbourhood(making, naming, found) for found in gathered.values())
    pages = tuple(page for page in told if page.rows)
    if not pages:
        raise UserError("Đợt này chưa đề nghị hộ gia đình nào. Hãy thêm các hộ đạt tiêu chuẩn vào đợt xét.")
    return CulturedFamilies(chair_in_words(making.words), office_name(making.words), _year(making), pages)


def neighbourhood_report(making: AwardMaking) -> NeighbourhoodReport:
    """The report of one nominated tổ dân phố. Raises UserError when the nomination is gone."""
    found = making.view.by_id.get(making.about.id)
    if found is None:
        raise UserError("Đề nghị này không còn trong đợt xét. Hãy mở lại đợt xét.")
    naming = Naming(making.words, making.view, as_proposed=True)
    name = naming.name(found)
    return NeighbourhoodReport(
        letterhead=body_head(making.words, in_capitals(name)),
        name=name,
        award=naming.award(found),
        authority=chair_in_words(making.words),
        year=_year(making),
        achievements=making.words.sentences(found, "achievement"),
    )


def _of_unit(making: AwardMaking, nomination: Entry) -> tuple[int | None, str]:
    """The tổ dân phố that proposes a household: as the nomination says, else where the household belongs."""
    household = making.view.nominees.get(nomination["nominee"])
    own = household["unit"] if household and household.kind == "household" else None
    proposer = nomination["proposer"] or (None if nomination["proposer_words"] else own)
    return proposer, "" if proposer else nomination["proposer_words"]


def _neighbourhood(making: AwardMaking, naming: Naming, found: Sequence[Entry]) -> Neighbourhood:
    unit, _ = _of_unit(making, found[0])
    name = naming.record(unit, making.view.day) if unit else joined([making.words.value(found[0], "proposer_words")])
    fit = [one for one in found if one["state"] not in OUT]
    return Neighbourhood(
        letterhead=body_head(making.words, in_capitals(name) if str(name) else ""),
        name=name,
        rows=tuple(naming.row(one) for one in fit),
        count=counted([one.uid for one in fit], "Số hộ đề nghị"),
        unfit=tuple(_unfit(making, naming, one) for one in found if one not in fit),
    )


def _unfit(making: AwardMaking, naming: Naming, nomination: Entry) -> Text:
    why = making.words.value(nomination, "state_reason")
    said: list[Piece] = [naming.name(nomination), *([": ", why] if why else [])]
    return keyed(nomination.uid, ended(sentence(*said)))


def _year(making: AwardMaking) -> Text:
    return str(making.view.years[-1])
