"""What an award is called, who gives it, what is given and what for, in the words of a report's sentence."""

from collections.abc import Mapping

from reports.prints import Sentence, joined
from reports.wording.sentences import Piece, listed, quoted
from reports.wording.wording import Wording, lowered, spelt, traced, without_remark
from ward.year_awards import AwardForm, form_of, level_of
from ward.year_entries import Entry

_GIVEN = ("huân", "huy chương", "huy hiệu", "cờ", "bằng", "giấy", "kỷ niệm chương", "thư khen", "giải", "cúp", "quà")
_POSTHUMOUS = ("truy tặng ", "truy phong ")
_PRAISED = ("tuyên dương", "biểu dương", "vinh danh", "tôn vinh", "ghi nhận", "khen")
_TITLES = (
    "chiến sĩ thi đua", "lao động tiên tiến", "tập thể lao động", "gia đình văn hóa", "gia đình văn hoá", "thôn, tổ",
    "tổ dân phố văn", "khu dân cư", "khu phố văn", "thôn văn", "phường", "xã", "cơ quan", "đơn vị", "gương",
    "anh hùng", "người tốt", "công dân",
)  # fmt: skip
_KINDS_OF_LEVEL = {
    "phuong": ("phường", "xã", "thị trấn", "đặc khu"),
    "huyen": ("quận", "huyện", "thị xã", "thành phố thuộc tỉnh"),
    "tinh": ("tỉnh", "thành phố"),
}
_RECOGNISED = ("mô hình", "điển hình", "sáng kiến")
_PLAIN_LEVELS = {
    "trung_uong": "Trung ương", "tinh": "cấp tỉnh", "huyen": "cấp huyện", "phuong": "cấp xã", "co_so": "cơ sở",
}  # fmt: skip


def level_words(words: Wording, level: str) -> str:
    """What the level is called here: "quận" where the ward stands under one, "phường" or "xã" as it is one."""
    view = words.view
    node = view.keeper.unit if view.keeper else None
    for _ in range(4):
        if node is None:
            break
        kind = view.names.unit_kind(node, view.day)
        if kind in _KINDS_OF_LEVEL.get(level, ()):
            return kind
        node = view.names.parent(node, view.day)
    return _PLAIN_LEVELS.get(level, "")


def form_name(form: AwardForm) -> str:
    """The title or form as it is written in its own record; "" when nobody said which."""
    return traced(form.name, form.uid, "name" if form.kind == "award_type" else "form_words", form.kind)


def is_title(form: AwardForm) -> bool:
    """Whether it is a danh hiệu: as its type says, or by its words where no type is known."""
    return form.form == "danh_hieu" or (not form.form and form.name.lower().startswith(_TITLES))


def giver(words: Wording, award: Entry, forms: Mapping[int, AwardForm]) -> Sentence:
    """Who awards it; the level where nobody is named; nothing where neither is known."""
    issuers: list[Piece] = []
    for place, row in enumerate(award["issuers"]):
        if row["words"]:
            issuers.append(traced(row["words"], award.uid, f"issuers[{place}].words", "award"))
        elif row["issuer"]:
            issuers.append(words.name(row["issuer"], award.day))
    if issuers:
        return listed(issuers)
    level = level_of(award, forms)
    if not level or " của " in form_of(award, forms).name:
        return Sentence()
    field = "level" if award["level"] else "award_type"
    return joined([traced(level_words(words, level), award.uid, field, "award")])


def given(form: AwardForm, by_whom: str) -> list[Piece]:
    """The verb and what is given: "tặng Giấy khen", "tặng danh hiệu “…”", "tuyên dương", "khen thưởng"."""
    if not form.name:
        return ["khen thưởng"]
    whole = form_name(form)
    name = spelt(whole, _without_giver(without_remark(whole), by_whom))
    begins = name.lower()
    if begins.startswith((*_PRAISED, *_POSTHUMOUS)):
        return [spelt(name, name[0].lower() + name[1:])]
    if begins.startswith(_GIVEN):
        return ["tặng ", name]
    if begins.startswith("danh hiệu"):
        return ["tặng ", lowered(name)]
    if form.form == "danh_hieu" or begins.startswith(_TITLES):
        return ["tặng danh hiệu ", quoted(name)]
    if begins.startswith(_RECOGNISED):
        return ["công nhận ", lowered(name)]
    return ["khen thưởng (", lowered(name), ")"]


def _without_giver(name: str, by_whom: str) -> str:
    """“Bằng khen của UBND Thành phố” is “Bằng khen” where who gives it has been said."""
    form, found, _ = name.partition(" của ")
    return form if found and by_whom and form.lower().startswith((*_GIVEN, *_POSTHUMOUS)) else name


def praise_in_reason(words: Wording, award: Entry, forms: Mapping[int, AwardForm]) -> list[Piece]:
    """The reason itself, where it says the praise again: “được tuyên dương trong 40 gương …”."""
    reason = words.value(award, "reason").rstrip(" .")
    form = form_of(award, forms).name.lower()
    praise = next((word for word in _PRAISED if form.startswith(word)), "")
    if not praise or not reason.lower().startswith(f"được {praise}"):
        return []
    return [traced(reason[len("được ") :], award.uid, "reason", "award")]


def reason_of(words: Wording, award: Entry) -> list[Piece]:
    """What it is given for, as the sentence goes on: “ về thành tích …”, “ vì …”."""
    reason = spelt(words.value(award, "reason"), words.value(award, "reason").rstrip(" ."))
    begins = reason.lower()
    if not reason:
        return []
    if begins.startswith(("có ", "đã ")):
        return [" vì ", lowered(reason)]
    if begins.startswith(("vì ", "do ", "trong ", "về ", "nhân ", "là ", "cho ", "theo ", "qua ")):
        return [" ", lowered(reason)]
    return [" về " if begins.startswith("thành tích") else " về thành tích ", lowered(reason)]
