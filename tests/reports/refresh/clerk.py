"""A clerk who edits papers in a real LibreOffice, through its Python bridge."""

import json
import subprocess
from pathlib import Path
from types import TracebackType

_BRIDGE = Path(__file__).with_name("office_bridge.py")
_PYTHON = "/usr/bin/python3"  # the one that the system's LibreOffice speaks with

Step = tuple[str | int, ...]


class Clerk:
    """Opens, edits and saves Word files; `folder` holds the office's profile and the files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    def __enter__(self) -> "Clerk":
        self._bridge = subprocess.Popen(
            [_PYTHON, str(_BRIDGE), str(self.folder / "profile")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert self._answer() == "ready"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._bridge.stdin is not None and self._bridge.stdout is not None
        self._bridge.stdin.close()
        self._bridge.wait(60)
        self._bridge.stdout.close()

    def edit(self, paper: bytes, *steps: Step) -> bytes:
        """The paper after these steps, saved as .docx by LibreOffice."""
        return self._save(paper, ".docx", steps)

    def read(self, paper: bytes) -> str:
        """The paper as LibreOffice reads it, as plain text."""
        return self._save(paper, ".txt", ()).decode("utf-8-sig")

    def _save(self, paper: bytes, suffix: str, steps: tuple[Step, ...]) -> bytes:
        self._count += 1
        source, target = self.folder / f"{self._count}.docx", self.folder / f"{self._count}-saved{suffix}"
        source.write_bytes(paper)
        assert self._bridge.stdin is not None
        self._bridge.stdin.write(json.dumps({"path": str(source), "to": str(target), "steps": steps}) + "\n")
        self._bridge.stdin.flush()
        answer = self._answer()
        assert answer == "done", answer
        return target.read_bytes()

    def _answer(self) -> str:
        assert self._bridge.stdout is not None
        return self._bridge.stdout.readline().strip()
