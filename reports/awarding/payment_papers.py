"""Danh sách chi thưởng: what is paid to whom for a decision, and the whole in words."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal

from reports.awarding.award_making import AwardMaking
from reports.awarding.decision_papers import cited
from reports.awarding.granted import GrantedRow, decided, granted_row
from reports.awarding.heads import OPEN, committee_head
from reports.awarding.nominee_lists import Naming
from reports.awarding.prizes import amounts, prices, total
from reports.prints import Printed, joined
from reports.wording.letterheads import signature
from reports.wording.sentences import Piece, listed
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.awarding.money import PrizeRow
from ward.errors import UserError
from ward.rules.prizes import prize_of
from ward.year_entries import Entry


@dataclass(frozen=True)
class PaymentRow:
    """A line: who, for what, factor × base, what is paid, and a remark (why nothing is paid, or that it was)."""

    name: Text
    title: Text
    award: Text
    factor: Text
    base: Text
    amount: Text
    remark: Text


@dataclass(frozen=True)
class PaymentList:
    """The list. `decision` is what it follows; `missing` counts the lines whose amount is not known ("" for none).

    `total` and `total_words` are "" while any amount is missing: a part is not the whole.
    """

    letterhead: Letterhead
    decision: Text
    rows: tuple[PaymentRow, ...]
    total: Text
    total_words: Text
    missing: Text
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def doubts(self) -> tuple[str, ...]:
        """How many amounts are not known."""
        told = f"Còn {self.missing} dòng chưa rõ mức thưởng nên chưa in tổng số tiền. Hãy ghi số tiền rồi lập lại."
        return (told,) if self.missing else ()


def payment_list(making: AwardMaking) -> PaymentList:
    """The payment list of a decision. Raises UserError when nothing was decided yet."""
    found = decided(making)
    if found is None:
        raise UserError("Đợt này chưa có quyết định nên chưa có tiền thưởng để chi. Hãy ra quyết định trước.")
    naming, priced = Naming(making.words, making.view), prices(making, found)
    paid = amounts(making, found, priced)
    rows = tuple(
        _row(making, granted_row(making, naming, one, award, paid[one.uid], at), award, priced.get(award.uid))
        for at, (one, award) in enumerate(found.pairs, 1)
        if award
    )
    figures, in_words = total((paid[one.uid], award or one) for one, award in found.pairs)
    missing = [one.uid for one in found.nominations if paid[one.uid] is None]
    return PaymentList(
        letterhead=committee_head(making.words, "DS"),
        decision=cited(making, found),
        rows=rows,
        total=figures,
        total_words=in_words,
        missing=Printed.counted(str(len(missing)), of=missing, what="Số dòng chưa rõ mức thưởng") if missing else "",
        signature=signature(making.words),
    )


def _row(making: AwardMaking, line: GrantedRow, award: Entry, price: PrizeRow | None) -> PaymentRow:
    return PaymentRow(
        name=line.name,
        title=line.title,
        award=line.award,
        factor=_factor(price.factor) if price else OPEN,
        base=_reckoned(price.base, award) if price and price.base else OPEN,
        amount=line.prize or OPEN,
        remark=listed(list(_remarks(making, award, price)), "; ", "; "),
    )


def _remarks(making: AwardMaking, award: Entry, price: PrizeRow | None) -> Iterator[Piece]:
    """Why nothing is paid, that a sum is not what the rules give, and when it was paid."""
    if price and price.struck:
        yield price.struck.rstrip(".")
    elif price and price.factor is not None and price.base and price.amount is not None:
        reckoned = prize_of(making.pack, _code(making, award), price.recipient_kind, award["decided_on"]).amount
        if reckoned is not None and reckoned != price.amount:
            yield "khác mức theo quy định"
    if award["paid_on"]:
        yield joined(["đã chi ", making.words.dated(award, "paid_on")])


def _code(making: AwardMaking, award: Entry) -> str:
    chosen = making.view.related.get(award["award_type"])
    return str(chosen["code"]) if chosen else ""


def _reckoned(amount: int, award: Entry) -> Text:
    figures = f"{amount:,}".replace(",", ".")
    return Printed.counted(figures, of=[award.uid], field="base_salary", what="Lương cơ sở")


def _factor(factor: Decimal | None) -> str:
    return OPEN if factor is None else f"{factor.normalize():f}".replace(".", ",")
