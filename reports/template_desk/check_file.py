"""What file lies under a template's name: whether it is of the right kind, and whether it stands open elsewhere."""

from pathlib import Path

from reports.office_files.package_parts import CONTENT_TYPES, parts_of_type
from reports.office_files.packages import open_package
from ward.errors import UserError

WORD, EXCEL = ".docx", ".xlsx"
PROGRAMS = {WORD: "Word", EXCEL: "Excel"}
_MAIN = {WORD: "document.main+xml", EXCEL: "spreadsheetml.sheet.main+xml"}


def refusal(content: bytes, suffix: str) -> str:
    """Why these bytes cannot be a template with this suffix (".docx", ".xlsx"), as a sentence; "" when they may."""
    try:
        parts = open_package(content)
        found = [kind for kind, main in _MAIN.items() if CONTENT_TYPES in parts and parts_of_type(parts, main)]
    except UserError as error:
        return str(error)
    if suffix in found:
        return ""
    wanted, asked = PROGRAMS[suffix], f"mẫu này phải là tệp {PROGRAMS[suffix]} ({suffix})"
    if found:
        return f"Tệp này là tệp {PROGRAMS[found[0]]}, mà {asked}. Hãy chọn đúng tệp."
    return f"Tệp này không phải tệp {wanted} thường, mà {asked}. Hãy mở nó bằng {wanted} và lưu lại kiểu {suffix}."


def open_elsewhere(path: Path) -> str:
    """In which program a file stands open, told by the lock that Word, Excel or LibreOffice lays beside it; or ""."""
    name = path.name
    locks = {f"~${name}", f"~${name[1:]}", f"~${name[2:]}"}  # Word puts "~$" over the first letters of a long name
    if any(path.with_name(lock).exists() for lock in locks):
        return PROGRAMS[path.suffix]
    return "LibreOffice" if path.with_name(f".~lock.{name}#").exists() else ""
