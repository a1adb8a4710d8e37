"""Makes the papers of the five places anew, with their pages as pictures: python -m docs.make_papers.

Needs LibreOffice (`soffice`) and poppler (`pdftoppm`), as the tests do; the papers come from the command line.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from reports.awarding.award_paper_kinds import NOMINEE_PAPERS
from tests.reports.cases import SAMPLE, take_in, years_of

DOCS = Path(__file__).resolve().parent
CASES = DOCS.parent / "tests" / "cases"
PAPERS = DOCS / "papers"
DOTS_PER_INCH = "70"
ROUND = "Khen thưởng tổng kết năm 2025"
FAMILIES = "Xét bổ sung danh hiệu Gia đình văn hóa năm 2025"
DOSSIERS = {"khen-thuong": ROUND, "gia-dinh-van-hoa": FAMILIES}
PLACES = {
    "mai-dong": "Phường Mai Động, quận Hoàng Mai, Hà Nội",
    "gia-thuy": "Phường Gia Thụy, quận Long Biên, Hà Nội",
    "dinh-cong": "Phường Định Công, quận Hoàng Mai, Hà Nội",
    "hue": "Thành phố Huế và xã Phú Mỹ, ten years",
    "thanh-hoa": "Phường Đông Cương and phường Đông Sơn, thành phố Thanh Hóa",
}
HEAD = """# The papers of five places

Five articles about real places were taken in as [exchange files](../../tests/cases/README.md), and the command line
made these papers of them. Nobody has edited them. Where an article says nothing, the paper says so; who signs is left
empty, because no article tells it. What an article contradicts is printed as it was said and stands among the
findings at the end of the index.

The pages were drawn by LibreOffice; Word and Excel may break lines and pages elsewhere. To make all of it again:
`python -m docs.make_papers`. What is made of award rounds is shown by [the sample ward's season](sample/README.md).
"""
DOSSIER_HEAD = """# The papers of an award season

The invented ward that comes with the program has a whole season of awards. One command made these papers of two of
its rounds: “{0}” (a secret ballot with an absent member's written opinion, one who failed, one withdrawn, a household
that needed a written reason) and “{1}” (decided without a number yet). They carry the mark MẪU, which papers of a
real office do not have. Nobody has edited them. Of reports of one kind only the first is kept here, of long files the
first two pages are shown.

How sure the layouts are: the head, the number, the signing block follow Nghị định 30/2020/NĐ-CP. The forms that come
with Nghị định 152/2025/NĐ-CP were not seen; the reports follow the forms that came before and what offices use. The
order, capitals and red of the certificates follow Nghị định 98/2023/NĐ-CP, which is no longer in force. The forms of
Nghị định 86/2023/NĐ-CP were seen in part. Compare before you sign.

The pages were drawn by LibreOffice. To make all of it again: `python -m docs.make_papers`.
"""


def make(place: str, work: Path) -> list[Path]:
    """The pack of one place; gives its files."""
    exchange, book, out = CASES / f"{place}.json", work / f"{place}.sovang", PAPERS / place
    years = years_of(exchange)
    shutil.rmtree(out, ignore_errors=True)
    sovang("new", str(book))
    sovang("import", str(book), str(exchange), "--yes")
    sovang("pack", str(book), "--year", str(years[0]), "--to-year", str(years[-1]), "--out", str(out))
    return sorted(out.iterdir())


def sovang(*arguments: str) -> None:
    """The command line; 1 only means that there is something to look at."""
    done = subprocess.run([sys.executable, "-m", "desktop.command_line", *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)


def draw(paper: Path, work: Path, *, most: int = 99) -> list[Path]:
    """The pages of a paper as pictures beside it, in their order; `most` of them."""
    convert = ["soffice", f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", str(work), str(paper)], check=True, capture_output=True)
    pages = str(paper.with_suffix("")) + f"-{paper.suffix[1:]}"
    pdf = work / f"{paper.stem}.pdf"
    subprocess.run(["pdftoppm", "-l", str(most), "-r", DOTS_PER_INCH, "-gray", "-png", str(pdf), pages], check=True)
    return sorted(paper.parent.glob(f"{Path(pages).name}-*.png"))


def make_dossiers(work: Path) -> list[str]:
    """The whole dossiers of the sample's rounds and their pages; gives the lines of the page that shows them."""
    book = work / "mau.sovang"
    take_in(SAMPLE, book).close()
    lines = [DOSSIER_HEAD.format(ROUND, FAMILIES)]
    for folder, name in DOSSIERS.items():
        out = PAPERS / "sample" / folder
        shutil.rmtree(out, ignore_errors=True)
        sovang("dossier", str(book), name, "--out", str(work / folder))
        (made,) = (work / folder).iterdir()
        out.mkdir(parents=True)
        lines.append(f"## {name}\n")
        for paper in _first_of_each(sorted(made.rglob("*.docx"))):
            kept = out / paper.relative_to(made)
            kept.parent.mkdir(exist_ok=True)
            shutil.move(paper, kept)
            pages = draw(kept, work, most=2)
            at = kept.parent.relative_to(PAPERS / "sample").as_posix()
            lines.append(f"[{kept.name}]({at}/{kept.name})\n")
            lines.append(" ".join(f"![{kept.stem}]({at}/{page.name})" for page in pages) + "\n")
            print(f"{at}: {kept.name}, {len(pages)} pages", flush=True)
    return lines


def _first_of_each(papers: list[Path]) -> list[Path]:
    """The first paper of each kind of report, and all that is no report."""
    stems = [kind.file_stem for kind in NOMINEE_PAPERS.values()]
    kept: dict[str, Path] = {}
    for paper in papers:
        kind = next((stem for stem in stems if paper.stem[3:].startswith(stem)), "")
        kept.setdefault(kind or str(paper), paper)
    return list(kept.values())


def main() -> None:
    """Every paper, every page, and the page that shows them."""
    lines = [HEAD]
    with tempfile.TemporaryDirectory() as folder:
        for place, name in PLACES.items():
            lines.append(f"## {name}\n")
            for paper in make(place, Path(folder)):
                pages = draw(paper, Path(folder))
                lines.append(f"[{paper.name}]({place}/{paper.name})\n")
                shown = (f"![{paper.stem}, page {n}]({place}/{page.name})" for n, page in enumerate(pages, 1))
                lines.append(" ".join(shown) + "\n")
                print(f"{place}: {paper.name}, {len(pages)} pages", flush=True)
        dossiers = make_dossiers(Path(folder))
    (PAPERS / "README.md").write_text("\n".join(lines), encoding="utf-8")
    (PAPERS / "sample" / "README.md").write_text("\n".join(dossiers), encoding="utf-8")


if __name__ == "__main__":
    main()
