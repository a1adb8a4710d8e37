"""A bare Word file of one sheet: its size, no margins to speak of, texts and lines at places on it."""

from collections.abc import Mapping
from functools import lru_cache

from reports.certificates.blanks import FONT, Place
from reports.office_files.package_parts import CONTENT_TYPES, OFFICE_RELS
from reports.office_files.packages import Part, pack
from reports.office_files.xml_text import quoteattr
from reports.word.xml import MC_NS, W_NS

EMU_PER_TENTH = 3_600
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{W_NS}" xmlns:r="{OFFICE_RELS}" xmlns:mc="{MC_NS}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:wps="{_SHAPES}"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/docProps/core.xml" '
    f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_FIRST_RELS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE_RELS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f"</Relationships>"
)
_RELS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE_RELS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE_RELS}/settings" Target="settings.xml"/></Relationships>'
)
_PROPERTIES = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    f'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_STYLES = (
    f'<w:styles xmlns:w="{W_NS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" '
    f'w:hAnsi="{FONT}" w:cs="{FONT}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
_SETTINGS = (
    f'<w:settings xmlns:w="{W_NS}"><w:compat><w:compatSetting w:name="compatibilityMode" '
    f'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
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
    document = f"<w:document {_NAMES}><w:body>{body}{section}</w:body></w:document>"
    written = {**_fixed(), "word/document.xml": document}
    return {name: pack(name, (_HEAD + xml).encode()) for name, xml in written.items()}


@lru_cache(maxsize=1)
def _fixed() -> Mapping[str, str]:
    return {
        CONTENT_TYPES: _TYPES,
        "_rels/.rels": _FIRST_RELS,
        "docProps/core.xml": _PROPERTIES,
        "word/document.xml": "",
        "word/_rels/document.xml.rels": _RELS,
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
    }


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
