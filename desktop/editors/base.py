"""What every editor of a field can do: show stored values, give typed ones, say what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.editors.words import Note, Notes, Option
from desktop.session import Session
from forms.fields import Field
from ward.errors import Question, UserError
from ward.kinds import KINDS


@dataclass(frozen=True)
class Context:
    """What an editor may ask of the form that it stands in.

    `value_of` gives the stored value of another field of the record, None when there is no such field.
    """

    session: Session
    kind: str
    value_of: Callable[[str], Any]

    @property
    def year(self) -> int | None:
        """The year that "quý III" or "12/3" means here: the record's only year, else the chosen one."""
        if not KINDS[self.kind].yearly:
            return None
        years: tuple[int, ...] = self.value_of("years") or ()
        return years[0] if len(years) == 1 else self.session.year or None


class Editor(QWidget):
    """One field on a form.

    `edited`: the clerk touched it; `left`: it was left, its content may be checked and kept; `paused`: a long
    text rests for a moment; `requested`: a link to the record with this id was followed; `history_wanted`:
    the clerk asks what happened to this field; `stops_changed`: `stops` gives others. `keep_values` writes
    what was read where that is not simply a field of the record that the form shows.
    """

    edited = Signal()
    left = Signal()
    paused = Signal()
    requested = Signal(int)
    history_wanted = Signal()
    stops_changed = Signal()

    def __init__(self, field: Field, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.context = context
        self.touched = False
        self.stored: dict[str, Any] = {}
        self.keep_values: Callable[[dict[str, Any]], object] | None = None
        self._asked = ("", "")
        self.setObjectName(field.key)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(3)
        self.notes = Notes(self)
        self.notes.buttons_changed.connect(self.stops_changed)

    def place(self, widget: QWidget) -> None:
        """Puts the input and the notes below it into the editor."""
        self.rows.addWidget(widget)
        self.rows.addWidget(self.notes)

    # -- values ---------------------------------------------------------------------------------------

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Shows what is stored (`values` has at least the field's keys); typed text is gone."""
        self.stored = {key: values[key] for key in self.field.keys}
        self.touched = False
        self.notes.put("understood", ())
        self.notes.put("problem", ())
        self.draw()

    def refresh(self, values: Mapping[str, Any]) -> None:
        """Shows what an act left in the file; text that is being typed stays."""
        if self.touched:
            self.stored = {key: values[key] for key in self.field.keys}
        else:
            self.show_values(values)

    def values(self) -> dict[str, Any]:
        """The field's values, fit for the door; untouched ones exactly as they are stored.

        Raises: UserError (or a Question with readings) when the typed text cannot be kept as it is.
        """
        return self.read() if self.touched else dict(self.stored)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is stored in the field."""
        return not any(value not in ("", None, False, ()) for value in self.stored.values())

    def touch(self) -> None:
        """Notes that the clerk changed something."""
        self.touched = True
        self.notes.put("problem", ())
        self.edited.emit()

    # -- what is doubtful -----------------------------------------------------------------------------

    def complain(self, error: UserError) -> None:
        """Shows below the field why its content is not kept, with the readings to choose from."""
        asked = (str(error), self.typed_line())
        if self.has_problem and asked == self._asked:
            return  # the buttons of the readings stay: one of them may be just being pressed
        self._asked = asked
        readings = getattr(error, "readings", ())
        options = tuple(Option(self.reading_words(one), partial(self._choose, one)) for one in readings)
        span = error.span if isinstance(error, Question) and self.shows_doubt else (0, 0)
        note = Note(str(error), "amber" if isinstance(error, Question) else "red", self.typed_line(), span, options)
        self.notes.put("problem", (note,))

    @property
    def has_problem(self) -> bool:
        """Whether the field says that its content is not kept."""
        return bool(self.notes.said("problem"))

    shows_doubt = False

    def _choose(self, reading: Any) -> None:
        self.take_reading(reading)
        self.left.emit()

    # -- what each kind of field says for itself ------------------------------------------------------

    def draw(self) -> None:
        """Puts `stored` into the input."""
        raise NotImplementedError

    def read(self) -> dict[str, Any]:
        """Reads the input. Raises as `values`."""
        raise NotImplementedError

    def typed(self) -> Any:
        """The input as it stands, in a form that JSON knows; kept as a draft."""
        raise NotImplementedError

    def take_typed(self, typed: Any) -> None:
        """Puts a draft back into the input, as if it had just been typed."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Whether the field only shows."""
        raise NotImplementedError

    def inputs(self) -> list[QWidget]:
        """The widgets that take the focus, in reading order."""
        raise NotImplementedError

    def typed_line(self) -> str:
        """The typed text that a question's span counts in."""
        return ""

    def reading_words(self, reading: Any) -> str:
        """The words on the button of one reading."""
        return str(reading)

    def take_reading(self, reading: Any) -> None:
        """Puts the chosen reading into the input."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order: the inputs, then what can be chosen below them."""
        return [*self.inputs(), *self.notes.buttons()]
