"""Facts about run.py, shown on a house with nothing in it but a command line: set-up, mending, passing on."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run

COMMAND_LINE = '''"""Says what it was asked."""
import sys
print("asked", sys.argv[1:])
'''
SETTING_UP = "Đang tạo môi trường"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A project folder with a Vietnamese name, run.py, no requirements and a command line that echoes."""
    root = tmp_path_factory.mktemp("phường Gia Thụy")
    shutil.copy(run.__file__, root / "run.py")
    for name, text in {
        "requirements.txt": "",
        "desktop/__init__.py": '"""A stand-in."""\n',
        "desktop/command_line.py": COMMAND_LINE,
        "desktop/__main__.py": 'print("window")\n',
    }.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def display():
    """A socket on this machine in the place of a display server; it answers once it listens."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        yield server


def name_of(display: socket.socket) -> str:
    """What DISPLAY holds to reach the socket."""
    return f"127.0.0.1:{display.getsockname()[1] - 6000}.0"


def start(house: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the house's run.py from another folder, without a screen."""
    clean = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    command = [sys.executable, str(house / "run.py"), *arguments]
    return subprocess.run(
        command,
        cwd=house.parent,
        env={**clean, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def in_environment(house: Path, path: Path) -> Path:
    """Where the house keeps what run.py keeps at this path."""
    return house / path.relative_to(run.ROOT)


def delete_a_file_of_a_package(house: Path) -> None:
    next(in_environment(house, run.VENV).rglob("pip/__main__.py")).unlink()


def tear_the_stamp(house: Path) -> None:
    stamp = in_environment(house, run.STAMP)
    stamp.write_text(stamp.read_text(encoding="utf-8")[:40], encoding="utf-8")


def take_python_away(house: Path) -> None:
    in_environment(house, run.PYTHON).unlink()


def test_the_first_start_sets_up_and_the_next_one_only_passes_on(house):
    first, second = start(house, "--", "Đống Đa", "--year=2025"), start(house, "--", "check")
    assert first.stdout.splitlines()[-1] == "asked ['Đống Đa', '--year=2025']", first.stderr
    assert second.stdout == "asked ['check']\n", second.stderr


@pytest.mark.parametrize("harm", [delete_a_file_of_a_package, tear_the_stamp, take_python_away])
def test_a_broken_environment_is_mended_by_running_again(house, harm):
    start(house, "--")
    harm(house)
    mended, after = start(house, "--", "a"), start(house, "--", "a")
    assert SETTING_UP in mended.stdout
    assert mended.stdout.endswith("asked ['a']\n"), mended.stderr
    assert after.stdout == "asked ['a']\n", after.stderr


def test_sovang_is_a_command_of_the_environment(house):
    start(house, "--")
    done = subprocess.run([in_environment(house, run.LAUNCHER), "check"], capture_output=True, encoding="utf-8")
    assert done.stdout == "asked ['check']\n", done.stderr


def test_without_a_screen_the_sample_papers_are_made(house):
    done = start(house)
    if os.name == "nt" or sys.platform == "darwin":
        assert done.stdout.endswith("window\n"), done.stderr
    else:
        assert "không có màn hình" in done.stdout
        assert done.stdout.endswith("asked ['sample', 'out']\n"), done.stderr


def test_with_a_screen_the_window_opens(house, display):
    display.listen()
    assert start(house, DISPLAY=name_of(display)).stdout.endswith("window\n")


def test_an_unknown_argument_gets_the_usage(house):
    done = start(house, "opne")
    assert done.returncode == 2
    assert "python3 run.py test" in done.stdout


def test_a_display_counts_only_if_it_answers(monkeypatch, display):
    monkeypatch.setattr(run, "WINDOWS", False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", name_of(display))
    assert not run.has_screen()
    display.listen()
    assert run.has_screen()
