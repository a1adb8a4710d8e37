"""Phong trào, chuyên đề: a campaign; may hang under an upper one."""

from forms import choices
from forms.fields import Choice, Column, Form, Reference, Section, Text
from forms.shared import MORE, PERIOD, WORK_FIELD, YEARS

KINDS = {
    "phong_trao": "Phong trào thi đua",
    "chuyen_de": "Chuyên đề",
    "cuoc_van_dong": "Cuộc vận động",
    "chuong_trinh": "Chương trình",
    "chu_de_nam": "Chủ đề công tác năm",
}
FORM = Form(
    kind="movement",
    label="Phong trào, chuyên đề",
    plural="Phong trào",
    group="Phong trào",
    sections=(
        Section(
            "Phong trào",
            (
                Text("name", "Tên phong trào", lines=2, width="wide", required=True),
                Choice("movement_kind", "Loại", options=KINDS),
                Choice("level", "Cấp phát động", options=choices.LEVELS),
                WORK_FIELD,
                Reference("organiser", "Nơi phát động", kinds=("unit",), words="organiser_words"),
                Reference("upper", "Thuộc phong trào", kinds=("movement",)),
                PERIOD,
                YEARS,
                Text("goal", "Mục tiêu, nội dung", lines=4, width="wide"),
                Text("summary", "Kết quả bằng lời", help="Được in vào báo cáo năm.", lines=4, width="wide"),
            ),
        ),
        MORE,
    ),
    columns=(
        Column("title", "Tên phong trào", 360),
        Column("movement_kind", "Loại", 140),
        Column("level", "Cấp", 120),
        Column("field", "Lĩnh vực", 160),
    ),
    natural_key=("name", "level", "organiser", "organiser_words"),
    empty_text="Chưa có phong trào nào trong năm này. Thêm phong trào (Ctrl+N).",
    has_figures=True,
)
