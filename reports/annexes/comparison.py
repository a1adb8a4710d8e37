"""Two versions of a paper: what differs by people, awards and figures, not by characters."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from forms.catalogue import FORMS
from forms.kinds.paper import STATES
from reports.annexes.differing import Pair, Value, differing
from reports.annexes.making import make_annex
from reports.annexes.words import cited, label_of_field, name_of, together, when
from reports.paper_making import Built
from reports.standing import read_standing
from ward.book import Book
from ward.errors import UserError
from ward.loading import Stored, load
from ward.origins import Named, named_all
from ward.printed import prints_of

PEOPLE, AWARDS, FIGURES, OTHER = GROUPS = ("Cá nhân, tập thể", "Khen thưởng", "Số liệu", "Nội dung khác")
_GROUP_OF = {
    "person": PEOPLE,
    "unit": PEOPLE,
    "household": PEOPLE,
    "award": AWARDS,
    "award_type": AWARDS,
    "figure": FIGURES,
    "indicator": FIGURES,
}
NOT_TOLD = "(không có)"
_KIND_OF = {form.label: kind for kind, form in FORMS.items()}


@dataclass(frozen=True)
class ComparedRow:
    """A line of the printed comparison: the record, and what each version says of it."""

    what: str
    old: str
    new: str


@dataclass(frozen=True)
class ComparedPart:
    """A group of the printed comparison with its lines; none when the versions agree there."""

    title: str
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True)
class ComparedPaper:
    """The printed comparison as its template asks for it."""

    title: str
    older: str
    newer: str
    parts: tuple[ComparedPart, ...]


@dataclass(frozen=True)
class ComparedLine:
    """One record that the two versions tell otherwise: what the older says (`printed`), what the newer (`today`).

    `group` is one of `GROUPS`; `title` names the record ("" where the book no longer holds it), `what` is what the
    value is called. A text is "" in the version that does not tell of it.
    """

    group: str
    record: str
    field: str
    what: str
    title: str
    printed: str
    today: str
    of: tuple[str, ...] = ()


def comparison(book: Book, old: int, new: int) -> tuple[ComparedLine, ...]:
    """What differs between two papers of the book (the older one first), grouped, in the order of the papers.

    Each paper is read from its file as it stands, or from what was noted when it was made where the file is gone.
    """
    return compared_values(book, values_of_paper(book, old), values_of_paper(book, new))


def compared_files(book: Book, old: Path, new: Path) -> tuple[ComparedLine, ...]:
    """As `comparison`, of two files. Raises UserError for one that cannot be read."""
    return compared_values(book, _values_in(old), _values_in(new))


def compared_values(book: Book, old: Sequence[Value], new: Sequence[Value]) -> tuple[ComparedLine, ...]:
    """What differs between two lists of printed values, each record and count once, people first."""
    pairs: dict[tuple[str, str], list[Pair]] = {}
    for pair in differing(old, new):
        first = pair.first
        pairs.setdefault((first.record, "" if first.record else first.field + first.what), []).append(pair)
    named = {one.uid: one for one in named_all(book.db, {record for record, _ in pairs if record})}
    lines = [_line(book, of_one, named.get(record)) for (record, _), of_one in pairs.items()]
    return tuple(sorted(lines, key=lambda line: GROUPS.index(line.group)))


def values_of_paper(book: Book, paper: int) -> Sequence[Value]:
    """What a paper says: its file as it stands, or what was noted when it was made or signed."""
    path = Path(load(book.db, paper).values["file_path"])
    try:
        return _values_in(path) or prints_of(book.db, paper)
    except UserError:
        return prints_of(book.db, paper)


def make_comparison(
    book: Book, old: int, new: int, folder: Path | None = None, *, now: dt.datetime | None = None
) -> Built:
    """The comparison as a Word file, beside the newer paper's unless `folder` says where; writes no record.

    Raises UserError as `make_annex`.
    """
    older, newer = load(book.db, old), load(book.db, new)
    lines = comparison(book, old, new)
    parts = (ComparedPart(group, tuple(_row(line) for line in lines if line.group == group)) for group in GROUPS)
    compared = ComparedPaper(newer.title, _version(older), _version(newer), tuple(parts))
    return make_annex(book, "so-sanh-hai-ban", newer, vars(compared), folder, now or dt.datetime.now(dt.UTC))


def _row(line: ComparedLine) -> ComparedRow:
    return ComparedRow(line.title or line.what, line.printed or NOT_TOLD, line.today or NOT_TOLD)


def _version(paper: Stored) -> str:
    """A version in words: what it is, when it was made, its state, its file."""
    values = paper.values
    state = STATES.get(values["state"], "").lower()
    made = f"lập lúc {when(values['made_at'])}" if values["made_at"] else ""
    file = f"tệp “{Path(values['file_path']).name}”" if values["file_path"] else ""
    return ", ".join(filter(None, (cited(paper), state, made, file)))


def _values_in(path: Path) -> Sequence[Value]:
    try:
        return read_standing(path.read_bytes()).values
    except OSError as error:
        raise UserError(f"Không đọc được “{path.name}”. Hãy kiểm tra tệp còn ở đó và được phép đọc.") from error


def _line(book: Book, pairs: Sequence[Pair], named: Named | None) -> ComparedLine:
    first = pairs[0].first
    kind = named.kind if named and named.kind else _KIND_OF.get(first.what, "figure" if not first.record else "")

    def label(value: Value) -> str:
        return label_of_field(kind, value.field)

    return ComparedLine(
        _GROUP_OF.get(kind, OTHER),
        first.record,
        first.field,
        first.what,
        name_of(book.db, named) if named and named.record else "",
        together((label(one), one.text) for pair in pairs if (one := pair.old)),
        together((label(one), one.text) for pair in pairs if (one := pair.new)),
        tuple(dict.fromkeys(uid for pair in pairs for uid in pair.of)),
    )
