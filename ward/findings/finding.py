"""A finding: what does not agree, said in words with both numbers; it changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: dict[Severity, str] = {"error": "Không thể có", "warning": "Chưa khớp", "note": "Nên xem lại"}
"""The severities, worst first, with the word for each on screen."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement: an "error" cannot be, a "warning" disagrees, a "note" is worth a look.

    `key` stays the same as long as the disagreement does, in every copy of the file. `records` holds the
    record that it stands at first, then the others concerned; `field` is the field of the first one.
    `numbers` are the two that disagree, as shown in the sentence. `seen` is what an acceptance remembers:
    when it changes, the finding comes back. `accepted` is the clerk's written reason, "" while there is none.
    """

    key: str
    severity: Severity
    sentence: str
    records: tuple[int, ...]
    field: str = ""
    numbers: tuple[str, str] | None = None
    seen: str = ""
    accepted: str = ""

    @property
    def order(self) -> tuple[bool, int, str, str]:
        """Sorts a list: what is not accepted first, then by severity, then by sentence."""
        return bool(self.accepted), list(SEVERITIES).index(self.severity), self.sentence, self.key


def key_of(rule: str, *uids: bytes, detail: str = "") -> str:
    """The key of a finding of this rule about these records, in this order."""
    return ":".join(filter(None, (rule, "+".join(uid.hex() for uid in uids), detail)))
