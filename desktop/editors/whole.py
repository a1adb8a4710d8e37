"""Whole: a whole number that is no statistic."""

from __future__ import annotations

import re
from typing import Any

from desktop.editors.line import LineEditor
from ward.errors import UserError


class WholeEditor(LineEditor):
    """A line for a whole number; dots between groups of three digits may stand."""

    def parse(self, text: str) -> dict[str, Any]:
        plain = text.replace(" ", "")
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", plain):
            plain = plain.replace(".", "")
        if not re.fullmatch(r"-?[0-9]{1,15}", plain):
            raise UserError(f"“{text}” không phải là số nguyên. Hãy ghi chữ số, ví dụ 12.")
        return {self.field.key: int(plain)}

    def shown(self) -> str:
        number = self.stored[self.field.key]
        return "" if number is None else str(number)

    def empty(self) -> dict[str, Any]:
        return {self.field.key: None}
