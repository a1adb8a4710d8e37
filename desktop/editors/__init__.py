"""The kinds of field on screen: one editor for each word of a declaration."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.editors.base import Context, Editor
from desktop.editors.choice import ChoiceEditor
from desktop.editors.claims import ClaimsEditor
from desktop.editors.day import DayEditor
from desktop.editors.flag import FlagEditor
from desktop.editors.period import PeriodEditor
from desktop.editors.reference import ReferenceEditor
from desktop.editors.rows import RowsEditor
from desktop.editors.statement import StatementEditor
from desktop.editors.text import text_editor
from desktop.editors.whole import WholeEditor
from desktop.editors.years import YearsEditor
from forms import fields

__all__ = ["Context", "Editor", "editor_for"]

EDITORS: dict[type[fields.Field], Callable[..., Editor]] = {
    fields.Text: text_editor,
    fields.Choice: ChoiceEditor,
    fields.Day: DayEditor,
    fields.Period: PeriodEditor,
    fields.Whole: WholeEditor,
    fields.Flag: FlagEditor,
    fields.Reference: ReferenceEditor,
    fields.Statement: StatementEditor,
    fields.Claims: ClaimsEditor,
    fields.Years: YearsEditor,
}


def editor_for(field: fields.Field, context: Context, parent: QWidget) -> Editor:
    """The editor that draws this field; a list draws the fields of its rows the same way."""
    if isinstance(field, fields.Rows):
        return RowsEditor(field, context, parent, editor_for)
    return EDITORS[type(field)](field, context, parent)
