"""Refreshes an edited sheet paper: plans what today's records would change in its cells, and writes what is chosen.

Each filled cell is found where its row and its column lie now. What the clerk added, moved, formatted or typed
beside stays; rows of a list that came or went are told, not written: for them the sheet is made anew.
"""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from reports.excel.refresh_match import FilledRow, filled_rows, pair_rows, text_of
from reports.excel.row_order import SORTED_BY_HAND, sorted_sheet
from reports.excel.trace import BaseCell, CellPlace, SheetCell, SheetPaper, SheetPrint, read_sheet_paper
from reports.refreshing.proposals import Choice, Kind, Proposal
from ward.errors import UserError
from ward.exact import show_number

_TOLD: tuple[Choice, ...] = ("typed",)
_BY_HAND: tuple[Choice, ...] = ("today", "typed", "printed")
_ROWS = (
    "Có dòng mới hoặc dòng không còn trong sổ. Chương trình không tự chèn hay xóa dòng trong biểu đã sửa; "
    "hãy lập lại biểu nếu cần các dòng ấy."
)
_ORDER = "Thứ tự các dòng hôm nay khác lúc lập biểu; các dòng trong tệp được giữ nguyên chỗ."


@dataclass(frozen=True)
class CellWork:
    """A cell that can be written: where it lies now, what was printed there, what today's records say."""

    key: str
    place: CellPlace
    printed: BaseCell
    today: BaseCell


@dataclass(frozen=True)
class SheetWork:
    """What carrying out a plan needs: the file, its cells, and the rows of both papers that are one."""

    content: bytes
    paper: SheetPaper
    fresh: SheetPaper
    cells: tuple[CellWork, ...]
    rows: tuple[tuple[FilledRow, FilledRow | None], ...]


@dataclass(frozen=True)
class SheetPlan:
    """What a refresh proposes, how many cells need nothing, and what the clerk should know."""

    proposals: tuple[Proposal, ...]
    untouched: int
    notes: tuple[str, ...]
    work: SheetWork = field(repr=False, compare=False)

    @property
    def undecided(self) -> tuple[Proposal, ...]:
        """Those that only the clerk can decide."""
        return tuple(one for one in self.proposals if one.default is None)


def plan_refresh(paper: bytes, fresh: bytes) -> SheetPlan:
    """Compares an edited sheet with the one that today's records give, `fresh`, made from the same template.

    Raises UserError (in Vietnamese) for a file that is broken, of another kind, no paper of this program,
    or one whose rows were sorted by hand.
    """
    edited, today = read_sheet_paper(paper), read_sheet_paper(fresh)
    if not edited.base:
        raise UserError(
            "Tệp này không phải biểu do Sổ Vàng lập, hoặc trang ẩn “_sv” của nó đã mất. "
            "Hãy chọn đúng tệp, hoặc lập biểu mới."
        )
    if mixed := sorted_sheet(edited):
        raise UserError(SORTED_BY_HAND.format(mixed))
    base, new = filled_rows(edited), filled_rows(today)
    pairs = pair_rows(base, new)
    if base and new and not pairs:
        raise UserError(
            "Không dòng nào của biểu này ứng với biểu lập hôm nay: biểu do bản Sổ Vàng trước lập, "
            "hoặc mẫu đã đổi hẳn. "
            "Hãy lập biểu mới; tệp này được giữ nguyên."
        )
    planning = _Planning(edited, rows_change=len(pairs) < max(len(base), len(new)))
    for number, row in enumerate(base):
        planning.compare(row, new[pairs[number]] if number in pairs else None)
    for number in sorted(set(range(len(new))) - set(pairs.values())):
        above = next((old for old, theirs in pairs.items() if theirs == number - 1), None)
        planning.add(new[number], base[above] if above is not None else None)
    if list(pairs[number] for number in sorted(pairs)) != sorted(pairs.values()):
        planning.notes.append(_ORDER)
    rows = tuple((row, new[pairs[number]] if number in pairs else None) for number, row in enumerate(base))
    work = SheetWork(paper, edited, today, tuple(planning.cells), rows)
    notes = tuple(dict.fromkeys(planning.notes))
    return SheetPlan(tuple(planning.proposals), planning.untouched, notes, work)


def apply(plan: SheetPlan, choices: Mapping[str, Choice], *, at: dt.datetime | None = None) -> bytes:
    """The refreshed sheet: only cells are written. `choices` by a proposal's key, else its default.

    `at` is there for the twin that refreshes Word papers; a sheet keeps no tracked changes. Raises UserError when
    a proposal without a default has no choice.
    """
    from reports.excel.refresh_write import written

    missing = [one for one in plan.undecided if one.key not in choices]
    if missing:
        raise UserError(
            f"Còn {len(missing)} ô chưa chọn, ví dụ {missing[0].place}: “{missing[0].typed}”. "
            "Hãy chọn giữ số đã gõ hay lấy số hôm nay rồi cập nhật lại."
        )
    chosen: dict[str, Choice] = {one.key: choices.get(one.key) or one.default or "typed" for one in plan.proposals}
    return written(plan.work, chosen)


class _Planning:
    """Collects what is proposed, row by row."""

    def __init__(self, paper: SheetPaper, rows_change: bool) -> None:
        self.proposals: list[Proposal] = []
        self.cells: list[CellWork] = []
        self.notes: list[str] = []
        self.untouched = 0
        self._paper = paper
        self._rows_change = rows_change

    def compare(self, old: FilledRow, new: FilledRow | None) -> None:
        """One row as it was printed, and as today's records give it (None: they no longer do)."""
        if self._paper.rows.get((old.sheet, old.number), old.number) == 0:
            today = new.text if new else ""
            self._tell("deleted", f"deleted:{old.sheet}!{old.number}", _row_words(old.sheet, ""), old, today)
            return
        if new is None:
            row = str(self._paper.rows.get((old.sheet, old.number), old.number))
            sheet = self._paper.titles.get(old.sheet, old.sheet)
            self._tell("remove", f"remove:{old.sheet}!{old.number}", _row_words(sheet, row), old, "")
            self.notes.append(_ROWS)
            return
        for column, printed in old.cells.items():
            place = self._paper.now(printed.place)
            if place is not None and column in new.cells:
                self._compare_cell(printed, new.cells[column], place, old.prints_in(column), new.prints_in(column))

    def add(self, new: FilledRow, above: FilledRow | None) -> None:
        """A row that today's records give and the paper does not have."""
        sheet = self._paper.titles.get(new.sheet, new.sheet)
        row = self._paper.rows.get((above.sheet, above.number), 0) if above else 0
        place = f"{_row_words(sheet, '')}, sau dòng {row}" if row else _row_words(sheet, "")
        key = f"add:{new.sheet}!{new.number}"
        source = new.prints[0] if new.prints else None
        self.proposals.append(Proposal(key, "add", place, "", "", new.text, *_of(source), _TOLD, "typed"))
        self.notes.append(_ROWS)

    def _tell(self, kind: Kind, key: str, place: str, old: FilledRow, today: str) -> None:
        source = old.prints[0] if old.prints else None
        self.proposals.append(Proposal(key, kind, place, old.text, "", today, *_of(source), _TOLD, "typed"))

    def _compare_cell(
        self,
        printed: BaseCell,
        today: BaseCell,
        place: CellPlace,
        before: tuple[SheetPrint, ...],
        after: tuple[SheetPrint, ...],
    ) -> None:
        there = self._paper.by_place.get(place)
        by_hand = not stands(there, printed)
        if stands(there, today) or (not by_hand and _same(printed, today)):
            self.untouched += 1
            return
        if not after and self._rows_change and _is_numbering(printed, today):
            self.untouched += 1  # it counts rows that are not there
            return
        key = f"{printed.place.sheet}!{printed.place.address}"
        kind: Kind = "typed_over" if by_hand else "value" if after else "words"
        typed = _typed(there) if by_hand else ""
        default: Choice | None = "today" if not by_hand else "typed" if _same(printed, today) else None
        source = next(iter(after), None) or next(iter(before), None)
        self.proposals.append(
            Proposal(
                key, kind, place.words, text_of(printed), typed, text_of(today), *_of(source),
                _BY_HAND if by_hand else ("today", "printed"), default,
            )
        )  # fmt: skip
        self.cells.append(CellWork(key, place, printed, today))


def stands(there: SheetCell | None, cell: BaseCell) -> bool:
    """Whether a cell shows what was filled in: a number by its value, a text by its letters."""
    if there is None:
        return not cell.whole
    if there.cell.formula:
        return False
    if cell.is_number:
        return there.cell.number is not None and there.cell.number == cell.number
    return there.cell.number is None and _plain(there.cell.text) == _plain(cell.whole)


def _same(one: BaseCell, other: BaseCell) -> bool:
    if one.is_number and other.is_number:
        return one.number == other.number
    return one.is_number == other.is_number and _plain(one.whole) == _plain(other.whole)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _typed(there: SheetCell | None) -> str:
    if there is None:
        return ""
    text = there.cell.text if there.cell.number is None else show_number(there.cell.number)
    return f"(công thức) {text}".rstrip() if there.cell.formula else text


def _is_numbering(one: BaseCell, other: BaseCell) -> bool:
    return all(cell.whole.replace(";", "").replace(" ", "").isdecimal() for cell in (one, other))


def _of(source: SheetPrint | None) -> tuple[str, str, str]:
    return (source.record, source.field, source.what) if source else ("", "", "")


def _row_words(sheet: str, row: str) -> str:
    return f"trang tính “{sheet}”" + (f", dòng {row}" if row else "")
