"""Sự kiện, Ngày hội: a day with a programme."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Period, Reference, Section, Text
from forms.shared import DOCUMENTS, MOVEMENT, NOTE, PARTICIPANTS, WORK_FIELD, YEARS

KINDS = {
    "ngay_hoi": "Ngày hội",
    "hoi_nghi": "Hội nghị",
    "dai_hoi": "Đại hội",
    "ky_niem": "Kỷ niệm",
    "tin_bai": "Tin, bài đăng",
    "khac": "Khác",
}
FORM = Form(
    kind="event",
    label="Sự kiện, ngày hội",
    plural="Sự kiện, ngày hội",
    group="Phong trào",
    sections=(
        Section(
            "Sự kiện",
            (
                Text("name", "Tên sự kiện", lines=2, width="wide", required=True),
                Choice("event_kind", "Loại", options=KINDS),
                Choice("level", "Cấp", options=choices.LEVELS),
                Day("held_on", "Ngày tổ chức", help="Để trống nếu chưa rõ ngày.", width="short"),
                Period("period", "Thời gian khác", words="period_words", help="Ví dụ: 10 năm 2013-2023, mới đây."),
                Text("place", "Địa điểm"),
                Reference("unit", "Nơi tổ chức", kinds=("unit",), words="unit_words"),
                MOVEMENT,
                WORK_FIELD,
                YEARS,
                Text("role_words", "Vai trò của phường", help="Ví dụ: tổ chức điểm của quận."),
                Text("programme", "Chương trình", lines=4, width="wide"),
                Text("summary", "Diễn biến, kết quả", help="Được in vào báo cáo năm.", lines=4, width="wide"),
                PARTICIPANTS,
            ),
        ),
        Section("Thêm", (DOCUMENTS, NOTE), folded=True),
    ),
    columns=(
        Column("title", "Tên sự kiện", 340),
        Column("held_on", "Ngày", 100),
        Column("level", "Cấp", 120),
        Column("unit", "Nơi tổ chức", 200),
    ),
    natural_key=("name", "held_on", "period", "period_words", "unit", "unit_words"),
    empty_text="Chưa có sự kiện nào trong năm này. Thêm sự kiện (Ctrl+N).",
    has_figures=True,
)
