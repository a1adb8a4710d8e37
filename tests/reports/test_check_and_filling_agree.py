"""The checker and the filling agree: what is called sound can be made, what cannot be made is told."""

import io
import zipfile
from dataclasses import replace
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.template_desk.check import Fault, check
from reports.word.filling import fill_bytes
from tests.reports.documents import STAMP, word
from tests.reports.invented import FULL
from ward.errors import UserError

REPORT = "bao-cao-tong-ket-nam"
NAMES = (
    "office", "ofice", "period.words", "period", "opening", "text", "fields", "f.title", "f.movements", "f.titel",
    "loop.index", "loop.idx", "awards.granted.rows", "row.name", "row", "trend_years", "addressee", "x",
)  # fmt: skip
FILTERS = ("", "|upper", "|length", "|letter", "|first", "|join(', ')", "|default('–')", "|uper", "[0]")
OTHERS = (
    "{%p endfor %}", "{%p endif %}", "{%p else %}", "Năm nay", "{{ office", "}}", "{%p %}", "{{ 1 / 2 }}",
    "{% for text in opening %}{{ text }}{% endfor %}", "{{ office ~ period.words }}", "{#p ghi chú #}",
    "chữ {%p if office %}", "{%tr endfor %}", "{{ “a” }}", "{{ office if office else opening }}",
)  # fmt: skip
VALUES = st.sampled_from(NAMES)
PIECES = st.one_of(
    st.builds(lambda name, change: f"{{{{ {name}{change} }}}}", VALUES, st.sampled_from(FILTERS)),
    st.builds(lambda name: f"{{%p for text in {name} %}}", VALUES),
    st.builds(lambda name: f"{{%p for f in {name} %}}", VALUES),
    st.builds(lambda name: f"{{%p if {name} %}}", VALUES),
    st.builds(lambda name, other: f"{{% if {name} %}}{{{{ {other} }}}}{{% endif %}}", VALUES, VALUES),
    st.builds(lambda name: f"{{%p set x = {name} %}}", VALUES),
    st.sampled_from(OTHERS),
)
CONTEXT = replace(FULL, opening=("Một", "Hai"), trend_years=("2024", "2025"), addressee="Quận").names()
PLAIN = word("@")
PARAGRAPH = "<w:p><w:r><w:t>@</w:t></w:r></w:p>"


def template_of(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs, made faster than by hand."""
    written = "".join(PARAGRAPH.replace("@", escape(text)) for text in paragraphs)
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                assert PARAGRAPH.encode() in data
                data = data.replace(PARAGRAPH.encode(), written.encode())
            if not name.endswith(".jpeg"):
                new.writestr(name, data)
    return content.getvalue()


def refused(template: bytes) -> str:
    """Why the paper cannot be made with a context that has every list filled; "" when it can."""
    try:
        _, paper = fill_bytes(template, CONTEXT, stamp=STAMP)
    except UserError as error:
        return str(error)
    return "".join(paper.faults)


def errors(faults: list[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.severity == "error"]


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=7))
def test_what_the_filling_refuses_is_told_by_the_checker(pieces: list[str]) -> None:
    template = template_of("{{ office }}", *pieces)
    why = refused(template)
    assert not why or errors(check(template, REPORT)), why


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="{}%#|.()[]'\"“”–= \tpadorfinety0{}%", max_size=40))
def test_no_text_whatever_breaks_the_checker(text: str) -> None:
    template = template_of("{{ office }}", text)
    why = refused(template)
    assert not why or errors(check(template, REPORT)), why
