"""Exact decimals: how they are kept (coefficient and exponent) and how they are written in Vietnamese."""

from __future__ import annotations

from decimal import Context, Decimal

from ward.errors import UserError

MAX_DIGITS = 18

EXACT = Context(prec=60)
"""The one context for arithmetic with figures: no other setting of the process can round them."""


def as_pair(number: Decimal) -> tuple[int, int]:
    """Give (coefficient, exponent) of a number, exactly: 91,50 is (9150, -2).

    Raises:
        UserError: the number has more than 18 digits, or is not a number at all.
    """
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise UserError("Số liệu phải là một số. Hãy ghi lại.")
    coefficient = int("".join(map(str, digits)) or "0")
    if len(str(coefficient)) + max(exponent, 0) > MAX_DIGITS or exponent < -MAX_DIGITS:
        raise UserError("Số này dài quá 18 chữ số. Hãy kiểm tra lại, hoặc ghi theo triệu, tỷ.")
    return (-coefficient if sign else coefficient), exponent


def from_pair(coefficient: int, exponent: int) -> Decimal:
    """Give the number of a (coefficient, exponent) pair, trailing zeros kept."""
    digits = tuple(map(int, str(abs(coefficient))))
    return Decimal((1 if coefficient < 0 else 0, digits, exponent))


def times_ten(number: Decimal, power: int) -> Decimal:
    """Give number × 10**power exactly, without an exponent above zero and without new trailing zeros."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    written = "".join(map(str, digits))
    moved = exponent + power
    while moved < min(exponent, 0) and len(written) > 1 and written.endswith("0"):
        written, moved = written[:-1], moved + 1
    if moved > 0:
        written, moved = written + "0" * moved, 0
    coefficient = int(written)
    return from_pair(-coefficient if sign else coefficient, moved)


def show_number(number: Decimal) -> str:
    """Write a number the Vietnamese way: 1.800.000.000 · 91,50 · -5."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    written = "".join(map(str, digits)) + "0" * max(exponent, 0)
    decimals = max(-exponent, 0)
    written = written.rjust(decimals + 1, "0")
    whole, rest = written[: len(written) - decimals], written[len(written) - decimals :]
    whole = whole.lstrip("0") or "0"
    grouped = f"{int(whole):,}".replace(",", ".")
    minus = "-" if sign and any(digits) else ""
    return minus + grouped + ("," + rest if rest else "")
