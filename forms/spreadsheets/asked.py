"""What a row says about its recipient, and who was found to be meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from forms.spreadsheets.doubts import RowDoubt
from ward.text import fold

KIND_LABELS = {"tap_the": "Tập thể", "ca_nhan": "Cá nhân", "ho_gia_dinh": "Hộ gia đình"}


@dataclass(frozen=True)
class Asked:
    """What a row says about its recipient; `kind` is "tap_the", "ca_nhan", "ho_gia_dinh" or "" when nobody said."""

    row: int
    text: str
    kind: str = ""
    address_form: str = ""
    birth: str = ""
    sex: str = ""
    identity: str = ""
    as_title: str = ""
    place: str = ""
    uid: bytes = b""

    @property
    def key(self) -> str:
        """What rows that name the same one in the same words have in common."""
        return f"who:{fold(self.text)}|{fold(f'{self.as_title} {self.place}')}|{self.birth}"


@dataclass(frozen=True)
class NewRecord:
    """Somebody who is not in the book yet: the record to be made, under a key that other rows may have, too."""

    key: str
    kind: str
    values: dict[str, Any]


@dataclass(frozen=True)
class Found:
    """Who it is: a record, or a new one, or nobody yet and why; `remarks` are worth reading."""

    kind: str = ""
    record: int | None = None
    new: NewRecord | None = None
    doubt: RowDoubt | None = None
    remarks: tuple[str, ...] = ()
