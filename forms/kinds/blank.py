"""Phôi giấy khen: a pre-printed sheet, where each line goes on it, and how many sheets there are."""

from forms import choices
from forms.fields import Choice, Column, Day, Flag, Form, Reference, Rows, Section, Text, Whole
from forms.shared import NOTE

FORM = Form(
    kind="blank",
    label="Phôi giấy khen",
    plural="Phôi giấy khen",
    group="Khen thưởng",
    sections=(
        Section(
            "Phôi",
            (
                Text("name", "Tên phôi", width="wide", required=True),
                Reference("award_type", "Dùng cho", kinds=("award_type",), width="wide"),
                Whole("width", "Rộng (1/10 mm)", width="short"),
                Whole("height", "Cao (1/10 mm)", width="short"),
                Whole("offset_x", "Dịch sang phải (1/10 mm)", width="short", help="Bù lệch máy in; âm là sang trái."),
                Whole("offset_y", "Dịch xuống (1/10 mm)", width="short", help="Âm là dịch lên."),
                NOTE,
            ),
        ),
        Section(
            "Vị trí in",
            (
                Rows(
                    "places",
                    "Vị trí in",
                    fields=(
                        Choice("item", "In gì", options=choices.CERTIFICATE_ITEMS),
                        Whole("x", "Cách trái", width="short"),
                        Whole("y", "Cách trên", width="short"),
                        Whole("width", "Rộng", width="short"),
                        Whole("height", "Cao", width="short"),
                        Text("font", "Phông chữ"),
                        Whole("size", "Cỡ chữ × 2", width="short"),
                        Whole("least_size", "Cỡ nhỏ nhất × 2", width="short"),
                        Flag("bold", "Đậm"),
                        Flag("italic", "Nghiêng"),
                        Text("colour", "Màu", width="short"),
                        Choice("align", "Căn", options=choices.ALIGNMENTS, width="short"),
                        Choice("fit", "Khi dài quá", options=choices.FITS, width="short"),
                    ),
                ),
            ),
            folded=True,
        ),
        Section(
            "Theo dõi phôi",
            (
                Rows(
                    "stock",
                    "Nhập, dùng, hỏng",
                    fields=(
                        Day("moved_on", "Ngày", width="short"),
                        Choice("movement", "Việc", options=choices.BLANK_MOVEMENTS, width="short"),
                        Whole("count", "Số tờ", width="short"),
                        Reference("award", "Khen thưởng", kinds=("award",)),
                        Text("reason", "Lý do, ghi chú"),
                    ),
                ),
            ),
        ),
    ),
    columns=(Column("name", "Tên phôi", 300), Column("award_type", "Dùng cho", 260)),
    natural_key=("name",),
    empty_text="Chưa có phôi nào. Thêm phôi (Ctrl+N).",
)
