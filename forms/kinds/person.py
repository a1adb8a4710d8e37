"""Cá nhân: a person; rank and form of address stand apart from sex."""

from forms.fields import Choice, Column, Day, Form, Reference, Rows, Section, Text
from forms.shared import MORE

SEXES = {"nam": "Nam", "nu": "Nữ"}
FORM = Form(
    kind="person",
    label="Cá nhân",
    plural="Cá nhân",
    group="Sổ sách",
    sections=(
        Section(
            "Họ tên",
            (
                Text("name", "Họ và tên", width="wide", required=True),
                Day("birth", "Ngày sinh", help="Có thể chỉ ghi năm.", width="short"),
                Choice("sex", "Giới tính", options=SEXES, width="short"),
                Text(
                    "rank",
                    "Cấp bậc, học hàm",
                    suggestions=(
                        "Trung tướng",
                        "Thiếu tướng",
                        "Đại tá",
                        "Thượng tá",
                        "Trung tá",
                        "Thiếu tá",
                        "Đại úy",
                    ),
                    width="short",
                ),
                Text("address_form", "Xưng hô", suggestions=("Ông", "Bà", "Đồng chí"), width="short"),
                Text("printed_name", "Tên khi in", help="Để trống nếu in như Họ và tên."),
                Rows(
                    "positions",
                    "Chức vụ, đơn vị theo thời gian",
                    fields=(
                        Text("title", "Chức vụ", width="wide"),
                        Reference("unit", "Đơn vị", kinds=("unit",), words="unit_words"),
                        Day("since", "Từ ngày", width="short"),
                        Day("until", "Đến ngày", width="short"),
                    ),
                ),
            ),
        ),
        Section(
            "Lý lịch",
            (
                Text("identity_number", "Số định danh, CCCD"),
                Text("education", "Trình độ, đào tạo", width="wide"),
                Text("hometown", "Quê quán", width="wide"),
                Text("residence", "Nơi ở", width="wide"),
                Text("ethnicity", "Dân tộc", width="short"),
                Text("phone", "Điện thoại", width="short"),
                Day("death", "Ngày mất", width="short"),
            ),
            folded=True,
        ),
        MORE,
    ),
    columns=(
        Column("title", "Họ và tên", 220),
        Column("birth", "Ngày sinh", 90),
        Column("position", "Chức vụ", 240),
        Column("unit", "Đơn vị", 220),
    ),
    natural_key=(
        "name",
        "birth",
        "identity_number",
        "positions.title",
        "positions.unit",
        "positions.unit_words",
    ),
    empty_text="Chưa có cá nhân nào. Thêm cá nhân (Ctrl+N).",
    has_figures=True,
)
