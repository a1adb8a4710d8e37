"""What the clerk should look at in an achievement report before it is signed, in whole sentences."""

from collections.abc import Iterable, Sequence

from reports.awarding.achievement_parts import Deeds, PastAwards, PostRow, Proposed

OPEN = "…"
UNSEEN = (
    "Chương trình chưa thấy nguyên văn mẫu kèm Nghị định số 152/2025/NĐ-CP; bố cục dựa theo mẫu trước đó và "
    "thông lệ. Hãy đối chiếu với mẫu đang dùng của địa phương trước khi ký."
)
"""Of every form: the appendix of the decree was not seen (mark S at best)."""
UNSEEN_13 = (
    "Chỉ một nguồn thứ cấp cho biết đây là Mẫu số 13 kèm Nghị định số 152/2025/NĐ-CP; nguyên văn mẫu chưa thấy. "
    "Hãy đối chiếu với mẫu đang dùng của địa phương trước khi ký."
)


def of_deeds(proposed: Proposed, deeds: Deeds, *, rated: bool) -> Iterable[str]:
    """Years without a rating (`rated`: the report has them), and a nomination without a word of what was done."""
    if not deeds.achievement:
        yield "Đề nghị chưa có tóm tắt thành tích. Hãy ghi vào đề nghị rồi lập lại, hoặc viết thẳng vào báo cáo."
    known = {str(row.year) for row in deeds.ratings}
    missing = [year for year in proposed.years if year not in known]
    if rated and missing:
        yield f"Sổ chưa có xếp loại năm {', '.join(missing)}. Hãy thêm ở mục Xếp loại nếu đã có."


def of_past(past: PastAwards) -> Iterable[str]:
    """Earlier awards of which number, day or issuer is not known."""
    left = [row for row in past.rows if OPEN in str(row.decision) or str(row.year) == OPEN]
    if left:
        yield (
            f"Có {len(left):02d} lần khen thưởng trước đây chưa đủ năm, số, ngày quyết định hoặc cơ quan ban hành; "
            "chỗ thiếu in dấu “…”. Hãy bổ sung ở mục Khen thưởng."
        )


def of_posts(posts: Sequence[PostRow]) -> Iterable[str]:
    """Posts whose time is not known, or to the year only."""
    untold = [row for row in posts if str(row.length) == OPEN]
    rough = [row for row in posts if row.remark]
    if untold:
        yield f"Có {len(untold):02d} chức vụ chưa rõ thời gian nên chưa được tính. Hãy bổ sung ở mục Cá nhân."
    if rough:
        yield f"Có {len(rough):02d} chức vụ chỉ biết năm nên số tháng chỉ gần đúng. Hãy bổ sung tháng ở mục Cá nhân."
