"""Makes the papers of the five places anew, with their pages as pictures: python -m docs.make_papers.

Needs LibreOffice (`soffice`) and poppler (`pdftoppm`), as the tests do; the papers come from the command line.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.reports.cases import years_of

DOCS = Path(__file__).resolve().parent
CASES = DOCS.parent / "tests" / "cases"
PAPERS = DOCS / "papers"
DOTS_PER_INCH = "70"
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
`python -m docs.make_papers`.
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


def draw(paper: Path, work: Path) -> list[Path]:
    """The pages of a paper as pictures beside it, in their order."""
    convert = ["soffice", f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", str(work), str(paper)], check=True, capture_output=True)
    pages = str(paper.with_suffix("")) + f"-{paper.suffix[1:]}"
    pdf = work / f"{paper.stem}.pdf"
    subprocess.run(["pdftoppm", "-r", DOTS_PER_INCH, "-gray", "-png", str(pdf), pages], check=True)
    return sorted(paper.parent.glob(f"{Path(pages).name}-*.png"))


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
    (PAPERS / "README.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
