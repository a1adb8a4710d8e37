"""What is asked when a round is opened, a nomination goes on against a rule, or a person confirms a condition."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop.awarding.fields_dialog import FieldsDialog, declared
from desktop.session import Session
from desktop.sign_dialog import WhyDialog

WORDS = (
    "Một đợt xét gồm những đề nghị được Hội đồng xét cùng nhau. Quy định áp dụng là quy định của ngày nhận hồ sơ; "
    "đợt xét giữ nguyên bộ quy định ấy cả khi bộ mới được đưa vào sau."
)


class NewRoundDialog(FieldsDialog):
    """Asks for a new round; `given` tells its values."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        keys = ("name", "basis", "movement", "opened_on", "due_on", "rules_on", "council", "years")
        today = dt.date.today().isoformat()
        year = session.year or dt.date.today().year
        super().__init__(
            "Mở đợt xét khen",
            "Mở đợt xét",
            session,
            "round",
            declared("round", *keys, required=("name", "basis")),
            parent,
            values={"opened_on": today, "rules_on": today, "years": (year,), "basis": "cong_trang"},
            words=WORDS,
            width=720,
        )


def ask_reason(title: str, sentence: str, parent: QWidget, verb: str = "Ghi lý do và đề nghị") -> WhyDialog:
    """Asks for the written reason for which a nomination goes on against a rule or a doubt."""
    words = f"“{title}”. {sentence} Vẫn đề nghị được nếu có lý do; lý do được giữ cùng tên người ghi và ngày giờ."
    return WhyDialog(verb, words, "đã có ý kiến của cấp có thẩm quyền tại công văn số …", parent)
