"""LibreOffice Calc really opening, editing and saving a workbook, by a Basic macro of its own profile."""

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = _HEAD + (
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Hand"/></library:library>'
)
_MODULE = _HEAD + (
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hand" script:language="StarBasic">'
    "{code}</script:module>"
)
_MACRO = """Sub Main
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden" : options(0).Value = True
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, options())
  sheet = book.Sheets.getByIndex(0)
{statements}
  options(0).Name = "FilterName" : options(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("{target}", options())
  book.close(True)
  StarDesktop.terminate()
End Sub
"""


def edited_in_calc(paper: bytes, folder: Path, *statements: str) -> bytes:
    """The workbook after these Basic statements (`book`, and `sheet`, its first sheet) and a save as .xlsx."""
    source, target = folder / "before.xlsx", folder / "after.xlsx"
    source.write_bytes(paper)
    target.unlink(missing_ok=True)
    profile = folder / "profile"
    standard = profile / "user" / "basic" / "Standard"
    if not standard.exists():
        _office(profile, "--terminate_after_init")  # a new profile gets its own empty library first
    code = _MACRO.format(source=source.as_uri(), target=target.as_uri(), statements="\n".join(statements))
    (standard / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (standard / "Hand.xba").write_text(_MODULE.format(code=escape(code)), encoding="utf-8")
    _office(profile, "macro:///Standard.Hand.Main")
    return target.read_bytes()


def _office(profile: Path, *arguments: str) -> None:
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
