"""Which Python variable a name of the template stands for, block by block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reports.language.nodes import Attribute, Group, If, Name, Set, Step, Target


@dataclass
class LoopNames:
    """The Python variables of a loop: the place counted from 0, the items; what the body asks `loop` for."""

    place: str
    items: str
    uses: set[str] = field(default_factory=set)


@dataclass
class Scope:
    """The names of one block and, through `parent`, of those around it."""

    parent: Scope | None
    names: dict[str, str] = field(default_factory=dict)
    loop: LoopNames | None = None

    def find(self, name: str) -> str | LoopNames | None:
        """The variable of a name, the loop for “loop”, or None: it comes from the context."""
        if name in self.names:
            return self.names[name]
        if name == "loop" and self.loop:
            return self.loop
        return self.parent.find(name) if self.parent else None


def names_set(steps: Iterable[Step]) -> list[str]:
    """The names that `set` gives values in a block itself, not in the loops and withs inside it."""
    found: dict[str, None] = {}
    for step in steps:
        if isinstance(step, Set):
            found.update(dict.fromkeys(names_in(step.target)))
        elif isinstance(step, If):
            for _, _, body in step.branches:
                found.update(dict.fromkeys(names_set(body)))
    return list(found)


def names_in(target: Target) -> list[str]:
    """The names of a target, from left to right."""
    if isinstance(target, Name):
        return [target.name]
    if isinstance(target, Group):
        return [name for part in target.parts if isinstance(part, (Name, Group)) for name in names_in(part)]
    assert isinstance(target, Attribute)
    return []
