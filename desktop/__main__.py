"""The program's window: `python -m desktop [FILE | --sample-first]`."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Opens the named file, else the last one, else the first-run window; gives the exit code.

    With `--sample-first` the first time shows the sample ward instead of the first-run window.
    """
    gc.disable()  # nothing made while starting is garbage: looking through it took a tenth of the start
    from desktop.application import Application

    sample_first = arguments == ["--sample-first"]
    path = Path(arguments[0]) if arguments and not sample_first else None
    return Application(sys.argv[:1]).run(path, sample_first=sample_first)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
