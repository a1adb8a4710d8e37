"""The commands of an award's way: rounds, conditions, suggestions, the whole dossier, the register, the rules."""

from __future__ import annotations

import argparse
import datetime as dt

from desktop.commands import FINE, LOOK, open_book
from desktop.terminal import complain, plain, progress, say
from forms.choices import NOMINATION_STATES, VERDICTS
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.errors import UserError
from ward.text import fold


def rounds(arguments: argparse.Namespace) -> int:
    """Lists the rounds of a year with their nominations."""
    from ward.awarding.round_lists import nominations_of
    from ward.awarding.rounds import rounds_of

    with open_book(arguments.file, write=False) as book:
        found = rounds_of(book.db, arguments.year)
        for one in found:
            say(f"{one.name}\t{one.nominations} đề nghị")
            for row in nominations_of(book.db, one.id):
                state = NOMINATION_STATES.get(row.state, row.state)
                say(f"\t{row.name}\t{row.award}\t{VERDICTS.get(row.verdict, 'chưa xét')}\t{state}")
    if not found:
        say(f"Năm {arguments.year} chưa có đợt xét khen nào.")
    return FINE


def judge(arguments: argparse.Namespace) -> int:
    """Judges the nominations of a round and says why; exit code 1 when some are not enough."""
    from ward.awarding.judging import judge_round
    from ward.awarding.round_lists import nominations_of

    with open_book(arguments.file) as book:
        record = round_named(book, arguments.round)
        verdicts = judge_round(book, record, progress=progress("Xét điều kiện")).verdicts
        names = {row.id: f"{row.name} – {row.award}" for row in nominations_of(book.db, record)}
    for one in verdicts:
        say(f"{VERDICTS[one.state]}\t{names[one.nomination]}\t{plain(one.words)}")
    return LOOK if any(one.state != "enough" for one in verdicts) else FINE


def suggest(arguments: argparse.Namespace) -> int:
    """Lists who could be proposed for an award."""
    from ward.rules.packs import pack_of
    from ward.rules.suggestions import suggest as found_for

    with open_book(arguments.file, write=False) as book:
        pack = pack_of(book.db, None, f"{arguments.year}-12-31")
        if pack.award(arguments.award) is None:
            known = ", ".join(pack.awards)
            raise UserError(f"Bộ quy định không có danh hiệu mang mã “{arguments.award}”. Các mã có: {known}.")
        for one in found_for(book.db, pack, arguments.award, arguments.year):
            say(f"{one.name}\t{plain(one.words)}")
    return FINE


def dossier(arguments: argparse.Namespace) -> int:
    """Makes the whole dossier of a round in a numbered folder."""
    from desktop.award_acts import make_whole_dossier

    with open_book(arguments.file) as book:
        record = round_named(book, arguments.round)
        made = make_whole_dossier(
            book,
            record,
            arguments.out,
            zipped=arguments.zip,
            pdf=arguments.pdf,
            progress=progress("Lập hồ sơ"),
        )
    for one in made.papers:
        say(str(one.path))
    if made.zipped:
        say(str(made.zipped))
    for words in made.warnings:
        complain(f"Lưu ý: {words}")
    return FINE


def doctor(arguments: argparse.Namespace) -> int:
    """Lists what a round's dossier lacks and what contradicts in it; exit code 1 when there is something."""
    from desktop.awarding.dossier_words import SEVERITIES, STATES
    from reports.dossier.doctor import examine

    with open_book(arguments.file, write=False) as book:
        found = examine(book, round_named(book, arguments.round), progress=progress("Kiểm tra hồ sơ"))
    lacking = [(one, item) for one in found.dossiers for item in one.items if item.state not in ("there", "unneeded")]
    for one, item in lacking:
        say(f"{STATES[item.state]}\t{one.name}\t{item.label}\t{plain(item.words)}")
    for finding in found.findings:
        say(f"{SEVERITIES[finding.severity]}\t{plain(finding.sentence)}")
    return LOOK if lacking or found.findings else FINE


def register(arguments: argparse.Namespace) -> int:
    """Lists the awards of the register whose words match."""
    from ward.awarding.register import find_awards

    with open_book(arguments.file, write=False) as book:
        for one in find_awards(book.db, arguments.words, year=arguments.year):
            day = show_date(PartialDate(one.decided_on)) if one.decided_on else ""
            issued = " ".join(filter(None, (one.decision_number, day, one.issuers)))
            say("\t".join((one.book_number, issued, one.award, one.named)))
    return FINE


def rules(arguments: argparse.Namespace) -> int:
    """Checks the file of a rule pack, or without one says which pack is in force."""
    from ward.rules.packs import pack_of
    from ward.rules.reading import built_in_pack

    if arguments.file is None:
        pack = built_in_pack()
    else:
        with open_book(arguments.file, write=False) as book:
            pack = pack_of(book.db, None, dt.date.today().isoformat())
    say(f"{pack.name}, phiên bản {pack.version}")
    for one in pack.awards.values():
        say(f"\t{one.id}\t{one.name}\t{one.article} (mức chắc chắn {one.conf})")
    return FINE


def round_named(book: Book, words: str) -> int:
    """The round whose name holds these words. Raises UserError when there is none, or several."""
    from ward.listing import Wanted, list_records

    found = list_records(book.db, Wanted("round"))
    lines = list(found.lines(0, len(found.ids)))
    exact = [line.id for line in lines if fold(line.title) == fold(words)]
    alike = exact or [line.id for line in lines if fold(words) in fold(line.title)]
    if len(alike) == 1:
        return alike[0]
    known = "; ".join(f"“{line.title}”" for line in lines) or "chưa có đợt nào"
    raise UserError(
        f"Không rõ “{words}” là đợt xét nào. Hãy ghi đúng tên đợt. Trong sổ có: {known}."
        if not alike
        else f"Có {len(alike)} đợt xét có tên như “{words}”. Hãy ghi đủ tên đợt. Trong sổ có: {known}."
    )
