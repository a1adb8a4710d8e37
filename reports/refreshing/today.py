"""The paper as today's records make it, fresh from the filling: what it prints, and its elements when wanted."""

import zipfile
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO

from lxml import etree

from reports.office_files.package_parts import Parts
from reports.office_files.packages import PAPER, open_package
from reports.office_files.part_xml import parse_xml
from reports.prints import CELL_END, Block, Print
from reports.word.story import is_block
from reports.word.trace_part import PRINTS_NS, prints_in, read_trace
from reports.word.xml import TBL, TR, P, own_texts, text_of, w
from ward.errors import UserError

_DOCUMENT = "word/document.xml"
_STYLE = f"{w('pPr')}/{w('pStyle')}"


class TodaysPaper:
    """Made by the program itself a moment ago, so it is taken as it lies; its text is parsed only when asked for."""

    def __init__(self, content: bytes) -> None:
        """Raises UserError when it is no paper of this program."""
        self.content = content
        self._archive = zipfile.ZipFile(BytesIO(content))
        for name in self._archive.namelist():
            if name.startswith("customXml/item") and PRINTS_NS.encode() in (trace := self._archive.read(name)):
                self.base, self.loose, self.fixed = read_trace(trace)
                self.trace = trace.decode()
                return
        raise UserError("Văn bản lập lại hôm nay không có danh sách số liệu. Hãy kiểm tra tệp mẫu rồi thử lại.")

    @property
    def prints(self) -> Iterator[Print]:
        """Everything that it prints, in blocks and outside."""
        return prints_in(self.base, self.loose)

    @cached_property
    def parts(self) -> Parts:
        return open_package(self.content, PAPER)

    @cached_property
    def root(self) -> etree._Element:
        """The body's part."""
        return parse_xml(_DOCUMENT, self._archive.read(_DOCUMENT))

    @cached_property
    def _elements(self) -> dict[str, etree._Element]:
        kinds = {block.id: TR if block.kind == "tr" else P for block in self.base}
        marks = ((mark.get(w("name")) or "", mark) for mark in self.root.iter(w("bookmarkStart")))
        return {
            name: next(mark.iterancestors(kinds[name])) for name, mark in marks if name in kinds and is_block(name)
        }

    @cached_property
    def blocks_at(self) -> dict[etree._Element, list[int]]:
        """The blocks, by number, that stand in a paragraph or row."""
        found: dict[etree._Element, list[int]] = {}
        for at, block in enumerate(self.base):
            found.setdefault(self._elements[block.id], []).append(at)
        return found

    def blocks_in(self, table: etree._Element) -> tuple[int, ...]:
        """The blocks, by number, in a table."""
        return tuple(self._in_tables.get(table, ()))

    @cached_property
    def _in_tables(self) -> dict[etree._Element, list[int]]:
        found: dict[etree._Element, list[int]] = {}
        for element, blocks in self.blocks_at.items():
            for table in element.iterancestors(TBL):
                found.setdefault(table, []).extend(blocks)
        return found

    def element(self, block: Block) -> etree._Element:
        """The paragraph or row of a block."""
        return self._elements[block.id]

    def place(self, block: Block) -> str:
        """Where a block stands, in words."""
        element = self.element(block)
        top = [element, *element.iterancestors()][-3]
        words = []
        for before in [top, *top.itersiblings(P, preceding=True)]:
            style = before.find(_STYLE) if before is not element and before.tag == P else None
            if style is not None and (style.get(w("val")) or "").lower().startswith("heading"):
                words.append(f"mục “{' '.join(text_of(before).split())[:60]}”")
                break
        if top.tag == TBL:
            tables = 1 + sum(1 for _ in top.itersiblings(TBL, preceding=True))
            rows = [row for row in (element, *element.iterancestors(TR)) if row.getparent() is top]
            words.append(f"bảng {tables}, dòng {1 + sum(1 for _ in rows[0].itersiblings(TR, preceding=True))}")
        return ", ".join(words) or "thân văn bản"

    @cached_property
    def fixed_texts(self) -> dict[etree._Element, str]:
        """The texts of paragraphs, and of rows, that belong to no block."""
        ours = set(self.blocks_at)
        found: dict[etree._Element, str] = {}
        rows: dict[etree._Element, list[str]] = {}
        for paragraph in self.root.iter(P):
            row = next(paragraph.iterancestors(TR), None)
            text = " ".join("".join(one.text or "" for one in own_texts(paragraph)).split())
            if paragraph not in ours and row not in ours and text:
                found[paragraph] = text
                if row is not None:
                    rows.setdefault(row, []).append(text)
        return {**found, **{row: CELL_END.join(texts) for row, texts in rows.items()}}
