"""A finding that the clerk accepts, with the reason."""

from forms.fields import Column, Form, Section, Text
from forms.shared import YEARS

FORM = Form(
    kind="acceptance",
    label="Phát hiện đã chấp nhận",
    plural="Phát hiện đã chấp nhận",
    group="",
    sections=(
        Section(
            "Chấp nhận",
            (
                Text("reason", "Lý do", lines=2, width="wide", required=True),
                Text("seen", "Đã thấy", width="wide"),
                Text("finding", "Mã phát hiện", width="wide"),
                YEARS,
                Text("note", "Ghi chú", width="wide"),
            ),
        ),
    ),
    columns=(Column("title", "Lý do", 300), Column("seen", "Đã thấy", 300)),
    natural_key=("finding", "seen"),
    empty_text="Chưa chấp nhận phát hiện nào.",
)
