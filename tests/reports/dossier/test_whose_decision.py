"""Facts about decisions in a dossier: each award on its own drawing, and nothing of the ward's for others'."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.awarding.award_papers import award_paper_bytes
from reports.dossier.planning import decisions_of
from reports.dossier.whole_dossier import make_dossier
from tests.reports.awarding.small_round import SmallRound
from tests.reports.dossier.played import DAY, PASSED, to_the_province, year_end
from tests.reports.golden import word_text
from ward.awarding.deciding import Signing
from ward.awarding.deciding import decide as grant
from ward.awarding.round_view import round_view
from ward.awarding.submitting import Answer, answer
from ward.errors import UserError

OWN_KINDS = ("quyet-dinh-khen", "danh-sach-chi-thuong", "cong-khai")


@pytest.fixture
def answered(tmp_path: Path) -> Iterator[SmallRound]:
    """A giấy khen of the ward, and a bằng khen that the province has given since."""
    *_, made = to_the_province(tmp_path / "sổ.sovang")
    (sent,) = {one["submission"] for one in round_view(made.book.db, made["round"], DAY).nominations} - {None}
    told = answer(
        made.book, sent, [Answer(made["n mai"], "granted")], number="3012/QĐ-UBND", on="2026-12-11",
        issuer_words="Chủ tịch Ủy ban nhân dân thành phố",
    )  # fmt: skip
    made.ids["above"] = told.records[0]
    yield made
    made.book.close()


def test_a_decision_from_above_is_in_no_paper_of_the_dossier(answered: SmallRound, tmp_path: Path) -> None:
    dossier = make_dossier(answered.book, answered["round"], tmp_path / "out", today=DAY)
    after = [one.path for one in dossier.built if one.path.parent.name[:2] in ("04", "05", "06")]
    assert len([path for path in after if path.parent.name.startswith("04")]) == 1
    assert len([path for path in after if path.parent.name.startswith("06")]) == 1
    assert all("3012" not in (told := word_text(path.read_bytes())) and "Mai" not in told for path in after)


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_no_paper_of_the_office_is_made_from_a_decision_from_above(answered: SmallRound, kind: str) -> None:
    with pytest.raises(UserError, match="cấp trên hoặc cơ quan khác ban hành"):
        award_paper_bytes(answered.book, kind, answered["above"], today=DAY)
    assert award_paper_bytes(answered.book, kind, answered["decision"], today=DAY).content


def test_a_decision_of_another_body_of_the_same_level_is_not_the_wards(answered: SmallRound, tmp_path: Path) -> None:
    answered.set("decision", issuer=None, issuer_words="Đảng ủy phường Yên Thái")
    with pytest.raises(UserError, match="cấp trên hoặc cơ quan khác ban hành"):
        award_paper_bytes(answered.book, "quyet-dinh-khen", answered["decision"], today=DAY)
    assert decisions_of(round_view(answered.book.db, answered["round"], DAY)) == ()
    dossier = make_dossier(answered.book, answered["round"], tmp_path / "out", today=DAY)
    assert not [one.path for one in dossier.built if one.path.parent.name[:2] in ("04", "05", "06")]


def test_a_mixed_decision_is_printed_on_the_drawings_of_its_awards_and_signed_as_it_is(tmp_path: Path) -> None:
    made = _voted(tmp_path / "sổ.sovang")
    deputy = Signing(signer="Phạm Văn Bình", signer_title="Phó Chủ tịch")
    made.set("n mai", posthumous=True)
    grant(
        made.book, made["round"], [made[name] for name in PASSED], on="2026-12-10", number="123/QĐ-UBND",
        signing=deputy,
    )  # fmt: skip
    dossier = make_dossier(made.book, made["round"], tmp_path / "out", today=DAY)
    sheets = {one.path.name.split("-quyet")[0]: one.path for one in dossier.built if "06-" in one.path.parent.name}
    assert len(sheets) == 2
    told = {path.name: word_text(path.read_bytes()) for path in sheets.values()}
    (given,) = (words for name, words in told.items() if name.startswith("Giay-khen"))
    (titles,) = (words for name, words in told.items() if name.startswith("Giay-chung-nhan"))
    assert given.count("GIẤY KHEN") == 2 and "CHIẾN SĨ" not in given
    assert "CHIẾN SĨ THI ĐUA CƠ SỞ" in titles and "LAO ĐỘNG TIÊN TIẾN" in titles and "GIẤY KHEN" not in titles
    assert titles.count("TRUY TẶNG DANH HIỆU") == 1 and "TRUY" not in given
    assert given.count("KT. CHỦ TỊCH") == given.count("PHÓ CHỦ TỊCH") == given.count("Phạm Văn Bình") == 2
    assert "Lê Thị Hà" not in given + titles
    made.book.close()


def _voted(path: Path) -> SmallRound:
    """The year's end once the council has voted."""
    story = year_end(path)
    next(story)
    return next(story)
