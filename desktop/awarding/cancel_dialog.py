"""What is asked before an award is cancelled: why, since when, and whether the prize comes back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.awarding.fields_dialog import FieldsDialog, declared
from desktop.session import Session
from forms.fields import Flag, Text
from ward.errors import UserError

if TYPE_CHECKING:
    from ward.awarding.register import AwardLine

WORDS = (
    "“{}”. Khen thưởng bị hủy vẫn nằm trong sổ, gạch ngang, kèm lý do. "
    "Người quyết định tặng có thẩm quyền hủy và thu hồi hiện vật, tiền thưởng (Luật Thi đua, khen thưởng, Điều 93)."
)


class CancelDialog(FieldsDialog):
    """`given` tells cancelled_reason, cancelled_on, recover and receipt."""

    def __init__(self, session: Session, line: AwardLine, parent: QWidget) -> None:
        fields = [
            *declared("award", "cancelled_reason", "cancelled_on", required=("cancelled_reason",)),
            Text("receipt", "Số phiếu thu"),
            Flag("recover", "Thu hồi tiền thưởng đã chi vào quỹ"),
        ]
        title = f"{line.award}: {line.named}" if line.named else line.award
        super().__init__(
            "Hủy quyết định khen",
            "Hủy quyết định khen",
            session,
            "award",
            fields,
            parent,
            values={"cancelled_on": dt.date.today().isoformat(), "recover": True},
            words=WORDS.format(title),
        )

    def check(self, values: dict[str, Any]) -> None:
        if not values["cancelled_on"]:
            raise UserError("Hãy ghi ngày hủy, ví dụ: 15/12/2025.")
