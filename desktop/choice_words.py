"""What the clerk may do with a place of a draft that is not as the records say, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.refreshing.proposals import Proposal

_WORDS = {
    "value": {"today": "Dùng số nay", "typed": "Giữ như trong văn bản", "printed": "Giữ số đã in"},
    "typed_over": {"today": "Dùng số nay", "typed": "Giữ chữ đã gõ", "printed": "Lấy lại số đã in"},
    "words": {"today": "Thay bằng câu nay", "typed": "Giữ câu trong văn bản", "printed": "Lấy lại câu đã in"},
    "add": {"today": "Thêm vào", "typed": "Không thêm", "printed": "Không thêm"},
    "remove": {"today": "Bớt đi", "typed": "Giữ lại", "printed": "Giữ lại"},
    "move": {"today": "Chuyển chỗ", "typed": "Để nguyên chỗ", "printed": "Để nguyên chỗ"},
    "deleted": {"today": "Đưa lại vào văn bản", "typed": "Để như vậy", "printed": "Để như vậy"},
}


def choice_words(proposal: Proposal, choice: str) -> str:
    """What a choice does at this kind of place."""
    return _WORDS[proposal.kind][choice]
