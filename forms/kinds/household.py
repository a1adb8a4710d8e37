"""Hộ gia đình."""

from forms.fields import Column, Form, Reference, Section, Text, Whole
from forms.shared import MORE

FORM = Form(
    kind="household",
    label="Hộ gia đình",
    plural="Hộ gia đình",
    group="Sổ sách",
    sections=(
        Section(
            "Hộ",
            (
                Text("name", "Tên hộ", help="Ví dụ: Hộ ông Nguyễn Văn A.", width="wide", required=True),
                Reference("head", "Chủ hộ", kinds=("person",)),
                Reference("unit", "Thuộc tổ dân phố, thôn", kinds=("unit",)),
                Text("address", "Địa chỉ", width="wide"),
                Whole("members", "Số người", width="short"),
            ),
        ),
        MORE,
    ),
    columns=(Column("title", "Tên hộ", 240), Column("unit", "Thuộc", 200), Column("address", "Địa chỉ", 240)),
    natural_key=("name", "unit", "address"),
    empty_text="Chưa có hộ gia đình nào. Thêm hộ (Ctrl+N).",
)
