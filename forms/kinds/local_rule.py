"""Quy định của địa phương: a value that holds here in place of the rule pack's."""

from forms.fields import Column, Day, Form, Section, Text
from forms.shared import NOTE

FORM = Form(
    kind="local_rule",
    label="Quy định của địa phương",
    plural="Quy định của địa phương",
    group="",
    sections=(
        Section(
            "Quy định của địa phương",
            (
                Text("what", "Quy định", width="wide", required=True, help="Chọn trong “Quy định”; mã của quy định."),
                Text("value", "Giá trị", lines=2, width="wide", required=True),
                Day("since", "Từ ngày", width="short"),
                Day("until", "Đến ngày", width="short"),
                Text("instrument", "Theo văn bản", width="wide", help="Ví dụ: Quyết định số … của UBND tỉnh."),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("what", "Quy định", 260),
        Column("value", "Giá trị", 200),
        Column("since", "Từ ngày", 100),
        Column("instrument", "Theo văn bản", 260),
    ),
    natural_key=("what", "since"),
    empty_text="Chưa có quy định riêng nào; đang dùng bộ quy định của chương trình.",
)
