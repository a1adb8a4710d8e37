"""What each field of the achievement reports and of the papers beside them is called on screen."""

from collections.abc import Mapping

from reports.awarding.achievement_context import (
    AnyoneReport,
    CollectiveReport,
    HouseholdReport,
    PersonReport,
    ServiceReport,
    Summary,
)
from reports.awarding.achievement_parts import (
    CollectiveFacts,
    Deeds,
    HouseholdFacts,
    InitiativeRow,
    PastAwardRow,
    PastAwards,
    PersonFacts,
    PostRow,
    PostTotal,
    Proposed,
    RatingRow,
    ResultRow,
)
from reports.awarding.award_life import AwardLife, LifeRow
from reports.awarding.initiative_paper import AuthorRow, InitiativePaper
from reports.awarding.registration_list import RegistrationList, RegistrationRow

_HEAD = {"letterhead": "Đầu văn bản", "proposed": "Đề nghị"}
_DEEDS = {"deeds": "Thành tích"}
_PAST = {"past": "Đã được khen thưởng"}
_REPORTER = {"reporter": "Người báo cáo"}
_DECISION = "Số, ngày quyết định; cơ quan"

ACHIEVEMENT_CONTEXTS: Mapping[str, type] = {
    "bao-cao-thanh-tich-tap-the": CollectiveReport,
    "bao-cao-thanh-tich-ca-nhan": PersonReport,
    "bao-cao-dot-xuat": AnyoneReport,
    "bao-cao-chuyen-de": AnyoneReport,
    "bao-cao-cong-hien": ServiceReport,
    "bao-cao-ho-gia-dinh": HouseholdReport,
    "tom-tat-thanh-tich": Summary,
    "xac-nhan-sang-kien": InitiativePaper,
    "dang-ky-thi-dua": RegistrationList,
    "doi-khen-thuong": AwardLife,
}
"""The context of each of these papers."""

ACHIEVEMENT_LABELS: Mapping[type, Mapping[str, str]] = {
    CollectiveReport: {
        **_HEAD,
        "collective": "Tập thể",
        **_DEEDS,
        **_PAST,
        "situation": "Các đoạn về đặc điểm, tình hình",
    },
    PersonReport: {
        **_HEAD,
        "person": "Cá nhân",
        **_DEEDS,
        **_PAST,
        "is_head": "Có phải người đứng đầu",
        "unit_summary": "Tóm tắt thành tích của tập thể",
        **_REPORTER,
    },
    AnyoneReport: {
        **_HEAD,
        "collective": "Tập thể",
        "person": "Cá nhân",
        "household": "Hộ gia đình",
        **_DEEDS,
        "is_collective": "Có phải tập thể",
        "is_person": "Có phải cá nhân",
        "is_household": "Có phải hộ gia đình",
        "matter": "Việc đột xuất",
        **_REPORTER,
    },
    ServiceReport: {
        **_HEAD,
        "person": "Cá nhân",
        "posts": "Bảng quá trình công tác",
        "totals": "Bảng tổng thời gian từng chức vụ",
        "whole": "Tổng thời gian giữ các chức vụ",
        **_PAST,
        "woman": "Có phải nữ",
        **_REPORTER,
    },
    HouseholdReport: {
        **_HEAD,
        "household": "Hộ gia đình",
        **_DEEDS,
        "cultural": "Danh hiệu Gia đình văn hóa trong thời gian báo cáo",
        **_REPORTER,
    },
    Summary: {
        **_HEAD,
        "name": "Tên cá nhân, tập thể, hộ",
        "unit": "Chức vụ, đơn vị, địa chỉ",
        **_DEEDS,
        **_PAST,
    },
    Proposed: {
        "words": "Tặng gì",
        "award": "Tên danh hiệu, hình thức",
        "period": "Thời gian báo cáo",
        "years": "Các năm báo cáo",
        "movement": "Phong trào",
        "posthumous": "Có phải truy tặng",
        "central": "Có phải cấp Nhà nước",
    },
    CollectiveFacts: {
        "name": "Tên tập thể",
        "address": "Trụ sở",
        "founded": "Ngày thành lập",
        "superior": "Đơn vị cấp trên",
    },
    PersonFacts: {
        "name": "Họ và tên",
        "birth": "Ngày sinh",
        "sex": "Giới tính",
        "hometown": "Quê quán",
        "residence": "Nơi ở",
        "unit": "Đơn vị công tác",
        "post": "Chức vụ",
        "education": "Trình độ",
        "rank": "Cấp bậc, học hàm",
        "phone": "Điện thoại",
        "death": "Ngày mất",
    },
    HouseholdFacts: {
        "name": "Tên hộ",
        "head": "Chủ hộ",
        "birth": "Năm sinh chủ hộ",
        "address": "Địa chỉ",
        "neighbourhood": "Tổ dân phố, thôn",
        "members": "Số người",
    },
    Deeds: {
        "achievement": "Tóm tắt thành tích và các đoạn về kết quả",
        "results": "Bảng chỉ tiêu qua các năm",
        "figures": "Số liệu bằng lời",
        "work": "Nhiệm vụ, đóng góp",
        "practices": "Mô hình, điển hình",
        "measures": "Các đoạn về chỉ đạo, ưu điểm",
        "movements": "Đăng ký, phong trào, sự kiện",
        "ratings": "Bảng xếp loại",
        "party_ratings": "Bảng xếp loại của Đảng",
        "initiatives": "Bảng sáng kiến",
    },
    PastAwards: {
        "titles": "Bảng danh hiệu thi đua",
        "forms": "Bảng hình thức khen thưởng",
        "rows": "Cả hai bảng",
    },
    PastAwardRow: {"year": "Năm", "name": "Danh hiệu, hình thức", "decision": _DECISION},
    RatingRow: {"year": "Năm", "grade": "Mức", "decision": _DECISION},
    InitiativeRow: {"year": "Năm", "name": "Tên sáng kiến", "scope": "Cấp công nhận", "decision": _DECISION},
    ResultRow: {
        "year": "Năm",
        "name": "Chỉ tiêu (đơn vị)",
        "plan": "Kế hoạch",
        "actual": "Thực hiện",
        "of_plan": "% so với kế hoạch",
        "of_last_year": "% so với năm trước",
    },
    PostRow: {
        "time": "Từ tháng, năm đến tháng, năm",
        "title": "Chức vụ",
        "unit": "Đơn vị công tác",
        "length": "Số năm, tháng",
        "remark": "Ghi chú",
    },
    PostTotal: {"title": "Chức vụ", "length": "Tổng thời gian"},
    InitiativePaper: {
        "letterhead": "Đầu văn bản",
        "office": "Tên cơ quan trong câu",
        "kind": "Sáng kiến hay đề tài",
        "name": "Tên sáng kiến",
        "authors": "Bảng tác giả",
        "field": "Lĩnh vực",
        "decision": "Quyết định công nhận",
        "scope": "Phạm vi công nhận",
        "applied_since": "Áp dụng từ",
        "effect": "Hiệu quả áp dụng",
        "spread": "Phạm vi ảnh hưởng, nhân rộng",
        "signature": "Chỗ ký",
    },
    AuthorRow: {"name": "Tác giả", "unit": "Chức vụ, đơn vị", "share": "Đóng góp"},
    RegistrationList: {
        "letterhead": "Đầu văn bản",
        "unit": "Đơn vị",
        "year": "Năm",
        "rows": "Bảng đăng ký",
        "collectives": "Số tập thể",
        "persons": "Số cá nhân",
        "households": "Số hộ gia đình",
    },
    RegistrationRow: {
        "name": "Ai đăng ký",
        "post": "Chức vụ, đơn vị",
        "title": "Danh hiệu đăng ký",
        "form": "Hình thức khen đăng ký",
        "content": "Chỉ tiêu, nội dung",
        "remark": "Ghi chú",
    },
    AwardLife: {
        "letterhead": "Đầu văn bản",
        "name": "Tên",
        "facts": "Các dòng lý lịch",
        "counted": "Số lần được tặng",
        "rows": "Bảng khen thưởng",
        "signature": "Chỗ ký",
    },
    LifeRow: {
        "year": "Năm",
        "name": "Danh hiệu, hình thức",
        "reason": "Thành tích",
        "decision": _DECISION,
        "remark": "Ghi chú",
    },
}

ACHIEVEMENT_ROWS = frozenset(
    {
        AuthorRow,
        InitiativeRow,
        LifeRow,
        PastAwardRow,
        PostRow,
        PostTotal,
        RatingRow,
        RegistrationRow,
        ResultRow,
    }
)
"""The items that these templates print as rows of a table."""
