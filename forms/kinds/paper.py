"""Văn bản đã lập: a document that the program built."""

from forms.fields import Choice, Column, Day, Flag, Form, Reference, Section, Text
from forms.shared import NOTE, YEARS

STATES = {"draft": "Dự thảo", "signed": "Đã ký", "void": "Bỏ"}
FORM = Form(
    kind="paper",
    label="Văn bản đã lập",
    plural="Văn bản đã lập",
    group="Văn bản",
    sections=(
        Section(
            "Văn bản",
            (
                Text("name", "Tên văn bản", width="wide"),
                Choice("state", "Tình trạng", options=STATES, kept=True),
                Text("number", "Số, ký hiệu", width="short", kept=True),
                Day("signed_on", "Ngày ký", width="short", kept=True),
                Text("paper_kind", "Loại", width="short", kept=True),
                YEARS,
                Text("file_path", "Nơi lưu", width="wide", kept=True),
                Text("made_at", "Lập lúc", width="short", kept=True),
                Reference("about", "Lập cho", width="wide", kept=True),
                Reference("previous", "Cập nhật từ bản", kinds=("paper",), width="wide", kept=True),
                Text("template", "Mẫu", width="short", kept=True),
                Text("template_hash", "Mã mẫu", width="wide", kept=True),
                Text("file_hash", "Mã SHA-256 của tệp", width="wide", kept=True),
                Flag("sample", "Lập từ sổ mẫu", kept=True),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("title", "Tên văn bản", 320),
        Column("state", "Tình trạng", 100),
        Column("number", "Số, ký hiệu", 120),
        Column("signed_on", "Ngày ký", 100),
        Column("made_at", "Lập lúc", 160),
        Column("file_path", "Nơi lưu", 300),
    ),
    natural_key=("file_hash", "made_at"),
    empty_text="Chưa lập văn bản nào.",
)
