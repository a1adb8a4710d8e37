"""Bộ quy định: a pack of rules as it was when it was used."""

from forms.fields import Column, Day, Flag, Form, Section, Text
from forms.shared import NOTE

FORM = Form(
    kind="rule_pack",
    label="Bộ quy định",
    plural="Bộ quy định",
    group="",
    sections=(
        Section(
            "Bộ quy định",
            (
                Text("name", "Tên", width="wide", kept=True),
                Text("version", "Phiên bản", width="short", kept=True),
                Day("since", "Áp dụng từ", width="short", kept=True),
                Text("taken_on", "Đưa vào sổ lúc", width="short", kept=True),
                Flag("active", "Đang dùng", kept=True),
                Text("sha", "Mã SHA-256", width="wide", kept=True),
                Text("content", "Nội dung", lines=4, width="wide", kept=True),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("name", "Tên", 300),
        Column("version", "Phiên bản", 120),
        Column("since", "Áp dụng từ", 110),
        Column("active", "Đang dùng", 100),
    ),
    natural_key=("sha",),
    empty_text="Sổ chưa giữ bộ quy định nào.",
)
