"""A program that is started, watched, and ended with all its children when it takes too long or is not wanted."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from ward.errors import UserError

_LOOK_EVERY = 0.1
_WINDOWS = os.name == "nt"


def run_watched(
    command: Sequence[str], folder: Path, seconds: float, watch: Callable[[], None], *, name: str
) -> tuple[int, str]:
    """Runs a program in a folder and calls `watch` ten times a second; gives its exit code and what it said.

    When `watch` raises, the program and its children are ended and the error goes on. Raises UserError when the
    program cannot be started or is not done after `seconds`; `name` is what the clerk calls it.
    """
    said = folder / "said.txt"
    with said.open("wb") as output:
        try:
            process = subprocess.Popen(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise UserError(f"Không chạy được {name} ({error.strerror}). Hãy cài lại {name} rồi thử lại.") from error
        try:
            _wait(process, seconds, watch, name)
        finally:
            if process.poll() is None:
                end_with_children(process.pid)
                process.wait()
    return process.returncode, said.read_text(encoding="utf-8", errors="replace").strip()


def end_with_children(process: int) -> None:
    """Ends a process of ours by its id, and what it started; nothing happens when all of them have ended."""
    if _WINDOWS:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process)], capture_output=True, check=False)
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)  # the group has the id of the process that began it


def _wait(process: "subprocess.Popen[bytes]", seconds: float, watch: Callable[[], None], name: str) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            process.wait(_LOOK_EVERY)
            return
        except subprocess.TimeoutExpired:
            watch()
        if time.monotonic() > end:
            raise UserError(
                f"{name} làm quá lâu nên đã được dừng. Hãy đóng bớt chương trình rồi thử lại với ít tệp hơn."
            )
