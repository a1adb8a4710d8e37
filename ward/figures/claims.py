"""A Claim: the clerk's own comparison beside a figure ("vượt 468,9% dự toán"), kept as it was said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ward.errors import Question, UserError
from ward.exact import show_number
from ward.periods import Period, show_period

Relation = Literal["vuot", "bang", "dat", "tang", "giam", "gap", "xep_hang", "giu", "khac"]
Basis = Literal["ke_hoach", "du_toan", "cung_ky", "nam_truoc", "nam", "chi_tieu", "nghi_quyet", "khac", ""]

_SAID = {
    "vuot": "vượt", "bang": "bằng", "dat": "đạt", "tang": "tăng", "giam": "giảm", "gap": "gấp",
    "xep_hang": "xếp hạng", "giu": "giữ nguyên", "khac": "",
}  # fmt: skip
_SAID_BASIS = {
    "ke_hoach": "kế hoạch", "du_toan": "dự toán", "cung_ky": "cùng kỳ", "nam_truoc": "năm trước",
    "chi_tieu": "chỉ tiêu", "nghi_quyet": "nghị quyết", "nam": "", "khac": "", "": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """One comparison: how (`relation`), by how much (`amount` in `unit`), with what (`basis`).

    "vượt 468,9% dự toán" is not "bằng 468,9% dự toán". `amount` is None when none was said ("giảm hẳn").
    `words` is what the clerk typed and is what is printed; `basis_words` the part that names the basis.
    """

    relation: Relation
    qualifier: str = ""
    amount: Decimal | None = None
    unit: str = ""
    basis: Basis = ""
    basis_period: Period | None = None
    basis_words: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if self.amount is not None and not (isinstance(self.amount, Decimal) and self.amount.is_finite()):
            raise TypeError(f"a claim holds a finite Decimal only, not {type(self.amount).__name__}")
        if self.relation not in _SAID or self.basis not in _SAID_BASIS:
            raise UserError(f"So sánh “{self.words}” có quan hệ hoặc gốc so sánh lạ: {self.relation}, {self.basis}.")


class ClaimQuestion(Question):
    """A claim with a doubtful number; `readings` are those the clerk may choose from."""

    def __init__(self, sentence: str, span: tuple[int, int], readings: tuple[Claim, ...]) -> None:
        super().__init__(sentence, span)
        self.readings = readings


def show_claim(claim: Claim) -> str:
    """Write a claim: the clerk's words if any, else "giảm 3 vụ so với cùng kỳ năm 2021"."""
    if claim.words:
        return claim.words
    if claim.relation == "xep_hang" and claim.basis_words[:1].isdigit():
        return f"xếp hạng {_amount(claim)}/{claim.basis_words}"
    parts = [_SAID[claim.relation], claim.qualifier, _amount(claim), _basis(claim)]
    return " ".join(part for part in parts if part)


def _amount(claim: Claim) -> str:
    if claim.amount is None:
        return ""
    joint = "" if claim.unit in ("%", "‰", "") else " "
    return show_number(claim.amount) + joint + claim.unit


def _basis(claim: Claim) -> str:
    """Write what it is compared with: "dự toán", "so với cùng kỳ năm 2021"."""
    period = show_period(claim.basis_period) if claim.basis_period and claim.basis != "nam_truoc" else ""
    if claim.basis in ("khac", ""):
        return claim.basis_words
    named = " ".join(part for part in (_SAID_BASIS[claim.basis], period) if part) or claim.basis_words
    return f"so với {named}" if claim.basis in ("cung_ky", "nam_truoc", "nam") else named
