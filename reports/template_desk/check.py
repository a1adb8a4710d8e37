"""Checks an office's template before a paper is made from it: every mistake, in words, with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from reports.excel.strings import SharedStrings
from reports.office_files.package_parts import Parts, parts_of_type, relationships
from reports.office_files.packages import Part, open_package, parse_xml, read_template
from reports.paper_kinds import TEMPLATED
from reports.tags import has_tags
from reports.template_desk.check_file import EXCEL, open_elsewhere, refusal
from reports.template_desk.check_names import name_faults
from reports.template_desk.check_sheet import SheetTags, sheet_tags
from reports.template_desk.check_tags import Fault, error, note
from reports.template_desk.check_word import WordTags, word_tags
from reports.template_desk.places import heading_styles
from reports.template_desk.shapes import context_of
from reports.template_desk.use import paths_used
from ward.errors import UserError

__all__ = ["Fault", "Look", "check", "check_file", "look_at", "look_at_file"]

FILE = "cả tệp"
_FILLED = {
    "document.main+xml": "thân văn bản",
    "header+xml": "đầu trang",
    "footer+xml": "chân trang",
    "footnotes+xml": "chú thích cuối trang",
    "endnotes+xml": "chú thích cuối văn bản",
}
_NOT_FILLED = (
    ("comments", "ghi chú bên lề"),
    ("threadedComments", "ghi chú bên lề"),
    ("charts/", "biểu đồ"),
    ("diagrams/", "hình SmartArt"),
    ("drawings/", "hình vẽ, khung chữ"),
    ("glossary/", "khối dựng sẵn"),
)
_TEXTS = re.compile(r"<(?:\w+:)?(?:t|v)(?: [^>]*)?>([^<]*)<")
_NOTHING = "Mẫu này không có thẻ giá trị nào, nên mọi văn bản lập ra đều giống hệt nhau. Hãy chép thẻ từ bảng trường."


@dataclass(frozen=True)
class Look:
    """What a template holds: its faults, and the fields that it asks for, by their paths in `template_fields`."""

    faults: tuple[Fault, ...]
    used: frozenset[str] = frozenset()


def check(content: bytes, kind: str) -> list[Fault]:
    """Every fault of a template for this kind of paper, in the order of the file; none for a sound one.

    Raises KeyError for an unknown kind.
    """
    return list(look_at(content, kind).faults)


def check_file(path: Path, kind: str) -> list[Fault]:
    """The faults of a template file, as `check`; also when it cannot be read or stands open in Word or Excel."""
    return list(look_at_file(path, kind).faults)


def look_at(content: bytes, kind: str) -> Look:
    """The faults of a template, as `check`, and the fields that it asks for."""
    suffix, context = TEMPLATED[kind].suffix, context_of(kind)
    refused = refusal(content, suffix)
    if refused:
        return Look((error(FILE, "", refused),))
    try:
        parts = open_package(content)
        read = list((_sheets if suffix == EXCEL else _word_parts)(parts, frozenset(context)))
        unfilled = list(_unfilled(parts))
    except UserError as problem:
        return Look((error(FILE, "", str(problem)),))
    faults = [fault for one in read for fault in _in_order(one, name_faults(one.tags, context))] + unfilled
    if not faults and not any(tag.kind == "value" for one in read for tag in one.tags):
        faults.append(error(FILE, "", _NOTHING))
    if all(fault.severity == "note" for fault in faults):
        faults += _refused_by_filling(content, suffix)
    used = frozenset(path for one in read for path in paths_used(one.tags))
    return Look(tuple(dict.fromkeys(faults)), used)


def look_at_file(path: Path, kind: str) -> Look:
    """What a template file holds; that it cannot be read, or stands open in Word or Excel, is a fault, too."""
    program = open_elsewhere(path)
    try:
        content = read_template(path)
    except UserError as problem:
        return Look((error(FILE, "", str(problem)),))
    words = f"Tệp này đang mở trong {program}; bản được kiểm tra là bản đã lưu gần nhất. Hãy lưu lại rồi kiểm tra."
    found = look_at(content, kind)
    return Look((note(FILE, "", words), *found.faults), found.used) if program else found


def _in_order(part: WordTags | SheetTags, names: list[Fault]) -> list[Fault]:
    """All faults of a part as they follow each other in the file."""
    order = {place: number for number, place in reversed(list(enumerate(part.places)))}
    return sorted(part.faults + names, key=lambda fault: order.get((fault.place, fault.tag), len(order)))


def _word_parts(parts: Parts, names: frozenset[str]) -> Iterator[WordTags | SheetTags]:
    styles = next((_root(parts, name) for name in parts_of_type(parts, "wordprocessingml.styles+xml")), None)
    headings = heading_styles(styles)
    for ending, label in _FILLED.items():
        for name in parts_of_type(parts, ending):
            yield word_tags(_root(parts, name), label, headings, names)


def _sheets(parts: Parts, names: frozenset[str]) -> Iterator[WordTags | SheetTags]:
    strings = SharedStrings(parts).texts if parts_of_type(parts, "sharedStrings+xml") else []
    for title, name in _titles(parts).items():
        yield sheet_tags(_root(parts, name), title, strings, names)


def _titles(parts: Parts) -> Mapping[str, str]:
    """The sheets of a workbook in order: title and part."""
    book = parts_of_type(parts, "spreadsheetml.sheet.main+xml")[0]
    targets = {rel_id: target for rel_id, _, target in relationships(parts, book)}
    listed = {
        sheet.get("name") or "": next((targets[one] for one in sheet.attrib.values() if one in targets), "")
        for sheet in _root(parts, book).iter("{*}sheet")
    }
    return {title: name for title, name in listed.items() if name.startswith("xl/worksheets/")}


def _unfilled(parts: Parts) -> Iterator[Fault]:
    """Tags in parts that are never filled: comments, charts, drawings of a workbook."""
    for name, part in parts.items():
        label = next((label for mark, label in _NOT_FILLED if mark in name), "")
        if not label or not name.endswith(".xml") or "_rels/" in name:
            continue
        texts = " ".join(_TEXTS.findall(part.content().decode("utf-8", "replace")))
        if has_tags(texts):
            words = f"Thẻ nằm trong {label} nên không được điền. Hãy đưa nó vào chữ thường của văn bản."
            yield error(label, texts[:60], words)


def _refused_by_filling(content: bytes, suffix: str) -> Iterator[Fault]:
    """What only the making of a paper itself finds; so that what is called sound can be made."""
    from reports.excel import sheets
    from reports.word import filling

    try:
        (sheets if suffix == EXCEL else filling).prepare(content)
    except UserError as problem:
        yield error(FILE, "", str(problem))


def _root(parts: Mapping[str, Part], name: str) -> etree._Element:
    return parse_xml(name, parts[name].content())
