"""Says a verdict in a few Vietnamese sentences, and what the clerk should look at besides."""

from __future__ import annotations

from collections.abc import Sequence

from ward.rules.case import Case
from ward.rules.facts import Answer
from ward.rules.judgements import HEADS, STATES, Blocked, Line, RouteVerdict, VerdictState
from ward.rules.words import day_words, sentence


def words_of(
    case: Case,
    state: VerdictState,
    routes: Sequence[RouteVerdict],
    best: RouteVerdict | None,
    blocks: Sequence[Blocked],
    hints: Sequence[str],
) -> str:
    """ "Chưa đủ: cần 3 năm liền Chiến sĩ thi đua cơ sở (2023 có, 2024 có, 2025 thiếu). …" """
    stops = [block for block in blocks if block.weight and not block.reason]
    if best and stops and max(block.weight for block in stops) > STATES.index(best.state):
        held = "đủ tiêu chuẩn" if best.state == "enough" else f"còn phải xác nhận: {_why(case, best)}"
        told = [f"{HEADS[state]}: {_block_words(stops[0])}", held]
    else:
        told = [f"{HEADS[state]}: {_why(case, best)}", *map(_block_words, stops[:1])]
    if best and best.state != "enough":
        told += [f"Theo “{one.name}” thì {_short_of(one)}" for one in routes if one is not best and _fails(one)]
    told += [_block_words(block) for block in blocks if block not in stops[:1]]
    return " ".join(sentence(one) for one in (*told, *hints) if one)


def _why(case: Case, best: RouteVerdict | None) -> str:
    if case.rule is None:
        return "bộ quy định chưa có danh hiệu, hình thức khen này; hãy xét theo quy định của địa phương"
    if best is None:
        return "bộ quy định chưa có tiêu chuẩn"
    article = f" ({best.article})" if best.article else ""
    if best.state == "enough":
        held = "; ".join(leaf.words for line in best.lines for leaf in _proof(line))
        return f"theo “{best.name}”{article}: {held}" if held else f"theo “{best.name}”{article}"
    worst = STATES.index(best.state)
    return "; ".join(_open_words(line) for line in best.lines if line.weight == worst) + article


def _fails(route: RouteVerdict) -> bool:
    """Whether the records speak against a way."""
    return any(leaf.state in ("no", "unverified") for line in route.lines for leaf in line.leaves())


def _short_of(route: RouteVerdict) -> str:
    failed = [line for line in route.lines if line.state in ("no", "unverified")]
    article = f" ({route.article})" if route.article else ""
    return f"chưa đủ: {'; '.join(_open_words(line) for line in failed)}{article}"


def _proof(line: Line) -> list[Line]:
    """The leaves that hold."""
    return [leaf for leaf in line.leaves() if not leaf.weight]


def _open_words(line: Line) -> str:
    if line.parts and line.one_of:
        parts = "; hoặc ".join(_open_words(part) for part in line.parts)
        return f"cần một trong các điều: {parts}"
    if line.parts and not (line.rule and all(part.state == "confirm" and not part.evidence for part in line.parts)):
        return "; ".join(_open_words(part) for part in line.parts if part.weight)
    settled = f" – {line.settled}" if line.settled else ""
    reason = f" – vẫn đề nghị, lý do: {line.reason}" if line.reason else ""
    return f"{line.words}{settled}{reason}"


def _block_words(block: Blocked) -> str:
    said = sentence(block.words)[:-1]
    told = f"{said} ({block.article})" if block.article else said
    return f"{told}. Vẫn đề nghị, lý do: {block.reason}" if block.reason else told


def hints_of(case: Case, best: RouteVerdict | None, outdated: Sequence[Answer]) -> tuple[str, ...]:
    """What the clerk should look at besides the rules, in whole sentences."""
    nominee, nominated = case.nominee, case.nominated
    hints = [f"“{one.words}” đã được xác nhận khi quy định còn khác; hãy xác nhận lại." for one in outdated]
    if best and not best.sure:
        hints.append(sentence(best.why or "quy định này chưa kiểm chứng, nên chỉ nhắc"))
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
