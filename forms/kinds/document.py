"""Văn bản: number, date and issuer may each be unknown."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Period, Reference, Section, Text
from forms.shared import MORE, MOVEMENT, YEARS

FORM = Form(
    kind="document",
    label="Văn bản",
    plural="Văn bản đến, đi",
    group="Sổ sách",
    sections=(
        Section(
            "Văn bản",
            (
                Text("doc_kind", "Loại văn bản", suggestions=choices.DOCUMENT_KINDS, required=True),
                Text("number", "Số, ký hiệu", help="Ví dụ: 18-KH/QU. Để trống nếu chưa rõ."),
                Day("issued_on", "Ngày ban hành", width="short"),
                Reference("issuer", "Nơi ban hành", kinds=("unit",), words="issuer_words"),
                Choice("level", "Cấp", options=choices.LEVELS),
                Text("subject", "Trích yếu", lines=2, width="wide"),
                Period("period", "Áp dụng cho", words="period_words", help="Ví dụ: năm 2021, nhiệm kỳ 2020-2025."),
                MOVEMENT,
                YEARS,
            ),
        ),
        MORE,
    ),
    columns=(
        Column("title", "Văn bản", 360),
        Column("number", "Số, ký hiệu", 120),
        Column("issued_on", "Ngày", 100),
        Column("issuer", "Nơi ban hành", 180),
    ),
    natural_key=("doc_kind", "number", "issued_on", "issuer", "issuer_words", "subject"),
    empty_text="Chưa có văn bản nào trong năm này. Thêm văn bản (Ctrl+N).",
)
