"""Papers older than their records: what was printed beside what the book holds today, without building it again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.catalogue import FORMS
from forms.fields import Choice, Rows, Statement
from reports.reconcile.opened import OpenedPaper, PaperFinding, Value, short
from reports.reconcile.same_figure import says_the_same
from reports.reconcile.spellings import NAMED
from reports.wording.wording import as_number, without_remark
from ward.book import Book
from ward.dates import PartialDate, show_date, show_date_long
from ward.figures import show_claim, show_figure
from ward.kinds import KINDS
from ward.loading import Stored, load_many
from ward.lookups import heads_by_uid, living
from ward.references import forwarded
from ward.replaced import replaced
from ward.said import Said
from ward.shapes import Shape
from ward.statements import claim_of, figure_of
from ward.text import fold

_FIELD = re.compile(r"(\w+)(?:\[\d+\])?(?:\.(\w+))?")
_COUNTS = ("collectives", "persons", "households")
_NUMBERS = re.compile(r"\d+")
_REWORDED = frozenset({("award_type", "article")})
"""Fields that papers print in words of their own: an article as a ground is cited."""


@dataclass(frozen=True)
class TodayBook:
    """What the book knows today of the records that some papers print, by uid; the names that it holds."""

    records: Mapping[str, Stored]
    names: tuple[str, ...]
    replaced: Mapping[int, Said]

    @classmethod
    def read(cls, book: Book, papers: Sequence[OpenedPaper]) -> "TodayBook":
        """Reads them in a few queries; a merged record is what it was merged into."""
        uids = {
            record for paper in papers for value in paper.values for record in (value.record, *value.of) if record
        }
        uids |= {item.key for paper in papers for item in paper.items if len(item.key) == 32}
        heads = heads_by_uid(book.db, [bytes.fromhex(uid) for uid in uids])
        ids = {
            head.uid.hex(): forwarded(book.db, head.id) if head.forwarded_to else head.id for head in heads.values()
        }
        stored = load_many(book.db, set(ids.values()))
        names = tuple(head.title for kind in NAMED.values() for head in living(book.db, kind))
        figures = [record for record, one in stored.items() if one.kind == "figure" and not one.binned]
        known = {uid: stored[record] for uid, record in ids.items() if record in stored}
        return cls(known, names, replaced(book.db, figures))

    @property
    def award_states(self) -> dict[str, str]:
        """The state of each award that a paper prints."""
        return {uid: one.values["state"] for uid, one in self.records.items() if one.kind == "award"}

    def outdated(self, papers: Sequence[OpenedPaper], told: frozenset[tuple[str, str]]) -> Iterator[PaperFinding]:
        """Values that nobody touched and that the book says otherwise today, each record's field once a paper.

        `told`: paper and anchor of the values that another rule told of.
        """
        for paper in papers:
            known = [value for value in paper.values if value.record in self.records]
            if paper.values and not known:
                sentence = "Không bản ghi nào của văn bản này có trong sổ đang mở. Hãy mở đúng sổ đã lập văn bản."
                yield PaperFinding("untraced", paper.name, "", sentence)
                continue
            seen: set[tuple[str, str]] = set()
            for value in paper.values:
                if value.text is None or value.is_touched or not value.record:
                    continue
                finding = None if (paper.name, value.id) in told else self._beside(paper, value)
                source = (value.record, "" if finding and finding.rule == "gone" else value.field)
                if finding and source not in seen:
                    seen.add(source)
                    yield finding

    def _beside(self, paper: OpenedPaper, value: Value) -> PaperFinding | None:
        stored = self.records.get(value.record)
        printed = short(value.printed)
        if stored is None or stored.binned:
            title = f" “{stored.title}”" if stored else ""
            sentence = (
                f"“{printed}” lấy từ bản ghi{title} nay không còn trong sổ. "
                "Hãy cập nhật số liệu, hoặc lấy lại bản ghi từ thùng rác."
            )
            values = (printed, "")
            return PaperFinding(
                "gone", paper.name, value.place, sentence, values, value.record, value.field, value.id
            )
        instead = self.replaced.get(stored.id) if value.field == "words" else None
        today = [show_figure(instead.figure, "full")] if instead else texts_of(stored, value.field)
        if not today or any(_says(value, text) for text in today):
            return None
        now = short(today[0])
        sentence = f"“{printed}” là của lúc lập văn bản; nay sổ ghi “{now}”. Hãy cập nhật số liệu."
        values = (printed, now)
        return PaperFinding(
            "outdated", paper.name, value.place, sentence, values, value.record, value.field, value.id
        )


def texts_of(stored: Stored, field: str) -> list[str]:
    """What a paper may print of a field today; nothing for a field whose words only its builder knows."""
    if stored.kind == "figure" and field == "words":
        return [show_figure(figure_of(stored.values), "full")]
    found = _FIELD.fullmatch(field)
    if found is None or found[1] not in stored.values:
        return []
    key, inner = found.groups()
    value = stored.values[key]
    if key == "claims":
        return [show_claim(claim_of(row)) for row in value]
    declared = FORMS[stored.kind].field(key)
    if isinstance(value, tuple):
        inside = declared.fields if isinstance(declared, Rows) else ()
        if any(field.key == inner and isinstance(field, Choice) for field in inside):
            return []
        return _of_rows(KINDS[stored.kind].list_shapes.get(key), value, inner or "name")
    if isinstance(declared, (Choice, Statement)) or (stored.kind, key) in _REWORDED:
        return []
    return _of_field(KINDS[stored.kind].shape, key, value)


def _of_rows(shape: Shape | None, rows: Sequence[Any], key: str) -> list[str]:
    if shape is None or key not in shape.by_key:
        return []
    return [text for row in rows for text in _of_field(shape, key, row[key])]


def _of_field(shape: Shape, key: str, value: Any) -> list[str]:
    field = shape.by_key[key]
    if not value:
        return []
    if field.type == "day":
        return [show_date(PartialDate(value)), show_date_long(PartialDate(value))]
    if key in _COUNTS:
        return [as_number(int(value))]
    return [value, without_remark(value)] if field.searched else []


def _says(value: Value, today: str) -> bool:
    """Whether the printed text is what the book says, or a part of it: a name is printed without its kind, …"""
    if value.what == FORMS["figure"].label and value.field == "words":
        now = Value("", "", value.record, value.field, today, today)
        return fold(value.printed) in ("chua co", fold(today)) or says_the_same(value, now)
    printed = fold(value.printed).strip(" ,;.()")
    if printed.startswith("ngay "):  # “ngày 08 tháng 12 năm 2025” beside “8/12/2025”
        return [*map(int, _NUMBERS.findall(printed))] == [*map(int, _NUMBERS.findall(today))]
    if _NUMBERS.findall(printed) and value.field in _COUNTS:
        return printed == fold(today)
    return printed in fold(today)
