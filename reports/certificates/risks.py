"""Certificates whose text was made smaller, went on to another line, or does not fit: told, never cut in silence."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Risk:
    """One text of one certificate to look at. `number` counts the certificates from 1; `words` is the sentence."""

    number: int
    uid: str
    name: str
    item: str
    severity: Literal["shrunk", "wrapped", "split", "overflow"]
    words: str
