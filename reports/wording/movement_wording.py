"""Movements, campaigns and the theme of the year: their titles, who called them, what they ask and came to."""

from reports.prints import Sentence, joined
from reports.wording.sentences import Piece, capitalised, ended, keyed, listed, quoted, sentence
from reports.wording.wording import Wording, lowered, named_kind, traced
from ward.text import fold
from ward.year_entries import Entry

_KINDS = {
    "phong_trao": "Phong trào thi đua",
    "chuyen_de": "Chuyên đề",
    "cuoc_van_dong": "Cuộc vận động",
    "chuong_trinh": "Chương trình",
    "chu_de_nam": "Chủ đề công tác năm",
}
_WHEN = ("từ ", "trong ", "đến ", "trước ", "sau ", "hằng ", "hàng ")
THEME = "chu_de_nam"
_NAMED_KINDS = ("phong trao", "cuoc", "chuong trinh", "chu de", "chuyen de")


def movement_title(words: Wording, movement: Entry) -> Sentence:
    """“Phong trào thi đua “Dân vận khéo””."""
    kind = _KINDS.get(movement["movement_kind"], "Phong trào")
    return capitalised(joined(named_kind(kind, words.value(movement, "name"))))


def movement_passages(words: Wording, movement: Entry) -> tuple[Sentence, ...]:
    """Who called the movement, when, under which upper one, on which documents; its aim; its result in words."""
    said = [_called(words, movement)]
    cited = [words.citation(row["document"], movement.day) for row in movement["documents"] if row["document"]]
    if cited:
        said.append(ended(sentence("Thực hiện theo ", listed(cited, "; ", "; "))))
    others = words.people(movement, "partner", "helper", "member", "owner", "assignee")
    if others:
        said.append(ended(sentence("Tham gia: ", listed(others, "; ", "; "))))
    goal = words.sentences(movement, "goal")
    if goal:
        said.append(ended(sentence("Nội dung: ", *map(lowered, goal[0].pieces))))
        said += [ended(sentence(one)) for one in goal[1:]]
    opening = listed([one for one in said if str(one)], " ", " ")
    lead = [keyed(f"{movement.uid}/lead", opening)] if any(map(str, said)) else []
    return (*lead, *words.sentences(movement, "summary"))


def theme_sentence(words: Wording, theme: Entry) -> Sentence:
    """“Thực hiện chủ đề công tác năm 2021 của quận Long Biên: “Năm Dân vận khéo, …”.”"""
    year = str(theme["years"][0]) if len(theme["years"]) == 1 else ""
    organiser = words.either(theme, "organiser", "organiser_words")
    name = words.value(theme, "name")
    head: list[Piece] = ["Thực hiện chủ đề công tác năm"]
    head += [" ", traced(year, theme.uid, "years", "movement")] if year else []
    head += [" của ", organiser] if str(organiser) else []
    return keyed(theme.uid, ended(sentence(*head, ": ", quoted(name))))


def _called(words: Wording, movement: Entry) -> Sentence:
    parts: list[Piece] = []
    organiser = words.either(movement, "organiser", "organiser_words")
    if str(organiser):
        parts.append(joined(["do ", organiser, " phát động"]))
    if time := words.time(movement):
        parts.append(joined(["thực hiện ", "" if time.startswith(_WHEN) else "trong ", time]))
    if movement["upper"]:
        upper = words.name(movement["upper"], movement.day)
        named = fold(str(upper)).startswith(_NAMED_KINDS)
        parts.append(joined(["thuộc ", *(map(lowered, upper.pieces) if named else quoted(upper).pieces)]))
    return ended(capitalised(sentence(listed(parts, ", ")))) if parts else Sentence()
