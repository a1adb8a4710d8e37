"""What a file is that bears an Office name and is none, in words, with what the clerk can do about it."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "Hãy mở nó bằng Word và lưu lại kiểu “Word Document (.docx)”."
_EXCEL = "Hãy mở nó bằng Excel và lưu lại kiểu “Excel Workbook (.xlsx)”."
_OFFICE = "Hãy mở nó bằng Word hoặc Excel và lưu lại kiểu .docx hoặc .xlsx."
_PASSWORD = "có mật khẩu. Hãy mở nó bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại."
_TORN = (
    "không còn nguyên vẹn, có thể do chép hoặc tải về chưa hết. "
    "Hãy chép lại từ bản gốc, hoặc mở nó bằng Word hoặc Excel và lưu lại."
)

# Streams of a compound file, in the order in which they tell more than the next.
_STREAMS = {
    "EncryptedPackage": _PASSWORD,
    "WordDocument": f"là tệp Word kiểu .doc đời cũ, dù tên tệp là gì. {_WORD}",
    "Workbook": f"là tệp Excel kiểu .xls đời cũ, dù tên tệp là gì. {_EXCEL}",
    "PowerPoint Document": "là tệp trình chiếu PowerPoint. Hãy chọn một tệp Word hoặc Excel.",
    "__substg1.0": "là thư điện tử của Outlook. Hãy mở thư và lưu tệp đính kèm ra trước.",
}
_SIGNS = {
    b"{\\rtf": f"là tệp RTF, không phải tệp Word kiểu .docx. {_WORD}",
    b"%PDF": "là tệp PDF. Hãy chọn bản Word hoặc Excel của văn bản này.",
    b"Rar!": "là tệp nén RAR. Hãy giải nén rồi chọn tệp Word hoặc Excel trong đó.",
    b"7z\xbc\xaf": "là tệp nén 7z. Hãy giải nén rồi chọn tệp Word hoặc Excel trong đó.",
    b"\x89PNG": "là tệp ảnh. Hãy chọn một tệp Word hoặc Excel.",
    b"\xff\xd8\xff": "là tệp ảnh. Hãy chọn một tệp Word hoặc Excel.",
    b"MZ": "là một chương trình, không phải văn bản. Đừng mở nó; hãy báo cho người phụ trách máy tính.",
    b"PK\x05\x06": "là một tệp nén rỗng. Hãy chọn một tệp Word hoặc Excel.",
    b"PK": _TORN,
}
_BEGINNING = 4096


def what_is_wrong(content: bytes) -> str:
    """How a sentence about a file that is no Office package goes on: “có mật khẩu. Hãy mở nó …”."""
    if not content:
        return "rỗng, không có gì trong đó. Hãy chọn tệp khác hoặc lấy lại bản sao của nó."
    if content.startswith(_OLE):
        named = (words for stream, words in _STREAMS.items() if stream.encode("utf-16-le") in content)
        return next(named, f"có mật khẩu hoặc là kiểu .doc/.xls đời cũ. {_OFFICE}")
    return next((words for sign, words in _SIGNS.items() if content.startswith(sign)), "") or _as_text(content)


def _as_text(content: bytes) -> str:
    beginning = content[:_BEGINNING].replace(b"\0", b"").lower()  # UTF-16 reads as ASCII without its zeros
    if b"mime-version:" in beginning:
        return f"là trang web (.mht), không phải tệp Word kiểu .docx. {_WORD}"
    if b"<html" in beginning or b"<!doctype html" in beginning or b"<table" in beginning:
        return f"là trang web (HTML) mang tên Word hoặc Excel. {_OFFICE}"
    if b"<?xml" in beginning or b"<pkg:package" in beginning:
        return f"là tệp XML, không phải tệp Word hoặc Excel. {_OFFICE}"
    return f"không phải tệp Word hoặc Excel còn nguyên vẹn. {_OFFICE}"
