"""Our short words for XML text say what the standard library's say, without loading its network code."""

import subprocess
import sys
from pathlib import Path
from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from reports.office_files.xml_text import escape, quoteattr

TEXTS = st.text(st.sampled_from("ađ&<>\"'\n\r\t;"), max_size=12)


@given(text=TEXTS)
def test_texts_are_written_as_the_standard_library_writes_them(text: str) -> None:
    assert (escape(text), quoteattr(text)) == (saxutils.escape(text), saxutils.quoteattr(text))


def test_filling_loads_no_network_code() -> None:
    network = "{'urllib.request', 'ssl', 'http.client'}"
    script = f"import sys, reports.word.filling, reports.excel.sheets; assert not {network} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])
