"""Kết quả bỏ phiếu: how one meeting voted on one nomination."""

from forms import choices
from forms.fields import Choice, Column, Form, Reference, Section, Text, Whole
from forms.shared import NOTE, YEARS

FORM = Form(
    kind="ballot",
    label="Kết quả bỏ phiếu",
    plural="Kết quả bỏ phiếu",
    group="",
    sections=(
        Section(
            "Kết quả bỏ phiếu",
            (
                Reference("meeting", "Cuộc họp", kinds=("meeting",), width="wide", kept=True),
                Reference("nomination", "Đề nghị", kinds=("nomination",), width="wide", kept=True),
                Reference("award_type", "Danh hiệu, hình thức", kinds=("award_type",), width="wide", kept=True),
                Whole("first_agree", "Lần 1: đồng ý", width="short", kept=True),
                Whole("first_disagree", "Lần 1: không đồng ý", width="short", kept=True),
                Whole("first_invalid", "Lần 1: không hợp lệ", width="short", kept=True),
                Whole("second_agree", "Lần 2: đồng ý", width="short", kept=True),
                Whole("second_disagree", "Lần 2: không đồng ý", width="short", kept=True),
                Whole("second_invalid", "Lần 2: không hợp lệ", width="short", kept=True),
                Whole("written_agree", "Ý kiến bằng văn bản: đồng ý", width="short", kept=True),
                Whole("written_disagree", "Ý kiến bằng văn bản: không đồng ý", width="short", kept=True),
                Whole("members", "Tổng số thành viên", width="short", kept=True),
                Reference("lower_type", "Mức thấp hơn được biểu quyết", kinds=("award_type",), kept=True),
                Whole("lower_agree", "Đồng ý mức thấp hơn", width="short", kept=True),
                Text("threshold", "Tỷ lệ cần đạt", width="short", kept=True),
                Choice("result", "Kết quả", options=choices.BALLOT_RESULTS, width="short", kept=True),
                YEARS,
                NOTE,
            ),
        ),
    ),
    columns=(
        Column("nomination", "Đề nghị", 320),
        Column("meeting", "Cuộc họp", 240),
        Column("result", "Kết quả", 120),
    ),
    natural_key=("meeting", "nomination", "award_type", "threshold"),
    empty_text="Chưa có kết quả bỏ phiếu nào trong năm này.",
)
