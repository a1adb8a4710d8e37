"""Nhiệm vụ, công trình, dự án: who does what by when; its parts are tasks below it."""

from forms.fields import Choice, Column, Form, Period, Reference, Section, Text
from forms.shared import DOCUMENTS, MOVEMENT, NOTE, PARTICIPANTS, PERIOD, WORK_FIELD, YEARS

KINDS = {
    "nhiem_vu": "Nhiệm vụ",
    "cong_trinh": "Công trình",
    "du_an": "Dự án",
    "muc_tieu": "Mục tiêu",
    "de_xuat": "Đề xuất, kiến nghị",
}
STATUSES = {
    "planned": "Chưa bắt đầu",
    "running": "Đang thực hiện",
    "done": "Đã xong",
    "dropped": "Không thực hiện",
}
FORM = Form(
    kind="task",
    label="Nhiệm vụ, công trình, dự án",
    plural="Nhiệm vụ, công trình",
    group="Phong trào",
    sections=(
        Section(
            "Nhiệm vụ",
            (
                Text("name", "Tên nhiệm vụ", lines=2, width="wide", required=True),
                Choice("task_kind", "Loại", options=KINDS),
                Choice("status", "Tình trạng", options=STATUSES),
                Reference("unit", "Đơn vị thực hiện", kinds=("unit",), words="unit_words"),
                Reference("parent", "Là một phần của", kinds=("task",)),
                WORK_FIELD,
                MOVEMENT,
                PERIOD,
                Period("due", "Hạn hoàn thành", words="due_words"),
                YEARS,
                Text("content", "Nội dung", lines=3, width="wide"),
                Text("result", "Kết quả bằng lời", help="Được in vào báo cáo năm.", lines=3, width="wide"),
                PARTICIPANTS,
            ),
        ),
        Section("Thêm", (DOCUMENTS, NOTE), folded=True),
    ),
    columns=(
        Column("title", "Tên nhiệm vụ", 340),
        Column("task_kind", "Loại", 110),
        Column("status", "Tình trạng", 120),
        Column("due_words", "Hạn", 120),
        Column("unit", "Đơn vị", 180),
    ),
    natural_key=("name", "unit", "unit_words", "parent", "period", "period_words"),
    empty_text="Chưa có nhiệm vụ nào trong năm này. Thêm nhiệm vụ (Ctrl+N).",
    has_figures=True,
)
