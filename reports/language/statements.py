"""Reads the tags of a part into steps: what is printed, repeated, chosen, set; or all that is wrong with them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from reports.language.expressions import Reader
from reports.language.faults import SyntaxFault, misspelt, too_deep
from reports.language.nodes import Act, Attribute, For, If, Node, Print, Set, Step, Target, Text, With
from reports.tags import Tag, TagFault, paired

MAX_LOOPS = 12
MAX_BLOCKS = 40
Piece = str | Tag | Act
Command = Print | For | If | Set | With | None  # None: a tag that only ends or divides a block


def steps_of(pieces: Iterable[Piece]) -> tuple[tuple[Step, ...], list[TagFault]]:
    """The steps of a part, and every fault of its tags in their order; with faults there are no steps."""
    pieces = [piece for piece in pieces if not isinstance(piece, Tag) or piece.kind != "comment"]
    tags = [piece for piece in pieces if isinstance(piece, Tag)]
    blocks, faults = paired(tags)
    commands: list[Command] = []
    for tag in tags:
        try:
            commands.append(command_of(tag))
        except SyntaxFault as fault:
            commands.append(None)
            faults.append(TagFault(tag, str(fault)))
    faults += _too_deep(tags, blocks)
    if faults:
        return (), sorted(faults, key=lambda fault: next(at for at, tag in enumerate(tags) if tag is fault.tag))
    following = iter(commands)
    return _Builder(iter(pieces), following).steps(), []


def command_of(tag: Tag) -> Command:
    """What one tag says, alone. Raises SyntaxFault for what cannot be read."""
    reader = Reader(tag.code)
    if tag.kind == "value":
        value = reader.listing()
        reader.end()
        return Print(tag, value)
    word = reader.next().word
    if word not in _READERS and word != "else" and not word.startswith("end"):
        return None  # told as no command by its pairing
    command = _READERS[word](tag, reader) if word in _READERS else None
    reader.end()
    return command


def _for(tag: Tag, reader: Reader) -> For:
    target = _no_space(reader.target())
    reader.expect("in")
    items = reader.listing(choices=False)
    only = reader.expression() if reader.took("if") else None
    return For(tag, target, items, only)


def _if(tag: Tag, reader: Reader) -> If:
    return If(((tag, reader.listing(choices=False), ()),))


def _set(tag: Tag, reader: Reader) -> Set:
    target = reader.target()
    if not reader.took("="):
        raise SyntaxFault("Lệnh “set” chỉ viết “{% set tên = giá trị %}”.")
    return Set(tag, target, reader.listing())


def _with(tag: Tag, reader: Reader) -> With:
    given: list[tuple[Target, Node]] = []
    while not given or reader.took(","):
        target = _no_space(reader.target_of_one())
        reader.expect("=")
        given.append((target, reader.expression()))
    return With(tag, tuple(given))


def _no_space(target: Target) -> Target:
    if isinstance(target, Attribute):
        raise misspelt()
    return target


_READERS: dict[str, Callable[[Tag, Reader], Command]] = {
    "for": _for, "if": _if, "elif": _if, "set": _set, "with": _with,
}  # fmt: skip


def _too_deep(tags: Sequence[Tag], blocks: Sequence[Sequence[int]]) -> Iterator[TagFault]:
    ends = {block[0]: block[-1] for block in blocks}
    open_until: list[tuple[int, bool]] = []
    for at in sorted(ends):
        open_until = [(end, is_loop) for end, is_loop in open_until if end > at]
        open_until.append((ends[at], tags[at].keyword == "for"))
        if len(open_until) > MAX_BLOCKS or sum(is_loop for _, is_loop in open_until) > MAX_LOOPS:
            yield TagFault(tags[at], str(too_deep()))
            return


class _Builder:
    """Puts the commands of well paired tags into one another."""

    def __init__(self, pieces: Iterator[Piece], commands: Iterator[Command]) -> None:
        self._pieces = pieces
        self._commands = commands
        self._stopped_at: tuple[Tag, Command] | None = None

    def steps(self) -> tuple[Step, ...]:
        """The steps up to the tag that ends or divides the block they stand in, which is then `_stopped_at`."""
        found: list[Step] = []
        self._stopped_at = None
        for piece in self._pieces:
            if isinstance(piece, str):
                found.append(Text(piece))
            elif isinstance(piece, Act):
                found.append(piece)
            else:
                command = next(self._commands)
                if command is None or piece.keyword == "elif":
                    self._stopped_at = (piece, command)
                    break
                found.append(self._whole(command))
        return tuple(found)

    def _whole(self, command: Print | For | If | Set | With) -> Step:
        if isinstance(command, If):
            return self._choice(command)
        if isinstance(command, For):
            body = self.steps()
            otherwise = self.steps() if self._word() == "else" else ()
            return command._replace(body=body, otherwise=otherwise)
        return command._replace(body=self.steps()) if isinstance(command, With) else command

    def _choice(self, first: If) -> If:
        tag, test, _ = first.branches[0]
        branches = [(tag, test, self.steps())]
        while self._stopped_at and self._word() != "endif":
            tag, command = self._stopped_at
            test = command.branches[0][1] if isinstance(command, If) else None
            branches.append((tag, test, self.steps()))
        return If(tuple(branches))

    def _word(self) -> str:
        return self._stopped_at[0].keyword if self._stopped_at else ""
