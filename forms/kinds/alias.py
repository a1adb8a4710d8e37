"""Tên khác: another name of the same thing."""

from forms.fields import Column, Form, Reference, Section, Text
from forms.shared import NOTE

FORM = Form(
    kind="alias",
    label="Tên khác",
    plural="Tên khác",
    group="Sổ sách",
    sections=(
        Section(
            "Tên khác",
            (
                Text("name", "Tên khác", width="wide", required=True),
                Reference("of", "Là tên khác của", required=True),
                Text("reason", "Thấy ở đâu, vì sao", width="wide"),
                NOTE,
            ),
        ),
    ),
    columns=(Column("title", "Tên khác", 280), Column("of", "Của", 280)),
    natural_key=("name", "of"),
    empty_text="Chưa ghi tên khác nào.",
)
