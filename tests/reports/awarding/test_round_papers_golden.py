"""The papers of a round as text that a person reads in a diff; each sound, valid and traced."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.awarding.round_stories import STORIES, Papers
from tests.reports.documents import faults
from tests.reports.golden import word_text
from tests.reports.test_golden_papers import sound

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_the_papers_of_a_round_read_as_expected(story: Callable[[Path], Papers], tmp_path: Path) -> None:
    wrong = []
    for name, paper in story(tmp_path / "sổ.sovang"):
        path = tmp_path / f"round-{name}.docx"
        path.write_bytes(paper.content)
        text = word_text(path)
        (tmp_path / f"round-{name}.txt").write_text(text, encoding="utf-8")
        assert paper.filled.faults == (), name
        assert sound(path) == [], name
        assert faults(path) == [], name
        expected = GOLDEN / f"round-{name}.txt"
        if not expected.is_file() or expected.read_text(encoding="utf-8") != text:
            wrong.append(str(tmp_path / f"round-{name}.txt"))
    assert wrong == [], "read these and put them into tests/golden"
