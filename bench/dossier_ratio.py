"""A round's complete dossier for 200 nominations against docxtpl: at least 10 × as fast, in one run.

What is counted on each side: reading the book and making every value that is printed (the same code for both, since
docxtpl's users have to make their values, too). Then ours: every paper with its anchors, the certificates in one
file, each file flushed to the disk, and the index. docxtpl: the same templates and values as its users do it: open
the template, render, save; a file for each certificate, no index. Both sides take turns; counted is the processor's
time, in a folder in memory where there is one, so that making files on a busy disk is not counted as ours or theirs.
The second line leaves the values out of docxtpl's side alone.

    python -m bench.dossier_ratio [ROUNDS]
"""

from __future__ import annotations

import datetime as dt
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from bench.table import HEAD, tell_faster
from reports.awarding.award_paper_kinds import AWARD_PAPERS
from reports.certificates.certificates import Design
from reports.certificates.from_records import certificates_of, usual_kind
from reports.certificates.making import sheet_of
from reports.dossier.planning import awards_of, decisions_of
from reports.dossier.round_reading import RoundReading
from reports.dossier.whole_dossier import make_dossier
from reports.template_desk.files import find_template
from ward.book import Book
from ward.edits import Add

NOMINATIONS = 200
LEAST = 10.0
DAY = dt.date(2025, 12, 20)
IN_MEMORY = "/dev/shm"


def filled(folder: Path) -> tuple[Book, int]:
    """A ward whose council has voted on 200 persons, with ten years of titles, and the decision on them."""
    from ward.awarding.council import open_meeting
    from ward.awarding.counting import Count, enter_count
    from ward.awarding.deciding import decide
    from ward.awarding.nominating import Draft, nominate
    from ward.awarding.results import lock
    from ward.awarding.rounds import open_round
    from ward.founding import Place, found
    from ward.rules.reading import built_in_pack

    book = Book.create(folder / "bench.sovang", who="bench")
    found(book, Place("phường", "Hoa Sen", "thành phố Hà Nội"), {"ubnd": "Trần Văn Bình"}, 2025)
    rules = built_in_pack().awards
    types = {
        code: book.write("Loại", [Add("award_type", {"name": rules[code].name, "code": code, "form": form})]).added[0]
        for code, form in (("ldtt", "danh_hieu"), ("giay_khen_phuong", "hinh_thuc"))
    }
    people = book.write("Người", [Add("person", {"name": f"Nguyễn Văn {n}"}) for n in range(NOMINATIONS)]).added
    past = [
        {
            "award_type": types["ldtt"],
            "state": "granted",
            "recipients": [{"who": who, "recipient_kind": "ca_nhan"}],
            "decision_number": f"{year}/QĐ-UBND",
            "decided_on": f"{year}-12-20",
            "years": (year,),
        }
        for who in people
        for year in range(2015, 2025)
    ]
    book.write("Khen cũ", [Add("award", values) for values in past])
    seats = [{"who": who, "role": "member"} for who in people[:7]]
    council = book.write("Hội đồng", [Add("council", {"name": "Hội đồng", "since": "2025-07-01", "members": seats})])
    held = {"name": "Cuối năm", "basis": "cong_trang", "opened_on": "2025-11-20", "council": council.added[0]}
    record = open_round(book, {**held, "years": (2025,)})
    words = "Hoàn thành 17/17 chỉ tiêu được giao; tham mưu rút ngắn thời gian giải quyết thủ tục hành chính."
    drafts = [Draft(award_type=types["giay_khen_phuong"], nominee=who, achievement=words) for who in people]
    listed = nominate(book, record, drafts).added
    meeting = open_meeting(book, record, {"held_on": "2025-12-08", "place": "Phòng họp"})
    for which, by in ((1, "An"), (2, "Bình")):
        enter_count(book, meeting, which, by, [Count(one, 7) for one in listed])
    lock(book, meeting)
    decide(book, record, listed, number="125/QĐ-UBND", on="2025-12-12")
    return book, record


def ours(book: Book, record: int, out: Path) -> int:
    """The whole dossier; gives the number of its files."""
    made = make_dossier(book, record, out, today=DAY)
    if made.warnings and any("Giấy khen:" in one for one in made.warnings):
        raise AssertionError(made.warnings)
    return len(made.built)


def finished_values(book: Book, record: int) -> list[tuple[bytes, dict[str, Any]]]:
    """Each paper's template and the values that it is filled with; a sheet for each certificate."""
    reading = RoundReading(book, record, dt.datetime.combine(DAY, dt.time(12), dt.UTC))
    papers = []
    for one in reading.plan:
        making = reading.making(one)
        template = find_template(book.path, AWARD_PAPERS[making.kind].template)
        papers.append((template.content, dict(reading.context(one, making).names())))
    for document in decisions_of(reading.view):
        awards = awards_of(reading.view, document)
        sheet, _ = sheet_of(Design(usual_kind(book.db, awards)))
        papers += [(sheet, dict(one.names())) for one in certificates_of(book.db, awards)]
    return papers


def docxtpl(papers: list[tuple[bytes, dict[str, Any]]], out: Path) -> int:
    """The same papers as docxtpl's users make them."""
    for number, (template, values) in enumerate(papers):
        document = DocxTemplate(io.BytesIO(template))
        document.render(values, Environment(autoescape=True))
        document.save(str(out / f"{number}.docx"))
    return len(papers)


def main(rounds: int = 3) -> int:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if Path(IN_MEMORY).is_dir() else None) as name:
        folder = Path(name)
        book, record = filled(folder)
        papers = finished_values(book, record)
        ours(book, record, folder / "first")
        own, values, filling = [], [], []
        for turn in range(rounds):
            own += [measured(folder, lambda out: ours(book, record, out)) for _ in range(2)]
            values += [measured(folder, lambda _: finished_values(book, record)) for _ in range(2)]
            if turn < max(2, rounds - 1):
                filling.append(measured(folder, lambda out: docxtpl(papers, out)))
        book.close()
    print(HEAD)
    made = statistics.median(values)
    kept = tell_faster(f"dossier of {NOMINATIONS}: docxtpl", own, [one + made for one in filling], least=LEAST)
    tell_faster("… its filling alone", own, filling)
    return 0 if kept else 1


def measured(folder: Path, act: Callable[[Path], object]) -> float:
    """Milliseconds of the processor for one making into an empty folder."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        start = time.process_time()
        act(Path(name))
        return (time.process_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
