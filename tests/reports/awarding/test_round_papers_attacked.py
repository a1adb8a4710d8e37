"""The papers of a round with odd records: strange letters, long names, nothing known, very few and very many."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from reports.awarding.award_paper_kinds import ROUND_PAPERS
from reports.awarding.award_papers import award_paper_bytes
from tests.reports.awarding.round_stories import DAY
from tests.reports.awarding.small_round import SmallRound, decide, make_small_round, meet, vote
from tests.reports.documents import faults
from tests.reports.golden import word_text
from tests.reports.test_golden_papers import sound
from ward.book import Book
from ward.edits import Add
from ward.errors import UserError

ODD = "Nguyễn <b>Thị</b> & \"Mai\" {{ office }} {%p if x %} 'a' \u202f…"
_MEETING = [key for key, kind in ROUND_PAPERS.items() if "meeting" in kind.about]
_OF_ROUND = [key for key, kind in ROUND_PAPERS.items() if "round" in kind.about and key != "danh-sach-chi-thuong"]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SmallRound]:
    found = make_small_round(tmp_path / "sổ.sovang")
    yield found
    found.book.close()


def every_paper(made: SmallRound, folder: Path) -> Iterator[tuple[str, str]]:
    """Every paper that can be made of the round and its meeting, valid and sound, as text."""
    for kind in (*_OF_ROUND, *(_MEETING if "meeting" in made.ids else ())):
        try:
            paper = award_paper_bytes(made.book, kind, made["meeting" if kind in _MEETING else "round"], today=DAY)
        except UserError:
            continue
        path = folder / f"{kind}.docx"
        path.write_bytes(paper.content)
        docx.Document(str(path))
        assert faults(path) == [], kind
        yield kind, word_text(path).replace("\u00a0", " ")


def test_texts_of_records_are_printed_letter_by_letter_and_never_run(made: SmallRound, tmp_path: Path) -> None:
    made.set("mai", name=ODD)
    made.nominate(
        "n", "giay_khen_phuong", made["mai"], achievement="a < b & c > d {{ counts }}", as_title="{% endif %}"
    )
    meet(made, purpose="{{ meeting }}", place="<w:p/>", opinions="]]> &amp;")
    vote(made, "n", 4)
    shown = 'Nguyễn <b>Thị</b> & "Mai" {{ office }} {%p if x %}'
    found = dict(every_paper(made, tmp_path))
    assert shown in found["danh-sach-trich-ngang"] and "{{ counts }}" in found["danh-sach-trich-ngang"]
    assert shown in found["bien-ban-hoi-dong"] and "{{ meeting }}" in found["bien-ban-hoi-dong"]
    assert shown in found["quyet-dinh-khen"] and "{% endif %}" in found["quyet-dinh-khen"]


def test_long_titles_and_names_written_in_pieces_stand_whole(made: SmallRound, tmp_path: Path) -> None:
    long = "Phó Trưởng ban chỉ đạo " + "và Ủy viên " * 27
    made.set("mai", name=unicodedata.normalize("NFD", "Đoàn Thị Thuỷ Tiên"))
    made.nominate("n", "ldtt", made["mai"], as_title=long.strip())
    made.set("round", name="Đợt " + "xét khen " * 40)
    for kind, text in every_paper(made, tmp_path):
        if kind in ("danh-sach-trich-ngang", "cong-khai"):
            assert long.strip() in text and "Bà Đoàn Thị Thuỷ Tiên" in text, kind
    paper = award_paper_bytes(made.book, "cong-khai", made["round"], today=DAY)
    assert len(paper.file_name) < 80 and paper.file_name.isascii()


def test_nothing_known_prints_dots_and_never_none(tmp_path: Path) -> None:
    book = Book.create(tmp_path / "sổ.sovang", who="Người ghi", installation="máy thử")
    (round_id,) = book.write("Thêm", [Add("round", {"name": "Đợt", "basis": ""})]).added
    book.write("Thêm", [Add("nomination", {"round": round_id, "nominee_words": "Tổ 5", "form_words": "Thư khen"})])
    (meeting,) = book.write("Thêm", [Add("meeting", {"round": round_id})]).added
    for kind in (*_OF_ROUND, *_MEETING):
        try:
            paper = award_paper_bytes(book, kind, meeting if kind in _MEETING else round_id, today=DAY)
        except UserError:
            continue
        path = tmp_path / f"{kind}.docx"
        path.write_bytes(paper.content)
        assert sound(path) == [] and faults(path) == [], kind
        assert any("Chưa khai báo cơ quan giữ sổ" in one for one in paper.warnings())
    assert (tmp_path / "to-trinh.docx").is_file() and (tmp_path / "bien-ban-hoi-dong.docx").is_file()
    assert "Tổ 5" in word_text(tmp_path / "danh-sach-trich-ngang.docx")
    book.close()


def test_a_council_of_three_and_a_tie_say_what_was_counted(made: SmallRound, tmp_path: Path) -> None:
    made.nominate("n", "cstd_co_so", made["mai"])
    rows = [{"words": f"Ủy viên {at}", "role": "member", "presence": "present"} for at in (1, 2)]
    meet(made, attendance=[*rows, {"words": "Ủy viên 3", "role": "chair", "presence": "absent"}], tellers=[])
    vote(made, "n", 1, written=0, first_disagree=1, second_disagree=1, members=3, result="failed")
    text = dict(every_paper(made, tmp_path))["bien-ban-hoi-dong"]
    assert "có 03 thành viên; có mặt 02/03" in text and "| 01 | 03 | 33,33% | Không đạt |" in text
    assert "Chủ trì: Ủy viên 3" in text


def test_no_council_at_all_leaves_its_members_open(made: SmallRound, tmp_path: Path) -> None:
    made.set("round", council=None)
    made.nominate("n", "ldtt", made["an"])
    meet(made, council=None, attendance=[], tellers=[])
    found = dict(every_paper(made, tmp_path))
    assert "Thành viên Hội đồng" not in found["bien-ban-hoi-dong"]
    assert "Các thành viên Hội đồng: …" in found["giay-moi-hop"]
    assert "có … thành viên; có mặt …/…" in found["bien-ban-hoi-dong"]


def test_the_same_person_twice_and_two_persons_of_one_name_are_separate_rows(
    made: SmallRound, tmp_path: Path
) -> None:
    twin = made.add("twin", "person", name="Nguyễn Thị Mai", address_form="Bà")
    for at, who in enumerate((made["mai"], made["mai"], twin)):
        made.nominate(f"n{at}", "ldtt" if at else "giay_khen_phuong", who)
    text = dict(every_paper(made, tmp_path))["danh-sach-trich-ngang"]
    assert text.count("Bà Nguyễn Thị Mai") == 3 and "Danh sách gồm 02 cá nhân với 03 lượt khen" in text


def test_a_merged_unit_and_a_dead_head_keep_their_names(made: SmallRound, tmp_path: Path) -> None:
    names = [
        {"name": "Tổ dân phố số 16", "unit_kind": "tổ dân phố", "parent": made["ward"], "until": "2026-12-11"},
        {"name": "Tổ dân phố Hoa Sen", "unit_kind": "tổ dân phố", "parent": made["ward"], "since": "2026-12-12"},
    ]
    made.set("tdp 16", names=names)
    made.nominate("n", "giay_khen_phuong", made["tdp 16"], state="passed")
    made.set("an", death="2026-10-01")
    made.set("household", head=made["an"])
    made.nominate("h", "giay_khen_phuong", made["household"], state="passed")
    assert "Tổ dân phố Hoa Sen" in dict(every_paper(made, tmp_path))["cong-khai"]
    decision = decide(made, {"n": 1_520_000, "h": 1_140_000})
    text = word_text(award_paper_bytes(made.book, "quyet-dinh-khen", decision, today=DAY).content)
    assert "tổ dân phố số 16" in text and "Hoa Sen" not in text


def test_two_thousand_families_make_one_row_each(made: SmallRound, tmp_path: Path) -> None:
    homes = [Add("household", {"name": f"Hộ ông Trần Văn {at}", "unit": made["tdp 1"]}) for at in range(2000)]
    added = made.book.write("Thêm hộ", homes).added
    made.book.write(
        "Đề nghị",
        [
            Add(
                "nomination",
                {
                    "round": made["round"],
                    "award_type": made["gia_dinh_van_hoa"],
                    "nominee": home,
                    "state": "passed",
                    "place_in_list": at,
                    "years": (2026,),
                },
            )
            for at, home in enumerate(added, 1)
        ],
    )
    for kind in ("to-trinh", "danh-sach-trich-ngang", "quyet-dinh-khen", "nd86-02"):
        paper = award_paper_bytes(made.book, kind, made["round"], today=DAY)
        text = word_text(paper.content)
        assert "2.000" in text, kind
        assert kind == "to-trinh" or "| 2000 | Hộ ông Trần Văn 1999 |" in text, kind
