"""What the tests on a real screen share: one Xvfb for all of them, an empty home for the person, and the program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIZE = "1280x720x24"
collect_ignore_glob = ["test_*.py"] if os.name == "nt" else []
"""Windows has neither Xvfb nor a home that can be moved; there the same window is tested in tests/desktop."""
PATIENCE = 180
"""Seconds after which a program that says nothing more is taken for hung."""


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen of 1280×720 of its own; without Xvfb the tests fail (`run.py test` installs it)."""
    reads, writes = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with os.fdopen(reads, encoding="ascii") as told:
        number = told.readline().strip()
    assert number, "Xvfb gave no display"
    yield f":{number}"
    screen.terminate()
    screen.wait()


@dataclass(frozen=True)
class Desk:
    """A person's machine: a screen and a home of its own; `run` starts the program with a drive."""

    display: str
    home: Path
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The surroundings of the program: nothing of the machine that runs the tests shines through."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "QT_", "WAYLAND_"))}
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        screen = {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        return {**kept, **folders, **screen, "HOME": str(self.home), "PYTHONUTF8": "1", **self.more}

    def start(self, drive: str, *arguments: str) -> subprocess.Popen[str]:
        """The program, driven by `tests/screen/<drive>.py`; its output can be read."""
        command = [sys.executable, "-X", "faulthandler", "-m", f"tests.screen.{drive}", *arguments]
        out, all_in_one = subprocess.PIPE, subprocess.STDOUT
        where = self.environment
        return subprocess.Popen(command, cwd=ROOT, env=where, stdout=out, stderr=all_in_one, encoding="utf-8")

    def run(self, drive: str, *arguments: str) -> str:
        """Drives the program to its end and gives what it printed; the drive must have gone well."""
        with self.start(drive, *arguments) as program:
            try:
                output, _ = program.communicate(timeout=PATIENCE)
            finally:
                program.kill()
        assert program.returncode == 0, output
        return output


@pytest.fixture
def desk(display: str, tmp_path: Path) -> Desk:
    """A machine on which the program was never started."""
    home = tmp_path / "nhà"
    home.mkdir()
    return Desk(display, home)
