"""What a package must not carry: programs, macros, and anything that is fetched from elsewhere when it is opened."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Protocol
from urllib.parse import urlsplit

from lxml import etree

from reports.office_files.part_xml import parse_xml
from ward.errors import UserError

CONTENT_TYPES = "[Content_Types].xml"
_FIRST = "_rels/.rels"
_STRICT = "http://purl.oclc.org/ooxml/"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MACRO = "có macro nên không được dùng. Hãy lưu lại kiểu .docx hoặc .xlsx không có macro."
_CONTROL = "có điều khiển ActiveX nên không được dùng. Hãy xóa các điều khiển ấy trong Word hoặc Excel rồi lưu lại."
_BOOKS = "lấy số từ tệp Excel khác. Hãy vào Dữ liệu (Data) → Sửa liên kết (Edit Links) → Ngắt liên kết rồi lưu lại."
_QUERY = "có kết nối dữ liệu ra ngoài. Hãy vào Dữ liệu (Data) → Truy vấn và kết nối, xóa kết nối rồi lưu lại."
_ADD_IN = "có tiện ích web đi kèm nên không được dùng. Hãy gỡ tiện ích ấy trong Word hoặc Excel rồi lưu lại."
_MASTER = "là kiểu mẫu .dotx hoặc .xltx. Hãy mở nó bằng Word hoặc Excel và lưu lại kiểu .docx hoặc .xlsx."
_CHUNK = "có đoạn chèn từ tệp khác mà Word chưa nhập hẳn vào. Hãy mở nó bằng Word và lưu lại."
_PROGRAM = "có chương trình đính kèm nên không được dùng. Hãy xóa tệp đính kèm trong văn bản rồi lưu lại."
_STRICT_KIND = "được lưu kiểu “Strict Open XML”. Hãy mở nó bằng Word hoặc Excel và lưu lại kiểu .docx hoặc .xlsx."
_ARCHIVE = "là tệp nén .zip, không phải tệp Word hoặc Excel. Hãy giải nén rồi chọn tệp Word hoặc Excel trong đó."
_OPEN_DOCUMENT = "là tệp OpenDocument (.odt, .ods). Hãy mở nó và lưu lại kiểu .docx hoặc .xlsx."
_MISSING = "thiếu một phần bên trong ({}). Hãy mở nó bằng Word hoặc Excel và lưu lại."
_FIELD = (
    "có trường “{}” lấy nội dung từ nơi khác. "
    "Hãy mở nó bằng Word, chọn chỗ ấy và nhấn Ctrl+Shift+F9 để giữ lại chữ hoặc ảnh, rồi lưu lại."
)
_FORMULA = "có công thức lấy dữ liệu từ nơi khác (DDE hoặc WEBSERVICE). Hãy thay công thức bằng giá trị rồi lưu lại."
_AWAY = {
    "image": "có ảnh nằm ở nơi khác: {}. Hãy chèn hẳn ảnh vào văn bản rồi lưu lại.",
    "attachedTemplate": "gắn với mẫu ở máy khác: {}. Hãy gỡ mẫu ấy trong Word (Developer → Templates) rồi lưu lại.",
    "hyperlink": "có liên kết không an toàn: {}. Hãy bỏ liên kết ấy rồi lưu lại.",
    "": "lấy nội dung từ nơi khác: {}. Hãy bỏ liên kết ấy trong Word hoặc Excel rồi lưu lại.",
}

_TYPES = {
    "macroenabled": _MACRO, "vbaproject": _MACRO, "vbadata": _MACRO, "macrosheet": _MACRO, "activex": _CONTROL,
    "externallink": _BOOKS, "connections+xml": _QUERY, "querytable+xml": _QUERY, "webextension": _ADD_IN,
    "template.main+xml": _MASTER,
}  # fmt: skip
_RELATIONS = {
    "vbaProject": _MACRO, "wordVbaData": _MACRO, "xlMacrosheet": _MACRO, "xlIntlMacrosheet": _MACRO,
    "control": _CONTROL, "externalLink": _BOOKS, "connections": _QUERY, "queryTable": _QUERY,
    "webextensiontaskpanes": _ADD_IN, "webextension": _ADD_IN, "aFChunk": _CHUNK, "subDocument": _CHUNK,
}  # fmt: skip
_STREAMS = {"_VBA_PROJECT": _MACRO, "Ole10Native": _PROGRAM}
_FETCHING = {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE", "RD"}

_REMOTE_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^<>]*+>(?:[^<|]*+\|[^<!]*+!|[^<]*\bWEBSERVICE\()", re.IGNORECASE)
_REMOTE_SOURCE = re.compile(rb"""<(?:\w+:)?imagedata\b[^<>]*\ssrc\s*=\s*["'](?:\w\w+:|\\\\|//)""")
_REFERENCE = re.compile(rb"""\br:(?:id|embed|link|pict)\s*=\s*["']([^"']+)["']""")


class Packed(Protocol):
    """A part that can be unpacked."""

    def content(self) -> bytes: ...


def check_package(parts: Mapping[str, Packed], noun: str) -> None:
    """Unpacks every part once. Raises UserError, whose sentence begins with the noun, for what must not be there."""
    for refusal in _refusals(parts):
        raise UserError(f"{noun} {refusal}")


def _refusals(parts: Mapping[str, Packed]) -> Iterator[str]:
    yield from _of_the_skeleton(parts)
    yield from (words for one in _types(parts) for sign, words in _TYPES.items() if sign in one)
    if any(posixpath.basename(name).casefold() == "vbaproject.bin" for name in parts):
        yield _MACRO
    for name, part in parts.items():
        content = part.content()
        if name.endswith(".rels"):
            yield from _of_relationships(name, content)
        elif content.startswith(_OLE):
            yield from (words for stream, words in _STREAMS.items() if stream.encode("utf-16-le") in content)
        elif content.startswith(b"MZ") and b"This program" in content[:512]:
            yield _PROGRAM
        elif name.endswith(".xml"):
            yield from _of_xml(name, content)


def _of_the_skeleton(parts: Mapping[str, Packed]) -> Iterator[str]:
    """What is missing of the parts that lead a reader to the text."""
    if CONTENT_TYPES not in parts:
        yield _OPEN_DOCUMENT if "content.xml" in parts else _ARCHIVE
    if _FIRST not in parts:
        yield _MISSING.format(_FIRST)
    first = list(parse_xml(_FIRST, parts[_FIRST].content()))
    if any((entry.get("Type") or "").startswith(_STRICT) for entry in first):
        yield _STRICT_KIND
    main = next((entry for entry in first if (entry.get("Type") or "").endswith("/officeDocument")), None)
    name = "" if main is None else (main.get("Target") or "").lstrip("/")
    if name not in parts:
        yield _MISSING.format(name or "officeDocument")
    rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
    known = (
        {(entry.get("Id") or "").encode() for entry in parse_xml(rels, parts[rels].content())}
        if rels in parts
        else set()
    )
    for missing in set(_REFERENCE.findall(parts[name].content())) - known:
        yield _MISSING.format(f"{rels}: {missing.decode(errors='replace')}")


def _types(parts: Mapping[str, Packed]) -> Iterator[str]:
    """The content types of the parts that are there, in small letters."""
    root = parse_xml(CONTENT_TYPES, parts[CONTENT_TYPES].content())
    endings = {name.rpartition(".")[2].casefold() for name in parts}
    for entry in root:
        named = (entry.get("PartName") or "").lstrip("/") in parts
        if named or (entry.get("Extension") or "").casefold() in endings:
            yield (entry.get("ContentType") or "").lower()


def _of_relationships(name: str, content: bytes) -> Iterator[str]:
    for entry in parse_xml(name, content):
        kind, target = entry.get("Type") or "", entry.get("Target") or ""
        kind = kind.rpartition("/")[2]
        if kind in _RELATIONS:
            yield _RELATIONS[kind]
        if (entry.get("TargetMode") or "").casefold() == "external" and not _may_stay(kind, target):
            yield _AWAY.get(kind, _AWAY[""]).format(f"“{target[:120]}”")


def _may_stay(kind: str, target: str) -> bool:
    """Whether it is a link that is followed only when it is clicked, or a template on a drive of this machine."""
    if kind not in ("hyperlink", "attachedTemplate"):
        return False
    try:
        address = urlsplit(target.strip().replace("\\", "/"))
    except ValueError:
        return False
    on_this_machine = not address.netloc and (address.scheme in ("", "file") or len(address.scheme) == 1)
    on_this_machine = on_this_machine and not address.path.startswith("//")
    return on_this_machine or (kind == "hyperlink" and address.scheme in ("http", "https", "mailto", "tel"))


def _of_xml(name: str, content: bytes) -> Iterator[str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    if b"instrText" in content or b"fldSimple" in content:
        for words in _instructions(parse_xml(name, content)):
            if words and (field := words.split()[0].strip('"').upper()) in _FETCHING:
                yield _FIELD.format(field)
    asks = b"|" in content or (b"(" in content and b"webservice" in content.lower())
    if asks and _REMOTE_FORMULA.search(content):
        yield _FORMULA
    if b"imagedata" in content and _REMOTE_SOURCE.search(content):
        yield _AWAY["image"].format("địa chỉ trên mạng")


def _instructions(root: etree._Element) -> Iterator[str]:
    """What each field of a Word part is told to do, joined from the runs that Word splits it into."""
    words: list[str] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}fldSimple"):
        if str(element.tag).endswith("}instrText"):
            words.extend(element.itertext())
            continue
        yield "".join(words).strip()
        words.clear()
        yield from (value.strip() for name, value in element.items() if name.endswith("}instr"))
    yield "".join(words).strip()
