"""A file is there whole or as it was before, whatever happens while it is written."""

import contextlib
import errno
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.office_files.packages import read_office_file, read_template
from reports.office_files.whole_files import whole_file, why_not_written, write_whole
from ward.errors import UserError

ROOT = Path(__file__).parents[2]
NOBODY = 65534


def told(target: Path, content: bytes = b"new") -> str:
    with pytest.raises(UserError) as error:
        write_whole(target, content)
    return str(error.value)


@contextlib.contextmanager
def as_nobody_special(folder: Path) -> Iterator[None]:
    """Within it the rights of files hold, even where the tests run as root; paths are relative to the folder."""
    before = Path.cwd()
    os.chdir(folder)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)
        os.chdir(before)
        folder.chmod(0o700)  # so that it can be cleared away


def test_a_file_is_replaced_and_nothing_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "Báo cáo năm 2023.docx"
    write_whole(target, b"1")
    assert write_whole(target, b"2") == "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35"
    assert target.read_bytes() == b"2"
    assert list(tmp_path.iterdir()) == [target]


def test_names_keep_their_letters_as_they_are(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        folder = tmp_path / f"{form} {unicodedata.normalize(form, 'Phường Đông Sơn')}"
        folder.mkdir()
        name = unicodedata.normalize(form, "Giấy khen – Nguyễn Thị Hoà.docx")
        write_whole(folder / name, b"1")
        assert [path.name for path in folder.iterdir()] == [name]


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 250 + ".docx")
    write_whole(target, b"1")
    assert target.read_bytes() == b"1"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert "quá dài" in told(tmp_path / ("a" * 300 + ".docx"))


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    assert "là một thư mục" in told(tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == [tmp_path / "x.docx"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "Không có thư mục" in told(tmp_path / "không có" / "x.docx")
    (tmp_path / "tệp").write_bytes(b"")
    assert "Không có thư mục" in told(tmp_path / "tệp" / "x.docx")


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"old")
    tmp_path.chmod(0o555)
    (tmp_path / "x.docx").chmod(0o666)
    with as_nobody_special(tmp_path):
        assert "Không được phép ghi vào thư mục" in told(Path("x.docx"))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"old")]


def test_a_file_set_to_read_only_is_kept(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"old")
    (tmp_path / "x.docx").chmod(0o444)
    with as_nobody_special(tmp_path):
        assert "chỉ đọc" in told(Path("x.docx"))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"old")]


def test_a_file_open_in_word_is_told_as_windows_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(source: str, target: str) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(source), 5, str(target))

    (tmp_path / "x.docx").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", locked)
    assert "Hãy đóng văn bản trong Word hoặc Excel rồi thử lại" in told(tmp_path / "x.docx")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"old")]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_disk_that_is_full_at_any_step_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "x.docx").write_bytes(b"old")
    with pytest.raises(UserError, match="Ổ đĩa đã đầy"), whole_file(tmp_path / "x.docx") as file:
        if step == "write":
            full()
        file.write(b"new")
        monkeypatch.setattr(os, step, full)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"old")]


FILLING_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from reports.office_files.package_writer import PackageWriter
from reports.office_files.whole_files import write_whole
from ward.errors import UserError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
for way in ("whole", "parts"):
    try:
        if way == "whole":
            write_whole(Path(sys.argv[1]), bytes(200_000))
        else:
            with PackageWriter(Path(sys.argv[1])) as package, package.stream("a") as part:
                for n in range(200_000):
                    part.write(n.to_bytes(8, "big"))
    except UserError as error:
        print(error)
"""


def test_a_disk_that_really_takes_no_more_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"old")
    done = run(FILLING_THE_DISK, tmp_path / "x.docx")
    assert done.communicate() == (
        "Ổ đĩa đã đầy nên chưa lưu được “x.docx”. Hãy xóa bớt tệp không cần rồi thử lại.\n" * 2,
        "",
    )
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"old")]


WRITING = """
import sys
from pathlib import Path
from reports.office_files.package_writer import PackageWriter

with PackageWriter(Path(sys.argv[1])) as package, package.stream("a") as part:
    part.write(bytes(range(256)) * 1000)
    print("writing", flush=True)
    sys.stdin.read()
"""


def test_killed_while_writing_the_old_file_stays_and_the_next_one_cleans_up(tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    target.write_bytes(b"old")
    with run(WRITING, target) as writer:
        assert writer.stdout and writer.stdout.readline() == "writing\n"
        writer.kill()
    (left,) = set(tmp_path.iterdir()) - {target}
    assert target.read_bytes() == b"old"
    os.utime(left, (1, 1))
    write_elsewhere(target)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"new")]


def test_what_another_program_is_writing_now_is_left_alone(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.docx") as file:
        file.write(b"a")
        write_elsewhere(tmp_path / "b.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "b.docx"]


def test_a_fault_of_something_else_is_not_called_a_fault_of_this_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "a.docx"):
        (tmp_path / "ảnh.png").read_bytes()
    assert list(tmp_path.iterdir()) == []


def test_a_path_too_long_for_windows_is_told() -> None:
    error = OSError(errno.ENOENT, "The filename or extension is too long")
    error.winerror = 206  # type: ignore[attr-defined]
    assert "quá dài" in why_not_written(Path("x.docx"), error)


def test_what_is_no_readable_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "khóa.docx").write_bytes(b"1")
    (tmp_path / "khóa.docx").chmod(0)
    with as_nobody_special(tmp_path):
        with pytest.raises(UserError, match="Không được phép đọc văn bản"):
            read_office_file(Path("khóa.docx"))
        with pytest.raises(UserError, match="là một thư mục"):
            read_office_file(Path())
        with pytest.raises(UserError, match="Không thấy tệp mẫu"):
            read_template(Path("không có.docx"))
        with pytest.raises(UserError, match="không phải một tệp"):
            read_office_file(Path(os.devnull))


def write_elsewhere(target: Path) -> None:
    """Another run of the program writes a file."""
    code = "from reports.office_files.whole_files import *; import sys; write_whole(Path(sys.argv[1]), b'new')"
    assert run(code, target).communicate() == ("", "")


def run(code: str, target: Path) -> "subprocess.Popen[str]":
    """A program of its own that gets the target."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(target)], cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
