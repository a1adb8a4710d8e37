"""The mistakes of one sheet of an Excel template: braces, command rows, blocks; and its tags in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from reports.excel.xml import s
from reports.tags import Tag
from reports.template_desk.check_blocks import pair
from reports.template_desk.check_tags import Fault, error, read_tags, without_tags

_LOST = 40
_HEADERS = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"]


@dataclass
class SheetTags:
    """What a sheet holds: its tags in the order they are run, and what is wrong with where they stand."""

    tags: list[Tag] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)  # of tags and faults, row by row


def sheet_tags(root: etree._Element, title: str, strings: Sequence[str], names: frozenset[str]) -> SheetTags:
    """All tags of a sheet with their places, and the faults of where and how they stand."""
    sheet = SheetTags()
    commands: list[Tag] = []
    for row in root.iter(s("row")):
        rows_commands = _read_row(row, title, strings, names, sheet)
        commands.extend(rows_commands)
    sheet.faults.extend(pair(commands).faults)
    for name in _HEADERS:
        for header in root.iter(s(name)):
            for _, _, tag in read_tags(header.text or "", f"trang tính “{title}”, đầu hoặc chân trang in").tags:
                sheet.faults.append(
                    error(tag.place, tag.typed, "Thẻ ở đầu hoặc chân trang in của Excel không được điền.")
                )
    return sheet


def _read_row(
    row: etree._Element, title: str, strings: Sequence[str], names: frozenset[str], sheet: SheetTags
) -> list[Tag]:
    """Reads a row's cells; gives its {%tr tags."""
    texts = [(cell.get("r") or "", _text(cell, strings)) for cell in row.iter(s("c"))]
    found: list[tuple[str, str, list[Tag]]] = []
    for address, text in texts:
        if "{" not in text and "}" not in text:
            found.append((address, text, []))
            continue
        reading = read_tags(text, f"trang tính “{title}”, ô {address}", names=names)
        sheet.faults.extend(reading.faults)
        sheet.places.extend(reading.places)
        found.append((address, text, [tag for _, _, tag in reading.tags if tag.kind != "comment"]))
    commands = [tag for _, _, tags in found for tag in tags if tag.level == "tr"]
    if commands:
        sheet.faults.extend(_command_row_faults(commands[0], found))
    for _, _, tags in found:
        inside = [tag for tag in tags if tag.level != "tr"]
        sheet.faults.extend(_cell_faults(inside))
    sheet.tags.extend(tag for _, _, tags in found for tag in tags)
    return commands


def _command_row_faults(command: Tag, row: list[tuple[str, str, list[Tag]]]) -> list[Fault]:
    """What a row that is only a command holds beside it: other tags, or text that is lost."""
    for address, text, tags in row:
        other = next((tag for tag in tags if tag.level != "tr"), None)
        if other:
            words = (
                f"Dòng có thẻ này chỉ là lệnh và không được in, nên thẻ {other.typed} ở ô {address} không được điền."
            )
            return [error(command.place, command.typed, f"{words} Hãy để lệnh đứng riêng một dòng.")]
        lost = without_tags(text)
        if lost:
            words = f"Dòng có thẻ này chỉ là lệnh, nên chữ “{lost[:_LOST]}” ở ô {address} sẽ không được in."
            return [error(command.place, command.typed, f"{words} Hãy để lệnh đứng riêng một dòng.")]
    return []


def _cell_faults(tags: list[Tag]) -> list[Fault]:
    faults = [
        error(
            tag.place, tag.typed, "Trong Excel chỉ dùng {%tr … %} cho cả dòng, hoặc {% … %} mở và đóng trong một ô."
        )
        for tag in tags
        if tag.level in ("p", "tc")
    ]
    plain = [replace(tag, level="") for tag in tags if tag.level not in ("p", "tc")]
    return faults + pair(plain).faults


def _text(cell: etree._Element, strings: Sequence[str]) -> str:
    if cell.get("t") == "s":
        number = cell.findtext(s("v")) or ""
        return strings[int(number)] if number.isdigit() and int(number) < len(strings) else ""
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(s("t")))
    return ""
