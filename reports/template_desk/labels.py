"""What each field of the contexts is called on screen, and the name that a loop gives to the items of a list."""

from collections.abc import Mapping

from reports.annexes.changes import ChangedRow, ChangeList
from reports.annexes.comparison import ComparedPaper, ComparedPart, ComparedRow
from reports.annexes.correction import Correction, CorrectionRow
from reports.annexes.sources import SourceAnnex
from reports.annexes.sources import SourceRow as PrintedSource
from reports.awarding.statistics_context import STATISTICS_LABELS, STATISTICS_ROWS
from reports.certificates.certificates import Certificate
from reports.template_desk.achievement_labels import ACHIEVEMENT_LABELS, ACHIEVEMENT_ROWS
from reports.template_desk.award_labels import AWARD_LABELS, AWARD_TABLE_ROWS, AWARD_VARIABLES
from reports.yearly.annual_report_context import (
    AnnualReport,
    AwardList,
    AwardRow,
    Awards,
    Field,
    FigureRow,
    Letterhead,
    Outlook,
    Period,
    Results,
    Signature,
    Situation,
    TargetRow,
    YearRow,
)
from reports.yearly.indicator_sheet_context import IndicatorGroup, IndicatorRow, IndicatorSheet, SourceRow
from reports.yearly.pack_index import DifferenceLine, FindingLine, PackIndex, PaperLine

_RESULTS = {
    "title": "Tên",
    "passages": "Các đoạn văn",
    "figures": "Các số liệu",
    "practices": "Mô hình, điển hình",
    "events": "Sự kiện, ngày hội",
    "tasks": "Nhiệm vụ, công trình, dự án",
    "contributions": "Đóng góp, ủng hộ",
    "points": "Mọi ý (trừ các đoạn văn)",
}

_CERTIFICATE = {
    "person": "Xưng hô và họ tên",
    "address_form": "Xưng hô (Ông, Bà, Tập thể)",
    "name": "Họ tên, tên tập thể, chủ hộ",
    "as_title": "Chức vụ, đơn vị, địa chỉ",
    "achievement": "Thành tích",
    "authority": "Người quyết định tặng",
    "verb": "Chữ “TẶNG”, “TRUY TẶNG”",
    "giving": "Chữ “TẶNG DANH HIỆU”, “TRUY TẶNG DANH HIỆU”",
    "posthumous": "Truy tặng",
    "award": "Tên danh hiệu, hình thức khen",
    "decision": "Dòng quyết định số, ngày",
    "decision_number": "Số quyết định",
    "decision_day": "Ngày quyết định",
    "book_number": "Dòng số sổ vàng",
    "order_number": "Số trong sổ vàng",
    "place_and_date": "Địa danh, ngày tháng năm",
    "sign_title": "Chức vụ người ký",
    "signer": "Họ tên người ký",
    "red_flags": "Có hàng cờ đỏ hai bên Quốc huy",
    "uid": "Mã bản ghi khen thưởng",
}

LABELS: Mapping[type, Mapping[str, str]] = {
    Certificate: _CERTIFICATE,
    **AWARD_LABELS,
    **STATISTICS_LABELS,
    **ACHIEVEMENT_LABELS,
    AnnualReport: {
        "letterhead": "Đầu văn bản",
        "office": "Tên cơ quan trong câu",
        "period": "Thời gian báo cáo",
        "signature": "Chỗ ký",
        "receivers": "Nơi nhận",
        "addressee": "Kính gửi",
        "opening": "Các đoạn mở đầu",
        "situation": "Đặc điểm, tình hình",
        "leading": "Các đoạn mở đầu phần kết quả",
        "fields": "Kết quả từng lĩnh vực",
        "trend_years": "Các năm của bảng qua các năm",
        "trend": "Chỉ tiêu qua các năm",
        "awards": "Khen thưởng",
        "strengths": "Ưu điểm",
        "limits": "Hạn chế, nguyên nhân",
        "lessons": "Bài học kinh nghiệm",
        "outlook": "Phương hướng, nhiệm vụ",
        "proposals": "Kiến nghị, đề xuất",
    },
    Letterhead: {
        "office": "Các dòng tên cơ quan",
        "number": "Số, ký hiệu",
        "place_and_date": "Nơi và ngày",
        "superior": "Cơ quan cấp trên",
    },
    Signature: {
        "authority": "Thẩm quyền ký",
        "post": "Chức vụ",
        "name": "Họ tên người ký",
        "deputy_for": "Ký thay ai",
    },
    Period: {"words": "Thời gian bằng chữ", "next_words": "Thời gian tới bằng chữ"},
    Situation: {"passages": "Các đoạn văn", "figures": "Bảng số liệu cơ bản"},
    FigureRow: {"name": "Nội dung", "figure": "Số liệu", "remark": "Ghi chú"},
    Results: _RESULTS,
    Field: {**_RESULTS, "movements": "Các phong trào của lĩnh vực"},
    YearRow: {"name": "Chỉ tiêu", "measure": "Đơn vị tính", "figures": "Số liệu từng năm"},
    Awards: {
        "passages": "Các đoạn văn",
        "proposed": "Đã đề nghị",
        "granted": "Đã được tặng",
        "refused": "Không được tặng",
    },
    AwardList: {"rows": "Bảng khen thưởng", "sentences": "Câu kể theo từng cấp"},
    AwardRow: {
        "name": "Danh hiệu, hình thức",
        "level": "Cấp",
        "collectives": "Số tập thể",
        "persons": "Số cá nhân",
        "households": "Số hộ gia đình",
        "remark": "Ghi chú",
    },
    Outlook: {"passages": "Các đoạn văn", "tasks": "Nhiệm vụ", "targets": "Bảng chỉ tiêu"},
    TargetRow: {
        "name": "Chỉ tiêu",
        "measure": "Đơn vị tính",
        "actual": "Thực hiện",
        "target": "Chỉ tiêu giao",
        "remark": "Ghi chú",
    },
    IndicatorSheet: {
        "letterhead": "Đầu văn bản",
        "title": "Tên biểu",
        "subtitle": "Dòng dưới tên biểu",
        "last_year_head": "Đầu cột năm trước",
        "plan_head": "Đầu cột kế hoạch",
        "actual_head": "Đầu cột thực hiện",
        "signature": "Chỗ ký",
        "groups": "Các nhóm chỉ tiêu",
        "sources": "Bảng nguồn số liệu",
    },
    IndicatorGroup: {"no": "Số La Mã của nhóm", "title": "Tên nhóm", "rows": "Các dòng chỉ tiêu"},
    IndicatorRow: {
        "no": "Số thứ tự",
        "name": "Chỉ tiêu",
        "measure": "Đơn vị tính",
        "last_year": "Năm trước",
        "plan": "Kế hoạch",
        "actual": "Thực hiện",
        "words": "Số liệu như đã nói",
        "in_points": "Có phải là tỷ lệ phần trăm",
        "assessment": "Đánh giá",
        "remark": "Ghi chú",
        "source": "Nguồn",
    },
    SourceRow: {
        "no": "Số thứ tự",
        "indicator": "Chỉ tiêu",
        "column": "Cột",
        "figure": "Số liệu",
        "period": "Kỳ",
        "scope": "Phạm vi",
        "said_on": "Ngày báo",
        "source": "Nguồn",
    },
    PackIndex: {
        "office": "Tên cơ quan trong câu",
        "period": "Thời gian bằng chữ",
        "made_on": "Ngày lập",
        "book": "Tên tệp sổ",
        "papers": "Các văn bản của bộ",
        "warnings": "Điều cần xem lại",
        "differences": "Chỗ các văn bản không khớp",
        "findings": "Chỗ chưa khớp trong sổ",
        "more_findings": "Số chỗ chưa khớp không kể hết",
    },
    PaperLine: {"label": "Tên văn bản", "file": "Tên tệp"},
    DifferenceLine: {"kind": "Loại", "paper": "Văn bản", "place": "Chỗ", "sentence": "Nội dung"},
    Correction: {
        "letterhead": "Đầu văn bản",
        "subject": "Về việc",
        "addressee": "Kính gửi",
        "office": "Tên cơ quan trong câu",
        "paper": "Văn bản được đính chính",
        "values": "Nội dung in chưa đúng",
        "gone": "Nội dung đã in, nay bỏ",
        "new": "Nội dung chưa in, nay bổ sung",
        "signature": "Chỗ ký",
    },
    CorrectionRow: {
        "what": "Nội dung",
        "place": "Vị trí",
        "printed": "Đã in là",
        "right": "Đúng là",
        "why": "Căn cứ",
    },
    SourceAnnex: {
        "paper": "Văn bản",
        "book": "Tên tệp sổ",
        "made_on": "Ngày lập",
        "rows": "Bảng nguồn số liệu",
    },
    PrintedSource: {
        "place": "Vị trí",
        "printed": "Số liệu đã in",
        "record": "Bản ghi",
        "source": "Nguồn",
        "evidence": "Minh chứng",
        "change": "Lần sửa gần nhất",
    },
    ChangeList: {
        "paper": "Văn bản",
        "who": "Người cập nhật",
        "book": "Tên tệp sổ",
        "made_on": "Ngày lập",
        "rows": "Bảng thay đổi",
        "untouched": "Số giá trị giữ nguyên",
        "notes": "Lưu ý",
    },
    ChangedRow: {
        "what": "Nội dung",
        "place": "Vị trí",
        "old": "Trước",
        "new": "Sau",
        "chosen": "Cách xử lý",
        "why": "Vì sao",
    },
    ComparedPaper: {
        "title": "Văn bản",
        "older": "Bản trước",
        "newer": "Bản sau",
        "parts": "Các nhóm so sánh",
    },
    ComparedPart: {"title": "Tên nhóm", "rows": "Bảng so sánh"},
    ComparedRow: {"what": "Nội dung", "old": "Bản trước", "new": "Bản sau"},
    FindingLine: {"severity": "Mức", "sentence": "Nội dung", "accepted": "Lý do chấp nhận"},
}

TABLE_ROWS = frozenset(
    {
        AwardRow,
        ChangedRow,
        ComparedRow,
        CorrectionRow,
        DifferenceLine,
        FigureRow,
        FindingLine,
        IndicatorRow,
        PaperLine,
        PrintedSource,
        SourceRow,
        TargetRow,
        YearRow,
        *AWARD_TABLE_ROWS,
        *STATISTICS_ROWS,
        *ACHIEVEMENT_ROWS,
    }
)
"""The items that the program's own templates print as rows of a table; other lists are printed as paragraphs."""

TABLE_COLUMNS = frozenset({"trend_years"})
"""Lists that are printed as the columns of a table."""

VARIABLES: Mapping[type | str, str] = {
    Field: "field",
    Results: "movement",
    IndicatorGroup: "group",
    ComparedPart: "part",
    **{row: "row" for row in TABLE_ROWS},
    "office": "line",
    "receivers": "one",
    "trend_years": "year",
    "figures": "figure",
    **AWARD_VARIABLES,
}
"""What a loop calls the items of a list, by their type or else by the list's name; else "text"."""
