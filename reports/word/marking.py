"""The watermark MẪU on every page of a paper that was made from the sample ward."""

from lxml import etree

from reports.office_files.package_parts import OFFICE_RELS, Parts, add_part, free_name, parts_of_type
from reports.office_files.packages import pack, parse_xml, to_bytes
from reports.word.xml import P, w

MARK_TEXT = "MẪU – DỮ LIỆU MINH HỌA"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_R_ID = f"{{{OFFICE_RELS}}}id"
_EMPTY_HEADER = f'<w:hdr xmlns:w="{w("")[1:-1]}"><w:p/></w:hdr>'.encode()
_WATERMARK = f"""<w:r xmlns:w="{w("")[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
<v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="SoVangMau%d" type="#_x0000_t136" alt="{MARK_TEXT}" style="position:absolute;margin-left:0;
margin-top:0;width:440pt;height:42pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;
mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
 o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".4"/>
<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="{MARK_TEXT}"/></v:shape>
</w:pict></w:r>""".replace("\n", "")


def watermark(parts: Parts, document: str) -> None:
    """Puts the watermark into every header, and gives a header to the pages that have none."""
    _give_headers(parts, document)
    for number, name in enumerate(parts_of_type(parts, "header+xml"), 1):
        root = parse_xml(name, parts[name].content())
        paragraph = next(root.iter(P), None)
        if paragraph is None:
            paragraph = etree.SubElement(root, P)
        at = 1 if paragraph.find(w("pPr")) is not None else 0
        paragraph.insert(at, etree.fromstring(_WATERMARK % number))
        parts[name] = pack(name, to_bytes(root))


def _give_headers(parts: Parts, document: str) -> None:
    """The first section gets each kind of header that some page shows; later sections inherit it."""
    root = parse_xml(document, parts[document].content())
    sections = list(root.iter(w("sectPr")))
    if not sections:
        return
    first = sections[0]
    present = {reference.get(w("type")) for reference in first.findall(w("headerReference"))}
    for kind in _kinds_shown(parts, sections):
        if kind not in present:
            name = free_name(parts, "word/header{}.xml")
            rel_id = add_part(parts, document, name, _EMPTY_HEADER, "header", _HEADER_TYPE)
            attributes = {w("type"): kind, _R_ID: rel_id}
            first.insert(0, etree.Element(w("headerReference"), attributes, nsmap={"r": OFFICE_RELS}))
    parts[document] = pack(document, to_bytes(root))


def _kinds_shown(parts: Parts, sections: list[etree._Element]) -> list[str]:
    kinds = ["default"]
    if any(section.find(w("titlePg")) is not None for section in sections):
        kinds.append("first")
    settings = parts_of_type(parts, "wordprocessingml.settings+xml")
    if settings and b"<w:evenAndOddHeaders" in parts[settings[0]].content():
        kinds.append("even")
    return kinds
