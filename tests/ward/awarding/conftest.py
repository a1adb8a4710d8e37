"""What the tests of the way of an award share: a ward with its office, its units, its council and its award types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from ward.awarding.counting import Count, enter_count, note_papers, to_count
from ward.awarding.nominating import Draft, nominate
from ward.awarding.rounds import open_round
from ward.book import Book
from ward.edits import Add, Amend
from ward.loading import load
from ward.rules.reading import built_in_pack

DAY = "2026-12-01"


@dataclass
class Ward:
    """A ward in which the tests play whole rounds."""

    book: Book
    office: int = 0
    place: int = 0
    group: int = 0
    types: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, **values: Any) -> int:
        return self.book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]

    def amend(self, record: int, **values: Any) -> None:
        self.book.write("Sửa", [Amend(record, values)])

    def get(self, record: int, key: str) -> Any:
        return load(self.book.db, record).values[key]

    def unit(self, name: str, parent: int | None = None, **values: Any) -> int:
        row = {"name": name, "unit_kind": "tổ dân phố" if parent else "phường", "parent": parent}
        return self.add("unit", names=[row], **values)

    def person(self, name: str, unit: int | None = None, **values: Any) -> int:
        posts = [{"title": "Tổ trưởng", "unit": unit, "since": "2020-01-01"}] if unit else []
        return self.add("person", name=name, positions=values.pop("positions", posts), **values)

    def people(self, count: int, unit: int | None = None) -> list[int]:
        edits = [
            Add("person", {"name": f"Nguyễn Văn Số {n}", "positions": [{"title": "Tổ viên", "unit": unit}]})
            for n in range(1, count + 1)
        ]
        return list(self.book.write("Thêm người", edits).added)

    def type(self, code: str) -> int:
        if code not in self.types:
            rule = built_in_pack().awards[code]
            form = {"danh_hieu": "danh_hieu"}.get(rule.kind, "hinh_thuc")
            self.types[code] = self.add("award_type", name=rule.name, code=code, form=form, level=rule.level)
        return self.types[code]

    def council(self, names: list[str], **values: Any) -> int:
        roles = ("chair", "deputy", *("member",) * 20)
        rows = [
            {"who": self.person(name), "role": "secretary" if n == len(names) - 1 and n else roles[n]}
            for n, name in enumerate(names)
        ]
        stated = {"name": "Hội đồng Thi đua - Khen thưởng phường", "since": "2025-07-15", **values}
        return self.add("council", members=rows, **stated)

    def round(self, name: str = "Khen tổng kết năm 2026", basis: str = "cong_trang", **values: Any) -> int:
        stated = {"opened_on": "2026-11-10", "rules_on": "2026-11-10", "years": [2026], **values}
        return open_round(self.book, {"name": name, "basis": basis, **stated})

    def nominate(self, round_id: int, code: str, *nominees: int, **values: Any) -> list[int]:
        shared = {"received_on": "2026-11-20", "achievement": "Vận động nhân dân hiến đất mở ngõ", **values}
        drafts = [Draft(award_type=self.type(code), nominee=one, **shared) for one in nominees]
        return list(nominate(self.book, round_id, drafts).added)

    def count_twice(self, meeting: int, agree: int, disagree: int = 0) -> None:
        """The same result for every nomination, counted by two persons."""
        total = agree + disagree
        note_papers(self.book, meeting, issued=total, returned=total)
        counts = [Count(record, agree, disagree) for record, _, _ in to_count(self.book.db, meeting)]
        enter_count(self.book, meeting, 1, "Chị Hà", counts)
        enter_count(self.book, meeting, 2, "Anh Dũng", counts)

    def acts(self) -> list[str]:
        """The sentences of the history, the oldest first."""
        return [act for (act,) in self.book.db.execute_sql('SELECT act FROM "change" ORDER BY id')]


@pytest.fixture
def ward(book: Book) -> Ward:
    made = Ward(book)
    made.place = made.unit("Phường Yên Thái")
    made.group = made.unit("Tổ dân phố số 5", made.place)
    made.office = made.add(
        "office",
        name="UBND phường Yên Thái",
        unit=made.place,
        keeper=True,
        signatories=[{"name": "Trần Văn Bình", "position_title": "Chủ tịch"}],
    )
    return made
