"""The files of a pack as TOML: taken apart within bounds, joined by subject, every mistake told with its file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ward.errors import UserError
from ward.text import nfc

MOST_BYTES = 2_000_000
MOST_FILES = 60
_MOST_IN_LINE = 8_000
_MOST_DOTS = 10
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|#.*")
_REPLACE = "Hãy chọn lại tệp bộ quy định."


def texts_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The files' texts by name, in NFC with plain line ends, in the order of their names.

    Raises:
        UserError: too many or too large, not UTF-8, nothing in it, or lines that no pack has.
    """
    if not files:
        raise UserError(f"Bộ quy định không có tệp .toml nào. {_REPLACE}")
    if len(files) > MOST_FILES:
        raise UserError(f"Bộ quy định có {len(files)} tệp, nhiều hơn {MOST_FILES} tệp cho phép. {_REPLACE}")
    if sum(map(len, files.values())) > MOST_BYTES:
        raise UserError(f"Bộ quy định lớn hơn {MOST_BYTES // 1_000_000} MB nên không được đọc. {_REPLACE}")
    return {name: _text(name, files[name]) for name in sorted(files)}


def parsed(texts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Each file's tables by its name; numbers with a point are exact `Decimal`s.

    Raises:
        UserError: a file is not TOML; the sentence names the file and the place.
    """
    found: dict[str, dict[str, Any]] = {}
    for name, text in texts.items():
        try:
            found[name] = tomllib.loads(text, parse_float=Decimal)
        except RecursionError as error:
            raise UserError(f"Tệp “{name}” lồng quá nhiều tầng ngoặc nên không được đọc. {_REPLACE}") from error
        except ValueError as error:  # a TOMLDecodeError, or a number of thousands of digits
            raise UserError(
                f"Tệp “{name}” không đúng dạng TOML: {_place(str(error))}. Hãy sửa chỗ đó rồi thử lại."
            ) from error
    return found


def _text(name: str, content: bytes) -> str:
    try:
        text = nfc(content.decode("utf-8-sig"), keep_blanks=True).replace("\r\n", "\n") + "\n"
    except UnicodeDecodeError as error:
        raise UserError(
            f"Tệp “{name}” không phải là văn bản UTF-8 (byte {error.start}). Hãy lưu lại theo UTF-8 rồi thử lại."
        ) from error
    for number, line in enumerate(text.split("\n"), start=1):
        # keys of thousands of parts cost the parser a time that grows with their square
        if len(line) > _MOST_IN_LINE or line.count(".") > _MOST_DOTS < _QUOTED.sub("", line).count("."):
            raise UserError(f"Tệp “{name}”, dòng {number} quá dài hoặc quá nhiều tầng nên không được đọc. {_REPLACE}")
    return text


def _place(message: str) -> str:
    """Where the parser stumbled, in Vietnamese; its own words only where it names no place."""
    found = re.search(r"line (\d+), column (\d+)", message)
    if found:
        return f"dòng {found[1]}, cột {found[2]}"
    return "cuối tệp" if "end of document" in message else "có một số quá dài hoặc một khóa ghi hai lần"
