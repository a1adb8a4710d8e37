"""Many nominations read at once for the reports about each of them: who, for what, in which years."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from peewee import SqliteDatabase

from reports.awarding.achievement_parts import Proposed
from reports.prints import joined
from reports.wording.award_giving import form_name, given
from reports.wording.sentences import Piece, sentence
from reports.wording.wording import Wording, named_kind, spelt, traced
from ward.awarding.recipient_view import recipients_view
from ward.awarding.recipients import Recipient, RecipientsView
from ward.awarding.reported_years import reported_years
from ward.lookups import forwards
from ward.periods import Period
from ward.year_awards import AwardForm
from ward.year_entries import Entry, load_entries

_GIVE = "tặng "
_POSTHUMOUS = "tặng (truy tặng) "


@dataclass(frozen=True)
class Nominee:
    """One nomination with what is known of whom it is about; `recipient` is None where only words say who that is.

    `form` is what is proposed, `on` the paper's day.
    """

    nomination: Entry
    recipient: Recipient | None
    form: AwardForm
    read: RecipientsView
    on: dt.date

    @property
    def words(self) -> Wording:
        """Says what the records hold, as of the last of the reported years."""
        return Wording(self.read.view)

    @property
    def day(self) -> str:
        """The day (ISO) whose names and posts the paper uses."""
        return self.read.view.day

    @property
    def years(self) -> tuple[int, ...]:
        return self.read.view.years

    @property
    def group(self) -> str:
        """tap_the, ca_nhan or ho_gia_dinh; as the nomination says, else as the record is."""
        own = {"unit": "tap_the", "person": "ca_nhan", "household": "ho_gia_dinh"}
        return str(self.nomination["recipient_kind"]) or own.get(self.recipient.kind if self.recipient else "", "")


def read_nominees(db: SqliteDatabase, nominations: Collection[int], on: dt.date) -> dict[int, Nominee]:
    """These nominations, by id, for papers dated `on`; a few queries for each set of reported years."""
    ends = forwards(db)
    entries = load_entries(db, "nomination", sorted(nominations), ends, on.year)
    types = _types(db, {one["award_type"] for one in entries if one["award_type"]})
    groups: dict[tuple[int, ...], list[Entry]] = defaultdict(list)
    for one in entries:
        code = types[one["award_type"]][1] if one["award_type"] in types else ""
        groups[reported_years(code, _told_years(one, on))].append(one)
    found: dict[int, Nominee] = {}
    for years, together in groups.items():
        wanted = {one["nominee"] for one in together if one["nominee"]}
        read = recipients_view(db, wanted, years, on, beside=together)
        for one in together:
            entry = replace(one, day=read.view.day)
            found[one.id] = Nominee(entry, read.recipients.get(one["nominee"]), _form(entry, types), read, on)
    return found


def proposed_of(nominee: Nominee) -> Proposed:
    """What is proposed for the nominee, in the words of the report's heading."""
    nomination, form = nominee.nomination, nominee.form
    posthumous = bool(nomination["posthumous"])
    first, *rest = given(form, "")
    verb = str(first) if not isinstance(first, str) else first
    if posthumous and verb.startswith(_GIVE):
        verb = _POSTHUMOUS + verb.removeprefix(_GIVE)
    elif posthumous and not verb.startswith("truy "):
        rest = [*rest, " (truy tặng)"]
    return Proposed(
        words=sentence(verb, *rest) if form.name else f"{_POSTHUMOUS if posthumous else _GIVE}…",
        award=form_name(form),
        period=period_words(nominee.years),
        years=tuple(map(str, nominee.years)),
        movement=_movement(nominee),
        posthumous=posthumous,
        central=form.level == "trung_uong",
    )


def period_words(years: Sequence[int]) -> str:
    """“năm 2025”, “02 năm (2024-2025)”."""
    if len(years) == 1:
        return f"năm {years[0]}"
    return f"{len(years):02d} năm ({years[0]}-{years[-1]})"


def _movement(nominee: Nominee) -> Piece:
    """The movement that the nomination is made in, as a sentence goes on: “phong trào thi đua “Dân vận khéo””."""
    record = nominee.nomination["movement"]
    if not record:
        return ""
    named = nominee.words.view.names.of(record, nominee.day)
    first, *rest = named_kind("phong trào thi đua", traced(named.text, named.uid, named.field, named.kind))
    return joined([spelt(first, first[0].lower() + first[1:]) if isinstance(first, str) and first else first, *rest])


def _told_years(nomination: Entry, on: dt.date) -> tuple[int, ...]:
    period = Period(nomination["period"]).years if nomination["period"] else ()
    return tuple(period) or tuple(nomination["years"]) or (on.year,)


def _form(nomination: Entry, types: Mapping[int, tuple[AwardForm, str]]) -> AwardForm:
    known = types.get(nomination["award_type"], (AwardForm("", "", "", "", ""), ""))[0]
    if nomination["form_words"]:
        return AwardForm(nomination["form_words"], nomination.uid, "nomination", known.form, known.level)
    return known


def _types(db: SqliteDatabase, records: Collection[int]) -> dict[int, tuple[AwardForm, str]]:
    rows = db.execute_sql(
        "SELECT r.id, r.uid, k.name, k.form, k.level, k.code FROM award_type k JOIN record r ON r.id = k.record_id "
        "WHERE r.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(records)),),
    )
    return {row[0]: (AwardForm(row[2], bytes(row[1]).hex(), "award_type", row[3], row[4]), row[5]) for row in rows}


def nominee_name(nominee: Nominee) -> Piece:
    """What the nominee is called on the paper's day; the nomination's own words where it has some."""
    nomination = nominee.nomination
    if nomination["nominee_words"]:
        return traced(nomination["nominee_words"], nomination.uid, "nominee_words", "nomination")
    return nominee.words.name(nomination["nominee"], nominee.day) if nomination["nominee"] else "…"
