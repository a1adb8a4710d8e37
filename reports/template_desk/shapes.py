"""What stands behind each name that a template may use: a text, a list, a group; told by the contexts' own types."""

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from reports.annexes.changes import ChangeList
from reports.annexes.comparison import ComparedPaper
from reports.annexes.correction import Correction
from reports.annexes.sources import SourceAnnex
from reports.awarding.statistics_context import Statistics
from reports.certificates.certificates import Certificate
from reports.certificates.kinds import CERTIFICATES
from reports.prints import Number, Sentence
from reports.template_desk.achievement_labels import ACHIEVEMENT_CONTEXTS
from reports.template_desk.award_labels import AWARD_CONTEXTS
from reports.yearly.annual_report_context import AnnualReport
from reports.yearly.indicator_sheet_context import IndicatorSheet
from reports.yearly.pack_index import PackIndex

CONTEXTS: Mapping[str, type] = {
    "bao-cao-tong-ket-nam": AnnualReport,
    "bieu-chi-tieu": IndicatorSheet,
    "muc-luc": PackIndex,
    "thong-ke-06": Statistics,
    "thu-dinh-chinh": Correction,
    "nguon-so-lieu": SourceAnnex,
    "danh-sach-thay-doi": ChangeList,
    "so-sanh-hai-ban": ComparedPaper,
    **dict.fromkeys(CERTIFICATES, Certificate),
    **AWARD_CONTEXTS,
    **ACHIEVEMENT_CONTEXTS,
}
"""The context that each kind of paper fills its template with."""


@dataclass(frozen=True)
class Shape:
    """What a name stands for: "text", "number", "flag", "list" (`of` its items), "group" (`owner`), "any"."""

    kind: str
    of: "Shape | None" = None
    owner: type | None = None

    @property
    def items(self) -> "Shape":
        """What a loop over it gives; "any" where that is not known."""
        return self.of or ANY

    @property
    def members(self) -> Mapping[str, "Shape"]:
        """The names below a group; nothing below anything else."""
        return members(self.owner) if self.owner else {}


TEXT, NUMBER, FLAG, ANY = (Shape(kind) for kind in ("text", "number", "flag", "any"))


def context_of(kind: str) -> Mapping[str, Shape]:
    """The names that a template of this kind of paper begins with. Raises KeyError for an unknown kind."""
    return members(CONTEXTS[kind])


@lru_cache(maxsize=64)
def members(owner: type) -> Mapping[str, Shape]:
    """The fields and properties of a context's dataclass, each with what stands behind it."""
    hints = get_type_hints(owner)
    found = {one.name: shape_of(hints[one.name]) for one in fields(owner)}
    for name in dir(owner):
        value = getattr(owner, name)
        if isinstance(value, property) and value.fget and not name.startswith("_"):
            found[name] = shape_of(get_type_hints(value.fget).get("return", Any))
    return found


def shape_of(hint: object) -> Shape:
    """What a type annotation stands for."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _one_of([shape_of(one) for one in arguments if one is not types.NoneType])
    if origin is not None and isinstance(origin, type) and issubclass(origin, Sequence):
        return Shape("list", shape_of(arguments[0]) if arguments else ANY)
    if not isinstance(hint, type):
        return ANY
    if hint is bool:
        return FLAG
    if issubclass(hint, (str, Sentence)):
        return TEXT
    if issubclass(hint, (int, Decimal, Number)):
        return NUMBER
    return Shape("group", owner=hint) if is_dataclass(hint) else ANY


def _one_of(shapes: list[Shape]) -> Shape:
    kinds = {shape.kind for shape in shapes}
    if len(kinds) == 1:
        return shapes[0]
    return TEXT if kinds == {"text", "number"} else ANY
