"""The texts of records as papers say them: fields, names on their day, times, people and documents, all traced."""

import re
from dataclasses import dataclass
from typing import Protocol

from forms.catalogue import FORMS
from reports.prints import Printed, Sentence, joined
from reports.wording.sentences import Piece, listed
from ward.dates import PartialDate, show_date
from ward.names import Named, Names
from ward.periods import Period, show_period
from ward.text import fold
from ward.year_entries import Entry
from ward.year_view import Keeper, YearView

_BODIES = ("Đảng", "Đại hội", "Hội", "Mặt trận", "Ủy ban", "Quốc", "Nhà nước", "Bộ", "Ban", "Đoàn", "Công an")
_OFFICES = ("Chủ tịch ", "Phó ", "Bí thư ", "Thủ tướng ", "Giám đốc ", "Trưởng ", "Thường trực ", "Thường vụ ")
_KINDS = ("mo hinh", "chuyen de", "phong trao", "cuoc van dong", "chuong trinh", "chu de")
NOTHING = Sentence()
_ACTS = (
    "Tặng ", "Công nhận ", "Ban hành ", "Phê duyệt ", "Thành lập ", "Triển khai ", "Thực hiện ", "Tổ chức ",
    "Xây dựng ", "Phát động ", "Khen thưởng ", "Sắp xếp ", "Giao ", "Kiện toàn ", "Tăng cường ",
    "Hưởng ứng ", "Đề nghị ",
)  # fmt: skip
_UNIT = re.compile(r"(?<=\S )(?:Phường|Xã|Đặc khu|Tổ dân phố|Khu phố|Thôn)(?= (\S))")
_COMMON_KINDS = (
    "Phường ", "Xã ", "Quận ", "Huyện ", "Thị trấn ", "Thị xã ", "Tỉnh ", "Tổ dân phố ", "Khu phố ", "Thôn ",
    "Dòng họ ", "Hộ ",
)  # fmt: skip
_KINDS_OF_RESOLUTION = ("chuyên đề", "liên tịch")
_MEETINGS = ("Đại hội", "Hội nghị", "Kỳ họp")
_OWN_BODIES = {"dang_uy": ("Đảng bộ", "Đảng ủy"), "ubnd": ("Ủy ban nhân dân", "UBND")}
_REMARK = re.compile(r"\s*\((?:không|chưa) (?:nêu|rõ|ghi|có)[^()]*\)")
_NOUNS = {10: "ngày ", 7: "tháng ", 4: "năm "}
_QUOTES = '“”"«‘'


class View(Protocol):
    """What was read for a paper: of which years, by whose office, and what its records are called on which day."""

    @property
    def years(self) -> tuple[int, ...]: ...
    @property
    def day(self) -> str: ...
    @property
    def keeper(self) -> Keeper | None: ...
    @property
    def names(self) -> Names: ...
    @property
    def place(self) -> Named | None: ...


@dataclass(frozen=True)
class Telling:
    """Says what the records of a view hold; every text leads back to its record and field."""

    view: View

    def value(self, entry: Entry, key: str) -> str:
        """A field's text; "" when nothing is said."""
        return traced(entry[key].strip(), entry.uid, key, entry.kind)

    def sentences(self, entry: Entry, key: str) -> tuple[Sentence, ...]:
        """A field's text, one sentence for each of its paragraphs."""
        lines = [line.strip() for line in entry[key].splitlines()]
        return tuple(joined([traced(line, entry.uid, key, entry.kind)]) for line in lines if line)

    def name(self, record: int, day: str, *, with_position: bool = False) -> Sentence:
        """What a record is called on a day; a person with the rank before the name and the position after it."""
        named = self.view.names.of(record, day)
        pieces = [traced(named.before, named.uid, "rank", named.kind), self.of_named(named)]
        said = listed([piece for piece in pieces if piece], last=" ", between=" ")
        if with_position and named.position:
            said = said + joined([", ", traced(named.position, named.uid, "positions", named.kind)])
        return said

    def of_named(self, named: Named) -> str:
        return traced(
            inside(named.text) if named.kind in ("unit", "household") else named.text,
            named.uid,
            named.field,
            named.kind,
        )

    def either(self, entry: Entry, ref: str, words: str) -> Sentence:
        """A reference, or the words that stand in its place."""
        if entry[words]:
            return joined([self.value(entry, words)])
        return self.name(entry[ref], entry.day) if entry[ref] else Sentence()

    def is_keeper(self, unit: int | None) -> bool:
        """Whether a unit is the one whose paper this is."""
        return unit is not None and self.view.keeper is not None and unit == self.view.keeper.unit

    def is_keeping_body(self, name: str) -> bool:
        """Whether a name is that of the keeper, its ward, or (for a Party committee) the ward's Party."""
        keeper, place = self.view.keeper, self.view.place
        own = [keeper.name] if keeper else []
        if keeper and place:
            own += [place.text, *(f"{body} {place.text}" for body in _OWN_BODIES.get(keeper.body, ()))]
        return fold(name) in map(fold, own)

    def people(self, entry: Entry, *roles: str, titles: bool = True) -> list[Sentence]:
        """Who takes part in one of these roles, each with the title of that time."""
        rows = enumerate(entry["participants"])
        return [self.row_name(entry, "participants", place, titles) for place, row in rows if row["role"] in roles]

    def row_name(self, entry: Entry, key: str, place: int, titles: bool = True) -> Sentence:
        """Who stands in a row of a list (participants, recipients), as named there or on the record's day."""
        row = entry[key][place]
        field = f"{key}[{place}]"
        title = row["as_title"] if titles else ""
        if row["words"]:
            said = joined([traced(row["words"], entry.uid, f"{field}.words", entry.kind)])
        elif row["who"]:
            said = self.name(row["who"], entry.day, with_position=titles and not title)
            rank = self.view.names.of(row["who"], entry.day).before
            title = title.removeprefix(rank).lstrip(" ,") if rank else title
        else:
            return joined([traced(row["as_title"], entry.uid, f"{field}.as_title", entry.kind)])
        return said + joined([", ", traced(title, entry.uid, f"{field}.as_title", entry.kind)]) if title else said

    def date(self, entry: Entry, key: str) -> str:
        """A day as papers write it: "14/8/2023"; "" when not known."""
        return traced(show_date(PartialDate(entry[key])), entry.uid, key, entry.kind) if entry[key] else ""

    def dated(self, entry: Entry, key: str) -> Sentence:
        """A day with its noun: "ngày 14/8/2023", "tháng 8/2023", "năm 2023"."""
        return joined([_NOUNS[len(entry[key])], self.date(entry, key)]) if entry[key] else Sentence()

    def time(self, entry: Entry, key: str = "period") -> str:
        """A record's time in words; "" where it is that of the paper itself."""
        code, words = entry[key], entry[f"{key}_words"].strip()
        if self.is_own_time(code, words):
            return ""
        if words:
            return traced(lowered(words), entry.uid, f"{key}_words", entry.kind)
        return traced(show_period(Period(code)), entry.uid, key, entry.kind)

    def is_own_time(self, code: str, words: str = "") -> bool:
        """Whether a time is just that of the paper: its one year, or its first to its last."""
        first, last = self.view.years[0], self.view.years[-1]
        if code:
            return code == (str(first) if first == last else f"{first}/{last}")
        return not words or (words in (f"năm {first}", str(first)) and first == last)

    def issuer(self, record: int, day: str) -> Sentence:
        """Who issued a document; nothing where that is not known."""
        uid, document = self.view.names.document(record)
        if words := without_remark(document["issuer_words"]):
            return joined([traced(words, uid, "issuer_words", "document")])
        return self.name(document["issuer"], document["issued_on"] or day) if document["issuer"] else Sentence()

    def citation(self, record: int, day: str, *, with_issuer: bool = True, with_subject: bool = True) -> Sentence:
        """A document as papers cite it: "Kế hoạch số 25-KH/ĐU ngày 18/01/2021 của Đảng ủy phường về …"."""
        uid, document = self.view.names.document(record)
        kind, subject = document["doc_kind"] or "Văn bản", document["subject"].strip() if with_subject else ""
        named = fold(subject).startswith(fold(kind))
        subject = subject[len(kind) :].strip() if named else subject
        of_meeting = subject.startswith(_MEETINGS)
        said: list[Piece] = [traced(kind, uid, "doc_kind", "document")]
        beside = subject.startswith(_KINDS_OF_RESOLUTION) or (named and not of_meeting)
        if subject and (beside or (of_meeting and not document["number"])):
            said, subject = [*said, " ", traced(subject, uid, "subject", "document")], ""
        if document["number"] and fold(document["number"]) not in fold(str(joined(said))):
            said += [" số\u00a0", traced(document["number"], uid, "number", "document")]
        if document["issued_on"]:
            on = traced(show_date(PartialDate(document["issued_on"])), uid, "issued_on", "document")
            said += [" ", _NOUNS[len(document["issued_on"])], on]
        if of_meeting and subject:
            said, subject = [*said, " của ", traced(subject, uid, "subject", "document")], ""
        issuer = self.issuer(record, day)
        if with_issuer and str(issuer) and fold(str(issuer)) not in fold(str(joined(said))):
            said += [" của ", issuer]
        if subject:
            about = "" if subject.lower().startswith("về ") else "về "
            said += [" ", about, traced(lowered(subject), uid, "subject", "document")]
        return joined(said)


@dataclass(frozen=True)
class Wording(Telling):
    """Says what the records of some years hold, for the papers that are made of them."""

    view: YearView


def traced(text: str, uid: str, field: str, kind: str) -> str:
    """The text with its record and field; nothing stays plain nothing."""
    return Printed(text, record=uid, field=field, what=FORMS[kind].label) if text else ""


def inside(name: str) -> str:
    """A unit's name inside a sentence: "phường Mai Động", "tổ dân phố 1"."""
    common = name.startswith(_COMMON_KINDS) and not name.split(" ", 2)[1].startswith(("ủy", "uỷ"))
    return name[0].lower() + name[1:] if common else name


def in_line(post: str) -> str:
    """A post with its unit as a line says it: “Công chức phường Yên Thái”, but “Phòng Văn hóa - Xã hội”."""
    return _UNIT.sub(_small, post)


def _small(found: re.Match[str]) -> str:
    """A kind of unit before its own name."""
    is_name = found[1].isupper() or found[1].isdigit()
    return found[0][0].lower() + found[0][1:] if is_name else found[0]


def lowered(text: str) -> str:
    """Words inside a sentence: the first letter small, unless it begins a name, a quotation or an abbreviation."""
    second = text[1:2]
    following = text.split(" ", 2)[1][:1] if " " in text else ""
    if text.startswith(_ACTS):
        return spelt(text, text[0].lower() + text[1:])
    if text.startswith((*_BODIES, *_OFFICES, *_QUOTES)) or not second.islower() or not following.islower():
        return text
    return spelt(text, text[0].lower() + text[1:])


def named_kind(kind: str, name: str) -> list[Piece]:
    """A good model or movement with what it is before its name, quoted once: "Mô hình “Tuyến ngõ hoa”"."""
    begins = fold(name)
    if begins.startswith((fold(kind), *_KINDS)):
        return [name]
    if any(mark in name for mark in _QUOTES):
        return [kind, " ", lowered(name)]
    return [kind, " “", name, "”"]


def spelt(text: str, other: str) -> str:
    """Another spelling, or a part, of a text; it leads back to where the text does."""
    return text.spelt(other) if isinstance(text, Printed) else other


def without_remark(text: str) -> str:
    """Words for a paper, without the clerk's remark of what is not known: "01 cá nhân (không nêu tên)"."""
    return _REMARK.sub("", text).strip()


def as_number(count: int) -> str:
    """A count in the house style: 03, 12, 1.064."""
    return f"{count:02d}" if count < 10 else f"{count:,}".replace(",", ".")
