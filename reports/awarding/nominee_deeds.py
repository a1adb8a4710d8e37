"""Section II of an achievement report: what records know of the nominee's results, measures, ratings, initiatives."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from forms.choices import GRADES, INITIATIVE_SCOPES
from reports.awarding.achievement_parts import Deeds, InitiativeRow, RatingRow, ResultRow, Text
from reports.awarding.nominees import Nominee
from reports.awarding.past_awards import decision
from reports.prints import Printed, Sentence, joined
from reports.wording.figure_wording import figure_text, line_key, line_name, line_sentence
from reports.wording.movement_wording import movement_title
from reports.wording.sentences import Piece, capitalised, ended, keyed, listed, sentence
from reports.wording.wording import Wording, traced
from reports.wording.work_wording import (
    contribution_sentence,
    event_sentence,
    practice_sentence,
    registration_sentences,
    task_sentence,
)
from ward.awarding.recipients import Recipient, RecipientsView
from ward.exact import EXACT, show_number
from ward.figures import Claim, computed, show_claim, show_figure
from ward.year_entries import Entry
from ward.year_figures import Line, Stated

_SHARE = Claim("bang", amount=Decimal(0), unit="%")
_POINTS = Claim("tang", unit="điểm %")
_TENTH = Decimal("0.1")
_PLANS = ("ke_hoach", "chi_tieu", "nghi_quyet", "du_toan")
_LAST_YEAR = ("cung_ky", "nam_truoc")
RECOGNISED = ("recognised", "accepted")


def deeds_of(nominee: Nominee) -> Deeds:
    """Everything that can be said of the nominee's work in the reported years."""
    words, recipient = nominee.words, nominee.recipient
    achievement = words.sentences(nominee.nomination, "achievement")
    practice = nominee.nomination["practice"]
    if recipient is None:
        return Deeds(achievement)
    results, figures = result_rows(words, nominee.read, recipient)
    return Deeds(
        achievement=(*achievement, *_passages(words, recipient, "results")),
        results=results,
        figures=figures,
        work=(
            *(keyed(one.uid, task_sentence(words, one, {})) for one in recipient.of("task")),
            *(keyed(one.uid, contribution_sentence(words, one)) for one in recipient.of("contribution")),
        ),
        practices=tuple(
            keyed(one.uid, practice_sentence(words, one))
            for one in sorted(recipient.of("practice"), key=lambda one: one.id != practice)
        ),
        measures=_passages(words, recipient, "leadership", "strengths"),
        movements=tuple(_movements(words, recipient)),
        ratings=rating_rows(words, recipient, nominee.years, "work"),
        party_ratings=rating_rows(words, recipient, nominee.years, "party"),
        initiatives=initiative_rows(words, recipient.initiatives, nominee.years, nominee.nomination),
    )


def rating_rows(words: Wording, recipient: Recipient, years: Sequence[int], side: str) -> tuple[RatingRow, ...]:
    """The ratings of these years on one side, by year; a year without one has no row."""
    found = [one for one in recipient.ratings if one["year"] in years and (one["side"] or "work") == side]
    return tuple(_rating(words, one) for one in sorted(found, key=lambda one: (one["year"], one.id)))


def initiative_rows(
    words: Wording, initiatives: Iterable[Entry], years: Sequence[int], nomination: Entry | None = None
) -> tuple[InitiativeRow, ...]:
    """The recognised initiatives of these years, and those that the nomination rests on."""
    used = {row["initiative"] for row in nomination["initiatives"]} if nomination else set()
    found = []
    for one in initiatives:
        year = initiative_year(one)
        if one["state"] in RECOGNISED and (one.id in used or (year and year in years)):
            found.append((year or 9999, one))
    return tuple(_initiative(words, year, one) for year, one in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def initiative_year(initiative: Entry) -> int | None:
    """The year in which it counts: its work year, else that of its decision."""
    if initiative["years"]:
        return int(max(initiative["years"]))
    return int(initiative["decided_on"][:4]) if initiative["decided_on"] else None


def result_rows(
    words: Wording, read: RecipientsView, recipient: Recipient
) -> tuple[tuple[ResultRow, ...], tuple[Text, ...]]:
    """A unit's figures year by year: those with numbers as rows, those said in words as sentences."""
    rows: list[ResultRow] = []
    said: list[Text] = []
    for year, line in recipient.lines:
        if _has_number(line):
            rows.append(_row(words, recipient, year, line, compared=year not in read.changed.get(recipient.id, ())))
        else:
            said.append(line_sentence(words, line))
    return tuple(rows), tuple(said)


def _has_number(line: Line) -> bool:
    told = [one for stated in (*line.now, *line.plan) for one in stated.told]
    return any(one.figure.value is not None for one in told) or all(one.figure.state == "missing" for one in told)


def _row(words: Wording, recipient: Recipient, year: int, line: Line, *, compared: bool) -> ResultRow:
    now, plan, before = (column[0] if column else None for column in (line.now, line.plan, line.before))
    name = _name(words, recipient, line)
    if line.indicator and line.indicator.measure:
        measure = traced(line.indicator.measure, line.indicator.uid, "measure", "indicator")
        name = joined([name, " (", measure, ")"])
    last: Piece = _percent(line, now, before, _LAST_YEAR, "so với năm trước") if compared else ""
    return ResultRow(
        str(year),
        keyed(f"{line_key(words, line)}/{year}", capitalised(sentence(name))),
        _cell(plan),
        _cell(now),
        _percent(line, now, plan, _PLANS, "so với kế hoạch"),
        last or ("không so (đơn vị đã thay đổi)" if not compared and before else ""),
    )


def _name(words: Wording, recipient: Recipient, line: Line) -> Piece:
    """What the line is called; the nominee, whose report it is, is not named again."""
    if line.scope_words or not set(line.scope) <= {recipient.id}:
        return line_name(words, line)
    if line.indicator:
        return traced(line.indicator.name, line.indicator.uid, "name", "indicator")
    return traced(line.label, line.first.uid, "label", "figure") or line_name(words, line)


def _cell(stated: Stated | None) -> Piece:
    """The clerk's words for a figure; all of them where they disagree."""
    if stated is None:
        return ""
    if stated.decided:
        told = stated.first
        return traced(show_figure(told.figure, "words"), told.uid, "words", "figure")
    return listed([figure_text(told) for told in stated.told], " hoặc ", " hoặc ")


def _percent(line: Line, now: Stated | None, base: Stated | None, bases: Sequence[str], what: str) -> Piece:
    """What the clerk said of the comparison, else what it comes to, to a tenth; points between two percentages."""
    if now is None or not now.decided:
        return ""
    told = now.first
    for place, claim in enumerate(told.claims):
        if claim.basis in bases and claim.unit in ("%", "điểm %"):
            return traced(show_claim(claim).strip(" ,;."), told.uid, f"claims[{place}]", "figure")
    if base is None or not base.decided:
        return ""
    both_percent = told.figure.measure == base.first.figure.measure == "%"
    found = computed(_POINTS if both_percent else _SHARE, told.figure, base.first.figure)
    if found is None:
        return ""
    rounded = found.quantize(_TENTH, rounding=ROUND_HALF_UP, context=EXACT)
    text = show_number(rounded).removesuffix(",0")
    text = f"{'+' if rounded > 0 else ''}{text} điểm %" if both_percent else f"{text}%"
    return Printed.counted(text, of=[told.uid, base.first.uid], field="percent", what=f"{line.title}: {what}")


def _rating(words: Wording, one: Entry) -> RatingRow:
    grade = traced(GRADES.get(one["grade"], ""), one.uid, "grade", "rating") or "…"
    said = decision(
        words, one, "document", "number", "decided_on", lambda: _issuer(words, one, "issuer_words", "document")
    )
    return RatingRow(traced(str(one["year"]), one.uid, "year", "rating"), keyed(one.uid, grade), said)


def _initiative(words: Wording, year: int, one: Entry) -> InitiativeRow:
    told = traced(str(year), one.uid, "years" if one["years"] else "decided_on", "initiative") if year < 9999 else "…"
    scope = traced(INITIATIVE_SCOPES.get(one["scope"], ""), one.uid, "scope", "initiative") or "…"
    name = keyed(one.uid, words.value(one, "name") or "…")
    return InitiativeRow(told, name, scope, initiative_decision(words, one))


def initiative_decision(words: Wording, one: Entry) -> Sentence:
    """By which decision of whom an initiative was recognised."""
    return decision(
        words,
        one,
        "document",
        "decision_number",
        "decided_on",
        lambda: _issuer(words, one, "recogniser_words", "document"),
    )


def _issuer(words: Wording, one: Entry, own: str, document: str) -> Piece:
    if one[own]:
        return words.value(one, own)
    return words.issuer(one[document], words.view.day) if one[document] else ""


def _passages(words: Wording, recipient: Recipient, *sections: str) -> tuple[Sentence, ...]:
    found = [one for one in recipient.of("passage") if one["section"] in sections]
    ordered = sorted(found, key=lambda one: (sections.index(one["section"]), one["place_in_section"] or 0, one.id))
    return tuple(text for one in ordered for text in words.sentences(one, "text"))


def situation_of(nominee: Nominee) -> tuple[Sentence, ...]:
    """The office's own words about a collective's situation."""
    return _passages(nominee.words, nominee.recipient, "situation") if nominee.recipient else ()


def _movements(words: Wording, recipient: Recipient) -> Iterable[Sentence]:
    """What the nominee registered for, which movements it organised or took part in, which events."""
    yield from registration_sentences(words, recipient.of("registration"))
    for one in recipient.of("movement"):
        own = one["organiser"] == recipient.id
        lead = "Phát động, tổ chức " if own else "Tham gia "
        yield keyed(one.uid, ended(sentence(lead, *_going_on(movement_title(words, one)))))
    for one in recipient.of("event"):
        yield keyed(one.uid, event_sentence(words, one))


def _going_on(title: Sentence) -> list[Piece]:
    first, *rest = title.pieces
    small = first if first[:1] in '“"' else first[:1].lower() + first[1:]
    return [first.spelt(small) if isinstance(first, Printed) else small, *rest]
