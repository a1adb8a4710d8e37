"""PDF files of finished papers, made by LibreOffice or Word where one of them is installed."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from reports.office_files.packages import PAPER, open_package, read_office_file, write_whole
from reports.pdf.own_process import end_with_children, run_watched
from reports.pdf.programs import Program, find_program
from ward.errors import UserError

NO_CONVERTER = (
    "Máy này chưa có LibreOffice hoặc Microsoft Word nên chưa tạo được PDF. Văn bản Word và Excel vẫn lập, sửa và in "
    "như thường. Muốn có PDF, hãy cài LibreOffice (miễn phí) rồi thử lại."
)
"""What the clerk is told when `find_converter` gives None."""
SUFFIXES = (".docx", ".xlsx")
_AT_ONCE = 50  # files in one run of the program
_SECONDS_TO_START, _SECONDS_A_FILE = 90.0, 20.0
_NAMED = 3

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class PdfMade:
    """A PDF that was made: of which paper, where it is, how many pages it has."""

    source: Path
    path: Path
    pages: int


@dataclass(frozen=True)
class Converter:
    """A program of this machine that makes PDF files of .docx and .xlsx files."""

    program: Program
    seconds_to_start: float = _SECONDS_TO_START
    seconds_a_file: float = _SECONDS_A_FILE

    @property
    def name(self) -> str:
        return self.program.name

    def convert(
        self, papers: Sequence[Path], folder: Path | None = None, *, progress: Progress | None = None
    ) -> list[PdfMade]:
        """Makes a PDF of each paper in `folder`, or beside it; the papers themselves are only read.

        `progress(done, total)` is called all along; when it raises, the program is ended and the error goes on.
        PDF files that are done stay. Raises UserError with a sentence for each paper of which none was made.
        """
        tell = progress or (lambda done, total: None)
        pairs = list(zip(papers, _targets(papers, folder), strict=True))
        results: list[PdfMade | str] = []
        tell(0, len(pairs))
        for start in range(0, len(pairs), _AT_ONCE):
            with tempfile.TemporaryDirectory(prefix="sovang-pdf-", ignore_cleanup_errors=True) as work:
                batch = _Batch(self, Path(work), pairs[start : start + _AT_ONCE])
                results += batch.run(partial(_tell_on, tell, start, len(pairs)))
        made = [result for result in results if isinstance(result, PdfMade)]
        if len(made) < len(results):
            raise UserError(_told([result for result in results if isinstance(result, str)], len(made)))
        return made


def find_converter() -> Converter | None:
    """What can make PDF files on this machine; None when nothing can, see `NO_CONVERTER`."""
    program = find_program()
    return None if program is None else Converter(program)


@dataclass(frozen=True)
class _Batch:
    """The papers of one run of the program, in a folder of their own and under plain names."""

    converter: Converter
    work: Path
    pairs: Sequence[tuple[Path, Path]]

    def run(self, tell: Callable[[int], None]) -> list[PdfMade | str]:
        """The outcome of each paper: its PDF, or why there is none."""
        for name in ("in", "out", "profile"):
            (self.work / name).mkdir()
        refusals = [self._take_in(number, paper) for number, (paper, _) in enumerate(self.pairs)]
        said = ""
        if not all(refusals):
            limit = self.converter.seconds_to_start + self.converter.seconds_a_file * len(self.pairs)
            command = self.converter.program.command(self.converter.program, self.work)
            with ExitStack() as when_it_fails:
                when_it_fails.callback(self._end_office)
                _, said = run_watched(command, self.work, limit, lambda: tell(self._done()), name=self.converter.name)
                when_it_fails.pop_all()
        tell(self._done())
        return [
            refusal or self._put(number, paper, target, said)
            for number, ((paper, target), refusal) in enumerate(zip(self.pairs, refusals, strict=True))
        ]

    def _take_in(self, number: int, paper: Path) -> str:
        """Copies a paper that is fit to be opened by another program; else says why not."""
        try:
            if paper.suffix.lower() not in SUFFIXES:
                raise UserError(f"Chỉ tạo được PDF từ tệp .docx và .xlsx, không từ “{paper.name}”.")
            content = read_office_file(paper)
            open_package(content, f"{PAPER} “{paper.name}”")
        except UserError as error:
            return str(error)
        (self.work / "in" / f"{number:03}{paper.suffix.lower()}").write_bytes(content)
        return ""

    def _done(self) -> int:
        return len(list((self.work / "out").glob("*.pdf")))

    def _end_office(self) -> None:
        """Ends the Word and Excel that the script has started and could not close; its file names their ids."""
        started = self.work / "started.txt"
        if started.is_file():
            for process in started.read_text(encoding="ascii").split():
                end_with_children(int(process))

    def _put(self, number: int, paper: Path, target: Path, said: str) -> PdfMade | str:
        """Puts a PDF to its place when it is one."""
        try:
            content = (self.work / "out" / f"{number:03}.pdf").read_bytes()
            pages = count_pages(content)
            if pages:
                write_whole(target, content)
                return PdfMade(paper, target, pages)
        except FileNotFoundError:
            return _failed(self.converter.name, paper, said)
        except UserError as error:
            return str(error)
        return _failed(self.converter.name, paper, said)


def count_pages(content: bytes) -> int:
    """The number of pages of a PDF; 0 when the bytes are no PDF that can be read."""
    if not content.startswith(b"%PDF"):
        return 0
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def _targets(papers: Sequence[Path], folder: Path | None) -> list[Path]:
    """Where each PDF goes: “Báo cáo.pdf”; where two would be called the same, the second is “Báo cáo (2).pdf”."""
    targets: list[Path] = []
    for paper in papers:
        plain = (folder or paper.parent) / f"{paper.stem}.pdf"
        numbered = (plain.with_stem(f"{paper.stem} ({number})") for number in count(2))
        targets.append(plain if plain not in targets else next(path for path in numbered if path not in targets))
    return targets


def _tell_on(tell: Progress, before: int, total: int, done: int) -> None:
    tell(before + done, total)


def _failed(name: str, paper: Path, said: str) -> str:
    last = said.splitlines()[-1][:200] if said else ""
    why = f" ({last})" if last else ""
    return f"{name} không tạo được PDF từ “{paper.name}”{why}. Hãy mở tệp bằng {name} xem có báo lỗi gì rồi thử lại."


def _told(refusals: Sequence[str], made: int) -> str:
    lines = [f"Đã tạo {made} tệp PDF, còn lại chưa tạo được:"] if made else []
    more = [f"… và {len(refusals) - _NAMED} tệp nữa."] if len(refusals) > _NAMED else []
    return "\n".join([*lines, *refusals[:_NAMED], *more])
