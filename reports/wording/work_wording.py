"""Documents, good models, events, tasks, contributions and registrations as sentences of a report."""

import re
from collections.abc import Iterable, Mapping, Sequence

from reports.prints import Sentence, joined
from reports.wording.figure_wording import aim_clauses, in_brackets, result_clauses
from reports.wording.sentences import Piece, capitalised, ended, keyed, listed, sentence
from reports.wording.wording import Wording, lowered, named_kind, spelt, traced
from ward.text import fold
from ward.year_entries import Entry

_PRACTICES = {"mo_hinh": "Mô hình", "dien_hinh": "Điển hình", "chuyen_de": "Chuyên đề"}
_PRACTICE_ENDS = {"paused": "Hiện tạm dừng.", "ended": "Đã kết thúc."}
_TASK_STATES = {
    "planned": "chưa bắt đầu",
    "running": "đang thực hiện",
    "done": "đã hoàn thành",
    "dropped": "không thực hiện",
}
_GIVING = {"dat": "hiến", "ngay_cong": "đóng góp", "khac": "đóng góp"}
_REGISTRATION_STATES = {"returned": "bị trả lại", "achieved": "đã đạt", "failed": "không đạt"}
_ANNIVERSARY = re.compile(r"[0-9]+ năm ")
_UPPER = ("trung_uong", "tinh", "huyen")
OWN_LEVELS = ("phuong", "co_so")


def document_sentence(words: Wording, document: Entry) -> Sentence:
    """“Thực hiện Kế hoạch số …” for what came from above or holds longer, “… ban hành …” for the ward's own."""
    of_a_term = document["period"].startswith("T") or document["subject"].startswith("Đại hội")
    earlier = bool(document["issued_on"]) and int(document["issued_on"][:4]) < words.view.years[0]
    if document["level"] in _UPPER or of_a_term or (document["level"] in OWN_LEVELS and earlier):
        return ended(sentence("Thực hiện ", words.citation(document.id, document.day)))
    if document["level"] in OWN_LEVELS:
        issuer = words.issuer(document.id, document.day)
        cited = words.citation(document.id, document.day, with_issuer=False)
        said = sentence(issuer, " ban hành " if str(issuer) else "Ban hành ", cited)
        return keyed(document.uid, ended(capitalised(said)))
    return ended(capitalised(sentence(words.citation(document.id, document.day))))


def practice_sentence(words: Wording, practice: Entry) -> Sentence:
    """A good model: name as written, owner, place, time; then what it does, its points, results, recognition."""
    name = words.value(practice, "name")
    head: list[Piece] = named_kind(_PRACTICES.get(practice["practice_kind"], "Mô hình"), name)
    owners = [owner for owner in words.people(practice, "owner") if fold(str(owner)) not in fold(name)]
    head += [" của ", listed(owners)] if owners else []
    head += _where(words, practice, [name, *map(str, owners)])
    head += in_brackets([words.time(practice)])
    points = [
        traced(row["text"].strip(" ;."), practice.uid, f"points[{place}].text", "practice")
        for place, row in enumerate(practice["points"])
        if row["text"].strip(" ;.")
    ]
    said = [ended(sentence(*head))]
    said += _people(words, practice, "Phối hợp, tham gia", "organiser", "partner", "helper", "member", "assignee", "")
    said += _told(words, practice, "content")
    said += [ended(sentence("Tiêu chí: ", listed(points, "; ", "; ")))] if points else []
    said += _results(words, practice)
    said += _told(words, practice, "result")
    said += _told(words, practice, "recognition", "" if _says(practice, "recognition") else "Được ghi nhận: ")
    said += _people(words, practice, "Được biểu dương bởi", "praised_by")
    copied = "" if _says(practice, "copied_where") else "Được học tập, nhân rộng tại "
    said += _told(words, practice, "copied_where", copied)
    said += _papers(words, practice)
    ending = traced(_PRACTICE_ENDS.get(practice["status"], ""), practice.uid, "status", "practice")
    return _paragraph([*said, joined([ending])])


def event_sentence(words: Wording, event: Entry) -> Sentence:
    """“Ngày 14/8/2023, phường … tổ chức Ngày hội … tại …”; then who came, spoke, and what happened."""
    told = [ended(capitalised(sentence(*_what_was_held(words, event))))]
    _, hosts = _organisers(words, event)
    told += [ended(sentence("Chủ trì: ", listed(hosts, "; ", "; ")))] if hosts else []
    told += _people(words, event, "Đến dự có", "guest")
    told += _people(words, event, "Phát biểu, giao lưu", "speaker")
    told += _people(words, event, "Trao thưởng", "presenter")
    told += _people(words, event, "Tham gia", "partner", "helper", "member", "assignee", "owner", "")
    told += _told(words, event, "programme", "Chương trình gồm: ")
    told += _told(words, event, "summary")
    told += _results(words, event)
    told += _papers(words, event)
    return keyed(event.uid, _paragraph(told))


def _what_was_held(words: Wording, event: Entry) -> list[Piece]:
    name = words.value(event, "name")
    own = words.either(event, "unit", "unit_words")
    bodies, _ = _organisers(words, event)
    organisers = bodies or ([own] if str(own) else [])
    when = words.dated(event, "held_on")
    time = "" if str(when) else words.time(event)
    time = "" if fold(time) in fold(name) else time
    if organisers:
        head: list[Piece] = [when, ", " if str(when) else "", listed(organisers), *_held(event, name)]
    else:
        head = [when, ": " if str(when) else "", name]
    known = fold(" ".join([name, *map(str, organisers)]))
    places: list[Piece] = [lowered(place)] if (place := words.value(event, "place")) else []
    places += [own] if bodies and not words.is_keeper(event["unit"]) else []
    places = [one for one in places if str(one) and fold(str(one)) not in known]
    head += [" tại ", listed(places, ", ")] if places else []
    return [*head, *in_brackets([time, words.value(event, "role_words")])]


def _organisers(words: Wording, event: Entry) -> tuple[list[Sentence], list[Sentence]]:
    """The bodies that organise it, and the persons, these with their titles of then."""
    bodies: list[Sentence] = []
    persons: list[Sentence] = []
    for place, row in enumerate(event["participants"]):
        if row["role"] == "organiser":
            is_person = bool(row["who"]) and words.view.names.of(row["who"], event.day).kind == "person"
            (persons if is_person else bodies).append(words.row_name(event, "participants", place, is_person))
    return bodies, persons


def _held(event: Entry, name: str) -> list[Piece]:
    """What the organisers did: held it or celebrated it."""
    if name.startswith(("Tổ chức ", "Kỷ niệm ", "Hướng tới ")):
        return [" ", "" if name.startswith("Tổ chức ") else "tổ chức ", lowered(name)]
    celebrated = event["event_kind"] == "ky_niem" or _ANNIVERSARY.match(name)
    return [" kỷ niệm " if celebrated else " tổ chức ", name]


def task_sentence(words: Wording, task: Entry, parts: Mapping[int, Sequence[Entry]]) -> Sentence:
    """A task, project or aim: who, until when, state, results; then the parts it is made of, with theirs."""
    said = [_task_head(words, task)]
    said += _people(words, task, "Phối hợp", "partner", "helper", "member", "organiser", "")
    said += _told(words, task, "content")
    said += _results(words, task)
    said += _told(words, task, "result")
    said += _papers(words, task)
    inner = [_part(words, part, parts) for part in parts.get(task.id, ())]
    if inner:
        said.append(ended(sentence("Gồm: ", listed(inner, "; ", "; "))))
    return _paragraph(said)


def _part(words: Wording, part: Entry, parts: Mapping[int, Sequence[Entry]]) -> Sentence:
    """A part among others: where no more is told of it, its results follow its state behind a comma."""
    clauses = result_clauses(words, part)
    more = any(part[key] for key in ("content", "result", "documents", "participants"))
    if not clauses or more or parts.get(part.id) or aim_clauses(words, part):
        return _without_end(task_sentence(words, part, parts))
    return listed([_without_end(_task_head(words, part)), *clauses], ", ", ", ")


def _task_head(words: Wording, task: Entry) -> Sentence:
    name = words.value(task, "name")
    doers = words.people(task, "assignee", "owner", titles=False)
    if not doers and not words.is_keeper(task["unit"]):
        doer = words.either(task, "unit", "unit_words")
        doers = [doer] if str(doer) else []
    doers = [one for one in doers if fold(str(one)) not in fold(name)]
    due = words.time(task, "due")
    brackets: list[Piece] = [joined([listed(doers), " thực hiện"])] if doers else []
    brackets += [words.time(task)]
    brackets += [joined(["thời hạn ", due])] if due and due != words.time(task) else []
    state = traced(_TASK_STATES.get(task["status"], ""), task.uid, "status", "task")
    return ended(capitalised(sentence(name, *in_brackets(brackets), ": " if state else "", state)))


def contribution_sentence(words: Wording, gift: Entry) -> Sentence:
    """A gift: what, from whom, for whom, when, how much; money not marked as total or each stays as said."""
    name = words.value(gift, "name")
    givers = [one for one in words.people(gift, "giver", titles=False) if fold(str(one)) not in fold(name)]
    receivers = [one for one in words.people(gift, "receiver", titles=False) if fold(str(one)) not in fold(name)]
    counted = [one for one in receivers if fold(str(one)).lstrip("0123456789. ") in fold(name)]
    others = [one for one in receivers if one not in counted]
    head: list[Piece] = [name]
    verb = _GIVING.get(gift["contribution_kind"], "ủng hộ")
    head += [", do ", listed(givers), f" {verb}"] if givers else []
    head += [", dành cho ", listed(others)] if others else []
    when: Piece = words.dated(gift, "given_on") if gift["given_on"] else words.time(gift)
    head += in_brackets([*counted, when])
    clauses = result_clauses(words, gift)
    if clauses:
        said_each = any("moi" in fold(str(clause)).split() for clause in clauses)
        each = " (mỗi nơi nhận)" if gift["amount_meaning"] == "each" and not said_each else ""
        head += [": ", listed(clauses, "; ", "; "), each]
    said = [ended(capitalised(sentence(*head)))]
    said += _told(words, gift, "purpose", "Mục đích: ")
    said += _people(words, gift, "Tham gia vận động", "organiser", "partner", "helper", "member", "")
    said += _told(words, gift, "summary")
    said += _papers(words, gift)
    return _paragraph(said)


def registration_sentences(words: Wording, registrations: Sequence[Entry]) -> tuple[Sentence, ...]:
    """One sentence for each content that was registered, with all who did."""
    groups: dict[str, list[Entry]] = {}
    for one in registrations:
        groups.setdefault(fold(one["content"]), []).append(one)
    return tuple(_registered(words, group) for group in groups.values())


def _registered(words: Wording, group: Sequence[Entry]) -> Sentence:
    who = [_registrant(words, one) for one in group]
    content = words.value(group[0], "content")
    head: list[Piece] = [listed(who, "; ", "; ") if len(who) > 3 else listed(who), " đăng ký "]
    head += [lowered(content)] if content else ["thi đua"]
    clauses = [clause for one in group for clause in result_clauses(words, one)]
    head += [": ", listed(clauses, "; ", "; ")] if clauses else []
    return keyed(group[0].uid, ended(capitalised(sentence(*head))))


def _registrant(words: Wording, one: Entry) -> Sentence:
    who = words.either(one, "registrant", "registrant_words")
    state = traced(_REGISTRATION_STATES.get(one["status"], ""), one.uid, "status", "registration")
    return joined([who, " (", state, ")"]) if state else who


def _where(words: Wording, entry: Entry, said: Iterable[str]) -> list[Piece]:
    """Where it is, unless what was said so far names the place."""
    known = fold(" ".join(said))
    places: list[Piece] = []
    place = words.value(entry, "place")
    if place and fold(place) not in known:
        places.append(lowered(place))
    if entry["unit"] and not words.is_keeper(entry["unit"]):
        unit = words.name(entry["unit"], entry.day)
        if fold(str(unit)) not in known:
            places.append(unit)
    return [" tại ", listed(places, ", ")] if places else []


def _people(words: Wording, entry: Entry, lead: str, *roles: str) -> list[Sentence]:
    found = words.people(entry, *roles)
    return [ended(sentence(lead, ": ", listed(found, "; ", "; ")))] if found else []


def _papers(words: Wording, entry: Entry) -> list[Sentence]:
    """The documents that the record rests on or produced."""
    cited = [words.citation(row["document"], entry.day) for row in entry["documents"] if row["document"]]
    return [ended(sentence("Văn bản: ", listed(cited, "; ", "; ")))] if cited else []


def _told(words: Wording, entry: Entry, key: str, lead: str = "") -> list[Sentence]:
    """A field's text as sentences; behind a lead it begins small."""
    paragraphs = words.sentences(entry, key)
    if not paragraphs:
        return []
    first, *others = paragraphs
    begun = joined([lead, *map(lowered, first.pieces)]) if lead else capitalised(first)
    return [ended(sentence(one)) for one in (begun, *map(capitalised, others))]


def _says(practice: Entry, key: str) -> bool:
    """Whether a text is a sentence of its own that needs no lead."""
    return str(practice[key]).strip().lower().startswith(("được ", "đã ", "có ", "nhân rộng", "nhiều "))


def _results(words: Wording, entry: Entry) -> list[Sentence]:
    said = []
    for lead, clauses in (("Kết quả: ", result_clauses(words, entry)), ("Chỉ tiêu: ", aim_clauses(words, entry))):
        if clauses:
            said.append(ended(sentence(lead, listed(clauses, "; ", "; "))))
    return said


def _paragraph(said: Sequence[Sentence]) -> Sentence:
    return listed([one for one in said if str(one)], last=" ", between=" ")


def _without_end(one: Sentence) -> Sentence:
    pieces = [piece for piece in one.pieces if piece]
    return Sentence((*pieces[:-1], spelt(pieces[-1], pieces[-1].rstrip("."))))
