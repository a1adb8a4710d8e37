"""What each award of a decision brings in whole đồng, and what all of them come to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reports.awarding.award_making import AwardMaking
from reports.awarding.nominee_lists import Naming
from reports.prints import Printed
from reports.wording.wording import traced
from reports.yearly.annual_report_context import Text
from ward.amount_words import amount_words
from ward.awarding.money import PrizeRow, prize_list
from ward.awarding.same_deed import time_of
from ward.rules.prizes import Claim, highest_only, prize_of
from ward.text import fold
from ward.year_entries import Entry

if TYPE_CHECKING:
    from reports.awarding.granted import Granted


def prices(making: AwardMaking, found: "Granted") -> dict[str, PrizeRow]:
    """The line of the payment list for each award of a decision, by its uid; nothing for a draft."""
    if found.document is None:
        return {}
    by_record = {one.award: one for one in prize_list(making.book.db, document=found.document.id).rows}
    return {award.uid: by_record[award.id] for award in found.awards if award.id in by_record}


def amounts(
    making: AwardMaking, found: "Granted", priced: Mapping[str, PrizeRow] | None = None
) -> dict[str, int | None]:
    """What each nomination (by its uid) brings in đồng: as it is paid; for a draft by the rules of today.

    Of several titles of one recipient for the same time only the highest brings anything, in a draft as well.
    `priced`: what `prices` gave, where that was asked before.
    """
    priced = prices(making, found) if priced is None else priced
    naming = Naming(making.words, making.view)
    told: dict[str, int | None] = {}
    drafted = [nomination for nomination, award in found.pairs if award is None]
    for nomination, award in found.pairs:
        if award is None:
            told[nomination.uid] = _by_the_rules(making, naming, nomination)
        else:
            told[nomination.uid] = priced[award.uid].amount if award.uid in priced else award["prize"]
    return told | dict.fromkeys(_struck(making, naming, drafted, told), 0)


def money(amount: int | None, entry: Entry) -> Text:
    """Whole đồng as lists write them, "" where not known; a sum by the rules leads to what it is for."""
    if amount is None:
        return ""
    figures = f"{amount:,}".replace(",", ".")
    if entry.kind == "award" and entry["prize"] == amount:
        return traced(figures, entry.uid, "prize", "award")
    return Printed.counted(figures, of=[entry.uid], field="prize", what="Tiền thưởng")


def total(amounts: Iterable[tuple[int | None, Entry]]) -> tuple[Text, Text]:
    """The sum in figures and in words; both "" where any amount is not known, since a part is not the whole."""
    told = list(amounts)
    if not told or any(amount is None for amount, _ in told):
        return "", ""
    whole = sum(amount or 0 for amount, _ in told)
    of = [award.uid for _, award in told]
    figures = Printed.counted(f"{whole:,}".replace(",", "."), of=of, field="prize", what="Tổng tiền thưởng")
    words = Printed.counted(amount_words(whole), of=of, field="prize_words", what="Tổng tiền thưởng bằng chữ")
    return figures, words


def _struck(
    making: AwardMaking, naming: Naming, drafted: Sequence[Entry], full: Mapping[str, int | None]
) -> list[str]:
    """The uids of the drafted that a higher title of the same recipient and time takes the place of."""
    claims = []
    for one in drafted:
        chosen, amount = naming.award_type(one), full[one.uid]
        if chosen is not None and amount is not None:
            who = (one["nominee"] or fold(one["nominee_words"]), naming.kind(one))
            deed = time_of(one["period"], one["years"])
            claims.append(Claim(one.id, who, chosen["code"], deed, making.view.day, amount))
    struck = highest_only(making.pack, claims)
    return [one.uid for one in drafted if one.id in struck]


def _by_the_rules(making: AwardMaking, naming: Naming, nomination: Entry) -> int | None:
    chosen = naming.award_type(nomination)
    if chosen is None:
        return None
    return prize_of(making.pack, chosen["code"], naming.kind(nomination), making.view.day).amount
