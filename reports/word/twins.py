"""Text boxes are written twice in a file, for new and old programs: both say the same, under the same anchors."""

from lxml import etree

from reports.language import Act
from reports.word.draft import Draft
from reports.word.xml import MC_NS

_ALTERNATIVES = f"{{{MC_NS}}}AlternateContent"
_CHOICE, _FALLBACK = f"{{{MC_NS}}}Choice", f"{{{MC_NS}}}Fallback"


def mark_twins(root: etree._Element, draft: Draft) -> None:
    """Lets the printing know where the second writing of the same values begins and ends."""
    for alternatives in root.iter(_ALTERNATIVES):
        choice, fallback = alternatives.find(_CHOICE), alternatives.find(_FALLBACK)
        if choice is None or fallback is None or next(fallback.iter(etree.ProcessingInstruction), None) is None:
            continue
        choice.insert(0, draft.mark(Act("twin_begins")))
        fallback.insert(0, draft.mark(Act("twin_again")))
        fallback.append(draft.mark(Act("twin_ends")))
