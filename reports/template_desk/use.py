"""Which fields a template asks for, by the paths of `template_fields`, found through its loops."""

from collections.abc import Iterator, Mapping, Sequence

from reports.language.faults import SyntaxFault
from reports.language.nodes import Attribute, For, Name, Set, With
from reports.language.statements import command_of
from reports.tags import Tag

_HEADS = ("for", "if", "with")


def paths_used(tags: Sequence[Tag]) -> frozenset[str]:
    """The full names of the fields that the tags of a part ask for; "[]" after each list that is looped over."""
    return frozenset(_Walk().paths(tags))


class _Walk:
    """Goes through the tags in order and knows which path each loop's name stands for."""

    def __init__(self) -> None:
        self._blocks: list[tuple[str, dict[str, str]]] = [("", {})]

    def paths(self, tags: Sequence[Tag]) -> Iterator[str]:
        for tag in tags:
            word = tag.keyword if tag.kind == "block" else ""
            if word in _HEADS:
                self._blocks.append((word, {}))
            try:
                yield from self._of(command_of(tag))
            except SyntaxFault:
                continue
            finally:
                self._leave(word)

    def _of(self, command: object) -> Iterator[str]:
        given: Mapping[str, str] = {}
        if isinstance(command, For):
            items = self._path(command.items)
            if items:
                yield f"{items}[]"
                given = {"loop": f"{items}[].#", **_named(command.target, f"{items}[]")}
        elif isinstance(command, Set):
            given = _named(command.target, self._path(command.value))
        elif isinstance(command, With):
            given = {name: self._path(value) for target, value in command.given for name in _named(target, "-")}
        yield from self._inside(tuple(value for _, value in command.given) if isinstance(command, With) else command)
        self._blocks[-1][1].update({name: path for name, path in given.items() if path})

    def _inside(self, held: object) -> Iterator[str]:
        if isinstance(held, (Name, Attribute)) and (path := self._path(held)):
            yield path
        elif isinstance(held, tuple):
            targets = [place for place, name in enumerate(getattr(held, "_fields", ())) if name == "target"]
            for place, part in enumerate(held):
                if place not in targets:
                    yield from self._inside(part)

    def _path(self, node: object) -> str:
        """The path of a plain name or of a field below one; "" for anything else."""
        if isinstance(node, Name):
            known = (names[node.name] for _, names in reversed(self._blocks) if node.name in names)
            return next(known, node.name)
        if isinstance(node, Attribute) and (owner := self._path(node.owner)):
            return owner if owner.endswith("#") else f"{owner}.{node.name}"
        return ""

    def _leave(self, word: str) -> None:
        if word.removeprefix("end") in _HEADS and word.startswith("end"):
            at = next((n for n in reversed(range(1, len(self._blocks))) if self._blocks[n][0] == word[3:]), 0)
            del self._blocks[at or len(self._blocks) :]


def _named(target: object, path: str) -> dict[str, str]:
    return {target.name: path} if isinstance(target, Name) else {}
