"""Refreshes an edited Word paper: plans what today's records would change in it, and carries out what is chosen."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports.prints import Print
from reports.refreshing.lists import propose_lists
from reports.refreshing.match import key_of, pair_blocks
from reports.refreshing.moves import propose_moves
from reports.refreshing.proposals import Choice, Proposal
from reports.refreshing.today import TodaysPaper
from reports.refreshing.values import propose_block, propose_loose
from reports.refreshing.work import Work
from reports.word.trace import read_paper
from ward.errors import UserError

__all__ = ["Choice", "Proposal", "RefreshPlan", "apply", "defaults", "plan_refresh", "read_draft"]
_LOST = (
    "Tệp không còn danh sách số liệu đã in, nên chỉ các số còn dấu được cập nhật; danh sách và câu chữ phải xem lại."
)


@dataclass(frozen=True)
class RefreshPlan:
    """What a refresh proposes, how many values need nothing, and what the clerk should know."""

    proposals: tuple[Proposal, ...]
    untouched: int
    notes: tuple[str, ...]
    work: Work = field(repr=False, compare=False)

    @property
    def undecided(self) -> tuple[Proposal, ...]:
        """Those that only the clerk can decide."""
        return tuple(one for one in self.proposals if one.default is None)


def plan_refresh(paper: bytes, fresh: bytes, *, prints: Sequence[Print] = ()) -> RefreshPlan:
    """Compares an edited paper with the one that today's records give, `fresh`, made by the same filling.

    `prints` are the values that the office's file remembers of the paper, for a file that lost its own list.
    Raises UserError (in Vietnamese) for a file that is broken, of another kind, or no paper of this program.
    """
    edited, today = read_paper(paper), TodaysPaper(fresh)
    base, loose = edited.base, edited.loose
    work = Work(edited, today, base, paper, prints)
    if not base and not loose:
        loose = tuple(one for one in prints if one.id in edited.values)
        if not loose:
            raise UserError(
                "Tệp này không phải văn bản do Sổ Vàng lập, hoặc mọi dấu của số liệu đã mất. "
                "Hãy chọn đúng tệp, hoặc lập văn bản mới."
            )
        work.notes.append(_LOST)
    work.pairs = pair_blocks(base, today.base)
    for old, new in work.pairs.items():
        work.same_anchors(base[old], today.base[new])
        found = edited.blocks.get(base[old].id)
        if found is not None:
            work.there[new] = found
            propose_block(work, found, base[old], today.base[new])
    propose_loose(work, loose, today.loose if base else _as_many(loose, tuple(today.prints)))
    if base:
        propose_lists(work)
        propose_moves(work)
    work.notes += edited.doubts
    work.notes += [_doubt(found.place) for found in edited.blocks.values() if not found.sure]
    return RefreshPlan(tuple(work.proposals), work.untouched, tuple(dict.fromkeys(work.notes)), work)


def apply(
    plan: RefreshPlan, choices: Mapping[str, Choice], *, at: dt.datetime | None = None, author: str = "Sổ Vàng"
) -> bytes:
    """The refreshed paper. `choices` by a proposal's key; one that is not there takes its default.

    `at` is the time that tracked changes bear. Raises UserError when a proposal without a default has no choice.
    """
    from reports.refreshing.apply import refreshed

    missing = [one for one in plan.undecided if one.key not in choices]
    if missing:
        raise UserError(
            f"Còn {len(missing)} chỗ chưa chọn, ví dụ ở {missing[0].place or 'văn bản'}: “{missing[0].typed}”. "
            "Hãy chọn giữ chữ đã gõ hay lấy số hôm nay rồi cập nhật lại."
        )
    if plan.work.spent:  # the papers of a plan are written into: another one starts afresh
        plan = plan_refresh(plan.work.content, plan.work.fresh.content, prints=plan.work.prints)
    plan.work.spent = True
    chosen: dict[str, Choice] = {one.key: choices.get(one.key) or one.default or "typed" for one in plan.proposals}
    return refreshed(plan.work, chosen, at or dt.datetime.now(dt.UTC), author)


def defaults(plan: RefreshPlan) -> dict[str, Choice]:
    """The choice of each proposal that has one by itself."""
    return {one.key: one.default for one in plan.proposals if one.default is not None}


def read_draft(path: Path) -> bytes:
    """The bytes of a paper to be refreshed. Raises UserError when it is open in Word or cannot be read."""
    locks = (
        path.with_name("~$" + path.name[2:]),
        path.with_name("~$" + path.name),
        path.with_name(f".~lock.{path.name}#"),
    )
    if any(lock.exists() for lock in locks):
        raise UserError(f"“{path.name}” đang mở ở chương trình khác. Hãy lưu và đóng văn bản rồi thử lại.")
    if path.suffix.lower() == ".doc":
        raise UserError(f"“{path.name}” là kiểu .doc đời cũ. Hãy mở bằng Word và lưu lại kiểu .docx rồi thử lại.")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(
            f"Không thấy “{path}”. Tệp có thể đã được chuyển đi hoặc đổi tên; hãy chọn lại tệp."
        ) from error
    except OSError as error:
        raise UserError(f"Không đọc được “{path.name}”. Hãy đóng văn bản ở chương trình khác rồi thử lại.") from error


def _doubt(place: str) -> str:
    return f"Dấu của một đoạn ở {place} đã mất; chương trình nhận ra đoạn ấy theo câu chữ. Hãy xem lại chỗ này."


def _as_many(old: Sequence[Print], new: Sequence[Print]) -> list[Print]:
    """Today's values of the fields that are printed as often as before, or always say the same."""
    kept = []
    for one in new:
        alike = [other for other in new if key_of(other) == key_of(one)]
        before = sum(key_of(other) == key_of(one) for other in old)
        if before == len(alike) or len({other.text for other in alike}) == 1:
            kept.append(one)
            kept += [one] * (before - len(alike) if one is alike[-1] else 0)
    return kept
