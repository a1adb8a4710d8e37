"""Qt's own standard texts in Vietnamese: buttons, file dialog, context menus."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

TEXTS = {
    "OK": "Đồng ý",
    "&OK": "Đồng ý",
    "Save": "Lưu",
    "&Save": "&Lưu",
    "Save All": "Lưu tất cả",
    "Open": "Mở",
    "&Open": "&Mở",
    "Cancel": "Thôi",
    "&Cancel": "&Thôi",
    "Close": "Đóng",
    "&Close": "Đó&ng",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định",
    "Help": "Trợ giúp",
    "Discard": "Bỏ, không lưu",
    "Don't Save": "Không lưu",
    "&Yes": "&Có",
    "Yes to &All": "Có với &tất cả",
    "&No": "&Không",
    "N&o to All": "Khôn&g với tất cả",
    "Abort": "Dừng",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết…",
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "&Cắt",
    "&Copy": "&Sao chép",
    "Copy &Link Location": "Sao chép địa chỉ &liên kết",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "&Delete": "&Xóa",
    "Select All": "Chọn tất cả",
    "&Select All": "Chọn &tất cả",
    "Clear": "Xóa chữ",
    "&Step up": "&Tăng",
    "Step &down": "&Giảm",
    "Look in:": "Xem trong:",
    "File &name:": "&Tên tệp:",
    "&File name:": "&Tên tệp:",
    "Files of type:": "Loại tệp:",
    "Directory:": "Thư mục:",
    "Folder": "Thư mục",
    "File": "Tệp",
    "Drive": "Ổ đĩa",
    "Alias": "Lối tắt",
    "Shortcut": "Lối tắt",
    "Unknown": "Không rõ",
    "Back": "Lùi",
    "Go back": "Quay lại",
    "Forward": "Tới",
    "Go forward": "Đi tới",
    "Parent Directory": "Thư mục cha",
    "Go to the parent directory": "Lên thư mục cha",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới",
    "&New Folder": "&Thư mục mới",
    "New Folder": "Thư mục mới",
    "List View": "Xem danh sách",
    "Change to list view mode": "Chuyển sang xem danh sách",
    "Detail View": "Xem chi tiết",
    "Change to detail view mode": "Chuyển sang xem chi tiết",
    "Sidebar": "Thanh bên",
    "List of places and bookmarks": "Các nơi đã đánh dấu",
    "Files": "Các tệp",
    "&Rename": "Đổ&i tên",
    "Show &hidden files": "Hiện tệp ẩ&n",
    "&Choose": "&Chọn",
    "Choose": "Chọn",
    "Recent Places": "Nơi gần đây",
    "Remove": "Bỏ",
    "My Computer": "Máy này",
    "Computer": "Máy này",
    "Show ": "Hiện ",
    "All Files (*)": "Mọi tệp (*)",
    "All files (*)": "Mọi tệp (*)",
    "Find Directory": "Tìm thư mục",
    "Save As": "Lưu thành",
    "Name": "Tên",
    "Size": "Cỡ",
    "Kind": "Loại",
    "Type": "Loại",
    "Date Modified": "Ngày sửa",
    "%1 already exists.\nDo you want to replace it?": "Đã có tệp %1.\nBạn có muốn thay tệp đó không?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nKhông thấy tệp này.\nHãy kiểm tra lại tên tệp."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nKhông thấy thư mục này.\nHãy kiểm tra lại tên thư mục."
    ),
    "Are you sure you want to delete '%1'?": "Bạn có chắc muốn xóa “%1” không?",
    "Could not delete directory.": "Không xóa được thư mục.",
    "'%1' is write protected.\nDo you want to delete it anyway?": "“%1” được bảo vệ. Vẫn xóa?",
    "bytes": "byte",
    "%1 bytes": "%1 byte",
    "%1 KB": "%1 KB",
    "%1 MB": "%1 MB",
    "%1 GB": "%1 GB",
    "Invalid filename": "Tên tệp không hợp lệ",
    "Scroll here": "Cuộn tới đây",
    "Page up": "Lên một trang",
    "Page down": "Xuống một trang",
    "Page left": "Sang trái một trang",
    "Page right": "Sang phải một trang",
    "Scroll up": "Cuộn lên",
    "Scroll down": "Cuộn xuống",
    "Scroll left": "Cuộn trái",
    "Scroll right": "Cuộn phải",
    "Top": "Đầu",
    "Bottom": "Cuối",
    "Left edge": "Mép trái",
    "Right edge": "Mép phải",
}


class VietnameseTexts(QTranslator):
    """Answers Qt's own texts from the table above; ours are Vietnamese where they are written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The Vietnamese text, or None for a text that is not in the table."""
        return TEXTS.get(source_text)

    def isEmpty(self) -> bool:  # noqa: N802
        """Never: without this Qt would not ask."""
        return False
