"""Files that cannot be refreshed are refused in words that say what to do."""

from pathlib import Path

import pytest

from reports.refreshing.refresh import plan_refresh, read_draft
from tests.reports.documents import word
from tests.reports.refresh.small_report import Report
from ward.errors import UserError

PAPER = Report().paper()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Văn bản"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Hãy mở"),
        (b"<html><body>48</body></html>", "Văn bản"),
        (PAPER[: len(PAPER) // 2], "Văn bản"),
        (word("Dân số 48 người."), "không phải văn bản do Sổ Vàng lập"),
    ],
)
def test_what_is_no_paper_of_ours_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        plan_refresh(content, PAPER)


def test_a_paper_that_is_open_in_word_or_libreoffice_is_not_read(tmp_path: Path) -> None:
    draft = tmp_path / "báo cáo.docx"
    draft.write_bytes(PAPER)
    assert read_draft(draft) == PAPER
    for lock in ("~$o cáo.docx", "~$báo cáo.docx", ".~lock.báo cáo.docx#"):
        (tmp_path / lock).write_bytes(b"x")
        with pytest.raises(UserError, match="đang mở ở chương trình khác"):
            read_draft(draft)
        (tmp_path / lock).unlink()


def test_a_draft_that_was_moved_or_is_an_old_doc_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="chọn lại tệp"):
        read_draft(tmp_path / "không có.docx")
    with pytest.raises(UserError, match=r"kiểu \.doc"):
        read_draft(tmp_path / "cũ.doc")


def test_parts_that_nothing_changes_in_stay_byte_for_byte() -> None:
    from reports.office_files.packages import open_package
    from reports.refreshing.refresh import apply

    before = open_package(PAPER)
    after = open_package(apply(plan_refresh(PAPER, Report(people="9").paper()), {}))
    changed = {name for name in before if before[name] != after[name]}
    assert list(before) == list(after)
    assert changed == {"word/document.xml", next(name for name in before if b"<block" in before[name].content())}
