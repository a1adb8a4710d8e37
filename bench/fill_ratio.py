"""Filling Word templates, all values anchored: against docxtpl, docx-mailmerge2, python-docx and the bare writing.

At least 15 × docxtpl on a 3-page report, 20 × on certificates, 4 × on 200 pages, each within 2.5 × the floor:
deflating the same parts by the same compressor and putting the same package together. All sides take turns and
fill into memory, so that no disk comes between; counted is the processor's time. The memory of a process for
2,000 certificates stays within 1.2 × of that for 20 (told where the system keeps it, on Linux).

    python -m bench.fill_ratio [ROUNDS]
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from lxml import etree

from bench.fill_contenders import Contender, docxtpl, floor_of, mailmerge, ours, python_docx
from bench.fill_templates import template
from bench.fill_workloads import CERTIFICATE, REPORT, SUMMARY, Workload
from bench.table import HEAD, tell, tell_faster
from reports.office_files.packages import open_package

FLOOR = 2.5
MEMORY = 1.2
PEERS: dict[str, tuple[Contender, str]] = {
    "docxtpl": (docxtpl, "tags"), "docx-mailmerge2": (mailmerge, "merge"), "python-docx": (python_docx, "marks"),
}  # fmt: skip
AIMS = {REPORT.name: 15.0, CERTIFICATE.name: 20.0, SUMMARY.name: 4.0}
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_FIRST = """
import sys, time
from pathlib import Path
start = time.process_time()
import json
sys.path.insert(0, ".")
template = Path(sys.argv[1]).read_bytes()
values = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
target = Path(sys.argv[3])
{fill}
print((time.process_time() - start) * 1000)
"""
_FIRST_OURS = """
from datetime import datetime
from reports.word.filling import fill
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


_MEMORY = """
import re, sys
from datetime import datetime
from pathlib import Path
from bench.fill_workloads import CERTIFICATE
from reports.word.merging import Recipient, fill_as_one, fill_each
from reports.prints import PrintStamp
template, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
stamp = PrintStamp(datetime(2026, 1, 5))
contexts = (CERTIFICATE.fields(seed) for seed in range(count))
{way}
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""
_WAYS = {
    "fill_as_one": "fill_as_one(template, contexts, folder / 'all.docx', stamp=stamp)",
    "fill_each": (
        "for _ in fill_each(template, (Recipient(f'{at}.docx', one) for at, one in enumerate(contexts)), folder, "
        "stamp=stamp): pass"
    ),
}


def text_of(paper: bytes) -> str:
    """The text of a paper's body, to see that all contenders say the same."""
    root = etree.fromstring(open_package(paper)["word/document.xml"].content())
    return "".join(element.text or "" for element in root.iter(_TEXT))


def compare(workload: Workload, rounds: int, copies: int) -> bool:
    """Fills `copies` papers with each contender by turns, of values made anew, and tells the medians of a paper."""
    tags = template(workload, "tags")
    sides: dict[str, tuple[Contender, bytes]] = {"ours": (ours, tags)}
    sides |= {name: (act, template(workload, kind)) for name, (act, kind) in PEERS.items()}
    if len({text_of(act(content, *_values(workload, 0))) for act, content in sides.values()}) != 1:
        raise AssertionError(f"the contenders fill {workload.name} differently")
    times: dict[str, list[float]] = {name: [] for name in (*sides, "floor")}
    for turn in range(rounds):
        for name, (act, content) in sides.items():
            if name == "ours" or turn % 3 == 0:
                values = [_values(workload, seed) for seed in range(copies)]
                acts = [partial(act, content, *value) for value in values]
                times[name].append(_milliseconds(acts))
        floors = [floor_of(tags, ours(tags, *value)) for value in values]
        times["floor"].append(_milliseconds(floors))
    kept = [tell(f"{workload.name}: the floor", times["ours"], times["floor"], limit=FLOOR)]
    for name in PEERS:
        least = AIMS[workload.name] if name == "docxtpl" else None
        kept.append(tell_faster(f"{workload.name}: {name}", times["ours"], times[name], least=least))
    return all(kept)


def _values(workload: Workload, seed: int) -> tuple[dict[str, str], dict[str, list[dict[str, str]]]]:
    return workload.fields(seed), workload.lists(seed)


def _milliseconds(acts: Sequence[Callable[[], object]]) -> float:
    gc.collect()
    start = time.thread_time()
    for act in acts:
        act()
    return (time.thread_time() - start) * 1000 / len(acts)


def first_paper(rounds: int, folder: Path) -> None:
    """The first paper of a fresh process, imports included: values as plain texts, since docxtpl knows no others."""
    (folder / "t.docx.in").write_bytes(template(REPORT, "tags"))
    (folder / "values.json").write_text(json.dumps({**REPORT.fields(), **REPORT.lists()}), encoding="utf-8")
    times: dict[str, list[float]] = {_FIRST_OURS: [], _FIRST_DOCXTPL: []}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for turn in range(rounds + 1):
        for code, found in times.items():
            script = [sys.executable, "-c", _FIRST.replace("{fill}", code)]
            paths = [folder / "t.docx.in", folder / "values.json", folder / "first.docx"]
            run = subprocess.run(
                [*script, *map(str, paths)], capture_output=True, text=True, check=True, env=environment
            )
            if turn:  # the first time may have to compile the code
                found.append(float(run.stdout))
    tell_faster("first paper of a process: docxtpl", times[_FIRST_OURS], times[_FIRST_DOCXTPL])


def memory(way: str, folder: Path) -> bool:
    """The most memory (MB) that a process takes for 2,000 certificates, against 20."""
    (folder / "certificate.docx.in").write_bytes(template(CERTIFICATE, "tags"))
    most: dict[int, list[float]] = {2000: [], 20: []}
    for _ in range(3):
        for count, found in most.items():
            with tempfile.TemporaryDirectory(dir=folder) as made:
                code = _MEMORY.replace("{way}", _WAYS[way])
                script = [sys.executable, "-c", code, str(folder / "certificate.docx.in"), made, str(count)]
                run = subprocess.run(script, capture_output=True, text=True, check=True)
                found.append(float(run.stdout))
    return tell(f"MB for 2,000 against 20: {way}", most[2000], most[20], limit=MEMORY)


def main(rounds: int) -> int:
    print(HEAD)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        kept = [
            compare(REPORT, rounds, 5),
            compare(CERTIFICATE, max(4, rounds // 2), 100),
            compare(SUMMARY, max(4, rounds // 2), 1),
        ]
        first_paper(7, folder)
        kept += [memory(way, folder) for way in ("fill_each", "fill_as_one")]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 12))
