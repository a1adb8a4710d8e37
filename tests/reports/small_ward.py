"""A small ward's year, made by hand through the one door: what the papers of the tests are made from."""

from pathlib import Path
from typing import Any

from ward.book import Book
from ward.edits import Add
from ward.statements import typed_claims, typed_figure, typed_period

YEAR = 2023


class Hand:
    """Writes records into a new file and gives their ids."""

    def __init__(self, path: Path, *, sample: bool = False) -> None:
        self.book = Book.create(path, who="Người ghi", installation="máy thử", sample=sample)

    def add(self, kind: str, **values: Any) -> int:
        """One record; of this year unless `years` says otherwise."""
        yearly = kind not in ("unit", "office", "person", "household", "indicator", "award_type", "alias", "year")
        if yearly:
            values.setdefault("years", (YEAR,))
        return self.book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]

    def figure(self, text: str, *, claims: str = "", period: str = "", role: str = "actual", **values: Any) -> int:
        """One statement as the clerk types it."""
        parts = typed_figure(text, measure=values.pop("measure", ""))
        times = typed_period(period) if period else {}
        rows = typed_claims(claims) if claims else []
        return self.add("figure", role=role, claims=rows, **parts, **times, **values)

    def unit(self, name: str, kind: str, parent: int | None = None, **row: str) -> int:
        return self.add("unit", names=[{"name": name, "unit_kind": kind, "parent": parent, **row}])


def make_small_ward(path: Path, *, sample: bool = False) -> Book:
    """A ward under a quận with something of every kind in 2023. The caller closes the book."""
    hand = Hand(path, sample=sample)
    district = hand.unit("Quận Hồng Hà", "quận")
    ward = hand.unit("Phường Yên Thái", "phường", district)
    _office(hand, ward)
    _situation(hand, ward)
    movement = _movements(hand, ward)
    _awards(hand, movement)
    _outlook(hand)
    return hand.book


def _office(hand: Hand, ward: int) -> None:
    hand.add(
        "office",
        name="Ủy ban nhân dân phường Yên Thái",
        body="ubnd",
        unit=ward,
        keeper=True,
        letterheads=[
            {"upper_line": "ỦY BAN NHÂN DÂN", "line": "PHƯỜNG YÊN THÁI", "place": "Yên Thái", "symbol": "UBND"}
        ],
        signatories=[
            {
                "authority": "TM. ỦY BAN NHÂN DÂN",
                "position_title": "CHỦ TỊCH",
                "name": "Trần Văn Sơn",
                "until": "2023-06-30",
            },
            {
                "authority": "TM. ỦY BAN NHÂN DÂN",
                "position_title": "CHỦ TỊCH",
                "name": "Lê Thị Hà",
                "since": "2023-07-01",
            },
        ],
    )
    hand.add("year", year=YEAR, theme="Kỷ cương, trách nhiệm, hành động, sáng tạo, phát triển")


def _situation(hand: Hand, ward: int) -> None:
    hand.add("passage", section="situation", text="Phường Yên Thái nằm ở phía tây quận Hồng Hà, có 12 tổ dân phố.")
    people = hand.add("indicator", name="Dân số", measure="người", group="Đặc điểm tình hình", direction="none")
    area = hand.add("indicator", name="Diện tích tự nhiên", measure="km2", group="Đặc điểm tình hình")
    hand.figure("trên 48 ngàn", indicator=people, measure="người", period="năm 2023")
    hand.figure("0,81km2", indicator=area)
    block = hand.unit("Khu phố Đình Hương I", "khu phố", ward)
    homes = hand.add("indicator", name="Số hộ", measure="hộ", group="Đặc điểm tình hình")
    hand.figure("234 hộ", indicator=homes, scope=[{"unit": block}])
    budget = hand.add(
        "indicator", name="Thu ngân sách", measure="đồng", group="Kinh tế, ngân sách", direction="higher"
    )
    hand.figure(
        "gần 9,3 tỷ đồng", indicator=budget, claims="vượt 16,3% dự toán, bằng 157,8% so cùng kỳ", period="năm 2023"
    )
    hand.figure("8 tỷ đồng", indicator=budget, role="plan", period="năm 2023")
    hand.figure("5,9 tỷ đồng", indicator=budget, period="năm 2022", years=(2022,))
    hand.figure("10 tỷ đồng", indicator=budget, role="target", period="năm 2024", years=(2024,))
    crimes = hand.add(
        "indicator", name="Tội phạm hình sự", measure="vụ", group="Quốc phòng - an ninh", direction="lower"
    )
    hand.figure("19 vụ", indicator=crimes, claims="giảm 03 vụ so với cùng kỳ năm 2022")
    drugs = hand.add(
        "indicator", name="Tội phạm ma túy", measure="vụ", group="Quốc phòng - an ninh", direction="lower"
    )
    hand.figure("giảm cả về số vụ và số đối tượng", indicator=drugs)
    works = hand.add("indicator", name="Hộ cận nghèo", measure="hộ", group="Văn hóa - xã hội", direction="lower")
    hand.figure("chưa có số liệu", indicator=works)
    poor = hand.add("indicator", name="Tỷ lệ hộ nghèo", measure="%", group="Văn hóa - xã hội", direction="lower")
    hand.figure("0,08%", indicator=poor, source_words="Báo cáo của Ban Giảm nghèo")
    hand.figure("0,07%", indicator=poor, role="estimate", period="tính đến ngày 30/11/2023")
    two = hand.add(
        "indicator", name="Hộ đạt Gia đình văn hóa", measure="hộ", group="Văn hóa - xã hội", direction="higher"
    )
    hand.figure("1.819/1.835 hộ", indicator=two, source_words="Mặt trận")
    hand.figure("1.820/1.835 hộ", indicator=two, source_words="tổ dân phố")


def _movements(hand: Hand, ward: int) -> int:
    movement = hand.add(
        "movement",
        name="Dân vận khéo",
        movement_kind="phong_trao",
        field="Dân vận",
        summary="Phong trào lan tỏa rộng.",
    )
    women = hand.unit("Chi hội phụ nữ tổ 15", "chi hội", ward)
    flowers = hand.add(
        "practice",
        name="Tuyến ngõ hoa",
        movement=movement,
        place="720 Nguyễn Văn Cừ",
        practice_kind="mo_hinh",
        participants=[{"role": "owner", "who": women}],
        points=[{"text": "Trồng hoa"}, {"text": "Không rác"}],
        recognition="Được quận biểu dương",
        copied_where="tổ 16",
    )
    hand.figure("28 mắt", about=flowers, label="Số mắt camera")
    hand.figure("24 điểm", about=flowers, label="Số điểm lắp")
    general = hand.add("person", name="Nguyễn Hải Trung", rank="Trung tướng")
    hand.add(
        "event",
        name="Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm 2023",
        held_on="2023-08-14",
        place="Nhà văn hóa phường",
        unit=ward,
        field="Quốc phòng - an ninh",
        participants=[{"role": "guest", "who": general, "as_title": "Giám đốc Công an Thành phố"}],
        summary="Nhân dân tham gia đông đủ.",
    )
    parent = hand.add(
        "task", name="Giải phóng mặt bằng năm dự án", task_kind="du_an", status="running", field="Giải phóng mặt bằng"
    )
    hand.add("task", name="Dự án đường Yên Thái", parent=parent, status="done", field="Giải phóng mặt bằng")
    gift = hand.add(
        "contribution",
        name="Quà hỗ trợ người dân",
        amount_meaning="unclear",
        field="Văn hóa - xã hội",
        participants=[{"role": "giver", "words": "các doanh nghiệp"}, {"role": "receiver", "words": "hộ khó khăn"}],
    )
    hand.figure("5.000 suất quà", about=gift, label="số suất quà")
    hand.figure("1,8 tỷ đồng", about=gift, label="trị giá")
    hand.add(
        "document",
        doc_kind="Kế hoạch",
        number="18-KH/QU",
        issued_on="2022-12-30",
        issuer_words="Quận ủy Hồng Hà",
        level="huyen",
        subject="Thực hiện chủ đề công tác năm",
    )
    hand.add(
        "document",
        doc_kind="Nghị quyết",
        level="phuong",
        issuer_words="Đảng ủy phường",
        subject="chuyên đề về xây dựng phường kiểu mẫu",
    )
    hand.add("registration", registrant_words="Chi bộ 1", content="Xây dựng tuyến phố văn minh", movement=movement)
    hand.add("registration", registrant=women, content="Xây dựng tuyến phố văn minh", movement=movement)
    return movement


def _awards(hand: Hand, movement: int) -> None:
    certificate = hand.add("award_type", name="Giấy khen", form="hinh_thuc", level="phuong")
    hand.add(
        "award",
        award_type=certificate,
        state="granted",
        level="huyen",
        persons=2,
        movement=movement,
        issuers=[{"words": "UBND quận"}],
        reason="có thành tích xuất sắc",
        decided_on="2023-08-14",
    )
    hand.add(
        "award",
        state="granted",
        collectives=3,
        counted_words="03 tập thể",
        reason="thực hiện mô hình Dân vận khéo",
        recipients=[{"recipient_kind": "tap_the", "words": "tổ 1"}, {"recipient_kind": "tap_the", "words": "tổ 16"}],
    )
    hand.add("award", form_words="Bằng khen", state="granted", level="tinh", counted_words="88 tập thể và cá nhân")
    hand.add(
        "award",
        form_words="Chiến sĩ thi đua cơ sở",
        state="proposed",
        level="phuong",
        recipients=[{"recipient_kind": "ca_nhan", "words": "Lê Thị Hà", "as_title": "Chủ tịch UBND phường"}],
    )


def _outlook(hand: Hand) -> None:
    hand.add(
        "passage", section="limits", text="Trật tự đô thị có lúc chưa bền vững.\nNguyên nhân do ý thức một số hộ."
    )
    hand.add("passage", section="directions", text="Tiếp tục thực hiện Nghị quyết Đại hội Đảng bộ phường.")
    hand.add("task", name="Thành phường kiểu mẫu", task_kind="muc_tieu", due="..<2025", due_words="trước năm 2025")
