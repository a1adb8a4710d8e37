"""Names that may be one: people, spellings, kinds of place."""

import pytest

from tests.ward.findings.books import Ward
from ward.edits import Add
from ward.references import merge


def two_people(ward: Ward, one: dict[str, object], other: dict[str, object], name: str = "Nguyễn Văn Hòa") -> int:
    ward.add("person", **{"name": "Nguyễn Văn Hòa", **one})
    ward.add("person", **{"name": name, **other})
    return len(ward.found("people-alike"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"birth": "1980"}, {}),
        ({"birth": "1980"}, {"birth": "1980-05-01"}),
        ({"birth": "1980-05-01", "positions": [{"unit_words": "Tổ 1"}]},
         {"birth": "1980-05-01", "positions": [{"unit_words": "Tổ 2"}]}),
        ({"positions": [{"unit_words": "Tổ 1"}]}, {"positions": [{"unit_words": "tổ 1"}, {"unit_words": "Tổ 2"}]}),
    ],
)  # fmt: skip
def test_people_of_one_name_that_nothing_tells_apart_are_a_note(ward: Ward, one, other):
    assert two_people(ward, one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"birth": "1980"}, {"birth": "1981"}),
        ({"identity_number": "001080000001"}, {"identity_number": "001080000002"}),
        ({"positions": [{"unit_words": "Tổ 1"}]}, {"positions": [{"unit_words": "Tổ 2"}]}),
    ],
)
def test_people_whom_birth_number_or_unit_tells_apart_are_two(ward: Ward, one, other):
    assert two_people(ward, one, other) == 0


def test_the_place_of_the_tone_mark_does_not_make_another_person(ward: Ward):
    assert two_people(ward, {}, {}, name="Nguyễn Văn Hoà") == 1


def test_another_tone_is_another_person(ward: Ward):
    assert two_people(ward, {}, {}, name="Nguyễn Văn Hoa") == 0


def test_the_form_of_a_person_shows_the_other_one(ward: Ward):
    first = ward.add("person", name="Nguyễn Văn Hòa")
    second = ward.add("person", name="Nguyễn Văn Hoà")
    (finding,) = ward.beside(second)
    assert set(finding.records) == {first, second}


def test_a_name_that_hundreds_bear_is_told_once(ward: Ward):
    ward.book.write("Nhập", [Add("person", {"name": "Nguyễn Thị Lan"}) for _ in range(300)])
    (finding,) = ward.found()
    assert len(finding.records) == 300


def test_merging_the_two_ends_the_note(ward: Ward):
    first = ward.add("person", name="Nguyễn Văn Hòa")
    second = ward.add("person", name="Nguyễn Văn Hòa")
    merge(ward.book, first, second)
    assert ward.found() == []


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("movement", "Chương trình “Đô thị văn minh, công dân thân thiện”",
         "Xây dựng đô thị văn minh, công dân thân thiện"),
        ("movement", "Người dân TP. Thanh Hóa nói lời hay", "Người dân thành phố Thanh Hoá nói lời hay"),
        ("practice", "Khu chung cư an toàn về an ninh, trật tự", "Khu chung cư an toàn về an ninh trật tự"),
        ("movement", "Quy chế dân chủ ở cơ sở", "Qui chế dân chủ ở cơ sở"),
        ("indicator", "Số toà nhà", "Số tòa nhà"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings_is_a_note(ward: Ward, kind, one, other):
    ward.add(kind, name=one)
    record = ward.add(kind, name=other)
    (finding,) = ward.found("spelled-apart")
    assert finding.severity == "note" and one in finding.sentence and other in finding.sentence
    assert finding.records[-1] == record


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("movement", "Năm Dân vận khéo 2021", "Năm Dân vận khéo 2022"),
        ("unit", "Phường Đông Cương", "Phường Đồng Cương"),
        ("event", "Ngày hội toàn dân", "Ngày hội toàn dân"),
    ],
)
def test_names_that_differ_in_words_or_tones_or_not_at_all_are_fine(ward: Ward, kind, one, other):
    for name in (one, other):
        ward.unit(name) if kind == "unit" else ward.add(kind, name=name)
    assert ward.found() == []


def test_a_movement_and_the_upper_one_that_it_hangs_under_may_share_their_name(ward: Ward):
    upper = ward.add("movement", name="Phong trào Toàn dân bảo vệ an ninh Tổ quốc")
    ward.add("movement", name="Toàn dân bảo vệ an ninh Tổ quốc", upper=upper)
    assert ward.found() == []


def test_a_place_name_with_another_capital_inside_another_name_is_a_note(ward: Ward):
    ward.unit("Phường Mai Động", "phường")
    ward.unit("Tôi yêu Mai Động", "nhóm, câu lạc bộ")
    record = ward.unit("Phụ nữ Mai động", "nhóm, câu lạc bộ")
    (finding,) = ward.found()
    assert finding.records == (record,) and finding.numbers == ("Mai động", "Mai Động")
    assert ward.beside(record) == [finding]


def test_common_words_and_capital_headings_are_not_misspelt_place_names(ward: Ward):
    ward.unit("Phường Hòa Bình", "phường")
    ward.add("movement", name="Vì một thế giới hòa bình")
    ward.add("practice", name="PHƯỜNG HÒA BÌNH XANH")
    assert ward.found() == []


def test_one_place_called_by_two_kinds_is_a_note_even_in_another_name(ward: Ward):
    unit = ward.unit("Khu phố Đình Hương I", "khu phố")
    ward.add("alias", name="Tổ dân phố Đình Hương I", of=unit)
    (finding,) = ward.found()
    assert finding.key.startswith("two-kinds") and finding.records == (unit,)


def test_numbered_places_of_two_kinds_are_different_places(ward: Ward):
    ward.unit("Khu phố 1", "khu phố")
    ward.unit("Tổ dân phố 1", "tổ dân phố")
    assert ward.found() == []


def test_a_unit_whose_kind_contradicts_its_name_is_a_note(ward: Ward):
    ward.unit("Khu phố Đình Hương I", "tổ dân phố")
    assert [finding.key.split(":")[0] for finding in ward.found()] == ["kind-name"]


@pytest.mark.parametrize(
    ("name", "kind"), [("Tổ 5", "tổ dân phố"), ("Tổ dân phố 5", "tổ dân phố"), ("Chi bộ 5", "chi bộ"),
                       ("Chi bộ Công an phường", "chi bộ"), ("Đảng bộ phường Đông Sơn", "đảng bộ")]
)  # fmt: skip
def test_short_names_and_other_units_keep_their_kind(ward: Ward, name, kind):
    ward.unit(name, kind)
    assert ward.found() == []


def test_a_party_cell_of_a_whole_ward_is_a_note(ward: Ward):
    ward.unit("Chi bộ phường Đông Cương", "chi bộ")
    (finding,) = ward.found()
    assert "“Đảng bộ phường Đông Cương”" in finding.sentence
