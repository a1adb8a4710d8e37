"""What a refresh proposes for one place of an edited paper, whatever kind of file it is."""

from dataclasses import dataclass
from typing import Literal

Choice = Literal["today", "typed", "printed"]
"""Take today's value; leave what stands in the file now; bring back what was printed first."""
Choices = tuple[tuple[Choice, ...], Choice | None]
"""What may be chosen, and what is chosen by itself."""
Kind = Literal["value", "words", "add", "remove", "move", "typed_over", "deleted"]


@dataclass(frozen=True)
class Proposal:
    """One place that is not as the records say today.

    `value`: a number or name, untouched by hand; `words`: a generated sentence that is worded differently today;
    `add`, `remove`, `move`: a row or paragraph of a list; `typed_over`: somebody typed inside what was printed;
    `deleted`: somebody took it out of the file. `printed` is the text of the first making, `typed` what stands
    there now, `today` what the records say. `default` None: the clerk must choose.
    """

    key: str
    kind: Kind
    place: str
    printed: str
    typed: str
    today: str
    record: str = ""
    field: str = ""
    what: str = ""
    choices: tuple[Choice, ...] = ("today", "typed")
    default: Choice | None = "today"
