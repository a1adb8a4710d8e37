"""The export: everything, in a fixed order, the same bytes for the same records, with the evidence beside."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.catalogue import FORMS
from forms.exchange import carry_out, export, plan_import
from forms.fields import Choice, Form, Rows
from tests.forms.exchange_files import UID, of, take_in, unit
from ward.backup import back_up
from ward.book import Book
from ward.edits import Add, Bin
from ward.errors import UserError
from ward.evidence import attach, missing
from ward.kinds import KINDS
from ward.references import merge
from ward.shapes import FieldShape
from ward.text import nfc
from ward.uids import new_uids


def exported(book: Book, target: Path) -> list[dict[str, Any]]:
    export(book, target)
    return list(json.loads(target.read_text(encoding="utf-8"))["records"])


def test_records_come_in_the_order_of_kinds_and_uids_with_sorted_fields(book: Book, tmp_path: Path):
    take_in(
        book,
        {"kind": "figure", "label": "b", "text": "5 vụ", "uid": UID.format(3)},
        {**unit("B"), "uid": UID.format(2), "address": "Số 1"},
        {**unit("A"), "uid": UID.format(1)},
    )
    records = exported(book, tmp_path / "x.json")
    assert [record["uid"] for record in records] == [UID.format(1), UID.format(2), UID.format(3)]
    for record in records:
        assert list(record) == ["kind", "uid", *sorted(set(record) - {"kind", "uid"})]


def test_the_file_is_utf8_with_indent_and_without_the_time(book: Book, tmp_path: Path):
    take_in(book, {**unit("Phường Định Công"), "uid": UID.format(1)})
    export(book, tmp_path / "x.json")
    text = (tmp_path / "x.json").read_bytes().decode("utf-8")
    expected = of({"kind": "unit", "uid": UID.format(1), "names": [{"name": "Phường Định Công"}]})
    assert text == json.dumps(expected, ensure_ascii=False, indent=1) + "\n"


def test_an_empty_book_makes_a_file_that_can_be_taken_in(book: Book, tmp_path: Path):
    assert exported(book, tmp_path / "x.json") == []
    assert plan_import(book, tmp_path / "x.json").lines == ()


def test_zero_is_kept_and_nothing_is_left_out(book: Book, tmp_path: Path):
    take_in(
        book, {"kind": "award", "form_words": "a", "persons": 0}, {"kind": "figure", "label": "a", "value": "0.0"}
    )
    figure, award = exported(book, tmp_path / "x.json")
    assert (award["persons"], figure["value"]) == (0, "0.0")


def test_what_is_in_the_bin_or_merged_stays_out_and_references_follow(book: Book, tmp_path: Path):
    units = [{**unit(f"Tổ {n}"), "uid": UID.format(n)} for n in (1, 2, 3)]
    household = {"kind": "household", "name": "H", "unit": {"uid": UID.format(2)}}
    task = {"kind": "task", "name": "T", "unit": {"uid": UID.format(3)}, "unit_words": "tổ 3"}
    take_in(book, *units, household, task)
    book.write("bỏ", [Bin(3)])
    merge(book, 1, 2)
    records = {record["kind"]: record for record in exported(book, tmp_path / "x.json")}
    assert set(records) == {"unit", "household", "task"}
    assert records["household"]["unit"] == {"uid": UID.format(1)}
    assert "unit" not in records["task"]


def test_a_cancelled_export_leaves_the_old_file(book: Book, tmp_path: Path):
    take_in(book, unit("A"))
    target = tmp_path / "x.json"
    target.write_text("cũ", encoding="utf-8")

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(book, target, progress=stop)
    assert target.read_text(encoding="utf-8") == "cũ"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_folder_that_is_not_there_is_told_in_words(book: Book, tmp_path: Path):
    with pytest.raises(UserError, match="Không ghi được"):
        export(book, tmp_path / "không có" / "x.json")


def test_evidence_travels_beside_the_file_and_what_is_missing_is_named(book: Book, tmp_path: Path):
    take_in(book, unit("A"))
    attach(book, b"anh ngo hoa", 1, file_name="ngõ hoa.jpg")
    attach(book, b"ke hoach", 1, file_name="kế hoạch.pdf")
    out = tmp_path / "ra"
    out.mkdir()
    assert export(book, out / "x.json").missing_evidence == ()
    one, two = sorted(path for path in (out / "x.evidence").rglob("*") if path.is_file())
    two.unlink()
    with Book.create(tmp_path / "khác.sovang") as other:
        plan = plan_import(other, out / "x.json")
        assert len(plan.missing_evidence) == 1
        change = carry_out(other, plan)
        assert [file.file_name for file in missing(other)] == list(plan.missing_evidence)
        assert f"Thiếu tệp minh chứng: {plan.missing_evidence[0]}" in plan.receipt(change)
        assert (tmp_path / "khác.evidence" / one.parent.name / one.name).read_bytes() == one.read_bytes()


def test_a_backup_exports_the_evidence_of_its_original(book: Book, tmp_path: Path):
    take_in(book, unit("A"))
    attach(book, b"anh ngo hoa", 1, file_name="ngõ hoa.jpg")
    with Book.open(back_up(book.path)) as copy:
        assert export(copy, tmp_path / "x.json").missing_evidence == ()
    assert [path.read_bytes() for path in (tmp_path / "x.evidence").rglob("*") if path.is_file()] == [b"anh ngo hoa"]


def test_damaged_evidence_is_not_taken_in(book: Book, tmp_path: Path):
    take_in(book, unit("A"))
    attach(book, b"anh ngo hoa", 1, file_name="ngõ hoa.jpg")
    (tmp_path / "ra").mkdir()
    export(book, tmp_path / "ra" / "x.json")
    next(path for path in (tmp_path / "ra").rglob("*/*/*") if path.is_file()).write_bytes(b"khac")
    with Book.create(tmp_path / "khác.sovang") as other:
        plan = plan_import(other, tmp_path / "ra" / "x.json")
        carry_out(other, plan)
        assert plan.missing_evidence == ("ngõ hoa.jpg",)
        assert len(missing(other)) == 1


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12).map(nfc)
DAYS = st.sampled_from(["", "1980", "2023-08", "2024-02-29"])
PERIODS = st.sampled_from(["", "2023", "2023-Q3", "T2020/2025", "@2023-11-30", "..<2025", "2013/2023"])
EXACT = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
WHOLE = st.none() | st.integers(-5, 10**9)
NOT_FREE = {("figure", key) for key in ("state", "shape", "value", "value_to", "out_of")}


def cells(form: Form, rows: str, shape: FieldShape, uids: dict[str, list[bytes]]) -> st.SearchStrategy[Any]:
    """What one field may hold."""
    declared = form.field(rows or shape.key)
    if isinstance(declared, Rows):
        declared = next((field for field in declared.fields if shape.key in field.keys), None)
    if isinstance(declared, Choice):
        return st.sampled_from(["", *declared.options])
    if shape.type == "ref":
        known = [uid for kind in shape.kinds or uids for uid in uids[kind]]
        return st.none() | st.sampled_from(known)
    plain = {"text": TEXTS, "day": DAYS, "period": PERIODS, "whole": WHOLE, "exact": EXACT, "flag": st.booleans()}
    return plain[shape.type]


@st.composite
def books(draw: st.DrawFn) -> list[Add]:
    """Records of every kind with anything in their fields, pointing to each other."""
    made = new_uids()
    uids = {kind: [next(made) for _ in range(draw(st.integers(1, 2)))] for kind in KINDS}
    adds = []
    for kind, described in KINDS.items():
        for uid in uids[kind]:
            values: dict[str, Any] = {
                shape.key: draw(cells(FORMS[kind], "", shape, uids))
                for shape in described.shape.fields
                if (kind, shape.key) not in NOT_FREE
            }
            if kind == "figure":
                values.update(draw(st.sampled_from([{"state": "missing"}, {"state": "words"}])), shape="number")
            if kind == "year":
                values["closed_on"] = ""
            for key, listed in described.list_shapes.items():
                row = st.fixed_dictionaries(
                    {shape.key: _row_cells(kind, key, shape, uids) for shape in listed.fields}
                )
                values[key] = draw(st.lists(row, max_size=2))
            values["years"] = draw(st.lists(st.integers(2019, 2023), max_size=2))
            adds.append(Add(kind, values, uid))
    return adds


def _row_cells(kind: str, key: str, shape: FieldShape, uids: dict[str, list[bytes]]) -> st.SearchStrategy[Any]:
    if (kind, key) == ("figure", "claims") and shape.key in ("relation", "basis"):
        return st.sampled_from(["", "khac"])
    return cells(FORMS[kind], key, shape, uids)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(adds=books())
def test_export_import_export_gives_the_same_bytes(tmp_path_factory: pytest.TempPathFactory, adds: list[Add]):
    folder = tmp_path_factory.mktemp("vòng")
    with Book.create(folder / "a.sovang") as first, Book.create(folder / "b.sovang") as second:
        first.write("thêm", adds)
        export(first, folder / "1.json")
        plan = plan_import(second, folder / "1.json")
        assert plan.count("new") == len(adds), plan.receipt()
        carry_out(second, plan)
        export(second, folder / "2.json")
        assert (folder / "1.json").read_bytes() == (folder / "2.json").read_bytes()
        assert plan_import(second, folder / "1.json").count("same") == len(adds)
