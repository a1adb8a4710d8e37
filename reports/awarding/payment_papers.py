"""Danh sách chi thưởng: what is paid to whom for a decision, and the whole in words."""

from dataclasses import dataclass, fields
from decimal import Decimal

from reports.awarding.award_making import AwardMaking
from reports.awarding.decision_papers import cited
from reports.awarding.granted import GrantedRow, granted, granted_row, money, total
from reports.awarding.heads import OPEN, committee_head
from reports.awarding.nominee_lists import Naming
from reports.prints import Printed, joined
from reports.wording.letterheads import signature
from reports.wording.sentences import Piece, listed
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.awarding.money import PrizeRow, prize_list
from ward.errors import UserError
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


def payment_list(making: AwardMaking) -> PaymentList:
    """The payment list of a decision. Raises UserError when nothing was decided yet."""
    found = granted(making)
    if found.document is None:
        raise UserError("Đợt này chưa có quyết định nên chưa có tiền thưởng để chi. Hãy ra quyết định trước.")
    naming = Naming(making.words, making.view)
    priced = {one.award: one for one in prize_list(making.book.db, document=found.document.id).rows}
    rows, amounts = [], []
    for nomination, award in found.pairs:
        if award is None:
            continue
        price = priced.get(award.id)
        amounts.append((_amount(award, price), award))
        rows.append(_row(making, granted_row(making, naming, nomination, award), award, price))
    figures, in_words = total(amounts)
    missing = [award.uid for amount, award in amounts if amount is None]
    return PaymentList(
        letterhead=committee_head(making.words, "DS"),
        decision=cited(making, found),
        rows=tuple(rows),
        total=figures,
        total_words=in_words,
        missing=Printed.counted(str(len(missing)), of=missing, what="Số dòng chưa rõ mức thưởng") if missing else "",
        signature=signature(making.words),
    )


def _row(making: AwardMaking, line: GrantedRow, award: Entry, price: PrizeRow | None) -> PaymentRow:
    amount = _amount(award, price)
    remarks: list[Piece] = [price.struck] if price and price.struck else []
    if award["paid_on"]:
        remarks.append(joined(["đã chi ", making.words.dated(award, "paid_on")]))
    return PaymentRow(
        name=line.name,
        title=line.title,
        award=line.award,
        factor=_factor(price.factor) if price else OPEN,
        base=money(price.base, award, "base_salary") if price and price.base else OPEN,
        amount=money(amount, award) or OPEN,
        remark=listed(remarks, "; ", "; "),
    )


def _amount(award: Entry, price: PrizeRow | None) -> int | None:
    """What is paid: by the list of the fund, else what the award itself says."""
    stands: int | None = award["prize"]
    return stands if price is None else price.amount


def _factor(factor: Decimal | None) -> str:
    return OPEN if factor is None else f"{factor.normalize():f}".replace(".", ",")
