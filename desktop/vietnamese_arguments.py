"""The arguments of the command line, with help and mistakes in Vietnamese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from desktop.terminal import complain
from ward.dates import parse_date
from ward.errors import UserError

USAGE_ERROR = 2
_MISTAKES = (
    (r"the following arguments are required: (.+)", r"Còn thiếu: \1."),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"“\1” không có lựa chọn \2. Hãy chọn: \3."),
    (r"argument (.+?): expected one argument", r"“\1” cần một giá trị đi kèm."),
    (r"argument (.+?): invalid \S+ value: (.+)", r"“\1” không nhận giá trị \2."),
    (r"argument (.+?): (.+)", r"“\1”: \2"),
    (r"unrecognized arguments: (.+)", r"Không hiểu: \1."),
    (r"ambiguous option: (.+?) could match (.+)", r"“\1” có thể là \2. Hãy ghi đủ."),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Arguments(argparse.ArgumentParser):
    """A parser whose every word is Vietnamese; a mistake ends the program with code 2."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _Formatter)
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in phần trợ giúp này rồi thoát")

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and how the command is used."""
        for pattern, words in _MISTAKES:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, words, message)
                break
        complain(f"{message}\n{self.format_usage().rstrip()}\nXem trợ giúp: {self.prog} --help")
        raise SystemExit(USAGE_ERROR)


def year(text: str) -> int:
    """A year as four digits. Raises ArgumentTypeError, in Vietnamese, for anything else."""
    if not re.fullmatch(r"(19|20|21)[0-9]{2}", text):
        raise argparse.ArgumentTypeError(f"“{text}” không phải là năm. Hãy ghi bốn chữ số, ví dụ 2025.")
    return int(text)


def day(text: str) -> str:
    """A whole day, as ISO. Raises ArgumentTypeError, in Vietnamese, for anything else."""
    try:
        found = parse_date(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if found.day is None:
        raise argparse.ArgumentTypeError(f"“{text}” chưa đủ ngày, tháng, năm. Hãy ghi như 15/12/2025.")
    return found.iso
