"""Chỉ tiêu: what is counted, which way is better, how it adds up."""

from forms import choices
from forms.fields import Choice, Column, Flag, Form, Reference, Rows, Section, Text
from forms.shared import NOTE, WORK_FIELD

DIRECTIONS = {
    "higher": "Càng cao càng tốt",
    "lower": "Càng thấp càng tốt",
    "target": "Gần mức đặt ra",
    "none": "Chỉ để biết",
}
AGGREGATIONS = {
    "sum": "Cộng dồn",
    "last": "Lấy số cuối kỳ",
    "ratio": "Tỷ lệ tử số trên mẫu số",
    "none": "Không cộng",
}
FORM = Form(
    kind="indicator",
    label="Chỉ tiêu",
    plural="Chỉ tiêu",
    group="Số liệu",
    sections=(
        Section(
            "Chỉ tiêu",
            (
                Text("name", "Tên chỉ tiêu", width="wide", required=True),
                Text("measure", "Đơn vị tính", width="short"),
                Text("group", "Nhóm", suggestions=choices.WORK_FIELDS),
                WORK_FIELD,
                Text("code", "Mã", width="short"),
                Choice("direction", "Chiều tốt", options=DIRECTIONS),
                Choice("aggregation", "Cách cộng", options=AGGREGATIONS),
                Reference("numerator", "Tử số", kinds=("indicator",)),
                Reference("denominator", "Mẫu số", kinds=("indicator",)),
                Rows(
                    "parts",
                    "Gồm các chỉ tiêu thành phần",
                    fields=(Reference("part", "Chỉ tiêu", kinds=("indicator",)),),
                ),
                Flag("open_parts", "Còn thành phần khác chưa liệt kê"),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("title", "Tên chỉ tiêu", 340),
        Column("measure", "Đơn vị tính", 110),
        Column("group", "Nhóm", 200),
        Column("direction", "Chiều tốt", 140),
    ),
    natural_key=("name", "measure", "code"),
    empty_text="Chưa có chỉ tiêu nào. Thêm chỉ tiêu (Ctrl+N).",
)
