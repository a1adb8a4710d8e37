"""Cuộc họp Hội đồng: who came, how it voted, and what was concluded."""

from forms import choices
from forms.fields import Choice, Column, Day, Form, Reference, Rows, Section, Text, Whole
from forms.shared import NOTE, YEARS

FORM = Form(
    kind="meeting",
    label="Cuộc họp Hội đồng",
    plural="Cuộc họp Hội đồng",
    group="",
    sections=(
        Section(
            "Cuộc họp",
            (
                Reference("council", "Hội đồng", kinds=("council",), width="wide"),
                Reference("round", "Đợt xét", kinds=("round",), width="wide"),
                Day("held_on", "Ngày họp", width="short"),
                Text("starts", "Bắt đầu lúc", width="short"),
                Text("ends", "Kết thúc lúc", width="short"),
                Text("place", "Địa điểm", width="wide"),
                Reference("chair", "Chủ trì", kinds=("person",), words="chair_words"),
                Reference("secretary", "Thư ký", kinds=("person",), words="secretary_words"),
                Text("invitation_number", "Số giấy mời", width="short"),
                Day("invited_on", "Ngày mời", width="short"),
                Text("minutes_number", "Số biên bản", width="short"),
                Text("purpose", "Nội dung họp", lines=2, width="wide"),
                Text("opinions", "Ý kiến thành viên", lines=4, width="wide"),
                Text("conclusion", "Kết luận", lines=3, width="wide"),
                YEARS,
            ),
        ),
        Section(
            "Bỏ phiếu",
            (
                Choice("method", "Cách bỏ phiếu", options=choices.VOTE_METHODS, kept=True),
                Rows(
                    "attendance",
                    "Thành viên",
                    fields=(
                        Reference("who", "Họ tên", kinds=("person",), words="words"),
                        Choice("role", "Vai trò", options=choices.COUNCIL_ROLES),
                        Text("as_title", "Chức vụ"),
                        Choice("presence", "Dự họp", options=choices.PRESENCES),
                        Text("reason", "Lý do vắng"),
                    ),
                    kept=True,
                ),
                Rows(
                    "conflicts",
                    "Không bỏ phiếu vì có liên quan",
                    fields=(
                        Reference("who", "Thành viên", kinds=("person",), words="words"),
                        Reference("nomination", "Đề nghị", kinds=("nomination",)),
                        Text("reason", "Lý do"),
                    ),
                    kept=True,
                ),
                Rows(
                    "tellers",
                    "Tổ kiểm phiếu",
                    fields=(
                        Reference("who", "Họ tên", kinds=("person",), words="words"),
                        Choice("role", "Vai trò", options=choices.TELLER_ROLES),
                    ),
                ),
                Whole("issued", "Phiếu phát ra", width="short", kept=True),
                Whole("returned", "Phiếu thu về", width="short", kept=True),
                Whole("invalid", "Phiếu không hợp lệ", width="short", kept=True),
                Text("first_by", "Người kiểm lần 1", kept=True),
                Text("second_by", "Người kiểm lần 2", kept=True),
                Text("locked_at", "Khóa kết quả lúc", width="short", kept=True),
                Text("locked_by", "Người khóa", kept=True),
                Rows(
                    "unlockings",
                    "Đã mở khóa",
                    fields=(Text("reason", "Lý do"), Text("who", "Ai"), Text("at", "Lúc")),
                    kept=True,
                ),
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("title", "Cuộc họp", 320),
        Column("held_on", "Ngày họp", 100),
        Column("place", "Địa điểm", 200),
        Column("minutes_number", "Số biên bản", 120),
    ),
    natural_key=("council", "round", "held_on"),
    empty_text="Chưa có cuộc họp Hội đồng nào trong năm này.",
)
