"""The page of the rules names tests that exist, and every principle and type of condition that judging looks at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ward.rules.lines import TESTS
from ward.rules.obstacles import LOOKS
from ward.rules.pack import ASKS_A_PERSON

PAGE = (Path(__file__).parents[3] / "docs" / "quy-dinh.md").read_text(encoding="utf-8")
HERE = Path(__file__).parent
FILES = [file for room in (HERE, HERE.parent / "awarding") for file in room.glob("test_*.py")]
NAMES = {name for file in FILES for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.M)}


def test_the_tests_that_the_page_names_exist():
    told = set(re.findall(r"`(test_\w+)`", PAGE.split("## Xét điều kiện")[1]))
    assert told and not told - NAMES


@pytest.mark.parametrize("rule", sorted({*TESTS, *LOOKS, "meets_standard_of", *ASKS_A_PERSON} - {"exclusion"}))
def test_every_rule_of_judging_stands_on_the_page(rule: str):
    assert f"`{rule}`" in PAGE
