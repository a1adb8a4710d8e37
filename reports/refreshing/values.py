"""Proposals for what still stands in the paper: values that changed, sentences worded anew, what the clerk typed."""

from collections.abc import Iterator, Sequence

from reports.prints import Block, Print
from reports.refreshing.match import Pieces, cells, key_of, pair_prints, same_shape, spans_of, text_of
from reports.refreshing.proposals import Choice, Proposal
from reports.refreshing.texts import core, mapped, merged, only_adds, same
from reports.refreshing.work import Anchor, TextWork, Work
from reports.word.found import FoundBlock, FoundValue
from reports.word.story import PARAGRAPH_END, Span


def propose_block(work: Work, found: FoundBlock, old: Block, new: Block) -> None:
    """What today's block asks of a block that is there."""
    if old.text == new.text == found.text and same_shape(old.pieces, new.pieces):
        work.untouched += len(old.prints)
        return
    was, now = cells(old), cells(new)
    if len(was) != len(now):
        work.notes.append(f"Ở {found.place}, bảng nay có số cột khác nên dòng này không được cập nhật. Hãy xem lại.")
        return
    for number, (before, after) in enumerate(zip(was, now, strict=True)):
        if before == after == ():
            continue
        alone = _alone(before, after)
        if alone and propose_value(work, *alone):
            continue
        stretch = _stretch(found, number)
        if stretch is None:
            _propose_gone(work, found.place, before, pair_prints(_prints(before), _prints(after)))
        elif same_shape(before, after):
            if text_of(before) == text_of(after) == stretch.text:
                work.untouched += len(_prints(before))
                continue
            _propose_values(work, stretch, before, dict(zip(_ids(before), _prints(after), strict=True)), found)
        elif not _is_numbering(before, after):
            _propose_words(work, f"words:{old.id}:{number}", stretch, before, after, found)


def _alone(before: Pieces, after: Pieces) -> tuple[Print, Print] | None:
    """The values of a cell that holds nothing else, printed and today's."""
    if len(before) != 1 or len(after) != 1:
        return None
    old, new = before[0], after[0]
    if isinstance(old, str) or isinstance(new, str) or old.cell < 0 or key_of(old) != key_of(new):
        return None
    return old, new


def propose_loose(work: Work, old: Sequence[Print], new: Sequence[Print]) -> None:
    """What today's values ask of those that stand outside blocks: in headers, notes, text boxes."""
    pairs = pair_prints(old, new)
    for one in old:
        if one.id in pairs and not propose_value(work, one, pairs[one.id]):
            _propose_gone(work, "", (one,), pairs)


def propose_value(work: Work, old: Print, new: Print, within: tuple[str, ...] = ()) -> bool:
    """What today's value asks of every place where the printed one is anchored; whether there is any."""
    places = work.paper.values.get(old.id, ())
    work.ids.setdefault(new.id, old.id)
    same_places = []
    for number, place in enumerate(places):
        text = place.text
        if text == old.text != new.text and not same(old.text, new.text):
            same_places.append(place)
        elif same(text, new.text):
            work.untouched += 1
        elif core(old.text, text) is None:
            _propose_typed(work, f"typed:{old.id}:{number}", old, new, place, within)
        elif same(old.text, new.text):
            work.untouched += 1
        else:
            same_places.append(place)
    if same_places:
        key = f"value:{old.id}"
        work.proposals.append(
            Proposal(
                key, "value", same_places[0].place, old.text, same_places[0].text, new.text,
                new.record, new.field, new.what,
            )
        )  # fmt: skip
        for place in same_places:
            work.texts.append(_value_work(work, key, old, place, {"today": new.text}, within))
    return bool(places)


def _value_work(
    work: Work, key: str, old: Print, place: FoundValue, texts: dict[Choice, str], within: tuple[str, ...]
) -> TextWork:
    kept = None if place.text == old.text else core(old.text, place.text)
    span = place.span.part(*kept) if kept else place.span
    mark = None if old.text else span.story.bookmarks.get(old.id)
    return TextWork(key, span, texts, mark=mark, within=within)


def _propose_typed(work: Work, key: str, old: Print, new: Print, place: FoundValue, within: tuple[str, ...]) -> None:
    default: Choice | None = "typed" if same(old.text, new.text) else None
    work.proposals.append(
        Proposal(
            key, "typed_over", place.place, old.text, place.text, new.text,
            new.record, new.field, new.what, ("today", "typed", "printed"), default,
        )
    )  # fmt: skip
    work.texts.append(_value_work(work, key, old, place, {"today": new.text, "printed": old.text}, within))


def _propose_values(
    work: Work,
    stretch: Span,
    before: Pieces,
    pairs: dict[str, Print],
    found: FoundBlock,
    within: tuple[str, ...] = (),
) -> None:
    """The values of a stretch, one by one: by their anchors, or where the words around them still stand."""
    for one, start, end in spans_of(before):
        new = pairs.get(one.id)
        if new is None or propose_value(work, one, new, within):
            continue
        if not one.text:
            continue
        at = mapped(text_of(before), stretch.text, start, end)
        if at is None:
            _propose_gone(work, found.place, (one,), pairs)
            continue
        work.paper.values[one.id] = [FoundValue(stretch.part(*at))]
        propose_value(work, one, new, within)


def _propose_gone(work: Work, place: str, before: Pieces, pairs: dict[str, Print]) -> None:
    for one in _prints(before):
        if one.text.strip():
            today = pairs[one.id].text if one.id in pairs else ""
            work.proposals.append(
                Proposal(
                    f"deleted:{one.id}", "deleted", place, one.text, "", today,
                    one.record, one.field, one.what, ("typed",), "typed",
                )
            )  # fmt: skip


def _propose_words(work: Work, key: str, stretch: Span, before: Pieces, after: Pieces, found: FoundBlock) -> None:
    """A stretch that is worded otherwise today."""
    printed, typed, today = text_of(before), stretch.text, text_of(after)
    pairs = pair_prints(_prints(before), _prints(after))
    if same(typed, today):
        work.untouched += len(_prints(before))
        return
    moot = frozenset(_ids(before))
    first = next(iter((*_prints(after), *_prints(before))), None)
    source = (first.record, first.field, first.what) if first else ("", "", "")
    if same(typed, printed) and PARAGRAPH_END not in typed:
        work.proposals.append(Proposal(key, "words", found.place, printed, typed, today, *source))
        work.texts.append(TextWork(key, stretch, {"today": today}, _anchors(work, after, today), moot=moot))
        return
    if same(printed, today):
        _propose_values(work, stretch, before, pairs, found)
        return
    both = merged(printed, typed, today)
    adds = both is not None and only_adds(printed, typed)
    today = today if both is None else both
    shown = typed.replace(PARAGRAPH_END, "\n"), today.replace(PARAGRAPH_END, "\n")
    if adds:
        work.proposals.append(
            Proposal(key, "words", found.place, printed, *shown, *source, choices=("today", "typed"))
        )
    else:
        choices: tuple[Choice, ...] = ("today", "typed", "printed")
        work.proposals.append(Proposal(key, "typed_over", found.place, printed, *shown, *source, choices, None))
    texts: dict[Choice, str] = {"today": today} if adds else {"today": today, "printed": printed}
    work.texts.append(TextWork(key, stretch, texts, _anchors(work, after, today), moot=moot))
    _propose_values(work, stretch, before, pairs, found, within=(key,))


def _anchors(work: Work, after: Pieces, text: str) -> list[Anchor]:
    plain = text_of(after)
    anchors = []
    for one, start, end in spans_of(after):
        at = mapped(plain, text, start, end)
        if at is not None and one.cell < 0:
            anchors.append((*at, work.id_of(one.id)))
    return anchors


def _is_numbering(before: Pieces, after: Pieces) -> bool:
    """Whether a cell only holds the row's number, which follows the order of the rows."""
    return text_of(before).isdigit() and text_of(after).isdigit() and not _prints(before) and not _prints(after)


def _stretch(found: FoundBlock, number: int) -> Span | None:
    if found.row is None:
        return found.span
    column = found.columns[number]
    if column < 0:
        return None
    inside = found.row.cells[column].paragraphs
    return Span(found.span.story, inside[0].index, 0, inside[-1].index, inside[-1].length)


def _prints(pieces: Pieces) -> tuple[Print, ...]:
    return tuple(piece for piece in pieces if isinstance(piece, Print))


def _ids(pieces: Pieces) -> Iterator[str]:
    return (piece.id for piece in pieces if isinstance(piece, Print))


def unambiguous(prints: Sequence[Print]) -> dict[tuple[str, str], Print]:
    """The values that say the same wherever they stand, by record and field."""
    found: dict[tuple[str, str], Print | None] = {}
    for one in prints:
        known = found.setdefault(key_of(one), one)
        if known is not None and known.text != one.text:
            found[key_of(one)] = None
    return {key: one for key, one in found.items() if one is not None}
