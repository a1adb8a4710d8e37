"""What was typed but not saved when the program ended: said as soon as the file is open, with the way to it."""

from __future__ import annotations

from desktop.editors.naming import kind_label, shortened
from desktop.main_window import MainWindow
from ward.drafts import Drafts, owners
from ward.loading import load

NAMED = 3


def tell_unsaved(window: MainWindow) -> None:
    """Says which records have text that was left unsaved; one click shows the first of them."""
    book = window.session.book
    if book.read_only_reason:
        return
    places = owners(book.db, Drafts(book.path).all())
    if not places:
        return
    names = [
        f"“{shortened(load(book.db, record).title)}”" if record else f"{kind_label(kind)} mới"
        for kind, record in places
    ]
    more = f" và {len(names) - NAMED} chỗ nữa" if len(names) > NAMED else ""
    words = f"Lần trước có chữ gõ dở, chưa lưu ở {', '.join(names[:NAMED])}{more}."
    kind, record = places[0]

    def show() -> None:
        if record:
            window.show_record(record)
        else:
            window.go(kind)
            window.new_record()

    window.banner.say(f"{window.banner.text} {words}".strip(), act="Xem chữ chưa lưu", then=show)
