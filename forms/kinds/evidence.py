"""Minh chứng: a file or scan that belongs to records."""

from forms.fields import Column, Day, Form, Reference, Rows, Section, Text, Whole
from forms.shared import NOTE, YEARS

FORM = Form(
    kind="evidence",
    label="Minh chứng",
    plural="Minh chứng",
    group="Văn bản",
    sections=(
        Section(
            "Minh chứng",
            (
                Text("caption", "Nội dung", width="wide"),
                Text("file_name", "Tên tệp", width="wide"),
                Day("taken_on", "Ngày", width="short"),
                Rows(
                    "attachments",
                    "Gắn với",
                    fields=(Reference("record", "Bản ghi"), Text("field", "Ô", width="short")),
                ),
                YEARS,
                Text("media_type", "Loại tệp", width="short"),
                Whole("size", "Dung lượng (byte)", width="short"),
                Text("hash", "Mã SHA-256", width="wide"),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("title", "Nội dung", 300),
        Column("file_name", "Tên tệp", 220),
        Column("taken_on", "Ngày", 100),
    ),
    natural_key=("hash", "file_name"),
    empty_text="Chưa có minh chứng nào trong năm này. Kéo tệp vào một bản ghi để gắn.",
)
