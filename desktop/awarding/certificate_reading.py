"""What the desk of certificates reads in the background: designs, sheets with their risks, files to print."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.tasks import Progress
from ward.book import Book
from ward.errors import UserError
from ward.loading import load, load_many

if TYPE_CHECKING:
    from reports.certificates.certificates import Certificate, Design
    from reports.certificates.drawn_pictures import DrawnPicture
    from reports.certificates.risks import Risk

BLANK = "blank:"


@dataclass(frozen=True)
class CertificateSheet:
    """One sheet of the list: its number, the award's record, what it says, what is to be looked at."""

    number: int
    award: int
    certificate: Certificate
    risks: tuple[Risk, ...]

    @property
    def serious(self) -> bool:
        """Whether it should not be printed as it is."""
        return any(risk.serious for risk in self.risks)


@dataclass(frozen=True)
class SheetList:
    """The sheets of a decision on one design, what could not be measured, the pictures that every sheet has."""

    design: Design
    sheets: tuple[CertificateSheet, ...]
    warnings: tuple[str, ...]
    pictures: tuple[DrawnPicture, ...]


def design_choices(book: Book) -> list[tuple[str, str]]:
    """What certificates can be printed on, as key and words: our drawings, then the office's own blanks."""
    from reports.certificates.kinds import CERTIFICATES
    from ward.awarding.stock import stocks

    drawn = [(kind, f"{paper.label} (giấy trắng)") for kind, paper in CERTIFICATES.items()]
    return drawn + [(f"{BLANK}{one.blank}", f"Phôi: {one.name}") for one in stocks(book.db)]


def design_of(book: Book, key: str) -> Design:
    """The design of a choice; the office's own template counts. Raises UserError when the blank is gone."""
    from reports.certificates.blanks import blank_of
    from reports.certificates.certificates import Design
    from reports.certificates.kinds import CERTIFICATES
    from reports.template_desk.files import find_template

    if key.startswith(BLANK):
        values = load(book.db, int(key.removeprefix(BLANK))).values
        return Design(blank=blank_of(values, values["places"]))
    template = find_template(book.path, CERTIFICATES[key].template)
    return Design(key, template=template.content if template.own else None)


def read_sheets(book: Book, awards: Sequence[int], key: str) -> SheetList:
    """The sheets of these awards on a design; a drawing has only those that belong on it, the others are told.

    What a level above or another body has given has no sheet.
    Raises: UserError for a blank that cannot be printed on, or a drawing on which none of them belongs.
    """
    from reports.certificates.drawn_pictures import pictures_in
    from reports.certificates.from_records import certificates_of
    from reports.certificates.making import posthumous_warnings, risks_of, sheet_of, warnings_of

    design = design_of(book, key)
    awards, others = _own(book, awards)
    awards, told = (_of_blank if design.blank else _fitting)(book, awards, key)
    certificates = certificates_of(book.db, awards)
    risks: dict[int, list[Risk]] = defaultdict(list)
    for risk in risks_of(design, certificates):
        risks[risk.number].append(risk)
    records = _records(book, awards)
    sheets = tuple(
        CertificateSheet(number, records[one.uid], one, tuple(risks[number]))
        for number, one in enumerate(certificates, 1)
    )
    dead = posthumous_warnings(design, certificates)
    pictures = () if design.blank else pictures_in(sheet_of(design)[0])
    return SheetList(design, sheets, (*others, *told, *dead, *warnings_of(design)), pictures)


def _own(book: Book, awards: Sequence[int]) -> tuple[list[int], tuple[str, ...]]:
    """The awards that the office has given itself, and how many it has not."""
    from ward.awarding.whose import own_awards

    own = own_awards(book.db, awards)
    left = len(awards) - len(own)
    words = f"{left} khen thưởng do cấp trên hoặc cơ quan khác tặng nên không in ở đây: bằng, giấy do nơi ấy cấp."
    return [one for one in awards if one in own], (words,) if left else ()


def _fitting(book: Book, awards: Sequence[int], key: str) -> tuple[list[int], tuple[str, ...]]:
    """The awards that may stand on a drawing, and where the others are printed. Raises UserError when none may."""
    from reports.certificates.from_records import by_drawing
    from reports.certificates.kinds import CERTIFICATES, FITS

    groups = by_drawing(book.db, awards)
    others = {drawing: found for drawing, found in groups.items() if drawing not in FITS[key]}
    labels = ", ".join(f"“{CERTIFICATES[drawing].label}”" for drawing in others)
    if others and len(others) == len(groups):
        raise UserError(f"Khen thưởng của quyết định này in trên {labels}. Hãy chọn mẫu ấy ở ô “In trên”.")
    left = sum(map(len, others.values()))
    told = (f"{left} khen thưởng khác của quyết định này in trên {labels}: chọn ở ô “In trên”.",) if left else ()
    return [award for award in awards if not any(award in found for found in others.values())], told


def _of_blank(book: Book, awards: Sequence[int], key: str) -> tuple[list[int], tuple[str, ...]]:
    """The awards that a blank is for, and how many are not. Raises UserError when none is."""
    wanted = load(book.db, int(key.removeprefix(BLANK))).values["award_type"]
    if wanted is None:
        return list(awards), ()
    stored = load_many(book.db, awards)
    fitting = [one for one in awards if stored[one].values["award_type"] == wanted]
    title = load(book.db, wanted).title
    if awards and not fitting:
        raise UserError(f"Phôi này chỉ dùng cho “{title}”, quyết định không có. Hãy chọn mẫu khác ở ô “In trên”.")
    left = len(awards) - len(fitting)
    words = f"Phôi này chỉ dùng cho “{title}”; {left} khen thưởng khác của quyết định in trên mẫu khác."
    return fitting, (words,) if left else ()


def usual_design(book: Book, awards: Sequence[int]) -> str:
    """The drawing that fits these awards."""
    from reports.certificates.from_records import usual_kind

    return usual_kind(book.db, awards)


def make_sheets(
    book: Book,
    design: Design,
    awards: Sequence[int],
    out: Path,
    document: int | None,
    *,
    pdf: bool,
    progress: Progress,
) -> tuple[Any, Path | None]:
    """Prints these awards into one file and remembers it; gives the made paper, and its PDF if one was asked for."""
    from desktop.paper_acts import remembered
    from desktop.paper_checks import as_pdf
    from reports.certificates.printing import print_certificates

    total = max(1, len(awards))
    printed = print_certificates(
        book, design, awards, out, document=document, progress=lambda done: progress(done, total)
    )
    made = remembered(book, printed.built)
    return made, as_pdf([made.path])[0] if pdf else None


def make_calibration_page(book: Book, key: str, out: Path) -> Path:
    """The page to measure a printer with, for a blank."""
    from reports.certificates.calibration import make_calibration
    from reports.papers import free_path, made_folder
    from reports.prints import PrintStamp

    design = design_of(book, key)
    if design.blank is None:
        raise UserError("Hãy chọn phôi cần canh máy in rồi bấm lại.")
    target = free_path(book, made_folder(out), "Trang-canh-may-in.docx")
    return make_calibration(
        design.blank, target, stamp=PrintStamp(dt.datetime.now(dt.UTC), title="Trang canh máy in")
    )


def _records(book: Book, awards: Sequence[int]) -> dict[str, int]:
    """The records of awards by their uid in hex."""
    from ward.loading import load_many

    return {one.uid.hex(): one.id for one in load_many(book.db, awards).values()}
