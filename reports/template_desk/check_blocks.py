"""Which block of a template closes where, and every one that is not closed, not opened, or crosses another."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.tags import Tag
from reports.template_desk.check_tags import Fault, error

OPENERS = ("for", "if", "with")
_MIDDLES = {"else": ("if", "for"), "elif": ("if",)}


@dataclass
class Blocks:
    """The blocks of a part, each as indexes of its opening, middle and closing tags, and what is wrong."""

    whole: list[list[int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def pair(tags: Sequence[Tag]) -> Blocks:
    """Pairs the block tags among tags in document order; goes on after a mistake, and tells each once."""
    found = Blocks()
    still_open: list[list[int]] = []
    crossed: list[str] = []
    for index, tag in enumerate(tags):
        word = tag.keyword
        if tag.kind != "block" or word == "set":
            continue
        if word in OPENERS:
            still_open.append([index])
        elif word in _MIDDLES or word.removeprefix("end") in OPENERS:
            _close(tags, index, still_open, crossed, found)
        else:
            found.faults.append(_unknown(tag))
    for block in still_open:
        found.faults.append(_unclosed(tags[block[0]]))
    return found


def _close(tags: Sequence[Tag], index: int, still_open: list[list[int]], crossed: list[str], found: Blocks) -> None:
    tag, word = tags[index], tags[index].keyword
    wanted = _MIDDLES.get(word, (word.removeprefix("end"),))
    at = next((n for n in reversed(range(len(still_open))) if tags[still_open[n][0]].keyword in wanted), None)
    if word in _MIDDLES and at is not None and (at != len(still_open) - 1 or _after_else(tags, still_open[at])):
        at = None
    if at is None:
        if word.removeprefix("end") in crossed:
            crossed.remove(word.removeprefix("end"))
        else:
            found.faults.append(_unopened(tag))
        return
    for inner in still_open[at + 1 :]:
        found.faults.append(_crossing(tags[inner[0]], tag))
        crossed.append(tags[inner[0]].keyword)
    del still_open[at + 1 :]
    still_open[at].append(index)
    if word not in _MIDDLES:
        found.whole.append(still_open.pop())


def _after_else(tags: Sequence[Tag], block: Sequence[int]) -> bool:
    """Whether a block has had its `else`, after which nothing more may come."""
    return tags[block[-1]].keyword == "else"


def _unclosed(tag: Tag) -> Fault:
    closing = f"{{%{tag.level} end{tag.keyword} %}}"
    return error(
        tag.place, tag.typed, f"Thẻ “{tag.keyword}” này chưa được đóng. Hãy thêm {closing} ở cuối phần của nó."
    )


def _unopened(tag: Tag) -> Fault:
    opening = {"else": "if hoặc for", "elif": "if"}.get(tag.keyword, tag.keyword.removeprefix("end"))
    return error(
        tag.place,
        tag.typed,
        f"Thẻ “{tag.keyword}” này không có thẻ “{opening}” nào mở trước nó. Hãy bỏ nó, hoặc thêm thẻ mở.",
    )


def _crossing(inner: Tag, closing: Tag) -> Fault:
    return error(
        inner.place,
        inner.typed,
        f"Thẻ này mở bên trong một khối nhưng chưa đóng khi khối ấy đã đóng bằng {closing.typed} ({closing.place}). "
        f"Hãy đóng khối bên trong trước bằng {{%{inner.level} end{inner.keyword} %}}.",
    )


def _unknown(tag: Tag) -> Fault:
    return error(
        tag.place,
        tag.typed,
        f"“{tag.keyword or tag.code}” không phải lệnh của mẫu. Các lệnh là: for, if, elif, else, set, with.",
    )
