"""Whatever was chosen and is not in the written file is told, and nothing is written."""

from collections.abc import Callable

import pytest

from reports.refreshing import apply as writing
from reports.refreshing import places
from reports.refreshing.copies import Copies
from reports.refreshing.places import Structure
from reports.refreshing.refresh import apply
from tests.reports.documents import STAMP
from tests.reports.refresh.small_report import Report, plan_for
from ward.errors import UserError

PRINTED = Report()
COMES = PRINTED.but(awards=(*PRINTED.awards, ("6", "Tổ 7", "Cờ thi đua")))
GOES = PRINTED.but(works=PRINTED.works[:2])
MOVES = PRINTED.but(works=(PRINTED.works[1], PRINTED.works[2], PRINTED.works[0]))
OTHER = PRINTED.but(area="1,2 km2")
WORDS = PRINTED.but(claim="tăng 2%")


def nothing(*_given: object, **_named: object) -> None:
    """An act that leaves the paper as it is."""


def beside_the_paper(made: object, spot: object) -> None:
    """What was made is put nowhere."""


FAULTS: dict[str, tuple[Report, object, str, Callable[..., None], str]] = {
    "a row is not added": (COMES, Structure, "_add", nothing, "Tổ 7"),
    "a row is put outside the paper": (COMES, places, "_put", beside_the_paper, "Tổ 7"),
    "a row's place is forgotten": (COMES, Copies, "mark", lambda self: self.made[0].clear(), "Tổ 7"),
    "a paragraph is not taken out": (GOES, Structure, "_remove", nothing, "tủ sách"),
    "a paragraph is not moved": (MOVES, Structure, "_move", nothing, "tuyến ngõ hoa"),
    "a value is not written": (OTHER, writing, "_write", nothing, "1,2 km2"),
    "a sentence is not written": (WORDS, writing, "_write", nothing, "tăng 2%"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_change_that_does_not_reach_the_file_stops_the_refresh(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    today, owner, name, instead, lost = FAULTS[fault]
    assert apply(plan_for(PRINTED.paper(), today), {}, at=STAMP.made_at)
    monkeypatch.setattr(owner, name, instead)
    with pytest.raises(UserError, match="không tự thêm được") as told:
        apply(plan_for(PRINTED.paper(), today), {}, at=STAMP.made_at)
    assert lost in str(told.value) and "Văn bản chưa được sửa" in str(told.value)


def test_what_was_not_chosen_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_for(PRINTED.paper(), COMES)
    monkeypatch.setattr(Structure, "_add", nothing)
    added = [one.key for one in plan.proposals if one.kind == "add"]
    assert added and apply(plan, dict.fromkeys(added, "typed"), at=STAMP.made_at)
