"""The kinds of paper that the program makes: what each is called, its file's name, its template."""

from collections.abc import Sequence

from reports.awarding.award_paper_kinds import AWARD_PAPERS
from reports.certificates.kinds import CERTIFICATES
from reports.paper_kind import PaperKind

PAPERS = {
    "bao-cao-tong-ket-nam": PaperKind("Báo cáo tổng kết năm", "Bao-cao-tong-ket-nam", "bao-cao-tong-ket-nam.docx"),
    "bieu-chi-tieu": PaperKind("Biểu chỉ tiêu", "Bieu-chi-tieu", "bieu-chi-tieu.xlsx"),
}
INDEX = "muc-luc"
FORM = "bieu-mau"
"""The kind of an official form that was filled; its template is the form itself."""
KINDS = {**PAPERS, INDEX: PaperKind("Mục lục và phát hiện", "Muc-luc", "muc-luc.docx")}
"""Every kind of paper by its key, in the order of the pack."""
APART = {
    "thong-ke-06": PaperKind("Thống kê thi đua, khen thưởng năm", "Thong-ke-thi-dua-khen-thuong", "thong-ke-06.xlsx"),
}
"""What is made of a year's records, too, but only when it is asked for: it is no part of the pack."""
OF_YEARS = {**KINDS, **APART}
"""All that is made of the records of years."""
ANNEXES = {
    "thu-dinh-chinh": PaperKind("Thư đính chính", "Thu-dinh-chinh", "thu-dinh-chinh.docx"),
    "nguon-so-lieu": PaperKind("Nguồn số liệu", "Nguon-so-lieu", "nguon-so-lieu.docx"),
    "danh-sach-thay-doi": PaperKind("Danh sách thay đổi", "Danh-sach-thay-doi", "danh-sach-thay-doi.docx"),
    "so-sanh-hai-ban": PaperKind("So sánh hai bản", "So-sanh-hai-ban", "so-sanh-hai-ban.docx"),
}
"""What is made of a paper that is there already, not of a year's records."""
TEMPLATED: dict[str, PaperKind] = {**OF_YEARS, **ANNEXES, **AWARD_PAPERS, **CERTIFICATES}
"""All that is filled from a template which the office may have of its own."""


def label_of(kind: PaperKind, years: Sequence[int]) -> str:
    """The paper's name: “Báo cáo tổng kết năm 2023”, “Báo cáo tổng kết giai đoạn 2013-2023”."""
    bare = kind.label.removesuffix(" năm")
    return f"{bare} năm {years[0]}" if len(years) == 1 else f"{bare} giai đoạn {years[0]}-{years[-1]}"


def file_name(kind: PaperKind, years: Sequence[int]) -> str:
    """The name in plain ASCII letters: "Bao-cao-tong-ket-nam-2023.docx", "…-2013-2023.docx"."""
    first, last = min(years), max(years)
    return f"{kind.file_stem}-{first}{f'-{last}' if last > first else ''}{kind.suffix}"
