"""Sáng kiến: an initiative or a piece of research, and who recognised it."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Rows, Section, Text, Whole
from forms.shared import NOTE, WORK_FIELD, YEARS

FORM = Form(
    kind="initiative",
    label="Sáng kiến",
    plural="Sáng kiến",
    group="Khen thưởng",
    sections=(
        Section(
            "Sáng kiến",
            (
                Text("name", "Tên sáng kiến, đề tài", width="wide", required=True),
                Choice("initiative_kind", "Là", options=choices.INITIATIVE_KINDS, width="short"),
                Rows(
                    "authors",
                    "Tác giả",
                    fields=(
                        Reference("who", "Tác giả", kinds=("person",), words="words"),
                        Whole("share", "Đóng góp %", width="short"),
                    ),
                ),
                WORK_FIELD,
                Day("registered_on", "Ngày đăng ký", width="short"),
                Day("applied_since", "Áp dụng từ", width="short"),
                Text("effect", "Hiệu quả áp dụng", lines=3, width="wide"),
                Text("spread", "Phạm vi ảnh hưởng, khả năng nhân rộng", lines=2, width="wide"),
                YEARS,
            ),
        ),
        Section(
            "Công nhận",
            (
                Choice("state", "Tình trạng", options=choices.INITIATIVE_STATES),
                Choice("scope", "Phạm vi công nhận", options=choices.INITIATIVE_SCOPES),
                Text("marks", "Điểm", width="short"),
                Text("council_words", "Hội đồng chấm", width="wide"),
                Text("recogniser_words", "Cơ quan công nhận", width="wide"),
                Text("decision_number", "Số quyết định", width="short"),
                Day("decided_on", "Ngày quyết định", width="short"),
                Reference("document", "Văn bản", kinds=("document",)),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("name", "Tên sáng kiến, đề tài", 320),
        Column("authors", "Tác giả", 180),
        Column("state", "Tình trạng", 130),
        Column("scope", "Phạm vi", 120),
        Column("decision_number", "Số quyết định", 120),
    ),
    natural_key=("name", "decision_number"),
    empty_text="Chưa có sáng kiến nào trong năm này. Thêm sáng kiến (Ctrl+N).",
)
