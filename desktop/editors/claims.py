"""Claims: the clerk's comparisons in one line, shown below as they were understood."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.editors.line import LineEditor
from ward.figures import Claim, show_claim
from ward.statements import claim_of, claim_values, typed_claims


class ClaimsEditor(LineEditor):
    """A line for comparisons; those that were not retyped keep their document."""

    shows_doubt = True
    always_understood = True
    _chosen: tuple[str, Claim] | None = None

    def parse(self, text: str) -> dict[str, Any]:
        if self._chosen and self._chosen[0] == text:
            rows = [claim_values(self._chosen[1])]
        else:
            rows = typed_claims(text, year=self.context.year)
        kept = {row["words"]: row for row in self.stored[self.field.key]}
        return {self.field.key: tuple(kept.get(row["words"], row) for row in rows)}

    def shown(self) -> str:
        return ", ".join(show_claim(claim_of(row)) for row in self.stored[self.field.key])

    def understood(self, values: dict[str, Any]) -> str:
        return "\n".join(plainly(claim_of(row)) for row in values[self.field.key])

    def empty(self) -> dict[str, Any]:
        return {self.field.key: ()}

    def reading_words(self, reading: Any) -> str:
        return plainly(reading)

    def take_reading(self, reading: Any) -> None:
        self._chosen = (self.typed_line(), reading)
        self.take_typed(self.line.text())


def plainly(claim: Claim) -> str:
    """The claim as the program would write it, where the clerk's words say the same or not."""
    return show_claim(replace(claim, words="")) or claim.words
