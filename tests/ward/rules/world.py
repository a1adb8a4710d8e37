"""A ward for the tests of judging: people, units, households, what they received, rounds and nominations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.ward.rules.a_pack import PACK
from ward.book import Book
from ward.edits import Add, Amend
from ward.rules.judgements import Verdict
from ward.rules.pack import Pack
from ward.rules.verdicts import judge

ON = "2025-12-01"


@dataclass
class World:
    """Writes what a test needs, and judges."""

    book: Book
    pack: Pack = PACK
    types: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, **values: Any) -> int:
        return self.book.write("Thêm", [Add(kind, values)]).added[0]

    def amend(self, record: int, **values: Any) -> None:
        self.book.write("Sửa", [Amend(record, values)])

    def type(self, code: str) -> int:
        if code not in self.types:
            rule = self.pack.awards[code]
            values = {"name": rule.name, "code": code, "form": rule.kind}
            self.types[code] = self.add("award_type", **values)
        return self.types[code]

    def person(self, name: str, unit: int | None = None, **values: Any) -> int:
        posts = [{"title": "Chuyên viên", "unit": unit, "since": "2015-01-01"}] if unit else []
        return self.add("person", name=name, positions=posts, **values)

    def unit(self, name: str, **values: Any) -> int:
        return self.add("unit", names=[{"name": name}], **values)

    def awarded(self, who: int | None, code: str, years: Iterable[int], **values: Any) -> list[int]:
        """One granted award for each year, decided in that year's December."""
        made = []
        for year in years:
            recipient = {"who": who} if who else {"words": values.get("words", "")}
            stated = {
                "award_type": self.type(code),
                "state": "granted",
                "basis": "cong_trang",
                "recipients": [{**recipient, "recipient_kind": "ca_nhan"}],
                "issuers": [{"words": "UBND quận cũ"}],
                "period": str(year),
                "decision_number": f"{year % 100}/QĐ",
                "decided_on": f"{year}-12-08",
                **{key: value for key, value in values.items() if key != "words"},
            }
            made.append(self.add("award", **stated))
        return made

    def rated(self, who: int, grades: dict[int, str], side: str = "work") -> None:
        for year, grade in grades.items():
            self.add("rating", subject=who, year=year, grade=grade, side=side)

    def round(self, year: int = 2025, basis: str = "cong_trang", **values: Any) -> int:
        stated = {"name": f"Khen năm {year}", "basis": basis, "opened_on": f"{year}-11-01", "years": [year], **values}
        return self.add("round", **stated)

    def nominate(self, round_id: int | None, who: int | None, code: str, **values: Any) -> int:
        stated = {"round": round_id, "nominee": who, "award_type": self.type(code), "state": "nominated", **values}
        return self.add("nomination", **stated)

    def judge(self, *nominations: int, on: str = ON) -> list[Verdict]:
        return judge(self.book.db, self.pack, None, nominations, on)

    def verdict(self, who: int | None, code: str, *, on: str = ON, year: int = 2025, **values: Any) -> Verdict:
        """The verdict on a new nomination in a new round."""
        return self.judge(self.nominate(self.round(year), who, code, **values), on=on)[0]
