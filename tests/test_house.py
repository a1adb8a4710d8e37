"""Facts about the house itself: its pins, its two commands, its rooms and what never stands in its files."""

import ast
import email
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop

ROOT = Path(__file__).resolve().parent.parent
LEFT_BEHIND = {"__pycache__", "out", "build", "dist"}
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run_python(code: str) -> "subprocess.CompletedProcess[str]":
    """Run code in a fresh interpreter of this environment, offscreen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", env=environment, timeout=300)


def requirement_lines(path: Path) -> list[str]:
    """The requirements of a file, each as one line with its hashes."""
    return path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()


def repository_files() -> Iterator[Path]:
    """The files of the project, without what the tools and the tests leave behind."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name == ".ci" or (name not in LEFT_BEHIND and name[0] != ".")]
        yield from (Path(folder, name) for name in names)


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_with_hashes_and_no_address(path):
    for line in requirement_lines(path):
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line
        assert "://" not in line
        assert not set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", line)) - {"--hash"}, line


def test_the_tests_pin_what_the_program_pins():
    run, tests = (set(requirement_lines(ROOT / f"requirements{part}.txt")) for part in ("", "-test"))
    assert run < tests


def test_every_dependency_of_the_project_is_pinned():
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    pinned = {line.split("==")[0] for line in requirement_lines(ROOT / "requirements-test.txt")}
    assert {re.split(r"[<>=]", name)[0].lower() for name in wanted} <= pinned


def test_the_changelog_begins_with_this_version():
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == desktop.__version__


def test_run_py_needs_only_the_standard_library():
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_run_py_can_tell_an_old_python_that_it_is_old():
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_command_line_imports_no_qt():
    done = run_python(
        "import sys\n"
        "from desktop.command_line import main\n"
        "try: main(['--help'])\n"
        "except SystemExit as end: assert not end.code\n"
        "print('loaded', [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    assert done.stdout.endswith("loaded []\n"), done.stderr


def test_pyside_keeps_its_references_over_200_000_calls():
    done = run_python(
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "application, label = QApplication([]), QLabel()\n"
        "for _ in range(200_000): label.setText('a')\n"
        "print('alive')"
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr


def test_no_file_names_a_package_index_or_a_machine():
    hosts = [
        "pypi" + ".org",
        "pythonhosted" + ".org",
        "registry.npmjs" + ".org",
        "/opt" + "/wheels",
        "/opt" + "/pypi",
    ]
    places = ["/work" + "/main", "/work" + "/shared", "/root" + "/", "/tmp" + "/plan"]
    found = [
        (path.relative_to(ROOT).as_posix(), word)
        for path in repository_files()
        for word in [*hosts, *places]
        if word.encode() in path.read_bytes()
    ]
    assert found == []


def test_every_room_opens_with_a_sentence():
    for room in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]:
        docstring = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8")))
        assert docstring and docstring.endswith("."), room


def test_the_wheel_carries_the_files_that_are_not_code(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        metadata = next(name for name in names if name.endswith("/METADATA"))
        assert email.message_from_bytes(wheel.read(metadata))["Version"] == desktop.__version__
    kept = {path.relative_to(ROOT).as_posix() for path in repository_files()}
    assert {name for name in kept if name.startswith(("resources/", "reports/templates/"))} <= names
