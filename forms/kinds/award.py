"""Khen thưởng: one entry of the register."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Rows, Section, Text, Whole
from forms.shared import DOCUMENTS, MOVEMENT, NOTE, PARTICIPANTS, PERIOD, WORK_FIELD, YEARS

STATES = {
    "proposed": "Đề nghị",
    "granted": "Đã có quyết định",
    "refused": "Không được khen",
    "cancelled": "Đã hủy",
}
FORM = Form(
    kind="award",
    label="Khen thưởng",
    plural="Khen thưởng",
    group="Khen thưởng",
    sections=(
        Section(
            "Khen thưởng",
            (
                Reference(
                    "award_type",
                    "Danh hiệu, hình thức",
                    kinds=("award_type",),
                    words="form_words",
                    required=True,
                ),
                Choice("state", "Tình trạng", options=STATES, required=True),
                Choice("level", "Cấp khen", options=choices.LEVELS),
                Rows(
                    "recipients",
                    "Ai được khen",
                    fields=(
                        Choice("recipient_kind", "Là", options=choices.RECIPIENT_KINDS, width="short"),
                        Reference("who", "Cá nhân, đơn vị, hộ", kinds=("person", "unit", "household"), words="words"),
                        Text("as_title", "Chức vụ, đơn vị khi đó"),
                    ),
                ),
                Text(
                    "counted_words",
                    "Hoặc số lượng bằng lời",
                    help="Ví dụ: 88 tập thể và cá nhân; chưa rõ tên.",
                    width="wide",
                ),
                Whole("collectives", "Số tập thể", width="short"),
                Whole("persons", "Số cá nhân", width="short"),
                Whole("households", "Số hộ", width="short"),
                Text("reason", "Thành tích", lines=2, width="wide"),
                PERIOD,
                YEARS,
            ),
        ),
        Section(
            "Quyết định",
            (
                Rows(
                    "issuers",
                    "Ai khen",
                    fields=(Reference("issuer", "Cơ quan", kinds=("unit",), words="words"),),
                ),
                Text("decision_number", "Số quyết định"),
                Day("decided_on", "Ngày quyết định", width="short"),
                Reference("decision", "Văn bản", kinds=("document",)),
                Text("book_number", "Số sổ vàng", width="short"),
                Day("proposed_on", "Ngày đề nghị", width="short"),
            ),
        ),
        Section(
            "Thuộc về",
            (
                MOVEMENT,
                Reference("event", "Trao tại sự kiện", kinds=("event",)),
                Reference("practice", "Về mô hình", kinds=("practice",)),
                Reference("part_of", "Nằm trong lần khen", kinds=("award",)),
                WORK_FIELD,
                PARTICIPANTS,
                DOCUMENTS,
                NOTE,
            ),
            folded=True,
        ),
    ),
    columns=(
        Column("recipients", "Ai được khen", 260),
        Column("award_type", "Danh hiệu, hình thức", 200),
        Column("state", "Tình trạng", 130),
        Column("level", "Cấp", 130),
        Column("decision_number", "Số quyết định", 120),
        Column("decided_on", "Ngày", 100),
    ),
    natural_key=(
        "award_type",
        "form_words",
        "level",
        "state",
        "recipients.who",
        "recipients.words",
        "counted_words",
        "collectives",
        "persons",
        "households",
        "issuers.issuer",
        "issuers.words",
        "decision_number",
        "decided_on",
        "period",
        "period_words",
        "movement",
        "event",
        "practice",
        "part_of",
        "reason",
    ),
    empty_text="Chưa có khen thưởng nào trong năm này. Thêm khen thưởng (Ctrl+N).",
    has_figures=True,
)
