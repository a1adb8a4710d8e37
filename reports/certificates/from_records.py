"""Certificates from the awards of the register: what each sheet says, every text traced to its record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from peewee import SqliteDatabase

from reports.certificates.certificates import Certificate, Text
from reports.certificates.kinds import GIAY_KHEN, drawing_for
from reports.prints import joined
from reports.wording.signers import FOR_THE_CHAIR, signer_of
from reports.wording.wording import in_line, lowered, spelt, traced
from ward.awarding.whose import own_awards
from ward.dates import PartialDate, show_date_long
from ward.loading import Stored, load_many
from ward.lookups import forwards
from ward.names import Names
from ward.year_view import Keeper, one_read, read_keeper

RED_FLAGS = ("cstd_co_so", "cstd_tinh", "cstd_toan_quoc")
"""Codes of the titles of Chiến sĩ thi đua: their sheets have red flags beside the emblem."""
_PARTY_BODY = "dang_uy"
_CHAIRED = {"ubnd": "CHỦ TỊCH ", "hdnd": "", "mttq": ""}
_PLACE_KINDS = ("phường ", "xã ", "thị trấn ", "đặc khu ")
_BY_SEX = {"nam": "Ông", "nu": "Bà"}


@dataclass(frozen=True)
class Granted:
    """One sheet to come: the award's record, which of its recipients it is for, the day of the decision (ISO)."""

    award: Stored
    row: int
    day: str


def certificates_of(db: SqliteDatabase, awards: Sequence[int]) -> tuple[Certificate, ...]:
    """One certificate for each named recipient of these awards, in their order.

    Groups without names have none, nor has what a level above or another body gave: that is theirs to print.
    """
    with one_read(db):
        reading = _Reading(db, awards)
        return tuple(reading.certificate(one) for one in reading.granted())


def by_drawing(db: SqliteDatabase, awards: Sequence[int]) -> dict[str, list[int]]:
    """These awards by the drawing (a key of `kinds.CERTIFICATES`) that each is usually printed on, in their order.

    What a level above or another body gave has none.
    """
    own = own_awards(db, awards)
    stored = load_many(db, awards)
    types = load_many(db, {one.values["award_type"] for one in stored.values() if one.values["award_type"]})
    found: dict[str, list[int]] = {}
    for award in (one for one in awards if one in own):
        kind = types.get(stored[award].values["award_type"]) if award in stored else None
        drawing = drawing_for(kind.values["code"], kind.values["form"]) if kind else GIAY_KHEN
        found.setdefault(drawing, []).append(award)
    return found


def usual_kind(db: SqliteDatabase, awards: Sequence[int]) -> str:
    """The drawing that most of these awards are printed on: a key of `kinds.CERTIFICATES`."""
    groups = by_drawing(db, awards)
    return max(groups, key=lambda drawing: len(groups[drawing])) if groups else GIAY_KHEN


class _Reading:
    """The awards and all that they mention, read at once."""

    def __init__(self, db: SqliteDatabase, awards: Sequence[int]) -> None:
        own = own_awards(db, awards)
        self._db, self._ids = db, [one for one in awards if one in own]
        self.awards = load_many(db, awards)
        self._ends = forwards(db)
        rows = [row for award in self.awards.values() for row in award.values["recipients"]]
        documents = {award.values["decision"] for award in self.awards.values()}
        types = {award.values["award_type"] for award in self.awards.values()}
        who = {self._end(row["who"]) for row in rows if row["who"]}
        self.related = load_many(db, (who | documents | types) - {None})
        heads = {one.values["head"] for one in self.related.values() if one.kind == "household"} - {None}
        self.related.update(load_many(db, heads))
        self._keepers: dict[str, Keeper | None] = {}

    @cached_property
    def names(self) -> Names:
        kept = {one.id for one in self.related.values() if one.kind in ("person", "unit", "household")}
        keepers = (self.keeper(one.day) for one in self.granted())
        return Names(self._db, kept | {one.unit for one in keepers if one and one.unit})

    def granted(self) -> Iterator[Granted]:
        for record in self._ids:
            award = self.awards[record]
            for place, row in enumerate(award.values["recipients"]):
                if row["who"] or row["words"]:
                    yield Granted(award, place, self._day(award))

    def keeper(self, day: str) -> Keeper | None:
        """The keeping office on a day."""
        if day not in self._keepers:
            on = dt.date.fromisoformat(day) if len(day) == 10 else dt.date.today()
            self._keepers[day] = read_keeper(self._db, on)
        return self._keepers[day]

    def certificate(self, one: Granted) -> Certificate:
        """What the sheet of one recipient says."""
        award, keeper = one.award, self.keeper(one.day)
        kind = self._type(award)
        sign_title, signer = self._signed(award, keeper)
        code = kind.values["code"] if kind else ""
        return Certificate(
            name=self._name(one),
            address_form=self._address(one),
            as_title=self._field(one, "as_title") or self._residence(one),
            achievement=self._achievement(award, kind),
            authority=_authority(keeper, self.names, one.day) if keeper else "",
            award=self._award(award, kind),
            decision_number=self._decision_number(award),
            decision_day=_bare_day(one.day, award),
            order_number=traced(award.values["book_number"], award.uid.hex(), "book_number", "award"),
            place_and_date=_place_and_date(keeper, self.names, one.day) if keeper else "",
            sign_title=sign_title,
            signer=signer,
            posthumous=bool(award.values["posthumous"]),
            red_flags=code in RED_FLAGS,
            uid=award.uid.hex(),
        )

    # -- pieces -------------------------------------------------------------------------------------

    def _end(self, record: int) -> int:
        return self._ends.get(record, record)

    def _day(self, award: Stored) -> str:
        document = self._document(award)
        return str(award.values["decided_on"] or (document.values["issued_on"] if document else ""))

    def _document(self, award: Stored) -> Stored | None:
        return self.related.get(award.values["decision"])

    def _signed(self, award: Stored, keeper: Keeper | None) -> tuple[Text, Text]:
        """The post and the name of who signs: as the decision names its signer, else the office's on the day."""
        document = self._document(award)
        own = (_sign_title(keeper), _of_signatory(keeper, "name")) if keeper else ("", "")
        signer = signer_of(document.values["participants"]) if document else None
        if document is None or signer is None or signer.name == str(own[1]):
            return own
        name = traced(signer.name, document.uid.hex(), f"participants[{signer.row}].words", "document")
        post = traced(signer.post, document.uid.hex(), f"participants[{signer.row}].as_title", "document")
        deputy = signer.is_deputy and (keeper is None or keeper.body in _CHAIRED)
        return joined([FOR_THE_CHAIR, "\n", post]) if deputy else post or own[0], name

    def _type(self, award: Stored) -> Stored | None:
        return self.related.get(award.values["award_type"])

    def _field(self, one: Granted, key: str) -> str:
        words = one.award.values["recipients"][one.row][key]
        return traced(words, one.award.uid.hex(), f"recipients[{one.row}].{key}", "award")

    def _who(self, one: Granted) -> Stored | None:
        who = one.award.values["recipients"][one.row]["who"]
        return self.related.get(self._end(who)) if who else None

    def _name(self, one: Granted) -> Text:
        """As named in the register; a household by its head."""
        who = self._who(one)
        words, head = self._field(one, "words"), self._head(who)
        if head is not None and (not words or head.values["name"] in words):
            return traced(_printed_name(head), head.uid.hex(), "name", "person")
        if words:
            return words
        if who is None:
            return ""
        named = self.names.of(who.id, one.day)
        return traced(named.text, named.uid, named.field, named.kind)

    def _address(self, one: Granted) -> Text:
        who = self._who(one)
        group = one.award.values["recipients"][one.row]["recipient_kind"]
        if group == "tap_the" or (who is not None and who.kind == "unit"):
            return "Tập thể"
        if group == "ho_gia_dinh" or (who is not None and who.kind == "household"):
            head = self._head(who)
            of_head = head is not None and str(self._name(one)) == _printed_name(head)
            return f"Hộ gia đình {_address_of(head).lower()}".strip() if head and of_head else ""
        return _address_of(who) if who is not None and who.kind == "person" else ""

    def _head(self, who: Stored | None) -> Stored | None:
        return self.related.get(who.values["head"]) if who is not None and who.kind == "household" else None

    def _residence(self, one: Granted) -> Text:
        """The address of a household, or the post that a person held on the day."""
        who = self._who(one)
        if who is None or who.kind == "unit":
            return ""
        if who.kind == "household":
            return traced(who.values["address"], who.uid.hex(), "address", "household")
        named = self.names.of(who.id, one.day)
        return traced(in_line(named.position), named.uid, "positions", "person")

    def _award(self, award: Stored, kind: Stored | None) -> Text:
        if words := award.values["form_words"]:
            return traced(words.upper(), award.uid.hex(), "form_words", "award")
        return traced(kind.values["name"].upper(), kind.uid.hex(), "name", "award_type") if kind else ""

    def _achievement(self, award: Stored, kind: Stored | None) -> Text:
        reason = traced(award.values["reason"].strip().rstrip("."), award.uid.hex(), "reason", "award")
        if reason:
            return _achieved(reason)
        is_title = kind is not None and kind.values["form"] == "danh_hieu"
        years = award.values["years"]
        return f"Năm {years[0]}" if is_title and len(years) == 1 else ""

    def _decision_number(self, award: Stored) -> Text:
        if number := award.values["decision_number"]:
            return traced(number, award.uid.hex(), "decision_number", "award")
        document = self._document(award)
        return traced(document.values["number"], document.uid.hex(), "number", "document") if document else ""


def _achieved(reason: str) -> Text:
    """The reason as the sheet says it: “Đã có thành tích …”."""
    begins = reason.lower()
    if begins.startswith("đã "):
        return spelt(reason, reason[0].upper() + reason[1:])
    if begins.startswith("có "):
        return joined(["Đã ", _begun_small(reason)])
    if begins.startswith("thành tích"):
        return joined(["Đã có ", _begun_small(reason)])
    return joined(["Đã có thành tích ", _begun_small(reason)])


def _begun_small(reason: str) -> str:
    """A reason inside its line, small also before a number: “hiến 12 m2 đất”."""
    word, _, rest = reason.partition(" ")
    if word[1:].islower() and rest[:1].isdigit():
        return spelt(reason, reason[0].lower() + reason[1:])
    return lowered(reason)


def _bare_day(day: str, award: Stored) -> Text:
    """ "05 tháng 12 năm 2025"; "" where the day is not known whole."""
    if len(day) != 10:
        return ""
    words = show_date_long(PartialDate(day)).removeprefix("ngày ")
    return traced(words, award.uid.hex(), "decided_on", "award")


def _authority(keeper: Keeper, names: Names, day: str) -> Text:
    """Who decides: the chair of the committee, or the Party committee."""
    chair = _CHAIRED.get(keeper.body, "")
    if keeper.body == "ubnd" and keeper.unit:
        named = names.of(keeper.unit, day)
        return joined([chair, "ỦY BAN NHÂN DÂN ", traced(named.text.upper(), named.uid, named.field, "unit")])
    return joined([chair, traced(keeper.name.upper(), keeper.uid, "name", "office")])


def _place_and_date(keeper: Keeper, names: Names, day: str) -> Text:
    place = traced(keeper.letterhead.get("place", ""), keeper.uid, "letterheads.place", "office")
    if not place and keeper.unit:
        named = names.of(keeper.unit, day)
        begins = next((kind for kind in _PLACE_KINDS if named.text.lower().startswith(kind)), "")
        place = traced(named.text[len(begins) :], named.uid, named.field, "unit")
    date = show_date_long(PartialDate(day)) if len(day) == 10 else "ngày … tháng … năm …"
    return joined([place or "…", ", ", date])


def _sign_title(keeper: Keeper) -> Text:
    """The signer's post: “CHỦ TỊCH”, or “KT. CHỦ TỊCH” above “PHÓ CHỦ TỊCH”."""
    authority, post = (_of_signatory(keeper, key) for key in ("authority", "position_title"))
    if authority.upper().startswith("KT.") or keeper.body == _PARTY_BODY:
        return joined([authority, "\n", post]) if authority and post else authority or post
    return post or "CHỦ TỊCH"


def _of_signatory(keeper: Keeper, key: str) -> str:
    return traced(keeper.signatory.get(key, ""), keeper.uid, f"signatories.{key}", "office")


def _address_of(person: Stored) -> str:
    return str(person.values["address_form"] or _BY_SEX.get(person.values["sex"], ""))


def _printed_name(person: Stored) -> str:
    return str(person.values["printed_name"] or person.values["name"])
