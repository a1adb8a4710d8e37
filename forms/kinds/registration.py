"""Đăng ký thi đua: who registered for what."""

from forms.fields import Choice, Column, Day, Form, Reference, Section, Text
from forms.shared import MORE, MOVEMENT, WORK_FIELD, YEARS

STATUSES = {
    "sent": "Đã gửi",
    "accepted": "Đã nhận",
    "returned": "Trả lại",
    "achieved": "Đã đạt",
    "failed": "Không đạt",
}
FORM = Form(
    kind="registration",
    label="Đăng ký thi đua",
    plural="Đăng ký thi đua",
    group="Phong trào",
    sections=(
        Section(
            "Đăng ký",
            (
                Reference(
                    "registrant",
                    "Ai đăng ký",
                    kinds=("unit", "person", "household"),
                    words="registrant_words",
                    required=True,
                ),
                MOVEMENT,
                WORK_FIELD,
                Text("content", "Nội dung đăng ký", lines=2, width="wide", required=True),
                Reference("award_type", "Danh hiệu, hình thức đăng ký", kinds=("award_type",), width="wide"),
                Reference("practice", "Mô hình", kinds=("practice",)),
                Day("registered_on", "Ngày đăng ký", width="short"),
                Choice("status", "Tình trạng", options=STATUSES),
                Day("accepted_on", "Ngày nhận", width="short"),
                Day("returned_on", "Ngày trả lại", width="short"),
                Text("returned_reason", "Lý do trả lại", lines=2, width="wide"),
                YEARS,
            ),
        ),
        MORE,
    ),
    columns=(
        Column("registrant", "Ai đăng ký", 220),
        Column("content", "Nội dung", 280),
        Column("movement", "Phong trào", 220),
        Column("status", "Tình trạng", 100),
    ),
    natural_key=("registrant", "registrant_words", "movement", "field", "content", "award_type"),
    empty_text="Chưa có đăng ký nào trong năm này. Thêm đăng ký (Ctrl+N).",
    has_figures=True,
)
