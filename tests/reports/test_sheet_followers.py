"""Whatever lies below rows that are put in or left out moves with them, in our templates and in official forms."""

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest

from reports.excel.official_sheets import fill_official_bytes
from reports.excel.sheets import fill_sheet_bytes
from tests.reports.documents import STAMP
from tests.reports.rich_workbook import MAIN, SHEET, rich_workbook

# The same list of six rows: in an official form three rows are put in, in a template of ours one row is repeated.
LIST = [[f"Mục {number}", number] for number in range(1, 7)]
TEMPLATE = rich_workbook(
    {
        6: ("{%tr for r in rows %}", None, None),
        7: ("{{ r[0] }}", "{{ r[1] }}", "=B7*2"),
        8: ("{%tr endfor %}",) + (None,) * 3,
    }
)


def _official(rows: list[list[object]]) -> bytes:
    return fill_official_bytes(rich_workbook(), {"ds": rows}, insert_rows=True)[0]


def _own(rows: list[list[object]]) -> bytes:
    return fill_sheet_bytes(TEMPLATE, {"rows": rows}, stamp=STAMP)[0]


@pytest.fixture(params=[_official, _own], ids=["official", "own"])
def parts(request: pytest.FixtureRequest) -> dict[str, str]:
    return texts(request.param(LIST))


def texts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {
            name: package.read(name).decode("utf-8", errors="replace")
            for name in package.namelist()
            if name.endswith((".xml", ".vml", ".rels"))
        }


def found(pattern: str, text: str) -> list[Any]:
    return re.findall(pattern, text)


def rows_of(text: str) -> list[str]:
    return found(r"<(?:xdr:)?row>(\d+)</(?:xdr:)?row>", text)


def test_formulas_of_the_rows_and_of_their_total_follow(parts: dict[str, str]) -> None:
    assert found(r"<f>([^<]*)</f>", parts[MAIN]) == [*(f"B{row}*2" for row in range(6, 12)), "SUM(B6:B11)"]


def test_formulas_on_other_sheets_follow(parts: dict[str, str]) -> None:
    formulas = found(r"<f>([^<]*)</f>", parts["xl/worksheets/sheet2.xml"])
    assert formulas == [f"'{SHEET}'!B12", f"SUM('{SHEET}'!$B$6:$B$11)"]


def test_names_print_area_and_titles_follow(parts: dict[str, str]) -> None:
    names = dict(found(r'<definedName name="([^"]+)"[^>]*>([^<]*)<', parts["xl/workbook.xml"]))
    assert {name: place.rpartition("!")[2] for name, place in names.items() if not name.startswith("_sv")} == {
        "ds": "$A$6:$D$11", "tong": "$B$12", "don_vi": "$A$2", "o_ghi_chu": "$A$15",
        "_xlnm.Print_Area": "$A$1:$D$16", "_xlnm.Print_Titles": "$5:$5",
    }  # fmt: skip


def test_the_chart_shows_all_rows_and_moves_only_when_it_lies_below(parts: dict[str, str]) -> None:
    assert found(r"<(?:c:)?f>([^<]*)</", parts["xl/charts/chart1.xml"]) == [f"'{SHEET}'!B5", f"'{SHEET}'!$B$6:$B$11"]
    assert rows_of(parts["xl/drawings/drawing1.xml"]) == ["2", "12", "14"]  # the chart above, the shape below


def test_ole_objects_comments_and_threads_move(parts: dict[str, str]) -> None:
    assert rows_of(parts[MAIN]) == ["13", "15"]
    assert found(r'<comment ref="([^"]+)"', parts["xl/comments/comment1.xml"]) == ["B12"]
    assert found(r'ref="([^"]+)"', parts["xl/threadedComments/threadedComment1.xml"]) == ["B12"]
    assert found(r":Row>(\d+)</", parts["xl/drawings/commentsDrawing1.vml"]) == ["11"]


def test_merges_links_breaks_and_row_looks_move(parts: dict[str, str]) -> None:
    main = parts[MAIN]
    assert sorted(found(r'<mergeCell ref="([^"]+)"', main)) == ["A15:B16", "A1:D1", "A2:D2"]
    assert found(r'<hyperlink[^>]* ref="([^"]+)"', main) == ["A15"]
    assert found(r'<brk id="(\d+)"', main) == ["16"]
    (total,) = found(r'<row r="12"[^>]*>', main)
    assert 'ht="33' in total and 'outlineLevel="1"' in total


def test_conditions_and_checks_old_and_extended_cover_all_rows(parts: dict[str, str]) -> None:
    main = parts[MAIN]
    assert found(r'<conditionalFormatting sqref="([^"]+)"', main) == ["B6:B11"]
    assert found(r"<formula>([^<]*)</formula>", main) == ["$B$12"]
    assert found(r'<dataValidation [^>]*sqref="([^"]+)"', main) == ["B6:B11"]
    assert found(r"<xm:sqref>([^<]*)</xm:sqref>", main) == ["D6:D11"]
    assert found(r"<xm:f>([^<]*)</xm:f>", main) == ["'Danh mục'!$A$1:$A$3"]


def test_protection_and_page_stay(parts: dict[str, str]) -> None:
    assert 'password="CF31"' in parts[MAIN] and 'orientation="landscape"' in parts[MAIN]
    assert found(r'ySplit="(\d+)" topLeftCell="([A-Z\d]+)"', parts[MAIN].replace(' xSplit="1"', "")) == [("5", "B6")]


def test_a_list_without_rows_leaves_no_reference_to_a_row_that_moved_up() -> None:
    empty = texts(_own([]))
    assert found(r"<f>([^<]*)</f>", empty[MAIN]) == ["SUM(B1048576:B1048576)"]
    assert found(r"<f>([^<]*)</f>", empty["xl/worksheets/sheet2.xml"]) == [
        f"'{SHEET}'!B6", f"SUM('{SHEET}'!$B$1048576:$B$1048576)",
    ]  # fmt: skip
    assert found(r'<conditionalFormatting sqref="([^"]+)"', empty[MAIN]) == []
    assert "dataValidation" not in empty[MAIN]


def test_a_running_balance_counts_on_in_the_rows_that_are_put_in() -> None:
    form = rich_workbook({7: (None, None, "=C6+B7", None), 8: (None, None, "=C7+B8", None)})
    content = fill_official_bytes(form, {"ds": LIST}, insert_rows=True)[0]
    assert found(r"<f>([^<]*)</f>", texts(content)[MAIN])[1:6] == ["C6+B7", "C7+B8", "C8+B9", "C9+B10", "C10+B11"]


def test_a_table_takes_all_copies_of_its_row() -> None:
    form = rich_workbook()
    content = fill_official_bytes(
        form, {"x": [[1], [2], [3], [4]]}, places={"x": "Tổng hợp!C2:C3"}, insert_rows=True
    )[0]
    assert found(r' ref="([^"]+)"', texts(content)["xl/tables/table1.xml"]) == ["A1:B5", "A1:B5"]


def test_a_box_whose_text_leaves_tags_open_as_excel_writes_them_moves_too() -> None:
    name = "xl/drawings/commentsDrawing1.vml"
    form = _with(rich_workbook(), name, '<div style="text-align:left"/>', "<div>a<br>b</div>")
    content = fill_official_bytes(form, {"ds": LIST}, insert_rows=True)[0]
    assert found(r":Row>(\d+)</", texts(content)[name]) == ["11"]


def _with(content: bytes, name: str, old: str, new: str) -> bytes:
    """The package with something of one part replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            data = source.read(part)
            target.writestr(part, data.replace(old.encode(), new.encode()) if part == name else data)
    return out.getvalue()
