"""Edits of a paper as Word saves them, made in its XML: quick enough for hundreds of random tries."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Protocol

from lxml import etree

from reports.word.xml import TR, XML_SPACE, P, R, T, parent_of, w


class Act(Protocol):
    """One edit; `word` is what it writes, if it writes."""

    def __call__(self, root: etree._Element, random: Random, word: str) -> None: ...


def edit(paper: bytes, act: Callable[[etree._Element], None]) -> bytes:
    """The paper after `act` on its body's XML."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(paper)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "word/document.xml":
                root = etree.fromstring(content)
                act(root)
                content = etree.tostring(root)
            new.writestr(info, content)
    return made.getvalue()


def run(text: str) -> etree._Element:
    made = etree.Element(R)
    etree.SubElement(made, T).text = text
    return made


def _paragraphs(root: etree._Element) -> list[etree._Element]:
    return list(root.iterfind(f"{w('body')}/{P}"))


def add_sentence(root: etree._Element, random: Random, word: str) -> None:
    """A sentence after the end of a paragraph, as Word puts it: outside every bookmark."""
    random.choice(_paragraphs(root)).append(run(f" Câu {word}."))


def add_paragraph(root: etree._Element, random: Random, word: str) -> None:
    made = etree.Element(P)
    made.append(run(f"Đoạn {word}"))
    random.choice(_paragraphs(root)).addnext(made)


def add_row(root: etree._Element, random: Random, word: str) -> None:
    row = random.choice(list(root.iter(TR)))
    made = etree.fromstring(etree.tostring(row))
    for mark in list(made.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        parent_of(mark).remove(mark)
    for text in made.iter(T):
        text.text = word
    row.addnext(made)


def embolden(root: etree._Element, random: Random, word: str) -> None:
    for one in random.sample(list(root.iter(R)), 3):
        properties = one.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            one.insert(0, properties)
        if properties.find(w("b")) is None:
            properties.insert(0, etree.Element(w("b")))


def split_runs(root: etree._Element, random: Random, word: str) -> None:
    """Word cuts runs wherever it likes."""
    for one in random.sample(list(root.iter(T)), 4):
        text, parent = one.text or "", parent_of(one)
        if len(text) < 2 or len(parent) > 2:
            continue
        at = random.randrange(1, len(text))
        rest = etree.fromstring(etree.tostring(parent))
        rest.findall(T)[0].text, one.text = text[at:], text[:at]
        for half in (one, rest.findall(T)[0]):
            half.set(XML_SPACE, "preserve")
        parent.addnext(rest)


def delete_paragraph(root: etree._Element, random: Random, word: str) -> None:
    one = random.choice(_paragraphs(root)[1:])
    parent_of(one).remove(one)


def delete_row(root: etree._Element, random: Random, word: str) -> None:
    rows = [row for table in root.iter(w("tbl")) for row in table.findall(TR)[1:]]
    if rows:
        one = random.choice(rows)
        parent_of(one).remove(one)


def move_paragraph(root: etree._Element, random: Random, word: str) -> None:
    one, other = random.sample(_paragraphs(root), 2)
    other.addnext(one)


def retype(root: etree._Element, random: Random, word: str) -> None:
    text = random.choice([one for one in root.iter(T) if one.text])
    text.text = f"{(text.text or '')[:-1]}{word}"


def drop_anchors(root: etree._Element, random: Random, word: str) -> None:
    """Every bookmark and control of one paragraph goes, the words stay."""
    one = random.choice(_paragraphs(root))
    words = "".join(text.text or "" for text in one.iter(T))
    for child in [child for child in one if child.tag != w("pPr")]:
        one.remove(child)
    one.append(run(words))


HARMLESS: tuple[Act, ...] = (add_sentence, add_paragraph, add_row, embolden, split_runs)
ALL: tuple[Act, ...] = (*HARMLESS, delete_paragraph, delete_row, move_paragraph, retype, drop_anchors)
