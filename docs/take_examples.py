"""Writes the examples beside the fields of the templates anew, from the sample ward: python -m docs.take_examples."""

import dataclasses
import datetime as dt
import json
import tempfile
from pathlib import Path

from docs.award_examples import nominee_examples
from docs.round_examples import round_examples
from reports.awarding.statistics import statistics
from reports.certificates.certificates import Certificate
from reports.certificates.kinds import CERTIFICATES
from reports.papers import PAPERS, file_name, label_of
from reports.template_desk.fields import EXAMPLES, examples_in
from reports.yearly.indicator_sheet import indicator_sheet
from reports.yearly.pack_index import DifferenceLine, PaperLine, pack_index
from reports.yearly.year_report import annual_report
from tests.reports.cases import SAMPLE, take_in
from ward.awarding.counted_period import counted_period
from ward.year_view import year_view

KEPT = Path(__file__).resolve().parent.parent / "reports" / "templates" / EXAMPLES
YEARS = (2025,)
TERM = (2024, 2025)
DAY = dt.date(2025, 12, 5)
SHEET = Certificate(
    name="Phạm Thị Mẫu",
    address_form="Bà",
    as_title="Tổ trưởng Tổ dân phố số 3, phường An Bình (mẫu)",
    achievement="Đã có thành tích xuất sắc trong phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2025",
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH (MẪU)",
    award="GIẤY KHEN",
    decision_number="123/QĐ-UBND",
    decision_day="05 tháng 12 năm 2025",
    order_number="07",
    place_and_date="An Bình, ngày 05 tháng 12 năm 2025",
    sign_title="CHỦ TỊCH",
    signer="Lê Thị Thu Mẫu",
    red_flags=True,
    uid="0190a1b2c3d4e5f60718293a4b5c6d7e",
)


def examples() -> dict[str, dict[str, str]]:
    """What each field prints for the sample ward, by kind of paper and path of the field."""
    with tempfile.TemporaryDirectory() as folder:
        book = take_in(SAMPLE, Path(folder) / "Phường Hoa Sen.sovang")
        view = year_view(book.db, YEARS, DAY)
        papers = tuple(PaperLine(label_of(one, YEARS), file_name(one, YEARS)) for one in PAPERS.values())
        sentence = "Số gõ tay “15” trong “đã trao 15 suất quà”. Hãy kiểm tra số này."
        found_here = DifferenceLine("Số gõ tay", papers[0].label, "mục “Đánh giá chung”", sentence)
        index = dataclasses.replace(pack_index(book, view, (), DAY), papers=papers, differences=(found_here,))
        contexts = {
            "bao-cao-tong-ket-nam": annual_report(view, DAY).names(),
            "bieu-chi-tieu": indicator_sheet(view, DAY).names(),
            "muc-luc": index.names(),
            "thong-ke-06": statistics(view, counted_period(book.db, YEARS), DAY).names(),
            **dict.fromkeys(CERTIFICATES, SHEET.names()),
        }
        term = examples_in("bao-cao-tong-ket-nam", annual_report(year_view(book.db, TERM, DAY), DAY).names())
        book.close()
        of_nominees = nominee_examples(Path(folder))
    found = {kind: examples_in(kind, context) for kind, context in contexts.items()} | of_nominees
    of_year = found["bao-cao-tong-ket-nam"]
    of_year.update({path: text for path, text in term.items() if not of_year[path]})
    found.update(round_examples())
    return found


def main() -> None:
    """Writes the file that `reports.template_desk.fields` reads."""
    KEPT.write_text(json.dumps(examples(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
