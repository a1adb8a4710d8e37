"""The documents tell the truth: links, pictures, keys, menus, commands, and what is said of figures and troubles."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.command_line import _parser
from desktop.editors.row_line import ACTS as ROW_ACTS
from desktop.keys_dialog import MORE
from desktop.menus import ACTS
from forms.catalogue import FORMS
from ward.figures import FigureQuestion, parse_claims, parse_figure
from ward.periods import parse_period

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
GUIDE = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ON_KEYBOARD = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Del": "Delete", "Return": "Enter"}
TYPED = {"Ctrl+Enter", "Alt+Delete"}
"""Keys of the editors that no menu names."""


def chapter(title: str) -> str:
    """One chapter of the guide."""
    return GUIDE.split(f". {title}\n", 1)[1].split("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    heads = {place - 1 for place, line in enumerate(lines) if set(line) <= set("|- ")}
    kept = (line for place, line in enumerate(lines) if place not in heads and not set(line) <= set("|- "))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in kept]


def anchor(heading: str) -> str:
    """The address of a heading within its page."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in LINK.findall(text):
        place, _, within = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        assert target.exists(), link
        if within:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert within in map(anchor, headings), link


def test_every_picture_is_shown_and_small() -> None:
    shown = {
        (page.parent / link).resolve()
        for page in PAGES
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if link.endswith(".png")
    }
    taken = set((ROOT / "docs").rglob("*.png"))
    assert {str(picture.relative_to(ROOT)) for picture in taken - shown} == set()
    assert [picture.name for picture in taken if picture.stat().st_size > 150_000] == []


def keys_of_acts() -> Iterator[tuple[str, str]]:
    """What the guide must say of each act that has keys."""
    for act in ACTS:
        words, _, own = act.text.partition("\t")
        keys = [on_keyboard(one.strip()) for one in (act.keys or own).split(";")]
        if keys != [""]:
            yield words.rstrip("…"), ", ".join(dict.fromkeys(keys))


def on_keyboard(keys: str) -> str:
    """The keys with arrows as they stand on the keyboard: "Alt+←"."""
    *held, last = keys.split("+")
    return "+".join([*held, ON_KEYBOARD.get(last, last)]) if last else keys


def test_the_table_of_keys_is_what_the_window_does() -> None:
    told = {words: keys for words, keys in rows(chapter("Phím tắt"))}
    known = dict(keys_of_acts()) | dict(MORE)
    assert {words: told.get(words) for words in known} == known
    typed = {on_keyboard(keys) for _, _, keys in ROW_ACTS} | TYPED
    rest = {keys for words, all_of_them in told.items() if words not in known for keys in all_of_them.split(", ")}
    assert rest == typed


def test_every_menu_that_is_named_has_that_act() -> None:
    acts = {(act.menu.replace("&", ""), act.text) for act in ACTS}
    named = re.findall(r"\*\*(\w+) → ([^*]+)\*\*", GUIDE)
    assert len(named) >= 5
    assert set(named) <= acts


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_command_line_knows_every_command(page: Path) -> None:
    blocks = re.findall(r"^```\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    commands = re.findall(r"^(?:sovang|(?:py|python3) run\.py --) (.+?)(?: *#.*)?$", "\n".join(blocks), re.MULTILINE)
    for command in commands:
        try:
            _parser().parse_args(shlex.split(command))
        except SystemExit as told:
            assert told.code == 0, command
    assert commands or page.name not in ("README.md", "huong-dan.md") or "papers" in page.parts


def test_the_guide_names_every_book_in_its_group() -> None:
    told = rows(chapter("Cửa sổ có những gì"))
    group, named = "", set()
    for first, book, *_ in told:
        group = first or group
        named.add((group, book))
    assert named == {(form.group, form.plural) for form in FORMS.values() if form.group}


def typed_in(cell: str) -> list[str]:
    """What a cell shows as typed."""
    return re.findall(r"`([^`]+)`", cell)


def test_the_guide_is_right_about_figures() -> None:
    accepted: list[str] = []
    asked: list[str] = []
    for cells in rows(chapter("Số liệu: gõ như vẫn viết")):
        (asked if "?" in cells[1] or "hay" in cells[1] or "hãy" in cells[1] else accepted).extend(typed_in(cells[0]))
    assert len(accepted) > 15 and len(asked) > 6
    for text in accepted:
        parse_figure(text)
    for text in asked:
        with pytest.raises(FigureQuestion):
            parse_figure(text)


def test_the_guide_is_right_about_comparisons_and_periods() -> None:
    compared = typed_in(chapter("Số liệu: gõ như vẫn viết").split("**So sánh.**")[1].split("\n")[0])
    assert all(parse_claims(text, year=2025) for text in compared)
    told = typed_in(chapter("Kỳ, năm công tác").split("**Kỳ**")[1].split("\n")[0])
    assert all(parse_period(text, year=2025).code for text in told)


def test_the_troubles_are_said_as_the_program_says_them() -> None:
    sources = [
        path.read_text(encoding="utf-8") for room in ("ward", "desktop") for path in (ROOT / room).rglob("*.py")
    ]
    sources += [path.read_text(encoding="utf-8") for path in (ROOT / "reports").rglob("*.py")]
    said = [words for cells in rows(chapter("Khi có trục trặc")) for words in re.findall(r"\*([^*]+)\*", cells[0])]
    assert len(said) >= 8
    for words in said:
        assert any(words.strip("… ") in source for source in sources), words
