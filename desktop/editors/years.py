"""Years: the work years that a record belongs to, typed in one line."""

from __future__ import annotations

import re
from typing import Any

from desktop.editors.line import LineEditor
from ward.errors import UserError


class YearsEditor(LineEditor):
    """A line for one year, several, or a run of years: 2023, 2025-2027."""

    def parse(self, text: str) -> dict[str, Any]:
        years: set[int] = set()
        for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", text))):
            match = re.fullmatch(r"([12][0-9]{3})(?:-([12][0-9]{3}))?", part)
            if not match or int(match[2] or match[1]) - int(match[1]) not in range(100):
                raise UserError(f"“{part}” không phải là năm. Hãy ghi năm bốn chữ số, ví dụ 2023, 2024.")
            years.update(range(int(match[1]), int(match[2] or match[1]) + 1))
        return {self.field.key: tuple(sorted(years))}

    def shown(self) -> str:
        return ", ".join(str(year) for year in self.stored[self.field.key])

    def empty(self) -> dict[str, Any]:
        return {self.field.key: ()}
