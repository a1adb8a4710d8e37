"""Fills the template of the first argument into the second with 900 MB of address space; tells how it ended."""

import sys
from pathlib import Path

from reports.word.filling import fill
from tests.reports.documents import STAMP
from ward.errors import UserError

LIMIT = 900 << 20

if __name__ == "__main__":
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    try:
        fill(Path(sys.argv[1]), {"a": "1"}, Path(sys.argv[2]), stamp=STAMP)
        print("made")
    except UserError as error:
        print("UserError:", error)
