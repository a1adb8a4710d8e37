"""An invented ward's year, full and empty, in the shape that the templates ask for."""

import hashlib
from decimal import Decimal

from reports.prints import Number, Printed, Source
from reports.wording.sentences import sentence, statement
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


def said(text: str, field: str = "words") -> Printed:
    return Printed(text, record=hashlib.md5(text.encode()).hexdigest(), field=field)


def number(value: str, words: str) -> Number:
    return Number(Decimal(value), words, Source(hashlib.md5(words.encode()).hexdigest(), "value"))


LETTERHEAD = Letterhead(
    ("ỦY BAN NHÂN DÂN", "PHƯỜNG HOA SEN"), "Số:       /BC-UBND", "Hoa Sen, ngày       tháng 12 năm 2023"
)
OFFICE = "Ủy ban nhân dân phường Hoa Sen"
SIGNATURE = Signature("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Nguyễn Thị Mẫu", "KT. CHỦ TỊCH")

SECURITY = Field(
    "An ninh, trật tự",
    passages=(said("Công an phường đã tham mưu kế hoạch bảo vệ an ninh, trật tự trên địa bàn."),),
    figures=(
        statement("tội phạm hình sự xảy ra", said("19 vụ"), (said("giảm 03 vụ so với cùng kỳ năm 2022"),)),
        statement("tội phạm ma túy", None, (said("giảm cả về số vụ và số đối tượng"),)),
        statement("số vụ cháy", None),
    ),
    movements=(
        Results(
            "Phong trào Toàn dân bảo vệ an ninh Tổ quốc",
            passages=(said("Phong trào được phát động ở mọi tổ dân phố."),),
            figures=(statement("cơ sở kinh doanh ký cam kết", said("181 cơ sở")),),
        ),
        Results("Phong trào “Ngõ xóm bình yên”"),
    ),
    practices=(sentence("Mô hình ", said("“Camera an ninh”", "name"), " của tổ dân phố số 2."),),
    events=(sentence("Ngày hội Toàn dân bảo vệ an ninh Tổ quốc, ", said("tối 14/8", "held"), "."),),
    tasks=(sentence("Giải phóng mặt bằng ", said("05 dự án"), " trọng điểm."),),
)
WELFARE = Field(
    "An sinh xã hội",
    contributions=(sentence("Vận động được ", said("5.000 suất quà"), ", trị giá ", said("1,8 tỷ đồng"), "."),),
)

FULL = AnnualReport(
    letterhead=LETTERHEAD,
    office=OFFICE,
    period=Period("năm 2023", "năm 2024"),
    signature=SIGNATURE,
    receivers=("UBND thành phố (để báo cáo)", "Các tổ dân phố"),
    situation=Situation(
        passages=(sentence("Phường có diện tích ", said("0,81 km²"), ", dân số ", said("trên 48 ngàn người"), "."),),
        figures=(
            FigureRow("Mật độ dân số", said("xấp xỉ 60 ngàn người/km²"), said("lớn nhất quận")),
            FigureRow("Thu ngân sách", said("2.264 tỷ đồng"), said("vượt 468,9% dự toán, bằng 157,8% so cùng kỳ")),
        ),
    ),
    leading=(said("Phường coi trọng xây dựng “thế trận lòng dân” < & > {{ }}."),),
    fields=(SECURITY, WELFARE),
    awards=Awards(
        proposed=AwardList(
            (AwardRow("Giấy khen của Chủ tịch UBND phường", "Phường", said("05"), said("12"), said("03")),),
            (sentence("Cấp phường: đề nghị tặng Giấy khen cho ", said("05 tập thể"), "."),),
        ),
        granted=AwardList(
            (
                AwardRow("Bằng khen của UBND thành phố", "Thành phố", said("01")),
                AwardRow("Giấy khen", "Phường", remark=said("88 tập thể và cá nhân")),
            )
        ),
    ),
    strengths=("Các tổ dân phố làm chủ việc của mình.",),
    limits=("Số liệu của một số tổ dân phố gửi chậm.", "Nguyên nhân: cán bộ tổ dân phố kiêm nhiệm."),
    lessons=("Việc gì dân bàn thì dân làm.",),
    proposals=("Đề nghị cấp thêm kinh phí cho các tổ dân phố.",),
    outlook=Outlook(
        tasks=("Giữ vững kết quả đã đạt được.",),
        targets=(TargetRow("Tỷ lệ hộ nghèo", "%", said("ước 0,07"), said("0,05 trở xuống")),),
    ),
)
EMPTY = AnnualReport(
    letterhead=LETTERHEAD,
    office=OFFICE,
    period=Period("năm 2023", "năm 2024"),
    signature=Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)
TERM = AnnualReport(
    letterhead=LETTERHEAD,
    office=OFFICE,
    period=Period("nhiệm kỳ 2020 - 2025"),
    signature=SIGNATURE,
    fields=(WELFARE,),
    trend_years=("2021", "2022", "2023", "2024", "2025"),
    trend=(YearRow("Tội phạm hình sự", "vụ", (said("22"), said("19"), "chưa có", said("18"), said("ước 17"))),),
)

SHEET = IndicatorSheet(
    letterhead=LETTERHEAD,
    title="BIỂU CHỈ TIÊU NĂM 2023",
    subtitle="(Kèm theo Báo cáo số       /BC-UBND)",
    last_year_head="Thực hiện năm 2022",
    plan_head="Kế hoạch năm 2023",
    actual_head="Thực hiện năm 2023",
    signature=SIGNATURE,
    groups=(
        IndicatorGroup(
            "I",
            "Kinh tế",
            (
                IndicatorRow(
                    "1", "Thu ngân sách", "triệu đồng",
                    number("1434600", "1.434,6 tỷ đồng"), number("482769", "482,769 tỷ đồng"),
                    number("2264000", "2.264 tỷ đồng"), said("2.264 tỷ đồng"), assessment="Vượt",
                    remark=said("vượt 468,9% dự toán"), source="[1]",
                ),
            ),
        ),
        IndicatorGroup(
            "II",
            "Xã hội",
            (
                IndicatorRow(
                    "2", "Tỷ lệ hộ nghèo", "%", number("0.10", "0,10%"), None, number("0.07", "ước 0,07%"),
                    said("ước 0,07%"), in_points=True,
                ),
                IndicatorRow(
                    "3", "Số vụ cháy", "vụ", number("0", "không có vụ nào"), number("0", "0 vụ"),
                    said("chưa có số liệu"), said("chưa có số liệu"),
                ),
            ),
        ),
    ),
    sources=(
        SourceRow(
            "[1]", "Thu ngân sách", "Thực hiện", said("2.264 tỷ đồng"), "năm 2023", "phường Hoa Sen", "05/12/2023",
            "Báo cáo số 12/BC-UBND, trang 3",
        ),
    ),
)  # fmt: skip
EMPTY_SHEET = IndicatorSheet(
    letterhead=LETTERHEAD, title="BIỂU CHỈ TIÊU NĂM 2023", subtitle="", last_year_head="Thực hiện năm 2022",
    plan_head="Kế hoạch năm 2023", actual_head="Thực hiện năm 2023", signature=SIGNATURE,
)  # fmt: skip
