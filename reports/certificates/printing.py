"""The certificates of a decision as one file beside the other papers, and what is to be remembered of it."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.certificates.certificates import Design
from reports.certificates.from_records import certificates_of
from reports.certificates.kinds import CERTIFICATES, OVERPRINT
from reports.certificates.making import Progress, make_certificates, sheet_of
from reports.certificates.risks import Risk
from reports.paper_making import Built
from reports.papers import free_path, made_folder
from reports.prints import PrintStamp
from ward.awarding.whose import own_awards
from ward.book import Book
from ward.errors import UserError
from ward.loading import load, load_many
from ward.paper_records import MadePaper
from ward.text import fold

NOBODY = "Không có ai để in giấy khen: khen thưởng này không ghi tên từng người nhận. Hãy ghi tên rồi lập lại."
NOT_OWN = (
    "Khen thưởng này do cấp trên hoặc cơ quan khác tặng nên không in giấy của cơ quan mình. Nếu ghi nhầm, hãy sửa "
    "cấp khen và cơ quan ban hành trong quyết định, khen thưởng rồi lập lại."
)
_STEM = 48


@dataclass(frozen=True)
class PrintedSheets:
    """A file of certificates: what is to be remembered of it, its risks in order, and how many sheets it has."""

    built: Built
    risks: tuple[Risk, ...]
    sheets: int


def print_certificates(
    book: Book,
    design: Design,
    awards: Sequence[int],
    out: Path,
    *,
    document: int | None = None,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> PrintedSheets:
    """Writes the certificates of these awards into the folder `out`, a page each in this order; no record is written.

    `document`: the decision that they rest on. Raises: UserError for awards without names or given by others, and as
    `making.make_certificates`.
    """
    certificates = certificates_of(book.db, awards)
    if not certificates:
        raise UserError(NOBODY if own_awards(book.db, awards) else NOT_OWN)
    kind = CERTIFICATES.get(design.kind, OVERPRINT)
    now = dt.datetime.now(dt.UTC) if today is None else dt.datetime.combine(today, dt.time(12), dt.UTC)
    title = load(book.db, document).title if document else str(certificates[0].name)
    what = title if len(certificates) > 1 else str(certificates[0].name)
    target = free_path(book, made_folder(out), f"{kind.file_stem}-{_plain(what)}.docx", document)
    made = make_certificates(
        design,
        certificates,
        target,
        stamp=PrintStamp(now, title=kind.label),
        marked=book.sample,
        progress=progress,
    )
    years = sorted({year for one in load_many(book.db, awards).values() for year in one.years})
    paper = MadePaper(
        name=f"{kind.label}: {what}",
        kind=design.kind or OVERPRINT.template.removesuffix(".docx"),
        years=tuple(years),
        path=target,
        file_hash=made.merged.sha256,
        template=kind.template if not design.blank else design.blank.name,
        template_hash=hashlib.sha256(sheet_of(design)[0]).hexdigest(),
        made_at=now,
        prints=(),
        about=document,
    )
    return PrintedSheets(Built(paper, (*made.warnings, *made.merged.faults)), made.risks, len(certificates))


def _plain(words: str) -> str:
    """Words in plain ASCII letters for a file's name: "Quyet-dinh-123"."""
    letters = "".join(char if char.isalnum() else " " for char in fold(words))
    parts = letters.encode("ascii", "ignore").decode().split()
    while len("-".join(parts)) > _STEM and len(parts) > 1:
        parts.pop()
    return "-".join(parts)[:_STEM] or "giay"
