"""A workbook that holds what an official form may hold, and what openpyxl's load and save would drop."""

import io
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Biểu 01"
OTHER = "Tổng hợp"
MAIN = "xl/worksheets/sheet1.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
_X14 = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>\'Danh mục\'!$A$1:$A$3</xm:f></x14:formula1>'
    "<xm:sqref>D6:D8</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)
_OLE = (
    '<oleObjects><oleObject progId="Package" shapeId="1025" r:id="rIdOle"><objectPr defaultSize="0" r:id="rIdIcon">'
    '<anchor moveWithCells="1"><from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row>'
    "<xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row>"
    "<xdr:rowOff>0</xdr:rowOff></to></anchor></objectPr></oleObject></oleObjects>"
)
_SHAPE = (
    '<xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row>'
    "<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>11</xdr:row>"
    '<xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="Dấu"/>'
    "<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>"
    '<a:xfrm xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:off x="0" y="0"/>'
    '<a:ext cx="9525" cy="9525"/></a:xfrm>'
    '<a:prstGeom xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" prst="ellipse">'
    "<a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"
)
_THREADED = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="B9" dT="2026-01-05T08:00:00.00" personId="{11111111-2222-3333-4444-555555555555}" '
    'id="{AAAAAAAA-2222-3333-4444-555555555555}"><text>Xem lại tổng</text></threadedComment></ThreadedComments>'
)
_PERSONS = (
    '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<person displayName="Văn phòng" id="{11111111-2222-3333-4444-555555555555}"/></personList>'
)
_EMF = b"\x89PNG\r\n\x1a\n" + b"icon"
_MS = "http://schemas.microsoft.com/office/2017/10/relationships"
_RELS_OF_SHEET = (
    f'<Relationship Id="rIdOle" Type="{_OFFICE}/oleObject" Target="../embeddings/oleObject1.bin"/>'
    f'<Relationship Id="rIdIcon" Type="{_OFFICE}/image" Target="../media/icon1.png"/>'
    f'<Relationship Id="rIdThread" Type="{_MS}/threadedComment" Target="../threadedComments/threadedComment1.xml"/>'
)
_TYPES = (
    '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/xl/threadedComments/threadedComment1.xml" '
    'ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
    '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>'
)


def rich_workbook(rows: Mapping[int, tuple[str | None, ...]] | None = None) -> bytes:
    """The workbook; `rows` replace the cells of rows of its first sheet (A to D), from row 4 on.

    Rows 1–5 are heads, 6–8 the list (names `ds`, `o_ghi_chu`), 9 its total; below lie a chart, a shape, an OLE
    object, comments, links, a page break. Sheet 2 refers to sheet 1 and holds a table, sheet 3 is hidden.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _fill(sheet, rows or {})
    _dress(sheet)
    other = book.create_sheet(OTHER)
    for row in (["Mục", "Giá trị"], ["Tổng", f"='{SHEET}'!B9"], ["Cả cột", f"=SUM('{SHEET}'!$B$6:$B$8)"]):
        other.append(row)
    other.add_table(Table(displayName="Bang1", ref="A1:B3"))
    hidden = book.create_sheet("Danh mục")
    hidden.sheet_state = "hidden"
    for value in ("Đạt", "Vượt", "Chưa đạt"):
        hidden.append([value])
    book.defined_names["ds"] = DefinedName("ds", attr_text=f"'{SHEET}'!$A$6:$D$8")
    book.defined_names["tong"] = DefinedName("tong", attr_text=f"'{SHEET}'!$B$9")
    book.defined_names["don_vi"] = DefinedName("don_vi", attr_text=f"'{SHEET}'!$A$2")
    book.defined_names["o_ghi_chu"] = DefinedName("o_ghi_chu", attr_text=f"'{SHEET}'!$A$12")
    content = io.BytesIO()
    book.save(content)
    return _with_the_rest(content.getvalue())


def _fill(sheet: Worksheet, rows: Mapping[int, tuple[str | None, ...]]) -> None:
    usual: dict[int, tuple[str | None, ...]] = {
        1: ("BIỂU 01: SỐ LIỆU NĂM",), 2: ("Đơn vị: …",), 5: ("Chỉ tiêu", "Số", "So", "Đánh giá"),
        6: (None, None, "=B6*2", None), 7: (None, None, "=B7*2", None), 8: (None, None, "=B8*2", None),
        9: ("Cộng", "=SUM(B6:B8)", None, None), 12: ("Ghi chú",),
    }  # fmt: skip
    for number, cells in {**usual, **rows}.items():
        for column, value in enumerate(cells, 1):
            sheet.cell(number, column).value = value


def _dress(sheet: Worksheet) -> None:
    thin = Side(style="thin")
    for row in sheet["A5:D9"]:
        for cell in row:
            cell.border = Border(thin, thin, thin, thin)
            cell.font = Font(name="Times New Roman", size=12, bold=cell.row in (5, 9))
    for row in range(6, 10):
        sheet.cell(row, 2).number_format = '#,##0.00" đ"'
    sheet["D7"].fill = PatternFill("solid", "FFFF00")
    sheet["C12"].number_format = "dd/mm/yyyy"
    for merged in ("A1:D1", "A2:D2", "A12:B13"):
        sheet.merge_cells(merged)
    check = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    check.add("B6:B8")
    sheet.add_data_validation(check)
    sheet.conditional_formatting.add("B6:B8", CellIsRule("greaterThan", ["$B$9"], font=Font(bold=True)))
    sheet["B9"].comment = Comment("Tự cộng", "Bộ")
    sheet["A12"].hyperlink = "https://example.vn/bieu"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=5, max_row=8), titles_from_data=True)
    sheet.add_chart(chart, "F3")
    sheet.row_breaks.append(Break(id=13))
    sheet.row_dimensions[9].height = 33
    sheet.row_dimensions[9].outlineLevel = 1
    sheet.protection.sheet = True
    sheet.protection.password = "bo"
    sheet.print_area = "A1:D13"
    sheet.print_title_rows = "5:5"
    sheet.freeze_panes = "B6"
    sheet.page_setup.orientation = "landscape"
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "Trang &P"


def _with_the_rest(content: bytes) -> bytes:
    """Adds what openpyxl cannot write: extended checks, a shape, an OLE object, a threaded comment."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, _changed(name, source.read(name).decode("utf-8")))
        target.writestr("xl/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0 a packed file")
        target.writestr("xl/media/icon1.png", _EMF)
        target.writestr("xl/threadedComments/threadedComment1.xml", _THREADED)
        target.writestr("xl/persons/person.xml", _PERSONS)
    return out.getvalue()


def _changed(name: str, xml: str) -> str:
    if name == MAIN:
        xml = xml.replace("<worksheet ", f'<worksheet {_XDR} xmlns:r="{_OFFICE}" ', 1)
        return xml.replace("</worksheet>", f"{_OLE}{_X14}</worksheet>")
    if name == "xl/worksheets/_rels/sheet1.xml.rels":
        return xml.replace("</Relationships>", f"{_RELS_OF_SHEET}</Relationships>")
    if name == "xl/drawings/drawing1.xml":
        return xml.replace("<wsDr ", f"<wsDr {_XDR} ", 1).replace("</wsDr>", f"{_SHAPE}</wsDr>")
    if name == "[Content_Types].xml":
        return xml.replace("<Override", f"{_TYPES}<Override", 1)
    if name == "xl/_rels/workbook.xml.rels":
        person = f'<Relationship Id="rIdPerson" Type="{_MS}/person" Target="persons/person.xml"/>'
        return xml.replace("</Relationships>", f"{person}</Relationships>")
    return xml
