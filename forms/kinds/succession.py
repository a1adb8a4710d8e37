"""Sáp nhập, chia tách: which unit became which."""

from forms.fields import Choice, Column, Day, Form, Reference, Section
from forms.shared import NOTE

KINDS = {"merger": "Sáp nhập, hợp nhất", "split": "Chia tách", "refounding": "Lập lại"}
EXTENTS = {"wholly": "Toàn bộ", "mostly": "Phần lớn", "partly": "Một phần"}
FORM = Form(
    kind="succession",
    label="Sáp nhập, chia tách",
    plural="Sáp nhập, chia tách",
    group="Sổ sách",
    sections=(
        Section(
            "Thay đổi đơn vị",
            (
                Reference("predecessor", "Đơn vị cũ", kinds=("unit",), required=True),
                Reference("successor", "Đơn vị mới", kinds=("unit",), required=True),
                Day("on_day", "Từ ngày", width="short", required=True),
                Choice("succession_kind", "Hình thức", options=KINDS),
                Choice("extent", "Mức độ", options=EXTENTS),
                Reference("document", "Theo văn bản", kinds=("document",)),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("predecessor", "Đơn vị cũ", 240),
        Column("successor", "Đơn vị mới", 240),
        Column("on_day", "Từ ngày", 100),
        Column("extent", "Mức độ", 100),
    ),
    natural_key=("predecessor", "successor", "on_day"),
    empty_text="Chưa ghi lần sáp nhập, chia tách nào.",
)
