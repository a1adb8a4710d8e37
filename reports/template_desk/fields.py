"""Every field that a template may use, in the clerk's words, with an example and the tag to copy."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reports.paper_kinds import TEMPLATED
from reports.template_desk.labels import LABELS, TABLE_COLUMNS, TABLE_ROWS, VARIABLES
from reports.template_desk.shapes import CONTEXTS, Shape, context_of

EXAMPLES = "vi-du.json"
LONGEST_EXAMPLE = 120
_NUMBERING = "Số thứ tự của vòng lặp"


@dataclass(frozen=True)
class FieldLine:
    """A field to copy from.

    `path`: its full name, "[]" after each list; `tag`: what to paste (for a list the lines of a whole loop, cells
    parted by tabs); `loops`: the loops it must stand in, outermost first, as "row in awards.granted.rows".
    """

    section: str
    label: str
    path: str
    tag: str
    example: str
    loops: tuple[str, ...] = ()
    is_list: bool = False


@lru_cache(maxsize=16)
def fields_of(kind: str) -> tuple[FieldLine, ...]:
    """The fields that a template of this kind of paper may use, section by section. Raises KeyError."""
    return tuple(_Writer(kind).section_lines())


def examples_in(kind: str, context: Mapping[str, object]) -> dict[str, str]:
    """The first text that each field prints with this context, by the field's path; "" where there is none."""
    return {line.path: _example(context, line.path) for line in _Writer(kind, {}).section_lines()}


class _Writer:
    def __init__(self, kind: str, examples: Mapping[str, str] | None = None) -> None:
        self._kind = kind
        self._sheet = TEMPLATED[kind].suffix == ".xlsx"
        self._examples = _kept_examples().get(kind, {}) if examples is None else examples

    def section_lines(self) -> Iterator[FieldLine]:
        labels = LABELS[CONTEXTS[self._kind]]
        names = context_of(self._kind)
        for name, shape in sorted(names.items(), key=lambda one: one[1].kind == "list" or one[1].kind == "group"):
            single = shape.kind not in ("list", "group")
            top = _Place("Chung" if single else labels[name], name, name)
            yield from self._lines(shape, labels[name], top, self._sheet)

    def _lines(self, shape: Shape, label: str, at: "_Place", in_row: bool) -> Iterator[FieldLine]:
        if shape.kind == "group":
            yield from self._members(shape, at, in_row)
        elif shape.kind == "list":
            yield from self._list(shape.items, label, at, in_row)
        elif shape.kind == "flag":
            yield self._line(label, at, f"{{% if {at.name} %}}…{{% endif %}}")
        else:
            yield self._line(label, at, f"{{{{ {at.name} }}}}")

    def _members(self, group: Shape, at: "_Place", in_row: bool) -> Iterator[FieldLine]:
        assert group.owner
        for name, shape in group.members.items():
            yield from self._lines(
                shape, LABELS[group.owner][name], at.below(name, LABELS[group.owner][name]), in_row
            )

    def _list(self, items: Shape, label: str, at: "_Place", in_row: bool) -> Iterator[FieldLine]:
        is_row = items.owner in TABLE_ROWS
        variable = _variable(items, at.name)
        inside = at.within(variable)
        in_columns = in_row or at.name in TABLE_COLUMNS
        level = "tr" if self._sheet or is_row else "tc" if in_columns else "p"
        yield FieldLine(
            section=at.section,
            label=at.label or label,
            path=f"{at.path}[]",
            tag=f"{{%{level} for {variable} in {at.name} %}}\n{_body(items, variable)}\n{{%{level} endfor %}}",
            example=self._examples.get(f"{at.path}[]", ""),
            loops=at.loops,
            is_list=True,
        )
        if items.kind == "group":
            if "no" not in items.members:
                yield FieldLine(at.section, _NUMBERING, f"{inside.path}.#", "{{ loop.index }}", "1", inside.loops)
            yield from self._members(items, inside, is_row)

    def _line(self, label: str, at: "_Place", tag: str) -> FieldLine:
        return FieldLine(at.section, at.label or label, at.path, tag, self._examples.get(at.path, ""), at.loops)


@dataclass(frozen=True)
class _Place:
    """Where the writer is: the section, the name in a tag, the full path, the words and loops gone through."""

    section: str
    name: str
    path: str
    label: str = ""
    loops: tuple[str, ...] = ()

    def below(self, name: str, label: str) -> "_Place":
        words = f"{self.label} › {label}" if self.label else label
        return _Place(self.section, f"{self.name}.{name}", f"{self.path}.{name}", words, self.loops)

    def within(self, variable: str) -> "_Place":
        loops = (*self.loops, f"{variable} in {self.name}")
        return _Place(self.section, variable, f"{self.path}[]", self.label, loops)


def _variable(items: Shape, name: str) -> str:
    last = name.rpartition(".")[2]
    return VARIABLES.get(items.owner or last, "text")


def _body(items: Shape, variable: str) -> str:
    """What stands between the two lines of a loop: the item, its title, or all columns parted by tabs."""
    if items.owner is None:
        return f"{{{{ {variable} }}}}"
    single = [name for name, shape in items.members.items() if shape.kind in ("text", "number")]
    shown = single if items.owner in TABLE_ROWS else [name for name in single if name in ("no", "title")]
    numbered = ["{{ loop.index }}"] if items.owner in TABLE_ROWS and "no" not in single else []
    return "\t".join([*numbered, *(f"{{{{ {variable}.{name} }}}}" for name in shown)])


@lru_cache(maxsize=1)
def _kept_examples() -> dict[str, dict[str, str]]:
    content = files("reports").joinpath("templates", EXAMPLES).read_text(encoding="utf-8")
    kept: dict[str, dict[str, str]] = json.loads(content)
    return kept


def _example(context: Mapping[str, object], path: str) -> str:
    first, *rest = path.split(".")
    found = [context.get(first.removesuffix("[]"))] if not first.endswith("[]") else _all(context.get(first[:-2]))
    for step in rest:
        if step == "#":
            return "1"
        values = [getattr(one, step.removesuffix("[]"), None) for one in found]
        found = [item for value in values for item in _all(value)] if step.endswith("[]") else values
    texts = (_shown(one) for one in found)
    return next((text for text in texts if text), "")


def _all(value: object) -> list[object]:
    return list(value) if isinstance(value, (tuple, list)) else []


def _shown(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "có"
    first = next(iter(vars(value).values()), "") if type(value) in LABELS else value
    text = " ".join(str(first).split())
    return text if len(text) <= LONGEST_EXAMPLE else text[: LONGEST_EXAMPLE - 1].rstrip() + "…"
