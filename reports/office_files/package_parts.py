"""What every Office package has: content types, relationships, the dates and author in its properties."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from lxml import etree

from reports.office_files.packages import TEMPLATE, Part, pack, parse_xml, to_bytes
from reports.office_files.xml_text import escape
from reports.prints import UNWRITABLE, PrintStamp
from ward.errors import UserError

CONTENT_TYPES = "[Content_Types].xml"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"

_AUTHOR, _TITLE, _MADE = "\ue0b4author\ue0b4", "\ue0b4title\ue0b4", "\ue0b4made\ue0b4"
_STAMPED = re.compile(f"{_AUTHOR}|{_TITLE}|{_MADE}")

Parts = dict[str, Part]


def parts_of_type(parts: Parts, *endings: str) -> list[str]:
    """The names of the parts whose content type ends in one of these, in the order of the package."""
    named = _named_types(_types_content(parts))
    return [name for name in parts if named.get(name, "").endswith(endings)]


@lru_cache(maxsize=64)
def _named_types(content: bytes) -> Mapping[str, str]:
    types = parse_xml(CONTENT_TYPES, content)
    return {
        (entry.get("PartName") or "").lstrip("/"): entry.get("ContentType") or ""
        for entry in types.iter(f"{{{_TYPES_NS}}}Override")
    }


def only_part(parts: Parts, ending: str, wanted: str, noun: str = TEMPLATE) -> str:
    """The one part of a content type. Raises UserError, beginning with the noun, for a file of another kind."""
    found = parts_of_type(parts, ending) if CONTENT_TYPES in parts else []
    if len(found) != 1:
        raise UserError(f"{noun} không phải {wanted}. Hãy chọn một tệp khác.")
    return found[0]


def relationships(parts: Parts, name: str) -> Iterator[tuple[str, str, str]]:
    """The relationships of a part inside the package: id, type (last word), full name of the target part."""
    rels = rels_name(name)
    if rels not in parts:
        return
    for entry in parse_xml(rels, parts[rels].content()):
        target = entry.get("Target") or ""
        if entry.get("TargetMode") != "External":
            full = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")
            yield entry.get("Id") or "", (entry.get("Type") or "").rsplit("/", 1)[-1], full


def rels_name(name: str) -> str:
    """The name of the part that holds another part's relationships."""
    return posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")


def add_part(parts: Parts, owner: str, name: str, content: bytes, kind: str, content_type: str = "") -> str:
    """Adds a part that `owner` points to; gives the relationship's id. No content type: plain XML."""
    parts[name] = pack(name, content)
    types = _types(parts)
    if content_type:
        etree.SubElement(types, f"{{{_TYPES_NS}}}Override", {"PartName": f"/{name}", "ContentType": content_type})
    elif not any(entry.get("Extension") == "xml" for entry in types):
        types.insert(
            0, etree.Element(f"{{{_TYPES_NS}}}Default", {"Extension": "xml", "ContentType": "application/xml"})
        )
    parts[CONTENT_TYPES] = pack(CONTENT_TYPES, to_bytes(types))
    rels = rels_name(owner)
    taken = {entry.get("Id") for entry in parse_xml(rels, parts[rels].content())} if rels in parts else set()
    rel_id = next(f"rIdSv{n}" for n in range(1, len(taken) + 2) if f"rIdSv{n}" not in taken)
    add_relationships(parts, owner, {rel_id: (kind, name)})
    return rel_id


def add_relationships(parts: Parts, owner: str, targets: Mapping[str, tuple[str, str]]) -> None:
    """Lets a part point to others: for each new id the kind of relationship and the target part's full name."""
    rels = rels_name(owner)
    root = (
        parse_xml(rels, parts[rels].content())
        if rels in parts
        else etree.Element(f"{{{_RELS_NS}}}Relationships", nsmap={None: _RELS_NS})
    )
    for rel_id, (kind, name) in targets.items():
        target = posixpath.relpath("/" + name, posixpath.join("/", posixpath.dirname(owner)))
        values = {"Id": rel_id, "Type": kind if "://" in kind else f"{OFFICE_RELS}/{kind}", "Target": target}
        etree.SubElement(root, f"{{{_RELS_NS}}}Relationship", values)
    parts[rels] = pack(rels, to_bytes(root))


def add_default_type(parts: Parts, extension: str, content_type: str) -> None:
    """Says the content type of the parts with this extension, where nothing says it yet."""
    types = _types(parts)
    if not any((entry.get("Extension") or "").lower() == extension for entry in types):
        types.insert(
            0, etree.Element(f"{{{_TYPES_NS}}}Default", {"Extension": extension, "ContentType": content_type})
        )
        parts[CONTENT_TYPES] = pack(CONTENT_TYPES, to_bytes(types))


def remove_part(parts: Parts, owner: str, name: str) -> None:
    """Takes a part out of the package, with its content type and its owner's relationship to it."""
    del parts[name]
    types = _types(parts)
    for entry in list(types):
        if entry.get("PartName") == f"/{name}":
            types.remove(entry)
    parts[CONTENT_TYPES] = pack(CONTENT_TYPES, to_bytes(types))
    gone = {rel_id for rel_id, _, target in relationships(parts, owner) if target == name}
    rels = rels_name(owner)
    root = parse_xml(rels, parts[rels].content())
    for entry in list(root):
        if entry.get("Id") in gone:
            root.remove(entry)
    parts[rels] = pack(rels, to_bytes(root))


def free_name(parts: Parts, pattern: str) -> str:
    """The first name of a pattern such as `word/header{}.xml` that no part has."""
    taken = {name.casefold() for name in parts}
    return next(name for n in range(1, len(parts) + 2) if (name := pattern.format(n)).casefold() not in taken)


def stamped(parts: Parts, stamp: PrintStamp) -> Parts:
    """The package with the stamp's author, title and instant as its properties, where it has properties."""
    names = parts_of_type(parts, "core-properties+xml")
    if not names:
        return dict(parts)
    form = _stamp_form(names[0], parts[names[0]].content(), bool(stamp.title))
    values = {_AUTHOR: stamp.author, _TITLE: stamp.title, _MADE: stamp.made_at_utc}
    written = _STAMPED.sub(lambda found: escape(UNWRITABLE.sub("", values[found.group()])), form)
    return {**parts, names[0]: pack(names[0], written.encode())}


@lru_cache(maxsize=64)
def _stamp_form(name: str, content: bytes, titled: bool) -> str:
    """The properties of a package with signs where a stamp's values are to stand."""
    root = parse_xml(name, content)
    values = {
        f"{{{_DC}}}creator": _AUTHOR,
        f"{{{_CP}}}lastModifiedBy": _AUTHOR,
        f"{{{_CP}}}revision": "1",
        f"{{{_TERMS}}}created": _MADE,
        f"{{{_TERMS}}}modified": _MADE,
        **({f"{{{_DC}}}title": _TITLE} if titled else {}),
    }
    for tag, text in values.items():
        element = root.find(tag)
        if element is None:
            element = etree.SubElement(root, tag)
        element.text = text
        if tag.startswith(f"{{{_TERMS}}}"):
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return to_bytes(root).decode()


def _types(parts: Parts) -> etree._Element:
    return parse_xml(CONTENT_TYPES, _types_content(parts))


def _types_content(parts: Parts) -> bytes:
    if CONTENT_TYPES not in parts:
        raise UserError("Tệp mẫu thiếu phần “[Content_Types].xml”. Hãy mở nó bằng Word hoặc Excel và lưu lại.")
    return parts[CONTENT_TYPES].content()
