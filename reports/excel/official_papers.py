"""Papers made from official forms: a given .xlsx with the book's numbers in the cells that ask for them."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reports.excel.official_answers import Answer, answer
from reports.excel.official_asking import Asked, Codes, KnownIndicator, asked_of
from reports.excel.official_form import OfficialForm, read_form
from reports.excel.official_forms import GivenForm, keep_form, read_given
from reports.excel.official_sheets import fill_official_bytes
from reports.excel.xml import column_letters
from reports.office_files.whole_files import write_whole
from reports.paper_kinds import FORM
from reports.paper_making import Built, Making, paper_day
from reports.papers import free_path, made_folder
from reports.prints import PrintStamp
from reports.wording.wording import Wording
from ward.book import Book
from ward.errors import UserError
from ward.listing import Wanted, list_records
from ward.paper_records import MadePaper
from ward.year_view import year_view

if TYPE_CHECKING:
    from reports.prints import Filled

Progress = Callable[[int, int], None]
_NAMED = 5


@dataclass(frozen=True)
class Remark:
    """What to know of a cell of a filled form: where it lies, its name, a clause; whether it stayed empty.

    `indicator` is the record of the indicator that it asks for, 0 where there is none.
    """

    place: str
    name: str
    words: str
    empty: bool
    indicator: int = 0


@dataclass(frozen=True)
class FilledForm:
    """A finished form: the paper, how many cells got something of the book, what to know of the others."""

    built: Built
    answered: int
    remarks: tuple[Remark, ...]


def make_form(
    book: Book,
    form: Path,
    years: Sequence[int],
    out: Path,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> FilledForm:
    """Fills a given form for these work years into the folder `out`, and keeps the form; writes no record.

    A file of the same name that somebody has changed since it was made stays; the new one gets a number.
    Raises UserError for a form that asks for nothing, an unsafe file, or a folder that cannot be written.
    """
    given = read_given(book.path, form)
    now = dt.datetime.now(dt.UTC) if today is None else dt.datetime.combine(today, dt.time(12), dt.UTC)
    on = paper_day(years, now.astimezone().date())
    making = Making(book, year_view(book.db, years, on, progress=progress), now, on)
    content, filled, remarks = fill_form(making, given)
    first, last = making.view.years[0], making.view.years[-1]
    stem = f"{given.title}-{first}" + (f"-{last}" if last > first else "")
    target = free_path(book, made_folder(out), f"{stem}.xlsx")
    keep_form(book.path, form, now)
    write_whole(target, content)
    built = Built(described(making, given, target, filled), tuple(in_words(remarks)))
    return FilledForm(built, len(filled.prints), remarks)


def fill_form(making: Making, given: GivenForm) -> "tuple[bytes, Filled, tuple[Remark, ...]]":
    """The finished form's bytes, what it printed, what to know of its cells. Raises UserError as `make_form`."""
    ready = read_form(given.content)
    asked = asked_of(ready.named, given.mapped)
    codes = Codes(_indicators(making.book))
    words = Wording(making.view)
    values: dict[str, object] = {}
    remarks: list[Remark] = []
    for one in asked:
        said = _answered(ready, one, codes, words)
        if said is None:
            continue
        meant = codes.find(one.code)[0]
        if said.remark:
            record = meant[0].id if meant else 0
            remarks.append(Remark(_place(one), one.shown_name, said.remark, said.value is None, record))
        if meant and _takes_value(ready, one):
            values[one.name] = said.value
    if not values:
        raise _asks_nothing(given)
    places = {one.name: one.name for one in asked if "!" in one.name}
    content = _marked(given.content) if making.book.sample else given.content
    author = making.view.keeper.name if making.view.keeper else ""
    stamp = PrintStamp(making.now, author=author or "Sổ Vàng")
    made, filled = fill_official_bytes(content, values, places=places, kind=FORM, stamp=stamp)
    return made, filled, tuple(remarks)


def described(making: Making, given: GivenForm, path: Path, filled: "Filled") -> MadePaper:
    """The filled form as it is to be remembered, with its file at `path`."""
    years = making.view.years
    time = f"năm {years[0]}" if len(years) == 1 else f"giai đoạn {years[0]}-{years[-1]}"
    return MadePaper(
        name=f"{given.title} {time}",
        kind=FORM,
        years=years,
        path=path,
        file_hash=filled.sha256,
        template=given.name,
        template_hash=given.sha256,
        made_at=making.now,
        prints=filled.prints,
    )


def in_words(remarks: Iterable[Remark], named: int = _NAMED) -> Iterable[str]:
    """The remarks as few sentences: the cells of each kind together, the first of them named."""
    for empty, head in ((True, "ô còn trống"), (False, "ô nên xem lại")):
        found = [one for one in remarks if one.empty == empty]
        if found:
            said = "; ".join(f"{one.place} “{one.name}” {one.words}" for one in found[:named])
            more = f"; và {len(found) - named} ô nữa" if len(found) > named else ""
            yield f"{len(found)} {head}: {said}{more}."


def _answered(form: OfficialForm, asked: Asked, codes: Codes, words: Wording) -> Answer | None:
    """What the book answers to a cell; None for a name that has another use in the form."""
    found, column = codes.find(asked.code)
    if not found:
        if not asked.mapped and (asked.area.sheet not in form.sheets or not _is_one(form, asked)):
            return None
        near = codes.nearest(asked.code)
        nearest = f"; có phải là “{near}” không?" if near else ""
        return Answer(None, f"sổ không có chỉ tiêu nào mang mã “{asked.code}”{nearest}")
    if len(found) > 1:
        return Answer(None, f"có {len(found)} chỉ tiêu cùng mã “{asked.code}”; hãy ghi mã khác nhau cho chúng")
    if asked.area.sheet not in form.sheets:
        return Answer(None, f"biểu không có trang tính “{asked.area.sheet}”; hãy sửa tên trang tính trong bảng ô")
    if not _takes_value(form, asked):
        return Answer(None, "là vùng nhiều ô hoặc ô có công thức của biểu; hãy đặt tên cho đúng ô cần điền")
    return answer(words, found[0].id, column, asked.measure)


def _takes_value(form: OfficialForm, asked: Asked) -> bool:
    if asked.area.sheet not in form.sheets or not _is_one(form, asked):
        return False
    sheet, merges = form.sheet(asked.area.sheet)
    return not sheet.spot(*merges.owner(asked.area.top, asked.area.left)).is_formula


def _is_one(form: OfficialForm, asked: Asked) -> bool:
    return form.sheet(asked.area.sheet)[1].is_one(asked.area)


def _indicators(book: Book) -> Iterable[KnownIndicator]:
    found = list_records(book.db, Wanted("indicator", ("name", "code")))
    lines = found.lines(0, len(found.ids))
    return [KnownIndicator(line.id, str(line.cells[0] or ""), str(line.cells[1] or "")) for line in lines]


def _place(asked: Asked) -> str:
    return f"{asked.area.sheet}!{column_letters(asked.area.left)}{asked.area.top}"


def _marked(content: bytes) -> bytes:
    """The form with the mark of the sample ward on its pages."""
    from reports.excel.sheets import mark_pages
    from reports.office_files.packages import open_package, pack, parse_xml, to_bytes, zipped

    parts = open_package(content)
    for part in read_form(content).sheets.values():
        root = parse_xml(part, parts[part].content())
        mark_pages(root)
        parts[part] = pack(part, to_bytes(root))
    return zipped(parts)


def _asks_nothing(given: GivenForm) -> UserError:
    return UserError(
        f"Biểu “{given.name}” không có ô nào mang mã chỉ tiêu của sổ. Hãy đặt tên cho ô cần điền trong Excel "
        "(chọn ô, gõ vào hộp tên bên trái thanh công thức) đúng như mã của chỉ tiêu, ví dụ dan_so, "
        f"hoặc ghi bảng ô vào tệp “{given.title}.o.json” đặt cạnh biểu."
    )
