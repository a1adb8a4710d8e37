"""The door of the annexes: a filled template beside the paper that it is about, as it is to be remembered."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path

from reports.annexes.words import cited
from reports.office_files.whole_files import write_whole
from reports.paper_kinds import ANNEXES
from reports.paper_making import Built
from reports.papers import free_path
from reports.prints import PrintStamp
from reports.template_desk.files import find_template
from ward.book import Book
from ward.loading import Stored
from ward.paper_records import MadePaper


def make_annex(
    book: Book,
    kind: str,
    about: Stored,
    names: Mapping[str, object],
    folder: Path | None,
    now: dt.datetime,
    warnings: tuple[str, ...] = (),
) -> Built:
    """Fills the template of an annex `about` a paper and writes it, beside that paper's file unless `folder` says.

    A file of the same name that is more than our draft stays; the new one gets a number. Writes no record.
    Raises UserError for a template that is wrong or a folder that cannot be written.
    """
    from reports.word.filling import fill_bytes

    described = ANNEXES[kind]
    template = find_template(book.path, described.template)
    name = f"{described.label}: {cited(about)}"
    stamp = PrintStamp(now, title=name)
    content, filled = fill_bytes(template.content, names, stamp=stamp, marked=book.sample, lenient=True, kind=kind)
    paper_file = Path(about.values["file_path"])
    goal = folder or (paper_file.parent if paper_file.parent.is_dir() else book.path.parent)
    target = free_path(book, goal, f"{described.file_stem}-{paper_file.stem}{described.suffix}")
    write_whole(target, content)
    paper = MadePaper(
        name=name,
        kind=kind,
        years=about.years,
        path=target,
        file_hash=filled.sha256,
        template=template.label,
        template_hash=hashlib.sha256(template.content).hexdigest(),
        made_at=now,
        prints=filled.prints,
    )
    return Built(paper, (*warnings, *filled.faults))
