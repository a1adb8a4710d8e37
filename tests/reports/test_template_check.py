"""The checker of templates: every mistake, once, with its place; nothing said of a sound one."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx.document import Document
from docx.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from reports.paper_kinds import TEMPLATED
from reports.template_desk.check import Fault, check, check_file
from reports.template_desk.fields import fields_of
from reports.template_desk.files import original
from tests.reports.documents import table, word, workbook

REPORT, SHEET = "bao-cao-tong-ket-nam", "bieu-chi-tieu"


def told(*paragraphs: str) -> list[str]:
    """The sentences about a report's template of these paragraphs."""
    return [fault.sentence for fault in check(word(*paragraphs), REPORT)]


def only(faults: list[Fault]) -> Fault:
    assert len(faults) == 1, faults
    return faults[0]


def in_xml(content: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The same file with a piece of a part's XML replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    assert old in kept[part].decode("utf-8")
    kept[part] = kept[part].decode("utf-8").replace(old, new).encode()
    return packed(kept)


def with_table(*rows: Sequence[str], before: Sequence[str] = ("{{ office }}",), after: str = "") -> bytes:
    """A Word file with paragraphs, a table of these rows, and a paragraph after it."""

    def build(document: Document) -> None:
        padded_table(document, rows)
        document.add_paragraph(after)

    return word(*before, build=build)


def padded_table(document: Document, rows: Sequence[Sequence[str]]) -> Table:
    """A table whose shorter rows end in empty cells."""
    width = max(map(len, rows))
    table(document, [[*row, *[""] * (width - len(row))] for row in rows])
    return document.tables[-1]


def packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return content.getvalue()


@pytest.mark.parametrize("kind", TEMPLATED)
def test_the_programs_own_templates_are_sound(kind: str) -> None:
    assert check(original(TEMPLATED[kind].template), kind) == []


@pytest.mark.parametrize("kind", TEMPLATED)
def test_every_tag_of_the_list_of_fields_can_be_used_as_it_is(kind: str) -> None:
    """All of them in one template, each inside the loops that it must stand in."""
    is_sheet = TEMPLATED[kind].suffix == ".xlsx"
    paragraphs, tables = [next(line.tag for line in fields_of(kind) if not line.loops and not line.is_list)], []
    for line in fields_of(kind):
        tags = line.tag.replace("…", "x").splitlines()
        in_table = is_sheet or tags[0].startswith(("{%tr", "{%tc"))
        level = "tr" if in_table else "p"
        opening, closing = ([f"{{%{level} for {loop} %}}" for loop in line.loops],
                            [f"{{%{level} endfor %}}" for _ in line.loops])  # fmt: skip
        if not in_table:
            paragraphs += [*opening, *tags, *closing]
            continue
        body = [tags] if tags[0].startswith("{%tc") else [row.split("\t") for row in tags]
        tables.append([*([one] for one in opening), *body, *([one] for one in closing)])
    if is_sheet:
        assert check(workbook([[paragraphs[0]], *(row for rows in tables for row in rows)]), kind) == []
    else:
        assert check(word(*paragraphs, build=lambda document: [padded_table(document, rows) for rows in tables]),
                     kind) == []  # fmt: skip


def test_an_unknown_field_is_told_with_the_nearest_one_at_any_depth() -> None:
    assert told("{{ ofice }}") == ["Mẫu dùng tên “ofice” mà chương trình không biết. Có phải là “office” không?"]
    assert told("{{ period.word }}") == ["“period” không có trường “word”. Có phải là “words” không?"]
    assert told("{{ Period.words }}") == [
        "Mẫu dùng tên “Period” mà chương trình không biết. Có phải là “period” không?"
    ]
    assert told("{%p for f in fields %}", "{%p for m in f.movements %}", "{{ m.titel }}", "{%p endfor %}",
                "{%p endfor %}") == ["“m” không có trường “titel”. Có phải là “title” không?"]  # fmt: skip


def test_a_field_that_stands_below_a_group_is_told_with_its_whole_name() -> None:
    assert told("{{ next_words }}") == [
        "Mẫu dùng tên “next_words” mà chương trình không biết. Có phải là “period.next_words” không?"
    ]


def test_what_is_far_from_every_name_is_told_with_the_names_there_are() -> None:
    assert told("{{ period.xyz }}") == ["“period” không có trường “xyz”. Trong đó chỉ có: words, next_words."]


def test_every_fault_is_told_not_only_the_first() -> None:
    assert len(told("{{ ofice }}", "{{ period.word }}", "{{ addresse }}", "{{ signature.nam }}")) == 4


def test_faults_come_in_the_order_of_the_file_whatever_their_kind() -> None:
    paragraphs = ("{{ ofice }}", "{%p if office %}", "{{ period.word }}", "Năm {{ period.words", "{%p endfor %}")
    tags = [fault.tag for fault in check(word(*paragraphs), REPORT)]
    assert tags == ["{{ ofice }}", "{%p if office %}", "{{ period.word }}", "{{ period.words", "{%p endfor %}"]


def test_the_place_says_part_heading_table_row_cell_and_the_words_around() -> None:
    def build(document: Document) -> None:
        document.add_heading("Công tác khen thưởng", 1)
        table(document, [["TT", "Tên"], ["1", "Số: {{ ofice }} người"]])

    fault = only(check(word("{{ office }}", build=build), REPORT))
    assert fault.place == (
        "thân văn bản, mục “Công tác khen thưởng”, bảng 1, dòng 2, ô 2, chỗ “Số: {{ ofice }} người”"
    )
    assert (fault.tag, fault.severity) == ("{{ ofice }}", "error")


def test_a_tag_that_stands_alone_is_placed_by_the_words_before_it() -> None:
    fault = only(check(word("Nơi nhận:", "{%p for one in receiver %}", "{{ one }}", "{%p endfor %}"), REPORT))
    assert fault.place == "thân văn bản, sau “Nơi nhận:”"


def test_headings_are_known_by_their_style_whatever_language_word_spoke() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("x")
        document.add_heading("Phần một", 1)

    template = word(build=build)
    template = in_xml(template, '"Heading1"', '"u1"')
    template = in_xml(template, '"Heading1"', '"u1"', "word/styles.xml")
    template = in_xml(template, "<w:t>x</w:t>", "<w:t>{{ office }}</w:t>")
    template = in_xml(template, "Phần một</w:t>", "Phần một {{ ofice }}</w:t>")
    assert "mục “Phần một {{ ofice }}”" in only(check(template, REPORT)).place


def test_an_unclosed_loop_is_told_where_it_opens() -> None:
    fault = only(check(word("Mở", "{%p for text in opening %}", "{{ text }}"), REPORT))
    assert fault.sentence == "Thẻ “for” này chưa được đóng. Hãy thêm {%p endfor %} ở cuối phần của nó."
    assert fault.place == "thân văn bản, sau “Mở”"


def test_an_end_without_a_beginning_is_told_once() -> None:
    assert told("{{ office }}", "{%p endif %}") == [
        "Thẻ “endif” này không có thẻ “if” nào mở trước nó. Hãy bỏ nó, hoặc thêm thẻ mở."
    ]
    assert told("{{ office }}", "{% else %}") == [
        "Thẻ “else” này không có thẻ “if hoặc for” nào mở trước nó. Hãy bỏ nó, hoặc thêm thẻ mở."
    ]


def test_crossing_blocks_are_one_fault() -> None:
    sentence = "".join(
        told("{%p for text in opening %}", "{%p if office %}", "{{ text }}", "{%p endfor %}", "{%p endif %}")
    )
    assert sentence.startswith("Thẻ này mở bên trong một khối nhưng chưa đóng khi khối ấy đã đóng bằng {%p endfor %}")
    assert sentence.endswith("Hãy đóng khối bên trong trước bằng {%p endif %}.")


def test_two_unclosed_loops_are_two_faults() -> None:
    assert len(told("{%p for a in opening %}", "{{ a }}", "{%p for b in limits %}", "{{ b }}")) == 2


def test_a_loop_over_rows_that_closes_outside_the_table_is_told() -> None:
    rows = [["{%tr for row in situation.figures %}"], ["{{ row.name }}"]]
    first, second = (fault.sentence for fault in check(with_table(*rows, before=["{%p endfor %}"]), REPORT))
    assert first.startswith("Thẻ “endfor” này không có thẻ “for”") and "chưa được đóng" in second
    assert "đứng không cùng cấp" in only(check(with_table(*rows, after="{%p endfor %}"), REPORT)).sentence


@pytest.mark.parametrize("level", ["tr", "tc"])
def test_a_row_or_cell_tag_outside_a_table_is_told(level: str) -> None:
    sentences = told(f"{{%{level} for text in opening %}}", "{{ office }}", f"{{%{level} endfor %}}")
    word_of = {"tr": "dòng của bảng", "tc": "ô của bảng"}[level]
    assert f"Thẻ “{{%{level} … %}}” phải đứng trong một {word_of}." in sentences


def test_text_beside_a_tag_that_takes_its_whole_paragraph_is_told_as_lost() -> None:
    assert told("Kính gửi: {%p if addressee %}", "{{ addressee }}", "{%p endif %}") == [
        "Thẻ này chiếm cả đoạn, nên chữ “Kính gửi:” trong đoạn ấy sẽ không được in. Hãy để thẻ đứng riêng một đoạn."
    ]


def test_text_in_another_cell_of_a_command_row_is_told_as_lost() -> None:
    rows = [["{%tr for row in situation.figures %}", "Tổng số"], ["{{ row.name }}", ""], ["{%tr endfor %}", ""]]
    fault = only(check(with_table(*rows), REPORT))
    assert "chữ “Tổng số” trong dòng của bảng ấy sẽ không được in" in fault.sentence


def test_another_tag_in_a_paragraph_that_is_a_command_is_told() -> None:
    assert "không được có thẻ khác ({{ office }})" in "".join(told("{%p if office %}{{ office }}", "{%p endif %}"))


def test_a_loop_may_begin_and_end_in_one_paragraph_of_commands() -> None:
    assert told("{%p for text in opening %}{%p endfor %}", "{{ office }}") == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Năm {{ period.words", "Thẻ này chưa được đóng bằng “}}” trong cùng một đoạn."),
        ("Năm {{ period.words } nay", "Thẻ này chưa được đóng bằng “}}” trong cùng một đoạn."),
        ("Năm period.words }} nay", "Dấu “}}” này không có “{{” mở trước nó."),
        ("Năm {period.words} nay", "Thẻ này thiếu dấu ngoặc. Hãy viết hai dấu ở mỗi đầu: “{{ tên }}”."),
        ("{ { office } }", "Hai dấu mở, hai dấu đóng của thẻ phải viết liền nhau: “{{ … }}”, “{% … %}”."),
        ("{% p if office %}", "Chữ “p” phải viết liền sau dấu mở: {%p if office %}."),
        ("{% foreach a in opening %}", "“foreach” không phải lệnh của mẫu."),
        ("{{ }}", "Thẻ này trống."),
        ("{{ tên cơ quan }}", "Tên trường viết bằng chữ không dấu"),
        ("{{ period words }}", "Tên trường viết bằng chữ không dấu"),
        ("{{ office|uper }}", "Có phải là “upper” không?"),
        ("{{ period.words.uper() }}", "Không có phép “uper()”"),
        ("{{ office – 1 }}", "Dấu “–” không dùng được trong thẻ"),
        ("{% if office = 'x' %}a{% endif %}", "So sánh bằng thì viết hai dấu: “==”."),
        ("{%p for text opening %}", "Vòng lặp viết là: {%p for tên in danh_sách %}."),
    ],
)
def test_broken_syntax_is_told(typed: str, words: str) -> None:
    assert any(words in sentence for sentence in told("{{ office }}", typed)), told("{{ office }}", typed)


def test_two_tags_of_which_the_first_is_not_closed_are_not_taken_for_one() -> None:
    fault = only(check(word("Của {{ office và {{ period.words }}"), REPORT))
    assert fault.tag == "{{ office và"


def test_curly_quotes_and_hard_spaces_are_mended_and_not_complained_about() -> None:
    assert told("{{ period.next_words or “thời gian tới” }}", "{{\u00a0office\u00a0}}") == []


def test_a_tag_that_word_split_over_runs_is_mended_and_not_complained_about() -> None:
    template = in_xml(word("{{ period.words }}"), "{{ period.words }}", "{{ per</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
                      '<w:t>iod.</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>words }}')  # fmt: skip
    assert check(template, REPORT) == []


def test_a_list_or_group_used_as_text_is_told() -> None:
    assert told("{{ opening }}") == [
        "“opening” là một danh sách nên không in thẳng được. Hãy in từng mục bằng vòng lặp for."
    ]
    assert told("{{ period }}") == [
        "“period” là một nhóm giá trị nên không in thẳng được. Hãy chọn một trường của nó: "
        "period.words, period.next_words."
    ]
    assert told("{{ opening.text }}") == [
        "“opening” là danh sách nên không có trường “text”. Hãy lấy nó bên trong vòng lặp."
    ]
    assert told("{{ office.name }}") == ["“office” là một giá trị để in, bên trong không có trường “name”."]


def test_groups_that_are_joined_as_if_they_were_texts_are_told() -> None:
    assert told("{{ office }}", "{{ fields|join(', ') }}")[0].startswith("“join” chỉ nối được chữ")
    assert told("{{ office }}", "{{ fields|join(', ', attribute='title') }}") == []


def test_a_loop_over_what_is_no_list_is_told() -> None:
    assert told("{%p for text in office %}", "{{ text }}", "{%p endfor %}") == [
        "“office” không phải danh sách nên không lặp được. Hãy in thẳng: {{ office }}."
    ]
    assert told("{%p for text in situation %}", "{{ text }}", "{%p endfor %}") == [
        "“situation” là một nhóm giá trị, không phải danh sách, nên không lặp được. "
        "Hãy lặp qua một danh sách của nó: situation.passages, situation.figures."
    ]


def test_a_loops_name_outside_of_the_loop_is_told() -> None:
    assert told("{%p for text in opening %}", "{{ text }}", "{%p endfor %}", "{{ text }}") == [
        "“text” chỉ có bên trong vòng lặp {%p for text in opening %}. Hãy đưa thẻ này vào giữa vòng lặp ấy."
    ]
    twice = ("{%p for one in opening %}", "{{ one }}", "{%p endfor %}", "{%p for one in limits %}", "{{ one }}")
    assert "bên trong vòng lặp {% for one in … %}." in told(*twice, "{%p endfor %}", "{{ one }}")[0]
    assert told("{{ office }}{{ loop.index }}") == ["“loop” chỉ dùng được bên trong vòng lặp for."]


def test_loops_know_their_items_and_their_own_counting() -> None:
    assert told("{%p for f in fields %}", "{{ loop.index|letter }}) {{ f.title|upper }}", "{%p endfor %}") == []
    assert told("{%p for f in fields %}", "{{ loop.indx }}", "{%p endfor %}") == [
        "“loop” không có trường “indx”. Có phải là “index” không?"
    ]


def test_names_that_the_template_sets_are_known_and_keep_their_kind() -> None:
    assert told("{% set o = office %}{{ o }}") == []
    assert "là một danh sách" in told("{% set o = opening %}{{ o }}")[0]
    assert told("{% with p = period %}{{ p.words }}{% endwith %}") == []
    assert told("{% if extra is defined %}có{% endif %}{{ office }}") == []
    assert told("{{ extra|default('') }}{{ office }}") == []


def test_names_inside_filters_and_lists_are_looked_at() -> None:
    assert told("{{ opening|join(', ') }}{{ trend|map(attribute='name')|join(', ') }}") == []
    assert told("{{ trend|map(attribute='nam')|join }}") == [
        "“trend” không có trường “nam”. Có phải là “name” không?"
    ]
    assert told("{{ (opening|first) ~ ofice }}")[0].startswith("Mẫu dùng tên “ofice”")
    assert told("{{ fields[0].titel }}")[0].startswith("Giá trị này không có trường “titel”")


def test_a_tag_in_an_inserted_text_is_noted_and_in_a_deleted_one_an_error() -> None:
    mark = 'w:id="901" w:author="Chị Lan" w:date="2026-01-05T08:00:00Z"'
    run = "<w:r><w:t>{{ office }}</w:t></w:r>"
    sound = word("{{ office }}", "{{ period.words }}")
    inserted = only(check(in_xml(sound, run, f"<w:ins {mark}>{run}</w:ins>"), REPORT))
    assert inserted.severity == "note" and "chỗ thêm vào có theo dõi thay đổi" in inserted.sentence
    gone = f"<w:del {mark}>{run.replace('w:t>', 'w:delText>')}</w:del>"
    deleted = only(check(in_xml(sound, run, gone), REPORT))
    assert deleted.severity == "error" and "chỗ đã xóa hoặc chuyển đi" in deleted.sentence
    moved = only(check(in_xml(sound, run, f"<w:moveFrom {mark}>{run}</w:moveFrom>"), REPORT))
    assert moved.severity == "error" and "chỗ đã xóa hoặc chuyển đi" in moved.sentence


def test_a_tag_in_a_field_code_is_told() -> None:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE {{ office }}</w:instrText></w:r>'
    code += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    run = "<w:r><w:t>{{ office }}</w:t></w:r>"
    template = in_xml(word("{{ office }}", "{{ period.words }}"), run, code)
    assert "mã trường của Word" in only(check(template, REPORT)).sentence


def test_tags_in_headers_and_text_boxes_are_looked_at_too() -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Trang của {{ ofice }}"

    assert only(check(word("{{ office }}", build=build), REPORT)).place.startswith("đầu trang, chỗ “Trang của")


def test_a_template_without_a_value_is_told() -> None:
    assert told("Chỉ có chữ.") == [
        "Mẫu này không có thẻ giá trị nào, nên mọi văn bản lập ra đều giống hệt nhau. Hãy chép thẻ từ bảng trường."
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "tệp"),
        (b"<html><body>{{ office }}</body></html>", "HTML"),
        (b"{\\rtf1\\ansi {{ office }}}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "WordDocument".encode("utf-16-le"), ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (
            workbook([["{{ office }}"]]),
            "Tệp này là tệp Excel, mà mẫu này phải là tệp Word (.docx). Hãy chọn đúng tệp.",
        ),
        (word("{{ office }}")[:-300], "Hãy"),
    ],
    ids=["empty", "html", "rtf", "doc", "encrypted", "excel", "cut off"],
)
def test_a_file_that_is_no_word_file_is_told_in_words(content: bytes, words: str) -> None:
    fault = only(check(content, REPORT))
    assert words in fault.sentence
    assert (fault.severity, fault.place) == ("error", "cả tệp")


def test_macros_and_remote_pictures_are_told() -> None:
    with zipfile.ZipFile(io.BytesIO(word("{{ office }}"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert "macro" in only(check(packed({**parts, "word/vbaProject.bin": b"x"}), REPORT)).sentence
    rels = "word/_rels/document.xml.rels"
    picture = (
        '<Relationship Id="rId99" TargetMode="External" Target="http://example.org/logo.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    remote = {**parts, rels: parts[rels].replace(b"</Relationships>", picture.encode())}
    assert "ảnh" in only(check(packed(remote), REPORT)).sentence


@pytest.mark.parametrize("lock", ["~$u.docx", "~$mẫu.docx", ".~lock.mẫu.docx#"])
def test_a_file_open_in_word_or_libreoffice_is_noted(tmp_path: Path, lock: str) -> None:
    template = tmp_path / "mẫu.docx"
    template.write_bytes(word("{{ office }}"))
    assert check_file(template, REPORT) == []
    (tmp_path / lock).write_bytes(b"")
    fault = only(check_file(template, REPORT))
    assert fault.severity == "note" and "đang mở trong" in fault.sentence


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "Không thấy tệp mẫu" in only(check_file(tmp_path / "không có.docx", REPORT)).sentence


# -- Excel ----------------------------------------------------------------------------------------------


def in_cells(*rows: list[str]) -> list[Fault]:
    return check(workbook(list(rows)), SHEET)


def test_an_unknown_field_of_a_sheet_is_told_with_its_cell() -> None:
    fault = only(in_cells(["{{ title }}"], ["", "Năm: {{ actual_hed }}"]))
    assert fault.place == "trang tính “Biểu”, ô B2, chỗ “Năm: {{ actual_hed }}”"
    assert fault.sentence.endswith("Có phải là “actual_head” không?")


def test_rows_of_a_sheet_are_looped_by_commands_in_rows_of_their_own() -> None:
    group, row = "{%tr for group in groups %}", "{%tr for row in group.rows %}"
    end = "{%tr endfor %}"
    assert in_cells([group], ["{{ group.title }}"], [row], ["{{ row.name }}", "{{ row.actual }}"], [end], [end]) == []
    faults = in_cells([group], [row], ["{{ row.nme }}"], [end])
    assert sorted(fault.sentence[:12] for fault in faults) == ["Thẻ “for” nà", "“row” không "]


def test_what_stands_beside_a_command_of_a_sheet_is_told_as_lost() -> None:
    fault = only(in_cells(["{%tr for row in sources %}", "Tổng"], ["{{ row.figure }}"], ["{%tr endfor %}"]))
    assert "chữ “Tổng” ở ô B1 sẽ không được in" in fault.sentence
    fault = only(in_cells(["{%tr for row in sources %}{{ title }}"], ["{{ row.figure }}"], ["{%tr endfor %}"]))
    assert "thẻ {{ title }} ở ô A1 không được điền" in fault.sentence


def test_paragraph_tags_and_blocks_across_cells_of_a_sheet_are_told() -> None:
    assert "Trong Excel chỉ dùng {%tr" in only(in_cells(["{{ title }}", "{%p if title %}"])).sentence
    faults = in_cells(["{% if title %}", "{{ title }}", "{% endif %}"])
    assert len(faults) == 2
    assert in_cells(["{% if title %}{{ title }}{% endif %}"]) == []


@pytest.mark.parametrize(
    ("part", "label"),
    [
        ("word/comments.xml", "ghi chú bên lề"),
        ("word/charts/chart1.xml", "biểu đồ"),
        ("word/diagrams/data1.xml", "hình SmartArt"),
    ],
)
def test_a_tag_where_nothing_is_filled_is_told(part: str, label: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word("{{ office }}"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    away = '<a:x xmlns:a="urn:x"><a:t>Số {{ period.words }}</a:t></a:x>'
    fault = only(check(packed({**parts, part: away.encode()}), REPORT))
    assert (fault.place, fault.severity) == (label, "error")
    assert fault.sentence.startswith(f"Thẻ nằm trong {label} nên không được điền.")


def test_a_tag_in_the_printed_header_of_a_sheet_is_told() -> None:
    def build(sheet: Worksheet) -> None:
        header = sheet.HeaderFooter.oddHeader
        assert header is not None and header.center is not None
        header.center.text = "{{ title }}"

    fault = only(check(workbook([["{{ title }}"]], build), SHEET))
    assert "đầu hoặc chân trang in" in fault.place
