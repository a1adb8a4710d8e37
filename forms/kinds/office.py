"""Cơ quan: a body of the ward that issues papers."""

from forms.fields import Choice, Column, Day, Flag, Form, Reference, Rows, Section, Text, Whole
from forms.shared import NOTE

BODIES = {
    "ubnd": "Ủy ban nhân dân",
    "dang_uy": "Đảng ủy",
    "hdnd": "Hội đồng nhân dân",
    "mttq": "Ủy ban Mặt trận Tổ quốc",
    "ban_chi_dao": "Ban chỉ đạo",
    "cong_an": "Công an phường",
    "khac": "Khác",
}
LAYOUTS = {"nd30": "Nghị định 30/2020/NĐ-CP", "dang": "Văn bản của Đảng"}
TONE_STYLES = {"cu": "hòa, thủy (kiểu cũ)", "moi": "hoà, thuỷ (kiểu mới)"}
FORM = Form(
    kind="office",
    label="Cơ quan",
    plural="Cơ quan",
    group="Sổ sách",
    sections=(
        Section(
            "Cơ quan",
            (
                Text("name", "Tên cơ quan", width="wide", required=True),
                Choice("body", "Loại", options=BODIES),
                Reference("unit", "Của đơn vị", kinds=("unit",)),
                Choice("layout", "Thể thức văn bản", options=LAYOUTS),
                Choice("tone_style", "Cách đặt dấu", options=TONE_STYLES),
                Flag("keeper", "Cơ quan giữ sổ này"),
            ),
        ),
        Section(
            "Đầu văn bản",
            (
                Rows(
                    "letterheads",
                    "Đầu văn bản theo thời gian",
                    fields=(
                        Day("since", "Từ ngày", width="short"),
                        Day("until", "Đến ngày", width="short"),
                        Text("upper_line", "Dòng trên", help="Ủy ban nhân dân phường, xã để trống.", width="wide"),
                        Text("line", "Dòng dưới (in đậm)", width="wide"),
                        Text("place", "Địa danh"),
                        Text("symbol", "Ký hiệu", help="Ví dụ: UBND", width="short"),
                    ),
                ),
                Rows(
                    "signatories",
                    "Người ký theo thời gian",
                    fields=(
                        Day("since", "Từ ngày", width="short"),
                        Day("until", "Đến ngày", width="short"),
                        Text(
                            "authority",
                            "Quyền hạn ký",
                            suggestions=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "T/M ĐẢNG ỦY"),
                        ),
                        Text("position_title", "Chức vụ", suggestions=("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "BÍ THƯ")),
                        Text("name", "Họ và tên"),
                    ),
                ),
                Rows(
                    "numbers",
                    "Số văn bản đã cấp",
                    fields=(
                        Text("doc_kind", "Loại văn bản"),
                        Whole("year", "Năm", width="short"),
                        Whole("last", "Số cuối", width="short"),
                    ),
                ),
                NOTE,
            ),
        ),
    ),
    columns=(Column("title", "Tên cơ quan", 280), Column("body", "Loại", 160), Column("unit", "Đơn vị", 200)),
    natural_key=("name",),
    empty_text="Chưa khai báo cơ quan nào.",
)
