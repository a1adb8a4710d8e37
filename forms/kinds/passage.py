"""Đoạn văn: the office's own words for a section of a report."""

from forms import choices
from forms.fields import Choice, Column, Form, Reference, Section, Text, Whole
from forms.shared import MOVEMENT, NOTE, WORK_FIELD, YEARS

FORM = Form(
    kind="passage",
    label="Đoạn văn",
    plural="Đoạn văn",
    group="Văn bản",
    sections=(
        Section(
            "Đoạn văn",
            (
                Text(
                    "text",
                    "Nội dung",
                    help="Được in nguyên văn vào phần đã chọn của báo cáo.",
                    lines=8,
                    width="wide",
                    required=True,
                ),
                Choice("section", "Phần của báo cáo", options=choices.PASSAGE_SECTIONS, required=True),
                WORK_FIELD,
                MOVEMENT,
                Reference("unit", "Của đơn vị", kinds=("unit",)),
                Whole("place_in_section", "Thứ tự", width="short"),
                YEARS,
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("title", "Nội dung", 420),
        Column("section", "Phần", 160),
        Column("field", "Lĩnh vực", 140),
        Column("place_in_section", "Thứ tự", 70),
    ),
    natural_key=("section", "field", "unit", "movement", "text"),
    empty_text="Chưa có đoạn văn nào trong năm này. Thêm đoạn văn (Ctrl+N).",
    has_figures=True,
)
