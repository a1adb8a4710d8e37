"""A small ward with its awards: units, people, a household, a decision of a round, earlier titles, a blank."""

from __future__ import annotations

from dataclasses import dataclass

from reports.certificates.blanks import GIAY_KHEN, rows_of
from ward.book import Book
from ward.edits import Add
from ward.founding import Place, found
from ward.uids import new_uid

LONG_NAME = "Nguyễn Hoàng Thị Phương Thảo Nguyên Anh Minh Châu Công Tằng Tôn Nữ"
NAMES = (("Hoàng Văn Minh", "nam"), ("Vũ Thị Lan", "nu"), (LONG_NAME, "nu"))
REASON = "thành tích xuất sắc trong phong trào “Chung sức vì cộng đồng” năm 2025"
NUMBER = "125/QĐ-UBND"


@dataclass(frozen=True)
class Awarded:
    """The records of the ward by name."""

    round: int
    decision: int
    blank: int
    units: dict[str, int]
    people: dict[str, int]
    types: dict[str, int]
    awards: tuple[int, ...]


def award_the_ward(book: Book) -> Awarded:
    """Founds Gia Thụy and writes what it has awarded."""
    found(book, Place("phường", "Gia Thụy", "thành phố Hà Nội"), {"ubnd": "Đặng Thị Thanh Bình"}, 2025)
    ward = _ids(book, "unit")["Phường Gia Thụy"]
    units = [
        Add("unit", {"names": [{"name": name, "unit_kind": "tổ dân phố", "parent": ward}]}, new_uid())
        for name in ("Tổ dân phố số 1", "Tổ dân phố số 16")
    ]
    people = [
        Add("person", {"name": name, "sex": sex, "positions": [_post(units[place % 2])]}, new_uid())
        for place, (name, sex) in enumerate(NAMES)
    ]
    house = Add(
        "household", {"name": "Hộ ông Hoàng Văn Minh", "head": people[0].uid, "unit": units[0].uid}, new_uid()
    )
    paper = Add("award_type", _type("Giấy khen", "giay_khen_phuong", "hinh_thuc"), new_uid())
    title = Add("award_type", _type("Chiến sĩ thi đua cơ sở", "cstd_co_so", "danh_hieu"), new_uid())
    decision = Add("document", {"doc_kind": "Quyết định", "number": NUMBER, "issued_on": "2025-12-05"}, new_uid())
    round_ = Add("round", {"name": "Đợt cuối năm 2025", "basis": "cong_trang", "years": (2025,)}, new_uid())
    edits = [*units, *people, house, paper, title, decision, round_]
    kinds = [*((one, "ca_nhan") for one in people), (units[1], "tap_the"), (house, "ho_gia_dinh")]
    for place, (who, kind) in enumerate(kinds, 1):
        nomination = Add(
            "nomination",
            {"round": round_.uid, "award_type": paper.uid, "nominee": who.uid, "state": "granted", "years": (2025,)},
            new_uid(),
        )
        granted = {
            "nomination": nomination.uid, "decision": decision.uid, "book_number": f"{place:02}", "reason": REASON,
        }  # fmt: skip
        edits += [nomination, Add("award", _award(paper, who, kind, 2025, NUMBER) | granted, new_uid())]
    edits += [
        Add("award", _award(title, people[0], "ca_nhan", year, f"9{year % 10}/QĐ-UBND")) for year in (2023, 2024)
    ]
    edits.append(
        Add("blank", {"name": "Phôi của phường", "width": 2970, "height": 2100, "places": rows_of(GIAY_KHEN)})
    )
    book.write("Ghi khen thưởng", edits)
    one = {kind: next(iter(_ids(book, kind).values())) for kind in ("round", "document", "blank")}
    granted = book.db.execute_sql("SELECT record_id FROM award WHERE nomination_id IS NOT NULL")
    return Awarded(
        round=one["round"],
        decision=one["document"],
        blank=one["blank"],
        units=_ids(book, "unit"),
        people=_ids(book, "person"),
        types=_ids(book, "award_type"),
        awards=tuple(row[0] for row in granted),
    )


def _ids(book: Book, kind: str) -> dict[str, int]:
    return {
        title: record for record, title in book.db.execute_sql("SELECT id, title FROM record WHERE kind = ?", (kind,))
    }


def _post(unit: Add) -> dict[str, object]:
    return {"title": "Tổ trưởng", "unit": unit.uid}


def _type(name: str, code: str, form: str) -> dict[str, object]:
    return {"name": name, "code": code, "form": form, "level": "phuong"}


def _award(kind: Add, who: Add, group: str, year: int, number: str) -> dict[str, object]:
    return {
        "award_type": kind.uid, "state": "granted", "level": "phuong", "decision_number": number,
        "decided_on": f"{year}-12-05", "recipients": [{"recipient_kind": group, "who": who.uid}],
        "issuers": [{"words": "Chủ tịch UBND phường Gia Thụy"}], "years": (year,),
    }  # fmt: skip
