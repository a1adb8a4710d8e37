"""Closed sets of values that several kinds share: permanent key, Vietnamese label."""

LEVELS = {
    "trung_uong": "Trung ương",
    "tinh": "Tỉnh, thành phố",
    "huyen": "Quận, huyện (đến 30/6/2025)",
    "phuong": "Phường, xã",
    "co_so": "Cơ sở, khu dân cư",
}
ROLES = {
    "owner": "Chủ trì, chủ mô hình",
    "organiser": "Đơn vị tổ chức",
    "partner": "Phối hợp",
    "helper": "Tham gia thực hiện",
    "assignee": "Được giao việc",
    "guest": "Khách mời, đại biểu dự",
    "speaker": "Phát biểu, giao lưu",
    "presenter": "Người trao",
    "member": "Thành viên",
    "giver": "Người ủng hộ",
    "receiver": "Người nhận",
    "praised_by": "Được biểu dương bởi",
}
RECIPIENT_KINDS = {"tap_the": "Tập thể", "ca_nhan": "Cá nhân", "ho_gia_dinh": "Hộ gia đình", "khac": "Khác"}
WORK_FIELDS = (
    "Kinh tế, ngân sách",
    "Đô thị, đất đai, môi trường",
    "Giải phóng mặt bằng",
    "Văn hóa - xã hội",
    "Quốc phòng - an ninh",
    "Cải cách hành chính, chuyển đổi số",
    "Xây dựng Đảng, hệ thống chính trị",
    "Dân vận",
    "Thi đua, khen thưởng",
)
UNIT_KINDS = (
    "phường",
    "xã",
    "quận",
    "huyện",
    "thành phố",
    "tỉnh",
    "tổ dân phố",
    "khu phố",
    "thôn",
    "đảng bộ",
    "đảng ủy",
    "chi bộ",
    "Mặt trận Tổ quốc",
    "đoàn thể",
    "chi hội",
    "phòng, ban",
    "trường học",
    "công an",
    "quân sự",
    "ban chỉ đạo",
    "doanh nghiệp",
    "dòng họ",
    "nhóm, câu lạc bộ",
    "cơ quan cấp trên",
)
DOCUMENT_KINDS = (
    "Kế hoạch",
    "Nghị quyết",
    "Quyết định",
    "Báo cáo",
    "Tờ trình",
    "Công văn",
    "Thông báo",
    "Chương trình",
    "Chỉ thị",
    "Hướng dẫn",
    "Biên bản",
    "Quy chế",
    "Đề án",
)
PASSAGE_SECTIONS = {
    "situation": "Đặc điểm tình hình",
    "leadership": "Công tác lãnh đạo, chỉ đạo",
    "results": "Kết quả thực hiện",
    "awards": "Khen thưởng",
    "strengths": "Ưu điểm",
    "limits": "Hạn chế, nguyên nhân",
    "lessons": "Bài học kinh nghiệm",
    "directions": "Phương hướng, nhiệm vụ",
    "proposals": "Kiến nghị, đề xuất",
}
BASES = {
    "cong_trang": "Công trạng",
    "dot_xuat": "Đột xuất",
    "chuyen_de": "Phong trào, chuyên đề",
    "cong_hien": "Quá trình cống hiến",
    "nien_han": "Niên hạn",
    "doi_ngoai": "Đối ngoại",
}
GRADES = {
    "HTXSNV": "Hoàn thành xuất sắc nhiệm vụ",
    "HTTNV": "Hoàn thành tốt nhiệm vụ",
    "HTNV": "Hoàn thành nhiệm vụ",
    "KHTNV": "Không hoàn thành nhiệm vụ",
}
RATING_SIDES = {"work": "Công việc", "party": "Đảng viên, tổ chức đảng"}
INITIATIVE_KINDS = {"sang_kien": "Sáng kiến", "de_tai": "Đề tài khoa học"}
INITIATIVE_STATES = {
    "registered": "Đã đăng ký",
    "recognised": "Được công nhận",
    "accepted": "Được nghiệm thu",
    "refused": "Không được công nhận",
}
INITIATIVE_SCOPES = {"co_so": "Cơ sở", "tinh": "Tỉnh, thành phố", "toan_quoc": "Toàn quốc"}
DISCIPLINE_MATTERS = {
    "ky_luat": "Đang xem xét kỷ luật",
    "dieu_tra": "Đang điều tra",
    "thanh_tra": "Đang thanh tra, kiểm tra có dấu hiệu vi phạm",
    "khieu_nai": "Đang xác minh đơn khiếu nại, tố cáo",
    "bao_chi": "Đang xác minh vấn đề báo chí nêu",
    "da_ky_luat": "Đã bị kỷ luật",
    "xu_phat": "Bị xử phạt vi phạm hành chính",
    "hinh_su": "Bị truy cứu trách nhiệm hình sự",
    "khac": "Việc khác",
}
DISCIPLINE_DEGREES = {
    "khien_trach": "Khiển trách",
    "canh_cao": "Cảnh cáo",
    "ha_bac_luong": "Hạ bậc lương",
    "giang_chuc": "Giáng chức",
    "cach_chuc": "Cách chức",
    "buoc_thoi_viec": "Buộc thôi việc",
    "khai_tru": "Khai trừ",
    "khac": "Khác",
}
COUNCIL_ROLES = {
    "chair": "Chủ tịch Hội đồng",
    "deputy": "Phó Chủ tịch Hội đồng",
    "standing": "Ủy viên thường trực",
    "member": "Ủy viên",
    "secretary": "Ủy viên, thư ký",
}
TELLER_ROLES = {"head": "Tổ trưởng", "member": "Thành viên", "witness": "Người chứng kiến"}
VOTE_METHODS = {"secret": "Bỏ phiếu kín", "open": "Biểu quyết công khai"}
PRESENCES = {"present": "Có mặt", "absent": "Vắng", "written": "Vắng, có ý kiến bằng văn bản"}
BALLOT_RESULTS = {"passed": "Đạt", "failed": "Không đạt"}
ROUND_STATES = {
    "open": "Đang nhận đề nghị",
    "reviewing": "Đang xét",
    "voted": "Hội đồng đã bỏ phiếu",
    "decided": "Đã có quyết định",
    "closed": "Đã xong",
}
NOMINATION_STATES = {
    "nominated": "Đã đề nghị",
    "supplement": "Chờ bổ sung",
    "withdrawn": "Đã rút",
    "passed": "Hội đồng thông qua",
    "failed": "Hội đồng không thông qua",
    "submitted": "Đã trình cấp trên",
    "returned": "Cấp trên trả lại",
    "granted": "Được khen",
    "lowered": "Được khen mức thấp hơn",
    "refused": "Không được khen",
    "cancelled": "Đã hủy quyết định",
}
VERDICTS = {"enough": "Đủ", "short": "Chưa đủ", "confirm": "Cần xác nhận"}
ANSWERS = {"yes": "Có", "no": "Không"}
WORKER_GROUPS = {
    "leader": "Lãnh đạo, quản lý",
    "worker": "Trực tiếp công tác, lao động",
    "entrepreneur": "Doanh nhân",
    "enterprise": "Doanh nghiệp",
}
SUBMISSION_STATES = {
    "sent": "Đã trình",
    "returned": "Bị trả lại",
    "supplemented": "Đã bổ sung",
    "answered": "Đã có kết quả",
    "withdrawn": "Đã rút",
}
FUND_DIRECTIONS = {"in": "Thu", "out": "Chi"}
FUND_KINDS = {
    "allotted": "Được cấp",
    "given": "Được ủng hộ",
    "prize": "Tiền thưởng",
    "organising": "Chi tổ chức phong trào",
    "printing": "In giấy khen, mua khung",
    "recovered": "Thu hồi tiền thưởng",
    "other": "Khoản khác",
}
CERTIFICATE_ITEMS = {
    "address_form": "Ông/Bà",
    "name": "Họ tên, tên tập thể, chủ hộ",
    "as_title": "Chức vụ, đơn vị, địa chỉ",
    "achievement": "Thành tích",
    "place_and_date": "Địa danh, ngày tháng năm",
    "sign_title": "Chức vụ người ký",
    "signer": "Họ tên người ký",
    "decision": "Số, ngày quyết định",
    "book_number": "Số sổ vàng",
    "authority": "Người quyết định tặng",
    "verb": "Chữ “TẶNG”, “TRUY TẶNG”",
    "award": "Tên hình thức khen",
}
ALIGNMENTS = {"left": "Trái", "center": "Giữa", "right": "Phải"}
FITS = {"shrink": "Thu nhỏ", "wrap": "Xuống dòng"}
BLANK_MOVEMENTS = {"in": "Nhập", "used": "Dùng", "spoiled": "Hỏng"}
