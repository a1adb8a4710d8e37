"""The papers of awards: one of them, from the record that it is about to the finished file, or again in memory."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reports.awarding.award_making import AwardContext, AwardMaking, Doubtful, LoneMaking
from reports.awarding.award_paper_kinds import AWARD_PAPERS, LONE_PAPERS, AwardPaperKind
from reports.awarding.lone_making import lone_making
from reports.office_files.whole_files import write_whole
from reports.paper_making import Built, paper_day
from reports.paper_warnings import of_the_keeper
from reports.papers import free_path
from reports.template_desk.files import Template, find_template, own_folder
from ward.awarding.round_view import round_about, round_view
from ward.book import Book
from ward.errors import UserError
from ward.loading import load
from ward.paper_records import MadePaper
from ward.text import fold

if TYPE_CHECKING:
    from reports.prints import Filled

_STEM = 48


@dataclass(frozen=True)
class AwardPaper:
    """A paper that was filled in memory: bytes, what it printed, its template, what it was made from."""

    making: AwardMaking | LoneMaking
    content: bytes
    filled: "Filled"
    template: Template
    doubts: tuple[str, ...] = ()

    @cached_property
    def kind(self) -> AwardPaperKind:
        return AWARD_PAPERS[self.making.kind]

    @property
    def name(self) -> str:
        """The paper as it is called in the book: “Tờ trình đề nghị khen thưởng: Đợt cuối năm 2026”."""
        return f"{self.kind.label}: {self.making.about.title}"

    @property
    def file_name(self) -> str:
        """The name in plain ASCII letters: "To-trinh-Dot-cuoi-nam-2026.docx"."""
        letters = "".join(char if char.isalnum() else " " for char in fold(self.making.about.title))
        told = "-".join(letters.encode("ascii", "ignore").decode().split())[:_STEM].strip("-")
        return "-".join(filter(None, (self.kind.file_stem, told))) + self.kind.suffix

    def described(self, path: Path) -> MadePaper:
        """The paper as it is to be remembered, with its file at `path`."""
        return MadePaper(
            name=self.name,
            kind=self.making.kind,
            years=self.making.view.years,
            path=path,
            file_hash=self.filled.sha256,
            template=self.template.label,
            template_hash=self.template.sha256,
            made_at=self.making.now,
            prints=self.filled.prints,
            about=self.making.about.id,
        )

    def warnings(self) -> Iterator[str]:
        """What the clerk should know before the paper is signed."""
        yield from self.filled.faults
        yield from self.doubts
        keeper = self.making.view.keeper
        yield from of_the_keeper(keeper)
        if keeper and keeper.layout == "dang" and not self.making.kind.startswith("dang-") and not self.template.own:
            yield (
                "Cơ quan giữ sổ dùng thể thức văn bản của Đảng; loại văn bản này chỉ có mẫu theo Nghị định "
                "30/2020/NĐ-CP. Hãy chỉnh đầu văn bản trước khi ký, hoặc đặt mẫu riêng vào thư mục "
                f"“{own_folder(self.making.book.path).name}”."
            )


def make_award_paper(book: Book, kind: str, about: int, out: Path, *, today: dt.date | None = None) -> Built:
    """Makes one paper about a record in the folder `out`; writes no record.

    `kind`: a key of AWARD_PAPERS; an office that writes in the Party's layout gets the paper in that layout where
    there is one. A file of the same name that is more than our draft about this record stays; the new one gets a
    number.
    Raises: KeyError for an unknown kind; UserError for a record that the paper cannot be about, one that is in no
    round, nothing to say, a template that is wrong, or a folder that cannot be written.
    """
    paper = fill_award_paper(book, kind, about, _moment(today))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{out}”. Hãy chọn một thư mục khác để lưu văn bản.") from error
    target = free_path(book, out, paper.file_name, about)
    write_whole(target, paper.content)
    return Built(paper.described(target), tuple(paper.warnings()))


def award_paper_bytes(book: Book, kind: str, about: int, *, today: dt.date | None = None) -> AwardPaper:
    """The paper of `make_award_paper` in memory; writes nothing. Raises as it does."""
    return fill_award_paper(book, kind, about, _moment(today))


def fill_award_paper(book: Book, kind: str, about: int, now: dt.datetime, *, as_kept: bool = False) -> AwardPaper:
    """The paper as it is at a moment; `as_kept`: in the layout of `kind`, whatever the office's layout is now."""
    making = making_of(book, kind, about, now, as_kept=as_kept)
    return filled_from(making, context_of(making))


def filled_from(
    making: AwardMaking | LoneMaking, context: AwardContext, template: Template | None = None
) -> AwardPaper:
    """The paper that a context gives, for whoever reads many records at once; `template` where it was found before.

    Raises as `make_award_paper`.
    """
    from reports.prints import PrintStamp
    from reports.word.filling import fill_bytes

    described = AWARD_PAPERS[making.kind]
    template = template or find_template(making.book.path, described.template)
    author = making.view.keeper.name if making.view.keeper else ""
    stamp = PrintStamp(making.now, author=author or "Sổ Vàng", title=described.label)
    content, filled = fill_bytes(
        template.content, context.names(), stamp=stamp, marked=making.book.sample, lenient=True, kind=making.kind
    )
    return AwardPaper(making, content, filled, template, context.doubts() if isinstance(context, Doubtful) else ())


def making_of(
    book: Book, kind: str, about: int, now: dt.datetime, *, as_kept: bool = False
) -> AwardMaking | LoneMaking:
    """What a paper's context is made from, read anew. Raises as `make_award_paper`."""
    described, stored = AWARD_PAPERS[kind], load(book.db, about)
    if stored.kind not in described.about:
        raise UserError(f"Không lập được “{described.label}” từ “{stored.title}”. Hãy chọn lại bản ghi.")
    if kind in LONE_PAPERS:
        return lone_making(book, kind, stored, now)
    record = round_about(book.db, about)
    today = now.astimezone().date()
    years = load(book.db, record).years
    on = paper_day(years, today) if years else today
    view = round_view(book.db, record, on)
    in_party = bool(view.keeper and view.keeper.layout == "dang")
    chosen = described.party if described.party and in_party and not as_kept else kind
    return AwardMaking(book, chosen, stored, view, now, on)


def context_of(making: AwardMaking | LoneMaking) -> AwardContext:
    """The context of the paper, by the maker that its kind names."""
    module, _, function = AWARD_PAPERS[making.kind].maker.partition(":")
    context: AwardContext = getattr(import_module(module), function)(making)
    return context


def _moment(today: dt.date | None) -> dt.datetime:
    return dt.datetime.now(dt.UTC) if today is None else dt.datetime.combine(today, dt.time(12), dt.UTC)
