"""The names that the tags of a part use, followed through loops: unknown ones, and lists used as text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.language.faults import SyntaxFault
from reports.language.loops import Loop
from reports.language.nodes import For, Group, If, Name, Print, Set, Target, With
from reports.language.statements import command_of
from reports.tags import Tag
from reports.template_desk.check_tags import Fault, error
from reports.template_desk.check_values import Names, Values, Wrong
from reports.template_desk.shapes import ANY, Shape

_LOOP = Shape("group", owner=Loop)
_WORDS = ("for", "if", "elif", "else", "set", "with", "endfor", "endif", "endwith")
_SYNTAX = "Thẻ này viết sai cú pháp."


@dataclass
class _Block:
    """An open block: its first word, and the names that hold inside it."""

    keyword: str
    names: dict[str, Shape]


def name_faults(tags: Sequence[Tag], context: Mapping[str, Shape]) -> list[Fault]:
    """What is wrong with the names and values in these tags, in document order, each tag looked at."""
    return list(_Check(context, tags).faults())


class _Check:
    def __init__(self, context: Mapping[str, Shape], tags: Sequence[Tag]) -> None:
        self._tags = tags
        self._blocks = [_Block("", dict(context))]
        self._elsewhere = _loops(tags)

    def faults(self) -> Iterator[Fault]:
        for tag in self._tags:
            try:
                if tag.kind == "value":
                    self._value(command_of(tag))
                elif tag.kind == "block" and tag.keyword in _WORDS:
                    self._block(tag)
            except Wrong as wrong:
                yield error(tag.place, tag.typed, wrong.sentence)
            except SyntaxFault as fault:
                yield error(tag.place, tag.typed, _advice(tag, str(fault)))

    @property
    def _values(self) -> Values:
        known: dict[str, Shape] = {}
        for block in self._blocks:
            known.update(block.names)
        return Values(Names(known, self._elsewhere))

    def _value(self, command: object) -> None:
        if isinstance(command, Print):
            self._values.printed(command.value)

    def _block(self, tag: Tag) -> None:
        word = tag.keyword
        if word == "else" and self._blocks[-1].keyword == "for":
            self._blocks[-1].names = {}
        elif word.startswith("end"):
            self._leave(word.removeprefix("end"))
        elif word in ("for", "if", "with"):
            self._blocks.append(_Block(word, {}))  # open even when the tag is misspelt, so that its end finds it
        command = command_of(tag)
        if isinstance(command, If) and (test := command.branches[0][1]):
            self._values.shape(test)
        elif isinstance(command, For):
            self._for(command)
        elif isinstance(command, With):
            for target, value in command.given:
                self._blocks[-1].names.update(_given(target, self._values.shape(value)))
        elif isinstance(command, Set):
            around = next(one for one in reversed(self._blocks) if one.keyword in ("", "for", "with"))
            around.names.update(_given(command.target, self._values.shape(command.value)))

    def _for(self, loop: For) -> None:
        names = self._blocks[-1].names
        items = _given(loop.target, ANY)  # what the loop gives, even when its list is wrong
        try:
            items = _given(loop.target, self._values.looped(loop.items))
        finally:
            names.update({**items, "loop": _LOOP})
        if loop.only is not None:
            self._values.shape(loop.only)

    def _leave(self, keyword: str) -> None:
        at = next((n for n in reversed(range(1, len(self._blocks))) if self._blocks[n].keyword == keyword), None)
        if at is not None:
            del self._blocks[at]


def _given(target: Target, shape: Shape) -> dict[str, Shape]:
    """The names that a target gives, each with what stands behind it."""
    if isinstance(target, Name):
        return {target.name: shape}
    if isinstance(target, Group):
        return {part.name: ANY for part in target.parts if isinstance(part, Name)}
    return {}


def _loops(tags: Sequence[Tag]) -> dict[str, str]:
    """The names that loops give, each with its loop's tag; with dots for the list where several loops give it."""
    found: dict[str, str] = {}
    for tag in tags:
        for name in _loop_names(tag):
            found[name] = tag.typed if found.get(name, tag.typed) == tag.typed else f"{{% for {name} in … %}}"
    return found


def _loop_names(tag: Tag) -> list[str]:
    """What a loop calls its items, to tell a tag that uses the name outside of the loop."""
    if tag.keyword != "for" or tag.kind != "block":
        return []
    try:
        command = command_of(tag)
    except SyntaxFault:
        return []
    return list(_given(command.target, ANY)) if isinstance(command, For) else []


def _advice(tag: Tag, sentence: str) -> str:
    """A sharper sentence for the mistakes of syntax that are seen most."""
    if sentence != _SYNTAX:
        return sentence
    odd = next((sign for sign in "«»„‟″‚–—…" if sign in tag.code), "")
    if odd:
        return f"{_SYNTAX} Dấu “{odd}” không dùng được trong thẻ; hãy gõ dấu thường (' hoặc \" hoặc -)."
    if tag.keyword == "for" and " in " not in tag.code:
        return f"{_SYNTAX} Vòng lặp viết là: {{%{tag.level} for tên in danh_sách %}}."
    if tag.kind == "block" and tag.keyword in ("if", "elif") and "=" in tag.code and "==" not in tag.code:
        return f"{_SYNTAX} So sánh bằng thì viết hai dấu: “==”."
    if any(ord(letter) > 127 and letter.isalpha() for letter in tag.code) or " " in tag.code.strip():
        return f"{_SYNTAX} Tên trường viết bằng chữ không dấu, không có khoảng trống, ví dụ {{{{ period.words }}}}."
    return sentence
