"""What the command line says while it works: progress on a terminal only, and UTF-8 everywhere."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable

WIDTH = 24
_EVERY = 0.1


def fall_silent() -> None:
    """Drops what is still to be said: who read it has gone (a pipe to `head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def speak_utf8() -> None:
    """Lets Vietnamese through on consoles and pipes that would write in another encoding (Windows)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def progress(words: str) -> Callable[[int, int], None] | None:
    """A progress line on stderr, drawn over itself; None where stderr is no terminal."""
    if not sys.stderr.isatty():
        return None
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done < total and now - last < _EVERY:
            return
        last = now
        full = WIDTH * done // total if total else 0
        end = "\r\033[K" if done >= total else ""
        sys.stderr.write(f"\r{words} [{'█' * full}{'·' * (WIDTH - full)}] {done}/{total}{end}")
        sys.stderr.flush()

    return show


def plain(text: str) -> str:
    """A text on one line, its hard spaces as a person types them."""
    return " ".join(text.split())


def say(line: str = "") -> None:
    """One line of the answer, on stdout."""
    print(line)


def complain(line: str) -> None:
    """One line about what went wrong, on stderr."""
    print(line, file=sys.stderr)
