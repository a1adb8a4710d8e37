"""Filling Word templates, all values anchored: against docxtpl, docx-mailmerge2, python-docx and the bare writing.

At least 15 × docxtpl on a 3-page report, 20 × on certificates, 4 × on 200 pages, each within 2.5 × the floor:
deflating the same parts by the same compressor and writing the same bytes in the same way. All sides take turns.

    python -m bench.fill_ratio [ROUNDS]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from bench.fill_contenders import Contender, docxtpl, floor, mailmerge, ours, python_docx
from bench.fill_workloads import CERTIFICATE, REPORT, SUMMARY, Workload, template
from bench.table import HEAD, tell, tell_faster
from reports.packages import open_package

FLOOR = 2.5
PEERS: dict[str, tuple[Contender, str]] = {
    "docxtpl": (docxtpl, "tags"), "docx-mailmerge2": (mailmerge, "merge"), "python-docx": (python_docx, "marks"),
}  # fmt: skip
AIMS = {REPORT.name: 15.0, CERTIFICATE.name: 20.0, SUMMARY.name: 4.0}
Values = list[tuple[dict[str, str], dict[str, list[dict[str, str]]]]]
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_FIRST = """
import sys, time
from pathlib import Path
start = time.perf_counter()
import json
sys.path.insert(0, ".")
template = Path(sys.argv[1]).read_bytes()
values = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
target = Path(sys.argv[3])
{fill}
print((time.perf_counter() - start) * 1000)
"""
_FIRST_OURS = """
from datetime import datetime
from reports.filling import fill
from reports.prints import PrintStamp
fill(template, values, target, stamp=PrintStamp(datetime(2026, 1, 5)))
"""
_FIRST_DOCXTPL = """
import io
from docxtpl import DocxTemplate
document = DocxTemplate(io.BytesIO(template))
document.render(values)
document.save(target)
"""


def text_of(paper: Path) -> str:
    """The text of a paper's body, to see that all contenders say the same."""
    root = etree.fromstring(open_package(paper.read_bytes())["word/document.xml"].content())
    return "".join(element.text or "" for element in root.iter(_TEXT))


def compare(workload: Workload, rounds: int, copies: int, folder: Path) -> bool:
    """Fills `copies` papers with each contender by turns, and tells the medians of the rounds."""
    values = [(workload.fields(seed), workload.lists(seed)) for seed in range(copies)]
    tags = template(workload, "tags")
    acts: dict[str, Callable[[], None]] = {"ours": _many(ours, tags, values, folder)}
    acts |= {name: _many(act, template(workload, kind), values, folder) for name, (act, kind) in PEERS.items()}
    floors = [floor(tags, *value) for value in values]
    acts["floor"] = lambda: [write(folder / f"paper{at}.docx") for at, write in enumerate(floors)] and None
    said = set()
    for act in acts.values():
        act()
        said.add(text_of(folder / "paper0.docx"))
        for made in folder.glob("*.docx"):
            made.unlink()
    if len(said) != 1:
        raise AssertionError(f"the contenders fill {workload.name} differently")
    times: dict[str, list[float]] = {name: [] for name in acts}
    for turn in range(rounds):
        for name, act in acts.items():
            if turn == 0 or name in ("ours", "floor") or turn % 3 == 0:
                start = time.perf_counter()
                act()
                times[name].append((time.perf_counter() - start) * 1000 / copies)
    kept = [tell(f"{workload.name}: the floor", times["ours"], times["floor"], limit=FLOOR)]
    for name in PEERS:
        least = AIMS[workload.name] if name == "docxtpl" else None
        kept.append(tell_faster(f"{workload.name}: {name}", times["ours"], times[name], least=least))
    return all(kept)


def _many(act: Contender, content: bytes, values: Values, folder: Path) -> Callable[[], None]:
    def fill_all() -> None:
        for at, (fields, lists) in enumerate(values):
            act(content, fields, lists, folder / f"paper{at}.docx")

    return fill_all


def first_paper(rounds: int, folder: Path) -> None:
    """The first paper of a fresh process, imports included: values as plain texts, since docxtpl knows no others."""
    import json

    (folder / "t.docx.in").write_bytes(template(REPORT, "tags"))
    (folder / "values.json").write_text(json.dumps({**REPORT.fields(), **REPORT.lists()}), encoding="utf-8")
    times: dict[str, list[float]] = {_FIRST_OURS: [], _FIRST_DOCXTPL: []}
    for _ in range(rounds):
        for code, found in times.items():
            script = [sys.executable, "-c", _FIRST.replace("{fill}", code)]
            paths = [folder / "t.docx.in", folder / "values.json", folder / "first.docx"]
            run = subprocess.run([*script, *map(str, paths)], capture_output=True, text=True, check=True)
            found.append(float(run.stdout))
    tell_faster("first paper of a process: docxtpl", times[_FIRST_OURS], times[_FIRST_DOCXTPL])


def main(rounds: int) -> int:
    print(HEAD)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        kept = [
            compare(REPORT, rounds, 10, folder),
            compare(CERTIFICATE, max(3, rounds // 2), 500, folder),
            compare(SUMMARY, max(3, rounds // 4), 1, folder),
        ]
        first_paper(7, folder)
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 12))
