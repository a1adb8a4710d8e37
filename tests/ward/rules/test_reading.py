"""A pack's files are read strictly: each mistake is told with file, table and field; hostile files are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.ward.rules.small_pack import SMALL, small_pack, small_text
from ward.errors import UserError
from ward.rules.packs import pack_file
from ward.rules.reading import content_of, pack_from, read_pack

ROUTE = '{ type = "rating", min = "HTTNV", years = 1, text = "Hoàn thành tốt nhiệm vụ" }'

MISTAKES = {
    "an unknown field": ('kind = "danh_hieu"', 'kind = "danh_hieu"\nlevle = "x"', "award “ldtt”", "levle"),
    "an unknown kind of award": ('kind = "danh_hieu"', 'kind = "huy_hieu"', "award “ldtt”", "huy_hieu"),
    "an unknown recipient": ('["ca_nhan"]\nlevel', '["ca_nhan", "ho"]\nlevel', "award “ldtt”", "recipients"),
    "no recipient": ('["ca_nhan"]\nlevel', "[]\nlevel", "award “ldtt”", "recipients"),
    "an unknown level": ('level = "phuong"', 'level = "thon"', "award “ldtt”", "thon"),
    "an unknown authority": ('decided_by = "chu_tich"', 'decided_by = "ai_do"', "award “ldtt”", "ai_do"),
    "an unknown mark": ('conf = "L"', 'conf = "X"', "authority “chu_tich”", "conf"),
    "an unknown source": ('src = ["toan-van"]', 'src = ["bao"]', "authority “chu_tich”", "bao"),
    "an unknown instrument": ('instruments = ["luat"]', 'instruments = ["nd"]', "authority “chu_tich”", "nd"),
    "an unknown type of condition": ('type = "rating"', 'type = "ratings"', "đường xét|route “chung”", "ratings"),
    "a condition without words": (', text = "Hoàn thành tốt nhiệm vụ"', "", "route “chung”", "text"),
    "a condition with a foreign parameter": ("years = 1,", "years = 1, scope = 2,", "all “rating”", "scope"),
    "a number that is text": ("years = 1,", 'years = "1",', "all “rating”", "years"),
    "an unknown grade": ('min = "HTTNV"', 'min = "GIOI"', "all “rating”", "GIOI"),
    "an unknown award in a condition": (
        ROUTE,
        '{ type = "prior_award", award = "cstd", count = 1, text = "x" }',
        "all “prior_award”",
        "cstd",
    ),
    "a percent above a hundred": (
        ROUTE,
        '{ type = "member_share", title = "ldtt", min_pct = 170, text = "x" }',
        "all “member_share”",
        "min_pct",
    ),
    "an empty route": (f"all = [{ROUTE}]", "", "route “chung”", "all"),
    "an empty group": (ROUTE, '{ text = "x" }', "all thứ 1", "type"),
    "a vote above a hundred": ("min_pct = 50", "min_pct = 101", "vote thứ 1", "min_pct"),
    "a vote on an unknown award": ('awards = ["ldtt"]', 'awards = ["ldt"]', "vote thứ 1", "ldt"),
    "a prize of an unknown award": ('award = "ldtt"\nrecipients', 'award = "x"\nrecipients', "prize thứ 1", "x"),
    "a prize without a factor": ("factor = 0.3\n", "", "prize thứ 1", "factor"),
    "a factor below nought": ("factor = 0.3", "factor = -0.3", "prize thứ 1", "factor"),
    "a factor that is no number": ("factor = 0.3", "factor = nan", "prize thứ 1", "factor"),
    "a factor for who cannot get it": (
        'recipients = ["ca_nhan"]\nfactor',
        'recipients = ["tap_the"]\nfactor',
        "award “ldtt”",
        "tap_the",
    ),
    "a salary that is a fraction": ("amount = 2340000", "amount = 2340000.5", "base_salary thứ 1", "amount"),
    "a day in quotes": ("since = 2024-07-01", 'since = "2024-07-01"', "base_salary thứ 1", "since"),
    "a moment for a day": ("since = 2024-07-01", "since = 2024-07-01T00:00:00", "base_salary thứ 1", "since"),
    "days out of order": ("until = 2026-06-30", "until = 2023-06-30", "base_salary thứ 1", "until"),
    "a day that no year has": ('due = "12-10"', 'due = "02-30"', "calendar “tong_ket”", "due"),
    "a mark L without an article": ('article = "Luật Điều 24"\n', "", "award “ldtt”", "article"),
    "a mark S without a source": (
        'conf = "S"\nsrc = ["toan-van"]\n\n[prize_rules]',
        'conf = "S"\n\n[prize_rules]',
        "vote thứ 1",
        "src",
    ),
    "an id with capitals": ('id = "chung"', 'id = "Chung"', "route “Chung”", "id"),
    "an id with a point": ('key = "tong_ket"', 'key = "tong.ket"', "calendar “tong.ket”", "key"),
    "a later mark without a day": ("since = 2026-10-01\n", "", "later thứ 1", "since"),
    "a table that nobody knows": ("[sources]", "[thue]\nx = 1\n[sources]", "Tệp “thu.toml”", "thue"),
    "a list that is a table": ("[[authority]]", "[authority]", "Tệp “thu.toml”", "authority"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_table_and_field(mistake: str) -> None:
    old, new, place, field = MISTAKES[mistake]
    with pytest.raises(UserError) as told:
        small_pack((old, new))
    words = str(told.value)
    assert words.startswith("Tệp “thu.toml”")
    assert any(part in words for part in place.split("|"))
    assert field in words
    assert words.endswith(".")


def test_the_small_pack_itself_is_read() -> None:
    assert list(small_pack().awards) == ["ldtt"]


@pytest.mark.parametrize(
    ("table", "id"),
    [
        ('[[authority]]\nid = "chu_tich"\nlabel = "x"\nconf = "M"\n', "chu_tich"),
        ('[[award]]\nid = "ldtt"\nname = "x"\nkind = "danh_hieu"\nrecipients = ["ca_nhan"]\nconf = "M"\n', "ldtt"),
        ('[[vote]]\nawards = ["ldtt"]\nmin_pct = 60\nconf = "M"\n', "ldtt"),
        ('[[prize]]\naward = "ldtt"\nrecipients = ["ca_nhan"]\nfactor = 1\nconf = "M"\n', "ldtt"),
        ('[[calendar]]\nkey = "tong_ket"\nwhat = "x"\ndue = "01-01"\nconf = "M"\n', "tong_ket"),
    ],
)
def test_an_id_used_twice_is_refused(table: str, id: str) -> None:
    with pytest.raises(UserError, match=id):
        small_pack(more="\n" + table)


def test_an_id_used_twice_in_two_files_is_refused() -> None:
    second = '[[authority]]\nid = "chu_tich"\nlabel = "x"\nconf = "M"\n'
    with pytest.raises(UserError, match=r"“hai\.toml”"):
        read_pack({"a.toml": SMALL.encode(), "hai.toml": second.encode()})


def test_two_conditions_of_one_type_get_keys_of_their_own() -> None:
    twice = small_pack((ROUTE, f"{ROUTE}, {ROUTE}"))
    route = twice.awards["ldtt"].routes[0]
    assert [leaf.key for leaf in route.condition.leaves()] == ["ldtt.chung.rating", "ldtt.chung.rating_2"]


def test_salaries_that_overlap_are_refused() -> None:
    more = '[[base_salary]]\namount = 2530000\nsince = 2026-06-01\narticle = "x"\nconf = "M"\n'
    with pytest.raises(UserError, match="không nối tiếp"):
        small_pack(more="\n" + more)


def test_routes_nested_too_deeply_are_refused() -> None:
    deep = ROUTE
    for _ in range(8):
        deep = f"{{ all = [{deep}] }}"
    with pytest.raises(UserError, match="tầng"):
        small_pack((ROUTE, deep))


def test_tables_of_several_files_make_one_pack() -> None:
    head, tail = SMALL.split("[[vote]]")
    pack = read_pack({"dau.toml": head.encode(), "cuoi.toml": ("[[vote]]" + tail).encode()})
    assert pack.votes["ldtt"].over
    assert set(pack.files) == {"dau.toml", "cuoi.toml"}


def test_a_number_with_a_point_stays_exact() -> None:
    assert str(small_pack(("factor = 0.3", "factor = 0.10")).awards["ldtt"].prizes["ca_nhan"].factor) == "0.10"


@pytest.mark.parametrize("missing", ["[pack]", "[prize_rules]"])
def test_a_file_that_is_no_pack_is_refused_in_words(missing: str) -> None:
    with pytest.raises(UserError, match=r"Bộ quy định thiếu mục"):
        start = SMALL.index(missing)
        end = SMALL.index("\n[[", start)
        read_pack({"thu.toml": (SMALL[:start] + SMALL[end:]).encode()})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe\x00[pack]", "UTF-8"),
        (b"name = ", "dòng 1"),
        (("x = " + "[" * 5000).encode(), "tầng"),
        (b"a" + b".a" * 40 + b" = 1", "dòng 1"),
        (b"x = '" + b"y" * 9000 + b"'", "dòng 1"),
        (b"x = " + b"9" * 6000, "TOML"),
        (b"# " + b"y" * 100 + b"\n" * 2_100_000, "2 MB"),
        (b"PK\x03\x04 no text", "TOML"),
    ],
)
def test_a_hostile_file_is_refused_in_a_clear_sentence(content: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_pack({"la.toml": content})


def test_arrays_nested_without_end_are_refused_not_followed() -> None:
    with pytest.raises(UserError, match="tầng"):
        read_pack({"la.toml": ("x = " + "[\n" * 100_000).encode()})


def test_no_file_and_too_many_files_are_refused() -> None:
    with pytest.raises(UserError, match="không có tệp"):
        read_pack({})
    with pytest.raises(UserError, match="61 tệp"):
        read_pack({f"{number}.toml": b"" for number in range(61)})


def test_a_pack_is_the_same_whatever_the_line_ends_and_the_spelling_of_marks() -> None:
    import unicodedata

    plain = read_pack({"thu.toml": SMALL.encode()})
    other = unicodedata.normalize("NFD", SMALL).replace("\n", "\r\n")
    assert read_pack({"thu.toml": b"\xef\xbb\xbf" + other.encode()}).sha == plain.sha


def test_what_a_book_keeps_reads_as_the_same_pack() -> None:
    pack = small_pack()
    again = pack_from(content_of(pack))
    assert again == pack
    assert small_pack(('version = "1"', 'version = "2"')).sha != pack.sha


@pytest.mark.parametrize("content", ["", "[]", '{"a.toml": 1}', "{"])
def test_a_kept_text_that_is_no_pack_is_told(content: str) -> None:
    with pytest.raises(UserError, match="giữ trong sổ"):
        pack_from(content)


def test_a_pack_comes_from_one_file_or_an_archive(tmp_path: Path) -> None:
    (tmp_path / "bo.toml").write_text(SMALL, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "bo.zip", "w") as archive:
        archive.writestr("thu-muc/bo.toml", SMALL)
        archive.writestr("doc.txt", "không đọc")
    assert pack_file(tmp_path / "bo.toml").sha == pack_file(tmp_path / "bo.zip").sha


def _zip(*rows: tuple[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in rows:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not an archive", "hỏng"),
        (_zip(("a.txt", "x")), "không có tệp .toml"),
        (_zip(("a/x.toml", SMALL), ("b/x.toml", SMALL)), "cùng tên"),
        (_zip(("bom.toml", "# x\n" * 2_000_000)), "2 MB"),
        (_zip(*((f"{number}.toml", "") for number in range(61))), "60 tệp"),
        (_zip(("x.toml", SMALL))[:400], "hỏng"),
    ],
)
def test_a_bad_archive_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "la.zip").write_bytes(content)
    with pytest.raises(UserError, match=words):
        pack_file(tmp_path / "la.zip")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không đọc được"):
        pack_file(tmp_path / "khong.toml")


def test_the_text_of_a_change_finds_its_place() -> None:
    assert "huy_hieu" in small_text(('kind = "danh_hieu"', 'kind = "huy_hieu"'))
