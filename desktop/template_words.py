"""What the pane of templates says of them, in the clerk's words."""

from __future__ import annotations

from pathlib import Path

from reports.template_desk.files import TemplateState

HELP = (
    "Mở bản sao để sửa câu chữ, phông, lề; chép trường vào chỗ cần in. "
    "Bản cập nhật của chương trình không bao giờ ghi đè mẫu riêng."
)
OF_A_PAPER = "Loại này được lập từ một văn bản đã có: chọn văn bản ấy ở mục Văn bản rồi lập."
FILES = {".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}


def moved_on(state: TemplateState) -> str:
    """That the program's original is another one than that of which the copy was taken."""
    since = f" ngày {state.taken:%d/%m/%Y}" if state.taken else ""
    return f"Bản gốc đã đổi từ khi mẫu riêng được chép{since}. Mẫu riêng vẫn đang được dùng."


def file_words(state: TemplateState) -> str:
    """Which file the template is, and since when it is the office's own."""
    day = f", chép ngày {state.taken:%d/%m/%Y}" if state.taken else ""
    return f"{'Mẫu riêng' if state.own else 'Mẫu đi kèm chương trình'}: {state.name}{day}"


def copied(tag: str) -> str:
    """What went to the clipboard."""
    lines = len(tag.splitlines())
    return f"Đã chép {tag if lines == 1 else f'{lines} dòng của vòng lặp'}. Dán vào mẫu bằng Ctrl+V."


def when_saved(copy: Path) -> str:
    """When a copy was saved last, and where it stands open now: another word means to look through it anew."""
    from reports.template_desk.check_file import open_elsewhere  # late: it brings lxml

    try:
        return f"{copy.stat().st_mtime_ns} {open_elsewhere(copy)}"
    except OSError:
        return ""
