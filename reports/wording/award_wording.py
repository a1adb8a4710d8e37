"""Awards as a report says them: a table by level and form, and a sentence for each award."""

from collections.abc import Mapping, Sequence

from forms.choices import LEVELS
from reports.prints import Printed, Sentence, joined
from reports.wording.award_giving import form_name, given, giver, level_words, praise_in_reason, reason_of
from reports.wording.figure_wording import in_brackets, result_clauses
from reports.wording.sentences import Piece, capitalised, ended, keyed, listed, sentence
from reports.wording.wording import Wording, as_number, traced, without_remark
from reports.yearly.annual_report_context import AwardList, AwardRow
from ward.text import fold
from ward.year_awards import (
    GROUPS,
    NO_FORM,
    AwardForm,
    Count,
    Tally,
    count_of,
    form_of,
    is_covered,
    is_undivided,
    level_of,
    tallies,
)
from ward.year_entries import Entry

NEUTRAL = "Khen thưởng (chưa ghi rõ hình thức)"
UNNAMED = "một số tập thể và cá nhân"
MOST_NAMES = 60
"""More recipients than this are counted in a sentence and not named one by one."""
_KIND_WORDS = {"collectives": "tập thể", "persons": "cá nhân", "households": "hộ gia đình"}


def award_list(words: Wording, awards: Sequence[Entry]) -> AwardList:
    """The table and the sentences of the awards that stand together."""
    forms = award_forms(words, awards)
    found = tallies(awards, forms)
    ordered = sorted(awards, key=lambda award: list(LEVELS).index(level_of(award, forms) or "co_so"))
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for award in ordered:
        groups.setdefault(_same_act(award, forms), []).append(award)
    sentences = tuple(_award_sentence(words, group, forms) for group in groups.values())
    return AwardList(tuple(_row(words, tally) for tally in found), sentences)


def award_forms(words: Wording, awards: Sequence[Entry]) -> dict[int, AwardForm]:
    """The types of these awards, by record."""
    types = words.view.award_types
    return {award["award_type"]: types[award["award_type"]] for award in awards if award["award_type"] in types}


def _row(words: Wording, tally: Tally) -> AwardRow:
    name = keyed(f"{tally.form.uid}/{tally.level}", form_name(tally.form) or NEUTRAL)
    level = level_words(words, tally.level)
    cells = {key: _cell(key, count, f"{name}, {level}") for key, count in tally.counts.items()}
    remarks: list[Piece] = [words.value(award, "counted_words") for award in tally.undivided]
    if not remarks and not any(cells.values()):
        remarks.append("chưa ghi số lượng")
    return AwardRow(name, level[:1].upper() + level[1:], **cells, remark=listed(remarks, "; ", "; "))


def _cell(key: str, count: Count, of_what: str) -> str:
    """A number of the table; it leads back to the award that says it, or to all that were counted."""
    if count.number is None:
        return ""
    shown = as_number(count.number)
    if len(count.entries) != 1:
        what = f"{of_what}: số {_KIND_WORDS[key]}"
        return Printed.counted(shown, of=[entry.uid for entry in count.entries], field=f"count_{key}", what=what)
    entry = count.entries[0]
    field = key if entry[key] is not None else "recipients"
    return Printed(shown, record=entry.uid, field=field, what=_KIND_WORDS[key])


def _same_act(award: Entry, forms: Mapping[int, AwardForm]) -> tuple[object, ...]:
    """What awards must share to be told in one sentence; those that state a number stand alone."""
    issuers = tuple((row["issuer"], fold(row["words"])) for row in award["issuers"])
    fields = (
        "state",
        "decision",
        "decision_number",
        "decided_on",
        "movement",
        "event",
        "part_of",
        "period",
        "period_words",
    )
    own = (level_of(award, forms), form_of(award, forms).name, issuers, fold(award["reason"]))
    alone = is_undivided(award) or award["counted_words"] or any(award[key] is not None for key in GROUPS)
    return (*own, *(award[key] for key in fields), award.id if alone else 0)


def _award_sentence(words: Wording, group: Sequence[Entry], forms: Mapping[int, AwardForm]) -> Sentence:
    award, state = group[0], group[0]["state"]
    who = _recipients(words, group, form_of(award, forms))
    by_whom = giver(words, award, forms)
    praised = praise_in_reason(words, award, forms)
    what = praised or given(form_of(award, forms), str(by_whom))
    reason = [] if praised else reason_of(words, award)
    tail = [*reason, *_circumstances(words, award)]
    by: Piece = joined([by_whom, " "]) if str(by_whom) else ""
    if state == "proposed":
        said: list[Piece] = ["Đề nghị ", by, *what, " cho ", who, *tail]
    elif state == "granted":
        one_with_title = sum(len(member["recipients"]) for member in group) == 1 and ", " in str(who)
        said = [who, ", được " if one_with_title and "(" not in str(who) else " được ", by, *what, *tail]
    else:
        ending = " nhưng không được khen" if state == "refused" else "; việc khen đã hủy"
        said = ["Đã đề nghị ", by, *what, " cho ", who, *tail, ending]
    presenters = words.people(award, "presenter")
    said += [", do ", listed(presenters, "; ", "; "), " trao"] if presenters else []
    told = " ".join(map(str, said))
    clauses = [one for member in group for one in result_clauses(words, member, told)]
    said += in_brackets(clauses)
    return keyed(award.uid, ended(capitalised(sentence(*said))))


def _recipients(words: Wording, group: Sequence[Entry], form: AwardForm) -> Sentence:
    """Who is awarded: the clerk's count in words, else how many of each kind with their names, else the names."""
    award = group[0]
    names = {key: _names(words, group, kind) for key, kind in GROUPS.items()}
    others = [name for key, name in _all_names(words, group) if key not in GROUPS.values()]
    if award["counted_words"]:
        said = traced(without_remark(award["counted_words"]), award.uid, "counted_words", "award")
        everyone = [*(name for found in names.values() for name in found), *others]
        return joined([said, *([] if "(" in said else in_brackets([listed(everyone, "; ", "; ")]))])
    stated = any(award[key] is not None for award in group for key in GROUPS)
    parts: list[Piece] = []
    for key, word in _KIND_WORDS.items():
        known = [award for award in group if count_of(award, key) is not None]
        found = names[key]
        if known and (stated or len(found) > 3 or not found):
            total = Count(sum(count_of(award, key) or 0 for award in known), tuple(known))
            shown: Piece = listed(found, "; ", "; ") if len(found) <= MOST_NAMES else "có danh sách trong sổ"
            parts.append(joined([_cell(key, total, form.name), "\u00a0", word, *in_brackets([shown])]))
        else:
            parts += found
    parts += others
    return listed(parts, "; ", "; ") if len(parts) > 3 else listed(parts) if parts else joined([UNNAMED])


def _names(words: Wording, group: Sequence[Entry], kind: str) -> list[Sentence]:
    return [name for of_kind, name in _all_names(words, group) if of_kind == kind]


def _all_names(words: Wording, group: Sequence[Entry]) -> list[tuple[str, Sentence]]:
    return [
        (row["recipient_kind"], words.row_name(award, "recipients", place))
        for award in group
        for place, row in enumerate(award["recipients"])
        if row["who"] or row["words"]
    ]


def _circumstances(words: Wording, award: Entry) -> list[Piece]:
    """In which larger award, movement or event; in which time; by which decision."""
    said: list[Piece] = []
    outer = next((one for one in words.view.of("award") if one.id == award["part_of"]), None)
    if outer is not None and any(is_covered(award, outer, key) for key in GROUPS):
        said += [", trong số ", _recipients(words, [outer], NO_FORM)]
    if award["event"]:
        event = words.name(award["event"], award.day)
        known = " ".join(fold(str(event)).split()[:4]) in fold(award["reason"])
        said += [] if known else [", tại ", event]
    elif award["movement"] and not award["reason"]:
        said += [" trong phong trào ", words.name(award["movement"], award.day)]
    brackets: list[Piece] = [words.time(award)]
    if award["decision"]:
        brackets.append(words.citation(award["decision"], award.day, with_issuer=False, with_subject=False))
    elif award["decision_number"]:
        on = words.dated(award, "decided_on")
        number = words.value(award, "decision_number")
        brackets.append(joined(["Quyết định số\u00a0", number, " " if str(on) else "", on]))
    elif award["decided_on"]:
        brackets.append(words.dated(award, "decided_on"))
    elif award["proposed_on"] and award["state"] == "proposed":
        brackets.append(words.dated(award, "proposed_on"))
    return [*said, *in_brackets(brackets)]
