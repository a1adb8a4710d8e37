"""Mô hình, điển hình: a good model."""

from forms.fields import Choice, Column, Form, Reference, Rows, Section, Text
from forms.shared import DOCUMENTS, MOVEMENT, NOTE, PARTICIPANTS, PERIOD, WORK_FIELD, YEARS

KINDS = {"mo_hinh": "Mô hình", "dien_hinh": "Điển hình", "chuyen_de": "Chuyên đề"}
STATUSES = {"running": "Đang duy trì", "paused": "Tạm dừng", "ended": "Đã kết thúc"}
FORM = Form(
    kind="practice",
    label="Mô hình, điển hình",
    plural="Mô hình, điển hình",
    group="Phong trào",
    sections=(
        Section(
            "Mô hình",
            (
                Text("name", "Tên mô hình", lines=2, width="wide", required=True),
                Choice("practice_kind", "Loại", options=KINDS),
                WORK_FIELD,
                MOVEMENT,
                Reference("unit", "Nơi thực hiện", kinds=("unit",)),
                Text("place", "Địa điểm"),
                PERIOD,
                Choice("status", "Tình trạng", options=STATUSES),
                YEARS,
                PARTICIPANTS,
            ),
        ),
        Section(
            "Nội dung và kết quả",
            (
                Text("content", "Nội dung, cách làm", lines=4, width="wide"),
                Rows("points", "Tiêu chí, việc phải làm", fields=(Text("text", "Nội dung", width="wide"),)),
                Text("result", "Kết quả bằng lời", help="Được in vào báo cáo năm.", lines=3, width="wide"),
                Text("recognition", "Được ghi nhận, biểu dương", lines=2, width="wide"),
                Text("copied_where", "Nơi học tập, nhân rộng", width="wide"),
            ),
        ),
        Section("Thêm", (DOCUMENTS, NOTE), folded=True),
    ),
    columns=(
        Column("title", "Tên mô hình", 340),
        Column("participants", "Ai thực hiện", 200),
        Column("field", "Lĩnh vực", 160),
        Column("period_words", "Thời gian", 120),
    ),
    natural_key=("name", "unit", "place", "participants.who", "participants.words"),
    empty_text="Chưa có mô hình nào trong năm này. Thêm mô hình (Ctrl+N).",
    has_figures=True,
)
