"""Who a row of a list means: a record of the book where that is sure, a doubt with candidates, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from forms.spreadsheets.asked import KIND_LABELS, Asked, Found, NewRecord
from forms.spreadsheets.cells import shown_day
from forms.spreadsheets.doubts import Answer, Candidate, RowDoubt
from forms.spreadsheets.known import Known, KnownPerson
from forms.spreadsheets.naming import (
    RECORD_KINDS,
    WrittenName,
    exact_key,
    is_person_like,
    is_unit_like,
    taken_apart,
)
from ward.search import words
from ward.text import fold


@dataclass
class Recipients:
    """Finds the recipients of one table; it remembers the new ones, so that two rows can mean the same one."""

    known: Known
    _new: dict[tuple[str, str], list[tuple[Asked, NewRecord]]] = field(default_factory=dict)

    def find(self, asked: Asked, answer: Answer | None = None) -> Found:
        """Who the row means, with the clerk's answer where there was one."""
        written = taken_apart(asked.text)
        if written.beside and not asked.place:
            asked = replace(asked, place=written.beside)
        if answer and answer.record is not None:
            kind = self._kind_of(answer.record)
            return Found(kind, answer.record)
        kind = asked.kind or self._guessed(asked, written)
        if asked.uid in self.known.by_uid:
            return self._by_key(asked, written, kind)
        if not kind:
            return Found(doubt=_kind_doubt(asked))
        return self._named(asked, written, kind, answer)

    def _named(self, asked: Asked, written: WrittenName, kind: str, answer: Answer | None) -> Found:
        records = RECORD_KINDS[kind]
        name = asked.text if kind == "tap_the" else written.name
        if answer and (answer.new or answer.value.startswith("row:")):
            before = self._earlier(asked, records, name)
            same = before if isinstance(before, NewRecord) else self._created(asked, written, records, name, answer)
            return Found(kind, new=same)
        exact = self.known.exactly(records, name)
        found = self._person(asked, name, exact) if kind == "ca_nhan" else self._place(asked, name, records, exact)
        if found.record is not None or found.doubt:
            return Found(kind, found.record, doubt=found.doubt, remarks=found.remarks)
        earlier = self._earlier(asked, records, name)
        if isinstance(earlier, RowDoubt):
            return Found(kind, doubt=earlier)
        if earlier:
            return Found(kind, new=earlier, remarks=(*found.remarks, f"“{name}” được hiểu là cùng với dòng trước."))
        return Found(kind, new=self._created(asked, written, records, name, None), remarks=found.remarks)

    def _by_key(self, asked: Asked, written: WrittenName, kind: str) -> Found:
        """A row that carries its record's uid: sure while the name is still that record's."""
        records, record = self.known.by_uid[asked.uid]
        group = next(key for key, value in RECORD_KINDS.items() if value == records)
        name = asked.text if records == "unit" else written.name
        if record in self.known.exactly(records, name):
            return Found(group, record)
        told = f"Dòng {asked.row}: tệp gửi đi ghi “{self.known.title(record)}”, nay là “{asked.text}”. Là ai?"
        offered = (Candidate(record, records, self.known.title(record), "người đã ghi trong tệp gửi đi"),)
        others = tuple(_offered(self.known, other, records) for other in self.known.exactly(records, name))
        return Found(kind or group, doubt=_who(asked, told, (*offered, *others)))

    def _person(self, asked: Asked, name: str, exact: Sequence[int]) -> Found:
        people = [self.known.persons[record] for record in exact]
        fitting = [person for person in people if _fits(asked, person)]
        remarks: tuple[str, ...] = ()
        if people and not fitting:
            remarks = (f"Trong sổ đã có {name} khác (ngày sinh hoặc số định danh khác).",)
        certain = _narrowed(asked, fitting)
        if certain:
            return Found(record=certain.record)
        if fitting:
            return Found(doubt=_who(asked, _same_name(asked, name, fitting), tuple(map(_offered_person, fitting))))
        near = [self.known.persons[record] for record in self.known.folded("person", name)]
        near = [person for person in near if _fits(asked, person)]
        if near:
            told = f"Dòng {asked.row}: trong sổ có tên chỉ khác dấu với “{name}”. Có phải là một người?"
            return Found(doubt=_who(asked, told, tuple(map(_offered_person, near))))
        return Found(remarks=remarks)

    def _place(self, asked: Asked, name: str, records: str, exact: Sequence[int]) -> Found:
        label = "tập thể" if records == "unit" else "hộ"
        hint = fold(" ".join((asked.place, asked.as_title)))
        inside = [record for record in exact if self._stands_in(record, hint)]
        sure = inside if len(inside) == 1 else exact if len(exact) == 1 else []
        household_elsewhere = records == "household" and bool(sure) and not inside and self._elsewhere(sure[0], hint)
        if sure and not household_elsewhere:
            ended = self.known.places[sure[0]].ended
            remarks = (f"“{name}” đã kết thúc hoạt động ({shown_day(ended)}).",) if ended else ()
            return Found(record=sure[0], remarks=remarks)
        offered = exact or self.known.folded(records, name)
        if not offered:
            return Found()
        why = "khác địa chỉ" if household_elsewhere else "trùng tên" if exact else "có tên chỉ khác dấu"
        told = f"Dòng {asked.row}: trong sổ có {label} {why} với “{name}”. Là {label} nào?"
        return Found(doubt=_who(asked, told, tuple(_offered(self.known, record, records) for record in offered)))

    def _stands_in(self, record: int, hint: str) -> bool:
        return any(one and fold(one) in hint for one in self.known.places[record].within)

    def _elsewhere(self, record: int, hint: str) -> bool:
        """Whether the row tells a place, and the household is known to stand in another."""
        return bool(hint.strip() and self.known.places[record].within)

    def _earlier(self, asked: Asked, records: str, name: str) -> NewRecord | RowDoubt | None:
        """A new one of an earlier row: the same, one that must be asked about, or none."""
        for before, record in self._new.get((records, exact_key(name)), []):
            if asked.birth and before.birth and not _dates_agree(asked.birth, before.birth):
                continue
            hints = [fold(" ".join((one.as_title, one.place))) for one in (asked, before)]
            if (asked.birth and asked.birth == before.birth) or hints[0] == hints[1]:
                return record
            told = f"Dòng {asked.row} và dòng {before.row} cùng ghi “{name}”. Là một hay là hai?"
            reading = (f"row:{record.key}", f"Cùng với dòng {before.row}")
            return RowDoubt("who", f"who:{asked.row}", told, readings=(reading,), may_be_new=True)
        return None

    def _created(
        self, asked: Asked, written: WrittenName, records: str, name: str, answer: Answer | None
    ) -> NewRecord:
        made = [new for known in self._new.values() for _, new in known]
        if answer and answer.value.startswith("row:"):
            same = [new for new in made if f"row:{new.key}" == answer.value]
            if same:
                return same[0]
        new = NewRecord(f"{records}:{asked.row}:{exact_key(name)}", records, _values(asked, written, records, name))
        self._new.setdefault((records, exact_key(name)), []).append((asked, new))
        return new

    def _guessed(self, asked: Asked, written: WrittenName) -> str:
        """What kind of recipient it is, where the name says so itself."""
        if written.household:
            return "ho_gia_dinh"
        if asked.address_form or written.address_form or asked.sex or asked.birth or asked.identity:
            return "ca_nhan"
        if self.known.exactly("unit", asked.text) or is_unit_like(asked.text):
            return "tap_the"
        return "ca_nhan" if is_person_like(written.name) else ""

    def _kind_of(self, record: int) -> str:
        kind = "person" if record in self.known.persons else self.known.places[record].kind
        return next(key for key, value in RECORD_KINDS.items() if value == kind)


def _values(asked: Asked, written: WrittenName, records: str, name: str) -> dict[str, Any]:
    if records == "unit":
        return {"names": [{"name": name}]}
    if records == "household":
        return {"name": asked.text, "address": asked.place or asked.as_title}
    position = [{"title": asked.as_title, "unit_words": asked.place}] if asked.as_title or asked.place else []
    return {
        "name": name,
        "birth": asked.birth,
        "sex": asked.sex,
        "identity_number": asked.identity,
        "address_form": asked.address_form or written.address_form,
        "positions": position,
    }


def _fits(asked: Asked, person: KnownPerson) -> bool:
    """Whether neither birth nor identity number speaks against it."""
    numbers = {asked.identity, person.identity} - {""}
    return len(numbers) < 2 and (not asked.birth or not person.birth or _dates_agree(asked.birth, person.birth))


def _dates_agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _narrowed(asked: Asked, people: Sequence[KnownPerson]) -> KnownPerson | None:
    """The one whom number, birth or office make certain, or the only one where no office speaks against it."""
    proofs = (
        [one for one in people if asked.identity and one.identity == asked.identity],
        [one for one in people if asked.birth and one.birth and _dates_agree(asked.birth, one.birth)],
        [one for one in people if _holds(asked, one)],
    )
    for proved in proofs:
        if len(proved) == 1:
            return proved[0]
    hinted = bool(asked.as_title.strip() or asked.place.strip())
    alone = len(people) == 1 and not (hinted and people[0].offices)
    return people[0] if alone else None


def _holds(asked: Asked, person: KnownPerson) -> bool:
    """Whether the post or unit of the row is one that the person held."""
    hint = " ".join(words(f"{asked.as_title} {asked.place}"))
    return bool(hint) and any(
        office and (office in hint or hint in office or set(hint.split()) <= set(office.split()))
        for office in person.folded
    )


def _same_name(asked: Asked, name: str, people: Sequence[KnownPerson]) -> str:
    if len(people) > 1:
        return f"Dòng {asked.row}: trong sổ có {len(people)} người tên {name}. Là người nào?"
    return f"Dòng {asked.row}: {name} trong sổ giữ chức vụ, ở đơn vị khác. Có phải là một người?"


def _who(asked: Asked, told: str, candidates: tuple[Candidate, ...]) -> RowDoubt:
    return RowDoubt("who", asked.key, told, candidates, may_be_new=True)


def _offered_person(person: KnownPerson) -> Candidate:
    born = f"sinh {shown_day(person.birth)}" if person.birth else ""
    return Candidate(person.record, "person", person.title, "; ".join(filter(None, (born, *person.offices[:1]))))


def _offered(known: Known, record: int, records: str) -> Candidate:
    if records == "person":
        return _offered_person(known.persons[record])
    place = known.places[record]
    return Candidate(record, records, place.title, "; ".join(place.within[:1]))


def _kind_doubt(asked: Asked) -> RowDoubt:
    told = f"Dòng {asked.row}: chưa rõ “{asked.text}” là cá nhân, tập thể hay hộ gia đình."
    return RowDoubt("kind", f"kind:{fold(asked.text)}", told, readings=tuple(KIND_LABELS.items()))
