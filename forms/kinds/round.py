"""Đợt xét khen: nominations that are judged together."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Rows, Section, Text
from forms.shared import DOCUMENTS, MOVEMENT, NOTE, YEARS

FORM = Form(
    kind="round",
    label="Đợt xét khen",
    plural="Đợt xét khen",
    group="",
    sections=(
        Section(
            "Đợt xét khen",
            (
                Text("name", "Tên đợt xét", width="wide", required=True),
                Choice("basis", "Loại hình", options=choices.BASES, required=True),
                MOVEMENT,
                Day("opened_on", "Ngày mở", width="short"),
                Day("due_on", "Hạn nhận đề nghị", width="short"),
                Day(
                    "rules_on",
                    "Xét theo quy định ngày",
                    width="short",
                    help="Ngày nhận hồ sơ; để trống là ngày mở đợt.",
                ),
                Choice("state", "Tình trạng", options=choices.ROUND_STATES, width="short"),
                Reference("council", "Hội đồng", kinds=("council",), width="wide"),
                Reference("opening_document", "Văn bản mở đợt", kinds=("document",), width="wide"),
                YEARS,
                NOTE,
            ),
        ),
        Section(
            "Theo dõi",
            (
                Reference("pack", "Bộ quy định đã dùng", kinds=("rule_pack",), width="wide", kept=True),
                Rows(
                    "reopenings",
                    "Đã mở lại",
                    fields=(Text("reason", "Lý do"), Text("who", "Ai"), Text("at", "Lúc")),
                    kept=True,
                ),
                DOCUMENTS,
            ),
            folded=True,
        ),
    ),
    columns=(
        Column("name", "Tên đợt xét", 340),
        Column("basis", "Loại hình", 160),
        Column("state", "Tình trạng", 120),
        Column("due_on", "Hạn", 100),
    ),
    natural_key=("name", "opened_on"),
    empty_text="Chưa có đợt xét khen nào trong năm này.",
)
