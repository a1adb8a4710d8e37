"""The page about templates tells the truth: each example is sound, each mistake is told in the words it shows."""

import re
from pathlib import Path

import pytest

from reports.template_desk.check import Fault, check
from tests.reports.documents import table, word

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "mau-van-ban.md").read_text(encoding="utf-8")
REPORT = "bao-cao-tong-ket-nam"
BLOCKS = re.findall(r"```(mau|mau-bang)\n(.*?)```", PAGE, re.DOTALL)
CODE = re.compile(r"`([^`]+)`")
CELLS = re.compile(r"(?<!\\)\|")
SHOWN_IN_LOOPS = ("text", "loop")


def faults_of(*paragraphs: str) -> list[Fault]:
    """What is wrong with a Word template of these paragraphs."""
    return check(word(*paragraphs), REPORT)


def mistakes() -> list[tuple[list[str], str, list[str]]]:
    """The table of frequent mistakes: the paragraphs written wrong, what is said, the paragraphs written right."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| `")]
    rows = [[cell.replace("\\|", "|").strip() for cell in CELLS.split(line)[1:-1]] for line in lines]
    return [(CODE.findall(wrong), said.strip("*"), CODE.findall(right)) for wrong, said, right in rows]


def test_the_page_has_examples_and_mistakes_enough_to_learn_from() -> None:
    assert len(BLOCKS) >= 8
    assert len(mistakes()) >= 12


@pytest.mark.parametrize(("kind", "example"), BLOCKS)
def test_every_example_of_the_page_is_a_sound_template(kind: str, example: str) -> None:
    lines = example.strip().splitlines()
    if kind == "mau":
        assert faults_of(*lines) == []
        return
    rows = [line.split(" | ") for line in lines]
    width = max(map(len, rows))
    content = word(build=lambda document: table(document, [[*row, *[""] * (width - len(row))] for row in rows]))
    assert check(content, REPORT) == []


@pytest.mark.parametrize(("wrong", "said", "right"), mistakes())
def test_every_mistake_of_the_table_is_told_so_and_its_mending_is_sound(
    wrong: list[str], said: str, right: list[str]
) -> None:
    found = faults_of(*wrong)
    assert len(found) == 1, found
    assert said in found[0].sentence
    assert faults_of(*right) == []


def test_tags_inside_the_sentences_of_the_page_are_known() -> None:
    text = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    prose = "\n".join(line for line in text.splitlines() if not line.startswith("|"))
    tags = [code for code in CODE.findall(prose) if code.startswith("{{") and "…" not in code]
    assert len(tags) >= 4
    for tag in tags:
        in_loop = any(name in tag for name in SHOWN_IN_LOOPS)
        lines = ["{%p for text in opening %}", tag, "{%p endfor %}"] if in_loop else [tag]
        assert faults_of(*lines) == [], tag
