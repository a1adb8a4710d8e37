"""The pictures that a drawn certificate has on every sheet (frame, emblem), to be shown before printing."""

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from reports.office_files.package_parts import parts_of_type, relationships
from reports.office_files.packages import open_package, parse_xml

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WP, _A = f"{{{_DRAWING}/wordprocessingDrawing}}", f"{{{_DRAWING}/main}}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EMU = 3600
"""EMU in a tenth of a millimetre."""


@dataclass(frozen=True)
class DrawnPicture:
    """A picture on the sheet: its bytes, where it stands; lengths in tenths of a millimetre."""

    content: bytes
    x: int
    y: int
    width: int
    height: int


@lru_cache(maxsize=16)
def pictures_in(template: bytes) -> tuple[DrawnPicture, ...]:
    """The pictures in the headers of a Word template that are placed on the page, the lowest first.

    Raises UserError for a file that is no Word file.
    """
    parts = open_package(template)
    found: list[DrawnPicture] = []
    for name in parts_of_type(parts, "header+xml"):
        targets = {key: target for key, kind, target in relationships(parts, name) if kind == "image"}
        root = parse_xml(name, parts[name].content())
        for anchor in root.iter(f"{_WP}anchor"):
            blip = next(anchor.iter(f"{_A}blip"), None)
            target = targets.get(str(blip.get(_EMBED))) if blip is not None else None
            if target in parts:
                found.append(_placed(anchor, parts[target].content()))
    return tuple(found)


def _placed(anchor: etree._Element, content: bytes) -> DrawnPicture:
    extent = next(anchor.iter(f"{_WP}extent"))
    width, height = (int(extent.get(side) or 0) // _EMU for side in ("cx", "cy"))
    return DrawnPicture(content, _offset(anchor, "positionH"), _offset(anchor, "positionV"), width, height)


def _offset(anchor: etree._Element, side: str) -> int:
    """How far the picture is from the edge of the page; 0 where it is only aligned."""
    offset = anchor.find(f"{_WP}{side}/{_WP}posOffset")
    return int(offset.text or 0) // _EMU if offset is not None else 0
