"""One Word paper on its way: what its parts share while each is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reports.word.finish import finished
from reports.word.parts import WordPart
from reports.word.pictures import Pictures
from reports.word.runs import WordPrinting
from reports.word.trace_part import Trace


@dataclass
class Making:
    """The trace, numbers and pictures of a paper, and what a lenient filling did not know."""

    ids: Iterator[int]
    lenient: bool = False
    trace: Trace = field(default_factory=Trace)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pictures = Pictures(self.ids)

    def xml_of(self, part: WordPart, context: Mapping[str, object]) -> str:
        """The part's XML, filled. Raises UserError as `filling.fill`."""
        blocks = part.blocks
        printing = WordPrinting(
            part.name, part.spots, blocks.heads, blocks.words, self.trace, self.ids, self.pictures
        )
        written = "".join(part.program.run(context, printing, lenient=self.lenient))
        self.faults += (fault for fault in printing.faults if fault not in self.faults)
        return finished(written, part.repairs, self.ids)
