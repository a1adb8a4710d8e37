"""Xếp loại: how a person or a unit was rated for a year."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Section, Text, Whole
from forms.shared import NOTE, YEARS

FORM = Form(
    kind="rating",
    label="Xếp loại",
    plural="Xếp loại",
    group="Khen thưởng",
    sections=(
        Section(
            "Xếp loại",
            (
                Reference(
                    "subject",
                    "Của ai",
                    kinds=("person", "unit"),
                    words="subject_words",
                    required=True,
                    width="wide",
                ),
                Whole("year", "Năm xếp loại", width="short", required=True),
                Choice("side", "Bên", options=choices.RATING_SIDES, help="Để trống là xếp loại công việc."),
                Choice("grade", "Mức", options=choices.GRADES, required=True),
                YEARS,
            ),
        ),
        Section(
            "Căn cứ",
            (
                Text("number", "Số văn bản", width="short"),
                Day("decided_on", "Ngày", width="short"),
                Text("issuer_words", "Cơ quan xếp loại"),
                Reference("document", "Văn bản", kinds=("document",)),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("subject", "Của ai", 260),
        Column("year", "Năm", 70),
        Column("grade", "Mức", 220),
        Column("side", "Bên", 120),
        Column("number", "Số văn bản", 120),
    ),
    natural_key=("subject", "subject_words", "year", "side"),
    empty_text="Chưa có xếp loại nào trong năm này. Thêm xếp loại (Ctrl+N).",
)
