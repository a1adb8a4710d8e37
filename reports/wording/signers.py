"""Who signed a decision, as its record names the signer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FOR_THE_CHAIR = "KT. CHỦ TỊCH"
"""What stands above the post of a deputy who signs for the chair (NĐ 30/2020, Điều 13)."""
_SIGNER = "Người ký"
"""How a decision's record marks who signed it (`ward.awarding.deciding`)."""


@dataclass(frozen=True)
class Signer:
    """A signer: the row of the document's `participants`, the name, the post in capitals."""

    row: int
    name: str
    post: str

    @property
    def is_deputy(self) -> bool:
        """Whether it is a deputy, who signs for the head."""
        return self.post.startswith("PHÓ ")


def signer_of(participants: Iterable[Mapping[str, Any]]) -> Signer | None:
    """Who signed, by the rows `participants` of a document; None where nobody is named."""
    for place, row in enumerate(participants):
        if row["note"] == _SIGNER and row["words"]:
            return Signer(place, row["words"], row["as_title"].strip().upper())
    return None
