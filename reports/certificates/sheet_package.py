"""A bare Word file of one sheet: its size, no margins to speak of, texts and lines at places on it."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from reports.certificates.blanks import Place
from reports.office_files.package_parts import OFFICE_RELS
from reports.office_files.packages import Part, open_package, pack
from reports.office_files.xml_text import quoteattr
from reports.word.filling import DECLARATION
from reports.word.xml import MC_NS, W_NS

EMU_PER_TENTH = 3_600
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMES = (
    f'xmlns:w="{W_NS}" xmlns:r="{OFFICE_RELS}" xmlns:mc="{MC_NS}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:wps="{_SHAPES}"'
)
_DOCUMENT = "word/document.xml"
THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_MARGIN = 284  # 5 mm: nothing stands in the text itself
_NO_OUTLINE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
_UPRIGHT = {"top": "t", "center": "ctr", "bottom": "b"}
_SIDES = {"left": "left", "center": "center", "right": "right"}


def sheet_parts(body: str, width: int, height: int) -> dict[str, Part]:
    """The parts of a file whose only page holds these paragraphs (XML); its size in tenths of a millimetre."""
    turned = ' w:orient="landscape"' if width > height else ""
    section = (
        f'<w:sectPr><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/><w:pgMar w:top="{_MARGIN}" '
        f'w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="0" w:footer="0" w:gutter="0"/>'
        "</w:sectPr>"
    )
    document = f"{DECLARATION}<w:document {_NAMES}><w:body>{body}{section}</w:body></w:document>"
    return {**_bare(), _DOCUMENT: pack(_DOCUMENT, document.encode())}


@lru_cache(maxsize=1)
def _bare() -> Mapping[str, Part]:
    return open_package(files("reports").joinpath("certificates", "sheet.docx").read_bytes())


def text_box(number: int, place: Place, text: str, name: str) -> str:
    """A run that holds a box at a place of the sheet, with the text (XML-safe) as the place says.

    A place of one line has it on its lower edge, where blanks have their dotted line; others begin at the top.
    """
    looks = "".join(f"<w:{mark}/><w:{mark}Cs/>" for mark, on in (("b", place.bold), ("i", place.italic)) if on)
    colour = f'<w:color w:val="{place.colour}"/>' if place.colour else ""
    font = quoteattr(place.font)
    properties = (
        f"<w:rPr><w:rFonts w:ascii={font} w:eastAsia={font} w:hAnsi={font} w:cs={font}/>{looks}{colour}"
        f'<w:sz w:val="{place.size}"/><w:szCs w:val="{place.size}"/></w:rPr>'
    )
    paragraph = (
        f'<w:p><w:pPr><w:jc w:val="{_SIDES.get(place.align, "left")}"/></w:pPr>'
        f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )
    inside = (
        '<wps:cNvSpPr txBox="1"/>'
        f"{_outline(place, _NO_OUTLINE)}"
        f"<wps:txbx><w:txbxContent>{paragraph}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{_UPRIGHT[place.upright]}" anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
    )
    return _shape(number, place, inside, name)


def line_drawing(number: int, place: Place, steps: str, points: str, name: str) -> str:
    """A run that draws lines over a place; `steps` is a DrawingML path in tenths of a millimetre."""
    outline = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{place.width}" h="{place.height}" fill="none">{steps}</a:path></a:pathLst>'
        "</a:custGeom>"
        f'<a:noFill/><a:ln w="{points}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    )
    return _shape(number, place, f"<wps:cNvSpPr/>{_outline(place, outline)}<wps:bodyPr/>", name)


def _outline(place: Place, geometry: str) -> str:
    size = f'<a:ext cx="{place.width * EMU_PER_TENTH}" cy="{place.height * EMU_PER_TENTH}"/>'
    return f'<wps:spPr><a:xfrm><a:off x="0" y="0"/>{size}</a:xfrm>{geometry}</wps:spPr>'


def _shape(number: int, place: Place, inside: str, name: str) -> str:
    across, down = (
        f'<wp:position{axis} relativeFrom="page">'
        f"<wp:posOffset>{at * EMU_PER_TENTH}</wp:posOffset></wp:position{axis}>"
        for axis, at in (("H", place.x), ("V", place.y))
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        f'distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/>{across}{down}'
        f'<wp:extent cx="{place.width * EMU_PER_TENTH}" cy="{place.height * EMU_PER_TENTH}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{number}" name={quoteattr(name)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPES}"><wps:wsp>{inside}</wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def twips(tenths: int) -> int:
    """Tenths of a millimetre in twips, to the nearest."""
    return (tenths * 1440 + 127) // 254
