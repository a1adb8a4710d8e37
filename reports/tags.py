"""The tags of a template: found in its text, matched into blocks, and the words for what is wrong with them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ward.errors import UserError

_TAG = re.compile(
    r"\{%[-+]?\s*raw\s*[-+]?%\}(?P<raw>.*?)\{%[-+]?\s*endraw\s*[-+]?%\}"
    r"|\{\{(?P<value>.*?)\}\}|\{%(?P<block>.*?)%\}|\{\#(?P<comment>.*?)\#\}",
    re.DOTALL,
)
_LEVEL = re.compile(r"(p|tr|tc|r)\s(?!\s*=)")
_BESIDE_BRACES = re.compile(r"\A[-+]|[-+]\Z")  # Jinja's marks for white space, which is the paragraph's own affair
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " ", "\t": " "})
_OPENERS = ("for", "if", "with")
_MIDDLES = {"else": ("if", "for"), "elif": ("if",)}
_LITERAL_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_EXCERPT = 40


@dataclass(frozen=True)
class Tag:
    """One tag as it stands in a template: what it does, on which level, as typed, and where (in words)."""

    kind: str  # "value", "block" or "comment"
    level: str  # "" in the text; "p", "tr", "tc": it takes its whole paragraph, row or cell; "r": like ""
    code: str
    typed: str
    place: str
    slot: int = -1  # of a value: the number of its place in the part

    @property
    def keyword(self) -> str:
        """The first word of a block's code: for, if, endif, …"""
        found = re.match(r"\w+", self.code)
        return found.group() if found else ""

    def error(self, problem: str) -> UserError:
        """What is wrong with this tag, with its place, as a sentence for the office."""
        return UserError(f"{problem} Chỗ sai: {self.place}, thẻ {self.typed}. Hãy sửa tệp mẫu rồi thử lại.")


@dataclass(frozen=True)
class TagFault:
    """What is wrong with a tag, as a Vietnamese sentence without the place."""

    tag: Tag
    problem: str

    def error(self) -> UserError:
        return self.tag.error(self.problem)


def split_tags(text: str, place: str) -> Iterator[str | Tag]:
    """The text in order as literal pieces and tags. Raises UserError for a tag that is not closed."""
    end = 0
    for found in _TAG.finditer(text):
        if found.start() > end:
            yield _literal(text[end : found.start()], place)
        if found["raw"] is not None:
            yield found["raw"]
        else:
            yield _read_tag(found, f"{place} “{_around(text, found)}”")
        end = found.end()
    if end < len(text):
        yield _literal(text[end:], place)


def has_tags(text: str) -> bool:
    """Whether a text may hold a tag, whole or broken."""
    return "{{" in text or "{%" in text or "{#" in text or "{_" in text or "_}" in text or "%_}" in text


def tag_spans(text: str) -> list[tuple[int, int]]:
    """Where the tags of a text begin and end."""
    return [found.span() for found in _TAG.finditer(text)]


def _literal(text: str, place: str) -> str:
    for opening, closing in (("{{", "}}"), ("{%", "%}")):
        if opening in text:
            excerpt = text[text.index(opening) :][:_EXCERPT]
            raise UserError(
                f"Thẻ “{excerpt}” ở {place} chưa được đóng bằng “{closing}”. Hãy sửa tệp mẫu rồi thử lại."
            )
    for typed, meant in _LITERAL_BRACES:
        text = text.replace(typed, meant)
    return text


def _read_tag(found: re.Match[str], place: str) -> Tag:
    kind = found.lastgroup or ""
    code = found[kind].translate(_TYPOGRAPHY)
    level = _LEVEL.match(code)
    if level:
        code = code[level.end(1) :]
    code = code.strip(" -+") if kind == "block" else _BESIDE_BRACES.sub("", code).strip()
    tag = Tag(kind, level[1] if level else "", code, found.group(), place)
    if kind == "value" and tag.level in ("tr", "tc"):
        raise tag.error(f"Thẻ giá trị không viết “{{{{{tag.level} …”; chỉ viết “{{{{ tên }}}}”.")
    if kind == "value" and not tag.code:
        raise tag.error("Thẻ này trống.")
    return tag


def _around(text: str, found: re.Match[str]) -> str:
    start, end = max(0, found.start() - _EXCERPT), min(len(text), found.end() + _EXCERPT)
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")


def pair_blocks(tags: Sequence[Tag]) -> list[list[int]]:
    """The blocks among tags in document order, each as indexes of its opening, middle and closing tags.

    Raises UserError for a block that is not closed, not opened, or that this language does not know.
    """
    blocks, faults = paired(tags)
    if faults:
        raise faults[0].error()
    return blocks


def paired(tags: Sequence[Tag]) -> tuple[list[list[int]], list[TagFault]]:
    """The blocks as `pair_blocks` gives them, and every fault of their opening and closing."""
    blocks: list[list[int]] = []
    faults: list[TagFault] = []
    still_open: list[list[int]] = []
    for index, tag in enumerate(tags):
        word = tag.keyword
        if tag.kind != "block" or word == "set":
            continue
        if word in _OPENERS:
            still_open.append([index])
            blocks.append(still_open[-1])
        elif word in _MIDDLES or word.removeprefix("end") in _OPENERS:
            wanted = _MIDDLES.get(word, (word.removeprefix("end"),))
            words = [tags[at].keyword for at in still_open[-1]] if still_open else [""]
            if words[0] not in wanted or (word in _MIDDLES and words[-1] == "else"):
                faults.append(TagFault(tag, f"Thẻ “{word}” không có thẻ mở tương ứng đứng trước nó."))
                continue
            still_open[-1].append(index)
            if word not in _MIDDLES:
                still_open.pop()
        else:
            faults.append(TagFault(tag, f"“{word}” không phải lệnh được dùng trong mẫu."))
    for block in still_open:
        tag = tags[block[0]]
        faults.append(TagFault(tag, f"Thẻ này chưa được đóng bằng “{{% end{tag.keyword} %}}”."))
    return blocks, faults
