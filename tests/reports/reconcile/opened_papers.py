"""Small opened papers for the rules: values, items and lines as the readers would give them."""

from decimal import Decimal

from reports.reconcile.opened import AWARD, FIGURE, Item, Line, OpenedPaper, Value

RECORD, OTHER, THIRD = "a" * 32, "b" * 32, "c" * 32


def figure(printed: str, text: str | None = "", *, place: str = "mục “I”", record: str = RECORD) -> Value:
    """A figure as it was printed and as it stands now ("" as printed, None nowhere)."""
    return Value(f"_sv_{place}", place, record, "words", printed, printed if text == "" else text, FIGURE)


def cell(words: str, printed: str, now: str = "", *, place: str = "ô F7", record: str = RECORD) -> Value:
    """A number of a sheet: the words that it was printed from, the number of then and of now."""
    number = Decimal(now or printed)
    before = Decimal(printed)
    return Value("_sv_1", place, record, "words", words, str(number), FIGURE, number=number, printed_number=before)


def named(
    printed: str, text: str = "", *, what: str = "Cá nhân", field: str = "name", place: str = "mục “I”"
) -> Value:
    return Value("_sv_1", place, RECORD, field, printed, text or printed, what)


def award(record: str, field: str = "reason", text: str = "thành tích") -> Value:
    return Value("_sv_1", "mục “V”", record, field, text, text, AWARD)


def changed(printed: str, text: str, words: str = "", **more: object) -> OpenedPaper:
    """A paper of one printed paragraph that reads otherwise now; nothing in it is anchored."""
    item = Item("_svb1", printed, text, "mục “I”", words=words or printed)
    return OpenedPaper("Báo cáo", lines=(Line("mục “I”", text, item="_svb1"),), items=(item,))


def written(*texts: str, fixed: tuple[str, ...] = ()) -> OpenedPaper:
    """A paper with paragraphs that nobody printed."""
    return OpenedPaper("Báo cáo", lines=tuple(Line("mục “I”", text) for text in texts), fixed=fixed)


def paper(*values: Value, name: str = "Báo cáo", items: tuple[Item, ...] = ()) -> OpenedPaper:
    return OpenedPaper(name, values=values, items=items)
