"""Trình cấp trên: a dossier sent to whoever decides above the ward, and what came back."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Section, Text
from forms.shared import NOTE, YEARS

FORM = Form(
    kind="submission",
    label="Trình cấp trên",
    plural="Trình cấp trên",
    group="",
    sections=(
        Section(
            "Tờ trình",
            (
                Reference("round", "Đợt xét", kinds=("round",), width="wide"),
                Choice("level", "Cấp", options=choices.LEVELS),
                Text("authority", "Gửi", width="wide"),
                Text("number", "Số tờ trình", width="short"),
                Day("sent_on", "Ngày trình", width="short"),
                Choice("state", "Tình trạng", options=choices.SUBMISSION_STATES),
                YEARS,
            ),
        ),
        Section(
            "Trả lời",
            (
                Day("returned_on", "Ngày trả lại", width="short"),
                Text("returned_reason", "Lý do trả lại", lines=2, width="wide"),
                Day("supplemented_on", "Ngày bổ sung", width="short"),
                Text("supplement_number", "Số văn bản bổ sung", width="short"),
                Day("answered_on", "Ngày có kết quả", width="short"),
                Text("result_number", "Số quyết định", width="short"),
                Text("result_issuer", "Cơ quan quyết định", width="wide"),
                Reference("result_document", "Văn bản", kinds=("document",)),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("title", "Tờ trình", 320),
        Column("sent_on", "Ngày trình", 100),
        Column("state", "Tình trạng", 140),
        Column("answered_on", "Ngày có kết quả", 110),
    ),
    natural_key=("round", "authority", "number", "sent_on"),
    empty_text="Chưa trình cấp trên lần nào trong năm này.",
)
