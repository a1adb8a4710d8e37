"""Places in an exchange file as the clerk reads them: "records[2].text" is “Số liệu” of the third record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from forms.catalogue import FORMS
from forms.exchange import PlanLine
from forms.fields import Claims, Field, Rows, Statement

PLACE = re.compile(r"records\[(\d+)\]((?:\.\w+(?:\[\d+\])?)*)")
STEP = re.compile(r"\.(\w+)(?:\[(\d+)\])?")
TYPED: Mapping[str, type[Field]] = {"text": Statement, "claims_text": Claims}
"""The keys that the file has for what is typed in one line, and the field that takes such a line on the screen."""


def kinds_by_index(lines: Sequence[PlanLine]) -> dict[int, str]:
    """The kind of each record of the file, by its index there."""
    found = ((PLACE.match(line.place), line.kind) for line in lines)
    return {int(place[1]): kind for place, kind in found if place}


def in_words(text: str, kinds: Mapping[int, str]) -> str:
    """The text with every place in it said in words, the fields by their labels where they are known."""
    return PLACE.sub(lambda found: _said(int(found[1]), found[2], kinds), text)


def _said(index: int, steps: str, kinds: Mapping[int, str]) -> str:
    form = FORMS.get(kinds.get(index, ""))
    fields: Sequence[Field] = form.fields if form else ()
    words = [f"bản ghi thứ {index + 1}"]
    for key, row in STEP.findall(steps):
        field = _field(fields, key)
        words.append(f"ô “{field.label if field else key}”" + (f" dòng {int(row) + 1}" if row else ""))
        fields = field.fields if isinstance(field, Rows) else ()
    return ", ".join(words)


def _field(fields: Sequence[Field], key: str) -> Field | None:
    exact = next((field for field in fields if key in field.keys), None)
    typed = TYPED.get(key)
    return exact or next((field for field in fields if typed and isinstance(field, typed)), None)
