"""Runs every bench and prints one table: `python -m bench.run`; the exit code tells whether all limits are kept.

Both sides of each line were measured by turns in the same process run, so that the noise of the machine meets both.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.table import HEAD

FOLDER = Path(__file__).parent


def main() -> int:
    print(f"Medians in milliseconds, Python {sys.version.split()[0]}, {sys.platform}")
    print(HEAD, flush=True)
    kept = True
    for bench in sorted(FOLDER.glob("*_ratio.py")):
        command = [sys.executable, "-m", f"bench.{bench.stem}"]
        with subprocess.Popen(
            command, cwd=FOLDER.parent, stdout=subprocess.PIPE, encoding="utf-8", errors="replace"
        ) as running:
            for line in running.stdout or ():
                if line.rstrip() != HEAD.rstrip():
                    print(line, end="", flush=True)
        kept = kept and running.returncode == 0
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
