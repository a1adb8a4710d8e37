"""Đề nghị khen: who is proposed for what, what was found about it, and what became of it."""

from forms import choices
from forms.fields import Choice, Column, Day, Flag, Form, Reference, Rows, Section, Text, Whole
from forms.shared import DOCUMENTS, MOVEMENT, NOTE, PERIOD, YEARS

FORM = Form(
    kind="nomination",
    label="Đề nghị khen",
    plural="Đề nghị khen",
    group="",
    sections=(
        Section(
            "Đề nghị",
            (
                Reference("round", "Đợt xét", kinds=("round",), width="wide"),
                Reference(
                    "nominee",
                    "Đề nghị khen ai",
                    kinds=("person", "unit", "household"),
                    words="nominee_words",
                    required=True,
                    width="wide",
                ),
                Choice("recipient_kind", "Là", options=choices.RECIPIENT_KINDS, width="short"),
                Text("as_title", "Chức vụ, đơn vị", width="wide"),
                Reference(
                    "award_type",
                    "Danh hiệu, hình thức",
                    kinds=("award_type",),
                    words="form_words",
                    required=True,
                    width="wide",
                ),
                Reference("proposer", "Đơn vị đề nghị", kinds=("unit",), words="proposer_words"),
                Day("received_on", "Ngày nhận", width="short"),
                Text("achievement", "Tóm tắt thành tích", lines=4, width="wide"),
                PERIOD,
                Rows(
                    "initiatives",
                    "Sáng kiến dùng để xét",
                    fields=(Reference("initiative", "Sáng kiến", kinds=("initiative",)),),
                ),
                Choice("worker_group", "Nhóm", options=choices.WORKER_GROUPS),
                Flag("posthumous", "Truy tặng"),
                Whole("place_in_list", "Thứ tự", width="short"),
                YEARS,
            ),
        ),
        Section(
            "Kết quả",
            (
                Choice("state", "Tình trạng", options=choices.NOMINATION_STATES, kept=True),
                Day("state_on", "Ngày", width="short", kept=True),
                Text("state_reason", "Lý do", width="wide", kept=True),
                Day("supplement_due", "Hạn bổ sung", width="short", kept=True),
                Choice("verdict", "Điều kiện", options=choices.VERDICTS, kept=True),
                Text("judged_words", "Giải thích", lines=4, width="wide", kept=True),
                Text("judged_at", "Xét lúc", width="short", kept=True),
                Text("route", "Theo tiêu chuẩn", width="short", kept=True),
                Text("judged_pack", "Mã bộ quy định", width="short", kept=True),
                Reference("lowered_to", "Khen mức", kinds=("award_type",), kept=True),
                Reference("submission", "Tờ trình cấp trên", kinds=("submission",), kept=True),
                Reference("decision", "Quyết định", kinds=("document",), kept=True),
                Reference("award", "Khen thưởng", kinds=("award",), kept=True),
            ),
        ),
        Section(
            "Xác nhận và lý do",
            (
                Rows(
                    "confirmations",
                    "Đã xác nhận",
                    fields=(
                        Text("rule", "Mã"),
                        Text("words", "Điều kiện"),
                        Choice("answer", "Trả lời", options=choices.ANSWERS),
                        Text("who", "Ai"),
                        Text("at", "Lúc"),
                        Text("note", "Ghi chú"),
                    ),
                    kept=True,
                ),
                Rows(
                    "overrides",
                    "Lý do vẫn đề nghị",
                    fields=(
                        Text("rule", "Mã"),
                        Text("words", "Điều vướng"),
                        Text("reason", "Lý do"),
                        Text("who", "Ai"),
                        Text("at", "Lúc"),
                    ),
                    kept=True,
                ),
                MOVEMENT,
                Reference("practice", "Về mô hình", kinds=("practice",)),
                DOCUMENTS,
                NOTE,
            ),
            folded=True,
        ),
    ),
    columns=(
        Column("nominee", "Đề nghị khen ai", 240),
        Column("award_type", "Danh hiệu, hình thức", 200),
        Column("state", "Tình trạng", 120),
        Column("verdict", "Điều kiện", 110),
        Column("proposer", "Đơn vị đề nghị", 160),
        Column("round", "Đợt xét", 200),
    ),
    natural_key=("round", "nominee", "nominee_words", "as_title", "award_type", "form_words"),
    empty_text="Chưa có đề nghị khen nào trong năm này. Mở “Đợt xét khen” để đề nghị.",
)
