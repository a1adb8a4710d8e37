"""Findings of a record as lines beside its fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from desktop.editors.naming import shortened
from desktop.editors.words import Note, Option, Tone
from desktop.session import Session
from ward.errors import UserError
from ward.findings import Finding, findings_of
from ward.loading import Stored, load

TONES: dict[str, Tone] = {"error": "red", "warning": "amber", "note": "quiet"}


def notes_by_field(session: Session, stored: Stored, open_record: Callable[[int], object]) -> dict[str, list[Note]]:
    """What does not agree about this record, by the field it stands at ("" for the record as a whole).

    A finding of another record that concerns this one stands at the record, with a link to the other.
    """
    notes: dict[str, list[Note]] = defaultdict(list)
    for finding in findings_of(session.book.db, stored.id):
        first = finding.records[0] == stored.id
        notes[finding.field if first else ""].append(_note(session, finding, stored.id, open_record))
    return notes


def _note(session: Session, finding: Finding, shown: int, open_record: Callable[[int], object]) -> Note:
    if finding.accepted:
        return Note(f"{finding.sentence} Đã chấp nhận: {finding.accepted}", "green")
    others = [record for record in finding.records if record != shown][:3]
    options = tuple(_link(session, record, open_record) for record in others)
    return Note(finding.sentence, TONES[finding.severity], options=options)


def _link(session: Session, record: int, open_record: Callable[[int], object]) -> Option:
    try:
        title = load(session.book.db, record).title
    except UserError:
        title = "bản ghi kia"
    return Option(f"Mở “{shortened(title)}”", lambda: open_record(record))
