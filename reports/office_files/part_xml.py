"""The XML of a package's parts: read without entities, within bounds; written as Office writes it."""

import re

from lxml import etree

from ward.errors import UserError

MAX_XML = 64 * 1024 * 1024
MAX_MARKS = 2_000_000  # "<" of a part; a 200-page summary has 150,000
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}  # beside UTF-16, all that the packaging standard allows
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0")


def parse_xml(name: str, content: bytes) -> etree._Element:
    """The root of a part's XML. No entity, DTD or network.

    Raises UserError for anything else than plain XML in UTF-8 or UTF-16 that ends within the bounds.
    """
    if len(content) > MAX_XML or max(content.count(b"<"), content.count(b"=")) > MAX_MARKS:
        raise UserError(f"Phần “{name}” của tệp chứa quá nhiều dữ liệu nên không được mở. Hãy chia tệp nhỏ hơn.")
    if not _is_plain(content):
        raise broken(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise broken(name) from error


def to_bytes(root: etree._Element) -> bytes:
    """A part's XML as Office writes it: UTF-8, with the declaration, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def broken(name: str) -> UserError:
    """The refusal of a part that is not what it should be."""
    return UserError(f"Tệp bị hỏng ở phần “{name}”. Hãy mở nó bằng Word hoặc Excel và lưu lại.")


def _is_plain(content: bytes) -> bool:
    """Whether it is XML in an encoding whose document type declaration we would see, and has none."""
    if content.startswith(_UTF_32):
        return content.startswith(b"\0<") and _is_plain_utf_16(content)
    if content.startswith(_UTF_16):
        return _is_plain_utf_16(content)
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in _ENCODINGS:
        return False
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" and b"<!DOCTYPE" not in content


def _is_plain_utf_16(content: bytes) -> bool:
    order = "utf-16-be" if content.startswith((b"\xfe\xff", b"\0<")) else "utf-16-le"
    try:
        return "<!DOCTYPE" not in content.decode(order)
    except UnicodeDecodeError:
        return False
