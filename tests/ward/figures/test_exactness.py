"""No float, no locale and no setting of the process ever touches a figure."""

import ast
import decimal
import locale
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

import ward.text
from ward.dates import parse_date, show_date
from ward.figures import adds_up, computed, parse_claims, parse_figure, ratio_of, show_claim, show_figure
from ward.periods import parse_period, show_period
from ward.text import fold, person_sort_key, sort_key

ROOM = Path(ward.text.__file__).parent
MODULES = sorted([*ROOM.glob("figures/*.py"), *ROOM.glob("periods/*.py"), ROOM / "dates.py", ROOM / "text.py"])
LOCALES = (
    "C", "POSIX", "C.UTF-8", "vi_VN.UTF-8", "vi_VN", "de_DE.UTF-8", "en_US.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8",
    "Vietnamese_Vietnam.1258", "German_Germany.1252", "Turkish_Turkey.1254", "",
)  # fmt: skip
TYPED = (
    "1.800.000.000", "gần 1,8 tỷ đồng", "97,36%", "1.819/1.835 hộ", "từ 1,5 đến 2 tỷ đồng", "HẠNG 119/126", "INFO",
    "0,81km2",
)  # fmt: skip


def _answers() -> list[object]:
    """Everything the room says of a few figures, claims, dates and periods."""
    figures = [parse_figure(text) for text in TYPED]
    claims = parse_claims("vượt 468,9% dự toán, giảm 03 vụ so với cùng kỳ năm 2021")
    return [
        figures,
        [show_figure(figure, "number") for figure in figures],
        [show_claim(claim) for claim in claims],
        adds_up(figures[1], figures[:1]),
        computed(claims[0], figures[0], parse_figure("316.288.000 đồng")),
        show_date(parse_date("12/3/1980")),
        show_period(parse_period("quý III/2023")),
        sorted(["Ích", "Đặng", "IN", "ı", "An", "Tổ 10", "Tổ 2"], key=sort_key),
        person_sort_key("Đoàn Văn Sỹ"),
        fold("TÍCH Đông"),
    ]


@contextmanager
def _under(name: str) -> Iterator[bool]:
    """Set a locale for all categories, where the machine has it, and put the old one back."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
        known = True
    except locale.Error:
        known = False
    try:
        yield known
    finally:
        locale.setlocale(locale.LC_ALL, before)


def test_every_locale_of_the_machine_gives_the_same_answers() -> None:
    expected = _answers()
    tried = 0
    for name in LOCALES:
        with _under(name) as known:
            tried += known
            assert _answers() == expected
    assert tried >= 2


def test_the_decimal_context_of_the_process_rounds_nothing() -> None:
    expected = _answers()
    with decimal.localcontext() as context:
        context.prec = 3
        context.rounding = decimal.ROUND_UP
        assert _answers() == expected
        assert parse_figure("123.456.789.012.345.678").value == Decimal("123456789012345678")
        assert len(ratio_of(Decimal(1), Decimal(3)).as_tuple().digits) == 60


def test_computing_with_figures_never_meets_a_float() -> None:
    with decimal.localcontext() as context:
        context.traps[decimal.FloatOperation] = True
        assert _answers()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_of_figures_knows_floats_or_locales(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    assert not [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert not [node for node in nodes if isinstance(node, ast.Name) and node.id in ("float", "round")]
    assert not [node for node in nodes if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    assert not imported & {"locale", "calendar", "math", "gettext"}
