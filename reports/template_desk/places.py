"""Where a paragraph of a Word template stands, in words: part, heading, table, row, cell, text box."""

from collections.abc import Iterator

from lxml import etree

from reports.word.xml import TBL, TC, TR, P, text_of, w

_LONGEST = 60
Headings = frozenset[str]


def heading_styles(styles: etree._Element | None) -> Headings:
    """The ids of the styles that head a section; Word translates the ids, not the names."""
    if styles is None:
        return frozenset()
    return frozenset(style.get(w("styleId")) or "" for style in styles.iter(w("style")) if _heads(style))


def places(root: etree._Element, label: str, headings: Headings) -> Iterator[tuple[etree._Element, str]]:
    """Each paragraph of a part with its place in words, in document order."""
    heading = ""
    tables: dict[etree._Element, int] = {}
    for paragraph in root.iter(P):
        if _is_heading(paragraph, headings):
            heading = " ".join(text_of(paragraph).split())[:_LONGEST]
        words = [label]
        if heading:
            words.append(f"mục “{heading}”")
        row = next(paragraph.iterancestors(TR), None)
        if row is not None:
            table = next(row.iterancestors(TBL), row)
            words.append(f"bảng {tables.setdefault(table, len(tables) + 1)}, dòng {_number(row)}")
            cell = next(paragraph.iterancestors(TC), None)
            words.extend([] if cell is None else [f"ô {_number(cell)}"])
        if next(paragraph.iterancestors(w("txbxContent")), None) is not None:
            words.append("khung chữ")
        yield paragraph, ", ".join(words)


def _heads(style: etree._Element) -> bool:
    name = style.find(w("name"))
    named = "" if name is None else (name.get(w("val")) or "").lower()
    return named.startswith("heading") or style.find(f"{w('pPr')}/{w('outlineLvl')}") is not None


def _is_heading(paragraph: etree._Element, headings: Headings) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    named = "" if style is None else style.get(w("val")) or ""
    level = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
    return named in headings or (level is not None and level.get(w("val")) != "9")


def _number(element: etree._Element) -> int:
    return 1 + len(list(element.itersiblings(str(element.tag), preceding=True)))
