"""Danh hiệu, hình thức khen: a title or a form, never confused."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Section, Text
from forms.shared import NOTE

FORMS = {"danh_hieu": "Danh hiệu thi đua", "hinh_thuc": "Hình thức khen thưởng", "khac": "Khác"}
FORM = Form(
    kind="award_type",
    label="Danh hiệu, hình thức khen",
    plural="Danh hiệu, hình thức",
    group="Khen thưởng",
    sections=(
        Section(
            "Danh hiệu, hình thức",
            (
                Text("name", "Tên", width="wide", required=True),
                Choice("form", "Là", options=FORMS, required=True),
                Choice("level", "Cấp quyết định", options=choices.LEVELS),
                Text("recipients", "Dành cho"),
                Text("authority", "Ai quyết định", width="wide"),
                Text("article", "Căn cứ", lines=2, width="wide"),
                Text(
                    "confidence",
                    "Mức chắc chắn của căn cứ",
                    help="L: đã thấy văn bản luật; S: nguồn thứ cấp; M: chưa kiểm chứng.",
                ),
                Day("since", "Áp dụng từ", width="short"),
                Day("until", "Đến", width="short"),
                Text("code", "Mã", width="short"),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("title", "Tên", 300),
        Column("form", "Là", 160),
        Column("level", "Cấp", 140),
        Column("authority", "Ai quyết định", 240),
    ),
    natural_key=("name", "form", "level"),
    empty_text="Chưa có danh hiệu, hình thức khen nào.",
)
