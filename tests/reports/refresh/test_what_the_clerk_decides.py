"""What was typed inside an anchor, deleted, copied or tracked in LibreOffice: told, chosen, never lost in silence."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reports.refreshing.refresh import apply
from tests.reports.documents import STAMP
from tests.reports.refresh.clerk import Clerk
from tests.reports.refresh.small_report import Report, faults_of, lines, plan_for, refreshed, rows
from ward.errors import UserError

PRINTED = Report()
TODAY = PRINTED.but(people="50.300", awards=(("4", "Tổ 1", "Giấy khen"), ("6", "Tổ 9", "Cờ")))


def test_what_was_typed_inside_a_value_is_asked_about(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("type_inside", "0,81 km2", 2, "9"))
    same = [one for one in plan_for(edited, PRINTED).proposals]
    assert [(one.kind, one.printed, one.typed, one.today, one.default) for one in same] == [
        ("typed_over", "0,81 km2", "0,981 km2", "0,81 km2", "typed")
    ]
    assert refreshed(edited, PRINTED) == edited
    plan = plan_for(edited, PRINTED.but(area="0,82 km2"))
    (asked,) = plan.undecided
    assert (asked.printed, asked.typed, asked.today) == ("0,81 km2", "0,981 km2", "0,82 km2")
    with pytest.raises(UserError, match="0,981 km2"):
        apply(plan, {})
    for choice, text in (("today", "0,82 km2"), ("typed", "0,981 km2"), ("printed", "0,81 km2")):
        paper = apply(plan, {asked.key: choice}, at=STAMP.made_at)  # type: ignore[dict-item]
        assert f"Phường có diện tích {text}, dân số" in "\n".join(lines(paper))
        assert refreshed(paper, PRINTED.but(area="0,82 km2")) == paper


def test_a_number_retyped_without_its_anchor_is_asked_about(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("drop_marks", "Phường có diện tích"), ("retype", "0,81 km2", "0,9 km2"))
    (asked,) = plan_for(edited, PRINTED.but(area="0,82 km2")).undecided
    assert (asked.printed, asked.typed, asked.today) == ("0,81 km2", "0,9 km2", "0,82 km2")


def test_a_word_that_changes_the_number_beside_it_is_asked_about(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("type_after", "0,81 km2", " triệu"))
    (asked,) = plan_for(edited, PRINTED.but(area="0,82 km2")).undecided
    assert asked.typed == "0,81 km2 triệu"


def test_a_copied_value_is_refreshed_in_every_place(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("copy_before", "Phường có diện tích", "Nơi nhận"))
    paper = refreshed(edited, PRINTED.but(area="0,82 km2"))
    assert "\n".join(lines(paper)).count("Phường có diện tích 0,82 km2") == 2


def test_a_deleted_paragraph_and_row_are_told_and_stay_away(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("delete_row", "Tổ 1"), ("delete_paragraph", "camera an ninh"))
    plan = plan_for(edited, TODAY)
    told = {one.printed: one for one in plan.proposals if one.kind == "deleted"}
    assert set(told) == {"Mô hình camera an ninh được giữ vững.", "1 | Tổ 1 | Giấy khen"}
    paper = refreshed(edited, TODAY)
    assert "camera" not in "\n".join(lines(paper))
    assert [row[1] for row in rows(paper, 1)] == ["Người nhận", "Tổ 9"]
    assert refreshed(paper, TODAY) == paper
    back = refreshed(edited, TODAY, deleted="today")
    assert [line for line in lines(back) if "giữ vững" in line] == [
        line for line in lines(PRINTED.paper()) if "giữ vững" in line
    ]
    assert rows(back, 1) == [["TT", "Người nhận", "Hình thức"], ["1", "Tổ 1", "Giấy khen"], ["2", "Tổ 9", "Cờ"]]


def test_a_deleted_column_stays_deleted(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("delete_column", "Tổ 1", 0))
    paper = refreshed(edited, TODAY)
    assert rows(paper, 1) == [["Người nhận", "Hình thức"], ["Tổ 1", "Giấy khen"], ["Tổ 9", "Cờ"]]
    assert refreshed(paper, TODAY) == paper


def test_a_row_in_which_the_clerk_wrote_is_not_taken_out_unasked(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("type_after", "Bằng khen", " (đã trao)"))
    plan = plan_for(edited, TODAY)
    (asked,) = plan.undecided
    assert (asked.kind, asked.typed) == ("remove", "2 | Tổ 2 | Bằng khen (đã trao)")
    kept = apply(plan, {asked.key: "typed"}, at=STAMP.made_at)
    assert ["3", "Tổ 2", "Bằng khen (đã trao)"] in rows(kept, 1) or ["2", "Tổ 2", "Bằng khen (đã trao)"] in rows(
        kept, 1
    )
    gone = apply(plan, {asked.key: "today"}, at=STAMP.made_at)
    assert "đã trao" not in "\n".join(lines(gone))


def test_a_sentence_that_was_touched_takes_new_words_only_where_both_can_stand(clerk: Clerk) -> None:
    today = PRINTED.but(people="50.300", claim="tăng 2%")
    added = clerk.edit(PRINTED.paper(), ("type_before", "Dân số", "Tính đến nay: "))
    assert "Tính đến nay: Dân số 50.300 người, tăng 2%." in lines(refreshed(added, today))
    reworded = clerk.edit(PRINTED.paper(), ("retype", "Dân số", "Số dân"))
    plan = plan_for(reworded, today)
    (asked,) = plan.undecided
    assert (asked.typed, asked.today) == ("Số dân 48.120 người.", "Số dân 50.300 người, tăng 2%.")
    kept = apply(plan, {asked.key: "typed"}, at=STAMP.made_at)
    assert "Số dân 50.300 người." in lines(kept)


def test_with_tracked_changes_every_change_can_be_refused_in_word(clerk: Clerk, tmp_path: Path) -> None:
    edited = clerk.edit(
        PRINTED.paper(),
        ("track",),
        ("type_after", ", nằm ở phía tây", " sông Hồng"),
        ("retype", "Nơi nhận", "Kính gửi"),
        ("delete_paragraph", "tủ sách"),
    )
    today = TODAY.but(
        works=(("d", "ngõ sáng"), ("a", "tuyến ngõ hoa"), ("c", "tủ sách")), refused=(("7", "Ông Bảy"),)
    )
    plan = plan_for(edited, today)
    assert plan.undecided == ()
    paper = apply(plan, {}, at=STAMP.made_at)
    text = "\n".join(lines(paper))
    assert "Phường có diện tích 0,81 km2, dân số 50.300 người, nằm ở phía tây sông Hồng." in text
    assert [line for line in lines(paper) if "giữ vững" in line] == [
        "Mô hình ngõ sáng được giữ vững.",
        "Mô hình tuyến ngõ hoa được giữ vững.",
    ]
    assert rows(paper, 1)[1:] == [["1", "Tổ 1", "Giấy khen"], ["2", "Tổ 9", "Cờ"]]
    xml = zipfile.ZipFile(BytesIO(paper)).read("word/document.xml").decode()
    assert {'w:author="Sổ Vàng"', 'w:date="2026-01-05T08:00:00Z"'} <= set(
        re.findall(r'w:(?:author|date)="[^"]*"', xml)
    )
    assert faults_of(paper, tmp_path) <= faults_of(edited, tmp_path)
    assert refreshed(paper, today) == paper
    assert sorted(lines(clerk.edit(paper, ("accept_all",)))) == sorted(lines(paper))


def test_refusing_our_tracked_changes_gives_the_paper_back(clerk: Clerk) -> None:
    edited = clerk.edit(PRINTED.paper(), ("track",))
    paper = refreshed(edited, TODAY.but(works=(("d", "ngõ sáng"), ("a", "tuyến ngõ hoa"), ("c", "tủ sách"))))
    assert "ngõ sáng" in "\n".join(lines(paper))
    assert lines(clerk.edit(paper, ("refuse_all",))) == lines(edited)


def test_without_its_list_of_prints_a_paper_still_gets_its_values(clerk: Clerk) -> None:
    from reports.prints import NOWHERE
    from reports.refreshing.refresh import plan_refresh
    from reports.word.trace import read_paper

    prints = tuple(read_paper(PRINTED.paper()).prints)
    edited = _without(clerk.edit(PRINTED.paper(), ("type_before", "Nơi nhận", "Xin cảm ơn. ")), "customXml/item1.xml")
    assert NOWHERE is not None
    with pytest.raises(UserError, match="không phải văn bản do Sổ Vàng lập"):
        plan_refresh(edited, TODAY.paper())
    plan = plan_refresh(edited, TODAY.paper(), prints=prints)
    text = "\n".join(lines(apply(plan, {}, at=STAMP.made_at)))
    assert "Xin cảm ơn. Nơi nhận" in text
    assert text.count("50.300") == 2
    assert plan.notes[0].startswith("Tệp không còn danh sách")


def _without(paper: bytes, name: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(paper)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if not info.filename.startswith("customXml/"):
                content = old.read(info.filename)
                new.writestr(
                    info.filename,
                    re.sub(rb"<[^>]*customXml/[^>]*>", b"", content)
                    if b"Relation" in content or b"<Types" in content
                    else content,
                )
    return made.getvalue()
