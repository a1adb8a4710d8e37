"""Đóng góp, ủng hộ: gifts, money, land, labour."""

from forms.fields import Choice, Column, Day, Form, Reference, Section, Text
from forms.shared import DOCUMENTS, MOVEMENT, NOTE, PARTICIPANTS, PERIOD, WORK_FIELD, YEARS

KINDS = {
    "tien": "Tiền",
    "hien_vat": "Hiện vật, quà",
    "dat": "Đất",
    "ngay_cong": "Ngày công",
    "nha": "Xây, sửa nhà",
    "khac": "Khác",
}
MEANINGS = {"total": "Là tổng số", "each": "Là số cho mỗi nơi nhận", "unclear": "Chưa rõ là tổng hay mỗi"}
FORM = Form(
    kind="contribution",
    label="Đóng góp, ủng hộ",
    plural="Đóng góp, ủng hộ",
    group="Phong trào",
    sections=(
        Section(
            "Đóng góp",
            (
                Text("name", "Nội dung", lines=2, width="wide", required=True),
                Choice("contribution_kind", "Loại", options=KINDS),
                Day("given_on", "Ngày", width="short"),
                PERIOD,
                YEARS,
                Reference("unit", "Nơi vận động", kinds=("unit",)),
                WORK_FIELD,
                MOVEMENT,
                Text("purpose", "Mục đích", width="wide"),
                Choice("amount_meaning", "Số tiền ghi dưới đây", options=MEANINGS),
                Text("summary", "Diễn giải", help="Được in vào báo cáo năm.", lines=3, width="wide"),
                PARTICIPANTS,
            ),
        ),
        Section("Thêm", (DOCUMENTS, NOTE), folded=True),
    ),
    columns=(
        Column("title", "Nội dung", 340),
        Column("contribution_kind", "Loại", 110),
        Column("participants", "Ai", 200),
        Column("period_words", "Thời gian", 140),
    ),
    natural_key=("name", "unit", "given_on", "period", "period_words"),
    empty_text="Chưa có đóng góp nào trong năm này. Thêm đóng góp (Ctrl+N).",
    has_figures=True,
)
