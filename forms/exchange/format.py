"""The envelope of an exchange file: read whole and strictly, written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ward.errors import UserError

FORMAT = "sovang-exchange"
VERSION = 1
TWICE = "\0twice"
"""Under this key an object remembers a key of its own that was written twice."""


class Inexact:
    """A JSON number with a fraction or exponent: it has lost its exact form, so no exact field takes it."""

    def __init__(self, written: str) -> None:
        self.written = written


def read_exchange(data: dict[str, Any] | Path) -> list[Any]:
    """The raw records of an exchange file (or of the object that one holds).

    Raises: UserError when the file cannot be read, is no JSON, or is not an exchange file of this version.
    """
    content = _parsed(_text(data), data.name) if isinstance(data, Path) else data
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UserError(f'Đây không phải là tệp trao đổi của Sổ Vàng: thiếu dòng "format": "{FORMAT}".')
    if type(content.get("version")) is not int or content["version"] < 1:
        raise UserError(f'Tệp trao đổi thiếu số phiên bản. Hãy ghi "version": {VERSION}.')
    if content["version"] > VERSION:
        raise UserError(
            f"Tệp trao đổi thuộc phiên bản {content['version']}, bản Sổ Vàng này chỉ đọc đến phiên bản {VERSION}. "
            "Hãy cài bản Sổ Vàng mới rồi nhập lại."
        )
    unknown = sorted(set(content) - {"format", "version", "records", "note"})
    if unknown:
        raise UserError(f'Tệp trao đổi có khóa lạ “{shown_key(unknown[0])}”. Hãy bỏ đi, hoặc đưa vào "records".')
    records = content.get("records")
    if not isinstance(records, list):
        raise UserError('Tệp trao đổi phải có danh sách "records". Hãy kiểm tra lại tệp.')
    return records


def shown_key(key: str) -> str:
    """A key as a sentence can show it, never longer than 60 characters."""
    plain = key.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return plain if len(plain) <= 60 else plain[:59] + "…"


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"Không đọc được tệp “{path.name}”. Hãy kiểm tra đường dẫn và quyền đọc.") from error
    try:
        return content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UserError(
            f"Tệp “{path.name}” không ghi bằng mã UTF-8. Hãy lưu lại tệp với mã UTF-8 rồi nhập."
        ) from error


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_float=Inexact, parse_constant=Inexact, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise UserError(
            f"Tệp “{name}” không phải JSON đúng cách ở dòng {error.lineno}, cột {error.colno}. "
            "Hãy sửa chỗ đó rồi nhập lại."
        ) from error
    except RecursionError as error:
        raise UserError(f"Tệp “{name}” lồng quá nhiều lớp nên không phải tệp trao đổi. Hãy kiểm tra lại.") from error
    except ValueError as error:
        raise UserError(f"Tệp “{name}” có một số quá dài. Hãy kiểm tra lại.") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        found[TWICE] = next(key for n, key in enumerate(keys) if key in keys[:n])
    return found


def write_exchange(target: Path, records: Iterable[dict[str, Any]]) -> None:
    """Writes the file anew: beside the target first, flushed to the disk, then in its place.

    Raises: UserError when the folder cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{{\n "format": "{FORMAT}",\n "version": {VERSION},\n "records": [')
            for n, record in enumerate(records):
                written = json.dumps(record, ensure_ascii=False, indent=1).replace("\n", "\n  ")
                file.write(("," if n else "") + "\n  " + written)
            file.write("\n ]\n}\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as error:
        raise UserError(
            f"Không ghi được tệp “{target.name}”. Hãy kiểm tra chỗ trống và quyền ghi của thư mục rồi thử lại."
        ) from error
    finally:
        part.unlink(missing_ok=True)
