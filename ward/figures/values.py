"""A Figure: one statement somebody made about a number, exactly as it was made."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from ward.errors import Question, UserError
from ward.exact import show_number

State = Literal["known", "words", "missing", "not_applicable"]
Shape = Literal["number", "ratio", "rank", "range"]

IN_WORDS = {"missing": "chưa có số liệu", "not_applicable": "không áp dụng"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement: its exact value or why there is none, and the words in which it was said.

    `value` is in units of `measure` ("1,8 tỷ đồng" is 1800000000 "đồng"). A ratio or rank has `out_of`
    ("1.819/1.835", "hạng 3/14"), a range has `value_to`. Unknown is never zero: a figure that is not
    "known" has no value. `words` is what the clerk typed, in NFC; "" when nobody typed it.

    Raises:
        UserError: the parts contradict each other (only a file from elsewhere can do that).
        TypeError: a number is not an exact, finite Decimal.
    """

    state: State = "known"
    shape: Shape = "number"
    value: Decimal | None = None
    value_to: Decimal | None = None
    out_of: Decimal | None = None
    measure: str = ""
    qualifier: str = ""
    qualifier_after: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        for number in (self.value, self.value_to, self.out_of):
            if number is not None and not (isinstance(number, Decimal) and number.is_finite()):
                raise TypeError(f"a figure holds finite Decimals only, not {type(number).__name__}")
        wrong = (
            self.state not in get_args(State)
            or self.shape not in get_args(Shape)
            or (self.state == "known") != (self.value is not None)
            or (self.shape == "range") != (self.value_to is not None)
            or (self.shape == "ratio" and self.out_of is None)
        )
        if wrong:
            raise UserError(
                f"Số liệu “{self.words}” không khớp: trạng thái {self.state}, dạng {self.shape}, "
                f"giá trị {self.value}. Hãy ghi lại."
            )

    @property
    def understood(self) -> str:
        """The line below a field, what the program took it for: "gần · 1.800.000.000 · đồng"."""
        if self.value is None:
            said = IN_WORDS.get(self.state, "ghi bằng chữ, không tính được")
            return " · ".join(part for part in (said, self.measure) if part)
        measure = "" if names_rank(self) else self.measure
        parts = (self.qualifier, written_value(self), measure, self.qualifier_after)
        return " · ".join(part for part in parts if part)


def names_rank(figure: Figure) -> bool:
    """Tell whether the measure is but a word for a rank, which "hạng 3" says already."""
    return figure.shape == "rank" and figure.measure.lower() in ("hạng", "thứ hạng", "xếp hạng", "thứ", "vị trí")


def written_value(figure: Figure) -> str:
    """Write the bare value of a known figure: "1.819/1.835", "hạng 3/14", "5-7", "-5".

    Raises:
        ValueError: the figure has no value.
    """
    if figure.value is None:
        raise ValueError(f"a figure that is {figure.state!r} has no value")
    first = show_number(figure.value)
    if figure.value_to is not None:
        last = show_number(figure.value_to)
        return f"từ {first} đến {last}" if "-" in first + last else f"{first}-{last}"
    if figure.out_of is not None:
        first = f"{first}/{show_number(figure.out_of)}"
    return f"hạng {first}" if figure.shape == "rank" else first


class FigureQuestion(Question):
    """Typed text that could be several figures; `readings` are those the clerk may choose from."""

    def __init__(self, sentence: str, span: tuple[int, int], readings: tuple[Figure, ...]) -> None:
        super().__init__(sentence, span)
        self.readings = readings
