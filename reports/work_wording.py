"""Documents, good models, events, tasks, contributions and registrations as sentences of a report."""

from collections.abc import Callable, Iterable, Sequence

from reports.figure_wording import result_clause
from reports.prints import Sentence, joined
from reports.sentences import Piece, capitalised, ended, listed, sentence
from reports.wording import Wording, lowered, named_kind, traced
from ward.text import fold
from ward.year_entries import Entry

_PRACTICES = {"mo_hinh": "Mô hình", "dien_hinh": "Điển hình", "chuyen_de": "Chuyên đề"}
_MOVEMENTS = {
    "phong_trao": "Phong trào thi đua",
    "chuyen_de": "Chuyên đề",
    "cuoc_van_dong": "Cuộc vận động",
    "chuong_trinh": "Chương trình",
    "chu_de_nam": "Chủ đề công tác năm",
}
_PRACTICE_ENDS = {"paused": "Hiện tạm dừng.", "ended": "Đã kết thúc."}
_TASK_STATES = {
    "planned": "chưa bắt đầu",
    "running": "đang thực hiện",
    "done": "đã hoàn thành",
    "dropped": "không thực hiện",
}
_REGISTRATION_STATES = {"returned": "bị trả lại", "achieved": "đã đạt", "failed": "không đạt"}
_UPPER = ("trung_uong", "tinh", "huyen")
_OWN = ("phuong", "co_so")


def document_sentence(words: Wording, document: Entry) -> Sentence:
    """“Thực hiện Kế hoạch số …” for what came from above or holds longer, “Ban hành …” for the ward's own."""
    cited = words.citation(document.id, document.day)
    issued = document["issued_on"]
    ours = document["level"] in _OWN and (not issued or int(issued[:4]) in words.view.years)
    if document["level"] in _UPPER or _is_of_a_term(document):
        return ended(sentence("Thực hiện ", cited))
    return ended(sentence("Ban hành ", cited) if ours else capitalised(sentence(cited)))


def _is_of_a_term(document: Entry) -> bool:
    return bool(document["period"].startswith("T") or document["subject"].startswith("Đại hội"))


def practice_sentence(words: Wording, practice: Entry) -> Sentence:
    """A good model: name as written, owner, place, time; then what it does, its points, results, recognition."""
    name = words.value(practice, "name")
    head: list[Piece] = named_kind(_PRACTICES.get(practice["practice_kind"], "Mô hình"), name)
    owners = [owner for owner in words.people(practice, "owner") if fold(str(owner)) not in fold(name)]
    head += [" của ", listed(owners)] if owners else []
    head += _where(words, practice, "place", [name, *map(str, owners)])
    head += _in_brackets([words.time(practice)])
    said = [ended(sentence(*head))]
    said += _people(words, practice, "Phối hợp, tham gia", "organiser", "partner", "helper", "member", "assignee")
    said += _told(words, practice, "content")
    points = [traced(row["text"].strip(" ;."), practice.uid, f"points[{place}].text", "practice")
              for place, row in enumerate(practice["points"]) if row["text"].strip()]  # fmt: skip
    said += [ended(sentence("Tiêu chí: ", listed(points, "; ", "; ")))] if points else []
    said += _results(words, practice)
    said += _told(words, practice, "result")
    said += _told(words, practice, "recognition", "Được ghi nhận: ")
    said += _people(words, practice, "Được biểu dương bởi", "praised_by")
    said += _told(words, practice, "copied_where", "Được học tập, nhân rộng tại: ")
    if practice["status"] in _PRACTICE_ENDS:
        said.append(joined([_PRACTICE_ENDS[practice["status"]]]))
    return _paragraph(said)


def event_sentence(words: Wording, event: Entry) -> Sentence:
    """“Ngày 14/8/2023, UBND phường tổ chức Ngày hội … tại …”; then who came, spoke, and what happened."""
    name = words.value(event, "name")
    when = words.dated(event, "held_on") if event["held_on"] else joined([words.time(event)])
    organisers = words.people(event, "organiser", titles=False)
    own = words.either(event, "unit", "unit_words")
    organisers = organisers or ([own] if str(own) else [])
    place = words.value(event, "place")
    said: list[Piece] = []
    if organisers and event["event_kind"] == "tin_bai":
        said = [when, ", " if str(when) else "", listed(organisers), " đăng: ", name]
    elif organisers:
        does = [lowered(name)] if name.startswith("Tổ chức ") else ["tổ chức ", name]
        said = [when, ", " if str(when) else "", listed(organisers), " ", *does]
    else:
        said = [when, ": " if str(when) else "", name]
    if place and fold(place) not in fold(name):
        said += [" tại ", lowered(place)]
    said += _in_brackets([words.value(event, "role_words")])
    told = [ended(capitalised(sentence(*said)))]
    told += _people(words, event, "Đến dự có", "guest")
    told += _people(words, event, "Phát biểu, giao lưu", "speaker")
    told += _people(words, event, "Trao thưởng", "presenter")
    told += _people(words, event, "Tham gia", "partner", "helper", "member", "assignee", "owner")
    told += _told(words, event, "programme", "Chương trình gồm: ")
    told += _told(words, event, "summary")
    told += _results(words, event)
    return _paragraph(told)


def task_sentence(words: Wording, task: Entry, parts: Sequence[Entry] = ()) -> Sentence:
    """A task, project or aim: who, until when, state, results; then the parts it is made of."""
    name = words.value(task, "name")
    doer = words.either(task, "unit", "unit_words")
    doers = words.people(task, "assignee", "owner", titles=False) or ([doer] if str(doer) else [])
    doers = [one for one in doers if fold(str(one)) not in fold(name)]
    head: list[Piece] = [name]
    due = words.time(task, "due")
    until = joined(["thời hạn ", lowered(due)]) if due else ""
    by = joined([listed(doers), " thực hiện"]) if doers else ""
    head += _in_brackets([by, words.time(task), until])
    if task["status"] in _TASK_STATES:
        head += [": ", _TASK_STATES[task["status"]]]
    said = [ended(capitalised(sentence(*head)))]
    said += _people(words, task, "Phối hợp", "partner", "helper", "member", "organiser")
    said += _told(words, task, "content")
    said += _results(words, task)
    said += _told(words, task, "result")
    if parts:
        inner = [_without_end(task_sentence(words, part)) for part in parts]
        said.append(ended(sentence("Gồm: ", listed(inner, "; ", "; "))))
    return _paragraph(said)


def contribution_sentence(words: Wording, gift: Entry) -> Sentence:
    """A gift: what, from whom, for whom, when, how much; money not marked as total or each stays as said."""
    name = words.value(gift, "name")
    givers = [one for one in words.people(gift, "giver", titles=False) if fold(str(one)) not in fold(name)]
    receivers = [one for one in words.people(gift, "receiver", titles=False) if fold(str(one)) not in fold(name)]
    head: list[Piece] = [name]
    head += [", do ", listed(givers), " ủng hộ"] if givers else []
    head += [", dành cho ", listed(receivers)] if receivers else []
    when = words.dated(gift, "given_on") if gift["given_on"] else words.time(gift)
    head += _in_brackets([when])
    clauses = [result_clause(words, line) for line in words.view.results_of(gift) if line.now or line.plan]
    if clauses:
        each = " (mỗi nơi nhận)" if gift["amount_meaning"] == "each" else ""
        head += [": ", listed(clauses, "; ", "; "), each]
    said = [ended(capitalised(sentence(*head)))]
    said += _told(words, gift, "purpose", "Mục đích: ")
    said += _people(words, gift, "Tham gia", "organiser", "partner", "helper", "member")
    said += _told(words, gift, "summary")
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
    clauses = [result_clause(words, line) for one in group for line in words.view.results_of(one) if line.now]
    head += [": ", listed(clauses, "; ", "; ")] if clauses else []
    return ended(capitalised(sentence(*head)))


def _registrant(words: Wording, one: Entry) -> Sentence:
    name = words.either(one, "registrant", "registrant_words")
    state = _REGISTRATION_STATES.get(one["status"], "")
    return joined([name, f" ({state})" if state else ""])


def movement_title(words: Wording, movement: Entry) -> Sentence:
    """“Phong trào thi đua “Dân vận khéo””."""
    kind = _MOVEMENTS.get(movement["movement_kind"], "Phong trào")
    return capitalised(joined(named_kind(kind, words.value(movement, "name"))))


def movement_passages(words: Wording, movement: Entry) -> tuple[Sentence, ...]:
    """Who called the movement, when, under which upper one, on which documents; its aim; its result in words."""
    head: list[Piece] = []
    organiser = words.either(movement, "organiser", "organiser_words")
    time = words.time(movement)
    if str(organiser):
        head += ["do ", organiser, " phát động"]
    if time:
        head += [", " if head else "", "thực hiện trong ", lowered(time)]
    if movement["upper"]:
        upper = words.name(movement["upper"], movement.day)
        head += [", " if head else "", "thuộc ", *_quoted_unless_kind(upper)]
    said = [ended(capitalised(sentence(*head)))] if head else []
    cited = [words.citation(row["document"], movement.day) for row in movement["documents"] if row["document"]]
    if cited:
        said.append(ended(sentence("Căn cứ: ", listed(cited, "; ", "; "))))
    said += _people(words, movement, "Tham gia", "partner", "helper", "member", "owner", "assignee")
    said += _told(words, movement, "goal", "Nội dung: ")
    lead = [_paragraph(said)] if said else []
    return (*lead, *words.sentences(movement, "summary"))


def _quoted_unless_kind(name: Sentence) -> list[Piece]:
    return [lowered(str(name))] if fold(str(name)).startswith(("phong trao", "cuoc", "chuong")) else ["“", name, "”"]


def _where(words: Wording, entry: Entry, key: str, said: Iterable[str]) -> list[Piece]:
    """Where it is, unless what was said so far names the place."""
    known = fold(" ".join(said))
    places: list[Piece] = []
    place = words.value(entry, key)
    if place and fold(place) not in known:
        places.append(lowered(place))
    keeper = words.view.keeper.unit if words.view.keeper else None
    if entry["unit"] and entry["unit"] != keeper:
        unit = words.name(entry["unit"], entry.day)
        if fold(str(unit)) not in known:
            places.append(unit)
    return [" tại ", listed(places, ", ")] if places else []


def _in_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    said = [piece for piece in pieces if str(piece)]
    return [" (", listed(said, "; ", "; "), ")"] if said else []


def _people(words: Wording, entry: Entry, lead: str, *roles: str) -> list[Sentence]:
    found = words.people(entry, *roles)
    return [ended(sentence(lead, ": ", listed(found, "; ", "; ")))] if found else []


def _told(words: Wording, entry: Entry, key: str, lead: str = "") -> list[Sentence]:
    paragraphs = words.sentences(entry, key)
    if not paragraphs:
        return []
    first = joined([lead, *map(_lowered_first, paragraphs[:1])]) if lead else capitalised(paragraphs[0])
    return [ended(sentence(one)) for one in (first, *map(capitalised, paragraphs[1:]))]


def _lowered_first(paragraph: Sentence) -> Sentence:
    return Sentence(tuple(lowered(piece) for piece in paragraph.pieces[:1]) + paragraph.pieces[1:])


def _results(words: Wording, entry: Entry) -> list[Sentence]:
    clauses = [result_clause(words, line) for line in words.view.results_of(entry) if line.now or line.plan]
    return [ended(capitalised(sentence("Kết quả: ", listed(clauses, "; ", "; "))))] if clauses else []


def _paragraph(said: Sequence[Sentence]) -> Sentence:
    return listed([one for one in said if str(one)], last=" ", between=" ")


def _without_end(one: Sentence) -> Sentence:
    pieces = list(one.pieces)
    if pieces and pieces[-1] == ".":
        pieces.pop()
    return Sentence(tuple(pieces))


WORK: dict[str, Callable[[Wording, Entry], Sentence]] = {
    "practice": practice_sentence,
    "event": event_sentence,
    "contribution": contribution_sentence,
}
