"""A paper made again in memory: the same as before while nothing changed, today's values after a change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest

from desktop.paper_acts import make_all
from reports.papers import INDEX, KINDS, rebuild, rebuild_context, rebuilt
from reports.standing import read_standing
from tests.reports.cases import PLACES, take_in, years_of
from tests.reports.small_ward import YEAR, make_small_ward
from ward.book import Book
from ward.edits import Add, Amend
from ward.errors import UserError
from ward.loading import load
from ward.paper_records import sign
from ward.printed import prints_of
from ward.statements import typed_figure

DAY = dt.date(YEAR, 12, 5)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return make_small_ward(tmp_path / "sổ.sovang")


def papers(book: Book, out: Path) -> dict[str, int]:
    """The whole pack, each paper's record by its kind."""
    made = make_all(book, (YEAR,), out, today=DAY)
    return {load(book.db, one.record).values["paper_kind"]: one.record for one in made if one.record}


def signatory(book: Book, paper: int) -> list[str]:
    return [one.text for one in rebuilt(book, paper, today=DAY).prints if one.field == "signatories.name"]


def test_every_kind_of_the_pack_is_made_again_byte_for_byte(book: Book, tmp_path: Path) -> None:
    found = papers(book, tmp_path / "out")
    assert set(found) == set(KINDS)
    files = {kind: Path(load(book.db, paper).values["file_path"]) for kind, paper in found.items()}
    before = {kind: (path.read_bytes(), path.stat().st_mtime_ns) for kind, path in files.items()}
    for kind, paper in found.items():
        assert rebuild(book, paper, today=DAY) == before[kind][0], kind
        assert files[kind].stat().st_mtime_ns == before[kind][1]


@pytest.mark.parametrize("place", PLACES)
def test_the_papers_of_each_place_print_the_same_values_when_made_again(place: str, tmp_path: Path) -> None:
    years = years_of(PLACES[place])
    with take_in(PLACES[place], tmp_path / "sổ.sovang") as book:
        for made in make_all(book, years, tmp_path / "out", today=dt.date(years[-1], 12, 31)):
            assert made.record
            again = rebuilt(book, made.record, today=dt.date(years[-1], 12, 31))
            assert [(one.id, one.text) for one in again.prints] == [
                (one.id, one.text) for one in prints_of(book.db, made.record)
            ]
            assert again.notes == ()


def test_a_changed_figure_stands_in_the_paper_made_again_but_not_in_the_file(book: Book, tmp_path: Path) -> None:
    paper = papers(book, tmp_path / "out")["bao-cao-tong-ket-nam"]
    crimes = book.db.execute_sql("SELECT record_id FROM figure WHERE words = '19 vụ'").fetchone()[0]
    book.write("Sửa", [Amend(crimes, typed_figure("21 vụ"))])
    again = [one.text.replace("\u00a0", " ") for one in read_standing(rebuild(book, paper)).values]
    assert "21 vụ" in again and "19 vụ" not in again
    assert rebuild_context(book, paper).keys() == rebuild_context(book, paper).keys()
    path = Path(load(book.db, paper).values["file_path"])
    assert "19 vụ" in [one.text.replace("\u00a0", " ") for one in read_standing(path.read_bytes()).values]


def test_a_template_that_changed_since_is_told(book: Book, tmp_path: Path) -> None:
    paper = papers(book, tmp_path / "out")[INDEX]
    own = tmp_path / "sổ.mau"
    own.mkdir()
    template = docx.Document()
    template.add_paragraph("Mẫu riêng của {{ office }}")
    template.save(str(own / KINDS[INDEX].template))
    (note,) = rebuilt(book, paper).notes
    assert "Mẫu “muc-luc.docx (mẫu riêng)” đã đổi từ khi lập" in note
    assert rebuilt(book, paper).paper.template == "muc-luc.docx (mẫu riêng)"


def test_an_index_lists_the_newest_version_of_each_paper_and_tells_which_file_it_cannot_read(
    book: Book, tmp_path: Path
) -> None:
    found = papers(book, tmp_path / "out")
    report, sheet = (load(book.db, found[kind]).values for kind in ("bao-cao-tong-ket-nam", "bieu-chi-tieu"))
    newer = Path(report["file_path"]).with_name("Bao-cao-moi.docx")
    newer.write_bytes(Path(report["file_path"]).read_bytes())
    fields = {"name": "Báo cáo", "paper_kind": "bao-cao-tong-ket-nam", "previous": found["bao-cao-tong-ket-nam"]}
    book.write("Cập nhật", [Add("paper", {**fields, "file_path": str(newer), "years": (YEAR,)})])
    Path(sheet["file_path"]).write_bytes(b"torn")
    again = rebuilt(book, found[INDEX], today=DAY)
    assert again.notes == ("Không đọc được “Bieu-chi-tieu-2023.xlsx” nên mục lục này không kể văn bản đó.",)
    context = rebuild_context(book, found[INDEX], today=DAY)
    assert [one.file for one in context["papers"]] == ["Bao-cao-moi.docx"]  # type: ignore[attr-defined]


def test_a_signed_paper_is_made_again_as_of_its_day(book: Book, tmp_path: Path) -> None:
    paper = papers(book, tmp_path / "out")["bao-cao-tong-ket-nam"]
    sign(book, paper, dt.date(YEAR, 6, 15))
    assert signatory(book, paper) == ["Trần Văn Sơn"]
    book.undo()
    assert signatory(book, paper) == ["Lê Thị Hà"]


@pytest.mark.parametrize("values", [{"paper_kind": "thu-rieng", "years": (YEAR,)}, {"paper_kind": INDEX}])
def test_what_the_program_cannot_make_again_is_refused_in_words(book: Book, values: dict[str, object]) -> None:
    paper = book.write("Lập", [Add("paper", {"name": "Thư riêng", **values})]).added[0]
    with pytest.raises(UserError, match="Chương trình không lập lại được “Thư riêng”"):
        rebuild(book, paper)
