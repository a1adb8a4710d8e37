"""The pictures of one paper: each file once in its package, drawn as often as it is printed."""

from collections.abc import Iterator

from lxml import etree

from reports.office_files.package_parts import OFFICE_RELS, Parts, add_default_type, add_relationships
from reports.office_files.packages import pack
from reports.office_files.xml_text import escape, quoteattr
from reports.prints import UNWRITABLE
from reports.tags import Tag, split_tags
from reports.word.draft import Draft
from reports.word.images import Image, fitted
from reports.word.xml import parent_of

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMBED = f"{{{OFFICE_RELS}}}embed"
_DRAWING = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" xmlns:wp="{wp}"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="Ảnh {id}" descr={alt}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{a}" '
    'noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}">'
    '<pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="{id}" name="Ảnh {id}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{rel}" xmlns:r="{r}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)


class Pictures:
    """Collects the pictures that the parts of one paper print."""

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids
        self._images: dict[str, Image] = {}
        self._relationships: dict[str, dict[str, str]] = {}
        self.faults: list[str] = []

    def relationship(self, image: Image, part: str) -> str:
        """The id by which a part points to the picture. Raises UserError for a broken picture."""
        picture = image.picture
        if picture.turned and picture.name not in self._images:
            self.faults.append(
                f"Ảnh “{image.alt or picture.name}” được chụp khi máy ảnh xoay, nên có thể nằm ngang trong văn bản. "
                "Hãy mở ảnh, xoay lại cho đúng, lưu lại rồi lập lại văn bản."
            )
        self._images.setdefault(picture.name, image)
        known = self._relationships.setdefault(part, {})
        return known.setdefault(picture.name, f"rIdSvAnh{len(known) + 1}")

    def drawing(self, image: Image, part: str) -> str:
        """The picture as the content of a run."""
        wide, high = image.size
        return _DRAWING.format(
            wp=_WP, a=_A, pic=_PIC, r=OFFICE_RELS, cx=wide, cy=high, id=next(self._ids),
            rel=self.relationship(image, part), alt=quoteattr(UNWRITABLE.sub("", image.alt)),
        )  # fmt: skip

    def put_into(self, parts: Parts) -> None:
        """Adds the files, and what points to them, to the parts of the paper."""
        for name, image in self._images.items():
            picture = image.picture
            parts[name] = pack(name, picture.content)
            add_default_type(parts, picture.kind, f"image/{picture.kind}")
        for part, named in self._relationships.items():
            add_relationships(parts, part, {rel_id: ("image", name) for name, rel_id in named.items()})


def in_placeholder(value: object, form: str, pictures: Pictures, part: str) -> str | None:
    """What a picture's placeholder has in an attribute: `form` names it, with what stood there; None: no picture.

    None as a value keeps the placeholder as it is.
    """
    what, *kept = form.split(":")
    if value is None:
        return kept[-1]
    if not isinstance(value, Image):
        return None
    if what == "picture":
        return pictures.relationship(value, part)
    if what == "alt":
        return escape(UNWRITABLE.sub("", value.alt)).replace('"', "&quot;")
    room = int(kept[0]), int(kept[1])
    return str(fitted(value.picture.size, room)[what == "high"])


def has_placeholders(root: etree._Element) -> bool:
    """Whether a part has a picture whose alternative text is a tag."""
    return any("{{" in (named.get("descr") or "") for named in root.iter(f"{{{_WP}}}docPr"))


def bring_out_placeholders(root: etree._Element, label: str, draft: Draft) -> None:
    """Makes each picture whose alternative text is one value tag into the place of that value."""
    for named in list(root.iter(f"{{{_WP}}}docPr")):
        tags = list(split_tags(named.get("descr") or "", f"{label}, chữ thay thế của ảnh"))
        frame = named.getparent()
        if len(tags) != 1 or not isinstance(tags[0], Tag) or tags[0].kind != "value" or frame is None:
            continue
        blip, extent = frame.find(f".//{{{_A}}}blip"), frame.find(f"{{{_WP}}}extent")
        if blip is None or extent is None:
            raise tags[0].error("Thẻ này đứng ở chữ thay thế của một hình không phải là ảnh.")
        _open_frame(frame, blip, extent, tags[0], draft)
        named.set("descr", draft.in_attribute(tags[0], "alt:"))


def _open_frame(frame: etree._Element, blip: etree._Element, extent: etree._Element, tag: Tag, draft: Draft) -> None:
    kept = blip.get(_EMBED) or ""
    blip.set(_EMBED, draft.in_attribute(tag, f"picture:{kept}"))
    blip[:] = []
    for cut in list(frame.iter(f"{{{_A}}}srcRect")):
        parent_of(cut).remove(cut)
    wide, high = extent.get("cx") or "0", extent.get("cy") or "0"
    sizes = [extent, *frame.iter(f"{{{_A}}}ext")]
    for size in sizes:
        if size.get("cx"):
            size.set("cx", draft.in_attribute(tag, f"wide:{wide}:{high}:{wide}"))
            size.set("cy", draft.in_attribute(tag, f"high:{wide}:{high}:{high}"))
