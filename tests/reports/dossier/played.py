"""Rounds to examine: played from nomination to decision, their dossiers made and remembered as the program does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from reports.dossier.whole_dossier import MadeDossier, make_dossier
from tests.reports.awarding.small_round import SmallRound, decide, make_small_round, meet, nominate_all, vote
from ward.paper_records import record_paper

DAY = dt.date(2026, 12, 12)
PASSED = ("n tdp", "n mai", "n an", "n hộ")
PRIZES: dict[str, int | None] = {"n tdp": 1_520_000, "n mai": 2_530_000, "n an": 760_000, "n hộ": 1_140_000}
States = Iterator[SmallRound]


def kept(made: SmallRound, out: Path, *, zipped: bool = False) -> tuple[MadeDossier, dict[str, int]]:
    """The whole dossier, and its papers in the book by the names of their files."""
    dossier = make_dossier(made.book, made["round"], out, today=DAY, zipped=zipped)
    return dossier, {one.paper.path.name: record_paper(made.book, one.paper) for one in dossier.built}


def year_end(path: Path, layout: str = "nd30") -> States:
    """Titles and giấy khen of the year's end: one withdrawn, one that the council did not let pass."""
    made = make_small_round(path, layout=layout)
    nominate_all(made)
    for name in (*PASSED, "n bình"):
        made.set(name, state="nominated")
    yield made
    meet(made)
    for name in PASSED:
        vote(made, name, 4)
        made.set(name, state="passed")
    vote(made, "n bình", 2, written=0)
    made.set("n bình", state="failed")
    yield made
    decide(made, PRIZES)
    yield made


def party(path: Path) -> States:
    """The same by a Party committee."""
    yield from year_end(path, "dang")


def posthumous(path: Path) -> States:
    """One deed, the person dead, no council."""
    made = make_small_round(path, basis="dot_xuat")
    made.nominate("n mai", "giay_khen_phuong", made["mai"], achievement="Cứu người đuối nước", posthumous=True)
    yield made
    decide(made, {"n mai": 760_000})
    yield made


def to_the_province(path: Path) -> States:
    """A bằng khen that goes up beside a giấy khen that the ward decides itself."""
    made = make_small_round(path)
    made.nominate("n mai", "bang_khen_tinh", made["mai"], achievement="Hai năm liền Chiến sĩ thi đua cơ sở")
    made.nominate("n an", "giay_khen_phuong", made["an"], achievement="Vận động bà con hiến đất mở ngõ")
    sent = made.add(
        "submission", "submission", round=made["round"], level="tinh", number="45", sent_on="2026-12-08", state="sent"
    )
    made.set("n mai", state="submitted", submission=sent)
    yield made
    decide(made, {"n an": 760_000})
    yield made


def families(path: Path) -> States:
    """Gia đình văn hóa, one household withdrawn."""
    made = make_small_round(path)
    for at, name in enumerate(("Hoa", "Lan", "Cúc")):
        home = made.add(name, "household", name=f"Hộ bà Trần Thị {name}", unit=made["tdp 1"], address=f"Số {at}")
        made.nominate(f"n {name}", "gia_dinh_van_hoa", home)
    made.set("n Lan", state="withdrawn", state_reason="Vi phạm trật tự xây dựng")
    yield made
    decide(made, {"n Hoa": 100_000, "n Cúc": 100_000})
    yield made


def neighbourhoods(path: Path) -> States:
    """Two tổ dân phố văn hóa."""
    made = make_small_round(path)
    for name, unit in (("n 1", "tdp 1"), ("n 16", "tdp 16")):
        made.nominate(name, "tdp_van_hoa", made[unit], achievement="Đời sống văn hóa lành mạnh.")
    yield made
    meet(made)
    for name in ("n 1", "n 16"):
        vote(made, name, 4)
        made.set(name, state="passed")
    yield made


STORIES: tuple[Callable[[Path], States], ...] = (
    year_end,
    party,
    posthumous,
    to_the_province,
    families,
    neighbourhoods,
)
