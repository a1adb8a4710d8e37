"""Quỹ thi đua, khen thưởng: what came in and what was paid out."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Section, Text, Whole
from forms.shared import NOTE, YEARS

FORM = Form(
    kind="fund_entry",
    label="Thu, chi quỹ khen thưởng",
    plural="Quỹ khen thưởng",
    group="Khen thưởng",
    sections=(
        Section(
            "Thu, chi",
            (
                Choice("direction", "Thu hay chi", options=choices.FUND_DIRECTIONS, required=True, width="short"),
                Choice("entry_kind", "Khoản", options=choices.FUND_KINDS),
                Whole("amount", "Số tiền (đồng)", required=True),
                Day("entered_on", "Ngày", width="short"),
                Text("purpose", "Nội dung", lines=2, width="wide"),
                Reference("award", "Khen thưởng", kinds=("award",), width="wide"),
                Reference(
                    "payee",
                    "Người nhận, người nộp",
                    kinds=("person", "unit", "household"),
                    words="payee_words",
                    width="wide",
                ),
                Text("receipt", "Số chứng từ", width="short"),
                YEARS,
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("entered_on", "Ngày", 100),
        Column("direction", "Thu, chi", 80),
        Column("amount", "Số tiền (đồng)", 130, align_right=True),
        Column("purpose", "Nội dung", 300),
        Column("payee", "Người nhận, người nộp", 200),
    ),
    natural_key=("direction", "entry_kind", "amount", "entered_on", "purpose", "award", "payee", "payee_words"),
    empty_text="Chưa có khoản thu, chi nào trong năm này. Thêm khoản thu, chi (Ctrl+N).",
)
