"""Fields that stand in several forms."""

from forms import choices
from forms.fields import Choice, Period, Reference, Rows, Section, Text, Years

PARTICIPANTS = Rows(
    "participants",
    "Ai tham gia",
    fields=(
        Choice("role", "Vai trò", options=choices.ROLES),
        Reference("who", "Cá nhân, đơn vị", kinds=("person", "unit", "household"), words="words"),
        Text("as_title", "Chức danh khi đó"),
        Text("note", "Ghi chú"),
    ),
)
DOCUMENTS = Rows(
    "documents",
    "Văn bản liên quan",
    fields=(Reference("document", "Văn bản", kinds=("document",)), Text("note", "Ghi chú")),
)
NOTE = Text("note", "Ghi chú", lines=3, width="wide")
YEARS = Years("years", "Năm công tác", help="Có thể nhiều năm, ví dụ: 2023, 2024.", width="short")
PERIOD = Period("period", "Thời gian", words="period_words", help="Ví dụ: năm 2023, quý III, từ 01/8 đến 15/8/2023.")
WORK_FIELD = Text("field", "Lĩnh vực", suggestions=choices.WORK_FIELDS)
MOVEMENT = Reference("movement", "Phong trào, chuyên đề", kinds=("movement",))
MORE = Section("Thêm", (PARTICIPANTS, DOCUMENTS, NOTE), folded=True)
