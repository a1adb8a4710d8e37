"""What is asked when the office sets a value of its own: the value, from when, by which instrument."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.awarding.fields_dialog import FieldsDialog, declared
from desktop.awarding.local_fields import Setting, Shown
from desktop.session import Session
from forms.fields import Choice, Field, Text
from ward.errors import UserError

if TYPE_CHECKING:
    from ward.rules.pack import Pack

ANSWERS = {"có": "Có", "không": "Không"}
LONG = ("text", "lines")


class LocalValueDialog(FieldsDialog):
    """`given` tells value, since, until, instrument and note of a `local_rule`."""

    def __init__(self, session: Session, pack: Pack, shown: Shown, setting: Setting | None, parent: QWidget) -> None:
        self._pack, self._path = pack, shown.path
        values = {
            "value": setting.value if setting else shown.value,
            "since": setting.since if setting else dt.date.today().isoformat(),
            "until": setting.until if setting else "",
            "instrument": setting.instrument if setting else "",
            "note": setting.note if setting else "",
        }
        super().__init__(
            "Đặt giá trị của địa phương",
            "Đặt giá trị",
            session,
            "local_rule",
            [
                _value(shown),
                *declared("local_rule", "since", "until", "instrument", "note", required=("instrument",)),
            ],
            parent,
            values=values,
            words=f"{shown.whole}. Giá trị bây giờ: {shown.value or 'chưa có'}.",
            width=680,
        )

    def check(self, values: dict[str, Any]) -> None:
        from ward.rules.overlay import check_local_value

        if values["until"] and values["since"] and values["until"] < values["since"]:
            raise UserError("Ngày hết áp dụng ở trước ngày bắt đầu. Hãy ghi lại.")
        check_local_value(self._pack, self._path, values["value"], values["since"])


def _value(shown: Shown) -> Field:
    if shown.kind == "yes_no":
        return Choice("value", "Giá trị của địa phương", options=ANSWERS, required=True, help=shown.help)
    lines = 4 if shown.kind in LONG else 1
    return Text("value", "Giá trị của địa phương", lines=lines, width="wide", required=True, help=shown.help)
