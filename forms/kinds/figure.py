"""Số liệu: one statement that somebody made."""

from forms.fields import (
    Choice,
    Claims,
    Column,
    Day,
    Flag,
    Form,
    Period,
    Reference,
    Rows,
    Section,
    Statement,
    Text,
)
from forms.shared import DOCUMENTS, NOTE, YEARS

ROLES = {"actual": "Thực hiện", "estimate": "Ước thực hiện", "plan": "Kế hoạch", "target": "Mục tiêu"}
FORM = Form(
    kind="figure",
    label="Số liệu",
    plural="Số liệu",
    group="Số liệu",
    sections=(
        Section(
            "Số liệu",
            (
                Reference("indicator", "Chỉ tiêu", kinds=("indicator",), width="wide"),
                Text("label", "Hoặc gọi là", help="Khi không thuộc chỉ tiêu nào, ví dụ: mắt camera."),
                Statement(
                    "words",
                    "Số liệu",
                    help="Gõ như vẫn viết: gần 48 ngàn người; 1,8 tỷ đồng; chưa có số liệu.",
                    width="wide",
                ),
                Claims(
                    "claims",
                    "So sánh",
                    help="Ví dụ: vượt 468,9% dự toán, bằng 157,8% so cùng kỳ.",
                    width="wide",
                ),
                Choice("role", "Loại số", options=ROLES, width="short"),
                Period("period", "Kỳ", words="period_words", help="Ví dụ: năm 2023; tính đến ngày 30/11/2023."),
                Rows("scope", "Phạm vi", fields=(Reference("unit", "Đơn vị", kinds=("unit",)),)),
                Text("scope_words", "Phạm vi bằng lời", help="Ví dụ: ba phường cũ."),
                Reference(
                    "about",
                    "Kết quả của",
                    help="Mô hình, sự kiện, nhiệm vụ, đóng góp… mà số này nói về.",
                    width="wide",
                ),
                YEARS,
                Flag("chosen", "Dùng số này khi in"),
            ),
        ),
        Section(
            "Nguồn",
            (
                Day("said_on", "Ngày báo", width="short"),
                Reference("source", "Nguồn", kinds=("document", "person", "unit", "evidence")),
                Text("source_words", "Nguồn bằng lời", help="Trang, mục, người báo.", width="wide"),
                DOCUMENTS,
                NOTE,
            ),
            folded=True,
        ),
    ),
    columns=(
        Column("indicator", "Chỉ tiêu", 240),
        Column("words", "Số liệu", 180, align_right=True),
        Column("measure", "Đơn vị tính", 90),
        Column("role", "Loại số", 90),
        Column("period_words", "Kỳ", 110),
        Column("scope", "Phạm vi", 180),
        Column("claims", "So sánh", 200),
    ),
    natural_key=(
        "indicator",
        "about",
        "label",
        "role",
        "period",
        "period_words",
        "scope.unit",
        "scope_words",
        "words",
        "value",
        "said_on",
        "source",
        "source_words",
    ),
    empty_text="Chưa có số liệu nào trong năm này. Thêm số liệu (Ctrl+N).",
)
