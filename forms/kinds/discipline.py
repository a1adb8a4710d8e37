"""Kỷ luật, xác minh: what stands in the way of an award."""

from forms import choices
from forms.fields import Choice, Column, Day, Flag, Form, Reference, Section, Text
from forms.shared import NOTE

FORM = Form(
    kind="discipline",
    label="Kỷ luật, xác minh",
    plural="Kỷ luật, xác minh",
    group="Khen thưởng",
    sections=(
        Section(
            "Kỷ luật, xác minh",
            (
                Reference(
                    "subject",
                    "Của ai",
                    kinds=("person", "unit", "household"),
                    words="subject_words",
                    required=True,
                    width="wide",
                ),
                Choice("matter", "Việc", options=choices.DISCIPLINE_MATTERS, required=True, width="wide"),
                Choice("degree", "Hình thức kỷ luật", options=choices.DISCIPLINE_DEGREES),
                Day("since", "Từ ngày", width="short"),
                Day("until", "Đến ngày", width="short", help="Ngày chấp hành xong, hoặc ngày có kết luận."),
                Flag("cleared", "Kết luận không có vi phạm"),
                Text("document_words", "Văn bản", width="wide"),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("subject", "Của ai", 240),
        Column("matter", "Việc", 260),
        Column("degree", "Hình thức", 130),
        Column("since", "Từ ngày", 100),
        Column("until", "Đến ngày", 100),
    ),
    natural_key=("subject", "subject_words", "matter", "since"),
    empty_text="Chưa ghi kỷ luật hay việc đang xác minh nào.",
)
