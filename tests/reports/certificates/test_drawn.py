"""Certificates drawn on plain paper: one page each whatever the names are, and nothing of them lost."""

import hashlib
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt

from reports.certificates.blanks import GIAY_KHEN as BLANK_GIAY_KHEN
from reports.certificates.blanks import Place
from reports.certificates.certificates import Certificate, Design
from reports.certificates.drawn_places import fixed_in, places_in
from reports.certificates.kinds import CERTIFICATES, TITLE
from reports.certificates.making import (
    make_certificates,
    posthumous_warnings,
    preview_lines,
    risks_of,
    warnings_of,
)
from reports.template_desk.files import original
from tests.reports.certificates.sheets import AWARD, NASTY, Pages, certificate, without_blanks
from tests.reports.documents import STAMP, faults, word
from tests.reports.golden import word_text
from ward.errors import UserError

EMBLEM = Path(__file__).parents[3] / "resources" / "emblem"
FIRST_LINES = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG GIA THỤY",
]
LAST_LINES = [
    "Bà Nguyễn Thị Minh Phương",
    "Tổ trưởng Tổ dân phố số 16, phường Gia Thụy",
    "Đã có thành tích xuất sắc trong phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2025",
    "Gia Thụy, ngày 05 tháng 12 năm 2025",
    "CHỦ TỊCH",
]
FEET = ["Quyết định số 123/QĐ-UBND ngày 05 tháng 12 năm 2025", "Số sổ vàng: 07", "Trần Văn Mẫu"]


def made(kind: str, tmp_path: Path, *certificates: Certificate) -> Path:
    target = tmp_path / f"{kind}.docx"
    return make_certificates(Design(kind), certificates, target, stamp=STAMP).merged.path


def lines_of(paper: Path) -> list[str]:
    return [part.strip() for line in word_text(paper).split("=== ")[0].splitlines() for part in line.split("|")]


@pytest.mark.parametrize(
    ("kind", "middle"),
    [
        ("giay-khen", ["TẶNG", "GIẤY KHEN"]),
        ("giay-chung-nhan", ["TẶNG DANH HIỆU", "LAO ĐỘNG TIÊN TIẾN"]),
        ("giay-chung-nhan-gia-dinh-van-hoa", ["TẶNG DANH HIỆU", "GIA ĐÌNH VĂN HÓA"]),
    ],
)
def test_the_lines_stand_in_the_order_of_the_form(kind: str, middle: list[str], tmp_path: Path) -> None:
    paper = made(kind, tmp_path, certificate(award=middle[1]))
    shown = [line for line in lines_of(paper) if line]
    assert shown == [*FIRST_LINES, *middle, *LAST_LINES, *FEET]
    assert faults(paper) == []


def test_a_party_body_has_the_head_and_the_sign_of_the_party(tmp_path: Path) -> None:
    paper = made("giay-khen-dang", tmp_path, certificate(authority="BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG GIA THỤY"))
    shown = [line for line in lines_of(paper) if line]
    assert shown[:4] == ["ĐẢNG CỘNG SẢN VIỆT NAM", "BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG GIA THỤY", "TẶNG", "GIẤY KHEN"]
    assert pictures(paper) == {"bua-liem", "khung"}


def pictures(paper: Path) -> set[str]:
    """The names of our pictures that a file holds, told by their content."""
    ours = {hashlib.sha256(one.read_bytes()).hexdigest(): one.stem for one in EMBLEM.glob("*.png")}
    with zipfile.ZipFile(paper) as archive:
        media = [archive.read(name) for name in archive.namelist() if "/media/" in name]
    return {ours[hashlib.sha256(one).hexdigest()] for one in media}


def test_the_emblem_and_the_frame_stand_once_in_the_file(tmp_path: Path) -> None:
    paper = made("giay-khen", tmp_path, *(certificate(f"Người thứ {n}") for n in range(30)))
    assert pictures(paper) == {"quoc-huy", "khung"}
    with zipfile.ZipFile(paper) as archive:
        assert b"<pic:pic" not in archive.read("word/document.xml")
    assert paper.stat().st_size < 2 * (len(original("giay-khen.docx")) + 30 * 1000)


def test_red_flags_stand_beside_the_emblem_only_where_they_are_due(tmp_path: Path) -> None:
    champion = certificate(award="CHIẾN SĨ THI ĐUA CƠ SỞ", red_flags=True)
    worker = certificate(award="LAO ĐỘNG TIÊN TIẾN")
    for sheets, flags in (([champion], 2), ([worker], 0), ([worker, champion, champion], 4)):
        with zipfile.ZipFile(made(TITLE, tmp_path, *sheets)) as archive:
            assert archive.read("word/document.xml").count(b"<pic:pic") == flags


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_every_certificate_is_exactly_one_sheet_and_loses_nothing(kind: str, tmp_path: Path) -> None:
    sheets = [certificate(name) for name in NASTY.values()]
    sheets += [
        certificate(as_title=NASTY["300 letters"], achievement="Đã có thành tích " * 40),
        certificate(achievement="dòng một\ndòng hai\ndòng ba", sign_title="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
        certificate("", address_form="", as_title="", achievement="", decision_number="", order_number=""),
        certificate(award="TẬP THỂ LAO ĐỘNG TIÊN TIẾN", signer=NASTY["300 letters"], red_flags=True),
    ]
    paper = made(kind, tmp_path, *sheets)
    pages = Pages(paper)
    assert len(pages) == len(sheets)
    for number, one in enumerate(sheets):
        assert pages.size(number) == (2970, 2100)
        letters = pages.letters(number)
        for text in (one.person, one.as_title, one.achievement, one.sign_title, one.signer, one.place_and_date):
            assert without_blanks(str(text)) in letters
    assert faults(paper) == []


def test_the_longest_usual_texts_keep_their_size() -> None:
    long = certificate(
        "Nguyễn Thị Phương Thảo Ngọc Anh",
        as_title="Phó Trưởng phòng Văn hóa - Xã hội, Ủy ban nhân dân phường Gia Thụy, thành phố Hà Nội",
        decision_number="1234/QĐ-UBND",
    )
    assert risks_of(Design("giay-khen"), [long]) == ()
    title = certificate(award="TẬP THỂ LAO ĐỘNG TIÊN TIẾN", red_flags=True)
    assert risks_of(Design(TITLE), [title]) == ()


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_every_text_of_a_template_has_a_measured_place_within_the_frame(kind: str) -> None:
    template = original(CERTIFICATES[kind].template)
    assert warnings_of(Design(kind)) == ()
    places = [*places_in(template), *(place for place, _ in fixed_in(template))]
    assert {place.item for place in places} >= {"authority", "person", "achievement", "decision", "signer"}
    assert all(one.x >= 200 and one.x + one.width <= 2770 and one.y + one.height <= 1905 for one in places)
    rows = sorted({(one.y, one.y + one.height) for one in places})
    assert all(upper[1] <= lower[0] + 1 or upper[0] == lower[0] for upper, lower in pairwise(rows))


def test_the_places_read_from_a_template_are_where_the_texts_are_printed(tmp_path: Path) -> None:
    pages = Pages(made("giay-khen", tmp_path, certificate()))
    for line in preview_lines(Design("giay-khen"), certificate()):
        if line.item in ("achievement", "sign_title"):  # on two lines; words that stand elsewhere, too
            continue
        (text,) = line.lines
        found = pages.find(0, text)
        assert line.y < found.baseline < line.y + line.height
        if line.align == "center":
            assert (found.left + found.right) / 2 == pytest.approx(line.x + line.width / 2, abs=8)
        else:
            assert found.left == pytest.approx(line.x, abs=8)


def test_the_preview_has_the_fixed_words_and_the_smaller_sizes() -> None:
    lines = preview_lines(Design("giay-khen"), certificate(NASTY["300 letters"]))
    assert {"GIẤY KHEN", "Độc lập - Tự do - Hạnh phúc"} <= {line.lines[0] for line in lines if not line.item}
    person = next(line for line in lines if line.item == "person")
    assert person.size < 48 and " ".join(person.lines) == f"Bà {NASTY['300 letters']}"


def test_what_comes_from_a_record_is_known_for_each_sheet(tmp_path: Path) -> None:
    sheets = [certificate(), certificate(NASTY["300 letters"])]
    merged = make_certificates(Design("giay-khen"), sheets, tmp_path / "all.docx", stamp=STAMP).merged
    for number, one in enumerate(sheets):
        printed = {(print_.record, print_.field): print_.text for print_ in merged.prints(number)}
        assert printed[AWARD, "recipients[0].words"] == one.name
        assert printed[AWARD, "reason"] == one.achievement


def test_one_sheet_alone_is_the_same_as_in_the_file_of_all(tmp_path: Path) -> None:
    sheets = [certificate("Lê Văn A"), certificate(NASTY["300 letters"]), certificate("Lê Văn C")]
    alone = made("giay-khen", tmp_path, sheets[1])
    one = lines_of(alone)
    everything = lines_of(
        make_certificates(Design("giay-khen"), sheets, tmp_path / "a.docx", stamp=STAMP).merged.path
    )
    assert [line for line in one if line and line not in everything] == []
    assert [risk.words for risk in risks_of(Design("giay-khen"), [sheets[1]])] == [
        risk.words.replace("Tờ 2,", "Tờ 1,") for risk in risks_of(Design("giay-khen"), sheets)
    ]


def test_an_office_may_have_its_own_template_and_hears_what_is_not_measured(tmp_path: Path) -> None:
    own = Design("giay-khen", template=word("Tặng {{ person }}", "{{ achievement }}"))
    made_ = make_certificates(own, [certificate()], tmp_path / "own.docx", stamp=STAMP)
    assert "Tặng Bà Nguyễn Thị Minh Phương" in word_text(made_.merged.path)
    assert len(made_.warnings) == 1 and "“achievement”, “person”" in made_.warnings[0]


def test_a_template_that_is_no_word_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        make_certificates(Design("giay-khen", template=b"x"), [certificate()], tmp_path / "x.docx", stamp=STAMP)
    assert not list(tmp_path.iterdir())


def test_the_sample_wards_certificates_bear_its_mark(tmp_path: Path) -> None:
    paper = make_certificates(Design("giay-khen"), [certificate()], tmp_path / "m.docx", stamp=STAMP, marked=True)
    assert "MẪU" in word_text(paper.merged.path) and len(Pages(paper.merged.path)) == 1
    assert faults(paper.merged.path) == []


def test_a_template_that_libreoffice_saved_keeps_its_places_and_its_one_page(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(original(CERTIFICATES[TITLE].template))
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    saving = [
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "saved"),
        str(tmp_path / "own.docx"),
    ]
    subprocess.run([*command, *saving], check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "saved" / "own.docx").read_bytes()
    assert places_in(saved) == places_in(original(CERTIFICATES[TITLE].template))
    sheets = [certificate(), certificate(NASTY["300 letters"])]
    paper = make_certificates(Design(TITLE, template=saved), sheets, tmp_path / "made.docx", stamp=STAMP)
    assert len(Pages(paper.merged.path)) == 2 and paper.warnings == ()


def test_a_size_that_stands_in_a_style_is_read_from_there() -> None:
    def build(document: Document) -> None:
        style = document.styles.add_style("Tên người", WD_STYLE_TYPE.PARAGRAPH)
        style.font.size, style.font.bold, style.font.name = Pt(33), True, "Arial"
        made = document.add_table(1, 1)
        made.rows[0].height, made.rows[0].height_rule = Mm(15), WD_ROW_HEIGHT_RULE.EXACTLY
        made.rows[0].cells[0].paragraphs[0].text = "{{ person }}"
        made.rows[0].cells[0].paragraphs[0].style = style

    (place,) = places_in(word(build=build))
    assert (place.item, place.size, place.bold, place.font, place.height) == ("person", 66, True, "Arial", 150)


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_the_dead_are_given_theirs_posthumously_on_every_drawing(kind: str, tmp_path: Path) -> None:
    sheets = [certificate("Lê Văn Cường", posthumous=True), certificate()]
    told = make_certificates(Design(kind), sheets, tmp_path / "g.docx", stamp=STAMP)
    verbs = [line for line in lines_of(told.merged.path) if line.startswith(("TẶNG", "TRUY"))]
    assert [verb.split(" DANH")[0] for verb in verbs] == ["TRUY TẶNG", "TẶNG"]
    assert (told.warnings, told.risks) == ((), ())
    shown = [line.lines[0] for line in preview_lines(Design(kind), sheets[0])]
    assert verbs[0] in shown


def test_a_sheet_that_cannot_say_that_it_is_for_the_dead_is_told() -> None:
    dead = certificate("Lê Văn Cường", posthumous=True)
    own = Design("giay-khen", template=word("TẶNG", "{{ person }}"))
    for design in (own, Design(blank=BLANK_GIAY_KHEN)):
        (told,) = posthumous_warnings(design, [certificate(), dead])
        assert told.startswith("Truy tặng: Lê Văn Cường.")
        assert posthumous_warnings(design, [certificate()]) == ()
    placed = Place("verb", 300, 800, 2370, 90)
    assert posthumous_warnings(Design(blank=replace(BLANK_GIAY_KHEN, places=(placed,))), [dead]) == ()
