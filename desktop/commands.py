"""What the commands of the command line do: each takes its arguments and gives the exit code."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import platform
from collections.abc import Iterable
from pathlib import Path

from desktop.terminal import complain, progress, say
from ward.book import Book
from ward.errors import UserError

FINE, LOOK, WRONG = 0, 1, 2
"""All went well; there is something to look at; the request or the file was wrong."""


def open_window(arguments: argparse.Namespace) -> int:
    """Opens the window, with this file or the last one."""
    try:
        from desktop.__main__ import main as window
    except ImportError as error:
        raise UserError(f"Máy này không mở được cửa sổ ({error}). Các lệnh khác vẫn dùng được.") from error
    return window([str(arguments.file)] if arguments.file else [])


def make_new(arguments: argparse.Namespace) -> int:
    """Makes an empty file."""
    _made(arguments.file.parent)
    Book.create(arguments.file, who=_who(), installation=_installation()).close()
    say(f"Đã lập sổ mới: {arguments.file}")
    return FINE


def take_in(arguments: argparse.Namespace) -> int:
    """Shows what importing an exchange file would do; with --yes it is done, as one act."""
    from forms.exchange import carry_out, plan_import
    from forms.exchange.plan import VERDICTS

    with open_book(arguments.file, write=arguments.yes) as book:
        plan = plan_import(book, arguments.exchange, progress=progress("Đọc tệp trao đổi"))
        if arguments.yes:
            change = carry_out(book, plan, progress=progress("Nhập vào sổ"))
            say(plan.receipt(change))
            return LOOK if plan.left else FINE
        for line in plan.lines:
            reason = f": {line.reason}" if line.reason else ""
            say(f"{VERDICTS[line.verdict]}\t{line.place}\t{line.title}{reason}")
            for one in line.differences:
                say(f"\t{one.label}: {one.before} → {one.after}")
        say(plan.summary)
        say("Chưa ghi gì vào sổ. Thêm --yes để nhập.")
        return LOOK if plan.count("doubtful") or plan.count("refused") else FINE


def write_out(arguments: argparse.Namespace) -> int:
    """Writes everything of the office into an exchange file."""
    from forms.exchange import export

    _made(arguments.exchange.parent)
    with open_book(arguments.file, write=False) as book:
        export(book, arguments.exchange, progress=progress("Xuất tệp trao đổi"))
    say(f"Đã xuất: {arguments.exchange}")
    return FINE


def make_report(arguments: argparse.Namespace) -> int:
    """Makes one paper."""
    from desktop.paper_acts import make

    with open_book(arguments.file) as book:
        made = make(book, arguments.kind, years_of(arguments), arguments.out, progress=progress("Lập văn bản"))
    _tell([made.path])
    return _warn(made.warnings)


def make_pack(arguments: argparse.Namespace) -> int:
    """Makes every paper of a year, with an index and the findings."""
    from desktop.paper_acts import make_all

    with open_book(arguments.file) as book:
        made = make_all(book, years_of(arguments), arguments.out, progress=progress("Lập văn bản"))
    _tell(one.path for one in made)
    return _warn(dict.fromkeys(warning for one in made for warning in one.warnings))


def check(arguments: argparse.Namespace) -> int:
    """Lists what does not agree."""
    from ward.findings import SEVERITIES, findings

    with open_book(arguments.file, write=False) as book:
        found = findings(book.db, year=arguments.year, progress=progress("Kiểm tra sổ"))
    for one in found:
        accepted = f" (Đã chấp nhận: {one.accepted})" if one.accepted else ""
        say(f"{SEVERITIES[one.severity]}\t{one.sentence}{accepted}")
    waiting = [one for one in found if not one.accepted and one.severity != "note"]
    counted = f"Có {len(found)} phát hiện, {len(waiting)} chỗ cần sửa hoặc chấp nhận."
    say(counted if found else "Không có chỗ nào chưa khớp.")
    return LOOK if waiting else FINE


def make_sample(arguments: argparse.Namespace) -> int:
    """Makes the sample ward's file and its year-end pack."""
    from desktop import sample
    from desktop.paper_acts import make_all
    from desktop.settings import Settings
    from ward.year_view import busiest_year

    _made(arguments.out)
    path = arguments.out / sample.FILE
    if not path.is_file():
        sample.make_sample(path, Settings(who=_who(), installation=_installation())).close()
    with open_book(path) as book:
        years = [busiest_year(book.db) or dt.date.today().year]
        made = make_all(book, years, arguments.out, progress=progress("Lập văn bản"))
    say(str(path))
    return _tell(one.path for one in made)


def open_book(path: Path, *, write: bool = True) -> Book:
    """The book to work with; where it is only read, a window that has it open is no obstacle."""
    return Book.open(path, who=_who(), installation=_installation(), read_only=not write)


def years_of(arguments: argparse.Namespace) -> tuple[int, ...]:
    """The years from --year to --to-year. Raises UserError where they run backwards."""
    last = arguments.to_year or arguments.year
    if last < arguments.year:
        raise UserError(f"Năm cuối {last} đứng trước năm đầu {arguments.year}. Hãy đổi lại --year và --to-year.")
    return tuple(range(arguments.year, last + 1))


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{folder}”. Hãy chọn một thư mục khác.") from error


def _tell(paths: Iterable[Path]) -> int:
    for path in paths:
        say(str(path))
    return FINE


def _warn(warnings: Iterable[str]) -> int:
    for warning in warnings:
        complain(f"Lưu ý: {warning}")
    return FINE


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _installation() -> str:
    return platform.node()
