"""Hội đồng: a council of emulation and commendation, its members and their roles by term."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Rows, Section, Text
from forms.shared import NOTE

FORM = Form(
    kind="council",
    label="Hội đồng",
    plural="Hội đồng",
    group="Khen thưởng",
    sections=(
        Section(
            "Hội đồng",
            (
                Text("name", "Tên hội đồng", width="wide", required=True),
                Day("since", "Từ ngày", width="short"),
                Day("until", "Đến ngày", width="short"),
                Text("decision_number", "Số quyết định thành lập"),
                Day("decided_on", "Ngày quyết định", width="short"),
                Reference("document", "Văn bản", kinds=("document",)),
                Rows(
                    "members",
                    "Thành viên",
                    fields=(
                        Reference("who", "Họ tên", kinds=("person",), words="words"),
                        Choice("role", "Vai trò", options=choices.COUNCIL_ROLES),
                        Text("as_title", "Chức vụ"),
                        Day("since", "Từ", width="short"),
                        Day("until", "Đến", width="short"),
                    ),
                ),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("name", "Tên hội đồng", 340),
        Column("since", "Từ ngày", 100),
        Column("until", "Đến ngày", 100),
        Column("decision_number", "Số quyết định", 140),
    ),
    natural_key=("name", "since"),
    empty_text="Chưa có hội đồng nào. Thêm hội đồng (Ctrl+N).",
)
