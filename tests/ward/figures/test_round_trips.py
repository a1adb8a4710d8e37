"""What was written is read again as the same, exactly, for every number, figure and claim."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ward.errors import UserError
from ward.figures import (
    Claim,
    Figure,
    FigureQuestion,
    adds_up,
    as_pair,
    from_pair,
    parse_claims,
    parse_figure,
    show_claim,
    show_figure,
    show_number,
    split_statement,
)
from ward.figures.lexicon import AFTER, SENSES
from ward.periods import Period
from ward.text import nfc

thorough = settings(deadline=None, max_examples=300)

MEASURES = [
    "",
    "%",
    "người",
    "hộ nghèo",
    "km2",
    "m²",
    "đồng",
    "đồng/suất",
    "triệu đồng",
    "nghìn người",
    "điểm %",
    "Bằng khen",
]


def _number(coefficient: int, decimals: int) -> Decimal:
    return from_pair(coefficient, -decimals)


numbers = st.builds(_number, st.integers(-(10**18) + 1, 10**18 - 1), st.integers(0, 6))
plain_numbers = st.builds(_number, st.integers(0, 10**12), st.sampled_from([0, 1, 2, 4]))
counts = st.integers(0, 10**12).map(Decimal)
qualifiers = st.sampled_from(["", *(word for word in SENSES if word not in AFTER)])
afters = st.sampled_from(["", *AFTER])
measures = st.sampled_from(MEASURES)


def _ordered(one: Decimal, other: Decimal) -> tuple[Decimal, Decimal]:
    return (one, other) if one <= other else (other, one)


known = st.one_of(
    st.builds(
        Figure, value=plain_numbers.map(lambda n: n.copy_negate() if n else n) | plain_numbers, measure=measures
    ),
    st.builds(Figure, shape=st.just("ratio"), value=counts, out_of=counts, measure=measures),
    st.builds(
        Figure,
        shape=st.just("rank"),
        value=counts,
        out_of=counts | st.none(),
        measure=st.sampled_from(["", "phường"]),
    ),
    st.builds(
        lambda ends, measure: Figure(shape="range", value=ends[0], value_to=ends[1], measure=measure),
        st.builds(_ordered, plain_numbers, plain_numbers),
        measures,
    ),
)
figures = st.builds(
    lambda figure, before, after: replace(figure, qualifier=before, qualifier_after=after), known, qualifiers, afters
)

typed_text = st.text(st.sampled_from("0123456789.,/-–()% \u00a0＋３ hộngàtrệuỷđkmạm²"), max_size=25)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


@thorough
@given(numbers)
def test_a_number_that_was_written_is_read_again_with_its_zeros(number: Decimal) -> None:
    shown = show_number(number)
    try:
        found = parse_figure(shown)
    except FigureQuestion as question:
        assert shown.lstrip("-").count(",") == 1 and len(shown.rpartition(",")[2]) == 3 and "." not in shown
        found = question.readings[0]
    assert found.value is not None
    assert found.value.as_tuple() == number.as_tuple()


@thorough
@given(numbers)
def test_coefficient_and_exponent_hold_a_number_exactly(number: Decimal) -> None:
    assert from_pair(*as_pair(number)).as_tuple() == number.as_tuple()


@thorough
@given(figures)
def test_a_figure_that_was_written_is_read_again(figure: Figure) -> None:
    shown = show_figure(figure, "number")
    assert parse_figure(shown, measure=figure.measure) == replace(figure, words=nfc(shown))


@thorough
@given(figures)
def test_the_clerks_words_are_printed_and_read_again_as_they_are(figure: Figure) -> None:
    typed = parse_figure(show_figure(figure, "number"), measure=figure.measure)
    assert parse_figure(show_figure(typed), measure=figure.measure) == typed


units = st.sampled_from(["%", "lần", "điểm %", "vụ", "hộ nghèo", "đồng"])
bases = st.sampled_from(
    [
        ("", None),
        ("ke_hoach", None),
        ("ke_hoach", Period("2023")),
        ("du_toan", None),
        ("chi_tieu", None),
        ("nghi_quyet", None),
        ("cung_ky", None),
        ("cung_ky", Period("2021")),
        ("cung_ky", Period("2022-H1")),
        ("nam", Period("2021")),
        ("nam_truoc", Period("2022")),
    ]
)
with_amount = st.one_of(
    st.builds(
        lambda relation, qualifier, amount, unit, basis: Claim(relation, qualifier, amount, unit, *basis),
        st.sampled_from(["vuot", "bang", "dat", "tang", "giam"]),
        qualifiers,
        plain_numbers,
        units,
        bases,
    ),
    st.builds(lambda amount, basis: Claim("gap", "", amount, "lần", *basis), plain_numbers, bases),
)
claims = st.one_of(
    with_amount,
    st.builds(
        lambda relation, basis: Claim(relation, "", None, "", *basis),
        st.sampled_from(["tang", "giam", "vuot", "giu"]),
        bases,
    ),
    st.builds(lambda amount: Claim("xep_hang", "", amount), counts),
)


@thorough
@given(claims)
def test_a_claim_that_was_written_is_read_again(claim: Claim) -> None:
    shown = show_claim(claim)
    (found,) = parse_claims(shown, year=2023)
    assert found.words == shown
    assert replace(found, words="", basis_words="") == claim


@thorough
@given(st.lists(with_amount, min_size=2, max_size=4))
def test_a_line_of_claims_is_read_apart_again(several: list[Claim]) -> None:
    found = parse_claims(", ".join(map(show_claim, several)), year=2023)
    assert [replace(claim, words="", basis_words="") for claim in found] == several


@thorough
@given(
    known.map(lambda figure: replace(figure, measure="hộ")), claims.filter(lambda claim: claim.relation != "xep_hang")
)
def test_a_statement_is_split_where_it_was_put_together(figure: Figure, claim: Claim) -> None:
    said, compared = nfc(show_figure(figure)), show_claim(claim)
    assume(claim.amount is not None or claim.relation in ("tang", "giam", "giu"))
    assert split_statement(f"{said}, {compared}") == split_statement(f"{said} ({compared})") == (said, compared)


@thorough
@given(typed_text, st.sampled_from(MEASURES))
def test_any_text_is_a_figure_or_a_sentence_and_nothing_typed_is_lost(text: str, measure: str) -> None:
    try:
        readings: tuple[Figure, ...] = (parse_figure(text, measure=measure),)
    except FigureQuestion as question:
        readings = question.readings
        assert readings[-1].state == "words"
    except UserError as error:
        assert str(error).endswith(".")
        return
    assert {reading.words for reading in readings} == {nfc(text)}


@thorough
@given(
    st.text(st.sampled_from("0123456789.,(); %/-vượtbằngđạtăiảmsokếhhcùỳ"), max_size=40), st.none() | st.just(2023)
)
def test_any_text_is_claims_or_a_sentence(text: str, year: int | None) -> None:
    figure, compared = split_statement(text)
    assert _digits(figure) + _digits(compared) == _digits(nfc(text))
    try:
        found = parse_claims(text, year=year)
    except UserError as error:
        assert str(error).endswith((".", "?"))
    else:
        assert all(claim.words and claim.words in nfc(text) for claim in found)


@thorough
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6))
def test_counts_that_add_up_agree_and_one_more_does_not(parts: list[int]) -> None:
    counted = [Figure(value=Decimal(part), measure="hộ") for part in parts]
    assert adds_up(Figure(value=Decimal(sum(parts)), measure="hộ"), counted).agrees
    assert not adds_up(Figure(value=Decimal(sum(parts) + 1), measure="hộ"), counted).agrees


@thorough
@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=6), st.sampled_from([6, 9]), st.integers(0, 2))
def test_money_said_in_millions_agrees_with_the_sum_it_was_rounded_from(
    parts: list[int], scale: int, decimals: int
) -> None:
    unit = 10 ** (scale - decimals)
    exact = sum(parts)
    for rounded in {exact // unit, (exact + unit // 2) // unit}:
        word = "triệu" if scale == 6 else "tỷ"
        total = parse_figure(f"{show_number(_number(rounded, decimals))} {word} đồng")
        assert adds_up(total, [Figure(value=Decimal(part), measure="đồng") for part in parts]).agrees
