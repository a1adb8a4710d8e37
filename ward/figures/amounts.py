"""Reading one number in text: groups, decimals, scale words, and where its writing is doubtful."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ward.exact import EXACT, times_ten
from ward.figures.lexicon import SCALES


class Amount(NamedTuple):
    """A number found in text: the values it can have (one, when it is sure), and how it was written.

    `power`: the last digit that was stated stands for 10**power. `doubt`: "" or the sentence that asks.
    """

    values: tuple[Decimal, ...]
    power: int
    start: int
    end: int
    doubt: str = ""
    scaled: bool = False


_BLOB = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?(?![0-9.,]*[0-9])|[0-9](?:[0-9.,]*[0-9])?")
_SCALE = re.compile(rf"\s?(?:({'|'.join(SCALES)})(?!\w)|tr\.?(?=\s?(?:đ|đồng)(?!\w)))")
_SLANG = re.compile(r"\s?(tr|k)(?![^\W\d])\.?")
_HALF = re.compile(r"\s?rưỡi(?!\w)")
_LOWER = re.compile(r"\s?([0-9]{1,3})(?![0-9.,]*[0-9]|\s?[/%-])")
_ASK_DECIMAL = "dấu chấm chỉ dùng để ngăn hàng nghìn. Có phải là dấu phẩy thập phân?"
_ASK_GROUPS = "dấu phẩy dùng cho phần thập phân. Có phải là dấu ngăn hàng nghìn?"
_ASK_ZEROS = "số bắt đầu bằng số 0. Có đúng là một số đếm?"
_ASK_REST = "không rõ là số nào. Hãy ghi lại, ví dụ 1.800.000.000 hoặc 1,8 tỷ."


def read_amount(text: str, start: int = 0) -> Amount | None:
    """Read the number that begins at `start` of plain text, with its scale words; None if there is none.

    The sign must touch the number. "9 tỷ 300 triệu" and "2 triệu rưỡi" are one number.
    """
    sign = text[start : start + 1] if text[start : start + 1] in ("-", "+") else ""
    match = _BLOB.match(text, start + len(sign))
    if not match:
        return None
    values, doubt = _read_blob(match[0].replace(" ", "."))
    amount = Amount(values, _last_digit(values), start, match.end(), doubt)
    amount = _with_scales(text, amount)
    if sign == "-":
        amount = amount._replace(values=tuple(_negative(value) for value in amount.values))
    return amount


def _read_blob(blob: str) -> tuple[tuple[Decimal, ...], str]:
    """Give the values that digits with dots and commas can have, and the sentence that asks which."""
    if re.fullmatch(r"0?[0-9]|[1-9][0-9]*", blob):
        return (Decimal(int(blob)),), ""
    if re.fullmatch(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?", blob):
        return (Decimal(blob.replace(".", "").replace(",", ".")),), ""
    if re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", blob):
        decimal, grouped = Decimal(blob.replace(",", ".")), Decimal(blob.replace(",", ""))
        return (decimal, grouped), "dấu phẩy là phần thập phân hay ngăn hàng nghìn?"
    if re.fullmatch(r"(?:0|[1-9][0-9]*),[0-9]+", blob):
        return (Decimal(blob.replace(",", ".")),), ""
    if re.fullmatch(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?", blob):
        return (Decimal(blob.replace(",", "")),), _ASK_GROUPS
    if re.fullmatch(r"[0-9]+\.[0-9]+", blob):
        return (Decimal(blob),), _ASK_DECIMAL
    if re.fullmatch(r"0[0-9]+(?:,[0-9]+)?", blob):
        return (Decimal(blob.replace(",", ".")),), _ASK_ZEROS
    return (), _ASK_REST


def _with_scales(text: str, amount: Amount) -> Amount:
    """Multiply by the scale words that follow, and add the lower parts of "9 tỷ 300 triệu"."""
    power, end = _scale_at(text, amount.end)
    slang = _SLANG.match(text, amount.end) if not power else None
    if slang:
        power = 6 if slang[1] == "tr" else 3
        asked = f"“{slang[1]}” là {'triệu' if power == 6 else 'nghìn'} phải không?"
        amount = amount._replace(doubt=amount.doubt or asked)
        end = slang.end()
    if not power:
        return amount
    amount = amount._replace(
        values=tuple(times_ten(value, power) for value in amount.values),
        power=amount.power + power,
        end=end,
        scaled=True,
    )
    return _with_lower_parts(text, amount, power)


def _with_lower_parts(text: str, amount: Amount, power: int) -> Amount:
    """Add "rưỡi", "300 triệu" after "9 tỷ"; a bare number there ("1 tỷ 8") is asked about."""
    half = _HALF.match(text, amount.end)
    if half:
        return _plus(amount, times_ten(Decimal(5), power - 1), power - 1, power, half.end())
    lower = _LOWER.match(text, amount.end)
    if not lower:
        return amount
    number, size = Decimal(int(lower[1])), len(lower[1].lstrip("0"))
    following, end = _scale_at(text, lower.end())
    if following and following < power and size <= power - following:
        more = _plus(amount, times_ten(number, following), following, power, end)
        return _with_lower_parts(text, more, following)
    if following:
        return amount._replace(values=(), doubt=_ASK_REST, end=end)
    added = (times_ten(number, power - len(lower[1])), number)
    values = tuple(EXACT.add(value, more) for more in added for value in amount.values)
    return amount._replace(values=values, end=lower.end(), doubt="phần lẻ sau cùng là bao nhiêu?", power=0)


def _plus(amount: Amount, more: Decimal, power: int, above: int, end: int) -> Amount:
    """Add a lower part; what stands above it must have been whole ("1,8 tỷ 300 triệu" is doubtful)."""
    values = tuple(EXACT.add(value, more) for value in amount.values)
    doubt = amount.doubt or ("" if amount.power == above else _ASK_REST)
    return amount._replace(values=values, power=power, end=end, doubt=doubt)


def _scale_at(text: str, start: int) -> tuple[int, int]:
    """Give (power of ten, end) of the scale words at `start`: "trăm triệu" is 8; (0, start) for none."""
    power, end, last = 0, start, 0
    while match := _SCALE.match(text, end):
        scale = SCALES[match[1]] if match[1] else 6
        if last and scale <= last:
            break
        last, power, end = scale, power + scale, match.end()
    return power, end


def _last_digit(values: tuple[Decimal, ...]) -> int:
    exponent = values[0].as_tuple().exponent if values else 0
    return exponent if isinstance(exponent, int) else 0


def _negative(value: Decimal) -> Decimal:
    return value.copy_negate() if value else value
