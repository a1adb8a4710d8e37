"""A round's whole dossier: every paper in numbered folders, an index before them, zipped or as PDF if asked."""

import datetime as dt
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from forms.exchange.memory import without_collection
from reports.awarding.award_paper_kinds import AWARD_PAPERS
from reports.awarding.award_papers import AwardPaper, filled_from
from reports.awarding.dossier_index import IndexRow, index_of
from reports.dossier.cross_check import name_of
from reports.dossier.planning import PARTS, Planned, awards_of, decisions_of
from reports.dossier.round_reading import RoundReading
from reports.dossier.superseded import clear_superseded, other_files
from reports.office_files.whole_files import write_whole
from reports.paper_making import Built
from reports.papers import free_path, made_folder
from reports.template_desk.files import Template, find_template
from ward.book import Book
from ward.errors import UserError
from ward.text import fold

Progress = Callable[[int, int], None]
INDEX, INDEX_NUMBER = "muc-luc-ho-so", "00"
_STEM, _WHOM = 60, 32


@dataclass(frozen=True)
class MadeDossier:
    """The folder, its papers in order (the index first), the zip file if one was asked for, what to look at."""

    folder: Path
    built: tuple[Built, ...]
    zip_path: Path | None
    warnings: tuple[str, ...]


def make_dossier(
    book: Book,
    round_id: int,
    out: Path,
    *,
    zipped: bool = False,
    pdf: bool = False,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> MadeDossier:
    """Makes every paper of a round in a folder of its own within `out`; writes no record.

    A paper that cannot be made is told in `warnings` and left out; drafts of an earlier making that nobody wrote in
    make room for the new ones, files that somebody changed stay, the new ones get a number. `pdf` needs LibreOffice
    or Word; without one that is told, too. `progress` may raise to cancel: what is made by then stays.
    Raises: UserError when there is no such round, nobody is nominated, or the folder cannot be written.
    """
    with without_collection():
        reading = RoundReading(book, round_id, dt.datetime.now(dt.UTC) if today is None else _noon(today))
        if not reading.view.standing:
            raise UserError("Đợt xét này chưa có đề nghị nào nên chưa có hồ sơ để lập. Hãy đề nghị trước.")
        work = _Work(book, reading, made_folder(out / folder_name(reading.title)))
        decisions = decisions_of(reading.view)
        total = len(reading.plan) + len(decisions) + 1
        for done, one in enumerate(reading.plan):
            if progress:
                progress(done, total)
            work.make(one)
        for done, document in enumerate(decisions, len(reading.plan)):
            if progress:
                progress(done, total)
            work.print_certificates(document)
        work.make_index()
    if pdf:
        work.to_pdf(progress)
    zip_path = _zipped(work.folder) if zipped else None
    if progress:
        progress(total, total)
    return MadeDossier(work.folder, tuple(work.built), zip_path, tuple(dict.fromkeys(work.warnings)))


class _Work:
    """One making of a dossier: the papers made so far and what is to be told of them."""

    def __init__(self, book: Book, reading: RoundReading, folder: Path) -> None:
        self._book, self._reading, self.view, self.folder = book, reading, reading.view, folder
        self.built: list[Built] = []
        self.warnings: list[str] = []
        self._numbers: dict[str, int] = {}
        self._templates: dict[str, Template] = {}

    def make(self, one: Planned) -> None:
        """Makes one paper; what stands in its way is told."""
        try:
            making = self._reading.making(one)
            paper = filled_from(making, self._reading.context(one, making), self._template(making.kind))
            target = self._target(one, self._name(paper))
            write_whole(target, paper.content)
        except UserError as error:
            self.warnings.append(f"{AWARD_PAPERS[one.kind].label}: {error}")
            return
        self.warnings += paper.warnings()
        self.built.append(Built(paper.described(target), ()))

    def print_certificates(self, document: int) -> None:
        """The certificates of the ward's own decision, one file for each drawing that its awards are printed on."""
        from reports.certificates.from_records import by_drawing

        for drawing, awards in by_drawing(self._book.db, awards_of(self.view, document)).items():
            self._print(drawing, awards, document)

    def _print(self, drawing: str, awards: Sequence[int], document: int) -> None:
        from reports.certificates.certificates import Design
        from reports.certificates.printing import print_certificates

        try:
            printed = print_certificates(
                self._book,
                Design(drawing),
                awards,
                made_folder(self.folder / self._part("Giay-khen")),
                document=document,
                today=self._reading.on,
            )
        except UserError as error:
            self.warnings.append(f"Giấy khen: {error}")
            return
        self.warnings += [*printed.built.warnings, *(risk.words for risk in printed.risks)]
        self.built.append(printed.built)

    def make_index(self) -> None:
        """The index of every file that is there, before everything else; older drafts have made room by then."""
        clear_superseded(self._book, self.folder, [one.paper for one in self.built], self.view.round.id)
        making = self._reading.about_all(INDEX)
        rows = [IndexRow(one.paper.name, "", self._within(one.paper.path)) for one in self.built]
        others = other_files(self.folder, [one.paper.path for one in self.built], INDEX_NUMBER)
        rows += [IndexRow(path.stem, "", self._within(path)) for path in others]
        paper = filled_from(making, index_of(making, rows))
        target = free_path(self._book, self.folder, f"{INDEX_NUMBER}-{paper.file_name}", making.about.id)
        write_whole(target, paper.content)
        self.built.insert(0, Built(paper.described(target), ()))

    def to_pdf(self, progress: Progress | None) -> None:
        """A PDF beside each Word file."""
        from reports.pdf.converter import NO_CONVERTER, find_converter

        converter = find_converter()
        if converter is None:
            self.warnings.append(NO_CONVERTER)
            return
        try:
            converter.convert([one.path for one in self.built], progress=progress)
        except UserError as error:
            self.warnings.append(str(error))

    # -- details ------------------------------------------------------------------------------------

    def _template(self, kind: str) -> Template:
        if kind not in self._templates:
            self._templates[kind] = find_template(self._book.path, AWARD_PAPERS[kind].template)
        return self._templates[kind]

    def _target(self, one: Planned, name: str) -> Path:
        number = self._numbers[one.part] = self._numbers.get(one.part, 0) + 1
        folder = self.folder / self._part(one.part)
        if number == 1:
            made_folder(folder)
        return free_path(self._book, folder, f"{number:02d}-{name}", one.about)

    def _name(self, paper: AwardPaper) -> str:
        """What it is, and of whom where there are many: "Bao-cao-thanh-tich-ca-nhan-tran-van-a.docx"."""
        about = paper.making.about
        nomination = self.view.by_id.get(about.id) if about.kind == "nomination" else None
        whom = name_of(self.view, nomination) if nomination else about.title if about.kind == "initiative" else ""
        return "-".join(filter(None, (paper.kind.file_stem, in_letters(whom)[:_WHOM].strip("-")))) + paper.kind.suffix

    def _part(self, part: str) -> str:
        return f"{PARTS.index(part) + 1:02d}-{part}"

    def _within(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def folder_name(title: str) -> str:
    """The folder of a round's dossier in plain ASCII letters: "Ho-so-Khen-thuong-cuoi-nam-2025"."""
    return f"Ho-so-{in_letters(title)[:_STEM].strip('-') or 'dot-xet'}"


def in_letters(words: str) -> str:
    """Words in plain ASCII letters with hyphens: "tran-van-a"."""
    letters = "".join(char if char.isalnum() else " " for char in fold(words))
    return "-".join(letters.encode("ascii", "ignore").decode().split())


def _zipped(folder: Path) -> Path:
    """The folder as one zip file beside it, whole or not at all."""
    target = folder.with_suffix(".zip")
    waiting = target.with_name(f"{target.name}.part")
    try:
        with zipfile.ZipFile(waiting, "w", zipfile.ZIP_STORED) as archive:
            for path in _files(folder):
                archive.write(path, path.relative_to(folder.parent).as_posix())
        waiting.replace(target)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise UserError(
            f"Không ghi được “{target.name}”. Hãy kiểm tra ổ đĩa còn chỗ và tệp không mở ở chương trình khác."
        ) from error
    return target


def _files(folder: Path) -> Sequence[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)
