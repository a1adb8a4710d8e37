"""What the clerk should know of a paper before it is signed: what is not printed, and what is not decided."""

from collections.abc import Iterator
from pathlib import Path

from forms.kinds.award import STATES as AWARD_STATES
from reports.paper_kinds import INDEX
from reports.template_desk.files import Template, own_folder
from ward.year_view import Keeper, YearView

_SHOWN = 5


def of_the_layout(view: YearView, book: Path, kind: str, template: Template) -> Iterator[str]:
    """That a Party office's paper has a State head, unless the office uses a template of its own."""
    keeper = view.keeper
    if keeper and keeper.layout == "dang" and kind != INDEX and not template.own:
        yield (
            "Cơ quan giữ sổ dùng thể thức văn bản của Đảng; bản này mới có mẫu theo Nghị định 30/2020/NĐ-CP. "
            "Hãy chỉnh đầu văn bản trước khi ký, hoặc đặt mẫu riêng vào thư mục "
            f"“{own_folder(book).name}”."
        )


def of_the_keeper(keeper: Keeper | None) -> Iterator[str]:
    """That head or signature stay empty, since nobody entered the office or who signs."""
    if keeper is None:
        yield "Chưa khai báo cơ quan giữ sổ nên đầu văn bản còn trống. Hãy thêm ở mục Cơ quan."
    elif not keeper.signatory:
        yield "Chưa có người ký nào được khai báo nên chỗ ký còn trống. Hãy thêm ở mục Cơ quan."


def of_the_year(view: YearView) -> Iterator[str]:
    """What the clerk should know of a paper before it is signed."""
    yield from of_the_keeper(view.keeper)
    undated = view.entries.undated
    if undated:
        named = "; ".join(f"“{entry.title}”" for entry in undated[:_SHOWN])
        more = f" và {len(undated) - _SHOWN} bản ghi nữa" if len(undated) > _SHOWN else ""
        yield f"Chưa ghi năm công tác nên không in: {named}{more}. Hãy ghi năm công tác rồi lập lại."
    if view.timeless:
        yield f"Có {view.timeless} số liệu chưa ghi năm công tác hay kỳ nên không in. Hãy ghi thêm rồi lập lại."
    stateless = [award for award in view.of("award") if award["state"] not in AWARD_STATES]
    if stateless:
        yield f"Có {len(stateless)} khen thưởng chưa ghi tình trạng (đề nghị hay đã có quyết định) nên không in."
    undecided = [line for line in view.all_lines() if any(not stated.decided for stated in line.all())]
    if undecided:
        named = "; ".join(f"“{line.title}”" for line in undecided[:_SHOWN])
        more = f" và {len(undecided) - _SHOWN} chỉ tiêu nữa" if len(undecided) > _SHOWN else ""
        yield f"Có nhiều số khác nhau, in cả: {named}{more}. Hãy chọn số dùng khi in."
