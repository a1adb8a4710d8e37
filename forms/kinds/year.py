"""Năm công tác: a year of the ward's work."""

from forms.fields import Column, Day, Form, Section, Text, Whole
from forms.shared import NOTE

FORM = Form(
    kind="year",
    label="Năm công tác",
    plural="Năm công tác",
    group="Sổ sách",
    sections=(
        Section(
            "Năm",
            (
                Whole("year", "Năm", width="short", required=True),
                Text("theme", "Chủ đề công tác năm", lines=2, width="wide"),
                Day(
                    "closed_on",
                    "Khóa sổ ngày",
                    help="Khi đã khóa, số liệu, khen thưởng và văn bản của năm không sửa được.",
                    width="short",
                ),
                Text("closed_reason", "Lý do khóa hoặc mở lại", width="wide"),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("year", "Năm", 80),
        Column("theme", "Chủ đề", 400),
        Column("closed_on", "Khóa sổ ngày", 120),
    ),
    natural_key=("year",),
    empty_text="Chưa có năm công tác nào được ghi chủ đề hay khóa sổ.",
)
