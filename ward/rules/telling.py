"""Says a verdict in a few Vietnamese sentences, and what the clerk should look at besides."""

from __future__ import annotations

from collections.abc import Sequence

from ward.rules.case import Case
from ward.rules.facts import Answer
from ward.rules.judgements import HEADS, STATES, Blocked, Line, RouteVerdict, VerdictState
from ward.rules.words import day_words, sentence


def words_of(
    case: Case, state: VerdictState, best: RouteVerdict | None, blocks: Sequence[Blocked], hints: Sequence[str]
) -> str:
    """ "Chưa đủ: cần 3 năm liền Chiến sĩ thi đua cơ sở (2023 có, 2024 có, 2025 thiếu). …" """
    told = [f"{HEADS[state]}: {_why(case, best)}"]
    told += [_block_words(block.words, block.article, block.reason) for block in blocks]
    told += hints
    return " ".join(sentence(one) for one in told if one)


def _why(case: Case, best: RouteVerdict | None) -> str:
    if case.rule is None:
        return "bộ quy định chưa có danh hiệu, hình thức khen này; hãy xét theo quy định của địa phương"
    if best is None:
        return "bộ quy định chưa có tiêu chuẩn"
    article = f" ({best.article})" if best.article else ""
    if best.state == "enough":
        held = "; ".join(leaf.words for line in best.lines for leaf in _proof(line))
        return f"theo “{best.name}”{article}: {held}" if held else f"theo “{best.name}”{article}"
    open_ = [leaf for line in best.lines if line.weight for leaf in (line.leaves() if not line.one_of else (line,))]
    worst = STATES.index(best.state)
    gravest = [leaf for leaf in open_ if leaf.weight == worst]
    return "; ".join(_open_words(line) for line in gravest) + article


def _proof(line: Line) -> list[Line]:
    """The leaves that hold."""
    return [leaf for leaf in line.leaves() if not leaf.weight]


def _open_words(line: Line) -> str:
    if line.parts and line.one_of:
        parts = "; hoặc ".join(_open_words(part) for part in line.parts)
        return f"cần một trong các điều: {parts}"
    if line.parts:
        return "; ".join(_open_words(part) for part in line.parts if part.weight)
    settled = f" – {line.settled}" if line.settled else ""
    reason = f" – vẫn đề nghị, lý do: {line.reason}" if line.reason else ""
    return f"{line.words}{settled}{reason}"


def _block_words(words: str, article: str, reason: str) -> str:
    said = sentence(words)
    told = f"{said[:-1]} ({article})" if article else said[:-1]
    return f"{told}. Vẫn đề nghị, lý do: {reason}" if reason else told


def hints_of(case: Case, best: RouteVerdict | None, outdated: Sequence[Answer]) -> tuple[str, ...]:
    """What the clerk should look at besides the rules, in whole sentences."""
    nominee, nominated = case.nominee, case.nominated
    hints = [f"“{one.words}” đã được xác nhận khi quy định còn khác; hãy xác nhận lại." for one in outdated]
    if best and not best.sure and best.state == "enough":
        why = f": {best.why.rstrip('.')}" if best.why else ""
        hints.append(f"Theo quy định chưa kiểm chứng{why}.")
    if nominee is None:
        hints.append("Đề nghị chỉ ghi tên bằng lời nên không tra được khen thưởng cũ; hãy chọn người, đơn vị, hộ.")
        return tuple(hints)
    if nominee.death and not nominated.posthumous:
        hints.append(f"{nominee.name} đã mất ({day_words(nominee.death)}); nếu khen thì đánh dấu là truy tặng.")
    if nominated.posthumous and not nominee.death and nominee.kind == "person":
        hints.append(f"Đề nghị truy tặng, nhưng sổ chưa ghi ngày mất của {nominee.name}.")
    if nominee.head_death:
        died = day_words(nominee.head_death)
        hints.append(f"Chủ hộ {nominee.head} đã mất ({died}); hãy ghi chủ hộ mới trước khi in giấy.")
    if nominee.namesakes:
        count = len(nominee.namesakes) + 1
        hints.append(f"Sổ có {count} người tên {nominee.name}; khen thưởng của mỗi người tính riêng.")
    return tuple(hints)
