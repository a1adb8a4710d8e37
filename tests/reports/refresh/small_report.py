"""A small report with everything that a refresh must know: sentences, lists, tables, sections that come and go."""

import dataclasses
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docx.document import Document
from openxml_audit import OpenXmlValidator

from reports.prints import Printed, Sentence
from reports.refreshing.refresh import Choice, RefreshPlan, apply, plan_refresh
from reports.word.filling import fill_bytes
from reports.word.trace import TracedPaper, read_paper
from tests.reports.documents import STAMP, printed, table, word

PEOPLE, AREA, WARD = "1" * 32, "2" * 32, "3" * 32


@dataclass(frozen=True)
class Report:
    """What today's records say. Awards and groups by a digit that stands for the record."""

    people: str = "48.120"
    area: str = "0,81 km2"
    ward: str = "phường Yên Thái"
    claim: str = ""
    works: tuple[tuple[str, str], ...] = (("a", "tuyến ngõ hoa"), ("b", "camera an ninh"), ("c", "tủ sách"))
    awards: tuple[tuple[str, str, str], ...] = (("4", "Tổ 1", "Giấy khen"), ("5", "Tổ 2", "Bằng khen"))
    refused: tuple[tuple[str, str], ...] = ()

    def but(self, **changes: object) -> "Report":
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]

    def paper(self) -> bytes:
        """The report as the program makes it."""
        return fill_bytes(_template(), self._context(), stamp=STAMP)[0]

    def _context(self) -> dict[str, object]:
        people = printed(self.people, "words", PEOPLE)
        situation = ["Dân số ", people, " người"]
        if self.claim:
            situation += [", ", printed(self.claim, "claim", PEOPLE)]
        return {
            "ward": printed(self.ward, "names", WARD),
            "people": people,
            "area": printed(self.area, "words", AREA),
            "situation": Sentence((*situation, ".")),
            "count": Printed.counted(f"{len(self.awards):02}", of=[d * 32 for d, *_ in self.awards], what="Số khen"),
            "works": [printed(name, "name", digit * 32) for digit, name in self.works],
            "awards": [
                {"who": printed(who, "who", digit * 32), "form": printed(form, "form", digit * 32)}
                for digit, who, form in self.awards
            ],
            "refused": [{"who": printed(who, "who", digit * 32)} for digit, who in self.refused],
        }


@cache
def _template() -> bytes:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Báo cáo của {{ ward }}"
        document.add_heading("Đặc điểm", 1)
        document.add_paragraph("Phường có diện tích {{ area }}, dân số {{ people }} người, nằm ở phía tây.")
        document.add_paragraph("{{ situation }}")
        document.add_heading("Mô hình", 1)
        document.add_paragraph("{%p for one in works %}")
        document.add_paragraph("Mô hình {{ one }} được giữ vững.", "List Bullet")
        document.add_paragraph("{%p endfor %}")
        document.add_heading("Khen thưởng", 1)
        document.add_paragraph("Phường có {{ count }} giấy khen:")
        rows = [["TT", "Người nhận", "Hình thức"], ["{%tr for one in awards %}", "", ""]]
        rows += [["{{ loop.index }}", "{{ one.who }}", "{{ one.form }}"], ["{%tr endfor %}", "", ""]]
        table(document, rows)
        document.add_paragraph("{%p if refused %}")
        document.add_heading("Không được khen", 2)
        table(document, [["TT", "Tên"], ["{%tr for one in refused %}", ""], ["{{ loop.index }}", "{{ one.who }}"],
                         ["{%tr endfor %}", ""]])  # fmt: skip
        document.add_paragraph("{%p endif %}")
        document.add_paragraph("Nơi nhận: lưu văn thư.")

    return word(build=build)


def plan_for(edited: bytes, today: Report) -> RefreshPlan:
    return plan_refresh(edited, today.paper())


def refreshed(edited: bytes, today: Report, **choices: Choice) -> bytes:
    """The refreshed paper; `choices` by kind of proposal, else the default."""
    plan = plan_for(edited, today)
    return apply(
        plan, {one.key: choices[one.kind] for one in plan.proposals if one.kind in choices}, at=STAMP.made_at
    )


def lines(paper: bytes) -> list[str]:
    """The paragraphs of the body that say something, in order."""
    return [one.text for one in read_paper(paper).paragraphs if one.text.strip()]


def rows(paper: bytes, number: int) -> list[list[str]]:
    """The cells of a table, the first being 1."""
    found: TracedPaper = read_paper(paper)
    return [[cell.text for cell in row.cells] for row in found.body.tables[number - 1].rows]


def faults_of(paper: bytes, folder: Path) -> set[str]:
    """What the validator finds wrong, without the places."""
    path = folder / "checked.docx"
    path.write_bytes(paper)
    return {f"{error.part_uri}: {error.description}" for error in OpenXmlValidator().validate(str(path)).errors}
