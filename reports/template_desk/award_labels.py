"""What the fields of award papers are called on screen, which context fills each kind, which lists are rows."""

from collections.abc import Mapping

from reports.awarding.attendance import Attendance, MemberRow
from reports.awarding.decision_papers import Decision, PublicNotice
from reports.awarding.dossier_index import DossierIndex, IndexRow
from reports.awarding.granted import GrantedGroup, GrantedRow
from reports.awarding.meeting_papers import BallotPaper, CountingRecord, Invitation, Meeting, Minutes
from reports.awarding.neighbourhood_papers import CulturedFamilies, Neighbourhood, NeighbourhoodReport
from reports.awarding.nominee_lists import AwardGroup, Counts, NomineeRow
from reports.awarding.payment_papers import PaymentList, PaymentRow
from reports.awarding.proposal_papers import Proposal
from reports.awarding.supplement_papers import SupplementRequest
from reports.awarding.votes import VoteRow

_HEAD = {"letterhead": "Đầu văn bản", "signature": "Chỗ ký"}
_OF_A_MEETING = {**_HEAD, "meeting": "Cuộc họp"}
_LISTED = {"counts": "Số lượng", "groups": "Theo từng danh hiệu, hình thức", "rows": "Danh sách"}
_YEAR = "Năm xét"

AWARD_LABELS: Mapping[type, Mapping[str, str]] = {
    Proposal: {
        **_HEAD,
        **_LISTED,
        "subject": "Về việc",
        "addressees": "Kính gửi",
        "grounds": "Căn cứ",
        "office": "Cơ quan trình",
        "authority": "Người quyết định",
        "basis": "Loại hình khen",
        "attachments": "Hồ sơ kèm theo",
        "cited": "Số, ngày tờ trình",
    },
    NomineeRow: {
        "name": "Họ tên, tên tập thể, hộ",
        "title": "Chức vụ, đơn vị, địa chỉ",
        "achievement": "Tóm tắt thành tích",
        "award": "Danh hiệu, hình thức",
        "kind": "Tập thể, cá nhân hay hộ",
        "proposer": "Đơn vị đề nghị",
    },
    AwardGroup: {
        "award": "Danh hiệu, hình thức",
        "giving": "Tặng gì",
        "counts": "Số lượng",
        "ground": "Điều của luật",
        "rows": "Danh sách",
    },
    Counts: {
        "collectives": "Số tập thể",
        "persons": "Số cá nhân",
        "households": "Số hộ gia đình",
        "all": "Tổng số",
        "words": "Số lượng bằng câu",
    },
    Meeting: {
        "council": "Tên hội đồng",
        "decided_by": "Quyết định thành lập",
        "subject": "Họp về việc",
        "purpose": "Nội dung họp",
        "opening": "Giờ bắt đầu",
        "closing": "Giờ kết thúc",
        "day": "Ngày họp",
        "place": "Địa điểm",
        "attendance": "Thành viên",
    },
    Attendance: {
        "members": "Danh sách thành viên",
        "total": "Tổng số thành viên",
        "present": "Số có mặt",
        "away": "Số vắng mặt",
        "absent": "Danh sách vắng mặt",
        "chair": "Chủ trì",
        "secretary": "Thư ký",
    },
    MemberRow: {
        "name": "Họ tên",
        "title": "Chức vụ",
        "role": "Vai trò",
        "presence": "Dự họp",
        "reason": "Lý do vắng",
    },
    Invitation: {**_OF_A_MEETING, "counts": "Số đề nghị"},
    Minutes: {
        **_OF_A_MEETING,
        "dossiers": "Số hồ sơ nhận",
        "unfit": "Hồ sơ không đưa ra xét",
        "opinions": "Ý kiến thành viên",
        "method": "Cách bỏ phiếu",
        "votes": "Kết quả bỏ phiếu",
        "passed": "Số được thông qua",
        "lowered": "Số được thông qua mức thấp hơn",
        "failed": "Số không được thông qua",
        "conclusion": "Kết luận",
    },
    BallotPaper: {**_OF_A_MEETING, "secret": "Có phải bỏ phiếu kín", "rows": "Danh sách bỏ phiếu"},
    CountingRecord: {
        **_OF_A_MEETING,
        "secret": "Có phải bỏ phiếu kín",
        "tellers": "Tổ kiểm phiếu",
        "issued": "Số phiếu phát ra",
        "returned": "Số phiếu thu về",
        "valid": "Số phiếu hợp lệ",
        "invalid": "Số phiếu không hợp lệ",
        "written": "Số ý kiến bằng văn bản",
        "votes": "Kết quả",
    },
    VoteRow: {
        "name": "Họ tên, tên tập thể, hộ",
        "title": "Chức vụ, đơn vị, địa chỉ",
        "award": "Danh hiệu, hình thức",
        "agree": "Đồng ý",
        "disagree": "Không đồng ý",
        "members": "Tổng số thành viên",
        "percent": "Tỷ lệ",
        "conclusion": "Kết luận",
    },
    Decision: {
        **_HEAD,
        **_LISTED,
        "chair": "Người quyết định (chữ hoa)",
        "chair_words": "Người quyết định",
        "subject": "Về việc",
        "grounds": "Căn cứ",
        "proposed_by": "Theo đề nghị của ai",
        "listed": "Có danh sách kèm theo",
        "prized": "Có tiền thưởng",
        "total": "Tổng tiền thưởng",
        "total_words": "Tổng tiền thưởng bằng chữ",
        "last": "Số của điều cuối",
        "executors": "Ai thi hành",
        "cited": "Số, ngày quyết định",
    },
    GrantedGroup: {
        "award": "Danh hiệu, hình thức",
        "giving": "Tặng gì",
        "counts": "Số lượng",
        "deed": "Đã có thành tích gì",
        "inline": "Kể tên trong câu",
        "rows": "Danh sách",
    },
    GrantedRow: {
        "name": "Họ tên, tên tập thể, hộ",
        "title": "Chức vụ, đơn vị, địa chỉ",
        "award": "Danh hiệu, hình thức",
        "kind": "Tập thể, cá nhân hay hộ",
        "achievement": "Thành tích",
        "book_number": "Số sổ vàng",
        "prize": "Tiền thưởng",
        "order": "Số thứ tự trong danh sách",
    },
    PublicNotice: {
        **_HEAD,
        **_LISTED,
        "office": "Tên cơ quan trong câu",
        "subject": "Về việc",
        "decided": "Đã có quyết định",
        "decision": "Số, ngày quyết định",
        "cultured_families": "Có phải Gia đình văn hóa",
    },
    SupplementRequest: {
        **_HEAD,
        "office": "Tên cơ quan trong câu",
        "addressee": "Kính gửi",
        "round": "Đợt xét",
        "nominee": "Đề nghị khen ai",
        "received_on": "Ngày nhận hồ sơ",
        "missing": "Cần bổ sung",
        "due": "Hạn bổ sung",
    },
    PaymentList: {
        **_HEAD,
        "decision": "Số, ngày quyết định",
        "rows": "Danh sách",
        "total": "Tổng số tiền",
        "total_words": "Tổng số tiền bằng chữ",
        "missing": "Số dòng chưa rõ mức thưởng",
    },
    PaymentRow: {
        "name": "Họ tên, tên tập thể, hộ",
        "title": "Chức vụ, đơn vị, địa chỉ",
        "award": "Danh hiệu, hình thức",
        "factor": "Hệ số",
        "base": "Lương cơ sở",
        "amount": "Số tiền",
        "remark": "Ghi chú",
    },
    DossierIndex: {
        "letterhead": "Đầu văn bản",
        "office": "Tên cơ quan trong câu",
        "round": "Đợt xét",
        "rows": "Các văn bản",
        "day": "Ngày lập",
    },
    IndexRow: {"name": "Tên văn bản", "issued": "Số, ngày", "file": "Tên tệp"},
    CulturedFamilies: {
        "authority": "Người quyết định",
        "office": "Tên cơ quan trong câu",
        "year": _YEAR,
        "neighbourhoods": "Từng tổ dân phố",
    },
    Neighbourhood: {
        "letterhead": "Đầu văn bản",
        "name": "Tên tổ dân phố",
        "rows": "Các hộ đề nghị",
        "count": "Số hộ đề nghị",
        "unfit": "Các hộ không đạt",
    },
    NeighbourhoodReport: {
        "letterhead": "Đầu văn bản",
        "name": "Tên tổ dân phố",
        "award": "Danh hiệu",
        "authority": "Người quyết định",
        "year": _YEAR,
        "achievements": "Thành tích",
    },
}
AWARD_TABLE_ROWS = frozenset({NomineeRow, MemberRow, VoteRow, GrantedRow, PaymentRow, IndexRow})
AWARD_VARIABLES: Mapping[type | str, str] = {
    AwardGroup: "group",
    GrantedGroup: "group",
    Neighbourhood: "page",
    **dict.fromkeys(AWARD_TABLE_ROWS, "row"),
    "addressees": "one",
}
AWARD_CONTEXTS: Mapping[str, type] = {
    **dict.fromkeys(("to-trinh", "danh-sach-trich-ngang", "nd86-04", "dang-to-trinh"), Proposal),
    "giay-moi-hop": Invitation,
    **dict.fromkeys(("bien-ban-hoi-dong", "nd86-06", "dang-bien-ban"), Minutes),
    "phieu-bau": BallotPaper,
    "bien-ban-kiem-phieu": CountingRecord,
    **dict.fromkeys(("quyet-dinh-khen", "nd86-10", "nd86-11", "dang-quyet-dinh"), Decision),
    "cong-khai": PublicNotice,
    "phieu-yeu-cau-bo-sung": SupplementRequest,
    "danh-sach-chi-thuong": PaymentList,
    "muc-luc-ho-so": DossierIndex,
    **dict.fromkeys(("nd86-01", "nd86-02", "nd86-03"), CulturedFamilies),
    "nd86-05": NeighbourhoodReport,
}
"""The context that each kind of award paper fills its template with."""
