"""A ward with people, units and award types, and a round that takes nominations."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from ward.book import Book
from ward.edits import Add

TYPES = {
    "Lao động tiên tiến": ("ldtt", "danh_hieu"),
    "Chiến sĩ thi đua cơ sở": ("cstd_co_so", "danh_hieu"),
    "Tập thể lao động tiên tiến": ("tt_ldtt", "danh_hieu"),
    "Gia đình văn hóa": ("gdvh", "danh_hieu"),
    "Giấy khen của Chủ tịch UBND phường": ("giay_khen", "hinh_thuc"),
}


@dataclass
class Ward:
    """A book, its round, and the records by the names that the tests use."""

    book: Book
    round: int = 0
    records: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> int:
        return self.records[name]

    def add(self, key: str, kind: str, /, **values) -> int:
        self.records[key] = self.book.write("Thêm", [Add(kind, values)]).added[0]
        return self.records[key]

    def count(self, kind: str) -> int:
        return int(self.book.db.execute_sql("SELECT count(*) FROM record WHERE kind = ?", (kind,)).fetchone()[0])


@pytest.fixture
def ward(book: Book) -> Ward:
    made = Ward(book)
    phuong = made.add("phường", "unit", names=[{"name": "Phường An Bình", "unit_kind": "phường"}])
    for number in (1, 5):
        made.add(f"tổ {number}", "unit", names=[{"name": f"Tổ dân phố {number}", "parent": phuong}])
    made.add("văn phòng", "unit", names=[{"name": "Văn phòng HĐND và UBND phường", "parent": phuong}])
    made.add("Lan", "person", name="Nguyễn Thị Lan", positions=[{"title": "Công chức", "unit": made["văn phòng"]}])
    made.add("An 1980", "person", name="Trần Văn An", birth="1980-03-12")
    made.add("An 1975", "person", name="Trần Văn An", birth="1975")
    made.add("Hoa", "person", name="Lê Thị Hoà", birth="1990")
    made.add("hộ Bình", "household", name="Hộ ông Phạm Văn Bình", unit=made["tổ 5"])
    for name, (code, form) in TYPES.items():
        made.add(code, "award_type", name=name, code=code, form=form, level="phuong")
    made.round = made.add(
        "đợt", "round", name="Tổng kết 2025", basis="cong_trang", opened_on="2025-12-01", state="open", years=[2025]
    )
    return made
