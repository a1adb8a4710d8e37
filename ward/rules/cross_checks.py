"""Whether a pack's parts fit together: keys used once, base salaries one after the other, years in their order."""

from __future__ import annotations

from itertools import pairwise

from ward.errors import UserError
from ward.rules.pack import AwardRule, Pack


def check(pack: Pack) -> None:
    """Raises a UserError for the first thing that does not fit."""
    if not pack.awards:
        raise UserError("Bộ quy định không có danh hiệu, hình thức khen thưởng nào. Hãy chọn lại tệp.")
    for award in pack.awards.values():
        _check_keys(award)
    for earlier, later in pairwise(pack.base_salaries):
        if not earlier.until or not later.since or earlier.until >= later.since:
            raise UserError(
                f"Mục base_salary: mức {later.amount} đồng không nối tiếp sau mức {earlier.amount} đồng. "
                "Hãy xếp theo ngày và ghi ngày hết hiệu lực của mức trước."
            )
    for names in pack.grades:
        if names.last_year and names.last_year < names.first_year:
            raise UserError(f"Mục grades: năm cuối {names.last_year} trước năm đầu {names.first_year}. Hãy sửa lại.")


def _check_keys(award: AwardRule) -> None:
    keys = [leaf.key for route in award.routes for leaf in route.condition.leaves()]
    keys += [exclusion.key for exclusion in award.exclusions]
    keys += [f"{award.id}.{route.id}" for route in award.routes]
    for key in keys:
        if keys.count(key) > 1:
            raise UserError(f"Mục award “{award.id}”: mã “{key}” dùng hai lần. Hãy đặt cho mỗi mục một mã.")
