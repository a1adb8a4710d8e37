"""A small round of awards made by hand: what the papers of the tests are made from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.reports.small_ward import Hand
from ward.book import Book
from ward.edits import Amend
from ward.loading import load

YEAR = 2026
_KINDS = {"person": "ca_nhan", "unit": "tap_the", "household": "ho_gia_dinh"}
_TIMELESS = ("unit", "office", "person", "household", "award_type", "council", "year")
_TYPES = {
    "cstd_co_so": ("Chiến sĩ thi đua cơ sở", "danh_hieu", "phuong", "Luật 06/2022 Điều 23"),
    "ldtt": ("Lao động tiên tiến", "danh_hieu", "phuong", "Luật 06/2022 Điều 24"),
    "giay_khen_phuong": ("Giấy khen", "hinh_thuc", "phuong", "Luật 06/2022 Điều 75"),
    "gia_dinh_van_hoa": ("Gia đình văn hóa", "danh_hieu", "phuong", "Luật 06/2022 Điều 31"),
    "tdp_van_hoa": ("Tổ dân phố văn hóa", "danh_hieu", "phuong", "Luật 06/2022 Điều 30"),
    "bang_khen_tinh": ("Bằng khen", "hinh_thuc", "tinh", "Luật 06/2022 Điều 74"),
}
_MEMBERS = (
    ("Lê Thị Hà", "Chủ tịch Ủy ban nhân dân phường", "chair"),
    ("Phạm Văn Bình", "Phó Chủ tịch Ủy ban nhân dân phường", "deputy"),
    ("Đỗ Thị Lan", "Trưởng phòng Văn hóa - Xã hội", "standing"),
    ("Vũ Quang Huy", "Chủ tịch Ủy ban Mặt trận Tổ quốc phường", "member"),
    ("Ngô Thị Thu", "Công chức Văn phòng", "secretary"),
)


@dataclass
class SmallRound:
    """The book, the ids of what stands in it by a short name, and the hand that adds more."""

    hand: Hand
    ids: dict[str, int]

    @property
    def book(self) -> Book:
        return self.hand.book

    def add(self, called: str, kind: str, /, **values: Any) -> int:
        if kind not in _TIMELESS:
            values.setdefault("years", (YEAR,))
        self.ids[called] = self.hand.add(kind, **values)
        return self.ids[called]

    def __getitem__(self, name: str) -> int:
        return self.ids[name]

    def set(self, called: str, /, **values: Any) -> None:
        self.book.write("Sửa", [Amend(self.ids[called], values)])

    def nominate(self, called: str, award: str, nominee: int | None, /, **values: Any) -> int:
        given = {"round": self["round"], "award_type": self[award], "nominee": nominee, "state": "nominated"}
        return self.add(called, "nomination", **{**given, **values})


def make_small_round(path: Path, *, layout: str = "nd30", basis: str = "cong_trang") -> SmallRound:
    """A ward, its council, and a round that nobody is nominated in yet. The caller closes the book."""
    made = SmallRound(Hand(path), {})
    made.ids["ward"] = made.hand.unit("Phường Yên Thái", "phường")
    made.ids["tdp 1"] = made.hand.unit("Tổ dân phố số 1", "tổ dân phố", made["ward"])
    made.ids["tdp 16"] = made.hand.unit("Tổ dân phố số 16", "tổ dân phố", made["ward"])
    _office(made, layout)
    for code, (name, form, level, article) in _TYPES.items():
        authority = "Chủ tịch Ủy ban nhân dân phường" if level == "phuong" else "Chủ tịch Ủy ban nhân dân thành phố"
        made.add(
            code, "award_type", name=name, code=code, form=form, level=level, article=article, authority=authority
        )
    _people(made)
    members = []
    for name, title, role in _MEMBERS:
        made.add(name, "person", name=name, address_form="Bà" if "Thị" in name else "Ông")
        members.append({"who": made[name], "role": role, "as_title": title})
    made.add(
        "council",
        "council",
        name="Hội đồng Thi đua - Khen thưởng phường Yên Thái",
        since="2025-07-10",
        decision_number="12/QĐ-UBND",
        decided_on="2025-07-10",
        members=members,
    )
    opening = made.add(
        "plan",
        "document",
        doc_kind="Kế hoạch",
        number="88/KH-UBND",
        issued_on="2026-10-20",
        issuer_words="Ủy ban nhân dân phường",
        subject="tổng kết phong trào thi đua năm 2026",
    )
    made.add(
        "round",
        "round",
        name="Xét khen cuối năm 2026",
        basis=basis,
        council=made["council"],
        opened_on="2026-11-01",
        opening_document=opening,
    )
    return made


def nominate_all(made: SmallRound) -> None:
    """Two units, three persons and a household of the year's end, a withdrawn and a failed one among them."""
    made.nominate("n tdp", "giay_khen_phuong", made["tdp 16"], achievement="Dẫn đầu phong trào vệ sinh môi trường")
    made.nominate("n mai", "cstd_co_so", made["mai"], achievement="Sáng kiến số hóa hồ sơ một cửa, giảm 3 ngày")
    made.nominate("n an", "ldtt", made["an"], achievement="Hoàn thành tốt nhiệm vụ")
    made.nominate("n nam", "ldtt", made["nam"], state="withdrawn", state_reason="Chuyển công tác")
    made.nominate("n bình", "cstd_co_so", made["Phạm Văn Bình"], state="failed", achievement="Chỉ đạo chuyển đổi số")
    made.nominate(
        "n hộ", "giay_khen_phuong", made["household"], achievement="Hiến 12 m2 đất mở ngõ", posthumous=False
    )


def meet(made: SmallRound, **values: Any) -> int:
    """A meeting of the council, one member absent with a written opinion, all ballots counted twice alike."""
    presence = {"Vũ Quang Huy": ("written", "Đi công tác")}
    rows = [
        {"who": made[name], "role": role, "as_title": title, "presence": presence.get(name, ("present", ""))[0]}
        | ({"reason": presence[name][1]} if name in presence else {})
        for name, title, role in _MEMBERS
    ]
    given: dict[str, Any] = {
        "council": made["council"],
        "round": made["round"],
        "held_on": "2026-12-05",
        "starts": "14 giờ 00",
        "ends": "16 giờ 30",
        "place": "Hội trường Ủy ban nhân dân phường",
        "minutes_number": "03/BB-HĐTĐKT",
        "method": "secret",
        "attendance": rows,
        "tellers": [{"who": made["Đỗ Thị Lan"], "role": "head"}, {"who": made["Ngô Thị Thu"], "role": "member"}],
        "opinions": "Đồng chí Vũ Quang Huy: đề nghị quan tâm người trực tiếp lao động.",
        "issued": 4,
        "returned": 4,
        "invalid": 0,
    }
    return made.add("meeting", "meeting", **{**given, **values})


def vote(made: SmallRound, nomination: str, agree: int, *, written: int = 1, **values: Any) -> int:
    """A ballot counted twice alike by four who came and one who wrote."""
    result = "passed" if (agree + written) * 5 >= 20 else "failed"
    given: dict[str, Any] = {
        "meeting": made["meeting"],
        "nomination": made[nomination],
        "first_agree": agree,
        "second_agree": agree,
        "first_disagree": 4 - agree,
        "second_disagree": 4 - agree,
        "written_agree": written,
        "written_disagree": 1 - written,
        "members": 5,
        "result": result,
    }
    return made.add(f"ballot {nomination}", "ballot", **{**given, **values})


def decide(made: SmallRound, prizes: dict[str, int | None], *, number: str = "123/QĐ-UBND") -> int:
    """A decision that grants these nominations, in this order."""
    document = made.add(
        "decision",
        "document",
        doc_kind="Quyết định",
        number=number,
        issued_on="2026-12-10",
        issuer=made["ward"],
        subject="Về việc khen thưởng",
    )
    for place, (name, prize) in enumerate(prizes.items(), 1):
        nomination = load(made.book.db, made[name]).values
        kind = _KINDS[load(made.book.db, nomination["nominee"]).kind]
        award = made.add(
            f"award {name}",
            "award",
            award_type=nomination["award_type"],
            state="granted",
            level="phuong",
            decision=document,
            decision_number=number,
            decided_on="2026-12-10",
            book_number=str(place),
            prize=prize,
            nomination=made[name],
            recipients=[{"recipient_kind": kind, "who": nomination["nominee"]}],
        )
        made.set(name, state="granted", decision=document, award=award)
    return document


def _office(made: SmallRound, layout: str) -> None:
    letterhead = {
        "nd30": {"upper_line": "ỦY BAN NHÂN DÂN", "line": "PHƯỜNG YÊN THÁI", "place": "Yên Thái", "symbol": "UBND"},
        "dang": {
            "upper_line": "ĐẢNG BỘ THÀNH PHỐ",
            "line": "ĐẢNG ỦY PHƯỜNG YÊN THÁI",
            "place": "Yên Thái",
            "symbol": "ĐU",
        },
    }[layout]
    signs = {
        "nd30": {"authority": "TM. ỦY BAN NHÂN DÂN", "position_title": "CHỦ TỊCH", "name": "Lê Thị Hà"},
        "dang": {"authority": "T/M ĐẢNG ỦY", "position_title": "BÍ THƯ", "name": "Lê Thị Hà"},
    }[layout]
    body = {"nd30": "ubnd", "dang": "dang_uy"}[layout]
    name = {"nd30": "Ủy ban nhân dân phường Yên Thái", "dang": "Đảng ủy phường Yên Thái"}[layout]
    made.add(
        "office",
        "office",
        name=name,
        body=body,
        unit=made["ward"],
        keeper=True,
        layout=layout,
        letterheads=[letterhead],
        signatories=[signs],
    )


def _people(made: SmallRound) -> None:
    ward = made["ward"]
    made.add(
        "mai",
        "person",
        name="Nguyễn Thị Mai",
        address_form="Bà",
        positions=[{"title": "Công chức Văn hóa - Xã hội", "unit": ward, "since": "2020-01-01"}],
    )
    made.add(
        "an",
        "person",
        name="Trần Văn An",
        address_form="Ông",
        positions=[{"title": "Công chức Địa chính", "unit": ward}],
    )
    made.add("nam", "person", name="Bùi Văn Nam", address_form="Ông")
    made.add("household", "household", name="Hộ ông Hoàng Văn Sinh", unit=made["tdp 1"], address="Số 5, ngõ 12")
