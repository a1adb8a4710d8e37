"""Small rounds that each end in some papers: what the golden texts and the examples of fields are made of."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from reports.awarding.award_papers import AwardPaper, award_paper_bytes
from tests.reports.awarding.small_round import SmallRound, decide, make_small_round, meet, nominate_all, vote

DAY = dt.date(2026, 12, 12)
PASSED = ("n tdp", "n mai", "n an", "n hộ")
PRIZES: dict[str, int | None] = {"n tdp": 1_520_000, "n hộ": 1_140_000, "n mai": 2_530_000, "n an": 760_000}
Papers = Iterator[tuple[str, AwardPaper]]


def year_end(path: Path) -> Papers:
    """A year's end from the nominations through the council to the decision and its money."""
    made = year_end_voted(path)
    for kind in ("to-trinh", "danh-sach-trich-ngang", "cong-khai"):
        yield kind, _paper(made, kind, "round")
    for kind in ("giay-moi-hop", "bien-ban-hoi-dong", "phieu-bau", "bien-ban-kiem-phieu"):
        yield kind, _paper(made, kind, "meeting")
    yield "quyet-dinh-du-thao", _paper(made, "quyet-dinh-khen", "round")
    decide(made, PRIZES)
    for kind in ("quyet-dinh-khen", "danh-sach-chi-thuong"):
        yield kind, _paper(made, kind, "decision")
    yield "cong-bo", _paper(made, "cong-khai", "decision")
    made.set(
        "n nam",
        state="supplement",
        state_reason="Thiếu báo cáo thành tích.\nThiếu quyết định công nhận sáng kiến.",
        supplement_due="2026-11-25",
        received_on="2026-11-10",
        proposer=made["tdp 1"],
    )
    yield "phieu-yeu-cau-bo-sung", _paper(made, "phieu-yeu-cau-bo-sung", "n nam")
    made.add("paper", "paper", name="Tờ trình", about=made["round"], file_path="/x/To-trinh.docx", state="draft")
    yield "muc-luc-ho-so", _paper(made, "muc-luc-ho-so", "round")
    made.book.close()


def spot(path: Path) -> Papers:
    """One posthumous giấy khen for one deed, decided without a council."""
    made = make_small_round(path, basis="dot_xuat")
    made.nominate("n mai", "giay_khen_phuong", made["mai"], achievement="Cứu người đuối nước", posthumous=True)
    yield "quyet-dinh-truy-tang", _paper(made, "quyet-dinh-khen", "round")
    made.book.close()


def to_the_province(path: Path) -> Papers:
    """Two bằng khen that the province decides on."""
    made = make_small_round(path)
    made.nominate("n mai", "bang_khen_tinh", made["mai"], achievement="Hai năm liền Chiến sĩ thi đua cơ sở")
    made.nominate("n an", "bang_khen_tinh", made["an"])
    made.add(
        "submission",
        "submission",
        round=made["round"],
        level="tinh",
        authority="Chủ tịch Ủy ban nhân dân Thành phố",
        number="45",
        sent_on="2026-12-08",
        state="sent",
    )
    yield "to-trinh-tinh", _paper(made, "to-trinh", "submission")
    yield "danh-sach-tinh", _paper(made, "danh-sach-trich-ngang", "submission")
    made.book.close()


def families(path: Path) -> Papers:
    """Gia đình văn hóa of two tổ dân phố, one household fallen."""
    made = make_small_round(path)
    for at, name in enumerate(("Hoa", "Lan", "Cúc", "Đào", "Mơ")):
        unit = made["tdp 1" if at < 3 else "tdp 16"]
        home = made.add(name, "household", name=f"Hộ bà Trần Thị {name}", unit=unit, address=f"Số {at + 1}, ngõ 7")
        made.nominate(f"n {name}", "gia_dinh_van_hoa", home)
    made.set("n Lan", state="withdrawn", state_reason="Vi phạm trật tự xây dựng")
    for kind in ("nd86-01", "nd86-02", "nd86-03", "nd86-10"):
        yield kind, _paper(made, kind, "round")
    yield "cong-khai-gia-dinh", _paper(made, "cong-khai", "round")
    made.book.close()


def neighbourhoods(path: Path) -> Papers:
    """Two tổ dân phố văn hóa, and a meeting of which nothing was noted yet."""
    made = make_small_round(path)
    made.nominate("n 1", "tdp_van_hoa", made["tdp 1"], achievement="Kinh tế ổn định.\nĐời sống văn hóa lành mạnh.")
    made.nominate("n 16", "tdp_van_hoa", made["tdp 16"])
    yield "nd86-04", _paper(made, "nd86-04", "round")
    yield "nd86-05", _paper(made, "nd86-05", "n 1")
    yield "nd86-11", _paper(made, "nd86-11", "round")
    bare = {key: "" for key in ("held_on", "starts", "ends", "place", "minutes_number", "method", "opinions")}
    meet(made, attendance=[], tellers=[], issued=None, returned=None, invalid=None, **bare)
    yield "nd86-06", _paper(made, "nd86-06", "meeting")
    yield "kiem-phieu-trong", _paper(made, "bien-ban-kiem-phieu", "meeting")
    made.book.close()


def party(path: Path) -> Papers:
    """The same papers by a Party committee, in its own layout."""
    made = make_small_round(path, layout="dang")
    nominate_all(made)
    meet(made, minutes_number="")
    yield "dang-to-trinh", _paper(made, "to-trinh", "round")
    yield "dang-bien-ban", _paper(made, "bien-ban-hoi-dong", "meeting")
    yield "dang-quyet-dinh", _paper(made, "quyet-dinh-khen", "round")
    made.book.close()


STORIES: tuple[Callable[[Path], Papers], ...] = (year_end, spot, to_the_province, families, neighbourhoods, party)


def year_end_voted(path: Path) -> SmallRound:
    """The year's end after the vote: four passed, one failed, one withdrawn."""
    made = make_small_round(path)
    nominate_all(made)
    meet(made)
    for name, agree in (("n tdp", 4), ("n mai", 4), ("n an", 4), ("n hộ", 3)):
        vote(made, name, agree)
        made.set(name, state="passed")
    vote(made, "n bình", 2, written=0)
    return made


def _paper(made: SmallRound, kind: str, about: str) -> AwardPaper:
    return award_paper_bytes(made.book, kind, made[about], today=DAY)
