"""The kinds of certificate that we draw on plain paper."""

from reports.paper_kind import PaperKind

GIAY_KHEN = "giay-khen"
TITLE = "giay-chung-nhan"
CULTURED_FAMILY = "giay-chung-nhan-gia-dinh-van-hoa"
PARTY = "giay-khen-dang"

CERTIFICATES = {
    GIAY_KHEN: PaperKind("Giấy khen", "Giay-khen", "giay-khen.docx"),
    TITLE: PaperKind("Giấy chứng nhận danh hiệu", "Giay-chung-nhan", "giay-chung-nhan.docx"),
    CULTURED_FAMILY: PaperKind(
        "Giấy chứng nhận Gia đình văn hóa",
        "Giay-chung-nhan-Gia-dinh-van-hoa",
        "giay-chung-nhan-gia-dinh-van-hoa.docx",
    ),
    PARTY: PaperKind("Giấy khen của tổ chức đảng", "Giay-khen-dang", "giay-khen-dang.docx"),
}
FITS = {
    GIAY_KHEN: {GIAY_KHEN, PARTY},
    PARTY: {GIAY_KHEN, PARTY},
    TITLE: {TITLE, CULTURED_FAMILY},
    CULTURED_FAMILY: {CULTURED_FAMILY},
}
"""Which awards may be printed on a drawing, by the drawing that is usual for them: never a title as a Giấy khen."""
OVERPRINT = PaperKind("Giấy khen in trên phôi", "Giay-khen-tren-phoi", "phoi.docx")
"""What is printed on a blank; its template is made of the blank's places."""


def drawing_for(code: str, form: str) -> str:
    """The drawing that is usual for an award type, by its code and form (`danh_hieu`, `hinh_thuc` …)."""
    if code == "gia_dinh_van_hoa":
        return CULTURED_FAMILY
    if code.startswith("giay_khen_dang"):
        return PARTY
    return TITLE if form == "danh_hieu" else GIAY_KHEN
