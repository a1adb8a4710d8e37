"""One Word template for many recipients: a file for each, or one file with a page or a section for each, in order."""

import re
import unicodedata
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from reports.later import Later
from reports.office_files.package_parts import stamped
from reports.office_files.package_writer import PackageWriter, StreamedPart
from reports.office_files.packages import open_package, pack, read_template, write_whole
from reports.office_files.xml_text import quoteattr
from reports.prints import Block, Filled, Print, PrintStamp
from reports.word.filling import DECLARATION, WordTemplate, fill_bytes, prepare
from reports.word.making import Making
from reports.word.merged_body import Parting, Sheets
from reports.word.parts import WordPart
from reports.word.trace_part import PRINTS_NS, prints_in, read_recipients
from ward.errors import UserError

MAX_RECIPIENTS = 20_000
_WAITING = 8  # files that may be on their way to the disk at once
_WRITERS = 4
_PIECE = 1 << 16
_ODD = re.compile(r'[\x00-\x1f\\/:*?"<>|]')
_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", *(f"{one}{n}" for one in ("COM", "LPT") for n in range(1, 10))))
_NAMES_OF_ONE = 10_000  # how often one recipient may be told the same value
Context = Mapping[str, object]
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Recipient:
    """Who gets a file of their own: its name in the folder, e.g. "Giay-khen-001.docx", and what it says."""

    file_name: str
    context: Context


def fill_each(
    template: Path | bytes,
    recipients: Iterable[Recipient],
    folder: Path,
    *,
    stamp: PrintStamp,
    marked: bool = False,
    lenient: bool = False,
    kind: str = "",
) -> Generator[Filled, None, None]:
    """One file for each recipient, as each is finished, in order; memory does not grow with their number.

    Each file appears whole or not at all. Whoever stops asking stops the work: the files that were given stay, of
    the few that were on their way each is whole or not there. Raises UserError as `filling.fill`, and for a file
    name that comes twice, leads elsewhere or cannot be.
    """
    content = read_template(template)
    prepare(content, marked)
    with ThreadPoolExecutor(_WRITERS) as writers:
        waiting: list[tuple[Filled, Future[str]]] = []
        names: set[str] = set()
        for recipient in recipients:
            name = unicodedata.normalize("NFC", recipient.file_name).casefold()
            _refuse_odd_name(recipient.file_name)
            if name in names:
                raise UserError(f"Hai người nhận có cùng tên tệp “{recipient.file_name}”. Hãy đặt tên khác nhau.")
            names.add(name)
            made, filled = fill_bytes(
                content, recipient.context, stamp=stamp, marked=marked, lenient=lenient, kind=kind
            )
            target = folder / recipient.file_name
            waiting.append((_found_in(filled, target), writers.submit(write_whole, target, made)))
            if len(waiting) == _WAITING:
                yield _written(waiting.pop(0))
        while waiting:
            yield _written(waiting.pop(0))


def _refuse_odd_name(name: str) -> None:
    """A file's name that leads out of the folder, or that Windows cannot have."""
    stem = name.partition(".")[0].rstrip().upper()
    if not name.strip(". ") or _ODD.search(name) or name.endswith((".", " ")) or stem in _DEVICES:
        raise UserError(
            f"“{name}” không dùng làm tên tệp được. Hãy đặt tên khác, không có các dấu / \\ : * ? < > | và nháy kép."
        )


def _written(one: tuple[Filled, Future[str]]) -> Filled:
    one[1].result()
    return one[0]


def _found_in(filled: Filled, target: Path) -> Filled:
    """The finished file; what it printed is read from it when somebody asks."""
    of = partial(_read, target)
    return replace(filled, path=target, prints=Later(lambda: of(0)[1]), blocks=Later(lambda: of(0)[0]))


@dataclass(frozen=True)
class Merged:
    """A finished file for many recipients: where it lies, the SHA-256 of its bytes, how many it is for.

    `faults`: as in `Filled`, those of all recipients together.
    """

    path: Path
    sha256: str
    recipients: int
    faults: tuple[str, ...] = ()

    def prints(self, recipient: int) -> tuple[Print, ...]:
        """What the file prints for a recipient, counted from 0; read from the file."""
        return _read(self.path, recipient)[1]


def fill_as_one(
    template: Path | bytes,
    contexts: Iterable[Context],
    target: Path,
    *,
    stamp: PrintStamp,
    parting: Parting = "page",
    marked: bool = False,
    lenient: bool = False,
    kind: str = "",
    progress: Progress | None = None,
) -> Merged:
    """One file with a page for each recipient, or a section whose pages are counted from 1, in list order.

    The file appears whole or not at all, also when `contexts` or `progress` (told how many are done) raises to
    stop it; memory does not grow with the number of recipients. The anchors of all recipients are different.
    Raises UserError as `filling.fill`; for a header, footer or note that would say different things to different
    recipients; for a template with footnotes of its own; for nobody, and for more than MAX_RECIPIENTS.
    """
    ready = prepare(read_template(template), marked)
    body, others = _body_and_others(ready)
    making = Making(count(ready.first_free_id), lenient)
    with TemporaryFile() as trace, PackageWriter(target) as package:
        trace.write((DECLARATION + making.trace.xml(kind, stamp)).removesuffix("</prints>").encode())
        with package.stream(body.name) as part:
            writing = _Writing(ready, body, others, making, part, trace)
            for number, context in enumerate(contexts):
                if number == MAX_RECIPIENTS:
                    raise UserError(f"Một tệp chỉ in được cho {MAX_RECIPIENTS} người nhận. Hãy chia thành nhiều tệp.")
                writing.add(number, context, parting)
                if progress:
                    progress(number + 1)
            writing.end()
        _copy_rest(package, ready, body, writing.others, making, stamp, trace)
    return Merged(target, package.sha256, writing.count, (*making.faults, *making.pictures.faults))


def _body_and_others(ready: WordTemplate) -> tuple[WordPart, list[WordPart]]:
    body = next((part for part in ready.programs if part.name.endswith("document.xml")), None)
    if body is None:
        raise UserError("Thân mẫu không có thẻ nào nên mọi người nhận sẽ như nhau. Hãy thêm thẻ vào tệp mẫu.")
    return body, [part for part in ready.programs if part is not body]


class _Writing:
    """Writes one recipient after the other into the body and the trace."""

    def __init__(
        self,
        ready: WordTemplate,
        body: WordPart,
        others: list[WordPart],
        making: Making,
        part: StreamedPart,
        trace: IO[bytes],
    ) -> None:
        self._ready, self._body, self._parts = ready, body, others
        self._making, self._part, self._trace = making, part, trace
        self._sheets: Sheets | None = None
        self.others: dict[str, str] = {}
        self.count = 0

    def add(self, number: int, context: Context, parting: Parting) -> None:
        trace = self._making.trace
        trace.first = number * _NAMES_OF_ONE
        trace.rewind({})
        if not number:
            self.others = {part.name: self._making.xml_of(part, context) for part in self._parts}
            self._put(trace.blocks, trace.loose)
        else:
            self._compare(number, context)
        xml = self._making.xml_of(self._body, context)
        if self._sheets is None:
            self._sheets = Sheets(xml, parting, self._ready.first_free_id)
            self._part.write((DECLARATION + self._sheets.head).encode())
        self._part.write(self._sheets.of(xml, number, self._making.ids).encode())
        self._trace.write(f"<to n={quoteattr(str(number))}/>".encode())
        self._put(trace.blocks, trace.loose)
        self.count = number + 1

    def end(self) -> None:
        """Writes the end of the body. Raises UserError when there was nobody."""
        if self._sheets is None:
            raise UserError("Chưa có người nhận nào. Hãy chọn ít nhất một người nhận rồi thử lại.")
        self._part.write(self._sheets.tail.encode())
        self._trace.write(f"{self._ready.fixed}</prints>".encode())

    def _put(self, *printed: list[str]) -> None:
        for pieces in printed:
            self._trace.write("".join(pieces).encode())
            pieces.clear()

    def _compare(self, number: int, context: Context) -> None:
        """Headers and footers stand once in the file, so they must say the same to everybody."""
        aside = Making(count(self._ready.first_free_id), self._making.lenient)
        for part in self._parts:
            first, now = (_words(xml) for xml in (self.others[part.name], aside.xml_of(part, context)))
            if first != now:
                raise UserError(
                    f"Đầu trang, chân trang hoặc chú thích của mẫu in “{first}” cho người nhận thứ nhất "
                    f"nhưng “{now}” cho người nhận thứ {number + 1}, mà một tệp chỉ có chung một phần ấy. "
                    "Hãy lập mỗi người nhận một tệp, hoặc chuyển thẻ ấy vào thân mẫu."
                )


def _words(xml: str) -> str:
    words, inside = [], False
    for piece in xml.replace("<w:t>", "<w:t ").split("<"):
        tag, _, text = piece.partition(">")
        inside = tag.startswith("w:t ")
        words.append(text if inside else "")
    return "".join(words)


def _copy_rest(
    package: PackageWriter,
    ready: WordTemplate,
    body: WordPart,
    others: Mapping[str, str],
    making: Making,
    stamp: PrintStamp,
    trace: IO[bytes],
) -> None:
    parts = stamped(ready.parts, stamp)
    for name, xml in others.items():
        parts[name] = pack(name, (DECLARATION + xml).encode())
    making.pictures.put_into(parts)
    for name, part in parts.items():
        if name not in (body.name, ready.prints_name):
            package.copy(part)
    trace.seek(0)
    with package.stream(ready.prints_name) as written:
        while piece := trace.read(_PIECE):
            written.write(piece)


def _read(path: Path, recipient: int) -> tuple[tuple[Block, ...], tuple[Print, ...]]:
    """What a file says that it prints for a recipient."""
    parts = open_package(path.read_bytes())
    content = next(
        part.content() for name, part in parts.items()
        if name.startswith("customXml/item") and f'<prints xmlns="{PRINTS_NS}"'.encode() in part.content()
    )  # fmt: skip
    blocks, loose = read_recipients(content)[recipient]
    return blocks, tuple(prints_in(blocks, loose))
