"""The names of WordprocessingML that this room needs, and small questions to its elements."""

from collections.abc import Iterator

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
W15_NS = "http://schemas.microsoft.com/office/word/2012/wordml"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STRICT_NS = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W_NS}}}{name}"


P, R, T, TR, TC, TBL = w("p"), w("r"), w("t"), w("tr"), w("tc"), w("tbl")


def own_texts(paragraph: etree._Element) -> list[etree._Element]:
    """The text elements of a paragraph itself, without those of a text box inside it."""
    return [
        text
        for text in paragraph.iter(T)
        if (run := parent_of(text)).tag == R
        and parent_of(run).tag != w("moveFrom")
        and next(text.iterancestors(P), None) is paragraph
    ]


def text_of(paragraph: etree._Element) -> str:
    """The paragraph's own text as one string."""
    return "".join(text.text or "" for text in own_texts(paragraph))


def parent_of(element: etree._Element) -> etree._Element:
    """The parent of an element that is known to have one."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("the root of a part has no parent")
    return parent


def with_namespaces(root: etree._Element) -> etree._Element:
    """The same part with the namespaces of anchors declared at its root, and w15 marked as ignorable."""
    names: dict[str | None, str] = {**root.nsmap, "w": W_NS, "w15": W15_NS, "mc": MC_NS}
    renamed = etree.Element(root.tag, attrib=dict(root.attrib), nsmap=names)
    renamed.text = root.text
    renamed.extend(list(root))
    ignorable = f"{{{MC_NS}}}Ignorable"
    prefixes = (renamed.get(ignorable) or "").split()
    if "w15" not in prefixes:
        renamed.set(ignorable, " ".join([*prefixes, "w15"]))
    return renamed


def places(root: etree._Element, label: str) -> Iterator[tuple[etree._Element, str]]:
    """Each paragraph with its place in words: the part, the heading above it, table and row."""
    heading = ""
    tables: dict[etree._Element, int] = {}
    for paragraph in root.iter(P):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        named = "" if style is None else (style.get(w("val")) or "").lower()
        if named.startswith("heading"):
            heading = " ".join(text_of(paragraph).split())[:60]
        words = [label]
        if heading:
            words.append(f"mục “{heading}”")
        row = next(paragraph.iterancestors(TR), None)
        if row is not None:
            table = next(row.iterancestors(TBL), row)
            number = tables.setdefault(table, len(tables) + 1)
            words.append(f"bảng {number}, dòng {1 + len(list(row.itersiblings(TR, preceding=True)))}")
        yield paragraph, ", ".join(words)
