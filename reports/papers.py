"""The papers that the program makes: one of them, or the whole pack of a year, from the records to finished files."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forms.kinds.award import STATES as AWARD_STATES
from reports.template_files import Template, find_template, own_folder
from ward.book import Book
from ward.errors import UserError
from ward.paper_records import MadePaper, is_untouched_draft
from ward.year_view import YearView, year_view

if TYPE_CHECKING:
    from reports.prints import Filled

Progress = Callable[[int, int], None]
_SHOWN = 5


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper: its name on screen, the beginning of its file's name, its template."""

    label: str
    file_stem: str
    template: str

    @property
    def suffix(self) -> str:
        return Path(self.template).suffix


PAPERS = {
    "bao-cao-tong-ket-nam": PaperKind("Báo cáo tổng kết năm", "Bao-cao-tong-ket-nam", "bao-cao-tong-ket-nam.docx"),
    "bieu-chi-tieu": PaperKind("Biểu chỉ tiêu", "Bieu-chi-tieu", "bieu-chi-tieu.xlsx"),
}
INDEX = "muc-luc"
KINDS = {**PAPERS, INDEX: PaperKind("Mục lục và phát hiện", "Muc-luc", "muc-luc.docx")}
"""Every kind of paper by its key, in the order of the pack."""


@dataclass(frozen=True)
class Built:
    """A finished file: what is to be remembered of it, and what the clerk should know before it is signed."""

    paper: MadePaper
    warnings: tuple[str, ...]

    @property
    def path(self) -> Path:
        return self.paper.path

    @property
    def label(self) -> str:
        return self.paper.name


def make_paper(
    book: Book,
    kind: str,
    years: Sequence[int],
    out: Path,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Built:
    """Makes one paper of these work years in the folder `out`; writes no record.

    A file of the same name that somebody has changed since it was made stays; the new one gets a number.
    Raises: KeyError for an unknown kind, UserError for a template that is wrong or a folder that cannot be
    written.
    """
    making = _making(book, years, out, today, progress)
    return making.make(kind)


def make_pack(
    book: Book,
    years: Sequence[int],
    out: Path,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Iterator[Built]:
    """Every paper that can be made for these years, one after the other, and then their index with the findings.

    Raises as `make_paper`. `progress` counts the papers.
    """
    making = _making(book, years, out, today, None)
    built: list[Built] = []
    for done, kind in enumerate(KINDS):
        if progress:
            progress(done, len(KINDS))
        built.append(making.make(kind, tuple(built)))
        yield built[-1]
    if progress:
        progress(len(KINDS), len(KINDS))


def paper_day(years: Sequence[int], today: dt.date) -> dt.date:
    """The day that a paper of these years bears: today, but for a long past year the end of that year."""
    last = max(years)
    return today if today <= dt.date(last + 1, 3, 31) else dt.date(last, 12, 31)


def file_name(kind: PaperKind, years: Sequence[int]) -> str:
    """The name in plain ASCII letters: "Bao-cao-tong-ket-nam-2023.docx", "…-2013-2023.docx"."""
    first, last = min(years), max(years)
    return f"{kind.file_stem}-{first}{f'-{last}' if last > first else ''}{kind.suffix}"


def free_path(book: Book, folder: Path, name: str) -> Path:
    """Where the paper goes: its own name, or with a number where a file stands that is more than our draft."""
    path = folder / name
    number = 2
    while path.exists() and not _is_our_draft(book, path):
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


@dataclass(frozen=True)
class _Making:
    """One making of papers: the book, what was read of it, where the files go, and when."""

    book: Book
    view: YearView
    folder: Path
    now: dt.datetime

    @property
    def on(self) -> dt.date:
        return paper_day(self.view.years, self.now.astimezone().date())

    def make(self, kind: str, built: Sequence[Built] = ()) -> Built:
        described = KINDS[kind]
        template = find_template(self.book.path, described.template)
        target = free_path(self.book, self.folder, file_name(described, self.view.years))
        label = label_of(described, self.view.years)
        filled = self._fill(template, self._names(kind, built), target, label)
        paper = MadePaper(
            name=label,
            kind=kind,
            years=self.view.years,
            path=target,
            file_hash=filled.sha256,
            template=template.label,
            template_hash=hashlib.sha256(template.content).hexdigest(),
            made_at=self.now,
            prints=filled.prints,
        )
        return Built(paper, (*self._of_the_layout(kind, template), *_warnings(self.view)))

    def _names(self, kind: str, built: Sequence[Built]) -> dict[str, object]:
        if kind == INDEX:
            from reports.pack_index import pack_index

            return pack_index(self.book, self.view, built, self.now.astimezone().date()).names()
        if kind == "bieu-chi-tieu":
            from reports.indicator_sheet import indicator_sheet

            return indicator_sheet(self.view, self.on).names()
        from reports.year_report import annual_report

        return annual_report(self.view, self.on).names()

    def _of_the_layout(self, kind: str, template: Template) -> Iterator[str]:
        """That a Party office's paper has a State head, unless the office uses a template of its own."""
        keeper = self.view.keeper
        if keeper and keeper.layout == "dang" and kind != INDEX and not template.own:
            yield (
                "Cơ quan giữ sổ dùng thể thức văn bản của Đảng; bản này mới có mẫu theo Nghị định 30/2020/NĐ-CP. "
                "Hãy chỉnh đầu văn bản trước khi ký, hoặc đặt mẫu riêng vào thư mục "
                f"“{own_folder(self.book.path).name}”."
            )

    def _fill(self, template: Template, names: dict[str, object], target: Path, label: str) -> "Filled":
        from reports.prints import PrintStamp

        author = self.view.keeper.name if self.view.keeper else ""
        stamp = PrintStamp(self.now, author=author or "Sổ Vàng", title=label)
        if target.suffix == ".xlsx":
            from reports.sheets import fill_sheet

            return fill_sheet(template.content, names, target, stamp=stamp, marked=self.book.sample)
        from reports.filling import fill

        return fill(template.content, names, target, stamp=stamp, marked=self.book.sample)


def _making(book: Book, years: Sequence[int], out: Path, today: dt.date | None, progress: Progress | None) -> _Making:
    now = dt.datetime.now(dt.UTC) if today is None else dt.datetime.combine(today, dt.time(12), dt.UTC)
    on = paper_day(years, now.astimezone().date())
    return _Making(book, year_view(book.db, years, on, progress=progress), _folder(out), now)


def label_of(kind: PaperKind, years: Sequence[int]) -> str:
    """The paper's name: “Báo cáo tổng kết năm 2023”, “Báo cáo tổng kết giai đoạn 2013-2023”."""
    bare = kind.label.removesuffix(" năm")
    return f"{bare} năm {years[0]}" if len(years) == 1 else f"{bare} giai đoạn {years[0]}-{years[-1]}"


def _warnings(view: YearView) -> Iterator[str]:
    """What the clerk should know of a paper before it is signed."""
    if view.keeper is None:
        yield "Chưa khai báo cơ quan giữ sổ nên đầu văn bản còn trống. Hãy thêm ở mục Cơ quan."
    elif not view.keeper.signatory:
        yield "Chưa có người ký nào được khai báo nên chỗ ký còn trống. Hãy thêm ở mục Cơ quan."
    undated = view.entries.undated
    if undated:
        named = "; ".join(f"“{entry.title}”" for entry in undated[:_SHOWN])
        more = f" và {len(undated) - _SHOWN} bản ghi nữa" if len(undated) > _SHOWN else ""
        yield f"Chưa ghi năm công tác nên không in: {named}{more}. Hãy ghi năm công tác rồi lập lại."
    if view.timeless:
        yield f"Có {view.timeless} số liệu chưa ghi năm công tác hay kỳ nên không in. Hãy ghi thêm rồi lập lại."
    stateless = [award for award in view.of("award") if award["state"] not in AWARD_STATES]
    if stateless:
        yield f"Có {len(stateless)} khen thưởng chưa ghi tình trạng (đề nghị hay đã có quyết định) nên không in."
    undecided = [line for line in view.all_lines() if any(not stated.decided for stated in line.all())]
    if undecided:
        named = "; ".join(f"“{line.title}”" for line in undecided[:_SHOWN])
        more = f" và {len(undecided) - _SHOWN} chỉ tiêu nữa" if len(undecided) > _SHOWN else ""
        yield f"Có nhiều số khác nhau, in cả: {named}{more}. Hãy chọn số dùng khi in."


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{out}”. Hãy chọn một thư mục khác để lưu văn bản.") from error
    return out


def _is_our_draft(book: Book, path: Path) -> bool:
    try:
        return is_untouched_draft(book.db, hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        return False
