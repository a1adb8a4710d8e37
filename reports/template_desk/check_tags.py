"""The tags of one text of a template, read one by one, and what is wrong with the braces around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.tags import Tag, split_tags, tag_spans
from ward.errors import UserError

_AROUND = 36
_OPENINGS = re.compile(r"\{\{|\{%")
_UNOPENED = re.compile(r"\}\}|%\}")
_PARTED_LEVEL = re.compile(r"(p|tr|tc|r)\s+(?=(?:for|if|elif|else|with|set|end\w+)\b)")
_ONE_BRACE = re.compile(r"(?<!\{)\{\s*([A-Za-z_]\w*)(?:\.\w+)*\s*\}")
_PARTED = re.compile(r"\{\s+(?:\{|%)[^{}]*(?:\}|%)\s*\}")


@dataclass(frozen=True)
class Fault:
    """One mistake of a template. "error": the paper would not be made, or something is not printed; or "note".

    `place`: part, heading, table, row, cell and the words around, for a person; `tag`: as typed, "" for none.
    """

    severity: str
    place: str
    tag: str
    sentence: str


def error(place: str, tag: str, sentence: str) -> Fault:
    """A mistake that keeps the paper, or a part of it, from being made."""
    return Fault("error", place, tag, sentence)


def note(place: str, tag: str, sentence: str) -> Fault:
    """Something to look at; the paper is made."""
    return Fault("note", place, tag, sentence)


@dataclass(frozen=True)
class Reading:
    """A text read tolerantly: its sound tags with their spans, and the faults of what is no sound tag."""

    tags: tuple[tuple[int, int, Tag], ...]
    faults: tuple[Fault, ...]

    @property
    def places(self) -> list[tuple[str, str]]:
        """The places of its tags and faults, each with the tag as typed."""
        return [(tag.place, tag.typed) for _, _, tag in self.tags] + [(one.place, one.tag) for one in self.faults]


def read_tags(text: str, place: str, before: str = "", names: frozenset[str] = frozenset()) -> Reading:
    """All tags of a text. `before`: the text that stands before it, told where the text is only a tag;
    `names`: the names that a template may begin with, to know a tag with one brace too few."""
    tags: list[tuple[int, int, Tag]] = []
    faults: list[Fault] = []
    end = 0
    for start, stop in _spans(text):
        faults.extend(_braces(text, end, start, place, names))
        where = place_with_words(text, start, stop, place, before)
        try:
            found = [piece for piece in split_tags(text[start:stop], where) if isinstance(piece, Tag)]
        except UserError as problem:
            faults.append(error(where, text[start:stop], _problem_alone(problem)))
        else:
            for tag in found:
                parted = _PARTED_LEVEL.match(tag.code) if tag.kind == "block" and not tag.level else None
                if parted:
                    words = f"Chữ “{parted[1]}” phải viết liền sau dấu mở: {{%{tag.code} %}}."
                    faults.append(error(where, tag.typed, words))
                    tag = replace(tag, level=parted[1], code=tag.code[parted.end() :])
                tags.append((start, stop, replace(tag, place=where)))
        end = stop
    faults.extend(_braces(text, end, len(text), place, names))
    return Reading(tuple(tags), tuple(faults))


def without_tags(text: str) -> str:
    """The plain words of a text."""
    for start, stop in reversed(tag_spans(text)):
        text = f"{text[:start]} {text[stop:]}"
    return " ".join(text.split())


def place_with_words(text: str, start: int, stop: int, place: str, before: str = "") -> str:
    """The place with the words around the tag; for a tag that stands alone, with the words before it."""
    left, right = text[max(0, start - _AROUND) : start], text[stop : stop + _AROUND]
    if left.strip() or right.strip():
        cut_left, cut_right = "…" if start > _AROUND else "", "…" if stop + _AROUND < len(text) else ""
        return f"{place}, chỗ “{cut_left}{' '.join((left + text[start:stop] + right).split())}{cut_right}”"
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    return f"{place}, sau “{before}”" if before else place


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of whole tags; one that swallows the opening of another is left out up to that opening."""
    at = 0
    while at < len(text):
        found = next(iter(tag_spans(text[at:])), None)
        if found is None:
            return
        start, stop = at + found[0], at + found[1]
        swallowed = None if "raw" in text[start : start + 9] else _OPENINGS.search(text, start + 2, stop)
        if swallowed:
            at = swallowed.start()
            continue
        yield start, stop
        at = stop


def _braces(text: str, start: int, stop: int, place: str, names: frozenset[str]) -> Iterator[Fault]:
    """What is wrong with the braces of a stretch of text that holds no whole tag."""
    gap = text[start:stop]
    seen: list[tuple[int, int]] = []

    def told(found: re.Match[str], typed: str, sentence: str) -> Fault:
        seen.append(found.span())
        return error(place_with_words(text, start + found.start(), start + found.end(), place), typed, sentence)

    for found in _PARTED.finditer(gap):
        yield told(
            found, found.group(), "Hai dấu mở, hai dấu đóng của thẻ phải viết liền nhau: “{{ … }}”, “{% … %}”."
        )
    for found in _ONE_BRACE.finditer(gap):
        if found[1] in names:
            yield told(found, found.group(), "Thẻ này thiếu dấu ngoặc. Hãy viết hai dấu ở mỗi đầu: “{{ tên }}”.")
    for found in _OPENINGS.finditer(gap):
        if not _within(found, seen):
            closing = "}}" if found.group() == "{{" else "%}"
            typed = gap[found.start() :].split("\n")[0][:_AROUND]
            yield told(found, typed.strip(), f"Thẻ này chưa được đóng bằng “{closing}” trong cùng một đoạn.")
            seen[-1] = (found.start(), found.start() + len(typed))
    for found in _UNOPENED.finditer(gap):
        if not _within(found, seen):
            opening = "{{" if found.group() == "}}" else "{%"
            typed = gap[max(0, found.start() - _AROUND) : found.end()].strip()
            yield told(found, typed, f"Dấu “{found.group()}” này không có “{opening}” mở trước nó.")


def _within(found: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= found.start() < stop for start, stop in spans)


def _problem_alone(problem: UserError) -> str:
    """The sentence without its place and advice, which a fault tells by itself."""
    return str(problem).partition(" Chỗ sai:")[0]
