"""Pictures and links of what is added to an edited paper: their parts come along, under names that are free there."""

from pathlib import PurePosixPath

from lxml import etree

from reports.office_files.package_parts import OFFICE_RELS, Parts, add_part, free_name, relationships
from reports.word.xml import parent_of, w

_POINTERS = tuple(f"{{{OFFICE_RELS}}}{name}" for name in ("embed", "link", "id", "pict"))
_HOLDERS = tuple(map(w, ("drawing", "pict", "object", "hyperlink")))
_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
}


def points_elsewhere(made: etree._Element) -> bool:
    """Whether something of a copy lies in another part: a picture, an object, the address of a link."""
    return next(made.iter(*_HOLDERS), None) is not None


def carry_pictures(made: etree._Element, theirs: Parts, ours: Parts, document: str) -> None:
    """Brings the pictures that a copy shows from today's package into the edited one.

    A link to somewhere outside loses its address and keeps its words.
    """
    pointing = [(one, name) for one in made.iter() for name in _POINTERS if one.get(name) is not None]
    known = {number: (kind, part) for number, kind, part in relationships(theirs, document)}
    for element, name in pointing:
        kind, part = known.get(element.get(name) or "", ("", ""))
        suffix = PurePosixPath(part).suffix.lower()
        if kind == "image" and suffix in _TYPES and part in theirs:
            target = free_name(ours, f"word/media/picture{{}}{suffix}")
            number = add_part(ours, document, target, theirs[part].content(), kind, _TYPES[suffix])
            element.set(name, number)
        elif element.tag == w("hyperlink"):
            for child in list(element):
                element.addprevious(child)
            parent_of(element).remove(element)
        else:
            del element.attrib[name]
