"""Đơn vị: a node of the ward's tree, with dated names."""

from forms import choices
from forms.fields import Column, Day, Form, Reference, Rows, Section, Text
from forms.shared import DOCUMENTS, NOTE, PARTICIPANTS

FORM = Form(
    kind="unit",
    label="Đơn vị",
    plural="Đơn vị",
    group="Sổ sách",
    sections=(
        Section(
            "Tên gọi",
            (
                Rows(
                    "names",
                    "Tên, loại và đơn vị cấp trên theo thời gian",
                    help="Đổi tên thì thêm một dòng với ngày bắt đầu; không lập đơn vị mới.",
                    required=True,
                    fields=(
                        Text("name", "Tên đơn vị", width="wide", required=True),
                        Text("unit_kind", "Loại", suggestions=choices.UNIT_KINDS),
                        Reference("parent", "Thuộc", kinds=("unit",)),
                        Day("since", "Từ ngày", width="short"),
                        Day("until", "Đến ngày", width="short"),
                        Text("short_name", "Tên tắt"),
                    ),
                ),
                Text("code", "Mã", width="short"),
                Text("address", "Địa chỉ, trụ sở", width="wide"),
                Day("founded", "Ngày thành lập", width="short"),
                Day("ended", "Ngày kết thúc", width="short"),
            ),
        ),
        Section("Thêm", (PARTICIPANTS, DOCUMENTS, NOTE), folded=True),
    ),
    columns=(
        Column("title", "Tên đơn vị", 280),
        Column("unit_kind", "Loại", 120),
        Column("parent", "Thuộc", 200),
    ),
    natural_key=("names.name", "names.parent"),
    empty_text="Chưa có đơn vị nào. Thêm đơn vị (Ctrl+N).",
    has_figures=True,
)
