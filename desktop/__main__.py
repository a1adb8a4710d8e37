"""The program's window: `python -m desktop [FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Opens the named file, else the last one, else the first-run window; gives the exit code."""
    from desktop.application import Application

    return Application(sys.argv[:1]).run(Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
