"""Facts about a round's whole dossier: its folders, index and zip, made again, and what stands in its way."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.dossier import whole_dossier
from reports.dossier.planning import PARTS
from reports.dossier.whole_dossier import folder_name, in_letters, make_dossier
from tests.desktop.typing_clerk import ADDED, TypingClerk
from tests.reports.awarding.small_round import SmallRound, decide, make_small_round, nominate_all
from tests.reports.dossier.played import DAY, STORIES, families, kept, party, posthumous, to_the_province, year_end
from tests.reports.golden import word_text
from ward.edits import Add
from ward.errors import UserError
from ward.paper_records import sign

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SmallRound]:
    *_, found = year_end(tmp_path / "sổ.sovang")
    yield found
    found.book.close()


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def index_of(folder: Path) -> str:
    (index,) = folder.glob("00-*.docx")
    return word_text(index.read_bytes())


def test_the_folders_are_numbered_in_the_order_of_the_way(made: SmallRound, tmp_path: Path) -> None:
    dossier, _ = kept(made, tmp_path / "out")
    assert dossier.folder.name == "Ho-so-xet-khen-cuoi-nam-2026"
    folders = sorted(path.name for path in dossier.folder.iterdir() if path.is_dir())
    assert folders == [f"{number:02d}-{part}" for number, part in enumerate(PARTS, 1)]
    assert len(names_in(dossier.folder)) == len(dossier.built) == len({one.paper.path for one in dossier.built})


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_the_index_names_each_file_that_is_there(story: object, tmp_path: Path) -> None:
    *_, made = story(tmp_path / "sổ.sovang")  # type: ignore[operator]
    dossier, _ = kept(made, tmp_path / "out")
    told = index_of(dossier.folder)
    assert all(name in told for name in names_in(dossier.folder) if not name.startswith("00-"))
    made.book.close()


def test_a_scan_that_the_clerk_put_there_stands_in_the_index_and_in_the_zip(made: SmallRound, tmp_path: Path) -> None:
    dossier, _ = kept(made, tmp_path / "out")
    (dossier.folder / "02-Bao-cao" / "Ảnh chụp.jpg").write_bytes(b"jpg")
    dossier, _ = kept(made, tmp_path / "out", zipped=True)
    assert "02-Bao-cao/Ảnh chụp.jpg" in index_of(dossier.folder)
    assert dossier.zip_path is not None
    with zipfile.ZipFile(dossier.zip_path) as archive:
        assert f"{dossier.folder.name}/02-Bao-cao/Ảnh chụp.jpg" in archive.namelist()


def test_the_zip_holds_the_same_bytes_as_the_folder(made: SmallRound, tmp_path: Path) -> None:
    dossier, _ = kept(made, tmp_path / "out", zipped=True)
    assert dossier.zip_path == dossier.folder.with_suffix(".zip")
    with zipfile.ZipFile(dossier.zip_path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {
        f"{dossier.folder.name}/{name}": (dossier.folder / name).read_bytes() for name in names_in(dossier.folder)
    }
    assert not list(dossier.folder.parent.glob("*.part"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_made_twice_it_has_the_same_files_and_the_same_bytes(story: object, tmp_path: Path) -> None:
    *_, made = story(tmp_path / "sổ.sovang")  # type: ignore[operator]
    first, _ = kept(made, tmp_path / "out")
    before = {name: (first.folder / name).read_bytes() for name in names_in(first.folder)}
    second, _ = kept(made, tmp_path / "out")
    assert {name: (second.folder / name).read_bytes() for name in names_in(second.folder)} == before
    made.book.close()


def test_a_paper_that_somebody_wrote_in_stays_and_the_new_one_gets_a_number(made: SmallRound, tmp_path: Path) -> None:
    dossier, _ = kept(made, tmp_path / "out")
    report = next(dossier.folder.rglob("*nguyen-thi-mai.docx"))
    clerk = TypingClerk(report)
    clerk.add_sentence("Họ và tên")
    clerk.save()
    again, _ = kept(made, tmp_path / "out")
    assert ADDED in word_text(report.read_bytes())
    assert ADDED not in word_text(report.with_stem(f"{report.stem}-2").read_bytes())
    assert len(names_in(again.folder)) == len(dossier.built) + 1 and report.name in index_of(again.folder)


def test_a_signed_paper_stays_and_the_new_one_gets_a_number(made: SmallRound, tmp_path: Path) -> None:
    dossier, papers = kept(made, tmp_path / "out")
    letter = dossier.folder / "01-De-nghi" / "01-To-trinh.docx"
    before = hashlib.sha256(letter.read_bytes()).hexdigest()
    sign(made.book, papers[letter.name], DAY)
    kept(made, tmp_path / "out")
    assert hashlib.sha256(letter.read_bytes()).hexdigest() == before
    assert letter.with_stem("01-To-trinh-2").is_file()


def test_drafts_whose_number_moved_on_make_room(tmp_path: Path) -> None:
    made = next(year_end(tmp_path / "sổ.sovang"))
    kept(made, tmp_path / "out")
    made.set("n mai", place_in_list=2)
    made.set("n an", place_in_list=1)
    again, _ = kept(made, tmp_path / "out")
    reports = [name for name in names_in(again.folder) if "ca-nhan" in name]
    assert [name.rpartition("ca-nhan-")[2] for name in reports] == ["tran-van-an.docx", "nguyen-thi-mai.docx",
                                                                    "pham-van-binh.docx"]  # fmt: skip
    made.book.close()


def test_the_report_of_somebody_withdrawn_is_not_lost_but_stands_among_the_other_files(tmp_path: Path) -> None:
    made = next(year_end(tmp_path / "sổ.sovang"))
    kept(made, tmp_path / "out")
    made.set("n bình", state="withdrawn", state_reason="Xin rút")
    again, _ = kept(made, tmp_path / "out")
    assert any("pham-van-binh" in name for name in names_in(again.folder))
    assert not any("pham-van-binh" in one.paper.path.name for one in again.built)
    made.book.close()


def test_a_party_committee_gets_its_own_layout(tmp_path: Path) -> None:
    *_, made = party(tmp_path / "sổ.sovang")
    dossier, _ = kept(made, tmp_path / "out")
    kinds = {one.paper.kind for one in dossier.built}
    assert {"dang-to-trinh", "dang-bien-ban", "dang-quyet-dinh"} <= kinds and "to-trinh" not in kinds
    made.book.close()


def test_a_deed_without_a_council_has_no_minutes(tmp_path: Path) -> None:
    *_, made = posthumous(tmp_path / "sổ.sovang")
    dossier, _ = kept(made, tmp_path / "out")
    assert not (dossier.folder / "03-Hoi-dong").exists()
    assert "truy tặng" in word_text(next(dossier.folder.rglob("*Quyet-dinh-khen.docx")).read_bytes()).lower()
    made.book.close()


def test_what_the_ward_decides_and_what_goes_up_have_a_letter_each(tmp_path: Path) -> None:
    made = next(to_the_province(tmp_path / "sổ.sovang"))
    dossier, _ = kept(made, tmp_path / "out")
    letters = {one.paper.about: word_text(one.paper.path.read_bytes()) for one in dossier.built
               if one.paper.kind == "danh-sach-trich-ngang"}  # fmt: skip
    assert set(letters) == {made["round"], made["submission"]}
    assert "Trần Văn An" in letters[made["round"]] and "Nguyễn Thị Mai" not in letters[made["round"]]
    assert "Nguyễn Thị Mai" in letters[made["submission"]] and "Trần Văn An" not in letters[made["submission"]]
    made.book.close()


def test_families_get_the_forms_of_their_own_decree(tmp_path: Path) -> None:
    *_, made = families(tmp_path / "sổ.sovang")
    dossier, _ = kept(made, tmp_path / "out")
    assert {"nd86-01", "nd86-02", "nd86-03", "nd86-10"} <= {one.paper.kind for one in dossier.built}
    made.book.close()


@pytest.mark.parametrize(("prize", "lists"), [(None, 0), (100_000, 1)])
def test_awards_without_any_prize_have_no_payment_list(tmp_path: Path, prize: int | None, lists: int) -> None:
    made = make_small_round(tmp_path / "sổ.sovang")
    home = made.add("Hoa", "household", name="Hộ bà Trần Thị Hoa", unit=made["tdp 1"])
    made.nominate("n Hoa", "gia_dinh_van_hoa", home)
    decide(made, {"n Hoa": prize})
    dossier, _ = kept(made, tmp_path / "out")
    assert [one.paper.kind for one in dossier.built].count("danh-sach-chi-thuong") == lists
    made.book.close()


def test_a_paper_that_cannot_be_made_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang")
    nominate_all(made)
    own = tmp_path / "sổ.mau"
    own.mkdir()
    (own / "to-trinh.docx").write_bytes(b"rac")
    dossier, _ = kept(made, tmp_path / "out")
    assert [one for one in dossier.warnings if one.startswith("Tờ trình đề nghị khen thưởng: ")]
    kinds = {one.paper.kind for one in dossier.built}
    assert "to-trinh" not in kinds and "danh-sach-trich-ngang" in kinds
    made.book.close()


def test_nobody_nominated_is_told_and_leaves_no_folder(tmp_path: Path) -> None:
    made = make_small_round(tmp_path / "sổ.sovang")
    with pytest.raises(UserError, match="chưa có đề nghị nào"):
        make_dossier(made.book, made["round"], tmp_path / "out", today=DAY)
    assert not (tmp_path / "out").exists()
    made.book.close()


def test_what_is_no_round_is_told(made: SmallRound, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="không phải đợt xét"):
        make_dossier(made.book, made["mai"], tmp_path / "out", today=DAY)


def test_a_place_where_no_folder_can_be_made_is_told(made: SmallRound, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("một tệp")
    with pytest.raises(UserError, match="Không tạo được thư mục"):
        make_dossier(made.book, made["round"], tmp_path / "out", today=DAY)


def test_a_full_disk_is_told_in_words_and_leaves_nothing_half_written(
    made: SmallRound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="Ổ đĩa đã đầy"):
        make_dossier(made.book, made["round"], tmp_path / "out", today=DAY)
    assert names_in(tmp_path / "out") == []


def test_stopped_in_the_middle_it_leaves_whole_papers_and_can_be_made_again(made: SmallRound, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert 0 <= done <= total
        if done == 5:
            raise Stopped

    with pytest.raises(Stopped):
        make_dossier(made.book, made["round"], tmp_path / "out", today=DAY, progress=stop)
    left = list((tmp_path / "out").rglob("*.docx"))
    assert len(left) == 5 and all(word_text(path.read_bytes()) for path in left)
    assert make_dossier(made.book, made["round"], tmp_path / "out", today=DAY).built


def test_progress_counts_every_paper_to_the_end(made: SmallRound, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    make_dossier(made.book, made["round"], tmp_path / "out", today=DAY, progress=lambda *told: seen.append(told))
    assert [done for done, _ in seen] == sorted({done for done, _ in seen}) and seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "Nguyê\u0303n Thi\u0323 Ho\u0300a",
        'Lê “Văn” & <Tám> "{{ 7 }}" C:\\x/y*?|',
        "Đ" * 300,
        "…",
        "Tổ " + "rất dài " * 40,
    ],
)
def test_any_name_gives_a_file_that_windows_can_hold(tmp_path: Path, name: str) -> None:
    made = make_small_round(tmp_path / "sổ.sovang")
    made.set("round", name=name)
    who = made.add("who", "person", name=name)
    made.nominate("n", "ldtt", who, achievement="Việc & <tốt> {{ không phải thẻ }}")
    dossier, _ = kept(made, tmp_path / "out")
    for path in dossier.folder.rglob("*"):
        assert path.name.isascii() and not set(path.name) & set('<>:"/\\|?*') and not path.name.endswith((".", " "))
        assert path.stem.lower() not in RESERVED and len(path.relative_to(tmp_path / "out").as_posix()) <= 160
    report = next(one for one in dossier.built if one.paper.kind == "bao-cao-thanh-tich-ca-nhan")
    assert "Việc & <tốt> {{ không phải thẻ }}" in word_text(report.paper.path.read_bytes())
    made.book.close()


def test_names_of_folders_are_short_and_plain() -> None:
    assert folder_name("Đợt khen “đột xuất” 30/4") == "Ho-so-dot-khen-dot-xuat-30-4"
    assert folder_name("…") == "Ho-so-dot-xet" and len(folder_name("a" * 500)) <= 66
    assert in_letters("Nguyễn Thị Hoà") == "nguyen-thi-hoa"


def test_two_thousand_nominations_are_read_in_as_many_statements_as_twenty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_dossier._Work, "make", lambda self, one: None)
    counted = {}
    for size in (20, 2_000):
        made = make_small_round(tmp_path / f"{size}.sovang")
        people = made.book.write("Người", [Add("person", {"name": f"Người số {n}"}) for n in range(size)]).added
        stated = {"round": made["round"], "award_type": made["ldtt"], "state": "nominated", "years": (2026,)}
        made.book.write("Đề nghị", [Add("nomination", {**stated, "nominee": who}) for who in people])
        statements: list[str] = []
        made.book.db.connection().set_trace_callback(statements.append)
        make_dossier(made.book, made["round"], tmp_path / f"out {size}", today=DAY)
        made.book.db.connection().set_trace_callback(None)
        counted[size] = len(statements)
        made.book.close()
    assert counted[2_000] <= counted[20] + 10


def test_a_folder_that_may_not_be_written_is_told(
    made: SmallRound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refused(self: Path, mode: str = "r", *rest: object) -> object:
        if mode == "x+b":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, mode, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(UserError, match="Không được phép ghi vào thư mục"):
        make_dossier(made.book, made["round"], tmp_path / "out", today=DAY)
