"""Examples beside the fields of the papers of a round, from the small rounds of the tests."""

import tempfile
from pathlib import Path

from reports.awarding.award_papers import context_of
from reports.template_desk.fields import examples_in
from tests.reports.awarding.round_stories import STORIES


def round_examples() -> dict[str, dict[str, str]]:
    """What each field prints, by kind of paper and path of the field: the first story that prints it says it."""
    found: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for at, story in enumerate(STORIES):
            for _, paper in story(Path(folder) / f"{at}.sovang"):
                kind = paper.making.kind
                told = examples_in(kind, context_of(paper.making).names())
                kept = found.setdefault(kind, told)
                kept.update({path: text for path, text in told.items() if not kept[path]})
    return found
