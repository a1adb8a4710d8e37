"""Runs under the system's Python beside a LibreOffice of its own: edits documents as told by lines of JSON.

`python3 office_bridge.py PROFILE`; each line of input is {"path", "to", "steps": [[name, argument, …], …]}; each
line of output is "done" or what went wrong. LibreOffice ends when the input does.
"""

import contextlib
import json
import subprocess
import sys
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def property_value(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Editor:
    """One opened document and what a clerk does to it."""

    def __init__(self, context, document):
        self.context = context
        self.document = document
        self.view = document.getCurrentController()

    def find(self, text):
        search = self.document.createSearchDescriptor()
        search.SearchString = text
        search.SearchCaseSensitive = True
        found = self.document.findFirst(search)
        if found is None:
            raise LookupError(text)
        return found

    def cursor(self, found):
        return found.getText().createTextCursorByRange(found)

    def paragraph(self, text):
        cursor = self.cursor(self.find(text))
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def type_after(self, text, typed):
        found = self.find(text)
        found.getText().insertString(found.getEnd(), typed, False)

    def type_before(self, text, typed):
        found = self.find(text)
        found.getText().insertString(found.getStart(), typed, False)

    def type_inside(self, text, at, typed):
        cursor = self.cursor(self.find(text))
        cursor.collapseToStart()
        cursor.goRight(at, False)
        cursor.getText().insertString(cursor, typed, False)

    def retype(self, text, typed):
        self.find(text).setString(typed)

    def new_paragraph_after(self, text, typed):
        cursor = self.paragraph(text)
        cursor.collapseToEnd()
        cursor.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.getText().insertString(cursor, typed, False)

    def split_after(self, text):
        found = self.find(text)
        found.getText().insertControlCharacter(found.getEnd(), PARAGRAPH_BREAK, False)

    def join_next(self, text):
        cursor = self.paragraph(text)
        cursor.collapseToEnd()
        cursor.goRight(1, True)
        cursor.setString("")

    def bold(self, text):
        self.find(text).CharWeight = 150.0

    def font(self, text, name, size):
        cursor = self.paragraph(text)
        cursor.CharFontName, cursor.CharHeight = name, size

    def whole(self, text):
        """Selects a paragraph with its end, as a triple click does."""
        cursor = self.paragraph(text)
        cursor.goRight(1, True)
        return cursor

    def delete_paragraph(self, text):
        self.whole(text).setString("")

    def _taken(self, text):
        self.view.select(self.whole(text))
        return self.view.getTransferable()

    def _insert_before(self, text, transferable):
        cursor = self.paragraph(text)
        cursor.collapseToStart()
        self.view.getViewCursor().gotoRange(cursor, False)
        self.view.insertTransferable(transferable)

    def copy_before(self, text, target):
        self._insert_before(target, self._taken(text))

    def move_before(self, text, target):
        taken = self._taken(text)
        self.whole(text).setString("")
        self._insert_before(target, taken)

    def drop_marks(self, text):
        """Retypes a paragraph as plain text: every bookmark and control in it goes."""
        cursor = self.paragraph(text)
        words = cursor.getString()
        cursor.setString("")
        cursor.setString(words)

    def track(self):
        self.document.RecordChanges = True

    def _dispatch(self, command):
        context = self.context
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        helper.executeDispatch(self.view.getFrame(), command, "", 0, ())

    def accept_all(self):
        self.document.RecordChanges = False
        self._dispatch(".uno:AcceptAllTrackedChanges")

    def refuse_all(self):
        self.document.RecordChanges = False
        self._dispatch(".uno:RejectAllTrackedChanges")

    def table_of(self, text):
        return self.find(text).TextTable

    def row_of(self, text):
        return int("".join(filter(str.isdigit, self.find(text).Cell.CellName))) - 1

    def insert_row_after(self, text, *texts):
        table, at = self.table_of(text), self.row_of(text) + 1
        table.Rows.insertByIndex(at, 1)
        for column, typed in enumerate(texts):
            table.getCellByPosition(column, at).setString(typed)

    def delete_row(self, text):
        self.table_of(text).Rows.removeByIndex(self.row_of(text), 1)

    def insert_column(self, text, at, *texts):
        table = self.table_of(text)
        table.Columns.insertByIndex(at, 1)
        for row, typed in enumerate(texts):
            table.getCellByPosition(at, row).setString(typed)

    def delete_column(self, text, at):
        self.table_of(text).Columns.removeByIndex(at, 1)


def connect(profile):
    """A LibreOffice of its own: the process and its context."""
    pipe = "sovang" + "".join(filter(str.isalnum, Path(profile).name))
    accept = f"pipe,name={pipe};urp;StarOffice.ComponentContext"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={Path(profile).as_uri()}",
         f"--accept={accept}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while office.poll() is None:
        try:
            context = resolver.resolve(f"uno:{accept}")
            return office, context
        except NoConnectException:
            with contextlib.suppress(subprocess.TimeoutExpired):
                office.wait(0.1)  # it listens soon, or ends
    raise SystemExit("LibreOffice did not start")


def desktop_of(context):
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def edit(context, path, to, steps):
    """Opens, edits and saves; a `to` that ends in .docx is saved as Word 2007."""
    hidden = (property_value("Hidden", True),)
    document = desktop_of(context).loadComponentFromURL(Path(path).as_uri(), "_blank", 0, hidden)
    if document is None:
        raise ValueError(f"LibreOffice did not open {path}")
    editor = Editor(context, document)
    for name, *arguments in steps:
        getattr(editor, name)(*arguments)
    filters = {".docx": "MS Word 2007 XML", ".pdf": "writer_pdf_Export", ".txt": "Text"}
    document.storeToURL(Path(to).as_uri(), (property_value("FilterName", filters[Path(to).suffix]),))
    document.close(True)


def main(profile):
    office, context = connect(profile)
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        try:
            edit(context, order["path"], order["to"], order["steps"])
            print("done", flush=True)
        except Exception as error:  # told to the test, which fails with it
            print(f"{type(error).__name__}: {error}".replace("\n", " "), flush=True)
    try:
        desktop_of(context).terminate()
    finally:
        office.wait(30)


main(sys.argv[1])
