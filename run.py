"""Sets up Sổ Vàng beside this file and runs it: `python3 run.py`, `… run.py test`, `… run.py -- ARGS`.

Only the standard library is used, and the file still parses on Python 3.7, so that an old Python can say so.
The environment lies in `.venv`; it is made again when anything in it is missing or torn.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Sổ Vàng cần Python 3.11 trở lên. Hãy cài Python mới rồi chạy lại.\n"
        "So Vang needs Python 3.11 or newer. Please install one and run this again."
    )

import contextlib
import csv
import ctypes
import glob
import hashlib
import importlib.util
import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
LAUNCHER = BIN / ("sovang.cmd" if WINDOWS else "sovang")
STAMP = VENV / "sovang-stamp.json"
RUN_REQUIREMENTS = ROOT / "requirements.txt"
TEST_REQUIREMENTS = ROOT / "requirements-test.txt"  # holds everything in requirements.txt as well

USAGE = """Cách dùng:
  python3 run.py               mở Sổ Vàng (không có màn hình: lập văn bản của phường mẫu vào out/)
  python3 run.py test [...]    chạy toàn bộ kiểm thử (phần sau chuyển cho pytest)
  python3 run.py -- THAM_SỐ    chuyển tham số cho lệnh sovang, ví dụ: python3 run.py -- --help"""

# Debian package: the library, file pattern, command or Python module that shows it is there.
VENV_NEEDS = {"python3-venv": "ensurepip"}
WINDOW_NEEDS = {
    **VENV_NEEDS,
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "fonts-liberation2": "/usr/share/doc/fonts-liberation2",
}
TEST_NEEDS = {
    **WINDOW_NEEDS,
    "xvfb": "Xvfb",
    "xdotool": "xdotool",
    "poppler-utils": "pdftoppm",
    "libreoffice-writer-nogui": "/usr/lib/libreoffice/program/libswlo.so",
    "libreoffice-calc-nogui": "/usr/lib/libreoffice/program/libsclo.so",
    "python3-uno": "/usr/lib/python3/dist-packages/uno.py",
}

PIP = ["pip", "install", "--require-hashes", "--only-binary=:all:", "--progress-bar=off", "--no-input"]
PIPED: Any = dict(stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")


class SetupError(Exception):
    """Something the person at the machine can mend; its text says how."""


def main(arguments: list[str]) -> int:
    """Do what the arguments ask and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)  # type: ignore[union-attr]
    try:
        if not arguments:
            return open_or_compile()
        if arguments[0] == "test":
            require(TEST_NEEDS)
            set_up(TEST_REQUIREMENTS)
            return run("-m", "pytest", *arguments[1:], cwd=ROOT)
        if arguments[0] == "--":
            set_up(RUN_REQUIREMENTS)
            return run("-m", "desktop.command_line", *arguments[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error}.\nHãy đóng Sổ Vàng, kiểm tra quyền ghi và chỗ trống trên đĩa rồi chạy lại.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng. Chạy lại lệnh này bất cứ lúc nào để tiếp tục.", file=sys.stderr)
        return 130
    print(USAGE)
    return 0 if arguments[0] in ("-h", "--help") else 2


def open_or_compile() -> int:
    """Open the window; without a screen make the sample ward's year-end papers in out/."""
    if has_screen():
        require(WINDOW_NEEDS)
        set_up(RUN_REQUIREMENTS)
        return run("-m", "desktop", "--sample-first")
    try:
        require(WINDOW_NEEDS)
    except SetupError as error:
        print(error)  # papers need no window
    set_up(RUN_REQUIREMENTS)
    print("Máy này không có màn hình, nên Sổ Vàng lập văn bản cuối năm của phường mẫu vào thư mục out/.")
    return run("-m", "desktop.command_line", "sample", "out")


def run(*arguments: str, cwd: Path | None = None) -> int:
    """Run the environment's Python; -P keeps the caller's folder off its import path."""
    return subprocess.call([str(PYTHON), "-P", *arguments], cwd=cwd)


def has_screen() -> bool:
    """Whether a window can be opened: always on Windows and macOS, else if a display server answers."""
    if WINDOWS or sys.platform == "darwin":
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and answers(socket.AF_UNIX, os.path.join(os.environ.get("XDG_RUNTIME_DIR", "/run"), wayland)):
        return True
    host, colon, number = os.environ.get("DISPLAY", "").rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        return answers(socket.AF_UNIX, f"/tmp/.X11-unix/X{number}")
    return answers(socket.AF_INET, (host, 6000 + int(number)))


def answers(family: int, address: str | tuple[str, int]) -> bool:
    """Whether something accepts a connection at this address."""
    with socket.socket(family, socket.SOCK_STREAM) as probe, contextlib.suppress(OSError):
        probe.settimeout(2)
        probe.connect(address)
        return True
    return False


def require(needs: dict[str, str]) -> None:
    """Install the Debian packages that are missing; raises SetupError with the line to run by hand."""
    missing = [package for package, mark in needs.items() if not is_present(mark)]
    if not missing or not shutil.which("apt-get"):
        return
    line = "apt-get install --no-install-recommends " + " ".join(missing)
    if os.geteuid() != 0:
        raise SetupError(f"Máy còn thiếu vài gói hệ thống. Hãy chạy dòng sau rồi thử lại:\n  sudo {line}")
    print(f"Đang cài {len(missing)} gói hệ thống: {', '.join(missing)} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        done = subprocess.run(["apt-get", "-q", *step], env=environment, stdin=subprocess.DEVNULL, **PIPED)
    if done.returncode != 0:
        print("\n".join(done.stdout.splitlines()[-12:]), file=sys.stderr)
        raise SetupError(f"Chưa cài được gói hệ thống. Hãy kiểm tra mạng rồi chạy dòng sau:\n  {line}")


def is_present(mark: str) -> bool:
    """Whether the library, file pattern, command or Python module is on this machine."""
    if mark.startswith("/"):
        return bool(glob.glob(mark))
    if ".so." not in mark:
        return shutil.which(mark) is not None or importlib.util.find_spec(mark) is not None
    try:
        ctypes.CDLL(mark)
    except OSError:
        return False
    return True


def set_up(requirements: Path) -> None:
    """Make `.venv` hold what the requirements file names; quick and offline when it does already."""
    wanted, to_run = digest(requirements), digest(RUN_REQUIREMENTS)
    if wanted in read_stamp():
        return
    with alone() as lock:
        stands = read_stamp()
        if wanted in stands:
            return
        if stands != [to_run]:  # other packages may stand in the way of the new ones
            make_environment(lock)
        STAMP.unlink(missing_ok=True)  # half-made from here on
        install(requirements, lock)
        link_project()
        write_stamp(sorted({wanted, to_run}))
    print("Đã chuẩn bị xong.")


@contextlib.contextmanager
def alone() -> Iterator[IO[bytes]]:
    """Wait for other set-ups to end. Children take the lock over as their stdin, so an orphan is waited for too."""
    with (ROOT / ".venv.lock").open("wb") as lock:
        if not WINDOWS:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def digest(path: Path) -> str:
    """The fingerprint of a requirements file, whatever the line ends of the checkout."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def read_stamp() -> list[str]:
    """The requirements set up here, if all of it still stands: the same Python, every file at its size."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        stands = stamp["python"] == python_version() and LAUNCHER.exists()
        whole = stands and all(is_whole(site() / name) for name in stamp["packages"])
    except (OSError, ValueError, KeyError, subprocess.SubprocessError):
        return []
    return list(stamp["requirements"]) if whole else []


def write_stamp(requirements: list[str]) -> None:
    """Remember, as the very last step, that these requirements stand."""
    packages = sorted(path.name for path in site().glob("*.dist-info"))
    stamp = {"python": python_version(), "requirements": requirements, "packages": packages}
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def python_version() -> str:
    """The version of the environment's own Python, asked of itself; '' if it does not find the rooms."""
    question = "import importlib.util as u, sys; print(sys.version if u.find_spec('desktop') else '')"
    command = [str(PYTHON), "-I", "-c", question]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.strip()


def site() -> Path:
    """The environment's folder of packages."""
    if WINDOWS:
        return VENV / "Lib" / "site-packages"
    return next(iter(VENV.glob("lib/python3*/site-packages")), VENV / "lib")


def is_whole(package: Path) -> bool:
    """Whether every file of the package's RECORD stands at its size, but the .pyc, which Python rewrites."""
    with (package / "RECORD").open(encoding="utf-8", newline="") as lines:
        sizes = [(name, int(size)) for name, _, size in csv.reader(lines) if size and name[-4:] != ".pyc"]
    return all((package.parent / name).stat().st_size == size for name, size in sizes)


def make_environment(lock: IO[bytes]) -> None:
    """Make a fresh `.venv`, in place of whatever is left of an old one."""
    if VENV.exists():
        print("Môi trường .venv dở dang hoặc đã hỏng; đang làm lại …")
        shutil.rmtree(VENV)
    require(VENV_NEEDS)
    print("Đang tạo môi trường .venv …")
    base = getattr(sys, "_base_executable", sys.executable)  # this file may run by the .venv that is made again
    made = subprocess.run([base, "-m", "venv", str(VENV)], stdin=lock, **PIPED)
    if made.returncode != 0:
        raise SetupError(f"Không tạo được .venv bằng {base}:\n{made.stdout}")


def install(requirements: Path, lock: IO[bytes]) -> None:
    """Install the pinned packages by pip, each checked against its hash, one short line a package."""
    print("Đang tải và cài thư viện (vài trăm MB, chỉ lần đầu) …")
    command = [str(PYTHON), "-m", *PIP, "-r", str(requirements)]
    environment = {**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"}
    output: list[str] = []
    with subprocess.Popen(command, env=environment, stdin=lock, **PIPED) as pip:
        for line in pip.stdout or ():
            output.append(line.rstrip())
            if line.startswith("Collecting "):
                print("  ·", line.split()[1])
            elif line.startswith("Installing collected"):
                print("  Đang chép vào máy …")
    if pip.returncode != 0:
        print("\n".join(output[-12:]), file=sys.stderr)
        raise SetupError("Chưa cài được thư viện. Hãy kiểm tra mạng và chỗ trống trên đĩa rồi chạy lại.")


def link_project() -> None:
    """Make the rooms importable and `sovang` a command of `.venv`, without a build step."""
    # Relative, so plain ASCII: Python 3.11 on Windows reads .pth files in an encoding that may lack letters.
    (site() / "sovang.pth").write_text(os.path.relpath(ROOT, site()) + "\n", encoding="ascii")
    text = '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m desktop.command_line "$@"\n'
    if WINDOWS:
        text = '@"%~dp0python.exe" -P -m desktop.command_line %*\r\n'
    LAUNCHER.write_text(text, encoding="ascii", newline="")
    LAUNCHER.chmod(0o755)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
