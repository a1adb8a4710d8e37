"""What a refresh proposes and the clerk decides: one value, sentence, row or paragraph each."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "words", "add", "remove", "move", "typed_over", "deleted"]
Choice = Literal["today", "typed", "printed"]
KINDS: tuple[Kind, ...] = ("value", "words", "add", "remove", "move", "typed_over", "deleted")


@dataclass(frozen=True)
class Proposal:
    """One change that today's records ask for, or that the clerk must decide on.

    `printed` is what the program printed, `typed` what the clerk made of it ("" where nobody touched it), `today`
    what would stand there. `default` is None where only the clerk can choose. For a list's row or paragraph the
    choice "today" adds, removes or moves it, and "typed" leaves the list as it stands.
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
    choices: tuple[Choice, ...] = ("today", "printed")
    default: Choice | None = "today"
