"""The papers that the filling bench fills: a report, a certificate and a long summary, with their values.

Every value comes from a record, so that our papers carry all their anchors; the text is the same for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.prints import Printed

COLUMNS = ("no", "name", "unit", "deed", "figure")
_WORDS = (
    "Thực hiện Kế hoạch của Ủy ban nhân dân phường về phong trào thi đua yêu nước, cán bộ và Nhân dân đã đạt ",
    " so với chỉ tiêu được giao, trong đó các tổ dân phố vận động được ",
    " hộ gia đình đăng ký danh hiệu Gia đình văn hóa, bình xét công khai, dân chủ và đúng quy định, đạt ",
    ". Công tác giữ gìn vệ sinh môi trường, trồng hoa và chỉnh trang ngõ phố được duy trì hằng tuần.",
)


@dataclass(frozen=True)
class Line:
    """A paragraph: plain texts and, between them, the names of fields."""

    texts: Sequence[str]
    fields: Sequence[str]


@dataclass(frozen=True)
class Rows:
    """A table: the name of its list, and how many rows it has."""

    name: str
    count: int


@dataclass(frozen=True)
class Workload:
    """A paper to fill: what stands in it."""

    name: str
    blocks: Sequence[Line | Rows]

    def fields(self, seed: int = 0) -> dict[str, str]:
        """The values of the single fields, each from a record of its own."""
        names = [name for block in self.blocks if isinstance(block, Line) for name in block.fields]
        and_more = ["" if at % 10 else " & hơn" for at in range(len(names))]
        return {
            name: _printed(f"{seed + at:,} hộ{more}".replace(",", "."), at)
            for at, (name, more) in enumerate(zip(names, and_more, strict=True))
        }

    def lists(self, seed: int = 0) -> dict[str, list[dict[str, str]]]:
        """The values of the lists, each from a record of its own."""
        return {
            block.name: [
                {key: _printed(f"{key} {seed + row}", row * 8 + at) for at, key in enumerate(COLUMNS)}
                for row in range(block.count)
            ]
            for block in self.blocks
            if isinstance(block, Rows)
        }


def _printed(text: str, number: int) -> str:
    return Printed(text, record=f"{number:032x}", field="value", what="Số liệu")


def _lines(count: int, start: int) -> Iterator[Line]:
    for line in range(count):
        yield Line(_WORDS, [f"f{start + line * 3 + at}" for at in range(3)])


REPORT = Workload("report", (*_lines(10, 0), Rows("t0", 20), *_lines(10, 30), Rows("t1", 20)))
CERTIFICATE = Workload(
    "certificate",
    (
        Line(("CHỦ TỊCH ỦY BAN NHÂN DÂN ", ""), ("ward",)),
        Line(("Tặng giấy khen cho ", ", ", ""), ("person", "title")),
        Line(("Đã có thành tích ", " trong phong trào ", ", năm ", "."), ("deed", "movement", "year")),
        Line(("Quyết định số ", ", ngày ", "."), ("number", "day")),
    ),
)


def _chapter(number: int) -> list[Line | Rows]:
    return [*_lines(12, number * 36), Rows(f"t{number}", 25)]


SUMMARY = Workload("200 pages", tuple(block for number in range(40) for block in _chapter(number)))
