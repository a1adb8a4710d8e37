"""A ward with nominees of every kind and what the book knows of them, for the papers about one nominee."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.reports.small_ward import Hand
from ward.book import Book

YEAR = 2025


@dataclass
class Nominated:
    """The book and its records by short names."""

    book: Book
    hand: Hand
    ids: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> int:
        return self.ids[name]

    def add(self, called: str, kind: str, /, **values: Any) -> int:
        """One record under a short name; of 2025 unless `years` says otherwise."""
        if kind not in ("unit", "office", "person", "household", "indicator", "award_type", "council", "succession"):
            values.setdefault("years", (YEAR,))
        self.ids[called] = self.hand.add(kind, **values)
        return self.ids[called]

    def unit(self, called: str, /, *rows: dict[str, Any], **values: Any) -> int:
        return self.add(called, "unit", names=list(rows), **values)

    def award(self, called: str, who: int, award_type: str = "", /, **values: Any) -> int:
        """A granted award of one recipient."""
        given: dict[str, Any] = {
            "award_type": self[award_type] if award_type else None,
            "state": "granted",
            "recipients": [{"recipient_kind": "tap_the", "who": who}],
            **values,
        }
        return self.add(called, "award", **given)

    def nominate(self, called: str, award_type: str = "giay_khen", /, **values: Any) -> int:
        """A nomination in the one round."""
        given = {"round": self["round"], "award_type": self[award_type], "state": "nominated", **values}
        return self.add(called, "nomination", **given)

    def figure(self, text: str, role: str, year: int, unit: str) -> int:
        return self.hand.figure(
            text,
            role=role,
            period=f"năm {year}",
            years=(year,),
            indicator=self["fund"],
            scope=[{"unit": self[unit]}],
        )


def make_nominated_ward(path: Path) -> Nominated:
    """The ward of phường Yên Thái with one nomination of each kind. The caller closes the book."""
    hand = Hand(path)
    ward = Nominated(hand.book, hand)
    _places(ward)
    _types(ward)
    _people(ward)
    _register(ward)
    _work(ward)
    _nominations(ward)
    return ward


def _places(ward: Nominated) -> None:
    city = ward.unit("city", {"name": "Thành phố Sông Hồng", "unit_kind": "thành phố"})
    own = ward.unit("ward", {"name": "Phường Yên Thái", "unit_kind": "phường", "parent": city})
    row = {"unit_kind": "tổ dân phố", "parent": own}
    ward.unit(
        "t3",
        {**row, "name": "Tổ dân phố số 3", "until": "2023-12-31"},
        {**row, "name": "Tổ dân phố 3", "since": "2024-01-01"},
        address="Nhà văn hóa ngõ 12",
    )
    ward.unit("t8", {**row, "name": "Tổ dân phố 8"}, ended="2024-12-31")
    ward.unit("women", {"name": "Chi hội Phụ nữ tổ 3", "unit_kind": "chi hội", "parent": ward["t3"]})
    ward.add(
        "merger", "succession", predecessor=ward["t8"], successor=ward["t3"], on_day="2025-01-01", extent="wholly"
    )
    ward.add(
        "office",
        "office",
        name="Ủy ban nhân dân phường Yên Thái",
        body="ubnd",
        unit=own,
        keeper=True,
        letterheads=[
            {"upper_line": "ỦY BAN NHÂN DÂN", "line": "PHƯỜNG YÊN THÁI", "place": "Yên Thái", "symbol": "UBND"}
        ],
        signatories=[{"authority": "TM. ỦY BAN NHÂN DÂN", "position_title": "CHỦ TỊCH", "name": "Lê Thị Hà"}],
    )


def _types(ward: Nominated) -> None:
    for code, name, form, level in (
        ("giay_khen", "Giấy khen của Chủ tịch Ủy ban nhân dân phường", "hinh_thuc", "phuong"),
        ("bang_khen_tinh", "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", "hinh_thuc", "tinh"),
        ("hcld_ba", "Huân chương Lao động hạng Ba", "hinh_thuc", "trung_uong"),
        ("cstd_co_so", "Chiến sĩ thi đua cơ sở", "danh_hieu", "phuong"),
        ("ldtt", "Lao động tiên tiến", "danh_hieu", "phuong"),
        ("gia_dinh_van_hoa", "Gia đình văn hóa", "danh_hieu", "phuong"),
    ):
        ward.add(code, "award_type", name=name, code=code, form=form, level=level)


def _people(ward: Nominated) -> None:
    ward.add(
        "mai",
        "person",
        name="Ngô Thanh Mai",
        sex="nu",
        birth="1990",
        hometown="Xã Tân Lập",
        positions=[{"title": "Công chức Văn phòng", "unit": ward["ward"], "since": "2016-03"}],
    )
    ward.add(
        "lan",
        "person",
        name="Nguyễn Thị Lan",
        sex="nu",
        positions=[{"title": "Tổ trưởng", "unit": ward["t3"], "since": "2020-01-01"}],
    )
    ward.add("hung", "person", name="Đỗ Văn Hùng", birth="1958-05-20", death="2025-07-02")
    ward.add(
        "home", "household", name="Hộ ông Đỗ Văn Hùng", head=ward["hung"], unit=ward["t3"], address="Số 12 ngõ 3",
        members=4,
    )  # fmt: skip
    ward.add(
        "hien",
        "person",
        name="Trần Thị Hiền",
        sex="nu",
        positions=[
            {"title": "Chủ tịch UBND", "unit_words": "Phường Yên Thái", "since": "2010-05-01", "until": "2015-04-30"},
            {
                "title": "Bí thư Đảng ủy",
                "unit_words": "Phường Yên Thái",
                "since": "2015-05-01",
                "until": "2020-06-30",
            },
            {"title": "Đại biểu HĐND", "unit_words": "Phường Yên Thái", "since": "2011-05", "until": "2016-05"},
            {"title": "Bí thư chi bộ", "unit_words": "Tổ dân phố 3", "since": "2021"},
            {"title": "Hội viên", "unit_words": "Hội Cựu chiến binh"},
        ],
    )


def _register(ward: Nominated) -> None:
    issuers = [{"words": "Ủy ban nhân dân phường Yên Thái"}]
    ward.award("t8-2023", ward["t8"], "giay_khen", decision_number="15/QĐ-UBND", decided_on="2023-12-08",
               period="2023", years=(2023,), issuers=issuers)  # fmt: skip
    ward.award("t3-2022", ward["t3"], "giay_khen", decision_number="9/QĐ-UBND", decided_on="2022-12-05",
               period="2022", years=(2022,), issuers=issuers)  # fmt: skip
    ward.award("mai-2016", ward["mai"], "cstd_co_so", decision_number="77/QĐ-UBND", decided_on="2015-12-08",
               period="2016", years=(2016,), issuers=issuers)  # fmt: skip
    ward.award("mai-2024", ward["mai"], "ldtt", decided_on="2024-12", years=(2024,))
    ward.award("mai-gone", ward["mai"], "ldtt", state="cancelled", period="2020", years=(2020,),
               cancelled_on="2021-02-01", cancelled_reason="Kê khai không đúng")  # fmt: skip
    ward.award("mai-asked", ward["mai"], "cstd_co_so", state="proposed", proposed_on="2025-12-01")
    ward.award("home-2025", ward["home"], "gia_dinh_van_hoa", decision_number="402/QĐ-UBND",
               decided_on="2025-11-20", period="2025", issuers=issuers)  # fmt: skip


def _work(ward: Nominated) -> None:
    ward.add("mai-rated", "rating", subject=ward["mai"], year=2025, grade="HTXSNV", number="40/QĐ-UBND",
             decided_on="2025-12-01", issuer_words="Ủy ban nhân dân phường Yên Thái")  # fmt: skip
    ward.add("mai-party", "rating", subject=ward["mai"], year=2025, side="party", grade="HTTNV")
    ward.add("mai-before", "rating", subject=ward["mai"], year=2024, grade="HTTNV", years=(2024,))
    ward.add("t3-rated", "rating", subject=ward["t3"], year=2025, grade="HTTNV")
    ward.add("idea", "initiative", name="Sổ điện tử", initiative_kind="sang_kien", state="recognised", scope="co_so",
             authors=[{"who": ward["mai"], "share": 70}, {"words": "Trần Văn Bình", "share": 30}],
             recogniser_words="Chủ tịch Ủy ban nhân dân phường", decision_number="77/QĐ-UBND",
             decided_on="2025-10-03", applied_since="2025-02", effect="Giảm 60% thời gian.\nKhông phải nhập lại.",
             field="Cải cách hành chính, chuyển đổi số")  # fmt: skip
    ward.add("refused idea", "initiative", name="Chưa được", state="refused", authors=[{"who": ward["mai"]}])
    ward.add("fund", "indicator", name="Thu quỹ vì người nghèo", measure="triệu đồng", direction="higher")
    for text, role, year in (("9,5", "actual", 2024), ("10", "plan", 2025), ("12", "actual", 2025)):
        ward.figure(text, role, year, "t3")
    ward.add("lane", "practice", name="Tuyến ngõ hoa", practice_kind="mo_hinh", unit=ward["t3"],
             content="Mỗi hộ chăm một chậu hoa.", participants=[{"role": "owner", "who": ward["t3"]}])  # fmt: skip
    ward.add("gift", "contribution", name="Hiến đất mở ngõ 3", contribution_kind="dat",
             participants=[{"role": "giver", "who": ward["home"]}])  # fmt: skip
    ward.add("wish", "registration", registrant=ward["mai"], content="Chiến sĩ thi đua cơ sở", status="accepted")
    ward.add("wish of t3", "registration", registrant=ward["t3"], content="Tuyến ngõ hoa", status="achieved")
    ward.add("movement", "movement", name="Chung tay vì người nghèo", movement_kind="phong_trao")


def _nominations(ward: Nominated) -> None:
    ward.add("round", "round", name="Đợt cuối năm 2025", basis="cong_trang", opened_on="2025-11-15")
    ward.nominate("collective", "bang_khen_tinh", nominee=ward["t3"], recipient_kind="tap_the", period="2025",
                  achievement="Vận động 100% hộ dân tham gia.\nGiữ vững an ninh trật tự.")  # fmt: skip
    ward.nominate("person", "cstd_co_so", nominee=ward["mai"], recipient_kind="ca_nhan", period="2025",
                  achievement="Hoàn thành 120% công việc.", initiatives=[{"initiative": ward["idea"]}])  # fmt: skip
    ward.nominate("head", nominee=ward["lan"], recipient_kind="ca_nhan", worker_group="leader")
    ward.nominate("household", nominee=ward["home"], recipient_kind="ho_gia_dinh", movement=ward["movement"],
                  achievement="Hiến 45 m2 đất mở ngõ 3.")  # fmt: skip
    ward.nominate("service", "hcld_ba", nominee=ward["hien"], recipient_kind="ca_nhan")
    ward.nominate("words", nominee_words="Bà Phạm Thị Tuyết", recipient_kind="ca_nhan", posthumous=True,
                  achievement="Cứu người bị nạn.")  # fmt: skip
    ward.add("nobody", "person", name="Lê Văn Trống")
    ward.nominate("empty", nominee=ward["nobody"], recipient_kind="ca_nhan")
